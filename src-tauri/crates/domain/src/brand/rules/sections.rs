//! What the headings above a line and over a table's column say about it.

use super::terms::{Place, has};

/// Headings that say that words are listed below.
pub(super) const WORD_SECTIONS: &str = "word|words|vocabulary|wording|lexicon|lexikon|terminology|terms|term|phrases|phrase\
    |glossary|say|saying|spelling|names|word list|wordlist|worte|worter|wortschatz\
    |wortliste|begriffe|begriff|sagen|formulierungen|floskeln|ausdrucke|vokabular|unworter\
    |no go words|expressions|cliches";

/// Headings that say that what is listed below is not to be used.
pub(super) const NEVER: &str = "never|avoid|avoided|dont say|do not say|dont use|do not use|dont write|do not write\
    |we dont|dont|donts|banned|forbidden|prohibited|blacklist|blocklist|blacklisted|off limits\
    |not to use|not to say|stay away from|steer clear|no go|no gos|nogo|nogos|not allowed\
    |out of bounds|we do not|words we hate|taboo|nie|niemals|vermeiden|verboten|verbotene\
    |vermiedene|nicht verwenden|nicht benutzen|nicht sagen|nicht schreiben|sagen wir nicht\
    |verwenden wir nicht|benutzen wir nicht|schreiben wir nicht|die wir nicht|tabu|tabus\
    |tabuworter|unworter|verzichten|nicht erlaubt|gesperrt|zu vermeiden|vermeide|vermeidet\
    |worte die wir meiden|meiden|we never|not use|not say";

pub(super) const EXAMPLES: &str = "example|examples|sample|samples|for instance|before and after|before|after|beispiel\
    |beispiele|vorher nachher|vorher|nachher|good|bad|gut|schlecht|in practice|rewrite\
    |rewrites|muster";

/// Headings below which "X, not Y" describes a character ("confident, not cocky") and no words.
const CHARACTER: &str = "tone|voice|personality|character|principles|values|who we are|ton|charakter\
    |personlichkeit|werte|prinzipien|haltung|how we sound|attributes|stimme";

/// What the headings above a line say about it.
pub(super) struct Section {
    pub(super) never: bool,
    pub(super) words: bool,
    pub(super) example: bool,
    pub(super) character: bool,
    /// The innermost heading.
    pub(super) title: String,
}

impl Section {
    pub(super) fn of(above: &[String]) -> Self {
        let title = above.last().cloned().unwrap_or_default();
        let parents = &above[..above.len().saturating_sub(1)];
        let words = has(&title, WORD_SECTIONS)
            || parents
                .iter()
                .skip(1)
                .any(|title| has(title, WORD_SECTIONS) && !has(title, "language|sprache"));
        let permits = has(
            &title,
            "use|say|always|do|prefer|like|love|immer|gern|bevorzugt",
        ) && !has(&title, NEVER);
        let parent = parents.last().is_some_and(|title| has(title, NEVER)) && !permits;
        Self {
            never: has(&title, NEVER) || parent,
            words,
            example: above
                .iter()
                .any(|title| has(title, EXAMPLES) && !has(title, NEVER)),
            character: !words && has(&title, CHARACTER),
            title,
        }
    }

    pub(super) fn place(&self) -> Place {
        match (self.never, self.words) {
            (true, true) => Place::Words,
            (true, false) => Place::Mixed,
            _ => Place::Advice,
        }
    }
}

/// Which side of a pair a column of a table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Use,
    Avoid,
    Other,
}

impl Side {
    pub(super) fn of(header: &str, raw: &str) -> Self {
        let avoid = has(header, NEVER)
            || has(
                header,
                "instead of|not|no|rather than|statt|anstatt|nicht|wrong|falsch|replace\
                    |old|alt",
            )
            || raw.contains(['❌', '✗', '✘', '🚫']);
        let wanted = has(
            header,
            "use|say|write|we say|we write|prefer|preferred|yes|instead|better|do|right\
                |with|new|verwenden|sagen|wir sagen|wir schreiben|schreiben|besser|lieber\
                |stattdessen|richtig|ja|neu|bevorzugt",
        ) || raw.contains(['✅', '✓', '✔']);
        // "Use instead" beside "Avoid": the word "instead" alone is the better side.
        let instead = has(
            header,
            "use instead|say instead|write instead|try instead|instead|stattdessen",
        ) && !has(header, "instead of");
        match (avoid && !instead, wanted) {
            (true, _) => Self::Avoid,
            (false, true) => Self::Use,
            (false, false) => Self::Other,
        }
    }
}
