//! Brand, past posts and pictures.

use crate::common::{act, open, workspace};
use galley_app::ports::{BrandStore, Media, MediaStore, StoreError};
use galley_domain::brand::{BrandKit, BrandProfile, BrandRules, PastMetric, PastPost};
use galley_domain::canonical::hex;
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

fn profile(name: &str) -> BrandProfile {
    BrandProfile {
        schema_version: 1,
        name: name.to_owned(),
        one_liner: "Steel on site tomorrow.".to_owned(),
        language: Language::English,
        audiences: vec!["site managers".to_owned()],
        website: None,
        hashtags: Vec::new(),
        rules: BrandRules::default(),
        kit: BrandKit::default(),
        identity: galley_domain::brand::BrandIdentity::default(),
    }
}

fn past_post(id: u128, text: &str) -> PastPost {
    PastPost {
        id: Uuid::from_u128(id).into(),
        date: Some("2026-10-01".to_owned()),
        network: Some(NetworkId::LinkedIn),
        text: text.to_owned(),
        metrics: vec![PastMetric {
            name: "likes".to_owned(),
            value: 0.1 + 0.2,
        }],
    }
}

#[test]
fn the_newest_profile_is_in_force_after_a_restart() {
    let (_folder, store) = workspace();
    assert_eq!(store.profile().unwrap(), None);
    store
        .save_profile(&act("brand.save", 1), &profile("Steel"))
        .unwrap();
    store
        .save_profile(&act("brand.save", 2), &profile("NextDaySteel"))
        .unwrap();
    let path = store.folder().to_owned();
    drop(store);
    assert_eq!(
        open(&path).profile().unwrap(),
        Some(profile("NextDaySteel"))
    );
}

#[test]
fn past_posts_are_added_once_and_keep_their_order_and_digits() {
    let (_folder, store) = workspace();
    let posts = [past_post(1, "Two."), past_post(2, "One.")];
    assert_eq!(
        store
            .add_past_posts(&act("brand.import", 1), &posts)
            .unwrap(),
        2
    );
    let more = [past_post(3, "One."), past_post(4, "Three.")];
    assert_eq!(
        store
            .add_past_posts(&act("brand.import", 2), &more)
            .unwrap(),
        1
    );
    let expect = [posts[0].clone(), posts[1].clone(), more[1].clone()];
    assert_eq!(store.past_posts().unwrap(), expect);
}

#[test]
fn pictures_are_kept_once_under_their_hash_and_checked_when_read() {
    let (_folder, store) = workspace();
    let bytes = b"<svg/>";
    let media = Media {
        id: Uuid::from_u128(1).into(),
        name: "logo.svg".to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        kind: "image/svg+xml".to_owned(),
        width: 0,
        height: 0,
        alt: "Logo".to_owned(),
    };
    let again = Media {
        id: Uuid::from_u128(2).into(),
        ..media.clone()
    };
    store
        .add_media(&act("media.add", 1), &media, bytes)
        .unwrap();
    store
        .add_media(&act("media.add", 2), &again, bytes)
        .unwrap();
    assert_eq!(store.media().unwrap(), std::slice::from_ref(&media));
    assert_eq!(store.media_bytes(media.id).unwrap(), bytes);
    let wrong = store.add_media(&act("media.add", 3), &media, b"other");
    assert!(matches!(wrong, Err(StoreError::Damaged { .. })));
    let file = store
        .folder()
        .join("media")
        .join(format!("{}.svg", media.sha256));
    std::fs::write(&file, "<svg onload/>").unwrap();
    assert!(matches!(
        store.media_bytes(media.id),
        Err(StoreError::Damaged { .. })
    ));
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(
        store.media_bytes(media.id),
        Err(StoreError::NotFound { .. })
    ));
}
