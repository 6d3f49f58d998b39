//! What opens over the text to choose from: the list of outlets and stories, and the palette.
//!
//! ```text
//!     ┌─ Into the left pane ───────────────────────────────────────────┐
//!     │ ›ledg▏                                                  1 of 8 │   what is typed
//!     │      outlet           in B    words  date        headline      │
//!     │ ◦ B  Harbour Ledger            349 w  2026-06-17  Ferries agre…│   the chosen line
//!     └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::overlay::Room;
use crate::pair::Side;
use crate::present::labels;
use crate::tui::list::{self, Hit, List};
use crate::tui::model::{Choice, Model, Palette, Picker};
use crate::tui::paint::{put, put_within};
use crate::tui::screen::columns;
use crate::wrap;

/// The columns between two fields.
const GAP: usize = 2;

/// The widest name of an outlet, and what a headline needs to be worth its place.
const OUTLET: usize = 24;
const HEADLINE: usize = 16;

/// Draws the list of outlets and stories.
pub(super) fn picker(model: &Model, picker: &Picker, buffer: &mut Buffer) {
    let list = &picker.list;
    let area = open(model, list, true, &picker_room(model, picker), buffer);
    let fields = Fields::of(list, usize::from(area.width));
    heading(model, &fields, Rect { y: area.y + 1, ..area }, buffer);
    each_line(model, list, area, buffer, &mut |hit, line, style, buffer| match model.choice(hit.entry) {
        Choice::Outlet(place) => outlet(model, picker, (hit, place), &fields, line, style, buffer),
        Choice::Story(place) => {
            let is_open = model.stories().nth(place).is_some_and(|(_, is_open)| is_open);
            put(buffer, line.x, line.y, if is_open { "▸" } else { " " }, style);
            let area = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
            let (text, marks) = (&list.entries()[hit.entry][Picker::STORY], &hit.marks[Picker::STORY]);
            marked(model, text, marks, area, style, buffer);
        }
    });
}

/// The room that the list of outlets and stories takes.
pub(super) fn picker_room(model: &Model, Picker { list, .. }: &Picker) -> Room {
    let columns = Fields::of(list, usize::MAX / 2).end.max(2 + list.widest(Picker::STORY));
    let side = if model.focus == Side::Left { "left" } else { "right" };
    room(model, list, columns, format!(" Into the {side} pane "))
}

/// The room that the palette takes.
pub(super) fn palette_room(model: &Model, Palette { list, .. }: &Palette) -> Room {
    room(model, list, list.widest(0) + GAP + list.widest(1), " Actions ".to_owned())
}

/// The room for a list below a line that is typed in and a heading.
fn room(model: &Model, list: &List, columns: usize, title: String) -> Room {
    Room { columns, lines: list::rows(model.screen.height, list.entries().len()) + 2, title }
}

/// At which columns the fields of an outlet begin, and how wide they are; those without room have none.
struct Fields {
    letter: usize,
    outlet: (usize, usize),
    share: Option<usize>,
    words: Option<usize>,
    date: Option<(usize, usize)>,
    headline: Option<(usize, usize)>,
    end: usize,
}

impl Fields {
    /// Sets the fields into so many columns. The outlet comes first, then what is shared, a headline, words and date.
    fn of(list: &List, room: usize) -> Self {
        let widest = |field: usize| list.widest(field);
        let letter = widest(0).max(1);
        let start = 2 + letter + GAP;
        let outlet = widest(1).clamp(6, OUTLET).min(room.saturating_sub(start));
        let mut free = room.saturating_sub(start + outlet);
        let mut take = |columns: usize, kept: usize| {
            let fits = columns > 0 && free >= columns + GAP + kept;
            free -= if fits { columns + GAP } else { 0 };
            fits
        };
        let headline = widest(2).min(200);
        let kept = if headline > 0 { headline.min(HEADLINE) + GAP } else { 0 };
        let (share, words, date) = (take(5, 0), take(7, kept), widest(3).min(10));
        let has_date = take(date, kept);
        let mut end = start + outlet;
        let mut place = |fits: bool, columns: usize| {
            let at = end + GAP;
            end += if fits { columns + GAP } else { 0 };
            fits.then_some(at)
        };
        let share = place(share, 5);
        let words = place(words, 7);
        let date = place(has_date, date).map(|at| (at, date));
        let headline = headline.min(free.saturating_sub(GAP));
        let headline = place(headline >= kept.saturating_sub(GAP).max(1), headline).map(|at| (at, headline));
        Self { letter, outlet: (start, outlet), share, words, date, headline, end }
    }
}

fn heading(model: &Model, fields: &Fields, area: Rect, buffer: &mut Buffer) {
    let there = format!("in {}", model.pair.letters()[model.focus.other()]);
    let outlet = Some((fields.outlet.0, "outlet"));
    let names = [
        outlet,
        fields.share.map(|at| (at, there.as_str())),
        fields.words.map(|at| (at, "words")),
        fields.date.map(|(at, _)| (at, "date")),
        fields.headline.map(|(at, _)| (at, "headline")),
    ];
    for (at, name) in names.into_iter().flatten() {
        let room = usize::from(area.width).saturating_sub(at);
        put_within(buffer, area.x + columns(at), area.y, columns(room), name, model.theme.hint);
    }
}

fn outlet(
    model: &Model,
    picker: &Picker,
    (hit, place): (&Hit, usize),
    fields: &Fields,
    line: Rect,
    style: Style,
    buffer: &mut Buffer,
) {
    let texts = &picker.list.entries()[hit.entry];
    let mark = match () {
        () if model.pair.shown[model.focus] == place => "▸",
        () if model.pair.shown[model.focus.other()] == place => "◦",
        () => " ",
    };
    put(buffer, line.x, line.y, mark, style);
    let mut field = |place: usize, (at, width): (usize, usize)| {
        let area = Rect { x: line.x + columns(at), width: columns(width), ..line };
        marked(model, &texts[place], &hit.marks[place], area, style, buffer);
    };
    field(0, (2, fields.letter));
    field(1, fields.outlet);
    fields.date.into_iter().for_each(|at| field(3, at));
    fields.headline.into_iter().for_each(|at| field(2, at));
    if let (Some(at), Some(share)) = (fields.share, picker.share(place)) {
        put(buffer, line.x + columns(at), line.y, &format!("{share:>3} %"), style);
    }
    if let Some(at) = fields.words {
        put_within(buffer, line.x + columns(at), line.y, 7, &format!("{:>5} w", model.pair.story.words(place)), style);
    }
}

/// Draws the palette.
pub(super) fn palette(model: &Model, palette: &Palette, buffer: &mut Buffer) {
    let list = &palette.list;
    let aim = model.block_named(list.field().text());
    let area = open(model, list, aim.is_none(), &palette_room(model, palette), buffer);
    let hint = "a number goes to that block: 12, B12";
    put_within(buffer, area.x + 1, area.y + 1, area.width.saturating_sub(1), hint, model.theme.hint);
    let keys = columns(list.widest(1));
    if let Some(aim) = aim {
        let text = aim.map_or_else(
            |unknown| unknown,
            |(side, block)| {
                let name = labels::blocks(&model.pair.letters()[side], &[block], "");
                format!("{name}  {}", model.pair.articles()[side].blocks[block].text)
            },
        );
        put_within(buffer, area.x, area.y + 2, area.width, &text, model.theme.chosen);
        return;
    }
    each_line(model, list, area, buffer, &mut |hit, line, style, buffer| {
        let [name, shown] = [0, 1].map(|field| (&list.entries()[hit.entry][field], &hit.marks[field]));
        let left = line.width.saturating_sub(keys + columns(GAP));
        marked(model, name.0, name.1, Rect { width: left, ..line }, style, buffer);
        let area = Rect { x: line.x + left + columns(GAP), width: keys.min(line.width), ..line };
        marked(model, shown.0, shown.1, area, style, buffer);
    });
}

/// Opens a box with the line that is typed in, and how many lines pass if that filters, and returns its inside.
fn open(model: &Model, list: &List, filters: bool, room: &Room, buffer: &mut Buffer) -> Rect {
    let area = room.draw(model, buffer);
    let count = format!("{} of {}", list.hits().len(), list.entries().len());
    let count_width = columns(wrap::width(&count));
    let is_counted = filters && !list.field().text().is_empty() && count_width + 12 <= area.width;
    let room = if is_counted { area.width - count_width - 2 } else { area.width };
    if is_counted {
        put(buffer, area.right() - count_width, area.y, &count, model.theme.hint);
    }
    let x = put(buffer, area.x, area.y, "›", model.theme.sign);
    super::search::field(model, list.field(), Rect { x, width: room.saturating_sub(1), ..area }, buffer);
    area
}

/// What draws a line of a list, in its style.
type DrawLine<'f> = dyn FnMut(&Hit, Rect, Style, &mut Buffer) + 'f;

/// Draws the lines in sight.
fn each_line(model: &Model, list: &List, area: Rect, buffer: &mut Buffer, draw: &mut DrawLine<'_>) {
    let rows = usize::from(area.height.saturating_sub(2));
    for (place, y) in list.in_sight(rows).zip(area.top() + 2..area.bottom()) {
        let style = if place == list.chosen() { model.theme.chosen } else { model.theme.text };
        let line = Rect { y, height: 1, ..area };
        buffer.set_style(line, style);
        draw(&list.hits()[place], line, style, buffer);
    }
    if list.hits().is_empty() && area.height > 2 {
        put_within(buffer, area.x, area.y + 2, area.width, "no line has what is typed", model.theme.hint);
    }
}

/// Puts a text with its matched characters set off, cut with an ellipsis.
fn marked(model: &Model, text: &str, marks: &[u32], area: Rect, style: Style, buffer: &mut Buffer) {
    let is_cut = wrap::width(text) > usize::from(area.width);
    let end = area.right().saturating_sub(u16::from(is_cut));
    let (mut x, mut marks) = (area.x, marks.iter().peekable());
    for (place, cluster) in text.graphemes(true).enumerate() {
        let is_marked = marks.next_if(|&&mark| mark as usize == place).is_some();
        let style = if is_marked { style.patch(model.theme.matched) } else { style };
        if x + columns(wrap::cluster_width(cluster)) > end {
            break;
        }
        x = put(buffer, x, area.y, cluster, style);
    }
    if is_cut && area.width > 0 {
        put(buffer, x, area.y, "…", style);
    }
}
