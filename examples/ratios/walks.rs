//! From a key to its frame: on which screens, in which arrangements, and what is pressed there.
//!
//! ```text
//!     200×60, 400×120     facing, inline, stacked     moving about, from places all over the text
//!                         facing                      a search, letter by letter · the map · lists
//!                         facing                      what lays the pair out anew · the map's first picture
//!     200×60              facing                      a story of fifty outlets: moving about, and its pages
//! ```
//!
//! The frames are whole: nothing is kept of the one before.

use std::sync::Arc;
use std::time::Duration;

use diptych::article::Article;
use diptych::intake::clean;
use diptych::keys;
use diptych::story::Story;
use diptych::tui::state::Message;

use super::frames::Reader;
use super::targets::{Targets, median, most};
use super::{Result, many, pairs};

/// The bytes of the left report.
const BYTES: usize = 1_000_000;

/// How often each key is pressed, and how often the pair is opened for what happens once.
const PRESSES: usize = 120;
const OPENINGS: usize = 7;

/// The screens, and how many milliseconds a key's frame may take there.
const SCREENS: [((u16, u16), f64); 2] = [((200, 60), 1.0), ((400, 120), 3.0)];

/// How many milliseconds a frame may take that lays the whole pair out anew, or is the first one of the map.
const LAID_OUT: f64 = 15.0;

/// The outlets of a large story, and the words of each.
const OUTLETS: (usize, usize) = (50, 1000);

/// The pages of a story, and what moves there.
const STORY: Walk = &[
    ("v", "v"),
    ("j", "jjj"),
    ("<Space>", "<Space>"),
    ("next page", "<Tab>"),
    ("j", "jjj"),
    ("next page", "<Tab>"),
    ("j", "jjj"),
    ("next page", "<Tab>"),
    ("j", "jjj"),
    ("<Esc>", "<Esc>"),
];

/// What sets each arrangement.
const ARRANGEMENTS: [(&str, &str); 3] = [("facing", ""), ("inline", "s"), ("stacked", "ss")];

/// What moves, and what opens over the text.
const MOVES: [&str; 19] =
    ["j", "k", "d", "<Space>", "]", "[", "}", "{", ")", "(", "G", "g", "<Enter>", "'", "<Tab>", "t", "i", "?", ":"];

/// A walk: what is done, and the keys that do it. Each of them is timed.
type Walk = &'static [(&'static str, &'static str)];

const SEARCH: Walk = &[
    ("/", "/"),
    ("first letter", "f"),
    ("next letters", "erry re"),
    ("last letter away", "<BS>"),
    ("Enter", "<Enter>"),
    ("n", "nnnnnn"),
    ("N", "NNNNNN"),
    ("j", "jjj"),
    ("Esc", "<Esc>"),
];

const CAPITAL: Walk = &[("/", "/"), ("a capital", "M"), ("next letters", "inistry")];
const FREQUENT: Walk = &[
    ("/", "/"),
    ("a frequent letter", "e"),
    ("n", "<Enter>nnn"),
    ("/", "/"),
    ("a frequent word", "the"),
    ("n", "nnn"),
];

/// The map again; when it is opened first, what unlinked blocks have in common is found.
const MAP: Walk = &[
    ("m", "mmm"),
    ("j", "jjj"),
    ("d", "dd"),
    ("Space", "<Space>"),
    ("l", "lhl"),
    ("]", "]]]"),
    ("[", "[["),
    ("G", "G"),
    ("Enter", "<Enter>"),
];

const LISTS: Walk =
    &[("o", "o"), ("Down", "<Down>"), ("letters", "st"), ("Esc", "<Esc>"), (":", ":"), ("letters in :", "dif")];

/// The map of a pair for the first time.
const FIRST_MAP: Walk = &[("m", "m")];

/// What lays the pair out anew.
const SETTINGS: Walk =
    &[("s", "sss"), ("w", "www"), ("c", "cc"), ("=", "======"), ("|", "||"), (">", ">"), ("<", "<lt>"), ("x", "xx")];

/// The frames of each thing that was done.
type Times = Vec<(&'static str, Vec<Duration>)>;

/// Prints how long each key takes.
pub fn measure(targets: &mut Targets) -> Result<()> {
    let story = Arc::new(pairs::story(BYTES));
    for (size, within) in SCREENS {
        println!(
            "\nkey to frame, 1 MB, {:<14} median         most   at most {within} ms",
            format!("{}×{}", size.0, size.1)
        );
        for (name, set) in ARRANGEMENTS {
            let times = moves(&story, size, set)?;
            report(&format!("{name} {}", size.0), &times, within, targets);
        }
        for (name, walk) in
            [("search", SEARCH), ("search", CAPITAL), ("search", FREQUENT), ("map", MAP), ("list", LISTS)]
        {
            report(&format!("{name} {}", size.0), &walks(&story, size, walk)?, within, targets);
        }
        println!("  laid out anew                                    at most {LAID_OUT} ms");
        report(&format!("anew {}", size.0), &walks(&story, size, SETTINGS)?, LAID_OUT, targets);
        report(&format!("map {}", size.0), &walks(&story, size, FIRST_MAP)?, LAID_OUT, targets);
        for (name, set) in ARRANGEMENTS {
            report(&format!("{name} {}", size.0), &resizes(&story, size, set)?, LAID_OUT, targets);
        }
    }
    let (outlets, words) = OUTLETS;
    let (size, within) = SCREENS[0];
    println!(
        "\nkey to frame, {outlets} outlets, {}×{}       median         most   at most {within} ms",
        size.0, size.1
    );
    let read = |text: &String| Article::read("made", &clean::text(text));
    let story = Arc::new(Story::new("made", many::reports(outlets, words).iter().map(read).collect()));
    report("many", &moves(&story, size, "")?, within, targets);
    report("pages", &walks(&story, size, STORY)?, within, targets);
    Ok(())
}

/// Presses each key at places all over the text.
fn moves(story: &Arc<Story>, size: (u16, u16), set: &str) -> Result<Times> {
    let mut reader = Reader::open(story, size, set)?;
    let blocks = reader.model.reader.pair.articles().left.blocks.len();
    let mut times = Times::new();
    for key in MOVES {
        let mut frames = Vec::new();
        for k in 0..PRESSES {
            reader.press(&format!("<Esc>:{}<Enter>", k * blocks / PRESSES + 1))?;
            frames.push(reader.key(key)?);
        }
        times.push((key, frames));
    }
    Ok(times)
}

/// Takes a walk several times, each time in a pair that was just opened.
fn walks(story: &Arc<Story>, size: (u16, u16), walk: Walk) -> Result<Times> {
    let mut times: Times = walk.iter().map(|(name, _)| (*name, Vec::new())).collect();
    for _ in 0..OPENINGS {
        let mut reader = Reader::open(story, size, "jjj")?;
        for ((_, keys), times) in walk.iter().zip(&mut times) {
            for key in keys::parse(keys)? {
                times.1.push(reader.frame(Message::Key(key))?);
            }
        }
    }
    Ok(times)
}

/// Makes the terminal narrower and wider.
fn resizes(story: &Arc<Story>, (width, height): (u16, u16), set: &str) -> Result<Times> {
    let mut reader = Reader::open(story, (width, height), set)?;
    let sizes = (0..31).map(|k| (width - 10 * (k % 4), height - k % 2));
    let times = sizes.map(|(width, height)| reader.frame(Message::Resize(width, height))).collect::<Result<_>>()?;
    Ok(vec![("another size", times)])
}

/// Prints the median and the most of each key's frames.
fn report(name: &str, times: &Times, within: f64, targets: &mut Targets) {
    for (key, times) in times {
        let (median, most) = (median(times.clone()), most(times));
        let name = format!("{name:<12} {key}");
        let missed = targets.hold(&name, median, within);
        println!("  {name:<30} {median:9.3} ms {most:9.3} ms{missed}");
    }
}
