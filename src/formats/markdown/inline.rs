//! The text of a paragraph, gathered piece by piece: without its marks, with what they said.
//!
//! ```text
//!     ![A ferry](a.jpg)            a caption before the text
//!     *By [Ann Example](https://…)*  one line, emphasised, with a link
//!     The ==council== ordered …    the marks are skipped once both are found
//! ```

use super::html;
use crate::formats::cells;
use crate::formats::line_breaks;
use crate::formats::text::spaces::fold;
use crate::unicode::dashes::SOFT_HYPHEN;

/// A line of a paragraph as it stood in the source, and what is known of it.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its text, white space folded.
    pub text: String,
    /// Whether it ends although the next word would have fitted, clearly.
    pub is_short: bool,
    /// Whether it is the title of what follows.
    pub is_title: bool,
    /// Whether all of it is emphasised.
    pub is_emphasised: bool,
    /// Where its links lead to, with what is shown of each.
    pub links: Vec<(String, String)>,
}

impl Line {
    /// Returns where the line leads to, if it is one link and nothing else.
    pub(super) fn only_address(&self) -> Option<String> {
        let [(shown, address)] = self.links.as_slice() else { return None };
        (*shown == self.text).then(|| address.clone())
    }
}

/// What is written under a picture.
#[derive(Debug)]
pub(super) struct Caption {
    pub text: String,
    /// Whether the picture stands before all text of its paragraph.
    pub is_before: bool,
}

/// A picture, or a note that is shown in a note.
#[derive(Debug, Default)]
struct Image {
    title: String,
    /// What is shown where it is not.
    shown: String,
    /// Whether that is nothing to be read: the name of a file or of a note.
    is_name: bool,
}

/// A paragraph being gathered.
#[derive(Debug, Default)]
pub(super) struct Inline {
    text: String,
    /// The bytes where lines end, and whether these are short.
    breaks: Vec<(usize, bool)>,
    /// Where the text of links begins and ends, and where they lead to.
    links: Vec<(usize, usize, String)>,
    open_links: Vec<(usize, String)>,
    captions: Vec<Caption>,
    /// Pictures and notes in a note that are open.
    images: Vec<Image>,
    /// How many notes in the note there were, in all texts.
    embeds: usize,
    /// How many pictures of a note program had no caption.
    pictures: usize,
    emphasis: usize,
    /// How many bytes of words are not emphasised, by line.
    plain: Vec<usize>,
    /// The marks `==` that are skipped, and one that is open.
    skipped: Vec<usize>,
    marked: Option<usize>,
    /// The element of HTML that is being left out, and how many of its name are open.
    dropping: Option<(String, usize)>,
    /// Where raised text begins.
    raised: Option<usize>,
}

impl Inline {
    /// Adds text, in which `==` may be a mark.
    pub(super) fn push(&mut self, text: &str) {
        let base = self.text.len();
        self.push_code(text);
        if !self.images.is_empty() || self.dropping.is_some() {
            return;
        }
        for at in memchr::memmem::find_iter(text.as_bytes(), b"==") {
            let before = text[..at].chars().next_back();
            let after = text[at + 2..].chars().next();
            if before == Some('=') || after == Some('=') {
                continue;
            }
            let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let before = before.or_else(|| self.text[..base].chars().next_back());
            match self.marked {
                Some(open) if !is_blank(before) => {
                    self.skipped.extend([open, base + at]);
                    self.marked = None;
                }
                None if !is_blank(after) || (after.is_none() && at + 2 == text.len()) => self.marked = Some(base + at),
                _ => {}
            }
        }
    }

    /// Adds text as it stands.
    pub(super) fn push_code(&mut self, text: &str) {
        if self.dropping.is_some() {
            return;
        }
        if let Some(image) = self.images.last_mut() {
            image.shown.push_str(text);
            return;
        }
        if self.emphasis == 0 && text.contains(char::is_alphanumeric) {
            let line = self.breaks.len();
            self.plain.resize(self.plain.len().max(line + 1), 0);
            self.plain[line] += text.len();
        }
        self.text.push_str(text);
    }

    /// Ends a line.
    pub(super) fn break_line(&mut self, is_short: bool) {
        if let Some(image) = self.images.last_mut() {
            image.shown.push(' ');
        } else if self.text.ends_with(SOFT_HYPHEN) {
            self.text.pop(); // the word goes on below
        } else if self.dropping.is_none() {
            self.breaks.push((self.text.len(), is_short));
        }
    }

    pub(super) fn emphasise(&mut self, is_begin: bool) {
        self.emphasis = if is_begin { self.emphasis + 1 } else { self.emphasis.saturating_sub(1) };
    }

    pub(super) fn open_link(&mut self, address: &str) {
        self.open_links.push((self.text.len(), address.to_owned()));
    }

    pub(super) fn close_link(&mut self) {
        if let Some((start, address)) = self.open_links.pop() {
            self.links.push((start, self.text.len(), address));
        }
    }

    pub(super) fn open_image(&mut self, title: &str) {
        self.images.push(Image { title: title.to_owned(), ..Image::default() });
    }

    /// Begins what a note program shows in a note, `![[map.png]]`: a picture, else another note, which is counted.
    pub(super) fn open_embed(&mut self, name: &str, has_text: bool) {
        let is_picture = is_file_name(&name.replace(' ', "_"));
        self.embeds += usize::from(!is_picture);
        self.pictures += usize::from(is_picture && !has_text);
        self.images.push(Image { is_name: !is_picture || !has_text, ..Image::default() });
    }

    /// Returns how many notes were shown in the note.
    pub(super) fn embeds(&self) -> usize {
        self.embeds
    }

    /// Returns how many pictures without a caption were shown in the note.
    pub(super) fn pictures(&self) -> usize {
        self.pictures
    }

    /// Ends a picture. What is written under it is its title, else its text; a name of a file is neither.
    pub(super) fn close_image(&mut self) {
        let Some(Image { title, shown, is_name }) = self.images.pop() else { return };
        if is_name {
            return;
        }
        if let Some(outer) = self.images.last_mut() {
            outer.shown.push_str(&shown);
            return;
        }
        let shown = without_size(&shown);
        self.caption(if title.trim().is_empty() { shown } else { &title });
    }

    fn caption(&mut self, text: &str) {
        let text = fold(text.trim());
        if !text.is_empty() && !is_file_name(&text) {
            let is_before = self.text.trim().is_empty();
            self.captions.push(Caption { text, is_before });
        }
    }

    /// Takes a tag of HTML; whether it begins something that is left out.
    pub(super) fn tag(&mut self, tag: &html::Tag<'_>) -> bool {
        if let Some((name, depth)) = &mut self.dropping {
            if tag.name == *name {
                *depth = if tag.is_end { *depth - 1 } else { *depth + 1 };
            }
            if *depth == 0 {
                self.dropping = None;
            }
            return false;
        }
        match tag.name.as_str() {
            name if html::is_dropped(name) && !tag.is_end && !tag.is_empty => {
                self.dropping = Some((name.to_owned(), 1));
                return html::is_said(name);
            }
            "br" | "p" | "div" | "li" | "tr" => {
                let start = self.breaks.last().map_or(0, |&(end, _)| end);
                self.break_line(self.text.get(start..).is_some_and(line_breaks::is_short));
            }
            "img" => {
                if let Some(shown) = tag.attribute("title").or_else(|| tag.attribute("alt")) {
                    self.caption(&shown);
                }
            }
            "td" | "th" if !tag.is_end => {
                let start = self.breaks.last().map_or(0, |&(end, _)| end);
                cells::part(&mut self.text, start);
            }
            "em" | "i" | "b" | "strong" => self.emphasise(!tag.is_end),
            "sup" if !tag.is_end => self.raised = Some(self.text.len()),
            "sup" => {
                if let Some(start) = self.raised.take()
                    && html::is_note_mark(&self.text, start)
                {
                    self.text.truncate(start);
                    self.links.retain(|&(_, end, _)| end <= start);
                }
            }
            _ => {}
        }
        false
    }

    /// Returns the lines and what is written under pictures, and begins anew.
    pub(super) fn finish(&mut self) -> (Vec<Line>, Vec<Caption>) {
        let done = std::mem::replace(self, Self { embeds: self.embeds, pictures: self.pictures, ..Self::default() });
        let captions = done.captions;
        let mut skipped = done.skipped.into_iter().peekable();
        let mut links = done.links;
        links.sort_unstable_by_key(|&(start, ..)| start);
        let mut links = links.into_iter().peekable();
        let ends = done.breaks.into_iter().chain([(done.text.len(), false)]);
        let (mut found, mut start) = (Vec::new(), 0);
        for (index, (end, is_short)) in ends.enumerate() {
            let end = end.clamp(start, done.text.len());
            let mut raw = String::with_capacity(end - start);
            let mut from = start;
            while let Some(mark) = skipped.next_if(|&mark| mark < end) {
                raw.push_str(done.text.get(from..mark).unwrap_or_default());
                from = (mark + 2).clamp(from, end);
            }
            raw.push_str(&done.text[from..end]);
            let mut own = Vec::new();
            while let Some((from, to, address)) = links.next_if(|&(from, ..)| from < end) {
                own.push((fold(done.text[from..to.clamp(from, end)].trim()), address));
            }
            let text = without_marks(fold(raw.trim()));
            let is_emphasised = done.plain.get(index).is_none_or(|&plain| plain == 0) && !text.is_empty();
            found.push(Line { text, is_short, is_title: false, is_emphasised, links: own });
            start = end;
        }
        found.retain(|line| !line.text.is_empty());
        (found, captions)
    }
}

/// Takes off what note programs set: `[^1]` where there is no such note, and the name of a block at the end (`^a1b2`).
fn without_marks(mut line: String) -> String {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    // A number is a power.
    let is_block = |name: &str| is_name(name) && name.contains(|c: char| c.is_ascii_alphabetic());
    if line.strip_prefix('^').is_some_and(is_block) {
        return String::new();
    }
    if let Some((text, name)) = line.rsplit_once('^')
        && is_block(name)
        && (text.ends_with(' ') || line_breaks::ends_sentence(text))
    {
        line.truncate(text.trim_end().len());
    }
    if !line.contains("[^") {
        return line;
    }
    let mut kept = String::with_capacity(line.len());
    let mut parts = line.split("[^");
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once(']') {
            Some((name, rest)) if is_name(name) && name.len() <= 24 => kept.push_str(rest),
            _ => {
                kept.push_str("[^");
                kept.push_str(part);
            }
        }
    }
    fold(kept.trim())
}

/// Returns the text of a picture without its size: `A ferry|400x300`, `400`.
fn without_size(shown: &str) -> &str {
    let (text, size) = shown.rsplit_once('|').unwrap_or(("", shown));
    if size.chars().all(|c| c.is_ascii_digit() || c == 'x') { text } else { shown }
}

/// Tells whether a text is the name of a picture's file.
fn is_file_name(text: &str) -> bool {
    const ENDINGS: [&str; 10] = ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff"];
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)) && (text.contains('/') || !text.contains(' '))
}
