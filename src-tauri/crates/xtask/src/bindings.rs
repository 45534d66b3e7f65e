//! `cargo xtask bindings`: writes the window's contract as the operations are.

use std::path::Path;

/// Writes the file and says where.
pub(crate) fn write() -> Result<String, String> {
    let text = galley_testkit::bindings::typescript().map_err(|error| error.to_string())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let path = root.join(galley_testkit::bindings::PATH);
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(format!("Wrote {}", galley_testkit::bindings::PATH))
}
