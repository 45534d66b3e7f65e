//! LinkedIn: members' posts and organizations' posts follow the same rules.

use super::rules::*;
use super::{Counting, NetworkId};

const POSTS: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api";
const LITTLE_TEXT: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";
const IMAGES: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api";
const SEVERAL_IMAGES: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api";
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
        advised_max: Sourced::assumed(5, DATE),
        recommended: Sourced::assumed(CountRange { min: 3, max: 5 }, DATE),
        place: HashtagPlace::OwnParagraph,
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
        form: Sourced::documented(MentionForm::Picked, LITTLE_TEXT, DATE),
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
        ratio: Sourced::assumed(1.91, DATE),
        title_lines: 2,
        domain: CardDomain::BelowTitle,
        description: false,
        picture_replaces_it: true,
    }),
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::assumed(
                Arrangement::Single {
                    ratio_min: 0.8,
                    ratio_max: Some(1.91),
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
                    ratio: 1.2,
                    cells: THREE,
                },
                DATE,
            ),
        },
        PictureGrid {
            pictures: 4,
            or_more: true,
            arrangement: Sourced::assumed(
                Arrangement::Cells {
                    ratio: 1.0,
                    cells: FOUR,
                },
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
        recommended: Sourced::assumed(
            PixelSize {
                width: 1080,
                height: 1350,
            },
            DATE,
        ),
        card: Some(Sourced::assumed(
            PixelSize {
                width: 1200,
                height: 627,
            },
            DATE,
        )),
        alt_max: None,
    },
    first_comment: Sourced::observed(1_250, LENGTHS, DATE),
    avatar: AvatarRules {
        person: Some(Sourced::assumed(AvatarShape::Round, DATE)),
        brand: Some(Sourced::assumed(AvatarShape::Square, DATE)),
    },
    ink: Sourced::assumed(
        EntityInk {
            light: "#0a66c2",
            dark: "#71b7fb",
            bold: true,
        },
        DATE,
    ),
    unsafe_areas: &[],
};
