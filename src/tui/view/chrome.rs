//! What stands around the text: tabs, heads, rules, status.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::search;
use crate::keys::Action;
use crate::layout::Arrangement;
use crate::pair::Side;
use crate::present::{labels, signs};
use crate::tui::model::{Model, Overlay};
use crate::tui::paint::{fill, put, put_within};
use crate::tui::tabs;
use crate::wrap;

/// The story's name, and a tab for each outlet.
pub(super) fn tabs(model: &Model, buffer: &mut Buffer) {
    let width = model.screen.width;
    let row = Rect::new(0, 0, width, 1);
    buffer.set_style(row, model.theme.head);
    let tabs = tabs::tabs(model);
    let first = tabs.first().map_or(width, |tab| tab.column);
    put_within(buffer, 1, 0, first.saturating_sub(3), &model.pair.story.name, model.theme.head);
    for tab in tabs {
        let (style, marks) =
            match (model.pair.shown[model.focus] == tab.place, model.pair.shown[model.focus.other()] == tab.place) {
                (true, _) => (model.theme.focus, ["[", "]"]),
                (_, true) => (model.theme.head, ["(", ")"]),
                _ => (model.theme.quiet, [" ", " "]),
            };
        let x = put(buffer, tab.column, 0, marks[0], style);
        let x = put(buffer, x, 0, &tab.text, style);
        put(buffer, x, 0, marks[1], style);
    }
}

/// The head of each pane: letter, outlet, date, words, and how much of them the other has.
pub(super) fn heads(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    buffer.set_style(Rect::new(0, 1, screen.width, 1), model.theme.head);
    match screen.columns.arrangement {
        Arrangement::Facing => {
            head(model, Side::Left, 0, screen.gutter_left(), model.focus, buffer);
            let room = screen.width.saturating_sub(screen.right_pane());
            head(model, Side::Right, screen.right_pane(), room, model.focus, buffer);
        }
        Arrangement::Single(side) => head(model, side, 0, screen.width, model.focus, buffer),
        Arrangement::Inline | Arrangement::Stacked => halved_heads(model, model.focus, buffer),
    }
}

/// A head for each half of the screen.
pub(super) fn halved_heads(model: &Model, focus: Side, buffer: &mut Buffer) {
    let half = model.screen.width / 2;
    head(model, Side::Left, 0, half, focus, buffer);
    head(model, Side::Right, half, half, focus, buffer);
}

/// The columns of a name that are kept when the facts beside it need room.
const NAME: usize = 16;

fn head(model: &Model, side: Side, x: u16, room: u16, focus: Side, buffer: &mut Buffer) {
    let article = model.pair.articles()[side];
    let letters = model.pair.letters();
    let sharing = &model.pair.comparison.sharing;
    let style = if focus == side { model.theme.focus } else { model.theme.head };
    let facts = [
        article.date.clone(),
        Some(format!("{} w", sharing.words[side])),
        Some(format!("{:.0} % in {}", sharing.shares()[side] * 100.0, letters[side.other()])),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let mark = if focus == side { "▸" } else { " " };
    let name = format!("{mark}{} {}", letters[side], article.label());
    // The facts that fit beside the name, or beside as much of it as tells it from others; the last ones tell the most.
    let free = usize::from(room).saturating_sub(wrap::width(&name).min(NAME) + 3);
    let shown = (0..facts.len()).map(|first| facts[first..].join(" · ")).find(|facts| wrap::width(facts) <= free);
    let shown = shown.unwrap_or_default();
    let facts_width = u16::try_from(wrap::width(&shown)).unwrap_or(0);
    fill(buffer, Rect::new(x, 1, room, 1), " ", style);
    put_within(buffer, x, 1, room.saturating_sub(facts_width + 2), &name, style);
    put(buffer, x + room.saturating_sub(facts_width + 1), 1, &shown, style);
}

/// The rules above and below the text; the lower one explains the signs to a first-time reader.
pub(super) fn rules(model: &Model, buffer: &mut Buffer) {
    let screen = model.screen;
    if !screen.has_rules() {
        return;
    }
    for (y, join) in [(2, "┬"), (screen.height - 2, "┴")] {
        fill(buffer, Rect::new(0, y, screen.width, 1), "─", model.theme.frame);
        if screen.columns.arrangement == Arrangement::Facing {
            put(buffer, screen.gutter_left(), y, join, model.theme.frame);
            put(buffer, screen.right_pane() - 1, y, join, model.theme.frame);
        }
    }
    if model.is_greeting {
        let y = screen.height - 2;
        let room = usize::from(screen.width).saturating_sub(2);
        fill(buffer, Rect::new(0, y, screen.width, 1), " ", model.theme.hint);
        put_within(buffer, 1, y, screen.width - 1, &greeting(model, room), model.theme.hint);
    }
}

/// The longest explanation of the signs that has room.
fn greeting(model: &Model, room: usize) -> String {
    let told = &model.theme.told;
    let marks = format!("   {} / {}: only here", told.left, told.right);
    let [long, middle, short] = signs::greetings();
    let forms = [long + &marks, middle + &marks];
    forms.into_iter().find(|text| wrap::width(text) <= room).unwrap_or(short)
}

/// Where the reader is, and the keys that matter now.
pub(super) fn status(model: &Model, buffer: &mut Buffer) {
    let keys = footer(model);
    if let Some(Overlay::Search(line)) = &model.overlay {
        let row = Rect::new(0, model.screen.height - 1, model.screen.width, 1);
        buffer.set_style(row, model.theme.head);
        return search::line(model, line, &keys, buffer);
    }
    // The keys of what is open matter more than the place under it.
    let all_keys = wrap::width(&keys.join("   "));
    let room = usize::from(model.screen.width);
    let fits = |place: &String| model.overlay.is_none() || wrap::width(place) + all_keys + 4 <= room;
    let here = Some(place(model)).filter(fits).unwrap_or_default();
    status_line(model, &here, &keys, buffer);
}

/// The last line: what there is to say, else what is here; and as many of the last keys as there is room for.
pub(super) fn status_line(model: &Model, here: &str, keys: &[String], buffer: &mut Buffer) {
    let y = model.screen.height - 1;
    let width = model.screen.width;
    buffer.set_style(Rect::new(0, y, width, 1), model.theme.head);
    let here = model.notice.as_deref().unwrap_or(here);
    let room = usize::from(width).saturating_sub(wrap::width(here) + 4);
    let keys = (0..keys.len()).map(|first| keys[first..].join("   ")).find(|keys| wrap::width(keys) <= room);
    let keys = keys.unwrap_or_default();
    put_within(buffer, 1, y, width.saturating_sub(2), here, model.theme.head);
    let keys_width = u16::try_from(wrap::width(&keys)).unwrap_or(0);
    put(buffer, width.saturating_sub(keys_width + 1), y, &keys, model.theme.quiet);
}

/// `A¶2 of 14 · difference 3 of 22 · moved: ¶6 there`.
fn place(model: &Model) -> String {
    let side = model.focus;
    let letters = model.pair.letters();
    let blocks = model.pair.articles()[side].blocks.len();
    let mut parts = vec![format!("{} of {blocks}", labels::blocks(&letters[side], &[model.block(side)], ""))];
    let stops = model.pair.stops.len();
    let what = model.settings.markings.marks.stop();
    match model.stop {
        None if model.search.typed().is_some() => match model.match_place() {
            Some(place) => parts = vec![place],
            None => parts.push(model.matches_counted()),
        },
        Some(stop) => {
            parts.push(format!("{what} {} of {stops}", stop + 1));
            parts.push(labels::stop(&model.pair.stops[stop], &letters));
        }
        None => parts.push(format!("{stops} {what}{}", if stops == 1 { "" } else { "s" })),
    }
    if let Some(link) = model.band().and_then(|band| band.link) {
        parts.push(labels::link_from(&model.pair.comparison.links[link], side, &letters));
    }
    parts.extend(model.known.said());
    parts.extend(model.narrowness());
    parts.extend(model.staleness());
    parts.join(" · ")
}

/// The keys that matter now, the most telling ones last, since the first ones go when there is little room.
fn footer(model: &Model) -> Vec<String> {
    let close = "Esc close";
    let fixed = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    match &model.overlay {
        // Where letters are typed these keys are always the same.
        Some(Overlay::Search(_)) => return fixed(&["↑ earlier", "Enter keep", "Esc back"]),
        Some(Overlay::Picker(_)) => return fixed(&["type to filter", "↑ ↓ choose", "Enter take", close]),
        Some(Overlay::Palette(_)) => return fixed(&["type to filter", "↑ ↓ choose", "Enter do", close]),
        Some(Overlay::Help(_)) => {
            let scroll = model.keymap.hints(&[Action::RowDown, Action::RowUp], "scroll");
            return scroll.into_iter().chain([close.to_owned()]).collect();
        }
        Some(Overlay::Aside(_)) => {
            let keys = [(Action::OtherPane, "next list"), (Action::Close, "back"), (Action::Follow, "read here")];
            return keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said)).collect();
        }
        Some(Overlay::Map(_) | Overlay::Story | Overlay::Why) => return fixed(&[close]),
        None => {}
    }
    let moved = model.band().and_then(|band| band.link).is_some_and(|link| model.pair.bands.of_link(link).count() > 1);
    let mut keys = Vec::new();
    if model.pair.story.articles().len() > 2 {
        keys.push((Action::NextOutlet, "other outlet"));
    }
    if moved {
        keys.push((Action::Follow, "go there"));
    }
    if model.search.typed().is_some() && model.match_count() > 0 {
        keys.extend([(Action::Close, "end search"), (Action::NextMatch, "next match"), (Action::Help, "help")]);
    } else {
        keys.extend([(Action::NextDifference, "next difference"), (Action::Help, "help")]);
    }
    keys.into_iter().filter_map(|(action, said)| model.keymap.hint(action, said)).collect()
}
