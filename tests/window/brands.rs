//! Brands: one of one's own from a folder, found again, and the way to another.

use super::draft;
use super::driver::Driver;
use super::screen::{Screen, Seen};

const NAME: &str = "Harbour Loaf";

const ABOUT: &str = "# Harbour Loaf

Harbour Loaf is a bakery in Whitby. We bake sourdough, rye and seeded loaves through the night.

## Opening times

The shop on Pier Road is open from 7 am to 2 pm, Tuesday to Saturday.

## The rye loaf

The rye loaf weighs 900 g and costs \u{a3}4.20. It rests for 36 hours before it goes into the oven. It keeps for
six days in a linen bag. We bake 80 of them on Thursdays and Saturdays.
";

/// A window on a machine that knows no workspace: a folder becomes a brand, and a first post is drafted.
pub(crate) async fn own(driver: &Driver) {
    let documents = driver.folder().join("harbour");
    std::fs::create_dir_all(&documents).unwrap();
    std::fs::write(documents.join("about.md"), ABOUT).unwrap();
    let screen = Screen::new(driver.open_on(&[]).await, "en").await;
    screen.see("desk:demos").await;
    screen.picture("30-start").await;
    let field = screen.say("desk:new.folder");
    let field = screen.find(Seen::Textbox(&field)).await;
    field.send_keys(&documents.to_string_lossy()).await.unwrap();
    screen.press("desk:new.make", &[]).await;
    screen
        .see_with("desk:welcome.title", &[("name", NAME)])
        .await;
    screen.picture("31-welcome").await;
    screen.press("desk:welcome.begin", &[]).await;
    draft(&screen, "Announce the rye loaf to our customers").await;
    let candidates = screen.say("compose:candidates");
    screen.find(Seen::Group(&candidates)).await;
    screen.picture("32-first-post").await;
    screen.client.close().await.unwrap();
}

/// The next window opens the same brand, and leads from it to a demo.
pub(crate) async fn found_again(driver: &Driver) {
    driver.wait_for_workspaces().await;
    let screen = Screen::new(driver.open_on(&[]).await, "en").await;
    screen.press("desk:switch.from", &[("name", NAME)]).await;
    screen.picture("33-switcher").await;
    screen
        .pick(Seen::MenuItem(&screen.say("desk:switch.all")))
        .await;
    screen
        .press("desk:demos.take", &[("name", "NextDaySteel")])
        .await;
    let demo = screen.say_with("app:workspace.demo", &[("name", "NextDaySteel")]);
    let switcher = screen.say_with("desk:switch.from", &[("name", &demo)]);
    screen.find(Seen::Button(&switcher)).await;
    let brief = screen.say("compose:brief.title");
    screen.find(Seen::Textbox(&brief)).await;
    screen.picture("34-other-brand").await;
    screen.client.close().await.unwrap();
}
