//! The sections of a Markdown document, by their headings.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Holds a heading, and where its section is.
#[derive(Clone, Debug)]
pub struct Section {
    /// 1 to 6.
    pub level: usize,
    /// What it says, without marks.
    pub title: String,
    /// What links call it.
    pub slug: String,
    /// Where the heading begins, in bytes.
    pub start: usize,
    /// Where the text below it begins.
    pub body: usize,
    /// Where the section ends: at the next heading of its level or a higher one.
    pub end: usize,
}

/// What Markdown may have in it beside what `CommonMark` has.
pub fn options() -> Options {
    Options::ENABLE_TABLES
}

/// Lists the sections of a document, in its order.
pub fn sections(markdown: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut title: Option<String> = None;
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => title = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(title) = &mut title {
                    title.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(level)) => {
                let title = title.take().unwrap_or_default();
                let slug = slug(&title, sections.iter().map(|section| section.slug.as_str()));
                let (start, body, end) = (range.start, range.end, markdown.len());
                sections.push(Section { level: level as usize, title, slug, start, body, end });
            }
            _ => {}
        }
    }
    for index in 0..sections.len() {
        let level = sections[index].level;
        if let Some(next) = sections[index + 1..].iter().find(|next| next.level <= level) {
            sections[index].end = next.start;
        }
    }
    sections
}

/// Returns what links call a heading, as GitHub does: small letters and figures, blanks as hyphens; said again, with a
/// number.
pub fn slug<'s>(title: &str, known: impl Iterator<Item = &'s str>) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    let plain: String = title.to_lowercase().chars().filter(kept).map(|c| if c == ' ' { '-' } else { c }).collect();
    let again = known.filter(|&slug| slug == plain || slug.strip_prefix(&plain).is_some_and(is_number)).count();
    if again == 0 { plain } else { format!("{plain}-{again}") }
}

fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}
