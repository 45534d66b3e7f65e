//! English stems.

/// Words by which briefs ask for posts of any topic.
pub(super) fn is_general(stem: &str) -> bool {
    const GENERAL: &[&str] = &[
        "add", "announc", "answ", "answer", "behind", "bring", "cost", "day", "deal", "explain",
        "famil", "good", "help", "introduc", "know", "launch", "long", "news", "off", "offer",
        "peopl", "pric", "question", "sav", "scen", "show", "tell", "thing", "tim", "tip", "use",
        "us", "way", "week", "work", "year",
    ];
    GENERAL.contains(&stem)
}

/// One folded word's stem.
pub(super) fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.chars().any(|c| c.is_ascii_digit()) || word.len() < 4 {
        return word.to_owned();
    }
    let mut stem = match word.strip_suffix("ies") {
        Some(cut) if cut.len() >= 2 => format!("{cut}y"),
        _ => cut_ending(word, &[("es", 3), ("s", 3)]).to_owned(),
    };
    // "delivery" and "deliver" meet only if both lose their ends in the same order.
    stem = stem.trim_end_matches(['e', 'y', 'i']).to_owned();
    let verbs = [
        ("ation", 4),
        ("ator", 4),
        ("ion", 4),
        ("ment", 4),
        ("ing", 3),
        ("er", 4),
        ("ed", 3),
    ];
    stem = cut_ending(&stem, &verbs)
        .trim_end_matches(['e', 'y', 'i'])
        .to_owned();
    let mut ends = stem.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && last.is_alphabetic()
    {
        stem.pop();
    }
    if stem.is_empty() {
        word.to_owned()
    } else {
        stem
    }
}

/// Cuts the first of the endings that leaves enough letters.
fn cut_ending<'a>(word: &'a str, endings: &[(&str, usize)]) -> &'a str {
    endings
        .iter()
        .find_map(|&(ending, least)| {
            word.strip_suffix(ending)
                .filter(|cut| cut.len() >= least && !(ending == "s" && cut.ends_with(['s', 'u'])))
        })
        .unwrap_or(word)
}

/// Whether a folded word says nothing about a topic.
pub(super) fn is_stop_word(word: &str) -> bool {
    const STOP: &[&str] = &[
        "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at",
        "be", "because", "been", "before", "but", "by", "can", "cannot", "could", "did", "do",
        "does", "don't", "down", "each", "every", "few", "for", "from", "get", "had", "has",
        "have", "he", "her", "here", "his", "how", "i", "if", "in", "into", "is", "it", "it's",
        "its", "just", "let", "like", "make", "may", "me", "more", "most", "must", "my", "new",
        "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "own",
        "post", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
        "then", "there", "these", "they", "this", "those", "to", "too", "under", "up", "us",
        "very", "was", "we", "we'll", "were", "what", "when", "where", "which", "while", "who",
        "why", "will", "with", "would", "you", "your", "yours",
    ];
    STOP.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem_and_stop_words_are_found() {
        for (left, right) in [
            ("deliveries", "delivery"),
            ("cutting", "cuts"),
            ("conservation", "conserved"),
            ("services", "service"),
        ] {
            assert_eq!(stem(left), stem(right), "{left} and {right}");
        }
        for word in ["a", "about", "it's", "its", "we'll", "yours", "you", "now"] {
            assert!(is_stop_word(word), "{word}");
        }
        assert!(!is_stop_word("bread"));
    }
}
