//! Instagram: a professional account's posts in the feed.

use super::rules::*;
use super::{Counting, NetworkId};

const MEDIA: &str = "https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media";
const LENGTHS: &str = "https://docs.upload-post.com/resources/character-limits/";
const HASHTAGS: &str = "https://www.socialmediatoday.com/news/instagrams-implementing-new-limits-on-hashtag-use/808309/";
const DATE: &str = "2026-11-20";

pub(super) static RULES: NetworkRules = NetworkRules {
    id: NetworkId::Instagram,
    name: "Instagram",
    text: TextRules {
        limit: Sourced::documented(2_200, MEDIA, DATE),
        paid_limit: None,
        counting: Sourced::uncertain(Counting::CodePoints, MEDIA, DATE),
    },
    hashtags: HashtagRules {
        max: Some(Sourced::documented(30, MEDIA, DATE)),
        // Announced on 2025-12-18 for the app; whether the interface refuses more is not known.
        advised_max: Sourced::observed(5, HASHTAGS, DATE),
        recommended: Sourced::observed(CountRange { min: 3, max: 5 }, HASHTAGS, DATE),
        place: HashtagPlace::OwnParagraph,
        characters: Sourced::observed(
            HashtagCharacters {
                extra: "_",
                max_chars: None,
            },
            HASHTAGS,
            DATE,
        ),
    },
    mentions: MentionRules {
        max: Some(Sourced::documented(20, MEDIA, DATE)),
        form: Sourced::assumed(
            MentionForm::Handle {
                extra: "_.",
                max_chars: 30,
            },
            DATE,
        ),
    },
    links: LinkRules {
        clickable: Sourced::documented(false, MEDIA, DATE),
        counted: None,
        advised_max: Sourced::documented(0, MEDIA, DATE),
        without_protocol: Sourced::documented(false, MEDIA, DATE),
        price_usd_thousandths: None,
    },
    fold: FoldRules {
        phone: Sourced::assumed(
            Fold {
                lines: Some(2),
                column_px: 343,
                font_px: 14,
                line_px: 18,
                about_chars: Some(125),
            },
            DATE,
        ),
        desktop: Sourced::assumed(
            Fold {
                lines: Some(2),
                column_px: 308,
                font_px: 14,
                line_px: 18,
                about_chars: Some(125),
            },
            DATE,
        ),
        blank_lines_count: Sourced::assumed(true, DATE),
        marker: "… more",
    },
    card: None,
    grids: &[
        PictureGrid {
            pictures: 1,
            or_more: false,
            arrangement: Sourced::documented(
                Arrangement::Single {
                    ratio_min: 0.8,
                    ratio_max: Some(1.91),
                },
                MEDIA,
                DATE,
            ),
        },
        PictureGrid {
            pictures: 2,
            or_more: true,
            arrangement: Sourced::documented(
                Arrangement::Carousel {
                    ratio_min: 0.8,
                    ratio_max: 1.91,
                },
                MEDIA,
                DATE,
            ),
        },
    ],
    images: ImageRules {
        max: Sourced::documented(10, MEDIA, DATE),
        required: true,
        formats: Sourced::documented(&[ImageFormat::Jpeg], MEDIA, DATE),
        max_bytes: Some(Sourced::documented(8 * 1024 * 1024, MEDIA, DATE)),
        max_pixels: None,
        width_px: Some(Sourced::documented(
            CountRange {
                min: 320,
                max: 1440,
            },
            MEDIA,
            DATE,
        )),
        ratios: Some(Sourced::documented(
            RatioRange {
                min: 0.8,
                max: 1.91,
            },
            MEDIA,
            DATE,
        )),
        tolerated_ratios: Some(Sourced::assumed(
            RatioRange {
                min: 0.75,
                max: 1.91,
            },
            DATE,
        )),
        recommended: Sourced::documented(
            PixelSize {
                width: 1080,
                height: 1350,
            },
            MEDIA,
            DATE,
        ),
        card: None,
        alt_max: Some(Sourced::documented(1_000, MEDIA, DATE)),
    },
    // Reports say 2,196 and 2,200.
    first_comment: Sourced::uncertain(2_196, LENGTHS, DATE),
    avatar: AvatarRules {
        person: Some(Sourced::assumed(AvatarShape::Round, DATE)),
        brand: Some(Sourced::assumed(AvatarShape::Round, DATE)),
    },
    ink: Sourced::assumed(
        EntityInk {
            light: "#00376b",
            dark: "#e0f1ff",
            bold: false,
        },
        DATE,
    ),
    unsafe_areas: &[UnsafeArea {
        surface: "Reels",
        covered: Sourced::assumed(
            Insets {
                top: 14.0,
                right: 21.0,
                bottom: 35.0,
                left: 0.0,
            },
            DATE,
        ),
    }],
};
