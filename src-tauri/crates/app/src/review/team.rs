//! Who is there and what the workspace asks of an approval: loaded once for an answer.

use crate::error::{Code, Error, Result};
use crate::op::Cx;
use crate::ports::StoredVersion;
use galley_domain::guards::{Finding, Severity};
use galley_domain::ids::MemberId;
use galley_domain::members::{Member, active};
use galley_domain::posts::content_hash;
use galley_domain::review::{
    self, DecisionKind, Mode, Need, Policy, Refusal, Stamp, Standing, Transition, progress,
};
use serde::{Deserialize, Serialize};

/// The team as the acting member meets it, and the rules for approval.
pub struct Team {
    acting: Member,
    /// With those who left.
    members: Vec<Member>,
    policy: Policy,
}

/// How far a version's approval is, for whoever looks.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct ApprovalView {
    pub mode: Mode,
    /// The version may be published as it stands, as far as review and guards go.
    pub ready: bool,
    /// In the order in which they are stamped; one without a name where there are no levels.
    pub levels: Vec<LevelView>,
    /// Why the acting member may not approve it now; `None`: they may.
    pub refusal: Option<Code>,
}

/// A level of an approval.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct LevelView {
    /// Empty where there are no levels.
    pub name: String,
    pub need: Need,
    /// Names of those who may stamp it.
    pub named: Vec<String>,
    /// Names of those who have.
    pub stamped: Vec<String>,
    pub met: bool,
}

/// What the rule is asked with.
pub(super) struct Asked {
    pub(super) stamps: Vec<Stamp>,
    pub(super) gravest: Option<Severity>,
}

impl Team {
    /// Loads the members and the rules for approval.
    pub fn load(cx: Cx<'_>) -> Result<Self> {
        Ok(Self {
            acting: cx.member.clone(),
            members: cx.ports.store.members()?,
            policy: cx.ports.store.policy()?.policy,
        })
    }

    /// A member's name, also of one who left; empty if there never was one.
    pub fn name(&self, id: MemberId) -> String {
        let member = self.members.iter().find(|member| member.id == id);
        member.map_or_else(String::new, |member| member.name.clone())
    }

    /// Whether a member left the team.
    pub(super) fn is_gone(&self, id: MemberId) -> bool {
        active(&self.members).all(|member| member.id != id)
    }

    pub(super) fn members(&self) -> &[Member] {
        &self.members
    }

    /// What would come of a transition by the acting member.
    pub(super) fn step(
        &self,
        version: &StoredVersion,
        findings: &[Finding],
        transition: Transition,
    ) -> std::result::Result<review::Step, Refusal> {
        review::step(
            &self.standing(version, &asked(version, findings)),
            transition,
        )
    }

    /// How far a version's approval is.
    pub(crate) fn approval(&self, version: &StoredVersion, findings: &[Finding]) -> ApprovalView {
        let asked = asked(version, findings);
        let standing = self.standing(version, &asked);
        let names = |ids: Vec<MemberId>| ids.into_iter().map(|id| self.name(id)).collect();
        let levels = progress(&standing).into_iter().map(|level| LevelView {
            name: level.name,
            need: level.need,
            named: names(level.named),
            stamped: names(level.stamped),
            met: level.met,
        });
        ApprovalView {
            mode: standing.demand.mode(),
            ready: review::is_ready(version.state, standing.demand) && !standing.blocked,
            levels: levels.collect(),
            refusal: review::step(&standing, Transition::Approve)
                .err()
                .map(|refusal| refused(refusal).code),
        }
    }

    fn standing<'a>(&'a self, version: &StoredVersion, asked: &'a Asked) -> Standing<'a> {
        Standing {
            state: version.state,
            member: &self.acting,
            author: version.head.author,
            members: &self.members,
            demand: self.policy.demand(version.channel.network, asked.gravest),
            stamps: &asked.stamps,
            blocked: asked.gravest == Some(Severity::Block),
        }
    }
}

/// Stamps count only on exactly the content as it is.
fn asked(version: &StoredVersion, findings: &[Finding]) -> Asked {
    let now = content_hash(version.channel.id, &version.head.content);
    let stands = version.decisions.iter().filter(|decision| {
        decision.kind == DecisionKind::Approve
            && decision.voided_at.is_none()
            && decision.content_hash == now.as_str()
    });
    Asked {
        stamps: stands
            .map(|decision| Stamp {
                member: decision.member,
                level: decision.level.clone(),
            })
            .collect(),
        gravest: findings.iter().map(|finding| finding.severity).max(),
    }
}

/// A refusal of the review rule as an error with what to do.
pub(crate) fn refused(refusal: Refusal) -> Error {
    let (code, message) = match &refusal {
        Refusal::Role => (Code::NotAllowed, "your role may not do this: ask an admin"),
        Refusal::OwnWork => (
            Code::OwnWork,
            "nobody approves their own work: ask another reviewer",
        ),
        Refusal::Blocked => (
            Code::BlockedByGuard,
            "a finding blocks the version: mend it and ask again",
        ),
        Refusal::State => (
            Code::WrongState,
            "the version is not in a state from which this can be done",
        ),
        Refusal::NotNeeded => (
            Code::ApprovalNotNeeded,
            "the workspace asks for no approval here: the version is ready",
        ),
        Refusal::NotYourLevel(_) => (
            Code::NotYourLevel,
            "the level that is next is others' to stamp: wait for them",
        ),
        Refusal::Stamped => (
            Code::AlreadyStamped,
            "you stamped this already: the other stamps are others' to give",
        ),
    };
    let error = Error::new(code, message);
    match refusal {
        Refusal::NotYourLevel(level) => error.with("level", level),
        _ => error,
    }
}
