//! `galley://`: bytes of the workspace for the window. Pictures are at `media/<id>`.

use galley_app::error::{Code, Error, Result};
use galley_domain::ids::MediaId;
use galley_host::Desk;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

/// Answers one request, off the window's own thread.
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    let path = request
        .uri()
        .path()
        .trim_start_matches('/')
        .replace("%2F", "/");
    tauri::async_runtime::spawn(async move {
        let found = match app.try_state::<Desk>() {
            Some(desk) => find(&desk, &path).await,
            None => Err(Error::new(Code::NotFound, "no workspace is open")),
        };
        let answered = match found {
            Ok((kind, bytes)) => Response::builder()
                .header(header::CONTENT_TYPE, kind)
                // The bytes under an id never change. A drawing must not run anything.
                .header(header::CACHE_CONTROL, "max-age=31536000, immutable")
                .header(
                    header::CONTENT_SECURITY_POLICY,
                    "default-src 'none'; style-src 'unsafe-inline'",
                )
                .body(bytes),
            Err(error) => Response::builder()
                .status(StatusCode::NOT_FOUND)
                .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
                .body(error.message.into_bytes()),
        };
        match answered {
            Ok(response) => responder.respond(response),
            Err(error) => tracing::error!(%error, "an answer could not be made"),
        }
    });
}

async fn find(desk: &Desk, path: &str) -> Result<(String, Vec<u8>)> {
    let id = path
        .strip_prefix("media/")
        .and_then(|id| id.parse::<MediaId>().ok());
    let id = id.ok_or_else(|| Error::new(Code::NotFound, format!("nothing is at {path}")))?;
    desk.host().await?.media(id)
}
