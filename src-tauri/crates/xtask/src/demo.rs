//! x
pub(crate) fn check() -> Result<String, String> {
    Ok(String::new())
}
