//! The list beside the text, drawn.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::area::{self, rows};
use super::{SideList, SideListLine};
use crate::letters::letter;
use crate::present::labels;
use crate::story::passage_lists::ListKind;
use crate::tui::paint::put::{fill, put, put_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap;

/// Draws the list over its part of the screen.
pub(super) fn draw(reader: &Reader, list: &SideList, buffer: &mut Buffer) {
    let area = area::area(reader);
    fill(buffer, area, " ", reader.theme.text);
    // Over the left pane the gutter's own border is beside it.
    if let Some(border) = area.x.checked_sub(1) {
        fill(buffer, Rect { x: border, width: 1, ..area }, "│", reader.theme.frame);
    }
    buffer.set_style(Rect { height: 1, ..area }, reader.theme.focus);
    let counted = area::sight_said(list, rows(area)).unwrap_or_default();
    let of_count = columns(wrap::width(&counted)) + 1;
    // A blank parts the two: a number that touches a name of right-to-left letters would be drawn as part of it.
    let room = area.width.saturating_sub(2 + of_count);
    put_within(buffer, area.x + 1, area.y, room, &title(reader, list), reader.theme.focus);
    put_within(buffer, area.right().saturating_sub(of_count), area.y, of_count, &counted, reader.theme.focus);
    for (entry, y) in area::in_sight(list, rows(area)).into_iter().zip(area.y + 1..) {
        let line = Rect { y, height: 1, ..area };
        match entry {
            SideListLine::Name(index) => name(reader, list, index, line, buffer),
            SideListLine::Passage(index) => passage(reader, list, index, line, buffer),
        }
    }
    if list.lists.is_empty() {
        let message = reader.facts.progress_text().unwrap_or_default();
        put_within(buffer, area.x + 1, area.y + 2, area.width.saturating_sub(2), &message, reader.theme.text);
    }
}

fn title(reader: &Reader, list: &SideList) -> String {
    let article = &reader.pair.story.articles()[list.article];
    format!("{} {}", letter(list.article), labels::set_off(article, article.label()))
}

/// `▾ not found in B Highland Digest    12`
fn name(reader: &Reader, list: &SideList, index: usize, line: Rect, buffer: &mut Buffer) {
    let theme = &reader.theme;
    let count = list.lists[index].blocks.len();
    let style = if count == 0 { theme.aside } else { theme.heading };
    let message = match list.lists[index].which {
        ListKind::InAll => "in all".to_owned(),
        ListKind::OnlyHere => "only here".to_owned(),
        ListKind::QuotedHere => "quoted here alone".to_owned(),
        ListKind::NamedHere => "named here alone".to_owned(),
        ListKind::NotIn(other) => {
            let article = &reader.pair.story.articles()[other];
            format!("not found in {} {}", letter(other), labels::set_off(article, article.label()))
        }
    };
    let count = count.to_string();
    let end = line.right().saturating_sub(columns(wrap::width(&count)) + 1);
    put(buffer, line.x + 1, line.y, if index == list.open { "▾" } else { " " }, style);
    put_within(buffer, line.x + 3, line.y, end.saturating_sub(line.x + 4), &message, style);
    put(buffer, end, line.y, &count, style);
}

/// `▸ ¶11 A foreign ministry …`
fn passage(reader: &Reader, list: &SideList, index: usize, line: Rect, buffer: &mut Buffer) {
    let block = list.lists[list.open].blocks[index];
    let (which, range) = (list.lists[list.open].which, list.lists[list.open].ranges.get(index));
    let remains = match (&reader.facts.analysis, which) {
        (None, _) | (_, ListKind::InAll | ListKind::QuotedHere | ListKind::NamedHere) => None,
        (Some(analysis), _) => analysis.passages.remains(list.article, block, which.other()),
    };
    let article = &reader.pair.story.articles()[list.article];
    let words = match range {
        Some(range) => Cow::Borrowed(&article.blocks[block].text[range.clone()]),
        None => labels::remaining_words(&article.blocks[block], remains),
    };
    let words = labels::set_off(article, &words);
    let is_chosen = index == list.line;
    let style = if is_chosen { reader.theme.chosen } else { reader.theme.text };
    let inside = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    if is_chosen {
        buffer.set_style(inside, style.remove_modifier(Modifier::UNDERLINED));
        put(buffer, inside.x, line.y, "▸", style);
    }
    let message = format!("¶{:<3} {words}", block + 1);
    put_within(buffer, inside.x + 2, line.y, inside.width.saturating_sub(2), &message, style);
}
