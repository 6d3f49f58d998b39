//! Markdown to the inside of a page.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::sections::{options, slug};

/// What pages look like.
const STYLE: &str = include_str!("style.css");

/// Renders Markdown. Links and pictures go where `target` says, in its order; headings are those of the pages' own
/// level after `raised` levels are taken off. Comments are left out, and no HTML of the document's own is let through.
pub fn body<E>(markdown: &str, raised: usize, mut target: impl FnMut(&str) -> Result<String, E>) -> Result<String, E> {
    let mut events = Vec::new();
    let (mut slugs, mut heading): (Vec<String>, Option<(usize, String)>) = (Vec::new(), None);
    for event in Parser::new_ext(markdown, options()) {
        let event = match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: target(&dest_url)?.into(), title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: target(&dest_url)?.into(), title, id })
            }
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                heading = Some((events.len(), String::new()));
                let level = (level as usize).saturating_sub(raised).max(1);
                let level = level.try_into().unwrap_or(pulldown_cmark::HeadingLevel::H6);
                Event::Start(Tag::Heading { level, id: None, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => {
                if let Some((at, title)) = heading.take() {
                    let own = slug(&title, slugs.iter().map(String::as_str));
                    slugs.push(own.clone());
                    if let Some(Event::Start(Tag::Heading { id, .. })) = events.get_mut(at) {
                        *id = Some(own.into());
                    }
                }
                let level = (level as usize).saturating_sub(raised).max(1);
                Event::End(TagEnd::Heading(level.try_into().unwrap_or(pulldown_cmark::HeadingLevel::H6)))
            }
            Event::Html(text) | Event::InlineHtml(text) if text.trim_start().starts_with("<!--") => {
                Event::Text(CowStr::Borrowed(""))
            }
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Text(text) => {
                if let Some((_, title)) = &mut heading {
                    title.push_str(&text);
                }
                Event::Text(text)
            }
            Event::Code(text) => {
                if let Some((_, title)) = &mut heading {
                    title.push_str(&text);
                }
                Event::Code(text)
            }
            other => other,
        };
        events.push(event);
    }
    let mut out = String::new();
    pulldown_cmark::html::push_html(&mut out, events.into_iter());
    // A wide table scrolls by itself, and not the page with it.
    Ok(out.replace("<table>", "<div class=\"wide\"><table>").replace("</table>", "</table></div>"))
}

/// Sets a page around what is rendered. `pages` are all pages by file and title.
pub fn page(file: &str, title: &str, pages: &[(String, String)], body: &str) -> String {
    let index = pages.iter().position(|(other, _)| other == file);
    let beside = |index: Option<usize>| index.and_then(|index| pages.get(index));
    let step = |class: &str, to: Option<&(String, String)>| -> Markup {
        html! { @if let Some((file, title)) = to { a class=(class) href=(file) { (title) } } }
    };
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";
                title { @if title == "diptych" { (title) } @else { (title) " – diptych" } }
                style { (PreEscaped(STYLE)) }
            }
            body {
                nav aria-label="Pages" {
                    ul {
                        @for (other, title) in pages {
                            li { a href=(other) aria-current=[(other == file).then_some("page")] { (title) } }
                        }
                    }
                }
                main { (PreEscaped(body)) }
                footer {
                    (step("before", beside(index.and_then(|index| index.checked_sub(1)))))
                    (step("after", beside(index.map(|index| index + 1))))
                }
            }
        }
    };
    markup.into_string()
}
