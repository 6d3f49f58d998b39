//! Cases from a folder of gold.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use diptych::align::profile::Profiles;
use diptych::align::{idf, terms};
use diptych::article::Article;
use diptych::background::Background;
use diptych::intake;
use diptych::pair::{Pair, Side};
use diptych::words::Lexicon;

/// Blocks that belong together.
pub type Links = HashSet<(usize, usize)>;

/// What two texts have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// They are the gold's pair.
    Same,
    /// They are of two pairs.
    Other,
    /// They are what is left of the gold's pair when of most links one side is taken away: one matter, and little or
    /// nothing in common.
    Halves,
}

/// Two texts and the blocks that belong together.
pub struct Case {
    /// What they have to do with each other.
    pub matter: Matter,
    /// Whether the texts are independent reports, rather than versions of one text.
    pub is_report: bool,
    /// The place of the first text's pair in its set.
    pub place: usize,
    /// What the blocks say.
    pub profiles: Pair<Profiles>,
    /// Blocks that belong together.
    pub gold: Links,
    ignored: Links,
    /// Whether the gold says of every block whether it has a partner.
    pub complete: bool,
}

impl Case {
    /// Whether two blocks belong together, or `None` if that counts neither way.
    pub fn label(&self, blocks: Pair<usize>) -> Option<bool> {
        let blocks = (blocks.left, blocks.right);
        let belongs = self.gold.contains(&blocks);
        (belongs || !self.ignored.contains(&blocks)).then_some(belongs)
    }
}

/// The set of independent reports.
const REPORTS: &str = "independent";

/// Every pair of a set as it is, in halves that have nothing in common and in others that have a little, and beside three
/// others.
pub fn cases_of(set: &Path) -> Vec<Case> {
    let pairs = folders(set);
    let read: Vec<Pair<Article>> = pairs.iter().map(|pair| read(pair)).collect();
    let mut cases: Vec<Case> = Vec::new();
    for (k, folder) in pairs.iter().enumerate() {
        let (gold, ignored) = (links(&folder.join("gold.tsv")), links(&folder.join("ignore.tsv")));
        for kept in [None, Some(KEPT)] {
            let (halves, [gold, ignored]) = halves(&read[k], &gold, &ignored, kept);
            cases.push(case(Matter::Halves, k, halves.as_ref(), gold, ignored, true));
        }
        for step in [1, pairs.len() / 3, pairs.len() / 2] {
            let other = Pair::new(&read[k].left, &read[(k + step) % pairs.len()].right);
            cases.push(case(Matter::Other, k, other, HashSet::new(), HashSet::new(), true));
        }
        let complete = !folder.join("meta.json").exists();
        cases.push(case(Matter::Same, k, read[k].as_ref(), gold, ignored, complete));
    }
    let is_report = set.file_name().is_some_and(|name| name == REPORTS);
    for case in &mut cases {
        case.is_report = is_report;
    }
    cases
}

fn read(folder: &Path) -> Pair<Article> {
    let paths = ["a.txt", "b.txt"].map(|name| folder.join(name));
    let mut articles = intake::read(&paths).expect("the gold is there").articles.into_iter();
    Pair::from_fn(|_| articles.next().expect("two articles"))
}

/// One link in so many is left whole where halves have something in common.
const KEPT: usize = 5;

/// Takes one side of each link away, by turns in the order of the left, those that hang together alike; one in `kept` is
/// left whole. Returns what is left, which blocks of it belong together, and which may.
fn halves(articles: &Pair<Article>, gold: &Links, ignored: &Links, kept: Option<usize>) -> (Pair<Article>, [Links; 2]) {
    let mut links: Vec<(usize, usize)> = gold.iter().copied().collect();
    links.sort_unstable();
    let mut gone = Pair::new(HashSet::new(), HashSet::new());
    let mut seen = Pair::new(HashSet::new(), HashSet::new());
    let mut turn = 0;
    for &(left, right) in &links {
        if !seen.left.contains(&left) && !seen.right.contains(&right) {
            turn += 1;
            let whole = kept.is_some_and(|kept| turn % kept == 0);
            let hang = links.iter().filter(|link| link.0 == left || link.1 == right);
            for link in hang.filter(|_| !whole) {
                let _ = if turn % 2 == 0 { gone.left.insert(link.0) } else { gone.right.insert(link.1) };
            }
        }
        seen.left.insert(left);
        seen.right.insert(right);
    }
    cut(articles, [gold, ignored], |side, block| !gone[side].contains(&block))
}

/// What is left of two articles when only some blocks are, which blocks of it belong together, and which may.
fn cut(
    articles: &Pair<Article>,
    links: [&Links; 2],
    stays: impl Fn(Side, usize) -> bool,
) -> (Pair<Article>, [Links; 2]) {
    let at = Pair::from_fn(|side| {
        let blocks = (0..articles[side].blocks.len()).filter(|&block| stays(side, block));
        blocks.enumerate().map(|(to, from)| (from, to)).collect()
    });
    let at: &Pair<HashMap<usize, usize>> = &at;
    let moved = |&(left, right): &(usize, usize)| Some((*at.left.get(&left)?, *at.right.get(&right)?));
    let left_over = Pair::from_fn(|side| {
        let mut article = articles[side].clone();
        let mut block = 0..;
        article.blocks.retain(|_| block.next().is_some_and(|block| at[side].contains_key(&block)));
        article
    });
    (left_over, links.map(|links| links.iter().filter_map(moved).collect()))
}

/// The pairs of the set of independent reports in the gold, each cut after so many blocks: what short reports look like.
pub fn short_reports(data: &Path, blocks: usize) -> Vec<Case> {
    let pairs = folders(&data.join(REPORTS));
    let short = |(k, folder): (usize, &PathBuf)| {
        let links = ["gold.tsv", "ignore.tsv"].map(|name| links(&folder.join(name)));
        let (short, [gold, ignored]) = cut(&read(folder), links.each_ref(), |_, block| block < blocks);
        Case { is_report: true, ..case(Matter::Same, k, short.as_ref(), gold, ignored, true) }
    };
    pairs.iter().enumerate().map(short).collect()
}

fn case(matter: Matter, place: usize, articles: Pair<&Article>, gold: Links, ignored: Links, complete: bool) -> Case {
    let mut lexicon = Lexicon::default();
    let readings = articles.map(|article| lexicon.read(article));
    let read = [(articles.left, &readings.left), (articles.right, &readings.right)];
    let background = Background::of(&lexicon);
    let terms = terms::read(&read, &lexicon, &background);
    let profiles = idf::profiles(Pair::new(&terms[0], &terms[1]), &background);
    Case { matter, is_report: false, place, profiles, gold, ignored, complete }
}

fn links(path: &Path) -> Links {
    let text = fs::read_to_string(path).unwrap_or_default();
    let link = |line: &str| {
        let mut numbers = line.split('\t').map_while(|number| number.parse().ok());
        Some((numbers.next()?, numbers.next()?))
    };
    text.lines().filter_map(link).collect()
}

/// The folders in a folder, by name.
pub fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).expect("a folder").filter_map(Result::ok);
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
