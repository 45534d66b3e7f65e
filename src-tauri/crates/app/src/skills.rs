//! Skills: the shipped ones and the workspace's own.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::Ports;
use galley_domain::members::Role;
use galley_domain::skills::{Skill, SkillError, SkillFiles, load_all};
use serde::Serialize;

/// The operations on skills.
pub const OPS: &[&dyn AnyOp] = &[&ListSkills];

/// A skill in a list.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct SkillSummary {
    pub name: String,
    pub description: String,
    pub intents: Vec<String>,
}

/// The skills that can be used, and what is wrong with those that cannot.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct SkillsView {
    pub skills: Vec<SkillSummary>,
    pub broken: Vec<SkillError>,
}

/// Lists the skills. One that cannot be read is named with file, line and column; the others still work.
struct ListSkills;

impl Op for ListSkills {
    const NAME: &'static str = "skill.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Skills];
    type In = Nothing;
    type Out = SkillsView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<SkillsView> {
        let (skills, broken) = load(cx.ports);
        let summary = |skill: Skill| SkillSummary {
            name: skill.name,
            description: skill.description,
            intents: skill.intents,
        };
        Ok(SkillsView {
            skills: skills.into_iter().map(summary).collect(),
            broken,
        })
    }
}

/// All skills that can be read, and the errors of the others.
pub(crate) fn load(ports: &Ports) -> (Vec<Skill>, Vec<SkillError>) {
    let files = ports.skills.skills();
    let readable: Vec<SkillFiles<'_>> = files
        .iter()
        .filter_map(|file| {
            Some(SkillFiles {
                folder: &file.path,
                skill_md: file.skill_md.as_deref().ok()?,
                galley_yaml: file.galley_yaml.as_deref(),
            })
        })
        .collect();
    load_all(&readable)
}
