//! `ui/src/bridge/ops.gen.ts`: the operations' names, types, roles and tags for the window.

use galley_app::error::{Code, Error};
use galley_app::op::{AnyOp, Scope, Tag};
use galley_app::ports::Event;
use galley_app::{OPS, desk};
use specta::Types;
use specta::datatype::DataType;
use specta_typescript::semantic::Configuration;
use specta_typescript::{Exporter, Typescript};
use std::fmt::Write;

/// Where the file lies, from the repository's root.
pub const PATH: &str = "ui/src/bridge/ops.gen.ts";

/// The file as the operations are now.
///
/// # Errors
/// A type that TypeScript cannot have, such as a 64-bit integer, by name.
pub fn typescript() -> Result<String, specta_typescript::Error> {
    let mut types = Types::default();
    let mut erased = Vec::new();
    for op in desk::OPS {
        erased.push(facts(*op, &mut types));
    }
    for op in OPS.iter().copied().flatten() {
        erased.push(facts(*op, &mut types));
    }
    types.register_mut::<Error>();
    types.register_mut::<Event>();
    types.register_mut::<Code>();
    types.register_mut::<Tag>();
    // JSON has no NaN: a number is a number.
    let types = Configuration::empty()
        .enable_lossless_floats()
        .apply_types(&types)
        .into_owned();

    let codes: Vec<String> = Code::ALL.iter().map(|code| word(*code)).collect();
    Exporter::from(Typescript::default())
        .header("// Generated from the operations: `cargo xtask bindings` writes it, a test compares it.\n")
        .framework_runtime(move |exporter| {
            let mut text = String::from("/** Each operation with its input and output. */\nexport interface Ops {\n");
            for (name, _, _, _, input, output) in &erased {
                let input = exporter.reference(input)?;
                let output = exporter.reference(output)?;
                let _ = writeln!(text, "  \"{name}\": {{ in: {input}; out: {output} }};");
            }
            text.push_str("}\n\nexport type OpName = keyof Ops;\n\n");
            text.push_str("/** What a read provides and a write makes stale, and the least role that may call it. */\n");
            text.push_str("export type OpFacts = { role: Role; provides: readonly Tag[]; invalidates: readonly Tag[] };\n\nexport const OPS: { readonly [K in OpName]: OpFacts } = {\n");
            for (name, role, provides, invalidates, _, _) in &erased {
                let role = role.to_lowercase();
                let (provides, invalidates) = (tags(provides), tags(invalidates));
                let _ = writeln!(
                    text,
                    "  \"{name}\": {{ role: \"{role}\", provides: [{provides}], invalidates: [{invalidates}] }},"
                );
            }
            text.push_str("};\n\n/** All error codes: the catalogs have a text for each. */\n");
            text.push_str("export const CODES: readonly Code[] = [\n");
            for code in &codes {
                let _ = writeln!(text, "  \"{code}\",");
            }
            text.push_str("];\n");
            Ok(text.into())
        })
        .export(&types, specta_serde::Format)
}

/// An operation's name, role, tags provided and made stale, input and output.
type Facts = (
    &'static str,
    String,
    &'static [Tag],
    &'static [Tag],
    DataType,
    DataType,
);

fn facts<S: Scope>(op: &dyn AnyOp<S>, types: &mut Types) -> Facts {
    let (input, output) = op.types(types);
    let role = format!("{:?}", op.role());
    (
        op.name(),
        role,
        op.provides(),
        op.invalidates(),
        input,
        output,
    )
}

/// A code as it is on the wire.
fn word(code: Code) -> String {
    let word = serde_json::to_value(code).ok();
    word.as_ref()
        .and_then(|word| word.as_str())
        .unwrap_or_default()
        .to_owned()
}

fn tags(tags: &[Tag]) -> String {
    let names: Vec<String> = tags
        .iter()
        .map(|tag| format!("\"{}\"", format!("{tag:?}").to_lowercase()))
        .collect();
    names.join(", ")
}
