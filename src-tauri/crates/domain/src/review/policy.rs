//! What the workspace asks before a version counts as approved.

use crate::guards::Severity;
use crate::ids::MemberId;
use crate::members::{Member, Role, active, name};
use crate::networks::NetworkId;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Levels that an approval may have at the most.
pub const LEVELS: usize = 5;

/// Exceptions that a policy may have at the most.
const EXCEPTIONS: usize = 20;

/// The workspace's rules for approval.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub usual: Demand,
    /// The first one that fits a version holds for it.
    pub exceptions: Vec<Exception>,
}

/// Another demand for some versions: for those that fit all that is said.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// For these networks; empty: for all.
    pub networks: Vec<NetworkId>,
    /// Where a finding is at least this grave.
    pub severity: Option<Severity>,
    pub demand: Demand,
}

/// What an approval takes.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(tag = "mode", rename_all = "kebab-case")]
pub enum Demand {
    /// A version is ready at once.
    None,
    /// May be asked for; without that a version is ready.
    Optional,
    /// One member who may approve.
    Required,
    /// Several, one after the other.
    Levels { levels: Vec<Level> },
}

/// A demand without its levels.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    None,
    Optional,
    Required,
    Levels,
}

/// One step of an approval.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// As the stamp has it: `Brand`, `Site safety`.
    pub name: String,
    pub need: Need,
    /// Members who are named, and all who have one of the roles.
    pub members: Vec<MemberId>,
    pub roles: Vec<Role>,
}

/// How many of those who are named have to stamp.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    Any,
    All,
}

/// Why a policy cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    #[error("an approval has 1 to 5 levels")]
    Levels,
    #[error("the level {name:?} has no name, or one that another has")]
    LevelName { name: String },
    #[error("nobody who may approve is named by the level {name:?}")]
    Nobody { name: String },
    #[error("an exception says neither a network nor a severity")]
    Unconditional,
    #[error("there are more than 20 exceptions")]
    Exceptions,
}

impl Default for Policy {
    /// One other member approves: nobody's first post goes out unread.
    fn default() -> Self {
        Self {
            usual: Demand::Required,
            exceptions: Vec::new(),
        }
    }
}

impl Policy {
    /// What is asked of a version on a network, whose gravest finding is `gravest`.
    pub fn demand(&self, network: NetworkId, gravest: Option<Severity>) -> &Demand {
        let fits = |exception: &&Exception| {
            (exception.networks.is_empty() || exception.networks.contains(&network))
                && exception
                    .severity
                    .is_none_or(|least| gravest.is_some_and(|found| found >= least))
        };
        let exception = self.exceptions.iter().find(fits);
        exception.map_or(&self.usual, |exception| &exception.demand)
    }

    /// Whether each level can be stamped by somebody, and each exception can be told from the rest.
    pub fn check(&self, members: &[Member]) -> Result<(), PolicyFault> {
        if self.exceptions.len() > EXCEPTIONS {
            return Err(PolicyFault::Exceptions);
        }
        for exception in &self.exceptions {
            if exception.networks.is_empty() && exception.severity.is_none() {
                return Err(PolicyFault::Unconditional);
            }
        }
        let demands = self.exceptions.iter().map(|exception| &exception.demand);
        for demand in std::iter::once(&self.usual).chain(demands) {
            demand.check(members)?;
        }
        Ok(())
    }
}

impl Demand {
    pub fn mode(&self) -> Mode {
        match self {
            Self::None => Mode::None,
            Self::Optional => Mode::Optional,
            Self::Required => Mode::Required,
            Self::Levels { .. } => Mode::Levels,
        }
    }

    /// What is stamped, in order. Where there are no levels, one without a name that anybody who may
    /// approve can stamp: an approval that was asked for can always be given.
    pub(super) fn levels(&self) -> Cow<'_, [Level]> {
        match self {
            Self::Levels { levels } if !levels.is_empty() => Cow::Borrowed(levels),
            _ => Cow::Owned(vec![Level {
                name: String::new(),
                need: Need::Any,
                members: Vec::new(),
                roles: vec![Role::Reviewer, Role::Editor, Role::Admin],
            }]),
        }
    }

    fn check(&self, members: &[Member]) -> Result<(), PolicyFault> {
        let Self::Levels { levels } = self else {
            return Ok(());
        };
        if levels.is_empty() || levels.len() > LEVELS {
            return Err(PolicyFault::Levels);
        }
        let mut names = BTreeSet::new();
        for level in levels {
            let fits = name(&level.name).is_ok_and(|name| name == level.name);
            let fault = || level.name.clone();
            if !fits || !names.insert(level.name.to_lowercase()) {
                return Err(PolicyFault::LevelName { name: fault() });
            }
            let may = |member: &Member| level.names(member) && member.role >= Role::Reviewer;
            if !active(members).any(may) {
                return Err(PolicyFault::Nobody { name: fault() });
            }
        }
        Ok(())
    }
}

impl Level {
    /// Whether the level is this member's to stamp, as far as it says.
    pub(super) fn names(&self, member: &Member) -> bool {
        self.members.contains(&member.id) || self.roles.contains(&member.role)
    }
}
