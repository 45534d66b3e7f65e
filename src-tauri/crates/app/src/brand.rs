//! The brand as a folder tells it: profile, rules and voice.

use crate::error::Result;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{Act, FolderReading};
use galley_domain::brand::rules;
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandProfile, BrandRules};
use galley_domain::channels::{Channel, ChannelState};
use galley_domain::members::Role;

/// The operations on the brand.
pub const OPS: &[&dyn AnyOp] = &[&GetProfile];

/// Shows the brand profile, `null` before anything was imported.
struct GetProfile;

impl Op for GetProfile {
    const NAME: &'static str = "brand.profile";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = Option<BrandProfile>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Option<BrandProfile>> {
        Ok(cx.ports.store.profile()?)
    }
}

/// The brand's name after an import, and where it comes from.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) from: String,
}

/// Takes what a folder says about the brand: its profile if there is none yet or the folder states one,
/// its rules, and the voice of all past posts.
pub(crate) fn learn(cx: Cx<'_>, act: &Act, reading: &FolderReading) -> Result<Named> {
    let store = &cx.ports.store;
    let known = store.profile()?;
    let proposed = reading.profile.as_ref();
    let stated = proposed.filter(|proposed| proposed.name_from == "stated" || known.is_none());
    let (mut profile, from) = match (stated, known.clone()) {
        (Some(proposed), _) => (proposed.profile.clone(), proposed.name_from.clone()),
        (None, Some(known)) => (known, "kept".to_owned()),
        (None, None) => {
            return Ok(Named {
                name: String::new(),
                from: "none".to_owned(),
            });
        }
    };
    profile.rules = read_rules(profile.rules, reading);
    if known.as_ref() != Some(&profile) {
        store.save_profile(act, &profile)?;
    }
    // A planned channel has no account to name it: it goes by the brand's name.
    for channel in store.channels()? {
        if channel.state == ChannelState::Planned && channel.name != profile.name {
            store.save_channel(
                act,
                &Channel {
                    name: profile.name.clone(),
                    ..channel
                },
            )?;
        }
    }
    let posts = store.past_posts()?;
    let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
    let voice = VoiceProfile::measure(&texts, profile.language);
    if store.voice()?.as_ref() != Some(&voice) {
        store.save_voice(act, &voice)?;
    }
    Ok(Named {
        name: profile.name,
        from,
    })
}

/// The rules with those of the read style guides: what a guide said before, and says no longer, goes.
fn read_rules(mut standing: BrandRules, reading: &FolderReading) -> BrandRules {
    for read in &reading.documents {
        let document = &read.document;
        if rules::is_style_guide(&document.text) {
            standing = standing.without_file(&document.file);
            standing = standing.merge(rules::read(&document.file, &document.text));
        }
    }
    standing
}
