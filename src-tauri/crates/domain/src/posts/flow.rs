//! How a candidate's global content reaches its versions.
//!
//! A version is the global content as its network takes it: fewer sentences where there is little room,
//! more hashtags where they help. So a change flows sentence by sentence: what was changed in the global
//! text changes wherever a version has it, and what a version never had stays away from it. Nothing is
//! cut to make it fit: a text that becomes too long is a finding.

use super::{Content, MediaUse};
use crate::networks::{HashtagPlace, NetworkRules};
use crate::text::diff::matches;
use crate::text::sentences;
use std::collections::BTreeMap;
use std::ops::Range;

/// What an attached version says after the global content went from `former` to `global`. `own` is what it
/// said before.
pub fn flow(former: &Content, global: &Content, own: &Content, rules: &NetworkRules) -> Content {
    let link = match own.link == former.link {
        true => global.link.clone(),
        false => own.link.clone(),
    };
    let first_comment = match own.first_comment == former.first_comment {
        true => global.first_comment.clone(),
        false => own.first_comment.clone(),
    };
    Content {
        text: flow_text(&former.text, &global.text, &own.text),
        link: link.filter(|_| rules.links.clickable.value),
        media: most(flow_media(&former.media, &global.media, &own.media), rules),
        first_comment,
    }
}

/// The global content as a network takes it that has no words of its own yet: as many hashtags as suit the
/// network, a link and pictures as far as it takes them.
pub fn adapted(global: &Content, rules: &NetworkRules) -> Content {
    let mut units = units(&global.text);
    let body = units
        .iter()
        .rposition(|unit| !is_hashtag(unit.text))
        .map_or(0, |last| last + 1);
    let tags = rules.hashtags.recommended.value.max as usize;
    units.truncate(body + tags);
    let listed = |unit: &Unit<'_>| unit.text.starts_with(['•', '-', '*']);
    if body > 0 && units.len() > body {
        let last = &mut units[body - 1];
        last.after = match rules.hashtags.place {
            HashtagPlace::LastLine if !listed(last) => " ",
            HashtagPlace::LastLine | HashtagPlace::OwnParagraph => "\n\n",
        };
    }
    Content {
        text: joined(&units),
        link: global.link.clone().filter(|_| rules.links.clickable.value),
        media: most(global.media.clone(), rules),
        first_comment: global.first_comment.clone(),
    }
}

/// The content that says most: what a candidate's versions have in common is all in it. The first of
/// equals; `None` without contents.
pub fn fullest<'a>(contents: impl IntoIterator<Item = &'a Content>) -> Option<&'a Content> {
    let mut best: Option<(&Content, usize)> = None;
    for content in contents {
        let length = content.text.chars().count();
        if best.is_none_or(|(_, most)| length > most) {
            best = Some((content, length));
        }
    }
    best.map(|(content, _)| content)
}

/// A sentence or a hashtag, with the white space behind it.
#[derive(Debug, Clone, Copy)]
struct Unit<'a> {
    text: &'a str,
    after: &'a str,
}

fn units(text: &str) -> Vec<Unit<'_>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for span in sentences(text) {
        let range = span.range();
        let mut end = range.end;
        let mut tags = Vec::new();
        // Hashtags behind a sentence are no part of it: networks differ in how many they carry.
        while let Some(at) = last_hashtag(&text[range.start..end]) {
            tags.push(range.start + at..end);
            end = range.start + text[range.start..range.start + at].trim_end().len();
        }
        if end > range.start {
            ranges.push(range.start..end);
        }
        ranges.extend(tags.into_iter().rev());
    }
    let ends = ranges.iter().skip(1).map(|next| next.start);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    ranges
        .into_iter()
        .zip(ends)
        .map(|(range, next)| Unit {
            text: &text[range.clone()],
            after: &text[range.end..next],
        })
        .collect()
}

/// Where the last word starts, if it is a hashtag.
fn last_hashtag(text: &str) -> Option<usize> {
    let at = text.rfind(char::is_whitespace).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    is_hashtag(&text[at..]).then_some(at)
}

fn is_hashtag(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace))
}

fn flow_text(former: &str, global: &str, own: &str) -> String {
    if own == former {
        return global.to_owned();
    }
    let (old, new, here) = (units(former), units(global), units(own));
    let same = |left: &[Unit<'_>], right: &[Unit<'_>]| {
        let texts = |units: &[Unit<'_>]| units.iter().map(|unit| unit.text.to_owned()).collect();
        let (left, right): (Vec<String>, Vec<String>) = (texts(left), texts(right));
        matches(&left, &right).unwrap_or_default()
    };
    // Where a sentence of the former global text stands in this version.
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (run, start) in same(&old, &here) {
        places.extend(run.clone().zip(start..start + run.len()));
    }
    // What stands in each place of this version; the first is before all of them.
    let mut out: Vec<Vec<Unit<'_>>> = vec![Vec::new()];
    out.extend(here.iter().map(|unit| vec![*unit]));
    let (mut x, mut y) = (0, 0);
    let runs = same(&old, &new);
    let end = (old.len()..old.len(), new.len());
    for (run, start) in runs.into_iter().chain([end]) {
        change(&mut out, &places, x..run.start, &new[y..start], &new[..y]);
        for (before, after) in run.clone().zip(&new[start..start + run.len()]) {
            let Some(&place) = places.get(&before) else {
                continue;
            };
            for unit in &mut out[place + 1] {
                if unit.text == after.text && unit.after == old[before].after {
                    unit.after = after.after;
                }
            }
        }
        x = run.end;
        y = start + run.len();
    }
    joined(&out.concat())
}

/// Puts `new` where the sentences `old` of the former global text stand. `before` is what the global text
/// has before them.
fn change<'a>(
    out: &mut [Vec<Unit<'a>>],
    places: &BTreeMap<usize, usize>,
    old: Range<usize>,
    new: &[Unit<'a>],
    before: &[Unit<'a>],
) {
    let here: Vec<usize> = old
        .clone()
        .filter_map(|unit| places.get(&unit))
        .map(|place| place + 1)
        .collect();
    if let (Some(&first), Some(&last)) = (here.first(), here.last()) {
        let behind = out[last].last().map(|unit| unit.after);
        for place in here {
            out[place].clear();
        }
        out[first] = new.to_vec();
        if let (Some(unit), Some(behind)) = (out[first].last_mut(), behind) {
            unit.after = behind;
        }
    } else if old.is_empty() && !new.is_empty() {
        let anchor = places.range(..old.start).next_back();
        let place = anchor.map_or(0, |(_, place)| place + 1);
        let is_last = out[place + 1..].iter().all(Vec::is_empty);
        let mut new = new.to_vec();
        // It parts from what stands before it as it does in the global text.
        if let (Some(here), Some(there)) = (out[place].last_mut(), before.last()) {
            let behind = std::mem::replace(&mut here.after, there.after);
            if let Some(unit) = new.last_mut().filter(|_| is_last) {
                unit.after = behind;
            }
        }
        out[place].extend(new);
    }
}

/// The text of units. White space at the ends goes; where a unit lost its own, a paragraph begins.
fn joined(units: &[Unit<'_>]) -> String {
    let mut out = String::new();
    for (at, unit) in units.iter().enumerate() {
        out.push_str(unit.text);
        if let Some(next) = units.get(at + 1) {
            out.push_str(match unit.after.is_empty() {
                true if is_hashtag(unit.text) && is_hashtag(next.text) => " ",
                true => "\n\n",
                false => unit.after,
            });
        }
    }
    out
}

fn flow_media(former: &[MediaUse], global: &[MediaUse], own: &[MediaUse]) -> Vec<MediaUse> {
    if own == former {
        return global.to_vec();
    }
    let find = |list: &[MediaUse], picture: &MediaUse| {
        let found = list.iter().find(|other| other.media == picture.media);
        found.cloned()
    };
    let kept = own.iter().filter_map(|picture| {
        let (was, is) = (find(former, picture), find(global, picture));
        match (was, is) {
            // It was taken out of the global content.
            (Some(_), None) => None,
            (Some(was), Some(is)) if was == *picture => Some(is),
            _ => Some(picture.clone()),
        }
    });
    let added = global
        .iter()
        .filter(|picture| find(former, picture).is_none() && find(own, picture).is_none());
    kept.chain(added.cloned()).collect()
}

/// As many pictures as the network takes.
fn most(mut media: Vec<MediaUse>, rules: &NetworkRules) -> Vec<MediaUse> {
    media.truncate(rules.images.max.value as usize);
    media
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::MediaId;
    use crate::networks::{NetworkId, rules};
    use proptest::prelude::*;
    use uuid::Uuid;

    const GLOBAL: &str =
        "Mesh that fits.\n\nSend sizes by 2 pm. We cut them that day.\n\nRing us.\n\n#Mesh #Steel";

    /// What a version with `own` words says after the global text became `global`.
    fn check(global: &str, own: &str, expect: &str) {
        assert_eq!(flow_text(GLOBAL, global, own), expect);
    }

    fn with(text: &str, pictures: &[u128]) -> Content {
        let picture = |id: &u128| MediaUse {
            media: MediaId(Uuid::from_u128(*id)),
            sha256: format!("{id:064x}"),
            alt: format!("Picture {id}"),
        };
        Content {
            text: text.to_owned(),
            media: pictures.iter().map(picture).collect(),
            ..Content::default()
        }
    }

    #[test]
    fn a_version_with_the_global_words_takes_the_new_ones_as_they_are() {
        check("Other. ", GLOBAL, "Other. ");
    }

    #[test]
    fn a_changed_sentence_changes_where_a_version_has_it() {
        check(
            &GLOBAL.replace("by 2 pm", "by noon"),
            "Mesh that fits. Send sizes by 2 pm. #Mesh",
            "Mesh that fits. Send sizes by noon. #Mesh",
        );
    }

    #[test]
    fn a_change_of_what_a_version_never_had_stays_away_from_it() {
        check(
            &GLOBAL.replace("that day", "the same day"),
            "Mesh that fits. Send sizes by 2 pm. #Mesh",
            "Mesh that fits. Send sizes by 2 pm. #Mesh",
        );
    }

    #[test]
    fn a_new_sentence_goes_behind_the_one_it_follows() {
        check(
            &GLOBAL.replace("that day.", "that day. No offcuts."),
            "Mesh that fits. Send sizes by 2 pm.\n\n#Mesh #Steel #Site",
            "Mesh that fits. Send sizes by 2 pm. No offcuts.\n\n#Mesh #Steel #Site",
        );
        check(
            &format!("First of all.\n\n{GLOBAL}"),
            "Send sizes by 2 pm.",
            "First of all.\n\nSend sizes by 2 pm.",
        );
        check(
            &GLOBAL.replace("Ring us.", "Ring us.\n\nOr write."),
            "Mesh that fits. Ring us.",
            "Mesh that fits. Ring us.\n\nOr write.",
        );
    }

    #[test]
    fn what_is_taken_out_goes_everywhere_and_hashtags_go_one_by_one() {
        check(
            &GLOBAL.replace(" We cut them that day.", ""),
            "Mesh that fits. We cut them that day. Ring us.",
            "Mesh that fits. Ring us.",
        );
        check(
            &GLOBAL.replace("#Mesh ", ""),
            "Mesh that fits. #Mesh #Steel #Site",
            "Mesh that fits. #Steel #Site",
        );
        check("", "Mesh that fits. Ring us. #Own", "#Own");
    }

    #[test]
    fn paragraphs_that_move_move_where_they_were_alike() {
        check(
            &GLOBAL.replace("2 pm. We", "2 pm.\n\nWe"),
            "Send sizes by 2 pm. We cut them that day. #Mesh",
            "Send sizes by 2 pm.\n\nWe cut them that day. #Mesh",
        );
    }

    #[test]
    fn a_network_gets_the_global_words_with_as_many_hashtags_as_suit_it() {
        let tagged = format!("{GLOBAL} #Site #Rebar #Yard #Cut #More");
        let adapted = |network| adapted(&with(&tagged, &[1, 2, 3, 4, 5]), rules(network));
        let most = rules(NetworkId::X).hashtags.recommended.value.max as usize;
        let on_x = adapted(NetworkId::X);
        assert_eq!(on_x.text.matches('#').count(), most);
        assert!(on_x.text.contains("Ring us."), "no sentence is cut");
        assert_eq!(
            on_x.media.len(),
            rules(NetworkId::X).images.max.value as usize
        );
    }

    #[test]
    fn a_link_goes_only_where_it_can_be_followed() {
        let global = Content {
            link: Some("https://nextdaysteel.example/mesh".to_owned()),
            ..with("Mesh.", &[])
        };
        let was = with("Mesh.", &[]);
        let flowed = |network| flow(&was, &global, &was, rules(network)).link;
        assert_eq!(flowed(NetworkId::LinkedIn), global.link);
        assert_eq!(flowed(NetworkId::Instagram), None);
    }

    #[test]
    fn pictures_flow_one_by_one_where_a_version_has_others() {
        let check = |global: &[u128], own: &[u128], expect: &[u128]| {
            let flowed = flow_media(
                &with("", &[1, 2]).media,
                &with("", global).media,
                &with("", own).media,
            );
            assert_eq!(flowed, with("", expect).media);
        };
        check(&[2, 1], &[1, 2], &[2, 1]);
        check(&[2, 3], &[1, 2, 9], &[2, 9, 3]);
        check(&[1, 2, 3], &[], &[3]);
    }

    #[test]
    fn the_fullest_content_is_the_longest_and_the_first_of_equals() {
        let contents = [with("ab", &[]), with("abc", &[1]), with("äöü", &[2])];
        assert_eq!(fullest(&contents), Some(&contents[1]));
        assert_eq!(fullest([]), None);
    }

    proptest! {
        #[test]
        fn any_texts_flow(former in TEXT, global in TEXT, own in TEXT) {
            let flowed = flow_text(&former, &global, &own);
            let known: Vec<&str> = global.split_whitespace().chain(own.split_whitespace()).collect();
            for word in flowed.split_whitespace() {
                prop_assert!(known.contains(&word), "{word:?} is in neither text");
            }
        }
    }

    const TEXT: &str = "([A-C][a-c]{1,3}[.] |#[a-c]{1,2} |\n\n|• [ab]+\n){0,7}";
}
