//! Posts, undo, review.

use crate::common::{DEVICE, MEMBER, act, at, channel, open, workspace};
use galley_app::ports::{
    NewCandidate, NewDecision, NewPost, NewRevision, NewVersion, PostStore, RunStore, SkillUsed,
    StoreError, StoredVersion, WorkspaceStore,
};
use galley_domain::drafting::{Angle, Ranking};
use galley_domain::ids::{CandidateId, PostId, RevisionId, RunId, VersionId};
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;
use galley_domain::posts::{Content, RevisionReason, UNDO_STEPS, content_hash};
use galley_domain::review::{DecisionKind, VersionState};
use galley_domain::runs::Run;
use galley_store::Store;
use serde_json::json;
use uuid::Uuid;

const POST: PostId = PostId(Uuid::from_u128(0x10));
const RUN: RunId = RunId(Uuid::from_u128(0x20));

fn candidate_id(ordinal: u128) -> CandidateId {
    Uuid::from_u128(0x30 + ordinal).into()
}

fn version_id(ordinal: u128, network: NetworkId) -> VersionId {
    Uuid::from_u128(0x4000 + ordinal * 0x10 + network as u128).into()
}

/// The version that most tests edit.
fn version() -> VersionId {
    version_id(1, NetworkId::LinkedIn)
}

fn revision_id(number: u128) -> RevisionId {
    Uuid::from_u128(0x5_0000 + number).into()
}

fn content(text: &str) -> Content {
    Content {
        text: text.to_owned(),
        ..Content::default()
    }
}

fn new_post() -> NewPost {
    let version = |ordinal: u128, network: NetworkId| NewVersion {
        id: version_id(ordinal, network),
        channel: channel(network).id,
        revision: Uuid::from_u128(0x6_0000 + ordinal * 0x10 + network as u128).into(),
        content: content(&format!("Draft {ordinal}")),
        attached: true,
    };
    let candidate = |ordinal: u128| NewCandidate {
        id: candidate_id(ordinal),
        angle: Angle {
            code: "leads-with-time".to_owned(),
            params: Default::default(),
            lead: Uuid::nil().into(),
        },
        skill: "announcement".to_owned(),
        seed: "2a".to_owned(),
        facts: Vec::new(),
        ranking: Ranking {
            total: 0.7,
            parts: Vec::new(),
        },
        pinned: false,
        revision: Uuid::from_u128(0x8_0000 + ordinal).into(),
        content: content(&format!("Draft {ordinal}")),
        versions: NetworkId::ALL
            .iter()
            .rev()
            .map(|network| version(ordinal, *network))
            .collect(),
    };
    NewPost {
        id: POST,
        run: RUN,
        brief: "Announce A142 mesh".to_owned(),
        language: Language::English,
        skill: SkillUsed {
            name: "announcement".to_owned(),
            confidence: 0.9,
        },
        notice: None,
        former: None,
        tags: Vec::new(),
        candidates: vec![candidate(1), candidate(2)],
    }
}

fn with_post() -> (tempfile::TempDir, Store) {
    let (folder, store) = workspace();
    let run = Run::new(RUN, "draft", &[], json!({}), at(0));
    store.enqueue(&act("post.draft", 0), &run, "2a").unwrap();
    store
        .create_post(&act("post.draft", 0), &new_post())
        .unwrap();
    (folder, store)
}

fn read(store: &Store) -> StoredVersion {
    let post = store.post(POST).unwrap();
    post.candidates[0]
        .versions
        .iter()
        .find(|found| found.id == version())
        .unwrap()
        .clone()
}

/// Edits the version at a time, from what is there.
fn edit(store: &Store, time: i64, text: &str, state: VersionState) {
    let id = revision_id(u128::try_from(time).unwrap());
    let revision = NewRevision {
        id,
        version: version(),
        base: read(store).head.id,
        content: content(text),
        reason: RevisionReason::Edit,
        global: None,
        state,
    };
    store.revise(&act("version.edit", time), &revision).unwrap();
}

fn decision(store: &Store, id: u128, kind: DecisionKind) -> NewDecision {
    let version = read(store);
    NewDecision {
        id: Uuid::from_u128(0x7_0000 + id).into(),
        version: version.id,
        revision: version.head.id,
        content_hash: content_hash(version.channel.id, &version.head.content).to_string(),
        kind,
        level: String::new(),
        reason: None,
        comment: None,
        from: version.state,
        state: match kind {
            DecisionKind::Approve | DecisionKind::Override => VersionState::Approved,
            DecisionKind::RequestChanges => VersionState::ChangesRequested,
            DecisionKind::Reject => VersionState::Rejected,
        },
        voids: kind != DecisionKind::Approve,
    }
}

fn approve(store: &Store, time: i64) {
    store
        .request(&act("version.request", time), &[version()])
        .unwrap();
    let id = u128::try_from(time).unwrap();
    let approval = decision(store, id, DecisionKind::Approve);
    store
        .decide(&act("version.approve", time + 1), &[approval])
        .unwrap();
}

const DRAFT: VersionState = VersionState::Draft;

#[test]
fn a_post_comes_back_with_candidates_and_versions_in_order() {
    let (_folder, store) = with_post();
    let post = store.post(POST).unwrap();
    let ordinals: Vec<_> = post.candidates.iter().map(|c| (c.id, c.ordinal)).collect();
    assert_eq!(ordinals, [(candidate_id(1), 1), (candidate_id(2), 2)]);
    let networks: Vec<_> = post.candidates[1]
        .versions
        .iter()
        .map(|version| version.channel.network)
        .collect();
    assert_eq!(networks, NetworkId::ALL);
    let first = read(&store);
    assert_eq!(
        (first.state, first.head.number, first.head.author),
        (DRAFT, 1, MEMBER)
    );
    assert_eq!(
        (first.can_undo, first.can_redo, first.decisions.len()),
        (false, false, 0)
    );
    assert_eq!(store.post_of_version(version()).unwrap(), POST);
    assert_eq!(store.post_of_candidate(candidate_id(2)).unwrap(), POST);
    assert_eq!(store.post_of_run(RUN).unwrap(), Some(POST));
    assert_eq!(store.post_of_run(RunId(Uuid::nil())).unwrap(), None);
}

#[test]
fn posts_are_found_by_brief_and_text_whatever_the_case() {
    let (_folder, store) = with_post();
    edit(&store, 10_000, "Crème für A193", DRAFT);
    let count = |text| store.posts(Some(text)).unwrap().len();
    assert_eq!(
        (count("announce a142"), count("creme"), count("zeppelin")),
        (1, 1, 0)
    );
    store
        .choose(&act("post.choose", 11_000), candidate_id(2))
        .unwrap();
    let row = store.posts(None).unwrap().remove(0);
    assert_eq!(
        (row.chosen, row.text.as_str()),
        (Some(candidate_id(2)), "Draft 2")
    );
    assert_eq!(
        (row.candidates, row.networks.as_slice()),
        (2, NetworkId::ALL.as_slice())
    );
    assert_eq!(row.states, [DRAFT; 4]);
}

#[test]
fn typing_without_rest_is_one_step_and_a_rest_begins_another() {
    let (_folder, store) = with_post();
    edit(&store, 10_000, "D", DRAFT);
    edit(&store, 11_900, "Dr", DRAFT);
    edit(&store, 13_800, "Dra", DRAFT);
    assert_eq!(
        read(&store).head.number,
        2,
        "each rested for less than two seconds"
    );
    edit(&store, 15_800, "Draf", DRAFT);
    let version = read(&store);
    assert_eq!((version.head.number, version.head.at), (3, at(15_800)));
    store
        .undo(&act("version.undo", 16_000), version.id, DRAFT)
        .unwrap();
    assert_eq!(read(&store).head.content.text, "Dra");
}

#[test]
fn only_typing_by_the_same_author_on_the_newest_step_is_joined() {
    let (_folder, store) = with_post();
    edit(&store, 10_000, "One", DRAFT);
    store
        .undo(&act("version.undo", 10_100), version(), DRAFT)
        .unwrap();
    store
        .redo(&act("version.redo", 10_200), version(), DRAFT)
        .unwrap();
    edit(&store, 10_300, "Two", DRAFT);
    assert_eq!(
        read(&store).head.number,
        2,
        "redone, it is the newest again"
    );
    edit(&store, 20_000, "Three", DRAFT);
    store
        .undo(&act("version.undo", 20_100), version(), DRAFT)
        .unwrap();
    edit(&store, 20_200, "Four", DRAFT);
    assert_eq!(
        read(&store).head.number,
        3,
        "an edit after undo does not change the past"
    );
    let fix = NewRevision {
        id: revision_id(1),
        version: version(),
        base: read(&store).head.id,
        content: content("Fixed"),
        reason: RevisionReason::Fix,
        global: None,
        state: DRAFT,
    };
    store.revise(&act("version.fix", 20_300), &fix).unwrap();
    edit(&store, 20_400, "Fixed.", DRAFT);
    assert_eq!(read(&store).head.number, 5, "a fix is a step of its own");
}

#[test]
fn undo_and_redo_survive_a_restart_and_redo_takes_the_newest_way() {
    let (_folder, store) = with_post();
    edit(&store, 10_000, "One", DRAFT);
    edit(&store, 20_000, "Two", DRAFT);
    store
        .undo(&act("version.undo", 30_000), version(), DRAFT)
        .unwrap();
    edit(&store, 40_000, "Three", DRAFT);
    store
        .undo(&act("version.undo", 50_000), version(), DRAFT)
        .unwrap();
    let path = store.folder().to_owned();
    drop(store);
    let store = open(&path);
    let there = read(&store);
    assert_eq!(
        (
            there.head.content.text.as_str(),
            there.can_undo,
            there.can_redo
        ),
        ("One", true, true)
    );
    store
        .redo(&act("version.redo", 60_000), version(), DRAFT)
        .unwrap();
    assert_eq!(read(&store).head.content.text, "Three");
    let end = store
        .redo(&act("version.redo", 70_000), version(), DRAFT)
        .unwrap_err();
    assert!(matches!(end, StoreError::NotFound { .. }));
}

#[test]
fn a_hundred_steps_are_kept_and_an_approved_text_for_ever() {
    let (_folder, store) = with_post();
    edit(&store, 5_000, "Approved text", DRAFT);
    approve(&store, 6_000);
    let approved = read(&store).head.id;
    for step in 1..=150 {
        edit(
            &store,
            10_000 * (1 + step),
            &format!("Step {step}"),
            VersionState::ApprovalVoid,
        );
    }
    let mut undone = 0;
    while read(&store).can_undo {
        let time = 9_000_000 + i64::try_from(undone).unwrap();
        store
            .undo(
                &act("version.undo", time),
                version(),
                VersionState::ApprovalVoid,
            )
            .unwrap();
        undone += 1;
    }
    assert_eq!(undone, UNDO_STEPS);
    assert_eq!(read(&store).head.content.text, "Step 50");
    assert_eq!(read(&store).decisions[0].revision, approved);
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let texts: u32 = database
        .query_row(
            "SELECT count(*) FROM version_revision WHERE version = ?",
            [version().to_string()],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(
        texts, 102,
        "a hundred steps, where they begin, and what was approved"
    );
}

#[test]
fn an_edit_from_an_old_text_is_a_conflict() {
    let (_folder, store) = with_post();
    let old = read(&store).head.id;
    edit(&store, 10_000, "New", DRAFT);
    let late = NewRevision {
        id: revision_id(1),
        version: version(),
        base: old,
        content: content("Late"),
        reason: RevisionReason::Edit,
        global: None,
        state: DRAFT,
    };
    let error = store
        .revise(&act("version.edit", 20_000), &late)
        .unwrap_err();
    assert!(matches!(
        error,
        StoreError::Conflict {
            what: "version",
            ..
        }
    ));
    assert_eq!(read(&store).head.content.text, "New");
}

#[test]
fn an_approval_stands_over_a_restart_and_an_edit_voids_it_with_a_record() {
    let (_folder, store) = with_post();
    approve(&store, 10_000);
    let path = store.folder().to_owned();
    drop(store);
    let store = open(&path);
    let approved = read(&store);
    assert_eq!(approved.state, VersionState::Approved);
    assert_eq!(
        approved.requested.as_ref().map(|requested| requested.at),
        Some(at(10_000))
    );
    assert_eq!(store.post(POST).unwrap().chosen, Some(candidate_id(1)));
    // Whoever edits saw it before it was approved: the approval is void all the same.
    edit(
        &store,
        20_000,
        "Other words",
        VersionState::AwaitingApproval,
    );
    let void = read(&store);
    assert_eq!(void.state, VersionState::ApprovalVoid);
    assert_eq!(void.decisions[0].voided_at, Some(at(20_000)));
    let records = store.audit_records(DEVICE).unwrap();
    let object = format!("decision {}", void.decisions[0].id);
    assert!(records.iter().any(|record| record.object == object));
    store
        .undo(
            &act("version.undo", 30_000),
            version(),
            VersionState::ApprovalVoid,
        )
        .unwrap();
    assert_eq!(
        read(&store).state,
        VersionState::ApprovalVoid,
        "words put back are no approval"
    );
    approve(&store, 40_000);
    let again = read(&store);
    assert_eq!(again.state, VersionState::Approved);
    let standing: Vec<_> = again
        .decisions
        .iter()
        .map(|d| d.voided_at.is_none())
        .collect();
    assert_eq!(standing, [false, true]);
}

#[test]
fn undo_of_an_approved_text_voids_and_the_same_text_again_does_not() {
    let (_folder, store) = with_post();
    edit(&store, 10_000, "One", DRAFT);
    approve(&store, 20_000);
    edit(&store, 30_000, "One", VersionState::ApprovalVoid);
    assert_eq!(
        read(&store).state,
        VersionState::Approved,
        "nothing was changed"
    );
    store
        .undo(
            &act("version.undo", 40_000),
            version(),
            VersionState::Approved,
        )
        .unwrap();
    assert_eq!(
        read(&store).state,
        VersionState::ApprovalVoid,
        "no edit approves anything"
    );
}

#[test]
fn what_is_decided_on_is_what_is_there_or_it_is_a_conflict() {
    let (_folder, store) = with_post();
    store
        .request(&act("version.request", 1), &[version()])
        .unwrap();
    let seen = decision(&store, 1, DecisionKind::Approve);
    edit(
        &store,
        10_000,
        "Changed while it was read",
        VersionState::AwaitingApproval,
    );
    let late = store.decide(&act("version.approve", 20_000), std::slice::from_ref(&seen));
    assert!(matches!(
        late,
        Err(StoreError::Conflict {
            what: "version",
            ..
        })
    ));
    let mut forged = decision(&store, 2, DecisionKind::Approve);
    forged.content_hash = seen.content_hash;
    let forged = store.decide(&act("version.approve", 20_000), &[forged]);
    assert!(matches!(forged, Err(StoreError::Conflict { .. })));
    assert_eq!(read(&store).state, VersionState::AwaitingApproval);
    assert_eq!(read(&store).decisions, []);
}

#[test]
fn the_review_lists_follow_the_states() {
    let (_folder, store) = with_post();
    let lists = || {
        (
            store.in_review(true).unwrap(),
            store.in_review(false).unwrap(),
        )
    };
    assert_eq!(lists(), (vec![], vec![]));
    store
        .request(&act("version.request", 1), &[version()])
        .unwrap();
    assert_eq!(lists(), (vec![POST], vec![]));
    assert_eq!(store.counts().unwrap().waiting, 1);
    let changes = NewDecision {
        comment: Some("Name the cut-off.".to_owned()),
        ..decision(&store, 1, DecisionKind::RequestChanges)
    };
    store
        .decide(&act("version.request-changes", 2), &[changes])
        .unwrap();
    assert_eq!(lists(), (vec![], vec![POST]));
    let decided = read(&store);
    assert_eq!(decided.state, VersionState::ChangesRequested);
    assert_eq!(
        decided.decisions[0].comment.as_deref(),
        Some("Name the cut-off.")
    );
}

#[test]
fn a_post_that_is_stored_by_halves_is_not_stored() {
    let (_folder, store) = with_post();
    let mut second = new_post();
    second.id = Uuid::from_u128(0x11).into();
    store
        .create_post(&act("post.draft", 1), &second)
        .unwrap_err();
    assert_eq!(store.posts(None).unwrap().len(), 1);
    fn is_a_store(_: &dyn galley_app::ports::Store) {}
    is_a_store(&store);
}
