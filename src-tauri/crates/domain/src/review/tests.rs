//! The rule, by cases and by whole histories.

use super::*;
use crate::networks::NetworkId;
use VersionState::{ApprovalVoid, Approved, AwaitingApproval, ChangesRequested, Draft, Rejected};
use proptest::prelude::*;
use uuid::Uuid;

const WRITER: MemberId = MemberId(Uuid::from_u128(1));
const READER: MemberId = MemberId(Uuid::from_u128(2));
const OWNER: MemberId = MemberId(Uuid::from_u128(3));
const GUEST: MemberId = MemberId(Uuid::from_u128(4));

fn member(id: MemberId, role: Role) -> Member {
    Member {
        id,
        name: format!("{role:?}"),
        role,
        removed: false,
    }
}

fn team() -> Vec<Member> {
    vec![
        member(WRITER, Role::Editor),
        member(READER, Role::Reviewer),
        member(OWNER, Role::Admin),
        member(GUEST, Role::Viewer),
    ]
}

fn level(name: &str, need: Need, members: &[MemberId]) -> Level {
    Level {
        name: name.to_owned(),
        need,
        members: members.to_vec(),
        roles: Vec::new(),
    }
}

/// Brand, then site safety: the writer's text takes the reader and the owner.
fn two_levels() -> Demand {
    let levels = vec![
        level("Brand", Need::Any, &[READER, WRITER]),
        level("Site safety", Need::Any, &[OWNER, READER]),
    ];
    Demand::Levels { levels }
}

fn stamp(member: MemberId, level: &str) -> Stamp {
    Stamp {
        member,
        level: level.to_owned(),
    }
}

/// What comes of a transition of the writer's text, on a team of four.
fn after(
    (state, demand, stamps): (VersionState, &Demand, &[Stamp]),
    who: MemberId,
    transition: Transition,
) -> Result<Step, Refusal> {
    let members = team();
    let member = members.iter().find(|member| member.id == who).unwrap();
    let standing = Standing {
        state,
        member,
        author: WRITER,
        members: &members,
        demand,
        stamps,
        blocked: false,
    };
    step(&standing, transition)
}

fn check(
    from: VersionState,
    who: MemberId,
    transition: Transition,
    expect: Result<VersionState, Refusal>,
) {
    let found = after((from, &Demand::Required, &[]), who, transition);
    let found = found.map(|step| step.state);
    assert_eq!(found, expect, "{transition:?} from {from:?}");
}

#[test]
fn a_text_goes_from_draft_through_review_and_back() {
    check(Draft, WRITER, Transition::Request, Ok(AwaitingApproval));
    check(AwaitingApproval, WRITER, Transition::Withdraw, Ok(Draft));
    check(AwaitingApproval, READER, Transition::Approve, Ok(Approved));
    let asked = Ok(ChangesRequested);
    check(
        AwaitingApproval,
        READER,
        Transition::RequestChanges,
        asked.clone(),
    );
    check(Approved, READER, Transition::RequestChanges, asked);
    check(AwaitingApproval, READER, Transition::Reject, Ok(Rejected));
    check(Rejected, WRITER, Transition::Reopen, Ok(Draft));
    check(
        ApprovalVoid,
        WRITER,
        Transition::Request,
        Ok(AwaitingApproval),
    );
}

#[test]
fn an_edit_voids_an_approval_reopens_a_rejected_text_and_leaves_other_states() {
    check(Approved, WRITER, Transition::Edit, Ok(ApprovalVoid));
    check(Rejected, WRITER, Transition::Edit, Ok(Draft));
    for state in [Draft, AwaitingApproval, ChangesRequested, ApprovalVoid] {
        check(state, WRITER, Transition::Edit, Ok(state));
    }
}

#[test]
fn what_is_not_in_review_cannot_be_decided_and_what_is_cannot_be_asked_for_again() {
    for state in [Draft, ChangesRequested, Rejected, ApprovalVoid] {
        check(state, READER, Transition::Approve, Err(Refusal::State));
        check(state, OWNER, Transition::Override, Err(Refusal::State));
        check(state, READER, Transition::Reject, Err(Refusal::State));
    }
    for state in [AwaitingApproval, Approved, Rejected] {
        check(state, WRITER, Transition::Request, Err(Refusal::State));
    }
    check(Approved, WRITER, Transition::Withdraw, Err(Refusal::State));
}

#[test]
fn roles_are_checked_before_anything_else() {
    let refused = || Err(Refusal::Role);
    check(Draft, READER, Transition::Edit, refused());
    check(Draft, READER, Transition::Request, refused());
    check(Draft, GUEST, Transition::Approve, refused());
    check(AwaitingApproval, GUEST, Transition::Reject, refused());
    check(AwaitingApproval, WRITER, Transition::Override, refused());
    let mut gone = member(OWNER, Role::Admin);
    gone.removed = true;
    assert_eq!(
        after_edit(Draft, &gone),
        Err(Refusal::Role),
        "who left may not act"
    );
}

#[test]
fn nobody_approves_their_own_work_unless_alone() {
    check(
        AwaitingApproval,
        WRITER,
        Transition::Approve,
        Err(Refusal::OwnWork),
    );
    let only = [member(WRITER, Role::Admin), {
        let mut former = member(READER, Role::Reviewer);
        former.removed = true;
        former
    }];
    let demand = two_levels();
    let mut standing = Standing {
        state: AwaitingApproval,
        member: &only[0],
        author: WRITER,
        members: &only,
        demand: &demand,
        stamps: &[],
        blocked: false,
    };
    let first = step(&standing, Transition::Approve).unwrap();
    assert_eq!(
        (first.state, first.level.as_str()),
        (AwaitingApproval, "Brand")
    );
    let stamps = [stamp(WRITER, "Brand")];
    standing.stamps = &stamps;
    let second = step(&standing, Transition::Approve).unwrap();
    assert_eq!(
        (second.state, second.level.as_str()),
        (Approved, "Site safety")
    );
}

#[test]
fn a_blocking_finding_keeps_a_version_from_review_and_from_any_approval() {
    let members = team();
    for (state, who, transition) in [
        (Draft, 0, Transition::Request),
        (AwaitingApproval, 1, Transition::Approve),
        (AwaitingApproval, 2, Transition::Override),
    ] {
        let standing = Standing {
            state,
            member: &members[who],
            author: WRITER,
            members: &members,
            demand: &Demand::Required,
            stamps: &[],
            blocked: true,
        };
        assert_eq!(
            step(&standing, transition),
            Err(Refusal::Blocked),
            "{transition:?}"
        );
    }
}

#[test]
fn levels_are_stamped_in_order_each_by_somebody_else() {
    let demand = two_levels();
    let at = |stamps: &[Stamp], who| {
        let found = after(
            (AwaitingApproval, &demand, stamps),
            who,
            Transition::Approve,
        );
        found.map(|step| (step.state, step.level))
    };
    let brand = stamp(READER, "Brand");
    let not_yours = Err(Refusal::NotYourLevel("Brand".to_owned()));
    assert_eq!(at(&[], OWNER), not_yours, "site safety comes second");
    assert_eq!(at(&[], READER), Ok((AwaitingApproval, "Brand".to_owned())));
    let again = at(std::slice::from_ref(&brand), READER);
    assert_eq!(again, Err(Refusal::Stamped), "two levels are two people");
    assert_eq!(
        at(&[brand], OWNER),
        Ok((Approved, "Site safety".to_owned()))
    );
    let renamed = stamp(READER, "Marketing");
    assert_eq!(
        at(&[renamed], OWNER),
        not_yours,
        "a level that is gone counts for nothing"
    );
}

#[test]
fn a_level_of_all_waits_for_each_but_the_author() {
    let demand = Demand::Levels {
        levels: vec![level("Board", Need::All, &[WRITER, READER, OWNER])],
    };
    let at = |stamps: &[Stamp], who| {
        let found = after(
            (AwaitingApproval, &demand, stamps),
            who,
            Transition::Approve,
        );
        found.map(|step| step.state)
    };
    assert_eq!(at(&[], READER), Ok(AwaitingApproval));
    assert_eq!(at(&[stamp(READER, "Board")], READER), Err(Refusal::Stamped));
    assert_eq!(at(&[stamp(READER, "Board")], OWNER), Ok(Approved));
    let only_author = Demand::Levels {
        levels: vec![level("Board", Need::All, &[WRITER])],
    };
    let found = after(
        (AwaitingApproval, &only_author, &[]),
        WRITER,
        Transition::Approve,
    );
    assert_eq!(found, Err(Refusal::OwnWork), "a level of nobody is not met");
}

#[test]
fn an_admin_may_override_the_levels_that_are_left() {
    let demand = two_levels();
    let step = after(
        (AwaitingApproval, &demand, &[]),
        OWNER,
        Transition::Override,
    )
    .unwrap();
    assert_eq!((step.state, step.voids), (Approved, false));
}

#[test]
fn where_no_approval_is_needed_none_is_asked_for_and_a_draft_is_ready() {
    let found = after((Draft, &Demand::None, &[]), WRITER, Transition::Request);
    assert_eq!(found, Err(Refusal::NotNeeded));
    let optional = after((Draft, &Demand::Optional, &[]), WRITER, Transition::Request).unwrap();
    assert_eq!(optional.state, AwaitingApproval);
    let ready = |demand: &Demand| {
        [
            Draft,
            AwaitingApproval,
            ChangesRequested,
            Rejected,
            Approved,
            ApprovalVoid,
        ]
        .map(|state| is_ready(state, demand))
    };
    assert_eq!(
        ready(&Demand::None),
        [true, false, false, false, true, true]
    );
    assert_eq!(
        ready(&Demand::Optional),
        [true, false, false, false, true, false]
    );
    let after_approval = [false, false, false, false, true, false];
    assert_eq!(ready(&Demand::Required), after_approval);
    assert_eq!(ready(&two_levels()), after_approval);
}

fn exception(networks: &[NetworkId], severity: Option<Severity>, demand: Demand) -> Exception {
    Exception {
        networks: networks.to_vec(),
        severity,
        demand,
    }
}

use crate::guards::Severity;

#[test]
fn the_first_exception_that_fits_holds() {
    let policy = Policy {
        usual: Demand::Required,
        exceptions: vec![
            exception(&[], Some(Severity::Warn), two_levels()),
            exception(&[NetworkId::X], None, Demand::None),
        ],
    };
    let mode = |network, gravest| policy.demand(network, gravest).mode();
    assert_eq!(mode(NetworkId::LinkedIn, None), Mode::Required);
    assert_eq!(
        mode(NetworkId::LinkedIn, Some(Severity::Note)),
        Mode::Required
    );
    assert_eq!(
        mode(NetworkId::LinkedIn, Some(Severity::Block)),
        Mode::Levels
    );
    assert_eq!(mode(NetworkId::X, None), Mode::None);
    assert_eq!(mode(NetworkId::X, Some(Severity::Warn)), Mode::Levels);
}

#[test]
fn a_policy_that_nobody_could_follow_is_refused() {
    let check = |levels: Vec<Level>, expect: Result<(), PolicyFault>| {
        let policy = Policy {
            usual: Demand::Levels { levels },
            exceptions: Vec::new(),
        };
        assert_eq!(policy.check(&team()), expect, "{policy:?}");
    };
    let brand = || level("Brand", Need::Any, &[READER]);
    check(vec![brand()], Ok(()));
    check(Vec::new(), Err(PolicyFault::Levels));
    check(vec![brand(); 6], Err(PolicyFault::Levels));
    let name = || "Brand".to_owned();
    check(
        vec![brand(), brand()],
        Err(PolicyFault::LevelName { name: name() }),
    );
    let blank = level(" ", Need::Any, &[READER]);
    check(
        vec![blank],
        Err(PolicyFault::LevelName {
            name: " ".to_owned(),
        }),
    );
    let nobody = || Err(PolicyFault::Nobody { name: name() });
    check(vec![level("Brand", Need::Any, &[])], nobody());
    check(vec![level("Brand", Need::Any, &[GUEST])], nobody());
    let everybody = Policy {
        usual: Demand::Required,
        exceptions: vec![exception(&[], None, Demand::None)],
    };
    assert_eq!(everybody.check(&team()), Err(PolicyFault::Unconditional));
}

/// What somebody does in a history.
#[derive(Debug, Clone)]
struct Move {
    who: usize,
    transition: Transition,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let transition = prop_oneof![
        2 => Just(Transition::Request),
        1 => Just(Transition::Withdraw),
        6 => Just(Transition::Approve),
        1 => Just(Transition::RequestChanges),
        1 => Just(Transition::Reject),
        1 => Just(Transition::Reopen),
        2 => Just(Transition::Edit),
    ];
    let one = (0_usize..5, transition).prop_map(|(who, transition)| Move { who, transition });
    prop::collection::vec(one, 0..60)
}

fn roles() -> impl Strategy<Value = Vec<Role>> {
    let role = prop_oneof![
        Just(Role::Viewer),
        Just(Role::Reviewer),
        Just(Role::Editor),
        Just(Role::Admin)
    ];
    prop::collection::vec(role, 1..5)
}

fn demands() -> impl Strategy<Value = Demand> {
    let one = (any::<bool>(), prop::collection::vec(0_u128..5, 1..4));
    let levels = prop::collection::vec(one, 1..4).prop_map(|levels| {
        let level = |(at, (all, members)): (usize, (bool, Vec<u128>))| Level {
            name: format!("Level {at}"),
            need: if all { Need::All } else { Need::Any },
            members: members
                .into_iter()
                .map(|n| MemberId(Uuid::from_u128(n)))
                .collect(),
            roles: Vec::new(),
        };
        let levels = levels.into_iter().enumerate().map(level).collect();
        Demand::Levels { levels }
    });
    prop_oneof![
        Just(Demand::None),
        Just(Demand::Optional),
        Just(Demand::Required),
        levels
    ]
}

proptest! {
    /// A history is played as the store would: stamps are kept until a step voids them.
    #[test]
    fn no_history_ends_approved_without_what_is_demanded(
        roles in roles(), demand in demands(), moves in moves(),
    ) {
        let members: Vec<Member> = (0_u128..)
            .zip(&roles)
            .map(|(n, role)| member(MemberId(Uuid::from_u128(n)), *role))
            .collect();
        let alone = members.len() == 1;
        let (mut state, mut author, mut stamps) = (Draft, members[0].id, Vec::<Stamp>::new());
        for Move { who, transition } in moves {
            let Some(acting) = members.get(who) else { continue };
            let standing = Standing {
                state, member: acting, author, members: &members, demand: &demand,
                stamps: &stamps, blocked: false,
            };
            let Ok(next) = step(&standing, transition) else { continue };
            if next.voids {
                stamps.clear();
            }
            match transition {
                Transition::Edit => {
                    prop_assert!(acting.role >= Role::Editor);
                    prop_assert_ne!(next.state, Approved, "an edit approves nothing");
                    author = acting.id;
                }
                Transition::Approve => {
                    prop_assert!(acting.role >= Role::Reviewer);
                    prop_assert!(alone || acting.id != author, "nobody approves their own work");
                    stamps.push(Stamp { member: acting.id, level: next.level });
                }
                _ => prop_assert_ne!(next.state, Approved, "{:?} approves nothing", transition),
            }
            state = next.state;
            prop_assert!(state != Approved || !stamps.is_empty());
            if state != Approved { continue }
            let mut stampers: Vec<_> = stamps.iter().map(|stamp| stamp.member).collect();
            stampers.sort_unstable();
            stampers.dedup();
            prop_assert!(alone || stampers.len() == stamps.len(), "each stamp is another member's");
            let Demand::Levels { levels } = &demand else { continue };
            for level in levels {
                let given = |id: &MemberId| stamps.contains(&stamp(*id, &level.name));
                let asked: Vec<MemberId> = members
                    .iter()
                    .filter(|member| level.members.contains(&member.id) && member.role >= Role::Reviewer)
                    .map(|member| member.id)
                    .filter(|id| *id != author)
                    .collect();
                match level.need {
                    _ if alone => prop_assert!(given(&members[0].id)),
                    Need::Any => prop_assert!(asked.iter().any(given), "{}", level.name),
                    Need::All => prop_assert!(!asked.is_empty() && asked.iter().all(given)),
                }
            }
        }
    }
}
