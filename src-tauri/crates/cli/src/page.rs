//! `preview.html`: all versions of all candidates on one self-contained page.

use crate::text::sentence;
use galley_app::posts::{PostView, VersionView};
use galley_domain::ids::VersionId;
use galley_domain::networks::{NetworkRules, rules};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What is shown.
pub(crate) struct Page<'a> {
    pub(crate) post: &'a PostView,
    pub(crate) brand: &'a str,
    /// Pictures of each version, by their paths from the page.
    pub(crate) pictures: &'a BTreeMap<VersionId, Vec<String>>,
}

/// The page. It runs nothing and loads nothing but the pictures beside it.
pub(crate) fn html(page: &Page<'_>) -> String {
    let mut body = String::new();
    for candidate in &page.post.candidates {
        let angle = sentence(&candidate.angle.code, &candidate.angle.params);
        let _ = write!(
            body,
            "<section><h2><kbd>{}</kbd> {}</h2><div class=row>",
            candidate.ordinal,
            escape(&angle)
        );
        for version in &candidate.versions {
            body.push_str(&card(version, page));
        }
        body.push_str("</div><ol class=facts>");
        for fact in &candidate.facts {
            let (text, file) = (escape(&fact.text), escape(&fact.file));
            let _ = write!(
                body,
                "<li>“{text}” <i>{file}, {}–{}</i></li>",
                fact.span.start, fact.span.end
            );
        }
        body.push_str("</ol></section>");
    }
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8>\
         <meta name=viewport content=\"width=device-width\">\
         <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:\">\
         <title>{brand}: previews</title><style>{STYLE}</style></head><body>\
         <header><h1>{brand}</h1><p>{brief}</p></header>{body}</body></html>\n",
        brand = escape(page.brand),
        brief = escape(&page.post.brief),
    )
}

fn card(version: &VersionView, page: &Page<'_>) -> String {
    let brand = page.brand;
    let rules = rules(version.network);
    let initials: String = brand.chars().filter(|c| c.is_uppercase()).take(2).collect();
    let mut findings = String::new();
    for finding in &version.findings {
        let said = escape(&sentence(&finding.code, &finding.params));
        let _ = write!(findings, "<li>{said}</li>");
    }
    format!(
        "<article style=\"width:{width}px\"><h3>{name} <span>{count} / {limit}</span></h3>\
         <div class=post><div class=who><b class=av>{initials}</b><b>{brand}</b></div>\
         <p>{text}</p>{pictures}</div><ul>{findings}</ul></article>",
        width = width(rules),
        name = rules.name,
        count = version.count.value,
        limit = version.count.limit,
        initials = escape(&initials),
        brand = escape(brand),
        pictures = pictures(version, page),
        text = marked(&version.payload.text, rules),
    )
}

fn pictures(version: &VersionView, page: &Page<'_>) -> String {
    let paths = page.pictures.get(&version.id).into_iter().flatten();
    let shown = paths.zip(&version.payload.media).map(|(path, media)| {
        format!(
            "<img src=\"{}\" alt=\"{}\">",
            escape(path),
            escape(&media.alt)
        )
    });
    shown.collect()
}

/// The phone's text column with its padding.
fn width(rules: &NetworkRules) -> u32 {
    rules.fold.phone.value.column_px + 32
}

/// The text with hashtags, mentions and links in the network's manner.
fn marked(text: &str, rules: &NetworkRules) -> String {
    let mut marks = rules.hashtags(text);
    marks.extend(rules.mentions(text));
    marks.extend(rules.links(text));
    marks.sort();
    let mut html = String::new();
    let mut at = 0;
    for mark in marks {
        let range = mark.range();
        if range.start < at {
            continue;
        }
        let (before, inside) = (text.get(at..range.start), text.get(range.clone()));
        if let (Some(before), Some(inside)) = (before, inside) {
            let _ = write!(html, "{}<em>{}</em>", escape(before), escape(inside));
            at = range.end;
        }
    }
    html.push_str(&escape(text.get(at..).unwrap_or_default()));
    html
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

const STYLE: &str = "\
:root{color-scheme:light dark;--desk:#e8e5e0;--paper:#fcfbf9;--ink:#1b1916;--ink2:#4f4a43;--rule:#dcd8d1;--blue:#1a5bb8}\
@media(prefers-color-scheme:dark){:root{--desk:#141311;--paper:#201e1b;--ink:#eeeae3;--ink2:#bdb6ab;--rule:#33302b;--blue:#86b6f7}}\
*{box-sizing:border-box}body{margin:0;padding:24px;background:var(--desk);color:var(--ink);font:14px/20px system-ui,sans-serif}\
h1{font:500 24px/32px Georgia,serif;margin:0}header p{margin:4px 0 0;color:var(--ink2)}\
h2{font-size:15px;margin:32px 0 12px}kbd{font:600 11px/16px system-ui;background:var(--ink);color:var(--paper);padding:2px 6px;border-radius:4px}\
.row{display:flex;gap:16px;align-items:flex-start;overflow-x:auto;padding-bottom:4px}\
article{flex:none}h3{font-size:12px;margin:0 0 6px;color:var(--ink2)}h3 span{font-weight:400;float:right}\
.post{background:var(--paper);border:1px solid var(--rule);border-radius:8px;padding:14px 16px}\
.who{display:flex;gap:8px;align-items:center;margin-bottom:8px}.av{width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:var(--ink);color:var(--paper);font-size:13px}\
.post img{display:block;width:calc(100% + 32px);margin:12px -16px 0}.post p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.post em{font-style:normal;color:var(--blue)}\
ul{margin:8px 0 0;padding-left:18px;color:var(--ink2);font-size:12px;line-height:17px}\
.facts{font:13px/19px Georgia,serif;color:var(--ink2);max-width:66em}.facts i{font:12px/17px system-ui;font-style:normal}";
