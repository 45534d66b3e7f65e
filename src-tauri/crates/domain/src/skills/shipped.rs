//! The skills that come with Galley, from the folder `skills/` at the root of the repository.

use super::SkillFiles;

/// One of the skills that come with Galley.
pub type ShippedSkill = SkillFiles<'static>;

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        &[$(ShippedSkill {
            folder: concat!("skills/", $name),
            skill_md: include_str!(concat!("../../../../../skills/", $name, "/SKILL.md")),
            galley_yaml: Some(include_str!(concat!("../../../../../skills/", $name, "/galley.yaml"))),
        }),+]
    };
}

/// All of them, built in, so that a workspace can be made wherever the program lies. The last one is
/// the general skill.
pub const SHIPPED: &[ShippedSkill] = shipped![
    "announcement",
    "how-to",
    "offer",
    "behind-the-scenes",
    "faq-answer",
    "general",
];
