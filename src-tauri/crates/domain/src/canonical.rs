//! Canonical JSON: one byte sequence for one value, so that it can be hashed.
//!
//! RFC 8785, JSON Canonicalization Scheme (<https://www.rfc-editor.org/rfc/rfc8785>, read 2026-11-20):
//! no white space, members sorted by their names' UTF-16 units, strings with the shortest escapes, numbers
//! as ECMAScript writes them.

use serde_json::{Map, Number, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The canonical text of a value.
///
/// Numbers are IEEE doubles in RFC 8785: an integer beyond 2^53 in magnitude loses digits. What needs
/// more is written as a string.
pub fn json(value: &Value) -> String {
    let mut out = String::new();
    write_value(&mut out, value);
    out
}

/// SHA-256 over the canonical text, in lower-case hex.
pub fn sha256(value: &Value) -> String {
    hex(&Sha256::digest(json(value).as_bytes()))
}

/// Bytes as lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
            push(&mut out, format_args!("{byte:02x}"));
            out
        })
}

fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(out, number),
        Value::String(text) => write_string(out, text),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_value(out, item);
            }
            out.push(']');
        }
        Value::Object(members) => write_object(out, members),
    }
}

fn write_object(out: &mut String, members: &Map<String, Value>) {
    let mut sorted: Vec<_> = members.iter().collect();
    sorted.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
    out.push('{');
    for (at, (name, value)) in sorted.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_string(out, name);
        out.push(':');
        write_value(out, value);
    }
    out.push('}');
}

/// Section 3.2.2.2: two-character escapes where JSON has them, `\u00xx` for the other controls, all else
/// as it is.
fn write_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => push(out, format_args!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Section 3.2.2.3: ECMAScript's Number::toString. JSON has no infinities, so every number is finite.
fn write_number(out: &mut String, number: &Number) {
    let value = number.as_f64().unwrap_or(0.0);
    if value == 0.0 {
        // Minus zero is zero.
        out.push('0');
        return;
    }
    if value < 0.0 {
        out.push('-');
    }
    // Rust prints the shortest digits that read back as the same double, as ECMAScript asks.
    let (digits, exponent) = scientific(&format!("{:e}", value.abs()));
    write_digits(out, &even_at_tie(digits, value.abs()), exponent + 1);
}

/// Digits and exponent of Rust's `1.25e7`.
fn scientific(written: &str) -> (String, i32) {
    let (mantissa, exponent) = written.split_once('e').unwrap_or((written, "0"));
    let digits = mantissa.chars().filter(char::is_ascii_digit).collect();
    (digits, exponent.parse().unwrap_or(0))
}

/// Where a double lies in the middle between two shortest forms, ECMAScript takes the even one and Rust
/// the upper one. No double has more than 767 digits.
fn even_at_tie(digits: String, value: f64) -> String {
    let Some(odd @ b'1' | odd @ b'3' | odd @ b'5' | odd @ b'7' | odd @ b'9') =
        digits.bytes().next_back()
    else {
        return digits;
    };
    let lower = format!("{}{}", &digits[..digits.len() - 1], char::from(odd - 1));
    let (exact, _) = scientific(&format!("{value:.767e}"));
    if exact.trim_end_matches('0') == format!("{lower}5") {
        lower
    } else {
        digits
    }
}

/// `point`: how many digits stand before the decimal point; the standard calls it n, and the count of
/// digits k.
fn write_digits(out: &mut String, digits: &str, point: i32) {
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    let head = usize::try_from(point).unwrap_or(0).min(digits.len());
    match point {
        1..=21 if count <= point => {
            out.push_str(digits);
            out.push_str(&zeros(point - count));
        }
        1..=21 => push(out, format_args!("{}.{}", &digits[..head], &digits[head..])),
        -5..=0 => push(out, format_args!("0.{}{digits}", zeros(-point))),
        _ => {
            out.push_str(&digits[..1]);
            if count > 1 {
                push(out, format_args!(".{}", &digits[1..]));
            }
            push(out, format_args!("e{:+}", point - 1));
        }
    }
}

fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = out.write_fmt(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expect: &str) {
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(json(&value), expect, "canonical form of {input}");
    }

    fn check_double(bits: u64, expect: &str) {
        let number = Number::from_f64(f64::from_bits(bits)).unwrap();
        assert_eq!(json(&Value::Number(number)), expect, "double {bits:016x}");
    }

    #[test]
    fn the_example_of_rfc_8785_section_3_2_2_comes_out_as_printed_there() {
        check(
            r#"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                "literals": [null, true, false]}"#,
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        );
    }

    #[test]
    fn members_are_sorted_by_utf_16_units_as_in_section_3_2_3() {
        check(
            r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
                "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
                "\u00f6": "Latin Small Letter O With Diaeresis"}"#,
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\
             \"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\
             \"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}",
        );
    }

    #[test]
    fn numbers_are_written_as_in_appendix_b() {
        check_double(0x0000_0000_0000_0000, "0");
        check_double(0x8000_0000_0000_0000, "0");
        check_double(0x0000_0000_0000_0001, "5e-324");
        check_double(0x8000_0000_0000_0001, "-5e-324");
        check_double(0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308");
        check_double(0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308");
        check_double(0x4340_0000_0000_0000, "9007199254740992");
        check_double(0xc340_0000_0000_0000, "-9007199254740992");
        check_double(0x4430_0000_0000_0000, "295147905179352830000");
        check_double(0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22");
        check_double(0x44b5_2d02_c7e1_4af6, "1e+23");
        check_double(0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23");
        check_double(0x444b_1ae4_d6e2_ef4e, "999999999999999700000");
        check_double(0x444b_1ae4_d6e2_ef4f, "999999999999999900000");
        check_double(0x444b_1ae4_d6e2_ef50, "1e+21");
        check_double(0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7");
        check_double(0x3eb0_c6f7_a0b5_ed8d, "0.000001");
        check_double(0x41b3_de43_5555_5553, "333333333.3333332");
        check_double(0x41b3_de43_5555_5554, "333333333.33333325");
        check_double(0x41b3_de43_5555_5555, "333333333.3333333");
        check_double(0x41b3_de43_5555_5556, "333333333.3333334");
        check_double(0x41b3_de43_5555_5557, "333333333.33333343");
        check_double(0xbecb_f647_612f_3696, "-0.0000033333333333333333");
        check_double(0x4314_3ff3_c1cb_0959, "1424953923781206.2");
    }

    #[test]
    fn a_hash_does_not_depend_on_the_order_of_members() {
        let one: Value = serde_json::from_str(r#"{"a": 1, "b": [2, {"d": 3, "c": 4}]}"#).unwrap();
        let two: Value = serde_json::from_str(r#"{"b": [2, {"c": 4, "d": 3}], "a": 1.0}"#).unwrap();
        assert_eq!(sha256(&one), sha256(&two));
    }
}
