use super::*;
use galley_app::ports::FileOutcome;
use std::cell::Cell;
use std::fs;
use uuid::Uuid;

/// Ids that count up. The port is shared between threads, so the counter is one too.
#[derive(Default)]
struct Counting(std::sync::atomic::AtomicU64);

impl Ids for Counting {
    fn next(&self) -> Uuid {
        let next = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Uuid::from_u128(u128::from(next) + 1)
    }
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read_with(path: &Path, limits: Limits) -> Result<FolderReading, FolderError> {
    let today = "2026-05-20T12:00:00Z".parse().expect("an instant");
    FolderReader { limits }.read(path, &Counting::default(), today)
}

fn read_folder(files: &[(&str, &[u8])]) -> FolderReading {
    let folder = folder(files);
    read_with(folder.path(), Limits::default()).expect("a readable folder")
}

/// File, what it was read as, codes of its notes.
fn check(files: &[(&str, &[u8])], expect: &[(&str, &str, &[&str])]) {
    let reading = read_folder(files);
    let found: Vec<(&str, &str, Vec<&str>)> = reading
        .outcomes
        .iter()
        .map(|outcome: &FileOutcome| {
            let codes = outcome
                .notes
                .iter()
                .map(|note| note.code.as_str())
                .collect();
            (outcome.file.as_str(), outcome.read_as.as_str(), codes)
        })
        .collect();
    let expect: Vec<(&str, &str, Vec<&str>)> = expect
        .iter()
        .map(|(file, read_as, codes)| (*file, *read_as, codes.to_vec()))
        .collect();
    assert_eq!(found, expect);
}

const PAGE: &[u8] =
    b"# Mill Lane Bakery\n\nMill Lane Bakery is a small bakery in Leeds. We bake every morning.";

#[test]
fn files_are_recognized_by_content_and_not_by_name() {
    check(
        &[
            ("a.dat", PAGE),
            ("b.txt", b"name;price\nRye loaf;4,60\nRolls;3,20\n"),
            (
                "c.md",
                b"Date,Text,Likes\n2026-05-01,We baked rye today and it went fast.,12\n",
            ),
            (
                "d.bin",
                b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0rest",
            ),
            ("e.json", b"{\"a\": 1}"),
            ("f.html", b"<!doctype html><p>We bake.</p>"),
            ("g.csv", b"name,phone\nAnna,1\nBen,2\n"),
            ("how.md", b"# How we write\n\n## Never\n\n- world-class\n"),
            ("i/SKILL.md", b"---\nname: offer\n---\n"),
            ("i/galley.yaml", b"slots: []"),
        ],
        &[
            ("a.dat", "document", &[]),
            ("b.txt", "products", &[]),
            ("c.md", "past-posts", &[]),
            ("d.bin", "picture", &[]),
            ("e.json", "skipped", &["file.data"]),
            ("f.html", "skipped", &["file.markup"]),
            ("g.csv", "skipped", &["table.unknown"]),
            ("how.md", "style-guide", &["document.style-guide"]),
            ("i/SKILL.md", "skill", &[]),
        ],
    );
}

#[test]
fn a_page_whose_title_has_a_comma_is_no_table() {
    check(
        &[(
            "groups.md",
            b"# Schools, clubs and groups\n\nEighteen schools swim here. Each child gets 20 lessons, paid for by us.\n\nBook a week ahead, please.\n",
        )],
        &[("groups.md", "document", &[])],
    );
}

#[test]
fn the_guides_own_hashtag_becomes_the_brands() {
    let reading = read_folder(&[
        ("a.md", PAGE),
        (
            "how.md",
            b"# How we write\n\n## Rules\n\n- At most two hashtags. Always #millbread. Never #yum.\n\n## Never\n\n- world-class\n",
        ),
    ]);
    let profile = reading.profile.expect("a profile").profile;
    assert_eq!(profile.hashtags, ["#millbread"]);
}

#[test]
fn one_bad_file_is_named_and_the_others_are_read() {
    check(
        &[
            ("a.md", PAGE),
            ("binary.md", b"ab\0cd"),
            ("broken.md", b"Gr\xc3\xb6\xc3\x9fe und \xff mehr"),
            ("empty.md", b""),
            (
                "rows.csv",
                b"name,price\nRye loaf,\xc2\xa34.60\nRolls\n\"Open,\xc2\xa33\nBun,\xc2\xa32.20\n",
            ),
            ("western.txt", b"Wir backen t\xe4glich frische Br\xf6tchen."),
            ("white.md", b" \n \n"),
        ],
        &[
            ("a.md", "document", &[]),
            ("binary.md", "skipped", &["file.binary"]),
            ("broken.md", "skipped", &["file.not-utf8"]),
            ("empty.md", "skipped", &["file.empty"]),
            (
                "rows.csv",
                "products",
                &["csv.row-broken", "csv.row-unclosed"],
            ),
            ("western.txt", "document", &["file.encoding"]),
            ("white.md", "skipped", &["file.empty"]),
        ],
    );
}

#[test]
fn places_of_bad_bytes_and_rows_are_named() {
    let reading = read_folder(&[
        ("broken.md", b"Gr\xc3\xb6\xc3\x9fe \xff"),
        ("rows.csv", b"name,price\nRye,\xc2\xa34\nRolls\n"),
    ]);
    let param =
        |outcome: usize, name: &str| reading.outcomes[outcome].notes[0].params.get(name).cloned();
    assert_eq!(param(0, "offset").as_deref(), Some("8"));
    assert_eq!(param(1, "row").as_deref(), Some("3"));
}

#[test]
fn a_file_over_the_limit_is_not_opened() {
    let folder = folder(&[("a.md", PAGE)]);
    let large = fs::File::create(folder.path().join("large.md")).expect("a file");
    large.set_len(200 * 1024 * 1024).expect("a sparse file");
    let reading = read_with(folder.path(), Limits::default()).expect("a readable folder");
    let note = &reading.outcomes[1].notes[0];
    assert_eq!(note.code, "file.too-large");
    assert_eq!(
        note.params.get("limit").map(String::as_str),
        Some("10485760")
    );
    assert_eq!(reading.documents.len(), 1);
}

#[test]
fn a_folder_that_is_none_is_an_error() {
    let folder = folder(&[("a.md", PAGE)]);
    let missing = read_with(&folder.path().join("missing"), Limits::default());
    assert!(matches!(missing, Err(FolderError::Unreadable { .. })));
    let file = read_with(&folder.path().join("a.md"), Limits::default());
    assert!(matches!(file, Err(FolderError::NotAFolder { .. })));
}

#[test]
fn an_empty_folder_gives_nothing_and_no_error() {
    let folder = folder(&[]);
    let reading = read_with(folder.path(), Limits::default()).expect("a readable folder");
    assert_eq!(reading, FolderReading::default());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let outside = folder(&[("secret.md", PAGE)]);
    let inside = folder(&[("a.md", PAGE)]);
    std::os::unix::fs::symlink(inside.path(), inside.path().join("loop")).expect("a link");
    std::os::unix::fs::symlink(
        outside.path().join("secret.md"),
        inside.path().join("out.md"),
    )
    .expect("a link");
    let reading = read_with(inside.path(), Limits::default()).expect("a readable folder");
    let codes: Vec<&str> = reading
        .outcomes
        .iter()
        .flat_map(|outcome| &outcome.notes)
        .map(|note| note.code.as_str())
        .collect();
    assert_eq!(codes, ["file.link", "file.link"]);
    assert_eq!(reading.documents.len(), 1);
}

#[test]
fn too_many_files_are_counted() {
    let folder = folder(&[("a.md", PAGE), ("b.md", PAGE), ("c.md", PAGE)]);
    let limits = Limits {
        files: 1,
        ..Limits::default()
    };
    let reading = read_with(folder.path(), limits).expect("a readable folder");
    assert_eq!(reading.documents.len(), 1);
    assert_eq!(
        reading.outcomes[0].notes[0]
            .params
            .get("count")
            .map(String::as_str),
        Some("2")
    );
}

#[test]
fn the_profile_comes_from_the_document_about_the_company() {
    let files: &[(&str, &[u8])] = &[
        ("about.md", b"# Mill Lane Bakery\n\nMill Lane Bakery is a small bakery in Leeds. Cafes, hotels and schools buy from us. Write to hello@millane.example."),
        ("delivery.md", b"# Delivery\n\nWe deliver within 3 miles of the shop."),
        ("how.md", b"# How we write\n\n## Never\n\n- world-class\n"),
    ];
    let profile = read_folder(files).profile.expect("a profile");
    assert_eq!(profile.name_from, "heading");
    assert_eq!(profile.profile.name, "Mill Lane Bakery");
    assert_eq!(
        profile.profile.one_liner,
        "Mill Lane Bakery is a small bakery in Leeds."
    );
    assert_eq!(profile.profile.audiences, ["cafes", "hotels", "schools"]);
    assert_eq!(
        profile.profile.website.as_deref(),
        Some("https://millane.example")
    );
    assert_eq!(profile.profile.rules.never.len(), 1);
    assert_eq!(
        profile.profile.language,
        galley_domain::language::Language::English
    );
}

#[test]
fn a_folder_without_a_name_in_it_gives_its_own() {
    let folder = folder(&[(
        "north-pier/delivery.md",
        b"# Delivery\n\nWe deliver within 3 miles of the shop.",
    )]);
    let reading =
        read_with(&folder.path().join("north-pier"), Limits::default()).expect("a readable folder");
    let profile = reading.profile.expect("a profile");
    assert_eq!(
        (profile.profile.name.as_str(), profile.name_from.as_str()),
        ("North pier", "folder")
    );
}

#[test]
fn pictures_get_their_descriptions_from_a_table_beside_them() {
    let reading = read_folder(&[
        ("p/a.gif", b"GIF89a\x10\0\x20\0;"),
        ("p/alt.csv", b"file,alt\na.gif,\"A loaf, cut in half.\"\n"),
    ]);
    assert_eq!(reading.pictures[0].media.alt, "A loaf, cut in half.");
    assert_eq!(reading.outcomes[1].read_as, "alt-texts");
}

#[test]
fn a_name_may_stand_in_a_heading_further_down() {
    let text: &[u8] = b"# Changelog\n\n- Fixed a crash.\n\n## About Tidepool\n\nTidepool turns tables into charts. Tidepool runs in the browser.";
    let profile = read_folder(&[("CHANGELOG.md", text)])
        .profile
        .expect("a profile");
    assert_eq!(profile.profile.name, "Tidepool");
    assert_eq!(
        profile.profile.one_liner,
        "Tidepool turns tables into charts."
    );
}

#[test]
fn product_names_count_in_other_documents() {
    let reading = read_folder(&[
        (
            "bread.md",
            b"# Bread\n\nA country loaf keeps for five days.",
        ),
        (
            "list.csv",
            b"name,price\nCountry loaf,\xc2\xa34.60\nRolls,\xc2\xa33\n",
        ),
    ]);
    let entry = &reading.documents[0].entries[0];
    assert_eq!(entry.subject, "country loaf");
}

#[test]
fn a_thousand_files_are_read() {
    let names: Vec<String> = (0..1000).map(|n| format!("{n:04}.md")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), PAGE)).collect();
    let seen = Cell::new(0);
    for read in read_folder(&files).documents {
        seen.set(seen.get() + 1);
        assert!(!read.entries.is_empty());
    }
    assert_eq!(seen.get(), 1000);
}
