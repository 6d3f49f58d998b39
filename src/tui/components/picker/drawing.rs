//! The list of outlets and stories, drawn: its fields, as many as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Picker, PickerEntry};
use crate::tui::components::list::drawing::{GAP, each_line, marked};
use crate::tui::components::list::{FilteredLine, List};
use crate::tui::paint::put::{put, put_within};
use crate::tui::screen::columns;
use crate::tui::state::Reader;
use crate::wrap::{self, Direction};

/// The widest name of an outlet where that is more than a third of the room, and what a headline needs to be worth its place.
const OUTLET: usize = 24;
const HEADLINE: usize = 16;

/// Draws the lines of outlets and stories in the box, under their heading.
pub(super) fn draw(reader: &Reader, picker: &Picker, area: Rect, buffer: &mut Buffer) {
    let list = &picker.list;
    let fields = Fields::new(list, usize::from(area.width));
    heading(reader, &fields, Rect { y: area.y + 1, ..area }, buffer);
    each_line(reader, list, area, buffer, &mut |hit, line, style, buffer| match picker.choice(hit.entry) {
        PickerEntry::Outlet(article) => outlet(reader, picker, (hit, article), &fields, line, style, buffer),
        PickerEntry::Story(index) => {
            let is_open = reader.stories().nth(index).is_some_and(|(_, is_open)| is_open);
            let area = Rect { x: line.x + 2, width: line.width.saturating_sub(3), ..line };
            let (text, marks) = (&list.entries()[hit.entry][Picker::STORY], &hit.marks[Picker::STORY]);
            marked(reader, (text, Direction::LeftToRight), marks, area, style, buffer);
            if is_open {
                // As an outlet that is in the pane.
                let end = area.x + columns(wrap::width(text)).min(area.width);
                put(buffer, line.x + 1, line.y, "[", style);
                put(buffer, end, line.y, "]", style);
            }
        }
    });
}

/// Returns the columns that the list takes if it has them.
pub(super) fn width(list: &List) -> usize {
    Fields::new(list, usize::MAX / 2).end.max(3 + list.widest(Picker::STORY))
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
    fn new(list: &List, room: usize) -> Self {
        let widest = |field: usize| list.widest(field);
        let letter = widest(0).max(1);
        let start = 2 + letter + GAP;
        let outlet = widest(1).clamp(6, OUTLET.max(room / 3)).min(room.saturating_sub(start));
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
        let mut column = |fits: bool, columns: usize| {
            let at = end + GAP;
            end += if fits { columns + GAP } else { 0 };
            fits.then_some(at)
        };
        let share = column(share, 5);
        let words = column(words, 7);
        let date = column(has_date, date).map(|at| (at, date));
        let headline = headline.min(free.saturating_sub(GAP));
        let headline = column(headline >= kept.saturating_sub(GAP).max(1), headline).map(|at| (at, headline));
        Self { letter, outlet: (start, outlet), share, words, date, headline, end }
    }
}

fn heading(reader: &Reader, fields: &Fields, area: Rect, buffer: &mut Buffer) {
    let there = format!("in {}", reader.pair.letters()[reader.position.focus.other()]);
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
        put_within(buffer, area.x + columns(at), area.y, columns(room), name, reader.theme.hint);
    }
}

fn outlet(
    reader: &Reader,
    picker: &Picker,
    (hit, article): (&FilteredLine, usize),
    fields: &Fields,
    line: Rect,
    style: Style,
    buffer: &mut Buffer,
) {
    let texts = &picker.list.entries()[hit.entry];
    // As in the tabs.
    let marks = match () {
        () if reader.pair.shown[reader.position.focus] == article => ["[", "]"],
        () if reader.pair.shown[reader.position.focus.other()] == article => ["(", ")"],
        () => [" ", " "],
    };
    put(buffer, line.x + 1, line.y, marks[0], style);
    put(buffer, line.x + 2 + columns(wrap::width(&texts[0])), line.y, marks[1], style);
    let language = Direction::of_article(&reader.pair.story.articles()[article]);
    let mut field = |index: usize, (at, width): (usize, usize)| {
        let area = Rect { x: line.x + columns(at), width: columns(width), ..line };
        marked(reader, (&texts[index], language), &hit.marks[index], area, style, buffer);
    };
    field(0, (2, fields.letter));
    field(1, fields.outlet);
    fields.date.into_iter().for_each(|at| field(3, at));
    fields.headline.into_iter().for_each(|at| field(2, at));
    if let (Some(at), Some(share)) = (fields.share, picker.share(article)) {
        put(buffer, line.x + columns(at), line.y, &format!("{share:>3} %"), style);
    }
    if let Some(at) = fields.words {
        put_within(
            buffer,
            line.x + columns(at),
            line.y,
            7,
            &format!("{:>5} w", reader.pair.story.words(article)),
            style,
        );
    }
}
