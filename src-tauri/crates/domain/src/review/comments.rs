//! What a comment may say.

/// Characters that a comment may have at the most.
pub const COMMENT_LIMIT: usize = 4_000;

/// Why a comment is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommentFault {
    #[error("the comment says nothing")]
    Empty,
    #[error("the comment has {chars} characters, at most 4000 are kept")]
    TooLong { chars: usize },
}

/// A comment as it is stored: line ends as `\n`, without control characters and the blanks around it. All
/// else stays as it was written: what a face shows it in has to show text as text.
pub fn comment_text(given: &str) -> Result<String, CommentFault> {
    let lines = given.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let text = kept.trim();
    let chars = text.chars().count();
    if text.is_empty() {
        Err(CommentFault::Empty)
    } else if chars > COMMENT_LIMIT {
        Err(CommentFault::TooLong { chars })
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &str, expect: Result<&str, CommentFault>) {
        assert_eq!(comment_text(given), expect.map(str::to_owned), "{given:?}");
    }

    #[test]
    fn a_comment_keeps_its_words_and_loses_what_cannot_be_seen() {
        check(
            " Is 2 pm right?\r\nAsk them.\n",
            Ok("Is 2 pm right?\nAsk them."),
        );
        check("a\u{0}b\u{7}c\u{9b}d\te", Ok("abcd\te"));
        check("<script>alert(1)</script>", Ok("<script>alert(1)</script>"));
        check("هل الساعة صحيحة؟", Ok("هل الساعة صحيحة؟"));
        check("\u{0}\u{1} \n", Err(CommentFault::Empty));
        let most = "ä".repeat(COMMENT_LIMIT);
        check(&most, Ok(&most));
        check(
            &format!("{most}!"),
            Err(CommentFault::TooLong { chars: 4_001 }),
        );
    }
}
