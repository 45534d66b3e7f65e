//! How far a version's approval is.

use super::{Level, Need, Standing};
use crate::ids::MemberId;
use crate::members::{Role, active};

/// A level, and who has stamped it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelProgress {
    /// Empty where there are no levels.
    pub name: String,
    pub need: Need,
    /// Who may stamp it: not the author, unless the workspace has one member.
    pub named: Vec<MemberId>,
    /// Who has.
    pub stamped: Vec<MemberId>,
    pub met: bool,
}

/// The levels of a version in the order in which they are stamped. There is always at least one.
///
/// A stamp counts where it names a level that there still is and its member is one of those that the
/// level names, also after they left the team. A level that names nobody is never met.
pub fn progress(standing: &Standing<'_>) -> Vec<LevelProgress> {
    let levels = standing.demand.levels();
    levels
        .iter()
        .map(|level| level_progress(level, standing))
        .collect()
}

fn level_progress(level: &Level, standing: &Standing<'_>) -> LevelProgress {
    let mut team = active(standing.members);
    let alone = match (team.next(), team.next()) {
        (Some(only), None) => Some(only.id),
        _ => None,
    };
    let names = |id: MemberId| {
        let member = standing.members.iter().find(|member| member.id == id);
        alone == Some(id) || member.is_some_and(|member| level.names(member))
    };
    let named: Vec<MemberId> = active(standing.members)
        .filter(|member| names(member.id) && member.role >= Role::Reviewer)
        .map(|member| member.id)
        .filter(|id| *id != standing.author || alone == Some(*id))
        .collect();
    let mut stamped: Vec<MemberId> = standing
        .stamps
        .iter()
        .filter(|stamp| stamp.level == level.name && names(stamp.member))
        .map(|stamp| stamp.member)
        .collect();
    stamped.dedup();
    let met = match level.need {
        Need::Any => !stamped.is_empty(),
        Need::All => !named.is_empty() && named.iter().all(|id| stamped.contains(id)),
    };
    LevelProgress {
        name: level.name.clone(),
        need: level.need,
        named,
        stamped,
        met,
    }
}
