//! What is on the screen: found by role and by the words of the window's own catalogs.

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long the window may take for one step, on a busy machine and without optimization.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked.
const PERIOD: Duration = Duration::from_millis(50);

/// Collects what went wrong inside of the window, from here on.
const WATCH: &str = r#"
    if (window.wrong) return;
    window.wrong = [];
    addEventListener("error", (event) => window.wrong.push(`error: ${event.message}`));
    addEventListener("unhandledrejection", (event) => window.wrong.push(`rejected: ${event.reason}`));
    addEventListener("securitypolicyviolation", (event) =>
        window.wrong.push(`refused: ${event.violatedDirective} ${event.blockedURI}`));
    for (const level of ["error", "warn"]) {
        const say = console[level];
        console[level] = (...words) => { window.wrong.push(words.join(" ")); say(...words); };
    }
"#;

/// Whether fonts and pictures are there and nothing moves any more, two frames on: what a change sets in
/// motion starts with the next frame.
const SETTLED: &str = r#"
    const answer = arguments[arguments.length - 1];
    const still = (one) =>
        one.playState !== "running" || one.effect.getComputedTiming().iterations === Infinity;
    const look = () => answer(document.fonts.status === "loaded"
        && [...document.images].every((image) => image.complete)
        && document.getAnimations().every(still));
    requestAnimationFrame(() => requestAnimationFrame(look));
"#;

const SCROLL_TO: &str = "arguments[0].scrollIntoView({ block: 'nearest' })";

/// Pictures without bytes, a page wider than the window, and words that run out of their box.
const FLAWS: &str = r#"
    const flaws = [...document.images]
        .filter((image) => image.naturalWidth === 0)
        .map((image) => `picture ${image.src}`);
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) flaws.push(`page ${page.scrollWidth} of ${innerWidth} px wide`);
    if (page.scrollHeight > innerHeight) flaws.push(`page ${page.scrollHeight} of ${innerHeight} px high`);
    for (const button of document.querySelectorAll("button, h1, h2, h3, h4, th, label, .ft, .foot, .decide")) {
        const cut = button.scrollWidth > button.clientWidth + 1 && button.clientWidth > 1;
        const style = getComputedStyle(button);
        if (cut && style.display !== "inline" && style.textOverflow !== "ellipsis"
            && !button.closest(".vh") && !button.matches(".mini"))
            flaws.push(`cut: ${button.textContent.slice(0, 60)} (${button.scrollWidth} of ${button.clientWidth} px)`);
    }
    // Where words end in an ellipsis, all of them can be had.
    for (const words of document.querySelectorAll("body *")) {
        const short = getComputedStyle(words).textOverflow === "ellipsis"
            && words.scrollWidth > words.clientWidth + 1;
        if (short && !words.closest("[title]") && !words.matches("input"))
            flaws.push(`shortened: ${words.textContent.slice(0, 60)}`);
    }
    // What can be pressed has a name.
    for (const control of document.querySelectorAll("button, a, input, select, textarea, [role=radio]")) {
        const named = control.textContent.trim() || control.getAttribute("aria-label")
            || control.labels?.length || control.getAttribute("aria-labelledby");
        if (!named) flaws.push(`nameless: ${control.outerHTML.slice(0, 80)}`);
    }
    return flaws;
"#;

/// The window's words in one language, by catalog and key.
pub(crate) struct Words(BTreeMap<String, BTreeMap<String, String>>);

impl Words {
    pub(crate) fn read(language: &str) -> Self {
        let folder = root().join("ui/src/text").join(language);
        let files = std::fs::read_dir(folder).unwrap();
        let read = |path: PathBuf| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            (name, serde_json::from_str(&text).unwrap())
        };
        Self(files.map(|file| read(file.unwrap().path())).collect())
    }

    /// The words of `catalog:key`, with values for what stands in braces.
    pub(crate) fn say(&self, address: &str, values: &[(&str, &str)]) -> String {
        let (catalog, key) = address.split_once(':').unwrap();
        let words = self.0.get(catalog).and_then(|catalog| catalog.get(key));
        let mut words = words
            .unwrap_or_else(|| panic!("no words for {address}"))
            .clone();
        for (name, value) in values {
            words = words.replace(&format!("{{{{{name}}}}}"), value);
        }
        words
    }
}

/// What is looked for: a role and its accessible name.
pub(crate) enum Seen<'a> {
    Button(&'a str),
    Link(&'a str),
    Textbox(&'a str),
    Radio(&'a str),
    Group(&'a str),
    MenuItem(&'a str),
    /// The button that fixes all that can be fixed: its words differ with the number, its key does not.
    FixAll,
    /// The first link of a table.
    Cell,
    Words(&'a str),
}

impl Seen<'_> {
    fn path(&self) -> String {
        let quote = |name: &str| match name.contains('\'') {
            true => format!("\"{name}\""),
            false => format!("'{name}'"),
        };
        // The words themselves, without what is beside them for the eye only.
        let own = |name: &str| format!("text()[normalize-space(.)={}]", quote(name));
        match self {
            Self::Button(name) => {
                let name_quoted = quote(name);
                format!(
                    "//button[@aria-label={name_quoted} or {0} or */{0}]",
                    own(name)
                )
            }
            Self::Link(name) => format!("//a[{0} or */{0}]", own(name)),
            Self::Textbox(name) => {
                let name = quote(name);
                format!(
                    "//*[self::textarea or self::input][@aria-label={name} or @id=//label[normalize-space(.)={name}]/@for]"
                )
            }
            Self::Radio(name) => format!("//*[@role='radio'][{0} or */{0}]", own(name)),
            Self::Group(name) => format!("//*[@role='radiogroup'][@aria-label={}]", quote(name)),
            Self::MenuItem(name) => {
                format!("//*[@role='menuitem'][{0} or */{0}]", own(name))
            }
            Self::FixAll => "//button[span[@class='kbd'][.='F']]".to_owned(),
            Self::Cell => "//table//td//a".to_owned(),
            Self::Words(name) => format!("//*[{}]", own(name)),
        }
    }
}

/// A window with its words, and the folder for its pictures.
pub(crate) struct Screen {
    pub(crate) client: Client,
    words: Words,
    /// What the pictures' names begin with.
    series: String,
}

impl Screen {
    pub(crate) async fn new(client: Client, language: &str) -> Self {
        let screen = Self {
            client,
            words: Words::read(language),
            series: language.to_owned(),
        };
        screen.run(WATCH).await;
        screen
    }

    /// Waits for what is looked for, and gives it.
    pub(crate) async fn find(&self, what: Seen<'_>) -> Element {
        let path = what.path();
        let wait = self.client.wait().at_most(PATIENCE).every(PERIOD);
        match wait.for_element(Locator::XPath(&path)).await {
            Ok(element) => element,
            Err(error) => self.give_up(&path, &error.to_string()).await,
        }
    }

    /// The words of an address.
    pub(crate) fn say(&self, address: &str) -> String {
        self.words.say(address, &[])
    }

    /// The words of an address, with values for what stands in braces.
    pub(crate) fn say_with(&self, address: &str, values: &[(&str, &str)]) -> String {
        self.words.say(address, values)
    }

    /// Waits until the words of an address, with values, are on the screen.
    pub(crate) async fn see_with(&self, address: &str, values: &[(&str, &str)]) -> Element {
        self.find(Seen::Words(&self.words.say(address, values)))
            .await
    }

    /// Presses a key, wherever the focus is.
    pub(crate) async fn key(&self, key: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(key).await.unwrap();
    }

    /// Waits until the words of an address are on the screen.
    pub(crate) async fn see(&self, address: &str) -> Element {
        self.see_with(address, &[("count", "1")]).await
    }

    /// Presses the button of an address, as soon as it can be pressed.
    pub(crate) async fn press(&self, address: &str, values: &[(&str, &str)]) {
        let name = self.words.say(address, values);
        let path = Seen::Button(&name).path();
        let path = format!("{path}[not(@aria-disabled='true')]");
        self.click(&path).await;
    }

    /// Follows the link of an address.
    pub(crate) async fn follow(&self, address: &str) {
        self.click(&Seen::Link(&self.words.say(address, &[])).path())
            .await;
    }

    /// Picks what is looked for.
    pub(crate) async fn pick(&self, what: Seen<'_>) {
        self.click(&what.path()).await;
    }

    /// Scrolls to it and clicks once it can be clicked: what is drawn anew under the pointer is looked for
    /// again. WebKit's driver scrolls the page, and not what scrolls inside of it.
    async fn click(&self, path: &str) {
        let clicked = || async {
            let found = self.client.find(Locator::XPath(path)).await.ok()?;
            let there = serde_json::to_value(&found).ok()?;
            self.client.execute(SCROLL_TO, vec![there]).await.ok()?;
            found.click().await.ok()
        };
        self.until(&format!("to click {path}"), clicked).await;
    }

    /// Looks again and again until there is something, and says what was waited for if there never is.
    pub(crate) async fn until<T, F>(&self, what: &str, mut look: impl FnMut() -> F) -> T
    where
        F: Future<Output = Option<T>>,
    {
        let since = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if since.elapsed() > PATIENCE {
                self.give_up(what, "it never came").await;
            }
            tokio::time::sleep(PERIOD).await;
        }
    }

    /// How many there are of what is looked for, now.
    pub(crate) async fn count(&self, what: Seen<'_>) -> usize {
        let path = what.path();
        let found = self.client.find_all(Locator::XPath(&path)).await;
        found.unwrap().len()
    }

    /// The value of a text field.
    pub(crate) async fn value(&self, field: &Element) -> String {
        field.prop("value").await.unwrap().unwrap_or_default()
    }

    /// A picture in both themes; holds that nothing on it is missing, cut or failed.
    pub(crate) async fn picture(&self, name: &str) {
        let theme = self
            .run("return document.documentElement.dataset.theme")
            .await;
        for other in ["light", "dark"] {
            let set = "document.documentElement.dataset.theme = arguments[0]";
            self.client.execute(set, vec![json!(other)]).await.unwrap();
            self.settle().await;
            self.save(&format!("{}-{name}-{other}", self.series)).await;
        }
        let back = "document.documentElement.dataset.theme = arguments[0]";
        self.client.execute(back, vec![theme]).await.unwrap();
        assert_eq!(self.run(FLAWS).await, json!([]), "on the picture {name}");
        assert_eq!(
            self.run("return window.wrong").await,
            json!([]),
            "before the picture {name}"
        );
    }

    async fn settle(&self) {
        let settled = || async {
            let answer = self.client.execute_async(SETTLED, vec![]).await;
            (answer.unwrap() == json!(true)).then_some(())
        };
        self.until("fonts, pictures and movement", settled).await;
    }

    async fn save(&self, name: &str) {
        let png = self.client.screenshot().await.unwrap();
        let folder = root().join("tests/screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }

    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Fails with what was waited for, what the window says, and a picture of it.
    async fn give_up(&self, what: &str, why: &str) -> ! {
        self.save(&format!("{}-failed", self.series)).await;
        let shown = self.run("return document.body.innerText").await;
        let wrong = self.run("return window.wrong").await;
        panic!(
            "waited for {what}: {why}\nwrong: {wrong}\nshown: {}",
            shown.as_str().unwrap_or("")
        );
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
