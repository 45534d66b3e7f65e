//! The blocks of a document: headings, paragraphs, list items, table rows, with their sections.

use super::plain::Plain;
use crate::knowledge::DocumentKind;
use crate::text::Span;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum BlockKind {
    Paragraph,
    /// `order` is the number in a numbered list; `list` tells lists apart.
    Item {
        order: Option<u32>,
        list: usize,
    },
    Table {
        head: Vec<Plain>,
        rows: Vec<Vec<Plain>>,
    },
}

impl PartialEq for Plain {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// A run of text that belongs together.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) kind: BlockKind,
    pub(super) plain: Plain,
    /// Index into [`Blocks::sections`].
    pub(super) section: usize,
    /// Whether it stands in a block quote.
    pub(super) in_quote: bool,
    /// The bold words that open it, as a range of `plain`.
    pub(super) lead: Option<Range<usize>>,
    /// Bytes of `plain` that are links.
    pub(super) linked: usize,
    /// An unticked or ticked box stands before it.
    pub(super) task: bool,
}

/// A heading and what stands below it.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// Headings, outermost first, its own last.
    pub(super) headings: Vec<String>,
    pub(super) span: Option<Span>,
    /// 1 to 6; 0 for what stands above the first heading.
    pub(super) level: u8,
}

impl Section {
    pub(super) fn title(&self) -> &str {
        self.headings.last().map_or("", String::as_str)
    }
}

/// A document taken apart.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) sections: Vec<Section>,
    pub(super) blocks: Vec<Block>,
    /// The text between the front matter's lines.
    pub(super) front_matter: String,
    /// Bytes of code, HTML and comments that were left out.
    pub(super) left_out: u32,
}

/// Takes a document apart. Plain text is read as Markdown too, without its code blocks: people write
/// lists and underlined headings in both.
pub(super) fn blocks(text: &str, kind: DocumentKind) -> Blocks {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let mut builder = Builder::new(text, kind == DocumentKind::Text);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.take(event, range);
    }
    builder.flush();
    builder.done
}

struct Builder<'a> {
    text: &'a str,
    is_plain: bool,
    done: Blocks,
    current: Option<Block>,
    heading: Option<(u8, Plain, Range<usize>)>,
    items: Vec<Option<u32>>,
    lists: Vec<(usize, Option<u64>)>,
    next_list: usize,
    quotes: usize,
    /// Depth inside of what is left out: images, deleted text, code, HTML, footnotes.
    hidden: usize,
    metadata: bool,
    strong: Option<usize>,
    links: Vec<usize>,
    table: Option<OpenTable>,
    cell: Option<Plain>,
}

/// A table while it is read.
#[derive(Default)]
struct OpenTable {
    head: Vec<Plain>,
    rows: Vec<Vec<Plain>>,
    row: Vec<Plain>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, is_plain: bool) -> Self {
        let done = Blocks {
            sections: vec![Section::default()],
            ..Blocks::default()
        };
        Self {
            text,
            is_plain,
            done,
            current: None,
            heading: None,
            items: Vec::new(),
            lists: Vec::new(),
            next_list: 0,
            quotes: 0,
            hidden: 0,
            metadata: false,
            strong: None,
            links: Vec::new(),
            table: None,
            cell: None,
        }
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.add(&text, range),
            Event::Code(text) => self.add(&text, range),
            Event::SoftBreak | Event::HardBreak => self.add_break(range),
            Event::TaskListMarker(_) => {
                if let Some(block) = &mut self.current {
                    block.task = true;
                }
            }
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => {
                self.add_break(range);
            }
            Event::Html(html) => {
                self.done.left_out += u32::from(!html.trim().is_empty());
            }
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some((*level as u8, Plain::default(), range));
            }
            Tag::Paragraph => {
                let fresh = self.current.as_ref().is_some_and(|block| {
                    block.plain.text.is_empty() && matches!(block.kind, BlockKind::Item { .. })
                });
                if !fresh {
                    self.flush();
                    self.begin(BlockKind::Paragraph);
                }
            }
            Tag::List(first) => {
                self.flush();
                self.next_list += 1;
                self.lists.push((self.next_list, *first));
            }
            Tag::Item => {
                self.flush();
                let (list, order) = match self.lists.last_mut() {
                    Some((list, next)) => {
                        let order = next.and_then(|n| u32::try_from(n).ok());
                        *next = next.map(|n| n.saturating_add(1));
                        (*list, order)
                    }
                    None => (0, None),
                };
                self.items.push(order);
                self.begin(BlockKind::Item { order, list });
            }
            Tag::BlockQuote(kind) => {
                self.flush();
                // An alert (`> [!NOTE]`) speaks in the brand's own voice.
                self.quotes += usize::from(kind.is_none());
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                if self.is_plain && matches!(kind, CodeBlockKind::Indented) {
                    self.begin(BlockKind::Paragraph);
                } else {
                    self.done.left_out += 1;
                    self.hidden += 1;
                }
            }
            Tag::HtmlBlock | Tag::FootnoteDefinition(_) => {
                self.flush();
                self.hidden += 1;
            }
            Tag::Image { .. } | Tag::Strikethrough => self.hidden += 1,
            Tag::MetadataBlock(_) => {
                self.flush();
                self.metadata = true;
            }
            Tag::Strong => self.strong = Some(self.target().map_or(0, |plain| plain.text.len())),
            Tag::Link { .. } => {
                let from = self.target().map_or(0, |plain| plain.text.len());
                self.links.push(from);
            }
            Tag::Table(_) => {
                self.flush();
                self.table = Some(OpenTable::default());
            }
            Tag::TableCell => self.cell = Some(Plain::default()),
            Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.flush();
                self.begin(BlockKind::Paragraph);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Paragraph | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {
                self.flush()
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.flush();
                self.items.pop();
            }
            TagEnd::BlockQuote(kind) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(usize::from(kind.is_none()));
            }
            TagEnd::CodeBlock if self.hidden == 0 => self.flush(),
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Image
            | TagEnd::Strikethrough => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.metadata = false,
            TagEnd::Strong => self.end_strong(),
            TagEnd::Link => {
                let from = self.links.pop().unwrap_or_default();
                if let Some(block) = &mut self.current {
                    block.linked += block.plain.text.len().saturating_sub(from);
                }
            }
            TagEnd::TableCell => {
                if let (Some(cell), Some(table)) = (self.cell.take(), &mut self.table) {
                    table.row.push(cell);
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.head = std::mem::take(&mut table.row);
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(std::mem::take(&mut table.row));
                }
            }
            TagEnd::Table => self.end_table(range),
            _ => {}
        }
    }

    fn end_heading(&mut self) {
        let Some((level, plain, range)) = self.heading.take() else {
            return;
        };
        self.open_section(level, plain.text.trim(), Span::of(range));
    }

    fn open_section(&mut self, level: u8, title: &str, span: Span) {
        let title = title.trim_end_matches(['#', ' ']).trim();
        let mut headings = Vec::new();
        // Ancestors are the nearest earlier sections with ever smaller levels.
        let mut below = level;
        for section in self.done.sections.iter().rev() {
            if section.level > 0 && section.level < below {
                headings.push(section.title().to_owned());
                below = section.level;
            }
        }
        headings.reverse();
        headings.push(title.to_owned());
        self.done.sections.push(Section {
            headings,
            span: Some(span),
            level,
        });
    }

    fn end_strong(&mut self) {
        let Some(from) = self.strong.take() else {
            return;
        };
        if let Some(block) = &mut self.current
            && block.lead.is_none()
            && block
                .plain
                .text
                .get(..from)
                .is_some_and(|before| before.trim().is_empty())
        {
            block.lead = Some(from..block.plain.text.len());
        }
    }

    fn end_table(&mut self, range: Range<usize>) {
        if let Some(OpenTable { head, rows, .. }) = self.table.take() {
            self.begin(BlockKind::Table { head, rows });
            if let Some(block) = &mut self.current {
                block.plain.push(" ", range.start..range.end, self.text);
            }
            let block = self.current.take();
            self.done.blocks.extend(block);
        }
    }

    fn target(&mut self) -> Option<&mut Plain> {
        if self.cell.is_some() {
            return self.cell.as_mut();
        }
        if let Some((_, plain, _)) = &mut self.heading {
            return Some(plain);
        }
        self.current.as_mut().map(|block| &mut block.plain)
    }

    fn add(&mut self, text: &str, range: Range<usize>) {
        if self.metadata {
            self.done.front_matter.push_str(text);
            return;
        }
        if self.hidden > 0 {
            return;
        }
        if self.target().is_none() {
            self.begin(BlockKind::Paragraph);
        }
        let document = self.text;
        if let Some(plain) = self.target() {
            plain.push(text, range, document);
        }
    }

    fn add_break(&mut self, range: Range<usize>) {
        let document = self.text;
        let in_line = self.cell.is_some() || self.heading.is_some();
        if self.hidden > 0 || self.metadata {
            return;
        }
        if let Some(plain) = self.target() {
            plain.push(if in_line { " " } else { "\n" }, range, document);
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.strong = None;
        self.links.clear();
        self.current = Some(Block {
            kind,
            plain: Plain::default(),
            section: self.done.sections.len() - 1,
            in_quote: self.quotes > 0,
            lead: None,
            linked: 0,
            task: false,
        });
    }

    fn flush(&mut self) {
        let Some(block) = self.current.take() else {
            return;
        };
        if block.plain.is_blank() {
            return;
        }
        if let Some(level) = self.heading_level(&block) {
            let span = block.plain.raw_all();
            self.open_section(level, block.plain.text.trim(), span);
            return;
        }
        self.done.blocks.push(block);
    }

    /// A paragraph that is all bold, or a short line of a plain text, is a heading in all but name.
    fn heading_level(&self, block: &Block) -> Option<u8> {
        let text = block.plain.text.trim();
        let short = text.chars().count() <= 80 && !text.contains('\n');
        if block.kind != BlockKind::Paragraph || block.in_quote || !short || !self.items.is_empty()
        {
            return None;
        }
        let closed = text.ends_with(['.', '!', ':', ',', ';']);
        let all_bold = block
            .lead
            .as_ref()
            .is_some_and(|lead| lead.len() >= text.len());
        // "**New: repair evenings!**" calls out, and is a heading all the same.
        if all_bold && !text.ends_with(['.', ':', ',', ';']) {
            return Some(6);
        }
        let words = text.split_whitespace().count();
        let titled = self.is_plain
            && !closed
            && words <= 8
            && text.chars().any(char::is_alphabetic)
            && !text.contains(": ")
            && !text.contains('@')
            && !text.starts_with(['-', '*', '•', '"', '“', '„'])
            && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let first = self.done.sections.len() == 1 && self.done.blocks.is_empty();
        titled.then_some(if first { 1 } else { 2 })
    }
}
