//! `config.json` in the account's configuration folder: language and theme. Nothing in it is secret.

use galley_app::ports::{Settings, SettingsFile, StoreError, Stored, Theme};
use std::path::PathBuf;

/// The settings file.
pub(crate) struct ConfigFile {
    path: Option<PathBuf>,
}

impl ConfigFile {
    /// The file of the account that runs the program.
    pub(crate) fn of_account() -> Self {
        Self {
            path: dirs::config_dir().map(|folder| folder.join("galley").join("config.json")),
        }
    }
}

impl SettingsFile for ConfigFile {
    fn settings(&self) -> Settings {
        let usual = Settings {
            language: None,
            theme: Theme::System,
        };
        let Some(text) = self
            .path
            .as_ref()
            .and_then(|path| std::fs::read_to_string(path).ok())
        else {
            return usual;
        };
        serde_json::from_str(&text).unwrap_or_else(|error| {
            tracing::warn!(%error, path = ?self.path, "the settings cannot be read: using the usual ones");
            usual
        })
    }

    fn save_settings(&self, settings: Settings) -> Stored<()> {
        let Some(path) = &self.path else {
            let detail = "this account has no configuration folder".to_owned();
            return Err(StoreError::Other { detail });
        };
        let failed = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::DiskFull {
                path: path.display().to_string(),
            },
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly {
                    path: path.display().to_string(),
                }
            }
            _ => StoreError::Other {
                detail: format!("{}: {error}", path.display()),
            },
        };
        let text = serde_json::to_string_pretty(&settings).map_err(|error| StoreError::Other {
            detail: error.to_string(),
        })?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        // Written beside and moved over: a cut-off write leaves the former settings.
        let beside = path.with_extension("json.new");
        std::fs::write(&beside, text + "\n").map_err(failed)?;
        std::fs::rename(&beside, path).map_err(failed)
    }
}
