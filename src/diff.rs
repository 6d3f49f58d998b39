//! Which wording of a link each side has alone.
//!
//! ```text
//!     left     Three boats were [withdrawn in] March.
//!     right    Three boats were {taken out of service last} March.
//!              └── shared ───┘ └────── only ─────────┘ └sh.┘
//! ```
//!
//! Words are compared as numbers, white space is left out, and spelling is folded, so that "defence" finds "defense"
//! and is marked as a difference of spelling. What comes of it is cleaned into phrases a reader would name ([`phrases`]).
//! A [`Segment`] is a stretch of one side with one mark, and the segments of a block join to its text; a
//! [`Difference`] is a place where the sides differ, and where the reader stops.

mod phrases;

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::article::Article;
use crate::pair::{Pair, Side};
use crate::words::{Form, Lexicon, Reading, Token};

/// A link's wording: what is shared, and what one side has alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The segments of the link's blocks on each side, in order; those of a block join to its text.
    pub segments: Pair<Vec<Segment>>,
    /// Where the sides differ, in the order of the text.
    pub differences: Vec<Difference>,
    /// The words of each side, and how many of them are shared.
    pub words: Pair<Count>,
}

/// How many words there are, and how many of them the other side has too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All words.
    pub all: usize,
    /// Those that are shared, spelling and case aside.
    pub shared: usize,
}

/// A stretch of a block's text with one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The block's place in its article, from 0.
    pub block: usize,
    /// Where it stands in the block's text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub mark: Mark,
}

/// What a segment is to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// It stands there too.
    Shared,
    /// It stands on this side only, and this is what differs.
    Only(Change),
    /// It stands there too, at another place of the link.
    Moved,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Capital letters only.
    Case,
    /// Punctuation only.
    Punctuation,
    /// The spelling of the same word.
    Spelling,
    /// The words.
    Wording,
}

/// A changed run: what parts two stretches of more than three shared words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What stands there on each side; an empty range is the place where the other side has more.
    pub at: Pair<Spot>,
    /// The most telling of its changes.
    pub change: Change,
}

/// A stretch of one side, perhaps over several blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Block and byte where it begins.
    pub start: (usize, usize),
    /// Block and byte where it ends.
    pub end: (usize, usize),
}

impl Spot {
    /// Whether the side has nothing there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

/// The shared words that part two changed runs: up to this many, and they are one.
const PARTING: usize = 3;

/// Compares the wording of a link's blocks, which are named by their places in the articles.
///
/// Cost: that of [`similar`]'s Myers diff with its own bounds, on numbers; near linear on ordinary text.
#[must_use]
pub fn diff(articles: Pair<&Article>, readings: Pair<&Reading>, lexicon: &Lexicon, blocks: Pair<&[usize]>) -> Wording {
    let tokens = blocks.zip(readings).map(|(blocks, reading)| located(blocks, reading));
    let keys = tokens
        .as_ref()
        .map(|tokens| tokens.iter().map(|located| lexicon.folds(located.token.form).spelling).collect::<Vec<_>>());
    let found = runs(&keys.left, &keys.right);
    let runs = phrases::clean(found, &phrases::Sizes::of(keys.as_ref().map(Vec::as_slice), lexicon));
    let runs = with_variants(&runs, tokens.as_ref().map(Vec::as_slice), lexicon);
    let marks = Pair::from_fn(|side| marks(&runs, side, tokens[side].len()));
    Wording {
        segments: Pair::from_fn(|side| segments(articles[side], blocks[side], &tokens[side], &marks[side])),
        differences: differences(&runs, tokens.as_ref().map(Vec::as_slice), lexicon),
        words: Pair::from_fn(|side| count(&runs, side, &tokens[side], lexicon)),
    }
}

/// A token and the block it stands in.
#[derive(Clone, Copy)]
struct Located {
    block: usize,
    token: Token,
}

fn located(blocks: &[usize], reading: &Reading) -> Vec<Located> {
    blocks.iter().flat_map(|&block| reading.blocks[block].iter().map(move |&token| Located { block, token })).collect()
}

/// A stretch of tokens on both sides: the same on both, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    range: Pair<Range<usize>>,
    change: Option<Change>,
}

impl Run {
    fn shared(range: Pair<Range<usize>>) -> Self {
        Self { range, change: None }
    }

    fn changed(range: Pair<Range<usize>>) -> Self {
        Self { range, change: Some(Change::Wording) }
    }
}

/// Finds the longest common subsequence of tokens (Myers, "An O(ND) difference algorithm and its variations", 1986).
fn runs(left: &[Form], right: &[Form]) -> Vec<Run> {
    capture_diff_slices(Algorithm::Myers, left, right)
        .into_iter()
        .map(|op| {
            let range = Pair::new(op.old_range(), op.new_range());
            if matches!(op, DiffOp::Equal { .. }) { Run::shared(range) } else { Run::changed(range) }
        })
        .collect()
}

/// Takes the tokens out of shared runs that are alike but not the same, and tells changes of punctuation from changes
/// of wording.
fn with_variants(runs: &[Run], tokens: Pair<&[Located]>, lexicon: &Lexicon) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        if run.change.is_some() {
            let is_word = |side: Side| {
                tokens[side][run.range[side].clone()].iter().any(|located| lexicon.folds(located.token.form).is_word)
            };
            let words = is_word(Side::Left) || is_word(Side::Right);
            all.push(Run { change: Some(if words { Change::Wording } else { Change::Punctuation }), ..run.clone() });
            continue;
        }
        let pairs = run.range.left.clone().zip(run.range.right.clone());
        for (left, right) in pairs {
            let change = variant(tokens.left[left].token.form, tokens.right[right].token.form, lexicon);
            match all.last_mut() {
                Some(last) if last.change.is_none() && change.is_none() => {
                    last.range.left.end = left + 1;
                    last.range.right.end = right + 1;
                }
                _ => all.push(Run { range: Pair::new(left..left + 1, right..right + 1), change }),
            }
        }
    }
    all
}

/// How two alike tokens differ, if they do.
fn variant(left: Form, right: Form, lexicon: &Lexicon) -> Option<Change> {
    let (left, right) = (lexicon.folds(left), lexicon.folds(right));
    if left.typography == right.typography {
        None
    } else if left.case == right.case {
        Some(Change::Case)
    } else {
        Some(Change::Spelling)
    }
}

/// The mark of each token of a side.
fn marks(runs: &[Run], side: Side, tokens: usize) -> Vec<Mark> {
    let mut marks = vec![Mark::Shared; tokens];
    for run in runs {
        if let Some(change) = run.change {
            marks[run.range[side].clone()].fill(Mark::Only(change));
        }
    }
    marks
}

/// Joins tokens of one mark to segments. White space goes with what is shared, so that no mark begins or ends with it.
fn segments(article: &Article, blocks: &[usize], tokens: &[Located], marks: &[Mark]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut next = 0;
    for &block in blocks {
        let length = article.blocks[block].text.len();
        let count = tokens[next..].iter().take_while(|located| located.block == block).count();
        let own = tokens[next..next + count].iter().zip(&marks[next..next + count]);
        let first = segments.len();
        for (located, &mark) in own {
            let range = located.token.range();
            match segments[first..].last_mut() {
                Some(Segment { mark: last, range: before, .. }) if *last == mark => before.end = range.end,
                Some(Segment { mark: last, range: before, .. }) => {
                    let start = if *last == Mark::Shared || mark != Mark::Shared { range.start } else { before.end };
                    before.end = start;
                    segments.push(Segment { block, range: start..range.end, mark });
                }
                None => segments.push(Segment { block, range: 0..range.end, mark }),
            }
        }
        match segments[first..].last_mut() {
            Some(last) => last.range.end = length,
            None => segments.push(Segment { block, range: 0..length, mark: Mark::Shared }),
        }
        next += count;
    }
    segments
}

/// Joins changed runs that few shared words part.
fn differences(runs: &[Run], tokens: Pair<&[Located]>, lexicon: &Lexicon) -> Vec<Difference> {
    let mut joined: Vec<Run> = Vec::new();
    let mut parting = usize::MAX;
    for run in runs {
        let Some(change) = run.change else {
            parting = words_in(&tokens.left[run.range.left.clone()], lexicon);
            continue;
        };
        match joined.last_mut().filter(|_| parting <= PARTING) {
            Some(last) => {
                last.range.left.end = run.range.left.end;
                last.range.right.end = run.range.right.end;
                last.change = last.change.max(Some(change));
            }
            None => joined.push(run.clone()),
        }
        parting = 0;
    }
    let spot = |side: Side, range: &Range<usize>| spot(tokens[side], range);
    let difference = |run: &Run| {
        run.change.map(|change| Difference { at: Pair::from_fn(|side| spot(side, &run.range[side])), change })
    };
    joined.iter().filter_map(difference).collect()
}

/// Where tokens stand; for none, the place where they would.
fn spot(tokens: &[Located], range: &Range<usize>) -> Spot {
    let end_of = |k: usize| (tokens[k].block, tokens[k].token.range().end);
    let start_of = |k: usize| (tokens[k].block, tokens[k].token.range().start);
    if !range.is_empty() {
        return Spot { start: start_of(range.start), end: end_of(range.end - 1) };
    }
    let at = match range.start {
        _ if tokens.is_empty() => (0, 0),
        0 => start_of(0),
        k => end_of(k - 1),
    };
    Spot { start: at, end: at }
}

fn words_in(tokens: &[Located], lexicon: &Lexicon) -> usize {
    tokens.iter().filter(|located| lexicon.folds(located.token.form).is_word).count()
}

fn count(runs: &[Run], side: Side, tokens: &[Located], lexicon: &Lexicon) -> Count {
    let alike = |run: &&Run| matches!(run.change, None | Some(Change::Case | Change::Spelling));
    let shared = runs.iter().filter(alike).map(|run| words_in(&tokens[run.range[side].clone()], lexicon)).sum();
    Count { all: words_in(tokens, lexicon), shared }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws both sides: `[only left]`, `{only right}`; spelling, case and punctuation after a sign `~`, `^`, `.`.
    fn drawn(left: &str, right: &str) -> Pair<String> {
        let articles = Pair::new(left, right).map(|text| Article::read("-", text));
        let mut lexicon = Lexicon::default();
        let readings = articles.as_ref().map(|article| lexicon.read(article));
        let all = articles.as_ref().map(|article| (0..article.blocks.len()).collect::<Vec<_>>());
        let wording = diff(articles.as_ref(), readings.as_ref(), &lexicon, all.as_ref().map(Vec::as_slice));
        Pair::from_fn(|side| {
            let brackets = if side == Side::Left { ["[", "]"] } else { ["{", "}"] };
            let text = |segment: &Segment| &articles[side].blocks[segment.block].text[segment.range.clone()];
            let draw = |segment: &Segment| match segment.mark {
                Mark::Shared => text(segment).to_owned(),
                Mark::Moved => format!("<{}>", text(segment)),
                Mark::Only(change) => {
                    let sign = match change {
                        Change::Wording => "",
                        Change::Spelling => "~",
                        Change::Case => "^",
                        Change::Punctuation => ".",
                    };
                    format!("{}{sign}{}{}", brackets[0], text(segment), brackets[1])
                }
            };
            wording.segments[side].iter().map(draw).collect()
        })
    }

    #[track_caller]
    fn check(left: &str, right: &str) {
        let bare = |text: &str| {
            let unsigned =
                ["[~", "[^", "[.", "{~", "{^", "{."].iter().fold(text.to_owned(), |text, sign| text.replace(sign, ""));
            unsigned.replace(['[', ']', '{', '}', '<', '>'], "")
        };
        assert_eq!(drawn(&bare(left), &bare(right)), Pair::new(left.to_owned(), right.to_owned()));
    }

    #[test]
    fn a_word() {
        check("The [cat] sat on the mat.", "The {dog} sat on the mat.");
    }

    #[test]
    fn more_on_one_side() {
        check("The cat sat on the mat.", "The {old} cat sat on the mat {in the hall}.");
    }

    #[test]
    fn spelling_case_and_punctuation_are_told_apart() {
        check(
            "To [~popularize] the work in [~defense] of the state[., ][^The] state said so.",
            "To {~popularise} the work in {~defence} of the state{.: }{^the} state said so.",
        );
    }

    #[test]
    fn typography_is_shared() {
        check("A system “normal” for China’s masses – said", "A system 'normal' for China's masses -- said");
    }

    #[test]
    fn a_lone_small_word_is_part_of_the_phrase() {
        check(
            "The boats [were taken to the yard] on Monday morning.",
            "The boats {lay idle at the quay} on Monday morning.",
        );
    }

    #[test]
    fn unlike_texts_are_different_as_a_whole() {
        check("[The harbour council met in the hall.]", "{Nobody knows what the price of fish will be.}");
    }

    #[test]
    fn japanese() {
        check("灯台は[三月]に閉じられた。", "灯台は{四月の末}に閉じられた。");
    }
}
