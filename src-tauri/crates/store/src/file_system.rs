//! Whether a folder lies on a network file system.
//!
//! SQLite's write-ahead log needs memory that all processes share and locks that hold; network file systems
//! promise neither (<https://www.sqlite.org/wal.html>, read 2026-11-20). They are refused.

use std::path::Path;

/// The kind of network file system that holds `path` (`nfs`, `smb`, `fuse.sshfs`); `None` for a local one
/// and where the system does not tell.
pub(crate) fn network_kind(path: &Path) -> Option<String> {
    system::network_kind(path)
}

#[cfg(target_os = "linux")]
mod system {
    use std::path::Path;

    pub(super) fn network_kind(path: &Path) -> Option<String> {
        let path = path.canonicalize().ok()?;
        let magic = rustix::fs::statfs(&path).ok()?.f_type;
        super::kind_of(u32::try_from(magic & 0xffff_ffff).ok()?, || {
            let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
            super::mounted_as(&mounts, &path).map(str::to_owned)
        })
    }
}

#[cfg(windows)]
mod system {
    use std::path::{Component, Path, Prefix};

    pub(super) fn network_kind(path: &Path) -> Option<String> {
        let path = path.canonicalize().ok()?;
        match path.components().next()? {
            Component::Prefix(prefix) => match prefix.kind() {
                Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Some("smb".to_owned()),
                _ => None,
            },
            _ => None,
        }
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
mod system {
    pub(super) fn network_kind(_: &std::path::Path) -> Option<String> {
        None
    }
}

/// Magic numbers of `statfs(2)` (man-pages 6.9, read 2026-11-20).
const NETWORK: &[(u32, &str)] = &[
    (0x0000_6969, "nfs"),
    (0x0000_517b, "smb"),
    (0xff53_4d42, "cifs"),
    (0xfe53_4d42, "smb2"),
    (0x5346_414f, "afs"),
    (0x7375_7245, "coda"),
    (0x00c3_6400, "ceph"),
    (0x0102_1997, "9p"),
    (0x0000_564c, "ncp"),
];

/// What is mounted through FUSE can be anything: its name decides.
const FUSE: u32 = 0x6573_5546;

/// FUSE file systems that keep their files on this machine.
const LOCAL_FUSE: &[&str] = &[
    "fuseblk",
    "fuse.bindfs",
    "fuse.cryfs",
    "fuse.encfs",
    "fuse.fuse-overlayfs",
    "fuse.gocryptfs",
    "fuse.mergerfs",
    "fuse.ntfs-3g",
    "fuse.veracrypt",
];

#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "statfs is asked on Linux only")
)]
fn kind_of(magic: u32, mounted_as: impl FnOnce() -> Option<String>) -> Option<String> {
    if magic == FUSE {
        let name = mounted_as().unwrap_or_else(|| "fuse".to_owned());
        return (!LOCAL_FUSE.contains(&name.as_str())).then_some(name);
    }
    let (_, name) = NETWORK.iter().find(|(known, _)| *known == magic)?;
    Some((*name).to_owned())
}

/// The type of the innermost mount above `path`, from the text of `/proc/self/mountinfo`: the fifth field
/// is where it is mounted, the first behind " - " is its type.
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "mountinfo is Linux's")
)]
fn mounted_as<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let (mount, rest) = line.split_once(" - ")?;
            let point = mount.split(' ').nth(4)?.replace("\\040", " ");
            path.starts_with(&point)
                .then(|| (point.len(), rest.split(' ').next()))
        })
        // Of two mounts on one point the later one covers the other.
        .max_by_key(|(length, _)| *length)?
        .1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(magic: u32, mounted: Option<&str>, expect: Option<&str>) {
        let kind = kind_of(magic, || mounted.map(str::to_owned));
        assert_eq!(kind.as_deref(), expect, "{magic:x} {mounted:?}");
    }

    #[test]
    fn network_file_systems_are_known_by_their_magic_number() {
        check(0x6969, None, Some("nfs"));
        check(0xff53_4d42, None, Some("cifs"));
        check(0xfe53_4d42, None, Some("smb2"));
        check(0xef53, None, None);
        check(0x0102_1994, None, None);
        check(0x9123_683e, None, None);
    }

    #[test]
    fn fuse_is_refused_unless_it_is_known_to_be_local() {
        check(FUSE, Some("fuse.sshfs"), Some("fuse.sshfs"));
        check(FUSE, Some("fuse.rclone"), Some("fuse.rclone"));
        check(FUSE, None, Some("fuse"));
        check(FUSE, Some("fuseblk"), None);
        check(FUSE, Some("fuse.gocryptfs"), None);
    }

    #[test]
    fn the_innermost_mount_gives_the_type() {
        let mounts = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n\
            40 22 0:35 / /home/team\\040share rw shared:2 - fuse.sshfs host:/srv rw\n\
            41 22 0:36 / /home rw - ext4 /dev/vdb rw\n";
        let mounted = |path: &str| mounted_as(mounts, Path::new(path));
        assert_eq!(mounted("/home/team share/brand"), Some("fuse.sshfs"));
        assert_eq!(mounted("/home/other"), Some("ext4"));
        assert_eq!(mounted("/homestead"), Some("ext4"));
    }

    #[test]
    fn a_folder_of_this_machine_is_local() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(network_kind(folder.path()), None);
    }
}
