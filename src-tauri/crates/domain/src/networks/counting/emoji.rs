//! Emoji that are made of several characters.
//!
//! Single characters need no list: every emoji outside keycaps, "©" and "®" counts 2 by its code point.
//! The sequences are those that Unicode recommends for interchange (Emoji 17), which hold all that
//! twitter-text's own pattern of 2018 knows. Source:
//! <https://www.unicode.org/Public/emoji/latest/emoji-zwj-sequences.txt> and
//! <https://www.unicode.org/Public/emoji/latest/emoji-sequences.txt>, read 2026-11-20.

const JOINER: char = '\u{200d}';
const EMOJI_STYLE: char = '\u{fe0f}';
const KEYCAP: char = '\u{20e3}';

/// How many characters the emoji at the start of a text has; 0 if there is none of several characters.
pub(super) fn length(text: &[char]) -> usize {
    let (Some(&first), Some(&second)) = (text.first(), text.get(1)) else {
        return 0;
    };
    match first {
        '0'..='9' | '#' | '*' => keycap_length(text),
        '\u{1f1e6}'..='\u{1f1ff}' => 2 * usize::from(is_flag(first, second)),
        '\u{1f3f4}'
            if SUBDIVISIONS
                .iter()
                .any(|tags| starts_with(&text[1..], tags)) =>
        {
            7
        }
        '👁' if starts_with(text, BARE_EYE) => 3,
        _ if first < '\u{a9}' => 0,
        _ => joined_length(text).max(element_length(text)),
    }
}

fn keycap_length(text: &[char]) -> usize {
    match text {
        [_, KEYCAP, ..] => 2,
        [_, EMOJI_STYLE, KEYCAP, ..] => 3,
        _ => 0,
    }
}

fn is_flag(first: char, second: char) -> bool {
    let letter = |character: char| {
        let index = u32::from(character).checked_sub(0x1f1e6)?;
        u8::try_from(index).ok().filter(|index| *index < 26)
    };
    let (Some(first), Some(second)) = (letter(first), letter(second)) else {
        return false;
    };
    FLAGS[usize::from(first)].contains(char::from(b'A' + second))
}

/// A character with the marks that make it an emoji of a style or a skin tone; 0 if it has none.
fn element_length(text: &[char]) -> usize {
    match text {
        [base, EMOJI_STYLE, tone, ..]
            if takes_style(*base) && takes_tone(*base) && is_tone(*tone) =>
        {
            3
        }
        [base, EMOJI_STYLE, ..] if takes_style(*base) => 2,
        [base, tone, ..] if takes_tone(*base) && is_tone(*tone) => 2,
        _ => 0,
    }
}

/// Emoji joined by zero-width joiners; 0 if there are none.
fn joined_length(text: &[char]) -> usize {
    let Some(&head) = text.first() else { return 0 };
    let (mark, rest) = match text.get(1) {
        Some(&JOINER) => (None, &text[2..]),
        Some(&mark) if text.get(2) == Some(&JOINER) => (Some(mark), &text[3..]),
        _ => return 0,
    };
    let toned = mark.is_some_and(is_tone);
    // A character that is text by default needs a mark to be an emoji here; any other takes none but a tone.
    let complete = match mark {
        Some(EMOJI_STYLE) => takes_style(head),
        Some(_) => toned && takes_tone(head),
        None => !takes_style(head),
    };
    if !complete {
        return 0;
    }
    let start = text.len() - rest.len();
    JOINED
        .iter()
        .filter(|row| row.heads.contains(head) && row.tones.allow(toned))
        .flat_map(|row| {
            row.tails
                .split_ascii_whitespace()
                .map(|tail| (tail, row.tones))
        })
        .filter_map(|(tail, tones)| tail_length(rest, tail, tones, toned))
        .max()
        .map_or(0, |length| start + length)
}

/// Length of `tail` at the start of `text`, where a last person may have a tone if the first one has.
fn tail_length(text: &[char], tail: &str, tones: Tones, toned: bool) -> Option<usize> {
    if !starts_with(text, tail) {
        return None;
    }
    let length = tail.chars().count();
    let tone = text.get(length).copied().filter(|c| is_tone(*c));
    match (tones, toned, tone) {
        (Tones::Both | Tones::OnlyBoth, true, Some(_)) => Some(length + 1),
        (Tones::OnlyBoth, _, _) => None,
        _ => Some(length),
    }
}

fn starts_with(text: &[char], start: &str) -> bool {
    let mut text = text.iter();
    start.chars().all(|c| text.next() == Some(&c))
}

fn is_tone(character: char) -> bool {
    matches!(character, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Which skin tones a joined emoji may have.
#[derive(Clone, Copy, PartialEq)]
enum Tones {
    None,
    /// On its first character.
    First,
    /// On its first and its last character, or on none.
    Both,
    /// On its first and its last character, and never on none.
    OnlyBoth,
}

impl Tones {
    fn allow(self, toned: bool) -> bool {
        match self {
            Self::None => !toned,
            Self::First | Self::Both => true,
            Self::OnlyBoth => toned,
        }
    }
}

/// First characters, without their marks, and what may be joined to each.
struct Joined {
    heads: &'static str,
    tails: &'static str,
    tones: Tones,
}

/// An eye in a speech bubble, the one joined emoji that twitter-text knows without marks of emoji style.
const BARE_EYE: &str = "👁\u{200d}🗨";

const JOINED: [Joined; 29] = [
    Joined {
        heads: "👨👩🧑",
        tails: "⚕️ ⚖️ ✈️ 🌾 🍳 🍼 🎓 🎤 🎨 🏫 🏭 💻 💼 🔧 🔬 🚀 🚒 🦯 🦰 🦱 🦲 🦳 🦼 🦽 🦯‍➡️ 🦼‍➡️ 🦽‍➡️",
        tones: Tones::First,
    },
    Joined {
        heads: "🧑",
        tails: "🎄 🩰",
        tones: Tones::First,
    },
    Joined {
        heads: "⛹🏃🏄🏊🏋🏌👮👯👰👱👳👷💁💂💆💇🕵🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤵🤷🤸🤹🤼🤽🤾🦸🦹🧍🧎🧏🧔🧖🧗🧘🧙🧚🧛🧜🧝🧞🧟",
        tails: "♀️ ♂️",
        tones: Tones::First,
    },
    Joined {
        heads: "🏃🚶🧎",
        tails: "➡️ ♀️‍➡️ ♂️‍➡️",
        tones: Tones::First,
    },
    Joined {
        heads: "👨👩",
        tails: "❤️‍👨 ❤️‍💋‍👨",
        tones: Tones::Both,
    },
    Joined {
        heads: "👩",
        tails: "❤️‍👩 ❤️‍💋‍👩",
        tones: Tones::Both,
    },
    Joined {
        heads: "🧑",
        tails: "🤝‍🧑",
        tones: Tones::Both,
    },
    Joined {
        heads: "🧑",
        tails: "❤️‍🧑 ❤️‍💋‍🧑 🐰‍🧑 🫯‍🧑",
        tones: Tones::OnlyBoth,
    },
    Joined {
        heads: "👨",
        tails: "🤝‍👨 🐰‍👨 🫯‍👨",
        tones: Tones::OnlyBoth,
    },
    Joined {
        heads: "👩",
        tails: "🤝‍👨 🤝‍👩 🐰‍👩 🫯‍👩",
        tones: Tones::OnlyBoth,
    },
    Joined {
        heads: "🫱",
        tails: "🫲",
        tones: Tones::OnlyBoth,
    },
    Joined {
        heads: "👨👩",
        tails: "👦 👧 👦‍👦 👧‍👦 👧‍👧 👩‍👦 👩‍👧 👩‍👦‍👦 👩‍👧‍👦 👩‍👧‍👧",
        tones: Tones::None,
    },
    Joined {
        heads: "👨",
        tails: "👨‍👦 👨‍👧 👨‍👦‍👦 👨‍👧‍👦 👨‍👧‍👧",
        tones: Tones::None,
    },
    Joined {
        heads: "🧑",
        tails: "🧒 🧒‍🧒 🧑‍🧒 🧑‍🧒‍🧒",
        tones: Tones::None,
    },
    Joined {
        heads: "👁",
        tails: "🗨️",
        tones: Tones::None,
    },
    Joined {
        heads: "🐈🐦",
        tails: "⬛",
        tones: Tones::None,
    },
    Joined {
        heads: "❤🐦",
        tails: "🔥",
        tones: Tones::None,
    },
    Joined {
        heads: "❤",
        tails: "🩹",
        tones: Tones::None,
    },
    Joined {
        heads: "🏳",
        tails: "🌈 ⚧️",
        tones: Tones::None,
    },
    Joined {
        heads: "🏴",
        tails: "☠️",
        tones: Tones::None,
    },
    Joined {
        heads: "🙂",
        tails: "↔️ ↕️",
        tones: Tones::None,
    },
    Joined {
        heads: "🍋",
        tails: "🟩",
        tones: Tones::None,
    },
    Joined {
        heads: "🍄",
        tails: "🟫",
        tones: Tones::None,
    },
    Joined {
        heads: "⛓",
        tails: "💥",
        tones: Tones::None,
    },
    Joined {
        heads: "😶",
        tails: "🌫️",
        tones: Tones::None,
    },
    Joined {
        heads: "🐻",
        tails: "❄️",
        tones: Tones::None,
    },
    Joined {
        heads: "😵",
        tails: "💫",
        tones: Tones::None,
    },
    Joined {
        heads: "🐕",
        tails: "🦺",
        tones: Tones::None,
    },
    Joined {
        heads: "😮",
        tails: "💨",
        tones: Tones::None,
    },
];

/// Flags of England, Scotland and Wales, behind their black flag.
const SUBDIVISIONS: [&str; 3] = [
    "\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

/// Second letters of the regions that have a flag, by their first letter.
const FLAGS: [&str; 26] = [
    "CDEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNOPQRUVWXYZ",
    "EGJKMOZ",
    "ACEGHRSTU",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "CDELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "ACDFGHJKLMNORTVWZ",
    "AGMNSYZ",
    "ACEGINU",
    "FS",
    "K",
    "ET",
    "AMW",
];

/// Whether a variation selector makes the character an emoji.
#[rustfmt::skip]
fn takes_style(character: char) -> bool {
    matches!(character,
            '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
            | '\u{2194}'..='\u{2199}' | '\u{21a9}'..='\u{21aa}' | '\u{231a}'..='\u{231b}'
            | '\u{2328}' | '\u{23cf}' | '\u{23ed}'..='\u{23ef}' | '\u{23f1}'..='\u{23f2}'
            | '\u{23f8}'..='\u{23fa}' | '\u{24c2}' | '\u{25aa}'..='\u{25ab}' | '\u{25b6}'
            | '\u{25c0}' | '\u{25fb}'..='\u{25fe}' | '\u{2600}'..='\u{2604}' | '\u{260e}'
            | '\u{2611}' | '\u{2614}'..='\u{2615}' | '\u{2618}' | '\u{261d}' | '\u{2620}'
            | '\u{2622}'..='\u{2623}' | '\u{2626}' | '\u{262a}' | '\u{262e}'..='\u{262f}'
            | '\u{2638}'..='\u{263a}' | '\u{2640}' | '\u{2642}' | '\u{2648}'..='\u{2653}'
            | '\u{265f}'..='\u{2660}' | '\u{2663}' | '\u{2665}'..='\u{2666}' | '\u{2668}'
            | '\u{267b}' | '\u{267e}'..='\u{267f}' | '\u{2692}'..='\u{2697}' | '\u{2699}'
            | '\u{269b}'..='\u{269c}' | '\u{26a0}'..='\u{26a1}' | '\u{26a7}'
            | '\u{26aa}'..='\u{26ab}' | '\u{26b0}'..='\u{26b1}' | '\u{26bd}'..='\u{26be}'
            | '\u{26c4}'..='\u{26c5}' | '\u{26c8}' | '\u{26cf}' | '\u{26d1}'
            | '\u{26d3}'..='\u{26d4}' | '\u{26e9}'..='\u{26ea}' | '\u{26f0}'..='\u{26f5}'
            | '\u{26f7}'..='\u{26fa}' | '\u{26fd}' | '\u{2702}' | '\u{2708}'..='\u{2709}'
            | '\u{270c}'..='\u{270d}' | '\u{270f}' | '\u{2712}' | '\u{2714}' | '\u{2716}'
            | '\u{271d}' | '\u{2721}' | '\u{2733}'..='\u{2734}' | '\u{2744}' | '\u{2747}'
            | '\u{2757}' | '\u{2763}'..='\u{2764}' | '\u{27a1}' | '\u{2934}'..='\u{2935}'
            | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}'..='\u{2b1c}' | '\u{2b50}' | '\u{2b55}'
            | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f004}'
            | '\u{1f170}'..='\u{1f171}' | '\u{1f17e}'..='\u{1f17f}' | '\u{1f202}'
            | '\u{1f21a}' | '\u{1f22f}' | '\u{1f237}' | '\u{1f321}'
            | '\u{1f324}'..='\u{1f32c}' | '\u{1f336}' | '\u{1f37d}'
            | '\u{1f396}'..='\u{1f397}' | '\u{1f399}'..='\u{1f39b}'
            | '\u{1f39e}'..='\u{1f39f}' | '\u{1f3cb}'..='\u{1f3ce}'
            | '\u{1f3d4}'..='\u{1f3df}' | '\u{1f3f3}' | '\u{1f3f5}' | '\u{1f3f7}'
            | '\u{1f43f}' | '\u{1f441}' | '\u{1f4fd}' | '\u{1f549}'..='\u{1f54a}'
            | '\u{1f56f}'..='\u{1f570}' | '\u{1f573}'..='\u{1f579}' | '\u{1f587}'
            | '\u{1f58a}'..='\u{1f58d}' | '\u{1f590}' | '\u{1f5a5}' | '\u{1f5a8}'
            | '\u{1f5b1}'..='\u{1f5b2}' | '\u{1f5bc}' | '\u{1f5c2}'..='\u{1f5c4}'
            | '\u{1f5d1}'..='\u{1f5d3}' | '\u{1f5dc}'..='\u{1f5de}' | '\u{1f5e1}'
            | '\u{1f5e3}' | '\u{1f5e8}' | '\u{1f5ef}' | '\u{1f5f3}' | '\u{1f5fa}'
            | '\u{1f6cb}' | '\u{1f6cd}'..='\u{1f6cf}' | '\u{1f6e0}'..='\u{1f6e5}'
            | '\u{1f6e9}' | '\u{1f6f0}' | '\u{1f6f3}')
}

/// Whether the character can have a skin tone.
#[rustfmt::skip]
fn takes_tone(character: char) -> bool {
    matches!(character,
            '\u{261d}' | '\u{26f7}' | '\u{26f9}' | '\u{270a}'..='\u{270d}' | '\u{1f385}'
            | '\u{1f3c2}'..='\u{1f3c4}' | '\u{1f3c7}' | '\u{1f3ca}'..='\u{1f3cc}'
            | '\u{1f442}'..='\u{1f443}' | '\u{1f446}'..='\u{1f450}'
            | '\u{1f466}'..='\u{1f478}' | '\u{1f47c}' | '\u{1f481}'..='\u{1f483}'
            | '\u{1f485}'..='\u{1f487}' | '\u{1f48f}' | '\u{1f491}' | '\u{1f4aa}'
            | '\u{1f574}'..='\u{1f575}' | '\u{1f57a}' | '\u{1f590}'
            | '\u{1f595}'..='\u{1f596}' | '\u{1f645}'..='\u{1f647}'
            | '\u{1f64b}'..='\u{1f64f}' | '\u{1f6a3}' | '\u{1f6b4}'..='\u{1f6b6}'
            | '\u{1f6c0}' | '\u{1f6cc}' | '\u{1f90c}' | '\u{1f90f}'
            | '\u{1f918}'..='\u{1f91f}' | '\u{1f926}' | '\u{1f930}'..='\u{1f939}'
            | '\u{1f93c}'..='\u{1f93e}' | '\u{1f977}' | '\u{1f9b5}'..='\u{1f9b6}'
            | '\u{1f9b8}'..='\u{1f9b9}' | '\u{1f9bb}' | '\u{1f9cd}'..='\u{1f9cf}'
            | '\u{1f9d1}'..='\u{1f9dd}' | '\u{1fac3}'..='\u{1fac5}'
            | '\u{1faf0}'..='\u{1faf8}')
}
