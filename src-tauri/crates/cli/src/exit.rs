//! Exit statuses: 0 ok, 1 a blocking finding is left, and the classes of sysexits.h.

use galley_app::error::{Code, Error};
use std::process::ExitCode;

/// A blocking finding is left.
pub(crate) const BLOCKED: u8 = 1;
/// The command was used in a way that it does not have.
const USAGE: u8 = 2;
/// The input is bad: the brief, a folder, a text.
const BAD_INPUT: u8 = 65;
/// Our fault.
const FAULT: u8 = 70;
/// Something cannot be written.
const CANNOT_WRITE: u8 = 73;
/// Another process owns the workspace.
const BUSY: u8 = 75;

/// Why the program ends, with what it says.
#[derive(Debug)]
pub(crate) struct Exit {
    status: u8,
    pub(crate) message: String,
}

impl Exit {
    /// The status for the operating system.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(self.status)
    }

    /// The arguments do not fit together.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            status: USAGE,
            message: message.into(),
        }
    }

    /// What was given cannot be used.
    pub(crate) fn bad_input(message: impl Into<String>) -> Self {
        Self {
            status: BAD_INPUT,
            message: message.into(),
        }
    }

    /// A file cannot be written.
    pub(crate) fn cannot_write(path: &std::path::Path, error: &std::io::Error) -> Self {
        let message = format!("{} cannot be written: {error}", path.display());
        Self {
            status: CANNOT_WRITE,
            message,
        }
    }

    /// Galley's own fault.
    pub(crate) fn fault(message: impl Into<String>) -> Self {
        Self {
            status: FAULT,
            message: message.into(),
        }
    }
}

impl From<Error> for Exit {
    fn from(error: Error) -> Self {
        Self {
            status: status(error.code),
            message: error.message,
        }
    }
}

fn status(code: Code) -> u8 {
    match code {
        Code::UnknownOperation => USAGE,
        Code::DiskFull | Code::ReadOnly => CANNOT_WRITE,
        Code::WorkspaceOwned => BUSY,
        Code::BlockedByGuard => BLOCKED,
        Code::Internal => FAULT,
        _ => BAD_INPUT,
    }
}
