//! The desk: opening, making and changing between workspaces. There may be no workspace open while these
//! run, so they are given the desk and no member.

use crate::error::{Code, Error, Result};
use crate::knowledge::ImportView;
use crate::op::{AnyOp, AtDesk, Cx, Nothing, Op, Tag};
use galley_domain::language::Language;
use galley_domain::members::Role;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The operations at the desk.
pub const OPS: &[&dyn AnyOp<AtDesk>] = &[&Look, &Open, &Create, &Reset, &Forget];

/// The operation of that name.
pub fn find(name: &str) -> Option<&'static dyn AnyOp<AtDesk>> {
    OPS.iter().copied().find(|op| op.name() == name)
}

/// What is on the desk.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct DeskView {
    /// Folder of the open workspace.
    pub open: Option<String>,
    /// Workspaces that were open on this machine, the last one first.
    pub recent: Vec<RecentWorkspace>,
    /// The demo brands that Galley comes with.
    pub demos: Vec<DemoBrand>,
    /// Where new workspaces are made if nothing else is said.
    pub home: String,
}

/// A workspace that was open on this machine.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct RecentWorkspace {
    pub folder: String,
    /// The brand's name when it was last open.
    pub name: String,
    /// First color of the brand's palette, as `#1E3440`.
    pub color: Option<String>,
    /// The demo brand that it was made from.
    pub demo: Option<String>,
    /// When it was last opened.
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub opened: Timestamp,
    /// Whether a workspace is still in that folder.
    pub there: bool,
}

/// A brand that Galley comes with.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct DemoBrand {
    /// Names it in `desk.open` and `--demo`.
    pub id: String,
    pub name: String,
    pub one_liner: String,
    pub language: Language,
    pub color: Option<String>,
}

/// Which workspace to open: exactly one of `folder` and `demo`.
#[derive(Debug, Clone, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct OpenIn {
    /// A folder that is a workspace.
    #[serde(default)]
    pub folder: Option<String>,
    /// A demo brand's id; its workspace is made when it is first opened.
    #[serde(default)]
    pub demo: Option<String>,
    /// Name of the member to act as; needed where a workspace has several.
    #[serde(default)]
    pub member: Option<String>,
}

/// A workspace to open, and as whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub place: WantedPlace,
    /// `None`: its only member.
    pub member: Option<String>,
}

/// Where the workspace is that is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WantedPlace {
    Folder(PathBuf),
    Demo(String),
}

/// Shows what is open and what could be.
struct Look;

impl Op<AtDesk> for Look {
    const NAME: &'static str = "desk.look";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Desk];
    type In = Nothing;
    type Out = DeskView;

    async fn run(&self, desk: Cx<'_, AtDesk>, _: Nothing) -> Result<DeskView> {
        desk.look().await
    }
}

/// Opens a workspace in place of the open one.
struct Open;

impl Op<AtDesk> for Open {
    const NAME: &'static str = "desk.open";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Desk];
    type In = OpenIn;
    type Out = DeskView;

    async fn run(&self, desk: Cx<'_, AtDesk>, input: OpenIn) -> Result<DeskView> {
        let place = match (filled(input.folder), filled(input.demo)) {
            (Some(folder), None) => WantedPlace::Folder(folder.into()),
            (None, Some(demo)) => WantedPlace::Demo(demo),
            _ => {
                return Err(Error::new(
                    Code::BadInput,
                    "name either the folder of a workspace or a demo brand",
                ));
            }
        };
        let member = input.member;
        desk.open(Wanted { place, member }).await?;
        desk.look().await
    }
}

/// What to make a workspace for.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CreateIn {
    /// A folder of the brand's documents, past posts and pictures. It is read, never changed.
    pub documents: String,
    /// An empty folder for the workspace; left out: one in the account's data folder.
    #[serde(default)]
    pub folder: Option<String>,
}

/// Makes a workspace for a brand from a folder of its documents, and opens it.
struct Create;

impl Op<AtDesk> for Create {
    const NAME: &'static str = "desk.create";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Desk];
    type In = CreateIn;
    type Out = ImportView;

    async fn run(&self, desk: Cx<'_, AtDesk>, input: CreateIn) -> Result<ImportView> {
        let documents = filled(Some(input.documents));
        let documents = documents.ok_or_else(|| {
            Error::new(
                Code::FolderUnreadable,
                "name the folder with the brand's documents",
            )
            .with("folder", "")
        })?;
        let home = filled(input.folder).map(PathBuf::from);
        desk.create(documents.into(), home).await
    }
}

/// The demo brand to make anew.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ResetIn {
    /// Its id.
    pub demo: String,
}

/// Makes a demo brand's workspace anew, as it was when it was first opened. Its posts are lost.
struct Reset;

impl Op<AtDesk> for Reset {
    const NAME: &'static str = "desk.reset";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Desk];
    type In = ResetIn;
    type Out = DeskView;

    async fn run(&self, desk: Cx<'_, AtDesk>, input: ResetIn) -> Result<DeskView> {
        desk.reset(input.demo).await?;
        desk.look().await
    }
}

/// The workspace to take off the list.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ForgetIn {
    pub folder: String,
}

/// Takes a workspace off the list of recent ones. Its files stay where they are.
struct Forget;

impl Op<AtDesk> for Forget {
    const NAME: &'static str = "desk.forget";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Desk];
    type In = ForgetIn;
    type Out = DeskView;

    async fn run(&self, desk: Cx<'_, AtDesk>, input: ForgetIn) -> Result<DeskView> {
        desk.forget(Path::new(&input.folder))?;
        desk.look().await
    }
}

/// A text without the blanks around it; `None` if nothing is left.
fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}
