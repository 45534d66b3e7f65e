//! Forgetting what a file said, before it is read again.

use crate::brand::{BrandRules, RuleSource};
use crate::text::fold;

impl BrandRules {
    /// The rules without the words that a member took out by hand, so that a guide that is read again does
    /// not bring them back.
    #[must_use]
    pub fn without_dropped(mut self) -> Self {
        let dropped: Vec<String> = self.dropped.iter().map(|word| fold(word)).collect();
        let kept = |text: &str| !dropped.contains(&fold(text));
        self.never.retain(|rule| kept(&rule.text));
        self.required.retain(|rule| kept(&rule.text));
        self.prefer.retain(|preference| kept(&preference.text));
        self
    }

    /// The rules without those that `file` states. What a person set by hand has no source and stays.
    #[must_use]
    pub fn without_file(mut self, file: &str) -> Self {
        let from_file =
            |source: &Option<RuleSource>| source.as_ref().is_some_and(|source| source.file == file);
        self.never.retain(|rule| !from_file(&rule.source));
        self.prefer
            .retain(|preference| !from_file(&preference.source));
        self.required.retain(|rule| !from_file(&rule.source));
        let gone: Vec<String> = self
            .stated
            .iter()
            .filter(|(_, source)| source.file == file)
            .map(|(field, _)| field.clone())
            .collect();
        for field in gone {
            self.stated.remove(&field);
            match field.as_str() {
                "emoji" => self.emoji = None,
                "exclamation_marks" => self.exclamation_marks = None,
                "use_hashtags" => self.use_hashtags = None,
                "max_hashtags" => self.max_hashtags = None,
                "hashtag_networks" => self.hashtag_networks = None,
                "max_sentence_words" => self.max_sentence_words = None,
                "contractions" => self.contractions = None,
                "speaks_as" => self.speaks_as = None,
                "address" => self.address = None,
                "spelling" => self.spelling = None,
                _ => {}
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::brand::BrandRules;
    use crate::brand::rules::read;

    const GUIDE: &str = "# How we write\n\nNever use:\n\n- bespoke\n- synergy\n\nKeep sentences \
                         under 15 words. No emoji. No exclamation marks.\n";

    #[test]
    fn what_a_file_said_is_forgotten_as_a_whole() {
        let rules = read("voice.md", GUIDE);
        assert!(
            !rules.never.is_empty() && !rules.stated.is_empty(),
            "the guide was read: {rules:?}"
        );
        assert_eq!(rules.without_file("voice.md"), BrandRules::default());
    }

    #[test]
    fn what_another_file_says_stays() {
        let rules = read("voice.md", GUIDE);
        assert_eq!(rules.clone().without_file("other.md"), rules);
    }
}
