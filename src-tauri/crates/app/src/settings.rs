//! Settings that are not the brand's: language and theme of the window.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{Settings, Theme};
use galley_domain::language::Language;
use galley_domain::members::Role;
use serde::Deserialize;

/// The operations on settings.
pub const OPS: &[&dyn AnyOp] = &[&GetSettings, &SetSettings];

/// Shows the settings.
struct GetSettings;

impl Op for GetSettings {
    const NAME: &'static str = "settings.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Settings];
    type In = Nothing;
    type Out = Settings;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Settings> {
        Ok(cx.ports.settings.settings())
    }
}

/// What to change; what is left out stays.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SetSettingsIn {
    #[serde(default)]
    pub language: Option<Language>,
    #[serde(default)]
    pub theme: Option<Theme>,
}

/// Changes the settings of this machine.
struct SetSettings;

impl Op for SetSettings {
    const NAME: &'static str = "settings.set";
    const ROLE: Role = Role::Viewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Settings];
    type In = SetSettingsIn;
    type Out = Settings;

    async fn run(&self, cx: Cx<'_>, input: SetSettingsIn) -> Result<Settings> {
        Ok(cx.ports.settings.change_settings(&|settings| {
            settings.language = input.language.or(settings.language);
            settings.theme = input.theme.unwrap_or(settings.theme);
        })?)
    }
}
