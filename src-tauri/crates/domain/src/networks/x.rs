//! X: the text counts by twitter-text, version 3.

use super::rules::*;
use super::{Counting, NetworkId};

const CONFIGURATION: &str = "https://github.com/twitter/twitter-text/blob/30e2430d90cff3b46393ea54caf511441983c260/config/v3.json";
const REGEX: &str = "https://github.com/twitter/twitter-text/blob/30e2430d90cff3b46393ea54caf511441983c260/js/src/regexp";
const MEDIA: &str = "https://docs.x.com/x-api/media/quickstart/best-practices";
const POSTS: &str = "https://docs.x.com/x-api/posts/creation-of-a-post";
const ALT_TEXT: &str = "https://docs.x.com/x-api/media/create-media-metadata";
const PRICES: &str = "https://docs.x.com/x-api/getting-started/pricing";
const DATE: &str = "2026-11-20";

/// One tall left, two right.
const THREE: &[Cell] = &[
    cell(0.0, 0.0, 50.0, 100.0),
    cell(50.0, 0.0, 50.0, 50.0),
    cell(50.0, 50.0, 50.0, 50.0),
];

const FOUR: &[Cell] = &[
    cell(0.0, 0.0, 50.0, 50.0),
    cell(50.0, 0.0, 50.0, 50.0),
    cell(0.0, 50.0, 50.0, 50.0),
    cell(50.0, 50.0, 50.0, 50.0),
];

pub(super) static RULES: NetworkRules = NetworkRules {
    id: NetworkId::X,
    name: "X",
    text: TextRules {
        limit: Sourced::documented(280, CONFIGURATION, DATE),
        paid_limit: Some(Sourced::assumed(25_000, DATE)),
        counting: Sourced::documented(Counting::TwitterText, CONFIGURATION, DATE),
    },
    hashtags: HashtagRules {
        max: None,
        advised_max: Sourced::assumed(2, DATE),
        recommended: Sourced::assumed(CountRange { min: 1, max: 2 }, DATE),
        place: HashtagPlace::LastLine,
        characters: Sourced::documented(
            HashtagCharacters {
                extra: "_\u{200c}\u{200d}\u{a67e}\u{5be}\u{5f3}\u{5f4}\u{ff5e}\u{301c}\u{309b}\u{309c}\u{30a0}\u{30fb}\u{3003}\u{f0b}\u{f0c}\u{b7}",
                max_chars: None,
            },
            REGEX,
            DATE,
        ),
    },
    mentions: MentionRules {
        max: None,
        form: Sourced::documented(
            MentionForm::Handle {
                extra: "_",
                max_chars: 20,
            },
            REGEX,
            DATE,
        ),
    },
    links: LinkRules {
        clickable: Sourced::documented(true, CONFIGURATION, DATE),
        counted: Some(Sourced::documented(23, CONFIGURATION, DATE)),
        advised_max: Sourced::assumed(1, DATE),
        without_protocol: Sourced::documented(true, REGEX, DATE),
        price_usd_thousandths: Some(Sourced::documented(200, PRICES, DATE)),
    },
    fold: FoldRules {
        phone: Sourced::assumed(
            Fold {
                lines: None,
                column_px: 360,
                font_px: 15,
                line_px: 20,
                about_chars: None,
            },
            DATE,
        ),
        desktop: Sourced::assumed(
            Fold {
                lines: None,
                column_px: 516,
                font_px: 15,
                line_px: 20,
                about_chars: None,
            },
            DATE,
        ),
        blank_lines_count: Sourced::assumed(true, DATE),
        marker: "Show more",
    },
    card: Some(LinkCard {
        ratio: Sourced::assumed(1.91, DATE),
        title_lines: 0,
        domain: CardDomain::OverPicture,
        description: false,
        picture_replaces_it: true,
    }),
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Single {
                    ratio_min: 0.75,
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
                    ratio: 1.75,
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
                    ratio: 1.75,
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
                    ratio: 2.0,
                    cells: FOUR,
                },
                DATE,
            ),
        },
    ],
    images: ImageRules {
        max: Sourced::documented(4, MEDIA, DATE),
        required: false,
        formats: Sourced::documented(
            &[
                ImageFormat::Jpeg,
                ImageFormat::Png,
                ImageFormat::Webp,
                ImageFormat::Gif,
            ],
            MEDIA,
            DATE,
        ),
        max_bytes: Some(Sourced::documented(5 * 1024 * 1024, MEDIA, DATE)),
        max_pixels: None,
        width_px: None,
        ratios: None,
        tolerated_ratios: None,
        recommended: Sourced::assumed(
            PixelSize {
                width: 1200,
                height: 675,
            },
            DATE,
        ),
        card: Some(Sourced::assumed(
            PixelSize {
                width: 1200,
                height: 628,
            },
            DATE,
        )),
        alt_max: Some(Sourced::documented(1_000, ALT_TEXT, DATE)),
    },
    // A first comment is an answer to one's own post: it has the post's limit.
    first_comment: Sourced::documented(280, POSTS, DATE),
    avatar: AvatarRules {
        person: Some(Sourced::assumed(AvatarShape::Round, DATE)),
        brand: Some(Sourced::assumed(AvatarShape::Round, DATE)),
    },
    ink: Sourced::assumed(
        EntityInk {
            light: "#1d9bf0",
            dark: "#1d9bf0",
            bold: false,
        },
        DATE,
    ),
    unsafe_areas: &[],
};
