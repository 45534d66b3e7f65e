//! The form of a network's rules: every limit with its source, its date and how sure it is.
//!
//! The values are statics and go to the window as they are: there are no 64-bit integers in them.

use super::NetworkId;
use super::counting::Counting;
use serde::Serialize;

/// How sure a value is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The network's own documentation or specification states it.
    Documented,
    /// Seen and reported by many, stated nowhere official.
    Observed,
    /// Reports differ, or there are few: a preview says "approximate".
    Uncertain,
    /// Ours: seen in the network's own surfaces or a habit, and stated by no page that is known. A preview
    /// says "approximate".
    Assumed,
}

/// A value with the place that states it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Sourced<T> {
    pub value: T,
    /// Web address of the page or file that states it; empty where it is [`Certainty::Assumed`].
    pub source: &'static str,
    /// `YYYY-MM-DD` when that was read, or seen.
    pub date: &'static str,
    pub certainty: Certainty,
}

impl<T> Sourced<T> {
    pub(super) const fn documented(value: T, source: &'static str, date: &'static str) -> Self {
        Self {
            value,
            source,
            date,
            certainty: Certainty::Documented,
        }
    }

    pub(super) const fn observed(value: T, source: &'static str, date: &'static str) -> Self {
        Self {
            value,
            source,
            date,
            certainty: Certainty::Observed,
        }
    }

    pub(super) const fn uncertain(value: T, source: &'static str, date: &'static str) -> Self {
        Self {
            value,
            source,
            date,
            certainty: Certainty::Uncertain,
        }
    }

    pub(super) const fn assumed(value: T, date: &'static str) -> Self {
        Self {
            value,
            source: "",
            date,
            certainty: Certainty::Assumed,
        }
    }
}

/// Everything that Galley knows about one network's posts.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct NetworkRules {
    pub id: NetworkId,
    /// As the network writes itself.
    pub name: &'static str,
    pub text: TextRules,
    pub hashtags: HashtagRules,
    pub mentions: MentionRules,
    pub links: LinkRules,
    pub fold: FoldRules,
    /// `None`: a link in the text makes no card.
    pub card: Option<LinkCard>,
    /// How several pictures are laid out, by their number, ascending.
    pub grids: &'static [PictureGrid],
    pub images: ImageRules,
    /// Longest first comment, in the unit of `text.counting`.
    pub first_comment: Sourced<u32>,
    pub avatar: AvatarRules,
    pub ink: Sourced<EntityInk>,
    /// Parts of a full-screen 9:16 picture that controls cover; empty if there is no such format.
    pub unsafe_areas: &'static [UnsafeArea],
}

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct TextRules {
    /// Longest text, in the unit of `counting`.
    pub limit: Sourced<u32>,
    /// Longest text of paying accounts, where the network has such; used only when the account says so.
    pub paid_limit: Option<Sourced<u32>>,
    pub counting: Sourced<Counting>,
}

/// Hashtags: how many, of what, and where.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct HashtagRules {
    /// More than this the network refuses. `None`: no such number is known.
    pub max: Option<Sourced<u32>>,
    /// More than this is unwise: a warning, never a block.
    pub advised_max: Sourced<u32>,
    /// How many a drafted text carries, fewest and most.
    pub recommended: Sourced<CountRange>,
    pub place: HashtagPlace,
    pub characters: Sourced<HashtagCharacters>,
}

/// Both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct CountRange {
    pub min: u32,
    pub max: u32,
}

/// Where a drafted text puts its hashtags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum HashtagPlace {
    /// In a paragraph of their own after the text.
    OwnParagraph,
    /// After the last sentence, on its line.
    LastLine,
}

/// What follows the `#`. Letters, marks and digits of all scripts may; one character must be no digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct HashtagCharacters {
    /// Characters besides letters, marks and digits.
    pub extra: &'static str,
    /// Most characters after the `#`; more are no hashtag. `None`: no such number is known.
    pub max_chars: Option<u32>,
}

/// Mentions of other accounts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct MentionRules {
    /// More than this the network refuses. `None`: no such number is known.
    pub max: Option<Sourced<u32>>,
    pub form: Sourced<MentionForm>,
}

/// How an account is named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum MentionForm {
    /// `@name` in the text is a mention by itself: ASCII letters, digits and `extra`.
    Handle {
        extra: &'static str,
        /// Most characters after the `@`.
        max_chars: u32,
    },
    /// The account is picked when the post is sent; `@name` in the text is only text that looks like it.
    Picked,
}

/// Web addresses in a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct LinkRules {
    /// Whether a reader can follow an address in the text.
    pub clickable: Sourced<bool>,
    /// What an address counts however long it is. `None`: as many as it has.
    pub counted: Option<Sourced<u32>>,
    /// More than this is unwise: a warning.
    pub advised_max: Sourced<u32>,
    /// Whether an address without `https://` becomes a link.
    pub without_protocol: Sourced<bool>,
    /// Price of a post with an address, in thousandths of a US dollar, where the network asks for one.
    pub price_usd_thousandths: Option<Sourced<u32>>,
}

/// Where a text is cut until the reader asks for more: computed from laid-out lines, never from a number
/// of characters.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct FoldRules {
    pub phone: Sourced<Fold>,
    pub desktop: Sourced<Fold>,
    /// Whether an empty line counts as a line.
    pub blank_lines_count: Sourced<bool>,
    /// What stands at the cut, as the network's English surface writes it.
    pub marker: &'static str,
}

/// One surface's text column, in CSS pixels. The source of a fold states its lines and characters; column,
/// letters and line height are our own measures on every network.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Fold {
    /// Rendered lines shown. `None`: a text up to `text.limit` is shown whole.
    pub lines: Option<u32>,
    pub column_px: u32,
    pub font_px: u32,
    pub line_px: u32,
    /// About how many characters of running text that is: a hint for writing, not the rule.
    pub about_chars: Option<u32>,
}

/// The card that a link becomes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct LinkCard {
    /// Width by height of its picture.
    pub ratio: Sourced<f32>,
    pub title_lines: u32,
    pub domain: CardDomain,
    pub description: bool,
    /// Whether a posted picture takes the card's place.
    pub picture_replaces_it: bool,
}

/// Where a card shows the link's domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CardDomain {
    AboveTitle,
    BelowTitle,
    /// Over the picture, with no text below it.
    OverPicture,
}

/// How a post's pictures are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PictureGrid {
    /// Number of pictures.
    pub pictures: u32,
    /// Whether it also holds for every greater number up to the network's maximum.
    pub or_more: bool,
    pub arrangement: Sourced<Arrangement>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Arrangement {
    /// The picture alone, shown whole between these ratios (width by height) and cut in the middle
    /// beyond; `None`: however wide it is.
    Single {
        ratio_min: f32,
        ratio_max: Option<f32>,
    },
    /// All at once, in cells.
    Cells {
        /// Width by height of the whole.
        ratio: f32,
        /// One cell a picture, in order; pictures without one are counted in "+N" on the last.
        cells: &'static [Cell],
    },
    /// One at a time, with arrows, all cut to the first one's ratio within these bounds.
    Carousel { ratio_min: f32, ratio_max: f32 },
}

/// A picture's place, in percent of the whole: gaps are drawn inside it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Cell {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Two pictures beside each other.
pub(super) const SIDE_BY_SIDE: &[Cell] =
    &[cell(0.0, 0.0, 50.0, 100.0), cell(50.0, 0.0, 50.0, 100.0)];

pub(super) const fn cell(x: f32, y: f32, width: f32, height: f32) -> Cell {
    Cell {
        x,
        y,
        width,
        height,
    }
}

/// What a picture may be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ImageRules {
    /// Most pictures in a post.
    pub max: Sourced<u32>,
    /// Whether a post needs one.
    pub required: bool,
    pub formats: Sourced<&'static [ImageFormat]>,
    /// Most bytes of one picture. `None`: no such number is known.
    pub max_bytes: Option<Sourced<u32>>,
    /// Most pixels of one picture, width times height.
    pub max_pixels: Option<Sourced<u32>>,
    /// Fewest and most pixels of its width.
    pub width_px: Option<Sourced<CountRange>>,
    /// Ratios (width by height) that the network takes. `None`: any.
    pub ratios: Option<Sourced<RatioRange>>,
    /// Ratios that are taken in practice though the documentation does not say so.
    pub tolerated_ratios: Option<Sourced<RatioRange>>,
    /// What Galley makes.
    pub recommended: Sourced<PixelSize>,
    /// For a link's card.
    pub card: Option<Sourced<PixelSize>>,
    /// Longest alternative text, in characters. `None`: no such number is known.
    pub alt_max: Option<Sourced<u32>>,
}

/// Width by height; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct RatioRange {
    pub min: f32,
    pub max: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PixelSize {
    pub width: u32,
    pub height: u32,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "lowercase")]
pub enum ImageFormat {
    Jpeg,
    Png,
    Gif,
    Webp,
    Bmp,
    Tiff,
}

/// The form of an account's picture, by the kind of account; `None`: the network has no such kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct AvatarRules {
    pub person: Option<Sourced<AvatarShape>>,
    /// A page or an organization: the brand itself.
    pub brand: Option<Sourced<AvatarShape>>,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum AvatarShape {
    Round,
    /// A square with round corners.
    Square,
}

/// How mentions, hashtags and links stand out: `#RRGGBB` on the network's light and dark surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct EntityInk {
    pub light: &'static str,
    pub dark: &'static str,
    pub bold: bool,
}

/// How much of a full-screen 9:16 surface is covered, in percent of its height or width from each edge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct UnsafeArea {
    /// The surface's name as the network writes it.
    pub surface: &'static str,
    pub covered: Sourced<Insets>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Insets {
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub left: f32,
}

#[cfg(test)]
mod tests {
    use super::super::{NetworkId, rules};
    use super::*;
    use serde_json::Value;

    const CATALOGS: [&str; 2] = [
        include_str!("../../../../../ui/src/text/en/networks.json"),
        include_str!("../../../../../ui/src/text/de/networks.json"),
    ];

    /// Source, day and certainty of every value.
    fn sourced(value: &Value, found: &mut Vec<[String; 3]>) {
        match value {
            Value::Object(fields) => {
                let named = ["source", "date", "certainty"].map(|name| fields.get(name));
                if let [Some(source), Some(date), Some(certainty)] = named {
                    let text = |value: &Value| value.as_str().unwrap().to_owned();
                    found.push([source, date, certainty].map(text));
                }
                fields.values().for_each(|value| sourced(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| sourced(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_value_names_a_page_and_a_day_or_says_that_it_is_ours() {
        for network in NetworkId::ALL {
            assert_eq!(rules(network).id, network);
            let mut found = Vec::new();
            sourced(&serde_json::to_value(rules(network)).unwrap(), &mut found);
            assert!(found.len() > 20, "{network:?} has {} sources", found.len());
            for [source, date, certainty] in found {
                let ours = certainty == "assumed";
                assert_eq!(source.is_empty(), ours, "{network:?}: {source}");
                // A front page ("x.com/home") states nothing: a page that does lies deeper.
                let deep = source.trim_end_matches('/').split('/').count() >= 5;
                let is_page = source.starts_with("https://") && deep;
                assert!(ours || is_page, "{network:?}: {source}");
                assert!(
                    date.parse::<jiff::civil::Date>().is_ok(),
                    "{network:?}: {date}"
                );
            }
        }
    }

    #[test]
    fn every_number_of_pictures_has_one_arrangement_that_fills_its_place() {
        for network in NetworkId::ALL {
            let rules = rules(network);
            for pictures in 1..=rules.images.max.value {
                let fits = |grid: &&PictureGrid| {
                    grid.pictures == pictures || grid.or_more && grid.pictures < pictures
                };
                let count = rules.grids.iter().filter(fits).count();
                assert_eq!(count, 1, "{network:?} with {pictures} pictures");
            }
            for grid in rules.grids {
                let Arrangement::Cells { cells, ratio } = grid.arrangement.value else {
                    continue;
                };
                let area: f32 = cells.iter().map(|cell| cell.width * cell.height).sum();
                assert!(
                    (area - 10_000.0).abs() < 20.0,
                    "{network:?} {}: {area}",
                    grid.pictures
                );
                assert!(
                    cells
                        .iter()
                        .all(|c| c.x + c.width < 100.01 && c.y + c.height < 100.01)
                );
                assert_eq!(cells.len(), grid.pictures as usize, "{network:?}");
                assert!(ratio > 0.5 && ratio < 3.0);
            }
        }
    }

    #[test]
    fn what_is_recommended_is_within_what_is_allowed() {
        for network in NetworkId::ALL {
            let rules = rules(network);
            let tags = rules.hashtags;
            assert!(tags.recommended.value.min <= tags.recommended.value.max);
            assert!(
                tags.recommended.value.max <= tags.advised_max.value,
                "{network:?}"
            );
            assert!(
                tags.max
                    .is_none_or(|max| max.value >= tags.advised_max.value)
            );
            let size = rules.images.recommended.value;
            let ratio = size.width as f32 / size.height as f32;
            assert!(
                rules
                    .images
                    .ratios
                    .is_none_or(|r| (r.value.min..=r.value.max).contains(&ratio))
            );
            assert!(
                rules.images.formats.value.contains(&ImageFormat::Jpeg),
                "{network:?}"
            );
        }
    }

    #[test]
    fn the_catalogs_say_how_each_network_counts() {
        for catalog in CATALOGS {
            let catalog: Value = serde_json::from_str(catalog).unwrap();
            for network in NetworkId::ALL {
                let id = serde_json::to_value(network).unwrap();
                let key = format!("counting.{}", id.as_str().unwrap());
                assert!(catalog[&key].is_string(), "a catalog has no {key}");
            }
        }
    }

    #[test]
    fn no_number_on_the_wire_needs_more_than_32_bits() {
        fn check(value: &Value) {
            match value {
                Value::Number(number) => {
                    assert!(number.as_u64().is_none_or(|n| n <= u64::from(u32::MAX)));
                }
                Value::Array(values) => values.iter().for_each(check),
                Value::Object(fields) => fields.values().for_each(check),
                _ => {}
            }
        }
        for network in NetworkId::ALL {
            check(&serde_json::to_value(rules(network)).unwrap());
        }
    }
}
