//! Conversation: drafting by asking, over the same pipeline. What is said is a brief, or a request to change
//! the draft before, or the answer to a question.

use crate::drafting::{self, StartDraftIn};
use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{NewTurn, StoredTurn};
use galley_domain::drafting::requests::{self, Request};
use galley_domain::drafting::{AdvisoryChoice, Notice};
use galley_domain::ids::{ConversationId, PostId, RunId, TurnId};
use galley_domain::language::Language;
use galley_domain::members::Role;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The operations of conversation.
pub const OPS: &[&dyn AnyOp] = &[&Say, &GetConversation, &ListConversations];

/// What a member says.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SayIn {
    /// The conversation that goes on; a new one if left out.
    #[serde(default)]
    pub conversation: Option<ConversationId>,
    /// A brief, or a request such as "shorter" or "without the price".
    pub text: String,
    /// The answer to a question of Galley's: `text` is its words.
    #[serde(default)]
    pub choice: Option<AdvisoryChoice>,
}

/// A conversation with all that was said.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ConversationView {
    pub id: ConversationId,
    /// Oldest first.
    pub turns: Vec<TurnView>,
}

#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct TurnView {
    pub id: TurnId,
    pub said: String,
    /// What was made of it: a code of the catalogs.
    pub understood: Notice,
    /// The draft that was started for it.
    pub run: Option<RunId>,
    /// The post that the draft led to.
    pub post: Option<PostId>,
    /// Name of who said it.
    pub by: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
}

/// Says something and starts the draft that it asks for.
struct Say;

impl Op for Say {
    const NAME: &'static str = "conversation.say";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Runs, Tag::Posts];
    type In = SayIn;
    type Out = ConversationView;

    async fn run(&self, cx: Cx<'_>, input: SayIn) -> Result<ConversationView> {
        let said = input.text.trim().to_owned();
        if said.is_empty() {
            return Err(Error::new(
                Code::BriefEmpty,
                "nothing was said: say what the post is about, or what to change",
            ));
        }
        let conversation = input.conversation.unwrap_or_else(|| cx.id());
        let before = cx.ports.store.turns(conversation)?;
        if input.conversation.is_some() && before.is_empty() {
            return Err(not_found(conversation));
        }
        let last = last_draft(cx, &before)?;
        let (understood, draft) = understand(cx, &said, input.choice, last)?;
        let run = match draft {
            Some(draft) => Some(drafting::start(cx, Self::NAME, &draft)?),
            None => None,
        };
        let turn = NewTurn {
            id: cx.id(),
            conversation,
            said,
            understood,
            run,
        };
        cx.ports.store.add_turn(&cx.act(Self::NAME), &turn)?;
        show(cx, conversation)
    }
}

/// Names a conversation.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ConversationIn {
    pub conversation: ConversationId,
}

/// Shows a conversation.
struct GetConversation;

impl Op for GetConversation {
    const NAME: &'static str = "conversation.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Runs, Tag::Posts];
    type In = ConversationIn;
    type Out = ConversationView;

    async fn run(&self, cx: Cx<'_>, input: ConversationIn) -> Result<ConversationView> {
        show(cx, input.conversation)
    }
}

/// Which conversations to list.
#[derive(Debug, Clone, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ListConversationsIn {
    /// Looked for in all that was said, ignoring case.
    #[serde(default)]
    pub text: Option<String>,
}

/// A conversation in a list.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ConversationSummary {
    pub id: ConversationId,
    /// What was said first.
    pub title: String,
    pub turns: u32,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
}

/// Lists conversations, the last one first.
struct ListConversations;

impl Op for ListConversations {
    const NAME: &'static str = "conversation.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Runs];
    type In = ListConversationsIn;
    type Out = Vec<ConversationSummary>;

    async fn run(
        &self,
        cx: Cx<'_>,
        input: ListConversationsIn,
    ) -> Result<Vec<ConversationSummary>> {
        let text = input.text.as_deref().map(str::trim);
        let rows = cx
            .ports
            .store
            .conversations(text.filter(|text| !text.is_empty()))?;
        Ok(rows
            .into_iter()
            .map(|row| ConversationSummary {
                id: row.id,
                title: row.title,
                turns: row.turns,
                at: row.at,
            })
            .collect())
    }
}

/// The last draft of a conversation: what it was asked for, and the post that came of it.
fn last_draft(cx: Cx<'_>, turns: &[StoredTurn]) -> Result<Option<(StartDraftIn, Option<PostId>)>> {
    let Some(run) = turns.iter().rev().find_map(|turn| turn.run) else {
        return Ok(None);
    };
    let stored = cx.ports.store.run(run)?;
    let input = StartDraftIn::deserialize(&stored.run.input).map_err(|error| {
        Error::new(
            Code::Internal,
            format!("the run's input cannot be read: {error}"),
        )
    })?;
    let input = StartDraftIn {
        seed: Some(stored.seed),
        ..input
    };
    Ok(Some((input, cx.ports.store.post_of_run(run)?)))
}

/// What was said, and the draft to start for it.
fn understand(
    cx: Cx<'_>,
    said: &str,
    choice: Option<AdvisoryChoice>,
    last: Option<(StartDraftIn, Option<PostId>)>,
) -> Result<(Notice, Option<StartDraftIn>)> {
    if let Some(choice) = choice {
        let former = last.map(|(input, _)| input).unwrap_or_default();
        return Ok((notice("said.choice", None), Some(former.answered(&choice))));
    }
    let Some(request) = requests::read(said) else {
        let draft = StartDraftIn {
            brief: said.to_owned(),
            ..StartDraftIn::default()
        };
        return Ok((notice("said.brief", None), Some(draft)));
    };
    let Some((former, post)) = last else {
        return Ok((notice("said.nothing-to-change", None), None));
    };
    if let Some(language) = request.language.filter(|language| !has(cx, *language)) {
        return Ok((notice("said.no-documents", Some(language)), None));
    }
    Ok((
        notice("said.request", None),
        Some(changed(former, post, request)),
    ))
}

fn changed(former: StartDraftIn, post: Option<PostId>, request: Request) -> StartDraftIn {
    let networks = match request.networks.is_empty() {
        true => former.networks.clone(),
        false => Some(request.networks),
    };
    StartDraftIn {
        networks,
        language: request.language.or(former.language),
        wishes: former.wishes.clone().and(&request.wishes),
        // The same seed, so that only what was asked for changes.
        former: post.or(former.former),
        ..former
    }
}

/// Whether there are documents in a language: the composer does not translate.
fn has(cx: Cx<'_>, language: Language) -> bool {
    cx.ports.store.documents().is_ok_and(|documents| {
        documents
            .iter()
            .any(|document| document.language == language)
    })
}

fn notice(code: &str, language: Option<Language>) -> Notice {
    let word = language.and_then(|language| serde_json::to_value(language).ok());
    let word = word.as_ref().and_then(|word| word.as_str());
    Notice {
        code: code.to_owned(),
        params: word
            .map(|word| BTreeMap::from([("language".to_owned(), word.to_owned())]))
            .unwrap_or_default(),
    }
}

fn show(cx: Cx<'_>, id: ConversationId) -> Result<ConversationView> {
    let turns = cx.ports.store.turns(id)?;
    if turns.is_empty() {
        return Err(not_found(id));
    }
    let members = cx.ports.store.members()?;
    let name = |id| {
        let member = members.iter().find(|member| member.id == id);
        member.map_or_else(String::new, |member| member.name.clone())
    };
    let view = |turn: StoredTurn| -> Result<TurnView> {
        let post = match turn.run {
            Some(run) => cx.ports.store.post_of_run(run)?,
            None => None,
        };
        Ok(TurnView {
            id: turn.id,
            said: turn.said,
            understood: turn.understood,
            run: turn.run,
            post,
            by: name(turn.member),
            at: turn.at,
        })
    };
    Ok(ConversationView {
        id,
        turns: turns.into_iter().map(view).collect::<Result<_>>()?,
    })
}

fn not_found(id: ConversationId) -> Error {
    Error::new(Code::NotFound, format!("conversation {id} is not there"))
        .with("what", "conversation")
        .with("id", id)
}
