//! How long each step takes, on a pair of 100 kB and one of 1 MB.
//!
//! ```text
//! cargo bench [NAME]
//! ```

mod pairs;

use std::io;

use diptych::article::Article;
use diptych::intake::clean;
use diptych::keys;
use diptych::layout::{Arrangement, Bands, Folds, Layout, PageSetup, RowSetup, Texts};
use diptych::pair::Pair;
use diptych::present::Markings;
use diptych::report;
use diptych::report::pair_setup::PairSetup;
use diptych::run_index::RunIndex;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::{Message, Reordering};
use diptych::tui::view::view;
use diptych::words::Lexicon;
use diptych::wrap::Ambiguous;
use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

/// The bytes of the left report of each pair.
const SIZES: [usize; 2] = [100_000, 1_000_000];

const SHOWN: Pair<usize> = Pair::new(0, 1);
const SCREEN: (u16, u16) = (200, 60);

#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher<'_, '_>, bytes: usize) {
    let pair = pairs::pair(bytes);
    bencher.bench(|| pair.as_ref().map(|text| Article::read("made", &clean::text(black_box(text)))));
}

#[divan::bench(args = SIZES)]
fn words(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    bencher.bench(|| {
        let mut lexicon = Lexicon::default();
        story.articles().iter().map(|article| lexicon.read(black_box(article))).collect::<Vec<_>>()
    });
}

#[divan::bench(args = SIZES)]
fn weighing(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    bencher.with_inputs(|| story.articles().to_vec()).bench_values(|articles| Story::new("made", black_box(articles)));
}

#[divan::bench(args = SIZES)]
fn comparing(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    bencher.bench(|| black_box(&story).compare(SHOWN));
}

#[divan::bench(args = SIZES)]
fn sharing(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    let mut lexicon = Lexicon::default();
    let articles = story.pair(SHOWN).map(|article| (article, lexicon.read(article)));
    bencher.bench(|| {
        let texts = articles.as_ref().map(|(article, reading)| RunIndex::new(article, reading, &lexicon));
        diptych::sharing::sharing(black_box(texts.as_ref()))
    });
}

#[divan::bench(args = SIZES)]
fn layout(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    let articles = story.pair(SHOWN);
    let comparison = story.compare(SHOWN);
    let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
    let folds = Folds::default();
    let (arrangement, measures, ambiguous) = (Arrangement::Facing, Pair::new(50, 50), Ambiguous::Narrow);
    let setup = RowSetup { arrangement, measures, folds: &folds, small: true, brackets: None, ambiguous };
    bencher.bench(|| Layout::new(black_box(&bands), &comparison, Texts::new(articles), setup));
}

#[divan::bench(args = SIZES)]
fn text(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    let comparison = story.compare(SHOWN);
    let (setup, markings) = (PageSetup { width: 120, ..PageSetup::default() }, Markings::default());
    bencher.bench(|| {
        report::text::write(
            &mut io::sink(),
            &story,
            SHOWN,
            black_box(&comparison),
            PairSetup::unfolded(setup, markings),
        )
    });
}

#[divan::bench(args = SIZES)]
fn json(bencher: Bencher<'_, '_>, bytes: usize) {
    let story = pairs::story(bytes);
    bencher.bench(|| {
        let mut text = Vec::new();
        report::json::write(&mut text, black_box(&story), &[0, 1], report::json::JsonChoice::default()).map(|()| text)
    });
}

/// What sets each arrangement.
const ARRANGEMENTS: [&str; 3] = ["", "s", "ss"];

/// What is done once, and then again and again.
#[divan::bench(args = ["j", "]", "<Space>", "<Tab>", "/ferry<Enter>n", "mj", "m]"], sample_size = 2)]
fn key(bencher: Bencher<'_, '_>, keys: &str) {
    let keys = keys::parse(keys).expect("keys");
    let (again, once) = keys.split_last().expect("a key");
    frames(bencher, once, |_| Message::Key(*again));
}

#[divan::bench(args = ARRANGEMENTS, sample_size = 2)]
fn row(bencher: Bencher<'_, '_>, set: &str) {
    let down = keys::parse("j").expect("a key")[0];
    frames(bencher, &keys::parse(set).expect("keys"), |_| Message::Key(down));
}

#[divan::bench(args = ARRANGEMENTS, sample_size = 2)]
fn resize(bencher: Bencher<'_, '_>, set: &str) {
    frames(bencher, &keys::parse(set).expect("keys"), |k| Message::Resize(SCREEN.0 - (k % 2), SCREEN.1));
}

/// Who reorders text that runs from right to left.
#[divan::bench(args = [Reordering::Nobody, Reordering::Terminal, Reordering::Program, Reordering::Picture], sample_size = 2)]
fn right_to_left(bencher: Bencher<'_, '_>, by: Reordering) {
    let mut opening = pairs::hebrew(1_000_000, SCREEN);
    opening.settings.reordering = by;
    let down = keys::parse("j").expect("a key")[0];
    frames_of(bencher, Model::new(opening), |_| Message::Key(down));
}

/// From a message to its frame, on the 1 MB pair, after some keys.
fn frames(bencher: Bencher<'_, '_>, keys: &[keys::Key], message: impl Fn(u16) -> Message) {
    let mut model = Model::new(pairs::opening(1_000_000, SCREEN));
    for &key in keys {
        model.update(Message::Key(key));
    }
    frames_of(bencher, model, message);
}

/// From a message to its frame.
fn frames_of(bencher: Bencher<'_, '_>, mut model: Model, message: impl Fn(u16) -> Message) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SCREEN.0, SCREEN.1));
    let mut k = 0;
    bencher.bench_local(move || {
        k += 1;
        model.update(message(k));
        buffer.reset();
        view(&model.reader, model.layers(), &mut buffer);
    });
}
