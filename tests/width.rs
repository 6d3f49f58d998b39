//! No line of any form is wider than asked, from 20 columns on, whatever is in the texts.
#![cfg(feature = "tui")]

use std::sync::Arc;

use diptych::article::Article;
use diptych::comparison::Comparison;
use diptych::intake::{bundled, clean};
use diptych::keys;
use diptych::layout::{Arrangement, PageSetup};
use diptych::pair::Pair;
use diptych::present::{Markings, Marks};
use diptych::report::pair_setup::PairSetup;
use diptych::report::{story_text as story, text};
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::play;
use diptych::tui::state::{Opening, Settings};
use diptych::wrap::Ambiguous;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};

const BOTH: Pair<usize> = Pair::new(0, 1);

const UNMARKED: Markings = Markings { marks: Marks::Nothing, small: true, related: true, excerpts: false };

/// How signs are drawn: usual ones, of ASCII, and where what can be wide is.
const DRAWN: [(bool, Ambiguous); 3] = [(false, Ambiguous::Narrow), (true, Ambiguous::Narrow), (false, Ambiguous::Wide)];

/// Clusters that try a renderer: jamo and conjuncts without end, what joins what follows, emoji, flags, piles of marks,
/// voicing marks that take a column, and the widest characters there are.
const HOSTILE: &str = "([a-z]{1,9}|[ ]|\u{E9}|\u{201C}|[灯台は。]{1,9}|\u{1100}{1,40}|(\u{915}\u{94D}){1,20}|\u{600}{1,9}|\
    (\u{1F468}\u{200D}){1,9}|\u{1F1E9}{1,5}|\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}|(e\u{301}){1,9}|\u{301}{1,20}|\u{FF76}\u{FF9E}|\
    [\u{17D8}\u{2E3B}\u{FDFD}\u{FFFD}\u{FFFF}\u{80}\u{200B}\u{202E}\u{A0}]|\u{5D0}\u{200D}\u{5DC}|\u{644}\u{627}){0,60}";

#[track_caller]
fn fits(written: &str, setup: PageSetup, (width, ambiguous): (usize, Ambiguous)) {
    for line in written.lines() {
        let columns = ambiguous.width(line);
        assert!(columns <= width, "{columns} columns, not {width}: {line:?}\n{setup:?}\n{written}");
    }
}

#[track_caller]
fn fits_as_text(story: &Story, comparison: &Comparison, setup: PageSetup) {
    let mut out = Vec::new();
    text::write(&mut out, story, BOTH, comparison, PairSetup::unfolded(setup, Markings::default()))
        .expect("memory takes all");
    let written = String::from_utf8(out).expect("it is UTF-8");
    fits(&written, setup, (setup.width, setup.ambiguous));
}

fn stories() -> impl Iterator<Item = Story> {
    bundled::names().into_iter().map(|name| Story::new(name, bundled::read(name).expect("it is there")))
}

/// A story of articles with these texts, as they are read.
fn story_of(texts: &[String]) -> Story {
    let article = |(place, text): (usize, &String)| Article::read(&format!("{place}.txt"), &clean::text(text));
    Story::new(clean::line(&texts[0]), texts.iter().enumerate().map(article).collect())
}

#[test]
fn text_of_the_bundled_stories() {
    for story in stories() {
        let comparison = story.compare(BOTH);
        for (place, arrangement) in Arrangement::ALL.into_iter().enumerate() {
            for width in (20..=140).step_by(3) {
                // Each arrangement begins at another width, so that all of them are seen in some arrangement.
                let width = width + place;
                let (ascii, ambiguous) = DRAWN[(width / 3) % 3];
                let setup = PageSetup { arrangement, width, ascii, ambiguous, ..PageSetup::default() };
                fits_as_text(&story, &comparison, setup);
            }
        }
    }
}

#[test]
fn inline_text_names_what_is_woven_elsewhere_at_any_width() {
    let story = stories().next().expect("there are stories");
    let comparison = story.compare(BOTH);
    for width in 20..=40 {
        let mut out = Vec::new();
        let setup = PageSetup { arrangement: Arrangement::Inline, width, ..PageSetup::default() };
        text::write(&mut out, &story, BOTH, &comparison, PairSetup::unfolded(setup, Markings::default()))
            .expect("memory takes all");
        let written = String::from_utf8(out).expect("it is UTF-8");
        fits(&written, setup, (width, Ambiguous::Narrow));
        let named = written.lines().find(|line| line.starts_with(" B") && line.contains("A¶"));
        assert!(named.is_some_and(|line| !line.ends_with('…')), "{width}: {written}");
    }
}

#[test]
fn pages_of_the_bundled_stories() {
    for (place, story) in stories().enumerate() {
        let filters = [Filter::Everything, Filter::InAll, Filter::NotIn(1), Filter::MovedBy(1)];
        let widths = (20..=40).chain((41..=140).step_by(9));
        for (round, width) in widths.enumerate() {
            let (ascii, ambiguous) = DRAWN[(round + place) % 3];
            let setup = PageSetup { width, ascii, ambiguous, ..PageSetup::default() };
            let written = story::write(&story, Some(round % 2), filters[round % 4], setup);
            fits(&written, setup, (width, ambiguous));
        }
    }
}

#[test]
fn a_story_of_many_articles() {
    let text = |place: usize| {
        let outlet = ["Chronicle of the Quay", "\u{1100}".repeat(40).as_str(), "灯台新聞"][place % 3].to_owned();
        format!(
            "---\noutlet: {outlet} {place}\n---\nHarbour orders boats\n\nThe council voted on Tuesday to order {place} new ferries for the crossing.\n\nNobody spoke."
        )
    };
    let story = story_of(&(0..30).map(text).collect::<Vec<_>>());
    for width in [20, 21, 23, 28, 35, 60, 100] {
        for (ascii, ambiguous) in DRAWN {
            let setup = PageSetup { width, ascii, ambiguous, ..PageSetup::default() };
            fits(&story::write(&story, Some(28), Filter::NotIn(27), setup), setup, (width, ambiguous));
        }
    }
    // Letters of two characters.
    let shown = Pair::new(27, 28);
    let comparison = story.compare(shown);
    for arrangement in Arrangement::ALL {
        for width in 20..=40 {
            let mut out = Vec::new();
            let setup = PageSetup { arrangement, width, ..PageSetup::default() };
            text::write(&mut out, &story, shown, &comparison, PairSetup::unfolded(setup, Markings::default()))
                .expect("memory takes all");
            fits(&String::from_utf8(out).expect("it is UTF-8"), setup, (width, Ambiguous::Narrow));
        }
    }
}

/// Whether every character of a screen has its columns to itself, up to the edge.
#[track_caller]
fn is_level(screen: &Buffer) {
    let area = screen.area;
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let cell = &screen[(x, y)];
            let width = match cell.diff_option {
                CellDiffOption::ForcedWidth(width) => width.get(),
                _ => cell.symbol().cell_width().max(1),
            };
            assert!(x + width <= area.width, "{:?} at {x}, {y} of {area}", cell.symbol());
            for covered in x + 1..x + width {
                let symbol = screen[(covered, y)].symbol();
                assert_eq!(
                    symbol,
                    " ",
                    "under {:?} at {x}, {y} of {area}\n{}",
                    cell.symbol(),
                    diptych::tui::dump::text(screen)
                );
            }
            x += width;
        }
    }
}

/// Keys that open all there is, typed letters included.
const WALKS: [&str; 12] = [
    "",
    "]]",
    "s",
    "ss",
    "=",
    "m",
    "v",
    "v<Tab>",
    "v<Tab><Tab>",
    "o\u{1100}\u{1100}\u{1100}",
    "?",
    "/\u{1100}\u{1100}e\u{301}<Left><Enter>",
];

#[test]
fn screens_of_the_bundled_stories() {
    for story in stories() {
        let story = Arc::new(story);
        for (round, walk) in WALKS.iter().cycle().take(48).enumerate() {
            let (ascii, ambiguous) = DRAWN[(round / 12) % 3];
            let size = ([24, 31, 60, 79, 80, 97, 140][round % 7], [7, 12, 24][round % 3]);
            let setup = PageSetup { ascii, ambiguous, ..PageSetup::default() };
            let settings = Settings { setup, ..Settings::default() };
            let opening = Opening { settings, ..Opening::new(Arc::clone(&story), BOTH) }.sized(size.0, size.1);
            is_level(&play(opening, &keys::parse(walk).expect("the keys are known")).1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_of_anything(
        left in HOSTILE, right in HOSTILE, common in HOSTILE,
        width in 20_usize..=140, arrangement in 0_usize..3, drawn in 0_usize..3,
    ) {
        let common = format!("{common} The council voted on Tuesday to order three ferries for the crossing.");
        let texts = [format!("{left} {common}\n\n{left}"), format!("{right}\n\n{common} {right}")];
        let story = story_of(&texts);
        let comparison = story.compare(BOTH);
        let (arrangement, (ascii, ambiguous)) = (Arrangement::ALL[arrangement], DRAWN[drawn]);
        fits_as_text(&story, &comparison, PageSetup { arrangement, width, ascii, ambiguous, ..PageSetup::default() });
        let setup = PageSetup { width, ascii, ambiguous, ..PageSetup::default() };
        fits(&story::write(&story, None, Filter::Everything, setup), setup, (width, ambiguous));
    }

    #[test]
    fn screens_of_anything(
        left in HOSTILE, right in HOSTILE, outlet in HOSTILE,
        width in 24_u16..=140, height in 7_u16..=40, walk in 0..WALKS.len(), drawn in 0_usize..3,
    ) {
        let texts = [format!("---\noutlet: {outlet}\n---\n{left} The boats left.\n\n{right}"), format!("{right} The boats left.\n\n{left}")];
        let (ascii, ambiguous) = DRAWN[drawn];
        let setup = PageSetup { ascii, ambiguous, ..PageSetup::default() };
            let settings = Settings { setup, ..Settings::default() };
        let opening = Opening { settings, ..Opening::new(Arc::new(story_of(&texts)), BOTH) }.sized(width, height);
        is_level(&play(opening, &keys::parse(WALKS[walk]).expect("the keys are known")).1);
    }

    #[test]
    fn nothing_vanishes_from_a_narrow_column(text in HOSTILE, width in 20_usize..60) {
        let texts = [format!("a {text}"), "The boats left.".to_owned()];
        let story = story_of(&texts);
        let setup = PageSetup { arrangement: Arrangement::Stacked, width, ..PageSetup::default() };
        let mut out = Vec::new();
        text::write(&mut out, &story, BOTH, &story.compare(BOTH), PairSetup::unfolded(setup, UNMARKED)).expect("memory takes all");
        let written = String::from_utf8(out).expect("it is UTF-8");
        let mut drawn = written.chars();
        for block in &story.articles()[0].blocks {
            for c in block.text.chars().filter(|c| !c.is_whitespace()) {
                prop_assert!(drawn.any(|other| other == c), "{:?} of {:?}: {}", c, block.text, written);
            }
        }
    }
}
