//! Members and their roles.

use crate::ids::MemberId;
use serde::{Deserialize, Serialize};

/// Characters that a name may have at the most.
pub const NAME_LIMIT: usize = 80;

/// What a member may do. Each role may do all that the ones before it may.
///
/// Roles guard against mistakes, not against someone who owns the files.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Reads.
    Viewer,
    /// Reads, comments, approves, asks for changes, rejects.
    Reviewer,
    /// Brand, knowledge, skills, drafting, scheduling.
    Editor,
    /// Everything: accounts, keys, members, backup.
    Admin,
}

/// A person of the brand's team.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Member {
    pub id: MemberId,
    pub name: String,
    pub role: Role,
    /// Left the team: stays in the history and may not act.
    pub removed: bool,
}

/// Why a change of the team is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TeamFault {
    #[error(
        "a name has 1 to 80 characters, a letter or digit among them, and no control characters"
    )]
    Name,
    #[error("another member has that name")]
    Taken,
    #[error("a workspace needs an admin")]
    LastAdmin,
}

/// Those who may act.
pub fn active(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| !member.removed)
}

/// A name as it is stored: without the blanks around it.
pub fn name(given: &str) -> Result<String, TeamFault> {
    let name = given.trim();
    let fits = name.chars().count() <= NAME_LIMIT
        && name.chars().any(char::is_alphanumeric)
        && !name.chars().any(|c| c.is_control() || reorders(c));
    if fits {
        Ok(name.to_owned())
    } else {
        Err(TeamFault::Name)
    }
}

/// Whether the team may look like this: names told apart, at least one admin.
pub fn check_team(members: &[Member]) -> Result<(), TeamFault> {
    let mut names: Vec<String> = active(members)
        .map(|member| member.name.to_lowercase())
        .collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(TeamFault::Taken);
    }
    if !active(members).any(|member| member.role == Role::Admin) {
        return Err(TeamFault::LastAdmin);
    }
    Ok(())
}

/// Whether a character changes the order in which the ones around it are shown, or breaks the line: one in
/// a name could make it read as another's. Arabic and Hebrew letters do not need them.
///
/// Explicit directional formatting characters and line separators:
/// <https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters> (read 2026-11-21).
fn reorders(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn check_name(given: &str, expect: Result<&str, TeamFault>) {
        assert_eq!(name(given), expect.map(str::to_owned), "{given:?}");
    }

    #[test]
    fn a_name_is_what_a_person_can_read_on_one_line() {
        check_name("  Site manager ", Ok("Site manager"));
        check_name("مدير الموقع", Ok("مدير الموقع"));
        check_name("<b>Yard</b>", Ok("<b>Yard</b>"));
        check_name(&"x".repeat(80), Ok(&"x".repeat(80)));
        let refused = [
            "",
            "   ",
            "…",
            "Yard\nmanager",
            "Yard\u{0}",
            "Yard \u{202e}nimdA",
            "A\u{2066}B",
        ];
        for given in refused {
            check_name(given, Err(TeamFault::Name));
        }
        check_name(&"x".repeat(81), Err(TeamFault::Name));
    }

    fn member(n: u128, name: &str, role: Role, removed: bool) -> Member {
        Member {
            id: MemberId(Uuid::from_u128(n)),
            name: name.to_owned(),
            role,
            removed,
        }
    }

    fn check(members: &[Member], expect: Result<(), TeamFault>) {
        assert_eq!(check_team(members), expect, "{members:?}");
    }

    #[test]
    fn a_team_has_an_admin_who_may_act() {
        let admin = member(1, "Owner", Role::Admin, false);
        let gone = member(1, "Owner", Role::Admin, true);
        let editor = member(2, "Writer", Role::Editor, false);
        check(&[admin, editor.clone()], Ok(()));
        check(&[gone, editor], Err(TeamFault::LastAdmin));
        check(&[], Err(TeamFault::LastAdmin));
    }

    #[test]
    fn names_are_told_apart_without_regard_to_case_and_a_former_members_is_free() {
        let admin = member(1, "Owner", Role::Admin, false);
        let same = member(2, "owner", Role::Editor, false);
        let former = member(2, "owner", Role::Editor, true);
        check(&[admin.clone(), same], Err(TeamFault::Taken));
        check(&[admin, former], Ok(()));
    }
}
