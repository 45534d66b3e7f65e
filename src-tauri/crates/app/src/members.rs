//! Members: who works in the workspace, with which role, and as whom this window acts.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use galley_domain::ids::MemberId;
use galley_domain::members::{self, Member, Role, TeamFault, check_team};
use serde::{Deserialize, Serialize};

/// The operations on members.
pub const OPS: &[&dyn AnyOp] = &[&List, &Add, &Rename, &SetRole, &Remove, &Act];

const STALE: &[Tag] = &[Tag::Members, Tag::Workspace, Tag::Review, Tag::Posts];

/// The team.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct TeamView {
    /// As whom this window acts.
    pub acting: MemberId,
    /// Those who may act, by name.
    pub members: Vec<Member>,
    /// Those who left the team: they stay in its history.
    pub former: Vec<Member>,
}

/// Lists the members.
struct List;

impl Op for List {
    const NAME: &'static str = "member.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Members];
    type In = Nothing;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<TeamView> {
        let all = cx.ports.store.members()?;
        let (former, members) = all.into_iter().partition(|member| member.removed);
        Ok(TeamView {
            acting: cx.member.id,
            members,
            former,
        })
    }
}

/// A new member.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct AddMemberIn {
    /// 1 to 80 characters, unlike the other members' names.
    pub name: String,
    pub role: Role,
}

/// Adds a member.
struct Add;

impl Op for Add {
    const NAME: &'static str = "member.add";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = AddMemberIn;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, input: AddMemberIn) -> Result<TeamView> {
        let member = Member {
            id: cx.id(),
            name: members::name(&input.name).map_err(refused)?,
            role: input.role,
            removed: false,
        };
        let mut team = cx.ports.store.members()?;
        team.push(member.clone());
        check_team(&team).map_err(refused)?;
        let act = cx.act(Self::NAME);
        // From now on the window has to know as whom it was worked in.
        cx.ports.store.act_as(&act, cx.member.id)?;
        cx.ports.store.add_member(&act, &member)?;
        List.run(cx, Nothing {}).await
    }
}

/// Another name for a member.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RenameMemberIn {
    pub member: MemberId,
    pub name: String,
}

/// Renames a member, also in what they did before.
struct Rename;

impl Op for Rename {
    const NAME: &'static str = "member.rename";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = RenameMemberIn;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, input: RenameMemberIn) -> Result<TeamView> {
        let name = members::name(&input.name).map_err(refused)?;
        change(cx, Self::NAME, input.member, |member| member.name = name).await
    }
}

/// Another role for a member.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SetRoleIn {
    pub member: MemberId,
    pub role: Role,
}

/// Gives a member another role, from the next call on.
struct SetRole;

impl Op for SetRole {
    const NAME: &'static str = "member.set_role";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = SetRoleIn;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, input: SetRoleIn) -> Result<TeamView> {
        change(cx, Self::NAME, input.member, |member| {
            member.role = input.role
        })
        .await
    }
}

/// Names a member.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct MemberIn {
    pub member: MemberId,
}

/// Takes a member off the team. What they did stays with their name; what they asked for goes on waiting.
struct Remove;

impl Op for Remove {
    const NAME: &'static str = "member.remove";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = MemberIn;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, input: MemberIn) -> Result<TeamView> {
        if input.member == cx.member.id {
            // The last admin is told so: acting as somebody else would not help.
            let mut team = cx.ports.store.members()?;
            let me = team.iter_mut().filter(|member| member.id == input.member);
            me.for_each(|member| member.removed = true);
            check_team(&team).map_err(refused)?;
            return Err(Error::new(
                Code::ActingMember,
                "you act as this member: act as another one first",
            ));
        }
        change(cx, Self::NAME, input.member, |member| member.removed = true).await
    }
}

/// Acts as another member from the next call on, also when the workspace is opened again on this machine.
/// Roles guard against mistakes, not against someone who owns the files: anybody at the window may do this.
struct Act;

impl Op for Act {
    const NAME: &'static str = "member.act";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = MemberIn;
    type Out = TeamView;

    async fn run(&self, cx: Cx<'_>, input: MemberIn) -> Result<TeamView> {
        let all = cx.ports.store.members()?;
        let member = find(&all, input.member)?;
        cx.ports.store.act_as(&cx.act(Self::NAME), member.id)?;
        cx.ports.acting.act_as(member.id);
        let view = List.run(cx, Nothing {}).await?;
        Ok(TeamView {
            acting: member.id,
            ..view
        })
    }
}

/// Stores a member as `edit` leaves them, if the team may look like that.
async fn change(
    cx: Cx<'_>,
    operation: &'static str,
    id: MemberId,
    edit: impl FnOnce(&mut Member),
) -> Result<TeamView> {
    let mut team = cx.ports.store.members()?;
    let before = find(&team, id)?.clone();
    let mut after = before.clone();
    edit(&mut after);
    if after != before {
        for member in team.iter_mut().filter(|member| member.id == id) {
            *member = after.clone();
        }
        check_team(&team).map_err(refused)?;
        cx.ports.store.change_member(&cx.act(operation), &after)?;
    }
    List.run(cx, Nothing {}).await
}

fn find(team: &[Member], id: MemberId) -> Result<&Member> {
    let found = members::active(team).find(|member| member.id == id);
    found.ok_or_else(|| {
        Error::new(Code::NotFound, format!("member {id} is not there"))
            .with("what", "member")
            .with("id", id)
    })
}

fn refused(fault: TeamFault) -> Error {
    let code = match fault {
        TeamFault::Name => Code::MemberName,
        TeamFault::Taken => Code::MemberTaken,
        TeamFault::LastAdmin => Code::LastAdmin,
    };
    Error::new(code, fault.to_string())
}
