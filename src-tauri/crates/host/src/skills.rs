//! Skill folders: the shipped ones, and the workspace's own, which win by folder name.

use crate::assets;
use galley_app::ports::{SkillFile, SkillFiles, StoreError, Stored};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The two places where skills lie.
pub(crate) struct SkillFolders {
    shipped: Option<PathBuf>,
    own: PathBuf,
}

impl SkillFolders {
    /// The shipped skills and those in the workspace at `folder`.
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            shipped: assets::skills().ok(),
            own: folder.join("skills"),
        }
    }
}

impl SkillFiles for SkillFolders {
    fn skills(&self) -> Vec<SkillFile> {
        let mut found = BTreeMap::new();
        for root in self.shipped.iter().chain([&self.own]) {
            for folder in folders(root) {
                let name = folder
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned());
                let Some(name) = name else { continue };
                let read = |file: &str| std::fs::read_to_string(folder.join(file));
                let skill_md = read("SKILL.md").map_err(|error| error.to_string());
                let galley_yaml = read("galley.yaml").ok();
                let path = format!("skills/{name}");
                found.insert(
                    name,
                    SkillFile {
                        path,
                        skill_md,
                        galley_yaml,
                    },
                );
            }
        }
        found.into_values().collect()
    }

    fn add(&self, skill: &SkillFile) -> Stored<()> {
        let name = Path::new(&skill.path)
            .file_name()
            .unwrap_or_else(|| "skill".as_ref());
        let folder = self.own.join(name);
        let failed = |error: std::io::Error| StoreError::Other {
            detail: format!("{}: {error}", folder.display()),
        };
        std::fs::create_dir_all(&folder).map_err(failed)?;
        let write = |file: &str, text: Option<&String>| match text {
            Some(text) => std::fs::write(folder.join(file), text),
            None => Ok(()),
        };
        write("SKILL.md", skill.skill_md.as_ref().ok()).map_err(failed)?;
        write("galley.yaml", skill.galley_yaml.as_ref()).map_err(failed)
    }
}

fn folders(root: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("SKILL.md").is_file())
        .collect();
    found.sort();
    found
}
