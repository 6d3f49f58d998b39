//! Printers of what is given on: two articles and a story, as a page, as Markdown, as plain text and as tables; none may let a text be
//! more than text.

use std::io;

use diptych::article::Article;
use diptych::intake::read_bytes;
use diptych::layout::PageSetup;
use diptych::letters::letter;
use diptych::pair::{Pair, Side};
use diptych::present::tables::{Notation, TableKind};
use diptych::present::{Markings, Marks, sentences};
use diptych::report::pair_setup::PairSetup;
use diptych::report::table::TableChoice;
use diptych::report::{html, markdown, plain, table};
use diptych::story::presence::Filter;
use diptych::story::{Story, StoryScope};

/// All elements that a page is made of.
const ELEMENTS: &str = " a b bdi body details div h1 h2 h3 head html i li main meta p path rect section span style summary svg table \
    tbody td th thead title tr ul !DOCTYPE ";

/// The most bytes that are printed: each text is compared with two others, and all of it is written seven times.
const LARGEST: usize = 16 << 10;

/// Prints a text beside itself with its halves exchanged, and beside its first half: what leaks, if anything does, or that the text is
/// refused.
pub fn printed(bytes: &[u8]) -> Result<Option<String>, ()> {
    let article = |bytes: &[u8]| read_bytes("a.txt", bytes).map_err(|_| ());
    let bytes = &bytes[..bytes.len().min(LARGEST)];
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let articles = vec![article(bytes)?, article(&[second, b"\n\n", first].concat())?, article(first)?];
    let shown = Pair::new(0, 1);
    let story = Story::new("<quay> | *fish*", articles);
    let marks = [Marks::Differences, Marks::Shared, Marks::Nothing][bytes.len() % 3];
    let markings = Markings { marks, excerpts: bytes.len().is_multiple_of(5), ..Markings::default() };
    let (setup, all) = (PageSetup::default(), StoryScope::All);
    let (comparison, everything) = (story.compare(shown), Filter::Everything);
    let pages = [
        page(&written(|out| html::write(out, &story, shown, PairSetup::unfolded(setup, markings)))),
        page(&written(|out| html::write_story(out, &story, all, everything, setup, markings))),
        tables(&written(|out| markdown::write(out, &story, shown, PairSetup::unfolded(setup, markings)))),
        tables(&written(|out| markdown::write_story(out, &story, all, everything, setup, markings))),
        sentences_of(
            &story,
            shown,
            &written(|out| plain::write(out, &story, shown, &comparison, PairSetup::unfolded(setup, markings))),
            markings,
        ),
        steers(&written(|out| plain::write_story(out, &story, all, everything, setup, markings.excerpts))),
        rows(&written(|out| {
            let choice =
                TableChoice { kind: TableKind::Links, is_excerpt: markings.excerpts, ..TableChoice::default() };
            table::write(out, &story, choice, Notation::Tsv)
        })),
    ];
    Ok(pages.into_iter().flatten().next())
}

fn written(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

/// Returns what steers a terminal.
fn steers(text: &str) -> Option<String> {
    text.lines().find(|line| line.contains(|c: char| c.is_control() && c != '\t')).map(str::to_owned)
}

/// Returns an element that no page has, or a link to something else than a place or the web.
fn page(page: &str) -> Option<String> {
    let element = page.split('<').skip(1).find(|part| {
        let name =
            part.trim_start_matches('/').split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        !ELEMENTS.contains(&format!(" {name} "))
    });
    let leads =
        |link: &&str| !["#", "http://", "https://"].iter().any(|begins| link.to_lowercase().starts_with(begins));
    let link = page.split("href=\"").skip(1).find(leads);
    element.or(link).map(str::to_owned).or_else(|| steers(page))
}

/// Returns a row of a table that has other cells than its head, or an element that is none of ours.
fn tables(markdown: &str) -> Option<String> {
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut columns = None;
    for line in markdown.lines() {
        columns = line.starts_with('|').then(|| columns.unwrap_or_else(|| bars(line)));
        if columns.is_some_and(|columns| columns != bars(line)) {
            return Some(line.to_owned());
        }
    }
    let is_ours = |part: &str| [" ", "br>", "!-- -->", "http", "HTTP"].iter().any(|ours| part.starts_with(ours));
    let mut parts = markdown.split('<');
    let mut before = parts.next().unwrap_or_default();
    for part in parts {
        if !before.ends_with('\\') && !is_ours(part) {
            return Some(format!("<{part}"));
        }
        before = part;
    }
    steers(markdown)
}

/// Returns the name of a block that does not stand whole behind it, but for excerpts.
fn sentences_of(story: &Story, shown: Pair<usize>, text: &str, markings: Markings) -> Option<String> {
    let lacks = |side: Side| {
        let article: &Article = story.pair(shown)[side];
        let named = |block: usize| sentences::blocks(&letter(shown[side]), article, &[block]);
        let is_there = |block: usize| {
            let (name, own) = (named(block), &article.blocks[block].text);
            text.lines().any(|line| line.starts_with(&name) && (markings.excerpts || line.ends_with(own.as_str())))
        };
        // A few tell: looking for all takes the square of them.
        (0..article.blocks.len()).take(20).find(|&block| !is_there(block)).map(named)
    };
    Side::BOTH.into_iter().find_map(lacks).or_else(|| steers(text))
}

/// Returns a row between tabs that has other cells than the head, or a cell that a spreadsheet takes for a formula.
fn rows(table: &str) -> Option<String> {
    let cells = |line: &str| line.split('\t').count();
    let columns = table.lines().next().map_or(0, cells);
    let acts = |cell: &str| cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '"']);
    let is_bad = |line: &&str| cells(line) != columns || line.split('\t').any(acts);
    table.lines().find(is_bad).map(str::to_owned).or_else(|| steers(table))
}
