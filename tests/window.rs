//! The real window, driven through WebDriver: from a brief to a post that is still approved after a restart.
//!
//! Needs Xvfb, `tauri-driver`, WebKitWebDriver and a built `ui/dist`; `npm test` sees to all of them.
//! Pictures of every state go to `tests/screenshots`, in both themes and both languages.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on should stop"
)]

#[path = "window/brands.rs"]
mod brands;
#[path = "window/driver.rs"]
mod driver;
#[path = "window/screen.rs"]
mod screen;

use driver::Driver;
use fantoccini::elements::Element;
use screen::{Screen, Seen, Words};

const BRIEF: &str =
    "Tell site managers why mesh cut to size and delivered the next day saves them time on site";

/// A price that no document gives, on a line of its own (Enter is `\u{e006}` to WebDriver).
const CLAIM: &str = "\u{e006}\u{e006}A sheet costs £12.99.";

/// Words that nothing speaks against.
const EDIT: &str = " Bring the drawing.";

#[tokio::test(flavor = "multi_thread")]
async fn a_post_goes_from_brief_to_approval_and_is_there_after_a_restart() {
    the_thread("en", "light").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_in_german_and_dark() {
    the_thread("de", "dark").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ways_off_the_thread_lead_on() {
    let driver = Driver::start().await;
    // In German, whose words are longer.
    let screen = Screen::new(driver.open().await, "de").await;
    settings(&screen, "de", "light").await;
    nothing_yet(&screen).await;
    a_question(&screen).await;
    small_windows(&screen).await;
    palette(&screen).await;
    screen.client.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_without_documents_asks_for_a_folder() {
    let driver = Driver::start().await;
    nothing_to_write_from(&driver).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_that_is_not_there_is_said() {
    let driver = Driver::start().await;
    not_opened(&driver).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brand_of_ones_own_is_made_from_a_folder_and_found_again() {
    let driver = Driver::start().await;
    brands::own(&driver).await;
    brands::found_again(&driver).await;
}

/// The whole way of a post, in a window with this language and theme.
async fn the_thread(language: &str, theme: &str) {
    let driver = Driver::start().await;
    let screen = Screen::new(driver.open().await, language).await;
    settings(&screen, language, theme).await;
    screen.picture("0-settings").await;
    brief(&screen).await;
    findings_and_fixes(&screen).await;
    approval(&screen).await;
    let text = an_edit_voids_it(&screen).await;
    approval_again(&screen).await;
    screen.client.clone().close().await.unwrap();

    // The same folder, a new window: language, theme, text and approval are as they were left.
    let screen = Screen::new(driver.open().await, language).await;
    restarted(&screen, theme, &text).await;
    screen.client.close().await.unwrap();
}

/// Sets the language and the theme, as a member would.
async fn settings(screen: &Screen, language: &str, theme: &str) {
    let system = Words::read("en");
    // At once, while the workspace is still being opened: no click may be lost to that.
    screen
        .pick(Seen::Link(&system.say("app:nav.settings", &[])))
        .await;
    let theme = format!("settings:theme.{theme}");
    screen.pick(Seen::Radio(&system.say(&theme, &[]))).await;
    let name = system.say(&format!("settings:language.{language}"), &[]);
    screen.pick(Seen::Radio(&name)).await;
    screen.see("settings:title").await;
    screen.see("settings:workspace.folder").await;
}

/// From a brief to candidates; the second one is taken.
async fn brief(screen: &Screen) {
    screen.follow("app:nav.compose").await;
    screen.see("compose:brief.examples").await;
    screen.picture("1-brief").await;
    draft(screen, BRIEF).await;

    let candidates = screen.say("compose:candidates");
    screen.find(Seen::Group(&candidates)).await;
    screen.picture("2-candidates").await;
    screen.press("compose:candidates.compare", &[]).await;
    screen.see("compose:candidates.use").await;
    screen.picture("3-compare").await;
    screen.press("compose:candidates.use", &[]).await;
    screen.find(Seen::Group(&candidates)).await;
    screen
        .until("the second candidate to be taken", || async {
            let taken =
                "return document.querySelector('[role=radio][aria-checked=true] kbd')?.textContent";
            (screen.run(taken).await == "2").then_some(())
        })
        .await;
}

/// A price with no source blocks approval; its own fix takes it out again.
async fn findings_and_fixes(screen: &Screen) {
    let before = screen.value(&editor(screen).await).await;
    editor(screen).await.send_keys(CLAIM).await.unwrap();
    screen.see("guards:unsupported-claim.price").await;
    screen.see("compose:foot.block_one").await;
    screen.picture("4-finding").await;
    screen.press("guards:cut-sentence", &[]).await;
    screen
        .until("the sentence to be cut", || async {
            let now = screen.value(&editor(screen).await).await;
            (now.trim_end() == before.trim_end()).then_some(())
        })
        .await;
    // What is left can be fixed by a key: nothing is typed into the text by it.
    screen.key("f").await;
    screen
        .until("nothing to be left that can be fixed", || async {
            (screen.count(Seen::FixAll).await == 0).then_some(())
        })
        .await;
    screen.picture("5-fixed").await;
}

/// All versions go to review, and are approved there.
async fn approval(screen: &Screen) {
    screen.press("compose:request", &[]).await;
    screen.follow("compose:request.open").await;
    screen.see("review:stamp.press").await;
    screen.picture("6-review").await;
    screen.press("review:approve.all", &[("count", "4")]).await;
    screen
        .see_with("review:approve.done_other", &[("count", "4")])
        .await;
    screen.see("review:stamp.approved").await;
    screen.picture("7-approved").await;
}

/// An edit voids the approval of the version that was edited; gives its text.
async fn an_edit_voids_it(screen: &Screen) -> String {
    screen.follow("app:nav.compose").await;
    screen.see("review:stamp.approved").await;
    editor(screen).await.send_keys(EDIT).await.unwrap();
    screen.see("review:stamp.void").await;
    screen.see("app:state.approval-void").await;
    screen.picture("8-void").await;
    screen.value(&editor(screen).await).await
}

/// The edited version alone is asked for and approved again.
async fn approval_again(screen: &Screen) {
    screen.press("compose:request", &[]).await;
    screen.follow("compose:request.open").await;
    screen.press("review:approve", &[]).await;
    screen
        .see_with("review:approve.done_one", &[("count", "1")])
        .await;
    screen.picture("9-approved-again").await;
}

/// What a new window on the same folder shows.
async fn restarted(screen: &Screen, theme: &str, text: &str) {
    screen.follow("app:nav.library").await;
    screen.see("app:state.approved").await;
    let shown = screen
        .run("return document.documentElement.dataset.theme")
        .await;
    assert_eq!(shown, theme);
    screen.picture("10-library").await;
    screen.pick(Seen::Cell).await;
    assert_eq!(screen.value(&editor(screen).await).await, text);
    screen.see("review:stamp.approved").await;
    screen.picture("11-restarted").await;
    screen.client.set_window_size(1920, 1080).await.unwrap();
    screen.picture("12-large").await;
}

/// Screens with nothing on them say what will be there; the keys have a sheet.
async fn nothing_yet(screen: &Screen) {
    screen.follow("app:nav.library").await;
    screen.see("posts:empty.title").await;
    screen.picture("20-library-empty").await;
    screen.follow("app:nav.review").await;
    screen.see("review:none.title").await;
    screen.picture("21-review-empty").await;
    screen.press("app:nav.keys", &[]).await;
    screen.see("app:keys.title").await;
    screen.picture("22-keys").await;
    screen.key("\u{e00c}").await;
    screen
        .until("the keys to be closed", || async {
            (screen
                .run("return document.querySelector('[role=dialog]') === null")
                .await
                == true)
                .then_some(())
        })
        .await;
}

/// A name that no document knows is asked about; A answers.
async fn a_question(screen: &Screen) {
    draft(screen, "Announce the Quantum Toaster 9000 to site managers").await;
    screen.see("compose:advisory").await;
    screen.picture("23-question").await;
    screen.key("b").await;
    let candidates = screen.say("compose:candidates");
    screen.find(Seen::Group(&candidates)).await;
}

/// Nothing is cut in the smallest window, nor at 125 percent.
async fn small_windows(screen: &Screen) {
    for (name, width, height) in [("24-small", 1024, 700), ("25-zoomed", 1024, 640)] {
        screen.client.set_window_size(width, height).await.unwrap();
        screen.picture(name).await;
        screen.press("compose:candidates.compare", &[]).await;
        screen.see("compose:candidates.working").await;
        screen.picture(&format!("{name}-compare")).await;
        screen.press("compose:candidates.compare", &[]).await;
    }
}

/// Ctrl K finds what can be done, and Enter does it.
async fn palette(screen: &Screen) {
    screen.key("\u{e009}k\u{e000}").await;
    let asked = screen.say("app:palette.ask");
    let field = screen.find(Seen::Textbox(&asked)).await;
    screen.picture("29-palette").await;
    let go = screen.say("app:keys.go-review");
    field.send_keys(&go).await.unwrap();
    screen.key("\u{e007}").await;
    screen.see("review:title").await;
}

/// A workspace without documents asks for a folder, and says when one is of no use.
async fn nothing_to_write_from(driver: &Driver) {
    let (workspace, bare) = (driver.folder().join("new"), driver.folder().join("bare"));
    galley_host::make(&workspace, false, &galley_host::Machine::real()).unwrap();
    std::fs::create_dir_all(&bare).unwrap();
    let client = driver
        .open_on(&["--workspace", &workspace.to_string_lossy()])
        .await;
    let screen = Screen::new(client, "en").await;
    screen.see("compose:first.title").await;
    screen.picture("26-no-documents").await;
    screen.key(&bare.to_string_lossy()).await;
    screen.press("knowledge:import.read", &[]).await;
    screen.see("errors:nothing-usable").await;
    screen.picture("27-nothing-usable").await;
    std::fs::write(bare.join("questions.md"), "Is there a minimum order?\n").unwrap();
    screen.press("knowledge:import.read", &[]).await;
    screen
        .see_with("compose:first.text_one", &[("count", "1")])
        .await;
    screen.picture("27-no-sentence").await;
    screen.client.close().await.unwrap();
}

/// A workspace that is not there: the window says so, and what to do.
async fn not_opened(driver: &Driver) {
    let nowhere = driver.folder().join("nowhere");
    let client = driver
        .open_on(&["--workspace", &nowhere.to_string_lossy()])
        .await;
    let screen = Screen::new(client, "en").await;
    screen.see("desk:failed.title").await;
    screen.see("desk:new").await;
    screen.picture("28-not-opened").await;
    screen.client.close().await.unwrap();
}

/// Writes a brief and drafts from it.
async fn draft(screen: &Screen, words: &str) {
    screen.follow("app:nav.compose").await;
    let brief = screen.say("compose:brief.title");
    let brief = screen.find(Seen::Textbox(&brief)).await;
    brief.send_keys(words).await.unwrap();
    screen.press("compose:brief.draft", &[]).await;
}

/// The field with the post's text.
async fn editor(screen: &Screen) -> Element {
    let name = screen.say_with("compose:text", &[("network", "LinkedIn")]);
    screen.find(Seen::Textbox(&name)).await
}
