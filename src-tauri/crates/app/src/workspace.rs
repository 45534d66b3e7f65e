//! The workspace: what it is, who works in it, what it holds.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{Counts, Ports};
use galley_domain::brand::BrandProfile;
use galley_domain::channels::Channel;
use galley_domain::drafting::advice;
use galley_domain::ids::MediaId;
use galley_domain::knowledge::{Category, EntryKind};
use galley_domain::language::Language;
use galley_domain::members::{self, Member, Role};
use serde::Serialize;

/// The operations on the workspace.
pub const OPS: &[&dyn AnyOp] = &[&About];

/// What the window shows around every screen.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct WorkspaceView {
    /// The brand's name, or the folder's if there is no profile yet.
    pub name: String,
    pub folder: String,
    pub demo: bool,
    /// Who is acting.
    pub member: Member,
    /// Those who may act, by name.
    pub members: Vec<Member>,
    pub brand: Option<BrandProfile>,
    /// The picture that the brand kit names as the logo.
    pub logo: Option<MediaId>,
    /// At most three briefs to begin with, made from what the workspace knows.
    pub examples: Vec<String>,
    pub channels: Vec<Channel>,
    pub counts: Counts,
}

/// Shows what the workspace is and who works in it.
struct About;

impl Op for About {
    const NAME: &'static str = "workspace.about";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Workspace, Tag::Brand];
    type In = Nothing;
    type Out = WorkspaceView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<WorkspaceView> {
        let store = &cx.ports.store;
        let facts = store.facts()?;
        let brand = store.profile()?;
        let folder_name = || {
            facts
                .folder
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        Ok(WorkspaceView {
            name: brand
                .as_ref()
                .map_or_else(folder_name, |brand| brand.name.clone()),
            folder: facts.folder.display().to_string(),
            demo: facts.demo,
            member: cx.member.clone(),
            members: members::active(&store.members()?).cloned().collect(),
            logo: logo(cx.ports, brand.as_ref())?,
            examples: examples(cx.ports, brand.as_ref())?,
            brand,
            channels: store.channels()?,
            counts: store.counts()?,
        })
    }
}

fn logo(ports: &Ports, brand: Option<&BrandProfile>) -> Result<Option<MediaId>> {
    let Some(name) = brand.and_then(|brand| brand.kit.logo.as_deref()) else {
        return Ok(None);
    };
    let media = ports.store.media()?;
    Ok(media
        .into_iter()
        .find(|media| media.name == name)
        .map(|media| media.id))
}

/// Briefs that this workspace can answer: its subjects in the words of the commonest tasks.
fn examples(ports: &Ports, brand: Option<&BrandProfile>) -> Result<Vec<String>> {
    let language = brand.map_or(Language::English, |brand| brand.language);
    let audience = brand.and_then(|brand| brand.audiences.first());
    let mut examples = Vec::new();
    let answers = ports.store.entries_of(EntryKind::Answer)?;
    let steps = ports.store.entries_of(EntryKind::Step)?;
    let subject_of = |categories: &[Category]| -> Result<Option<String>> {
        let entries = ports.store.entries_of(EntryKind::Statement)?;
        let found = entries
            .into_iter()
            .filter(|(entry, _)| categories.contains(&entry.category) && entry.headings.len() > 1)
            .filter_map(|(entry, _)| entry.headings.into_iter().next_back())
            .find(|heading| advice::is_topic(heading));
        Ok(found)
    };
    if let Some(subject) = subject_of(&[Category::Service, Category::Product, Category::Offer])? {
        examples.push(match (language, audience) {
            (Language::German, _) => format!("Kündige an: {subject}"),
            (_, Some(audience)) => format!("Announce to {audience}: {subject}"),
            (_, None) => format!("Announce: {subject}"),
        });
    }
    if let Some(heading) = steps.first().and_then(|(entry, _)| entry.headings.last()) {
        examples.push(match language {
            // "How to measure a bay" asks for itself.
            _ if heading.to_lowercase().starts_with("how to ") => heading.clone(),
            Language::German => format!("Anleitung: {heading}"),
            _ => format!("A how-to: {heading}"),
        });
    }
    if let Some(question) = answers
        .iter()
        .find_map(|(entry, _)| entry.question.as_ref())
    {
        examples.push(match language {
            Language::German => format!("Beantworte die Frage: {question}"),
            _ => format!("Answer the question: {question}"),
        });
    }
    Ok(examples)
}
