//! What stands around the text: tabs, heads, rules, the last line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put::{fill, put, put_within};
use crate::article::Article;
use crate::keys::Action;
use crate::layout::{Arrangement, PageSetup};
use crate::pair::Side;
use crate::present::{EvidenceKind, Marks, labels, names, signs};
use crate::tui::geometry::footer::Footer;
use crate::tui::geometry::tabs;
use crate::tui::state::Reader;
use crate::tui::theme::Theme;
use crate::tui::update::act::Closes;
use crate::wrap::{self, Direction};

/// The story's name, and a tab for each outlet.
pub(in crate::tui) fn tabs(reader: &Reader, buffer: &mut Buffer) {
    let width = reader.rows.screen.width;
    let row = Rect::new(0, 0, width, 1);
    buffer.set_style(row, reader.theme.head);
    let tabs = tabs::tabs(reader);
    let first = tabs.first().map_or(width, |tab| tab.column);
    let name = &reader.pair.story.name;
    let name = wrap::isolated(name, Direction::of_text(name, Direction::default()));
    let hidden = tabs::hidden(reader, &tabs);
    let end = hidden.as_ref().map_or(first, |(_, column)| *column);
    put_within(buffer, 1, 0, end.saturating_sub(3), &name, reader.theme.head);
    if let Some((said, column)) = &hidden {
        put(buffer, *column, 0, said, reader.theme.quiet);
    }
    let here = reader.here();
    for tab in tabs {
        let (style, marks) = match (
            reader.pair.shown[reader.position.focus] == tab.article,
            reader.pair.shown[reader.position.focus.other()] == tab.article,
        ) {
            (true, _) if !reader.settings.is_page => (reader.theme.focus, ["[", "]"]),
            (true, _) | (_, true) => (reader.theme.head, ["(", ")"]),
            _ => (reader.theme.quiet, [" ", " "]),
        };
        let x = put(buffer, tab.column, 0, marks[0], style);
        let x = put(buffer, x, 0, &tab.text, style);
        put(buffer, x, 0, marks[1], style);
        if let Some(sign) = reader.sign_in(tab.article, here) {
            put(buffer, tab.standing_at(), 0, sign.sign(), reader.theme.standing);
        }
    }
}

/// The head of each pane: letter, outlet, date, words, and how much of them the other has.
pub(in crate::tui) fn heads(reader: &Reader, buffer: &mut Buffer) {
    let screen = reader.rows.screen;
    buffer.set_style(Rect::new(0, 1, screen.width, 1), reader.theme.head);
    match screen.columns.arrangement {
        Arrangement::Facing => {
            head(reader, Side::Left, 0, screen.gutter_left(), reader.position.focus, buffer);
            let room = screen.width.saturating_sub(screen.right_pane());
            head(reader, Side::Right, screen.right_pane(), room, reader.position.focus, buffer);
        }
        Arrangement::Single(side) => head(reader, side, 0, screen.width, reader.position.focus, buffer),
        Arrangement::Inline | Arrangement::Stacked => halved_heads(reader, reader.position.focus, buffer),
    }
}

/// A head for each half of the screen.
pub(in crate::tui) fn halved_heads(reader: &Reader, focus: Side, buffer: &mut Buffer) {
    let (half, width) = (reader.rows.screen.width / 2, reader.rows.screen.width);
    head(reader, Side::Left, 0, half.saturating_sub(1), focus, buffer);
    put(buffer, half.saturating_sub(1), 1, "│", reader.theme.quiet);
    head(reader, Side::Right, half, width - half, focus, buffer);
}

/// The columns between a name and the facts beside it, and after these.
const GAP: u16 = 3;

/// The columns of a name that are kept when the facts beside it need room.
const NAME: usize = 16;

fn head(reader: &Reader, side: Side, x: u16, room: u16, focus: Side, buffer: &mut Buffer) {
    let article = reader.pair.articles()[side];
    let letters = reader.pair.letters();
    let sharing = &reader.pair.comparison.sharing;
    let is_focus = focus == side && !reader.settings.is_page;
    let style = if is_focus { reader.theme.focus } else { reader.theme.head };
    let facts = [
        article.date.clone(),
        Some(format!("{} w", sharing.words[side])),
        Some(format!("{:.0} % in {}", sharing.shares()[side] * 100.0, letters[side.other()])),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let mark = if is_focus { "▸" } else { " " };
    let before = format!("{mark}{} ", letters[side]);
    let name = format!("{before}{}", article.label());
    // The facts that fit beside the name, the last ones telling the most; of a longer name as much as tells it from others is
    // kept beside the last one.
    let has_room = |text: &String| wrap::width(text) + wrap::width(&name) + usize::from(GAP) <= usize::from(room);
    let free = usize::from(room).saturating_sub(wrap::width(&name).min(NAME) + usize::from(GAP));
    let shown = (0..facts.len()).map(|first| facts[first..].join(" · ")).find(has_room);
    let shown = shown.or_else(|| facts.last().filter(|last| wrap::width(last) <= free).cloned());
    // What of that stands inside quotation marks is told where it takes nothing else's room.
    let quoted = (sharing.quoted[side] > 0).then(|| format!("{:.0} % quoted", sharing.quoted_shares()[side] * 100.0));
    let with_quoted = quoted.map(|quoted| format!("{}, {quoted}", facts.join(" · ")));
    let shown = with_quoted.filter(has_room).or(shown).unwrap_or_default();
    let facts_width = u16::try_from(wrap::width(&shown)).unwrap_or(0);
    fill(buffer, Rect::new(x, 1, room, 1), " ", style);
    let columns = usize::from(room.saturating_sub(facts_width + GAP)).saturating_sub(wrap::width(&before));
    let outlets = reader.pair.articles().map(Article::label);
    let names = names::shortened(&[outlets.left, outlets.right], &[columns; 2], PageSetup::default());
    let x_of_name = put_within(buffer, x, 1, room, &before, style);
    let name = labels::set_off(article, &names[usize::from(side == Side::Right)]);
    put(buffer, x_of_name, 1, &name, style);
    put(buffer, x + room.saturating_sub(facts_width + 1), 1, &shown, style);
}

/// The rules above and below the text; the lower one explains the signs to a first-time reader, and if nothing is open over the
/// text says which key hides it.
pub(in crate::tui) fn rules(reader: &Reader, is_open: bool, buffer: &mut Buffer) {
    let screen = reader.rows.screen;
    if !screen.has_rules() {
        return;
    }
    for (y, join) in [(2, "┬"), (screen.height - 2, "┴")] {
        fill(buffer, Rect::new(0, y, screen.width, 1), "─", reader.theme.frame);
        if screen.columns.arrangement == Arrangement::Facing {
            put(buffer, screen.gutter_left(), y, join, reader.theme.frame);
            put(buffer, screen.right_pane() - 1, y, join, reader.theme.frame);
        }
    }
    if reader.settings.marks_evidence {
        let y = screen.height - 2;
        let room = usize::from(screen.width).saturating_sub(2);
        fill(buffer, Rect::new(0, y, screen.width, 1), " ", reader.theme.hint);
        put_within(buffer, 1, y, screen.width - 1, &evidence_legend(reader, is_open, room), reader.theme.hint);
    } else if reader.shows_greeting() {
        let y = screen.height - 2;
        let room = usize::from(screen.width).saturating_sub(2);
        fill(buffer, Rect::new(0, y, screen.width, 1), " ", reader.theme.hint);
        put_within(buffer, 1, y, screen.width - 1, &greeting(reader, is_open, room), reader.theme.hint);
    }
}

/// Explains the looks of evidence, as far as there is room, and says which key takes the marks off.
fn evidence_legend(reader: &Reader, is_open: bool, room: usize) -> String {
    let look = |kind: EvidenceKind| format!("{} {}", Theme::evidence_attribute(kind), kind.name());
    let legend = EvidenceKind::ALL.map(look).join("   ");
    let ends = reader.keymap.hint(Action::Close, "ends").filter(|_| !is_open && reader.closes() == Closes::Evidence);
    let with_key = ends.map(|ends| format!("{legend}   {ends}"));
    let forms = [with_key, Some(legend), Some(Theme::EVIDENCE_SHORT.to_owned())];
    let whole = forms.into_iter().flatten().find(|text| wrap::width(text) <= room);
    whole.unwrap_or_else(|| cut_legend(Theme::EVIDENCE_SHORT, room, &more_signs(reader)))
}

/// Returns the longest explanation of the signs that has room.
fn greeting(reader: &Reader, is_open: bool, room: usize) -> String {
    let marks = match reader.settings.markings.marks {
        Marks::Differences => format!("   {}", reader.theme.only_named()),
        Marks::Shared => format!("   {}", reader.theme.shared_named()),
        Marks::Nothing => String::new(),
    };
    let others = match reader.settings.markings.marks {
        Marks::Differences => reader.theme.others_named(reader.settings.markings.small),
        Marks::Shared | Marks::Nothing => String::new(),
    };
    // The key ends other things first.
    let hide = reader
        .keymap
        .hint(Action::Close, "hide")
        .filter(|_| !is_open && !reader.settings.is_page && reader.closes() == Closes::Signs);
    let hide = hide.map_or_else(String::new, |hint| format!("   {hint}"));
    // Which pane the digits fill is to be known before one is pressed: that of the tab in brackets.
    let has_others = reader.pair.story.articles().len() > 2 && !reader.settings.is_page;
    let fills = reader.keymap.hint(Action::Outlet(0), "fill [ ]").filter(|_| has_others);
    let fills = fills.map_or_else(String::new, |hint| format!("   {hint}"));
    let close = |text: &str| text.replace("   ", "  ");
    let [long, middle, words, short] = signs::greetings();
    let forms = [
        long.clone() + &marks + &others + &fills + &hide,
        middle.clone() + &marks + &others + &fills + &hide,
        long + &marks + &fills + &hide,
        middle.clone() + &marks + &fills + &hide,
        middle.clone() + &marks + &fills,
        words.clone() + &close(&marks) + &close(&fills),
        middle.clone() + &fills + &hide,
        words + &close(&fills) + &close(&hide),
        middle + &hide,
    ];
    let more = more_signs(reader);
    let full = short.clone() + &hide + "   " + &more;
    let whole = forms.into_iter().chain([full]).find(|text| wrap::width(text) <= room);
    whole.unwrap_or_else(|| cut_legend(&short, room, &more))
}

/// Returns as many entries of a legend as there is room for before the sign that there are more.
fn cut_legend(legend: &str, room: usize, more: &str) -> String {
    let mut entries: Vec<&str> = legend.split("  ").collect();
    loop {
        let cut = entries.iter().copied().chain([more]).collect::<Vec<_>>().join("  ");
        if wrap::width(&cut) <= room || entries.pop().is_none() {
            return cut;
        }
    }
}

/// Says that there are more signs than are explained, and which key explains them: `… ?`.
#[must_use]
pub(in crate::tui) fn more_signs(reader: &Reader) -> String {
    let key = reader.keymap.first(Action::Help);
    ["…".to_owned()].into_iter().chain(key).collect::<Vec<_>>().join(" ")
}

/// The last line: what is said, and hints.
pub(in crate::tui) fn status_line(reader: &Reader, footer: &Footer, buffer: &mut Buffer) {
    let y = reader.rows.screen.height - 1;
    // What is typed in below the help stands there already.
    fill(buffer, Rect::new(0, y, reader.rows.screen.width, 1), " ", reader.theme.head);
    let (start, end) = footer.room;
    put_within(buffer, start, y, end.saturating_sub(start), &footer.said, reader.theme.head);
    for placed in &footer.hints {
        put(buffer, placed.column, y, &placed.hint.to_string(), reader.theme.quiet);
    }
}
