//! LinkedIn: members' posts and organizations' posts follow the same rules.

use super::rules::*;
use super::{Counting, NetworkId};

const POSTS: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api";
const LITTLE_TEXT: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";
const IMAGES: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api";
const SEVERAL_IMAGES: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api";
const FEED: &str = "https://www.linkedin.com/feed/";
const FOLD: &str = "https://postkio.com/blog/linkedin-see-more-problem";
const LENGTHS: &str = "https://docs.upload-post.com/resources/character-limits/";
const DATE: &str = "2026-11-20";

/// Cells of three pictures: one wide over two.
const THREE: &[Cell] = &[
    cell(0.0, 0.0, 100.0, 60.0),
    cell(0.0, 60.0, 50.0, 40.0),
    cell(50.0, 60.0, 50.0, 40.0),
];

/// Cells of four pictures and more: one wide over three.
const FOUR: &[Cell] = &[
    cell(0.0, 0.0, 100.0, 66.667),
    cell(0.0, 66.667, 33.333, 33.333),
    cell(33.333, 66.667, 33.334, 33.333),
    cell(66.667, 66.667, 33.333, 33.333),
];

pub(super) static RULES: NetworkRules = NetworkRules {
    id: NetworkId::LinkedIn,
    name: "LinkedIn",
    text: TextRules {
        limit: Sourced::documented(3_000, POSTS, DATE),
        paid_limit: None,
        // What is counted is documented nowhere: clients count UTF-16 units, and whether the backslashes
        // of the "little" text format count is open. Counting them can only be too careful.
        counting: Sourced::uncertain(Counting::Utf16Escaped, LITTLE_TEXT, DATE),
    },
    hashtags: HashtagRules {
        max: None,
        advised_max: Sourced::observed(5, FEED, DATE),
        recommended: Sourced::observed(CountRange { min: 3, max: 5 }, FEED, DATE),
        place: HashtagPlace::OwnParagraph,
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
        form: Sourced::documented(MentionForm::Picked, LITTLE_TEXT, DATE),
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
                font_px: 14,
                line_px: 20,
                about_chars: Some(140),
            },
            FOLD,
            DATE,
        ),
        desktop: Sourced::observed(
            Fold {
                lines: Some(5),
                column_px: 520,
                font_px: 14,
                line_px: 20,
                about_chars: Some(210),
            },
            FOLD,
            DATE,
        ),
        blank_lines_count: Sourced::observed(true, FOLD, DATE),
        marker: "…more",
    },
    card: Some(LinkCard {
        ratio: Sourced::observed(1.91, FEED, DATE),
        title_lines: 2,
        domain: CardDomain::BelowTitle,
        description: false,
        picture_replaces_it: true,
    }),
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::observed(
                Arrangement::Single {
                    ratio_min: 0.8,
                    ratio_max: Some(1.91),
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 2,
            or_more: false,
            arrangement: Sourced::observed(
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
                    ratio: 1.2,
                    cells: THREE,
                },
                FEED,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 4,
            or_more: true,
            arrangement: Sourced::observed(
                Arrangement::Cells {
                    ratio: 1.0,
                    cells: FOUR,
                },
                FEED,
                DATE,
            ),
        },
    ],
    images: ImageRules {
        max: Sourced::documented(20, SEVERAL_IMAGES, DATE),
        required: false,
        formats: Sourced::documented(
            &[ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif],
            IMAGES,
            DATE,
        ),
        max_bytes: None,
        // "Fewer than 36,152,320".
        max_pixels: Some(Sourced::documented(36_152_319, IMAGES, DATE)),
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
        card: Some(Sourced::observed(
            PixelSize {
                width: 1200,
                height: 627,
            },
            FEED,
            DATE,
        )),
        alt_max: None,
    },
    first_comment: Sourced::observed(1_250, LENGTHS, DATE),
    avatar: AvatarRules {
        person: Some(Sourced::observed(AvatarShape::Round, FEED, DATE)),
        brand: Some(Sourced::observed(AvatarShape::Square, FEED, DATE)),
    },
    ink: Sourced::observed(
        EntityInk {
            light: "#0a66c2",
            dark: "#71b7fb",
            bold: true,
        },
        FEED,
        DATE,
    ),
    unsafe_areas: &[],
};
