//! The generated contract of the window is as the operations are.

use std::path::Path;

#[test]
fn the_windows_bindings_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(galley_testkit::bindings::PATH);
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let generated = galley_testkit::bindings::typescript().expect("all types can be written");
    assert!(
        committed == generated,
        "{} is stale: run `cargo xtask bindings` and commit it",
        galley_testkit::bindings::PATH
    );
}
