//! The shell's command through Tauri's mock runtime: no window, no display.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

use galley_desktop::{Arguments, build};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;

type Window = tauri::WebviewWindow<tauri::test::MockRuntime>;

fn open(folder: &std::path::Path) -> (tauri::App<tauri::test::MockRuntime>, Window) {
    let workspace = Some(folder.to_path_buf());
    let arguments = Arguments {
        workspace,
        demo: None,
        member: None,
        seed: None,
    };
    let app = build(mock_builder(), arguments)
        .build(mock_context(noop_assets()))
        .unwrap();
    let window = tauri::WebviewWindowBuilder::new(&app, "main", Default::default())
        .build()
        .unwrap();
    (app, window)
}

fn call(window: &Window, name: &str, input: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: "op".into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: "tauri://localhost".parse().unwrap(),
        body: InvokeBody::Json(json!({ "name": name, "input": input })),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_string(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize::<Value>().unwrap())
}

#[test]
fn an_operation_is_called_and_an_error_arrives_with_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("workspace");
    galley_host::make(&home, false, &galley_host::Machine::real()).unwrap();
    let (_app, window) = open(&home);
    let about = call(&window, "workspace.about", json!({})).unwrap();
    assert_eq!(about["channels"].as_array().map(Vec::len), Some(4));
    let error = call(&window, "post.frobnicate", json!({})).unwrap_err();
    assert_eq!(error["code"], "unknown-operation");
}

#[test]
fn a_folder_that_is_no_workspace_is_an_error_on_every_call() {
    let folder = tempfile::tempdir().unwrap();
    let (_app, window) = open(folder.path());
    let error = call(&window, "workspace.about", json!({})).unwrap_err();
    assert_eq!(error["code"], "not-a-workspace");
}
