//! The key of an encrypted workspace.

/// Opens an encrypted workspace. There are none yet: whoever has one is told so.
#[derive(Clone)]
pub struct Key(#[expect(dead_code, reason = "read when encrypted workspaces come")] [u8; 32]);

impl Key {
    /// 256 bits, from the keychain.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}
