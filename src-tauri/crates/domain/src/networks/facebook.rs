//! Facebook: posts of a page.

use super::rules::*;
use super::{Counting, NetworkId};

const PHOTOS: &str = "https://developers.facebook.com/docs/graph-api/reference/page/photos/";
const FEED_API: &str = "https://developers.facebook.com/docs/graph-api/reference/page/feed/";
const LINK_IMAGES: &str = "https://developers.facebook.com/docs/sharing/webmasters/images/";
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
        advised_max: Sourced::assumed(1, DATE),
        recommended: Sourced::assumed(CountRange { min: 0, max: 1 }, DATE),
        place: HashtagPlace::LastLine,
        characters: Sourced::assumed(
            HashtagCharacters {
                extra: "_",
                max_chars: None,
            },
            DATE,
        ),
    },
    mentions: MentionRules {
        max: None,
        form: Sourced::assumed(MentionForm::Picked, DATE),
    },
    links: LinkRules {
        clickable: Sourced::assumed(true, DATE),
        counted: None,
        advised_max: Sourced::assumed(1, DATE),
        without_protocol: Sourced::assumed(true, DATE),
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
        ratio: Sourced::assumed(1.91, DATE),
        title_lines: 2,
        domain: CardDomain::AboveTitle,
        description: true,
        picture_replaces_it: true,
    }),
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Single {
                    ratio_min: 0.8,
                    ratio_max: None,
                },
                DATE,
            ),
        },
        PictureGrid {
            pictures: 2,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Cells {
                    ratio: 2.0,
                    cells: SIDE_BY_SIDE,
                },
                DATE,
            ),
        },
        PictureGrid {
            pictures: 3,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Cells {
                    ratio: 1.333,
                    cells: THREE,
                },
                DATE,
            ),
        },
        PictureGrid {
            pictures: 4,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Cells {
                    ratio: 1.333,
                    cells: FOUR,
                },
                DATE,
            ),
        },
        PictureGrid {
            pictures: 5,
            or_more: true,
            arrangement: Sourced::assumed(
                Arrangement::Cells {
                    ratio: 1.2,
                    cells: FIVE,
                },
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
        recommended: Sourced::assumed(
            PixelSize {
                width: 1080,
                height: 1350,
            },
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
        brand: Some(Sourced::assumed(AvatarShape::Round, DATE)),
    },
    ink: Sourced::assumed(
        EntityInk {
            light: "#0064d1",
            dark: "#5aa7ff",
            bold: false,
        },
        DATE,
    ),
    unsafe_areas: &[UnsafeArea {
        surface: "Reels",
        covered: Sourced::assumed(
            Insets {
                top: 14.0,
                right: 6.0,
                bottom: 35.0,
                left: 6.0,
            },
            DATE,
        ),
    }],
};
