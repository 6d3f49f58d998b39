//! Text that runs from right to left, and scripts without spaces: screens at three sizes, side by side and in one column, for
//! terminals that reorder and for those that do not; where a click falls; pictures; what is printed as text.
#![cfg(feature = "tui")]

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::layout::{Arrangement, PageSetup};
use diptych::pair::{Pair, Side};
use diptych::report;
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::geometry::text;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Effect, Message, Opening, Reordering};
use diptych::tui::{Model, draw, dump, svg};
use insta::assert_snapshot;
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use made::{SIZES, press};

const HEBREW: [&str; 2] =
    [include_str!("right_to_left/ferry_he.txt"), include_str!("right_to_left/ferry_he_second.txt")];

const ARABIC: [&str; 2] =
    [include_str!("right_to_left/ferry_ar.txt"), include_str!("right_to_left/ferry_ar_second.txt")];

const THAI: [&str; 2] = [include_str!("right_to_left/ferry_th.txt"), include_str!("right_to_left/ferry_en.txt")];

fn opening(texts: [&str; 2], (width, height): (u16, u16), by: Reordering) -> Opening {
    let articles = texts.iter().zip(["one.txt", "two.txt"]).map(|(text, name)| Article::read(name, text)).collect();
    let story = Arc::new(Story::new("ferry", articles));
    let mut opening = Opening::new(story, Pair::new(0, 1));
    opening.settings.reordering = by;
    opening.sized(width, height)
}

fn model(texts: [&str; 2], size: (u16, u16), by: Reordering, typed: &str) -> Model {
    let mut model = Model::new(opening(texts, size, by));
    press(&mut model, typed);
    model
}

fn screen(model: &Model) -> String {
    let (width, height) = model.reader.rows.screen.full();
    dump::marked(&draw(model, width, height), &model.reader.theme)
}

/// Compares the screens at all sizes with what is kept of them.
#[track_caller]
fn check(name: &str, texts: [&str; 2], by: Reordering, typed: &str) {
    for (width, height) in SIZES {
        assert_snapshot!(format!("{name}_{width}x{height}"), screen(&model(texts, (width, height), by, typed)));
    }
}

#[test]
fn hebrew_by_the_program() {
    check("hebrew_program", HEBREW, Reordering::Program, "<Esc>]");
}

#[test]
fn hebrew_by_the_terminal() {
    check("hebrew_terminal", HEBREW, Reordering::Terminal, "<Esc>]");
}

#[test]
fn hebrew_in_one_column() {
    check("hebrew_inline_program", HEBREW, Reordering::Program, "<Esc>s");
    check("hebrew_stacked_terminal", HEBREW, Reordering::Terminal, "<Esc>ss");
}

#[test]
fn arabic_by_either() {
    check("arabic_program", ARABIC, Reordering::Program, "<Esc>");
    check("arabic_terminal", ARABIC, Reordering::Terminal, "<Esc>");
}

#[test]
#[cfg(feature = "cjk")]
fn thai_breaks_between_words() {
    check("thai", THAI, Reordering::Program, "<Esc>");
}

/// What is of no letters goes by the language of the article, what is of Latin ones by these.
#[test]
fn paragraphs_without_letters_of_the_language() {
    let text = "---\noutlet: קול הנמל\nlanguage: he\n---\nהסירות יצאו לים בשעה 7.\n\n41 – 12.\n\nLast ferry: 18:30.\n";
    for by in [Reordering::Program, Reordering::Terminal] {
        let shown = screen(&model([text, HEBREW[1]], (80, 24), by, "<Esc>"));
        let line =
            |part: &str| shown.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{part}: {shown}"));
        assert!(line(".12 – 41").starts_with(&" ".repeat(20)), "{shown}");
        assert!(line("Last ferry: 18:30.").starts_with("Last"), "{shown}");
    }
}

#[test]
fn what_is_over_the_text_is_in_order_too() {
    let picker = screen(&model(HEBREW, (80, 24), Reordering::Program, "<Esc>o"));
    assert!(picker.contains("למנה לוק") && !picker.contains("קול הנמל"), "{picker}");
    // What stands below a box has no part in what stands in it.
    assert!(picker.contains("(B) ףוחה ןמוי") && picker.contains("הלש תוריסל הכחמ ריעה"), "{picker}");
    let map = screen(&model(HEBREW, (80, 24), Reordering::Program, "<Esc>m"));
    assert!(map.contains("למנה לוק") && !map.contains("קול הנמל"), "{map}");
}

const MIXED: [(&str, &str); 3] = [
    ("wire.txt", include_str!("right_to_left/pier_en.txt")),
    ("voice.txt", include_str!("right_to_left/pier_he.txt")),
    ("north.txt", include_str!("right_to_left/pier_he_second.txt")),
];

/// Arabic with numbers of both kinds, an outlet of Latin letters, quotations, a paragraph that begins with a number.
const NUMBERS: [(&str, &str); 2] = [
    ("port.txt", include_str!("right_to_left/port_ar.txt")),
    ("coast.txt", include_str!("right_to_left/port_ar_second.txt")),
];

/// Returns a reader of a story.
fn reader_of(texts: &[(&str, &str)], shown: Pair<usize>, size: (u16, u16), by: Reordering, typed: &str) -> Model {
    let mut opening = Opening::new(made::harbour(texts), shown).sized(size.0, size.1);
    opening.settings.reordering = by;
    let mut model = Model::new(opening);
    press(&mut model, typed);
    model
}

/// Returns a reader of a story with an outlet that is written from left to right, and two that are not.
fn mixed(shown: Pair<usize>, size: (u16, u16), by: Reordering, typed: &str) -> Model {
    reader_of(&MIXED, shown, size, by, typed)
}

/// Returns the rows as a terminal shows them that reorders each from left to right by the first character of each cell.
fn seen(model: &Model) -> Vec<String> {
    let (width, height) = model.reader.rows.screen.full();
    let buffer = draw(model, width, height);
    let row = |y: u16| {
        let cells: String = (0..width).filter_map(|x| buffer[(x, y)].symbol().chars().next()).collect();
        // Forms in which Arabic letters join are letters again.
        let letter = |c: char| match c {
            '\u{2800}' => ' ',
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => std::iter::once(c).nfkc().next().unwrap_or(c),
            c => c,
        };
        let text: String = cells.chars().map(letter).collect();
        if model.reader.settings.reordering != Reordering::Terminal {
            return text;
        }
        let info = BidiInfo::new(&cells, Some(Level::ltr()));
        let chars: Vec<char> = cells.chars().collect();
        let levels: Vec<Level> = cells.char_indices().map(|(at, _)| info.levels[at]).collect();
        let order = BidiInfo::reorder_visual(&levels);
        let shown = order.into_iter().map(|at| if levels[at].is_rtl() { mirrored(chars[at]) } else { chars[at] });
        shown.map(|c| if c == '\u{2800}' { ' ' } else { c }).collect()
    };
    (0..height).map(row).collect()
}

/// Returns the mirror image of those signs that stand in the reports.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('≤', '≥'), ('[', ']'), ('«', '»')];
    let image =
        PAIRS.iter().find_map(|&(a, b)| [(a, b), (b, a)].into_iter().find_map(|(from, to)| (from == c).then_some(to)));
    image.unwrap_or(c)
}

/// The screens on which words of articles stand among others, by the keys that lead there.
const AMONG_OTHERS: [&str; 14] =
    ["", "H", "v", "v<Tab>", "v<Tab><Tab>", "v<Tab>jjj<Tab>", "v]", "m", "mjjj", "L", "Ljj", "o", "=", "]i"];

#[test]
fn a_terminal_that_reorders_shows_what_the_program_does() {
    let mixed = [Pair::new(0, 1), Pair::new(1, 2), Pair::new(2, 0)].map(|shown| (&MIXED[..], shown));
    for (texts, shown) in mixed.into_iter().chain([(&NUMBERS[..], Pair::new(0, 1))]) {
        for size in [(120, 36), (80, 24), (60, 20), (80, 12)] {
            for typed in AMONG_OTHERS {
                let typed = format!("<Esc>{typed}");
                let program = seen(&reader_of(texts, shown, size, Reordering::Program, &typed));
                let terminal = seen(&reader_of(texts, shown, size, Reordering::Terminal, &typed));
                for (row, (program, terminal)) in program.into_iter().zip(terminal).enumerate() {
                    assert_eq!(program, terminal, "{typed} {size:?} {shown:?}, row {row}");
                }
            }
        }
    }
}

/// Tells whether a line of a screen has a text, as it is seen.
#[track_caller]
fn check_seen(typed: &str, size: (u16, u16), expected: &[&str]) {
    for by in [Reordering::Program, Reordering::Terminal] {
        let shown = seen(&mixed(Pair::new(0, 1), size, by, &format!("<Esc>{typed}")));
        let shown = shown.iter().map(|row| row.trim_end().to_owned() + "\n").collect::<String>();
        for part in expected {
            assert!(shown.contains(part), "{by:?} {part}\n{shown}");
        }
    }
}

#[test]
fn quoted_sentences_run_their_own_way_and_fixed_parts_keep_their_columns() {
    let headline = ".(ףוס ףוס) ישילש ףיצר לבקי למנה :הניפס תחלוש NATO\n";
    check_seen(
        "H",
        (80, 24),
        &[" B   ", headline, "\n     Harbour of Tal Nahar gets a third pier", "!םיחמש םלוכ אל ?תגגוח ריעה\n"],
    );
    check_seen("vgl", (80, 24), &["   15 w  B¶3  C¶3", "9 w  B¶6  C¶2", "B הביבסהו רהנ לט לש למנה לוק "]);
    check_seen("v<Tab>", (120, 36), &["B הביבסהו רהנ לט לש למנה לוק alone: 2 passages", "¶3      ¶3       –"]);
    check_seen("m", (120, 36), &[">  2 … ,רהנ לט למנ לא הניפס תחלוש NATO\n", ">  5 .12 – 41"]);
    check_seen("<Tab>L", (120, 36), &["▸ ¶4   … רמא ,”םינש עשת וניכיח„\n", "  ¶5   .12 – 41\n"]);
    check_seen("o", (120, 36), &["(B) הביבסהו רהנ לט לש למנה לוק ", &headline[..headline.len() - 1]]);
}

/// The ellipsis stands where the words would go on: of those that run from right to left at their left, or at their right
/// where their beginning is cut.
#[test]
fn what_is_cut_says_so_where_it_would_go_on() {
    check_seen("", (80, 24), &["(2 B הביבסהו רהנ… 0%)", "3 C ןופצהו רהנ ל… 0%"]);
    check_seen("m", (80, 24), &["…ה :הניפס תחלוש NATO", "Harbour of Tal Naha…"]);
    check_seen("L", (80, 12), &["not found in B …ט לש למנה לוק 3", "not found in C …ט לש למנה לוק 3"]);
}

/// The last line with what is typed, and the column of the cursor that is seen there: that of the terminal is at the same.
#[track_caller]
fn typed(by: Reordering, keys: &str) -> (String, u16) {
    let model = model(HEBREW, (80, 24), by, &format!("<Esc>{keys}"));
    let buffer = draw(&model, 80, 24);
    let at = model.layers().last().and_then(|top| top.typed_at(&model.reader)).expect("something is typed in");
    let chosen = model.reader.theme.chosen;
    let is_cursor = |x: &u16| {
        let cell = &buffer[(*x, at.y)];
        Some(cell.fg) == chosen.fg.or(Some(cell.fg))
            && Some(cell.bg) == chosen.bg.or(Some(cell.bg))
            && cell.modifier.contains(chosen.add_modifier)
            && cell.modifier != buffer[(0, at.y)].modifier
    };
    // At the right edge is the ruler.
    let seen: Vec<u16> = (0..79).filter(is_cursor).collect();
    assert_eq!(seen, [at.x], "{by:?} {keys}: {}", dump::text(&buffer));
    (dump::text(&buffer).lines().nth(usize::from(at.y)).unwrap_or_default().to_owned(), at.x)
}

#[test]
fn the_cursor_is_where_the_next_letter_of_what_is_typed_will_be() {
    let keys = [
        ("/אב", 2),
        // The arrows go the way in which they point.
        ("/אבגד<Right>", 2),
        ("/אבגד<Right><Right><Left>", 2),
        ("/אבגד<Right><Right><Right>", 4),
        ("/ab", 4),
        // The line runs as it begins.
        ("/abאב", 6),
        ("oאב", typed(Reordering::Program, "o").1),
    ];
    for (keys, column) in keys {
        assert_eq!(typed(Reordering::Program, keys).1, column, "{keys}");
        // One that reorders by itself is told the column of the letter in what it is sent.
        typed(Reordering::Terminal, keys);
    }
    assert!(typed(Reordering::Program, "/אבג").0.starts_with(" / גבא"), "{}", typed(Reordering::Program, "/אבג").0);
}

/// A name in Latin letters that is parted by the end of a line: the comma stays with it, as in the whole paragraph.
#[test]
fn what_is_wrapped_runs_as_it_does_in_the_whole_paragraph() {
    let text = "---\noutlet: קול הנמל\nlanguage: he\n---\nסירות חדשות בנמל\n\nהסירות החדשות של הנמל הן Amira, Noam, Tamar, Dana ועוד שתיים קטנות מהן.\n";
    let mut parted = 0;
    for width in 34..70 {
        for by in [Reordering::Program, Reordering::Terminal] {
            let shown = seen(&model([text, HEBREW[1]], (width, 24), by, "<Esc>H"));
            for name in ["Amira", "Noam", "Tamar"] {
                assert!(shown.iter().all(|row| !row.contains(&format!(",{name}"))), "{width} {by:?}: {shown:#?}");
                parted += shown.iter().filter(|row| row.trim_start().starts_with(&format!("{name}, "))).count();
            }
        }
    }
    assert!(parted > 0, "at some widths a line ends behind a comma");
}

#[test]
fn the_name_of_a_story_is_cut_at_its_end() {
    let articles = MIXED.iter().map(|(name, text)| Article::read(name, text)).collect();
    let story = Arc::new(Story::new("הרציף החדש של טל נהר", articles));
    let mut opening = Opening::new(story, Pair::new(0, 1)).sized(80, 24);
    for by in [Reordering::Program, Reordering::Terminal] {
        opening.settings.reordering = by;
        let shown = seen(&Model::new(opening.clone()));
        assert!(shown[0].starts_with(" … שדחה ףיצרה  ["), "{shown:?}");
    }
}

/// Compares what a cell shows with the character that a click there falls on.
#[track_caller]
fn check_clicks(model: &Model, side: Side) {
    let (width, height) = model.reader.rows.screen.full();
    let buffer = draw(model, width, height);
    let screen = model.reader.rows.screen;
    for line in 0..screen.body_height() {
        let row = text::top(&model.reader, side) + usize::from(line);
        let Some(shown) = text::line(&model.reader, side, row) else { continue };
        let mut seen = 0;
        for x in shown.left..shown.left + shown.columns {
            let bytes = text::spot(&model.reader, side, x, line).expect("there is a row").bytes;
            let drawn: String = buffer[(x, screen.body_top() + line)].symbol().nfkc().collect();
            let cluster = &shown.text[bytes];
            let (drawn, expected) = (unmirrored(&drawn), unmirrored(&cluster.nfkc().collect::<String>()));
            assert_eq!(drawn, expected, "row {row}, column {x}");
            seen += cluster.len();
        }
        let whole = shown.text[shown.bytes].graphemes(true).map(str::len).sum::<usize>();
        assert_eq!(seen, whole, "each cluster of row {row} is at one place");
    }
}

fn unmirrored(text: &str) -> String {
    text.chars().map(|c| c.min(mirrored(c))).collect()
}

#[test]
fn a_click_falls_on_what_is_seen() {
    let numbers = NUMBERS.map(|(_, text)| text);
    for texts in [HEBREW, ARABIC, [HEBREW[0], THAI[1]], [MIXED[0].1, MIXED[1].1], numbers] {
        for size in SIZES {
            for arrangement in ["", "s", "ss"] {
                let model = model(texts, size, Reordering::Program, arrangement);
                let is_facing = model.reader.rows.screen.columns.arrangement == Arrangement::Facing;
                assert!(is_facing || !arrangement.is_empty() || size.0 < 80);
                for side in Side::BOTH {
                    check_clicks(&model, side);
                }
            }
        }
    }
}

#[test]
fn what_is_dragged_over_is_copied_in_logical_order() {
    let mut model = model(HEBREW, (140, 40), Reordering::Program, "<Esc>");
    let (width, height) = model.reader.rows.screen.full();
    let shown = dump::text(&draw(&model, width, height));
    let (row, line) = shown.lines().enumerate().find(|(_, line)| line.contains("שולש")).expect("it is in sight");
    let column = line[..line.find("שולש").expect("it is there")].chars().count();
    let at = |column: usize| (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"));
    for (kind, column) in [(MouseKind::Press, column + 3), (MouseKind::Drag, column), (MouseKind::Release, column)] {
        let (column, row) = at(column);
        model.update(Message::Mouse(Mouse { kind, column, row }));
    }
    let copied = model.reader.outbox.effects.iter().find_map(|effect| match effect {
        Effect::Copy(copied) => Some(copied.text.as_str()),
        _ => None,
    });
    assert_eq!(copied, Some("שלוש"));
}

#[test]
fn a_search_finds_what_is_seen_and_no_marks() {
    let model = model(HEBREW, (80, 24), Reordering::Terminal, "<Esc>/שלוש<Enter>");
    assert!(screen(&model).contains("match 1 of 2"), "{}", screen(&model));
}

#[test]
fn pictures_have_words_in_their_places() {
    for size in SIZES {
        let picture =
            svg::svg(&draw(&model(ARABIC, size, Reordering::Picture, "<Esc>/بنيت<Enter><Esc>"), size.0, size.1));
        let word = |word: &str| {
            let line =
                picture.lines().find(|line| line.contains(&format!(">{word}<"))).unwrap_or_else(|| panic!("{word}"));
            assert!(line.contains("direction=\"rtl\"") && line.contains("text-anchor=\"middle\""), "{line}");
            line.split('"').nth(1).and_then(|x| x.parse::<f64>().ok()).expect("it has a place")
        };
        // The first words of the paragraph stand to the right of the next ones.
        assert!(word("بنيت") > word("السفينة") && word("السفينة") > word("عام"), "{size:?}");
    }
}

#[test]
fn printed_text_stays_in_logical_order() {
    let printed = screen(&model(HEBREW, (80, 24), Reordering::Nobody, "<Esc>"));
    assert!(
        printed.contains("המעבורות החדשות יגיעו באביב") && !printed.contains(['\u{2800}', '\u{200E}']),
        "{printed}"
    );
}

/// The marks of what is set off are for drawing alone.
#[test]
fn no_mark_is_printed() {
    let is_mark = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    for typed in AMONG_OTHERS {
        for by in [Reordering::Nobody, Reordering::Program, Reordering::Picture] {
            let shown = screen(&mixed(Pair::new(0, 1), (80, 24), by, &format!("<Esc>{typed}")));
            assert!(!shown.contains(is_mark), "{typed} {by:?}\n{shown}");
        }
    }
    let printed = report::story_text::write(&made::harbour(&MIXED), None, Filter::Everything, PageSetup::default());
    assert!(printed.contains("קול הנמל של טל נהר והסביבה") && !printed.contains(is_mark), "{printed}");
}
