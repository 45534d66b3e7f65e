//! As whom a workspace is opened.

use galley_app::error::{Code, Error, Result};
use galley_app::ports::WorkspaceStore;
use galley_domain::members::{Member, active};
use std::path::Path;

/// As whom.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Who<'a> {
    Named(&'a str),
    /// The only member there is.
    Only,
    /// The only one, else whoever the window acted as last on this machine.
    AsBefore,
}

impl<'a> Who<'a> {
    /// The member of that name, else the only one.
    pub(crate) fn named(name: Option<&'a str>) -> Self {
        name.map_or(Self::Only, Self::Named)
    }

    /// The member that is meant. What cannot be told is asked with the names to choose from.
    pub(crate) fn choose(self, store: &impl WorkspaceStore, folder: &Path) -> Result<Member> {
        let members = store.members()?;
        let mut team: Vec<&Member> = active(&members).collect();
        let unclear = |message| unclear(message, &names(&members)).with("folder", folder.display());
        let found = match self {
            Self::Named(name) => team
                .into_iter()
                .find(|member| member.name == name)
                .ok_or_else(|| unclear(format!("no member is called {name}")))?,
            Self::Only | Self::AsBefore if team.len() == 1 => team.swap_remove(0),
            Self::Only => return Err(unclear("say as whom with --as NAME".to_owned())),
            Self::AsBefore => {
                let last = store.acting()?;
                team.into_iter()
                    .find(|member| Some(member.id) == last)
                    .ok_or_else(|| unclear("the workspace has several members".to_owned()))?
            }
        };
        Ok(found.clone())
    }
}

/// Names of those who may act.
pub(crate) fn names(members: &[Member]) -> Vec<&str> {
    active(members).map(|member| member.name.as_str()).collect()
}

/// Nobody can tell who is meant: here are those to choose from, a name a line in `members`.
pub(crate) fn unclear(why: String, names: &[&str]) -> Error {
    let message = format!("{why}. The members are: {}", names.join(", "));
    Error::new(Code::WhichMember, message).with("members", names.join("\n"))
}
