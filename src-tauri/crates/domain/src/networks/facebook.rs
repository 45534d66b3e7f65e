//! Facebook: posts of a page.

use super::rules::*;
use super::{Counting, NetworkId};

const PHOTOS: &str = "https://developers.facebook.com/docs/graph-api/reference/page/photos/";
const FEED_API: &str = "https://developers.facebook.com/docs/graph-api/reference/page/feed/";
const LINK_IMAGES: &str = "https://developers.facebook.com/docs/sharing/webmasters/images/";
const FEED: &str = "https://www.facebook.com/";
const LENGTHS: &str = "https://docs.upload-post.com/resources/character-limits/";
const FOLD: &str = "https://socialk.it/fr/tools/facebook-character-counter";
const DATE: &str = "2026-11-20";

/// One large left, two small right.
const THREE: &[Cell] = &[
    cell(0.0, 0.0, 66.667, 100.0),
    cell(66.667, 0.0, 33.333, 50.0),
    cell(66.667, 50.0, 33.333, 50.0),
];

/// One large left, three small right.
const FOUR: &[Cell] = &[
    cell(0.0, 0.0, 75.0, 100.0),
    cell(75.0, 0.0, 25.0, 33.333),
    cell(75.0, 33.333, 25.0, 33.334),
    cell(75.0, 66.667, 25.0, 33.333),
];

/// Two over three.
const FIVE: &[Cell] = &[
    cell(0.0, 0.0, 50.0, 60.0),
    cell(50.0, 0.0, 50.0, 60.0),
    cell(0.0, 60.0, 33.333, 40.0),
    cell(33.333, 60.0, 33.334, 40.0),
    cell(66.667, 60.0, 33.333, 40.0),
];

pub(super) static RULES: NetworkRules = NetworkRules {
    id: NetworkId::Facebook,
    name: "Facebook",
    text: TextRules {
        limit: Sourced::observed(63_206, LENGTHS, DATE),
        paid_limit: None,
        counting: Sourced::uncertain(Counting::CodePoints, FEED_API, DATE),
    },
    hashtags: HashtagRules {
        max: None,
        advised_max: Sourced::observed(1, FEED, DATE),
        recommended: Sourced::observed(CountRange { min: 0, max: 1 }, FEED, DATE),
        place: HashtagPlace::LastLine,
        characters: Sourced::observed(
            HashtagCharacters {
                extra: "_",
                max_chars: None,
            },
            FEED,
            DATE,
        ),
    },
    mentions: MentionRules {
        max: None,
        form: Sourced::observed(MentionForm::Picked, FEED, DATE),
    },
    links: LinkRules {
        clickable: Sourced::observed(true, FEED, DATE),
        counted: None,
        advised_max: Sourced::observed(1, FEED, DATE),
        without_protocol: Sourced::observed(true, FEED, DATE),
        price_usd_thousandths: None,
    },
    fold: FoldRules {
        phone: Sourced::observed(
            Fold {
                lines: Some(3),
                column_px: 343,
                font_px: 15,
                line_px: 20,
                about_chars: Some(110),
            },
            FOLD,
            DATE,
        ),
        desktop: Sourced::observed(
            Fold {
                lines: Some(5),
                column_px: 470,
                font_px: 15,
                line_px: 20,
                about_chars: Some(480),
            },
            FOLD,
            DATE,
        ),
        blank_lines_count: Sourced::observed(true, FOLD, DATE),
        marker: "See more",
    },
    card: Some(LinkCard {
        ratio: Sourced::observed(1.91, FEED, DATE),
        title_lines: 2,
        domain: CardDomain::AboveTitle,
        description: true,
        picture_replaces_it: true,
    }),
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::observed(
                Arrangement::Single {
                    ratio_min: 0.8,
                    ratio_max: None,
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 2,
            or_more: false,
            arrangement: Sourced::uncertain(
                Arrangement::Cells {
                    ratio: 2.0,
                    cells: SIDE_BY_SIDE,
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 3,
            or_more: false,
            arrangement: Sourced::observed(
                Arrangement::Cells {
                    ratio: 1.333,
                    cells: THREE,
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 4,
            or_more: false,
            arrangement: Sourced::uncertain(
                Arrangement::Cells {
                    ratio: 1.333,
                    cells: FOUR,
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 5,
            or_more: true,
            arrangement: Sourced::observed(
                Arrangement::Cells {
                    ratio: 1.2,
                    cells: FIVE,
                },
                FEED,
                DATE,
            ),
        },
    ],
    images: ImageRules {
        // No maximum is documented; ten is what clients send.
        max: Sourced::uncertain(10, FEED_API, DATE),
        required: false,
        formats: Sourced::documented(
            &[
                ImageFormat::Jpeg,
                ImageFormat::Png,
                ImageFormat::Gif,
                ImageFormat::Bmp,
                ImageFormat::Tiff,
            ],
            PHOTOS,
            DATE,
        ),
        max_bytes: Some(Sourced::documented(4 * 1024 * 1024, PHOTOS, DATE)),
        max_pixels: None,
        width_px: None,
        ratios: None,
        tolerated_ratios: None,
        recommended: Sourced::observed(
            PixelSize {
                width: 1080,
                height: 1350,
            },
            FEED,
            DATE,
        ),
        card: Some(Sourced::documented(
            PixelSize {
                width: 1200,
                height: 630,
            },
            LINK_IMAGES,
            DATE,
        )),
        alt_max: None,
    },
    first_comment: Sourced::observed(8_000, FOLD, DATE),
    avatar: AvatarRules {
        person: None,
        brand: Some(Sourced::observed(AvatarShape::Round, FEED, DATE)),
    },
    ink: Sourced::observed(
        EntityInk {
            light: "#0064d1",
            dark: "#5aa7ff",
            bold: false,
        },
        FEED,
        DATE,
    ),
    unsafe_areas: &[UnsafeArea {
        surface: "Reels",
        covered: Sourced::observed(
            Insets {
                top: 14.0,
                right: 6.0,
                bottom: 35.0,
                left: 6.0,
            },
            FEED,
            DATE,
        ),
    }],
};
