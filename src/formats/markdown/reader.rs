//! Events of the parser to blocks.
//!
//! ```text
//!     Start(Item)  Text("Fares ")  Start(Strong)  Text("stay")  End(Strong)  End(Item)
//!          │            └──────────────┬──────────────┘                         │
//!     its number               the text that is open                        a block
//! ```

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::element::Element;
use super::inline::{self, Inline};
use super::lines::{self, Measure, Place};
use super::{html, links, settle};
use crate::draft::{Draft, DraftBlock, Kind};
use crate::formats::{cells, line_breaks, text};

/// The widest line above a rule of hyphens that is a heading; a wider one is a paragraph with a rule below it.
const WIDEST_HEADING: usize = 160;

/// A document that is being read.
pub(super) struct Reader<'s> {
    source: &'s str,
    measure: Measure,
    inline: Inline,
    /// What has been read, and the paragraphs of notes, which come last.
    elements: Vec<Element>,
    notes: Vec<Element>,
    is_in_note: bool,
    /// For each list that is open the number of its next item, where it has numbers.
    lists: Vec<Option<u64>>,
    /// The number before the next paragraph.
    marker: Option<String>,
    /// How many quotations are open, and how many elements there were when the outermost one began.
    quotes: usize,
    quote_start: usize,
    cells: Vec<String>,
    /// Code or HTML being gathered.
    raw: Option<String>,
    /// An indented block, and the byte where it ends: it may be the first line of a paragraph.
    indented: Option<(String, usize)>,
    /// Whether anything but a paragraph was met.
    has_marks: bool,
    paragraphs: usize,
    /// How many scripts and style sheets were left out.
    dropped: usize,
    /// How many comments of HTML were left out.
    comments: usize,
    place: Place,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            measure: Measure::of(source),
            inline: Inline::default(),
            elements: Vec::new(),
            notes: Vec::new(),
            is_in_note: false,
            lists: Vec::new(),
            marker: None,
            quotes: 0,
            quote_start: 0,
            cells: Vec::new(),
            raw: None,
            indented: None,
            has_marks: false,
            paragraphs: 0,
            dropped: 0,
            comments: 0,
            place: if source.trim().contains("\n\n") { Place::Head } else { Place::Alone },
        }
    }

    /// Tells whether there is nothing in the text but lines without marks and without blank lines between them.
    pub(super) fn is_plain(&self) -> bool {
        self.paragraphs <= 1 && !self.has_marks
    }

    pub(super) fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Event::Html(html) | Event::InlineHtml(html) = &event {
            // One without an end is text.
            self.comments += html.matches("-->").count();
        }
        if let (Event::Text(text) | Event::Html(text), Some(raw)) = (&event, &mut self.raw) {
            raw.push_str(text);
            return;
        }
        match event {
            Event::Text(text) => self.inline.push(&text),
            Event::SoftBreak => self.inline.break_line(self.measure.is_short(self.source, &range)),
            Event::Start(Tag::Paragraph) => self.open_paragraph(range.start),
            Event::End(TagEnd::Paragraph) => self.close_inline(),
            other => {
                self.has_marks = true;
                self.take_marked(other, range);
            }
        }
    }

    fn take_marked(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.inline.push_code(&text),
            Event::HardBreak => self.inline.break_line(self.measure.is_short(self.source, &range)),
            Event::InlineHtml(tag) | Event::Html(tag) => self.take_tag(&tag),
            Event::Rule => self.close_text(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::Text(_) | Event::SoftBreak => {}
        }
    }

    fn take_tag(&mut self, tag: &str) {
        match html::Tag::of(tag) {
            Some(tag) => self.dropped += usize::from(self.inline.tag(&tag)),
            None if tag.starts_with("<!") || tag.starts_with("<?") => {}
            // `<inaudible>` is no tag of HTML.
            None => self.inline.push(tag),
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong => self.inline.emphasise(true),
            Tag::Link { dest_url, .. } => self.inline.open_link(&dest_url),
            Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                self.inline.open_embed(&dest_url, has_pothole);
            }
            Tag::Image { title, .. } => self.inline.open_image(&title),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::List(first) => {
                self.close_text();
                self.lists.push(first);
            }
            Tag::Item => self.open_item(range.start),
            Tag::BlockQuote(_) => {
                self.close_text();
                if self.quotes == 0 {
                    self.quote_start = self.elements.len();
                }
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.close_text();
                self.raw = Some(String::new());
                // An indented block may be the first line of a paragraph.
                self.indented = matches!(kind, CodeBlockKind::Indented).then(|| (String::new(), range.end));
            }
            Tag::HtmlBlock => {
                self.close_text();
                self.raw = Some(String::new());
            }
            Tag::FootnoteDefinition(_) => {
                self.close_text();
                self.is_in_note = true;
            }
            _ => self.close_text(),
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.inline.emphasise(false),
            TagEnd::Link => self.inline.close_link(),
            TagEnd::Image => self.inline.close_image(),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Heading(level) => self.close_heading(level, &self.source[range]),
            TagEnd::List(_) => {
                self.close_text();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close_text();
                self.marker = None;
            }
            TagEnd::BlockQuote(_) => {
                self.close_text();
                self.quotes = self.quotes.saturating_sub(1);
                if self.quotes == 0 {
                    settle::excerpt(&mut self.elements[self.quote_start..]);
                }
            }
            TagEnd::CodeBlock => self.close_code(range.end),
            TagEnd::HtmlBlock => self.close_html(),
            TagEnd::FootnoteDefinition => {
                self.close_text();
                self.is_in_note = false;
            }
            TagEnd::TableCell => {
                let (lines, captions) = self.inline.finish();
                self.cells.push(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
                self.push_captions(captions.into_iter().map(|caption| caption.text));
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = cells::row(self.cells.iter().map(String::as_str));
                self.cells.clear();
                self.push(Element::new(row, Some(Kind::Paragraph)));
            }
            _ => self.close_text(),
        }
    }

    fn open_item(&mut self, start: usize) {
        self.close_text();
        self.marker = None;
        if let Some(Some(number)) = self.lists.last_mut() {
            let mark = self.source[start..].find(['.', ')']).map_or(".", |at| &self.source[start + at..=start + at]);
            self.marker = Some(format!("{number}{mark} "));
            *number = number.saturating_add(1);
        }
    }

    /// Begins a paragraph, with what was taken for code because it is indented.
    fn open_paragraph(&mut self, start: usize) {
        self.paragraphs += 1;
        self.close_inline();
        if let Some((code, end)) = self.indented.take() {
            let code = code.trim_end();
            let (before, last) = code.rsplit_once('\n').unwrap_or(("", code));
            let is_apart = self.source.get(end..start).is_none_or(|between| between.contains('\n'))
                || self.source[..end].ends_with("\n\n")
                || !(before.is_empty() || before.ends_with('\n'));
            if is_apart {
                self.push_indented(code);
            } else {
                self.push_indented(before);
                self.inline.push(last.trim());
                let next = self.source[start..].lines().next().unwrap_or_default();
                self.inline.break_line(self.measure.is_short_before(last, next));
            }
        }
    }

    fn close_heading(&mut self, level: HeadingLevel, source: &str) {
        let (lines, captions) = self.inline.finish();
        let is_one = lines.len() <= 1;
        let joined = line_breaks::join(lines.iter().map(|line| line.text.as_str()));
        let is_ruled = level == HeadingLevel::H2 && !source.trim_start().starts_with('#');
        let is_paragraph = is_ruled && (!is_one || line_breaks::is_wider(&joined, WIDEST_HEADING));
        let mut element = Element::new(joined, (!is_paragraph).then_some(Kind::Heading));
        element.level = if is_paragraph { 0 } else { level as usize };
        element.address = lines.first().filter(|_| is_one).and_then(inline::Line::only_address);
        element.is_quoted = self.quotes > 0;
        self.push(element);
        self.push_captions(captions.into_iter().map(|caption| caption.text));
    }

    fn close_code(&mut self, end: usize) {
        let code = self.raw.take().unwrap_or_default();
        if self.indented.is_some() {
            self.indented = Some((code, end));
            return;
        }
        for line in code.lines() {
            self.push(Element::new(text::spaces::fold(line.trim()), Some(Kind::Paragraph)));
        }
    }

    /// Adds what is indented: a paragraph with an indent, or lines.
    fn push_indented(&mut self, code: &str) {
        for paragraph in code.split("\n\n") {
            let lines: Vec<&str> = paragraph.lines().filter(|line| !line.trim().is_empty()).collect();
            for (k, line) in lines.iter().enumerate() {
                self.inline.push(line.trim());
                if let Some(next) = lines.get(k + 1) {
                    self.inline.break_line(self.measure.is_short_before(line, next));
                }
            }
            self.close_inline();
        }
    }

    fn close_html(&mut self) {
        let (blocks, dropped) = html::read(&self.raw.take().unwrap_or_default());
        self.dropped += dropped;
        for html::HtmlBlock { text, kind, level } in blocks {
            self.push(Element { level, ..Element::new(text, kind) });
        }
    }

    /// Ends whatever text is open: a paragraph, an item of a tight list.
    fn close_text(&mut self) {
        if let Some((code, _)) = self.indented.take() {
            self.close_inline();
            self.push_indented(&code);
        }
        self.close_inline();
    }

    fn close_inline(&mut self) {
        let (mut lines, captions) = self.inline.finish();
        let (before, after): (Vec<_>, Vec<_>) = captions.into_iter().partition(|caption| caption.is_before);
        let is_pictured = !before.is_empty();
        self.push_captions(before.into_iter().map(|caption| caption.text));
        if self.quotes > 0 {
            settle::callout(&mut lines);
        }
        for group in lines::groups(&lines, self.measure, self.place) {
            self.push_lines(group, is_pictured);
        }
        self.push_captions(after.into_iter().map(|caption| caption.text));
    }

    /// Adds a paragraph; one that stands in the same paragraph as a picture and is set apart is what is written under it.
    fn push_lines(&mut self, lines: &[inline::Line], is_pictured: bool) {
        let text = line_breaks::join(lines.iter().map(|line| line.text.as_str()));
        if text.is_empty() {
            return;
        }
        let is_emphasised = lines.iter().all(|line| line.is_emphasised);
        let mut element = Element::new(text, None);
        if let [line] = lines {
            let reference = links::reference(line);
            element.is_link = reference.is_some();
            element.address = reference.or_else(|| line.only_address());
        }
        element.is_quoted = self.quotes > 0;
        if is_pictured && is_emphasised {
            element.kind = Some(Kind::Caption);
        } else if element.is_link || links::is_tags(&element.text) {
            element.kind = Some(Kind::Furniture);
        } else if !self.lists.is_empty() {
            element.kind = Some(Kind::Paragraph);
        }
        if let Some(marker) = self.marker.take() {
            element.text.insert_str(0, &marker);
        }
        self.push(element);
    }

    fn push_captions(&mut self, captions: impl Iterator<Item = String>) {
        for text in captions {
            self.push(Element::new(text, Some(Kind::Caption)));
        }
    }

    fn push(&mut self, mut element: Element) {
        if element.text.is_empty() {
            return;
        }
        if self.is_in_note {
            element.kind = Some(Kind::Paragraph);
            self.notes.push(element);
        } else {
            if self.place == Place::Head && !element.is_head() {
                self.place = Place::Body;
            }
            self.elements.push(element);
        }
    }

    /// Settles what the blocks are. Comments that were left out before are counted with its own.
    pub(super) fn finish(mut self, draft: &mut Draft, comments: usize) {
        self.close_text();
        settle::captions(&mut self.elements);
        settle::quotations(&mut self.elements);
        settle::address(&self.elements, draft);
        settle::headline(&mut self.elements, draft);
        let dropped = settle::left_out(self.dropped, "script or style sheet", "scripts and style sheets");
        let embeds = settle::left_out(self.inline.embeds(), "embedded note", "embedded notes");
        let pictures = settle::left_out(self.inline.pictures(), "embedded picture", "embedded pictures");
        let comments = settle::left_out(comments + self.comments, "comment", "comments");
        draft.remarks.extend([dropped, embeds, pictures, comments].into_iter().flatten());
        let elements = self.elements.into_iter().chain(self.notes);
        draft.blocks = elements.map(|Element { text, kind, .. }| DraftBlock { text, kind }).collect();
    }
}
