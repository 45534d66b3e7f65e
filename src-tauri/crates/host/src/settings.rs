//! `config.json` in the account's configuration folder: language, theme, and the workspaces that were open
//! on this machine. Nothing in it is secret.

use galley_app::ports::{Recent, Settings, SettingsFile, StoreError, Stored, Theme};
use galley_domain::language::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The settings file.
pub(crate) struct ConfigFile {
    path: Option<PathBuf>,
}

/// What stands in it. Members of a newer Galley stay as they are.
#[derive(Default, Serialize, Deserialize)]
struct Config {
    #[serde(default)]
    language: Option<Language>,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    recent: Vec<Recent>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl ConfigFile {
    /// The file of the account that runs the program.
    pub(crate) fn of_account() -> Self {
        Self {
            path: dirs::config_dir().map(|folder| folder.join("galley").join("config.json")),
        }
    }

    fn read(&self) -> Config {
        let Some(text) = self
            .path
            .as_ref()
            .and_then(|path| fs::read_to_string(path).ok())
        else {
            return Config::default();
        };
        serde_json::from_str(&text).unwrap_or_else(|error| {
            tracing::warn!(%error, path = ?self.path, "the settings cannot be read: using the usual ones");
            Config::default()
        })
    }

    /// Changes what stands in the file while no other process does.
    fn change(&self, change: impl FnOnce(&mut Config)) -> Stored<Config> {
        let Some(path) = &self.path else {
            let detail = "this account has no configuration folder".to_owned();
            return Err(StoreError::Other { detail });
        };
        let failed = |error: std::io::Error| refused(path, &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        // Given back when it is closed, however this ends.
        let turn = File::create(path.with_extension("json.lock")).map_err(failed)?;
        turn.lock().map_err(failed)?;
        let mut config = self.read();
        change(&mut config);
        let text = serde_json::to_string_pretty(&config).map_err(|error| StoreError::Other {
            detail: error.to_string(),
        })?;
        // Written beside and moved over: a cut-off write leaves the former settings.
        let beside = path.with_extension("json.new");
        fs::write(&beside, text + "\n").map_err(failed)?;
        fs::rename(&beside, path).map_err(failed)?;
        Ok(config)
    }
}

impl SettingsFile for ConfigFile {
    fn settings(&self) -> Settings {
        settings_of(&self.read())
    }

    fn change_settings(&self, change: &dyn Fn(&mut Settings)) -> Stored<Settings> {
        let changed = self.change(|config| {
            let mut settings = settings_of(config);
            change(&mut settings);
            (config.language, config.theme) = (settings.language, settings.theme);
        })?;
        Ok(settings_of(&changed))
    }

    fn recent(&self) -> Vec<Recent> {
        self.read().recent
    }

    fn change_recent(&self, change: &dyn Fn(&mut Vec<Recent>)) -> Stored<()> {
        self.change(|config| change(&mut config.recent)).map(|_| ())
    }
}

fn settings_of(config: &Config) -> Settings {
    Settings {
        language: config.language,
        theme: config.theme,
    }
}

fn refused(path: &Path, error: &std::io::Error) -> StoreError {
    let path = path.display().to_string();
    match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::DiskFull { path },
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { path }
        }
        _ => StoreError::Other {
            detail: format!("{path}: {error}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &tempfile::TempDir) -> ConfigFile {
        ConfigFile {
            path: Some(folder.path().join("galley/config.json")),
        }
    }

    fn recent(name: &str) -> Recent {
        Recent {
            folder: PathBuf::from("/brands").join(name),
            name: name.to_owned(),
            color: None,
            demo: None,
            opened: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn settings_and_recent_workspaces_leave_each_other_alone() {
        let folder = tempfile::tempdir().unwrap();
        let config = file(&folder);
        config
            .change_recent(&|list| list.push(recent("bakery")))
            .unwrap();
        let dark = config
            .change_settings(&|settings| settings.theme = Theme::Dark)
            .unwrap();
        assert_eq!(dark.theme, Theme::Dark);
        assert_eq!(config.recent(), [recent("bakery")]);
        config.change_recent(&|list| list.clear()).unwrap();
        assert_eq!(config.settings().theme, Theme::Dark);
    }

    #[test]
    fn processes_that_write_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..16).map(|n| format!("brand-{n}")).collect();
        std::thread::scope(|scope| {
            for name in &names {
                let config = file(&folder);
                scope.spawn(move || {
                    config
                        .change_recent(&|list| list.push(recent(name)))
                        .unwrap();
                });
            }
        });
        assert_eq!(file(&folder).recent().len(), names.len());
    }

    #[test]
    fn what_a_newer_galley_wrote_stays_and_what_nobody_can_read_is_no_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        let config = file(&folder);
        let path = config.path.clone().unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, r#"{"theme": "dark", "proxy": "none"}"#).unwrap();
        config
            .change_settings(&|settings| settings.theme = Theme::Light)
            .unwrap();
        assert!(
            fs::read_to_string(&path)
                .unwrap()
                .contains(r#""proxy": "none""#)
        );
        fs::write(&path, "{").unwrap();
        assert_eq!(config.settings().theme, Theme::System);
    }
}
