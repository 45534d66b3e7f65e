//! What is printed: results to standard output, everything else to standard error.

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::OnceLock;

/// Prints a line of the result. A reader that went away ends the printing, not the program.
pub(crate) fn print(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Says something beside the result.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Says what went wrong.
pub(crate) fn complain(message: &str) {
    tell(&format!("galley: {message}"));
}

/// The English sentence of a code, from the same catalogs as the window's. A code without a sentence is
/// shown as it is, with its values.
pub(crate) fn sentence(code: &str, params: &BTreeMap<String, String>) -> String {
    let Some(pattern) = catalog().get(code) else {
        let values: Vec<_> = params
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        return if values.is_empty() {
            code.to_owned()
        } else {
            format!("{code} ({})", values.join(", "))
        };
    };
    params.iter().fold(pattern.clone(), |text, (name, value)| {
        text.replace(&format!("{{{{{name}}}}}"), value)
    })
}

fn catalog() -> &'static BTreeMap<String, String> {
    static CATALOG: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    CATALOG.get_or_init(|| {
        let files = [
            include_str!("../../../../ui/src/text/en/brand.json"),
            include_str!("../../../../ui/src/text/en/drafting.json"),
            include_str!("../../../../ui/src/text/en/guards.json"),
            include_str!("../../../../ui/src/text/en/knowledge.json"),
            include_str!("../../../../ui/src/text/en/skills.json"),
        ];
        let mut catalog = BTreeMap::new();
        for file in files {
            if let Ok(Value::Object(texts)) = serde_json::from_str(file) {
                let texts = texts.into_iter().filter_map(|(key, text)| match text {
                    Value::String(text) => Some((key, text)),
                    _ => None,
                });
                catalog.extend(texts);
            }
        }
        catalog
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogs_can_be_read_and_hold_sentences() {
        assert!(
            catalog().len() > 50,
            "only {} sentences were read",
            catalog().len()
        );
    }

    #[test]
    fn a_code_without_a_sentence_is_shown_with_its_values() {
        let params = BTreeMap::from([("file".to_owned(), "a.csv".to_owned())]);
        assert_eq!(
            sentence("no-such-code", &params),
            "no-such-code (file: a.csv)"
        );
    }
}
