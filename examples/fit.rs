//! Fits the aligner's weights to alignment gold.
//!
//!     cargo run --release --example fit -- PATH_TO_GOLD [--without SET] [--sample]
//!
//! The gold's folder holds `data/SET/PAIR/{a.txt,b.txt,gold.tsv,ignore.tsv}`: one block a paragraph, and in the
//! tables `i<TAB>j`, from 0. Each pair is taken as it is, and its first text beside second texts of other pairs of its
//! set, where nothing belongs together. The passes are fitted one after the other, each on what those before it leave, by
//! logistic regression with a small penalty on large weights. `--without` leaves a set out, to see what the others teach.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use diptych::align::model::{FITTED, Linear, Weights};
use diptych::align::passes::Passes;
use diptych::align::profile::{self, Profiles};
use diptych::article::Article;
use diptych::intake;
use diptych::pair::{Pair, Side};
use diptych::words::Lexicon;

/// Two texts and the blocks that belong together.
struct Case {
    profiles: Pair<Profiles>,
    gold: HashSet<(usize, usize)>,
    ignored: HashSet<(usize, usize)>,
}

impl Case {
    fn profiles(&self) -> Pair<&Profiles> {
        self.profiles.as_ref()
    }

    /// Whether two blocks belong together, or `None` if that counts neither way.
    fn label(&self, blocks: Pair<usize>) -> Option<bool> {
        let blocks = (blocks.left, blocks.right);
        let belongs = self.gold.contains(&blocks);
        (belongs || !self.ignored.contains(&blocks)).then_some(belongs)
    }
}

/// Features and labels.
struct Sample<const N: usize>(Vec<([f64; N], bool)>);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(gold) = arguments.first() else {
        eprintln!("usage: fit PATH_TO_GOLD [--without SET]");
        std::process::exit(2);
    };
    let without = arguments.iter().position(|argument| argument == "--without").and_then(|at| arguments.get(at + 1));
    let mut cases = Vec::new();
    for set in folders(&Path::new(gold).join("data")) {
        if without.is_none_or(|without| !set.ends_with(without)) {
            cases.extend(cases_of(&set));
        }
    }
    print!("{}", drawn(&fit(&cases)));
}

/// Fits pass after pass.
fn fit(cases: &[Case]) -> Weights {
    let mut weights = Weights {
        alike: Linear { bias: 0.0, weights: [0.0; 7] },
        placed: Linear { bias: 0.0, weights: [0.0; 4] },
        crossing: Linear { bias: 0.0, weights: [0.0; 3] },
        joined: Linear { bias: 0.0, weights: [0.0; 6] },
        between: Linear { bias: 0.0, weights: [0.0; 3] },
        ..FITTED
    };
    weights.alike = sample(cases, |case, sample| {
        let passes = Passes::first(case.profiles(), &weights);
        for candidate in &passes.candidates.all {
            sample.extend(case.label(candidate.blocks).map(|label| (candidate.features, label)));
        }
    })
    .fitted();
    for round in 0..2 {
        weights.placed = sample(cases, |case, sample| {
            let mut passes = Passes::first(case.profiles(), &weights);
            if round > 0 {
                passes.second(&weights);
            }
            let context = passes.context();
            for (candidate, &alike) in passes.candidates.all.iter().zip(&passes.alike) {
                let label = case.label(candidate.blocks);
                sample.extend(label.map(|label| (context.features(candidate, alike), label)));
            }
        })
        .fitted();
    }
    weights.crossing = sample(cases, |case, sample| crossing(case, &weights, sample)).fitted();
    weights.joined = sample(cases, |case, sample| joined(case, &weights, sample)).fitted();
    weights.between = sample(cases, |case, sample| between(case, &weights, sample)).fitted();
    weights
}

fn sample<const N: usize>(cases: &[Case], mut take: impl FnMut(&Case, &mut Vec<([f64; N], bool)>)) -> Sample<N> {
    let mut all = Vec::new();
    for case in cases {
        take(case, &mut all);
    }
    Sample(all)
}

/// Candidates that cross the backbone, whose blocks it leaves free.
fn crossing(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 3], bool)>) {
    let mut passes = Passes::first(case.profiles(), weights);
    passes.second(weights);
    let features = diptych::align::moves::features(&passes.candidates, &passes.alike, &passes.context());
    let chain = diptych::align::chain::best(&passes.candidates.all, &passes.placed);
    let chain: Vec<Pair<usize>> = chain.into_iter().map(|k| passes.candidates.all[k].blocks).collect();
    for (candidate, features) in passes.candidates.all.iter().zip(features) {
        let own = candidate.blocks;
        let free = chain.iter().all(|link| link.left != own.left && link.right != own.right);
        let crosses = chain.iter().any(|link| (link.left < own.left) != (link.right < own.right));
        if free && (crosses || case.gold.is_empty()) {
            sample.extend(case.label(own).map(|label| (features, label)));
        }
    }
}

/// Free blocks beside links; they belong to one if some of its blocks belong together, and the block with one of them.
fn joined(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 6], bool)>) {
    let mut passes = Passes::first(case.profiles(), weights);
    passes.second(weights);
    passes.crossing(weights);
    let mut joins = passes.joins();
    for join in joins.possible() {
        let features = joins.features(join);
        let link = joins.links[join.link].as_ref().map(|blocks| blocks[0]);
        let with = match join.side {
            Side::Left => (join.block, link.right),
            Side::Right => (link.left, join.block),
        };
        sample.push((features, case.gold.contains(&with) && case.gold.contains(&(link.left, link.right))));
    }
}

/// What is left between neighbours.
fn between(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 3], bool)>) {
    let mut passes = Passes::first(case.profiles(), weights);
    passes.second(weights);
    passes.crossing(weights);
    let (links, _) = passes.joined(weights);
    for (k, features) in passes.gaps(&links).features(&passes.candidates, &passes.alike) {
        sample.extend(case.label(passes.candidates.all[k].blocks).map(|label| (features, label)));
    }
}

impl<const N: usize> Sample<N> {
    /// Logistic regression on standardised features, with the penalty of half the sum of squared weights, by Newton's method.
    fn fitted(&self) -> Linear<N> {
        let count = self.0.len() as f64;
        let mean: [f64; N] = std::array::from_fn(|n| self.0.iter().map(|(x, _)| x[n]).sum::<f64>() / count);
        let spread: [f64; N] = std::array::from_fn(|n| {
            (self.0.iter().map(|(x, _)| (x[n] - mean[n]).powi(2)).sum::<f64>() / count).sqrt() + 1e-9
        });
        let standard = |x: &[f64; N]| std::array::from_fn(|n| (x[n] - mean[n]) / spread[n]);
        let rows: Vec<([f64; N], f64)> = self.0.iter().map(|(x, y)| (standard(x), f64::from(u8::from(*y)))).collect();
        let mut weights = vec![0.0; N + 1];
        for _ in 0..50 {
            let step = newton_step(&rows, &weights);
            for (weight, step) in weights.iter_mut().zip(step) {
                *weight -= step;
            }
        }
        eprintln!("{} rows, {} true: {:.2?}", rows.len(), self.0.iter().filter(|(_, y)| *y).count(), weights);
        let scaled: [f64; N] = std::array::from_fn(|n| weights[n] / spread[n]);
        Linear { bias: weights[N] - (0..N).map(|n| scaled[n] * mean[n]).sum::<f64>(), weights: scaled }
    }
}

/// One step of Newton's method; the last weight is the bias, and goes without a penalty.
fn newton_step<const N: usize>(rows: &[([f64; N], f64)], weights: &[f64]) -> Vec<f64> {
    let size = N + 1;
    let mut gradient: Vec<f64> = weights.to_vec();
    gradient[N] = 0.0;
    let mut hessian: Vec<Vec<f64>> =
        (0..size).map(|k| (0..size).map(|n| f64::from(u8::from(k == n && k < N))).collect()).collect();
    hessian[N][N] = 1e-9;
    for (x, y) in rows {
        let x = |n: usize| x.get(n).copied().unwrap_or(1.0);
        let sum: f64 = (0..size).map(|n| weights[n] * x(n)).sum();
        let probability = 1.0 / (1.0 + (-sum).exp());
        let certainty = probability * (1.0 - probability);
        for k in 0..size {
            gradient[k] += (probability - y) * x(k);
            for n in 0..size {
                hessian[k][n] += certainty * x(k) * x(n);
            }
        }
    }
    solved(hessian, gradient)
}

/// Solves a small system of linear equations (Gaussian elimination with pivots).
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for k in 0..size {
        let pivot = (k..size).max_by(|&a, &b| matrix[a][k].abs().total_cmp(&matrix[b][k].abs())).unwrap_or(k);
        matrix.swap(k, pivot);
        right.swap(k, pivot);
        for below in k + 1..size {
            let factor = matrix[below][k] / matrix[k][k];
            for n in k..size {
                matrix[below][n] -= factor * matrix[k][n];
            }
            right[below] -= factor * right[k];
        }
    }
    for k in (0..size).rev() {
        for n in k + 1..size {
            right[k] -= matrix[k][n] * right[n];
        }
        right[k] /= matrix[k][k];
    }
    right
}

/// The weights as they stand in the source.
fn drawn(weights: &Weights) -> String {
    fn line<const N: usize>(name: &str, model: &Linear<N>) -> String {
        let numbers: Vec<String> = model.weights.iter().map(|weight| format!("{weight:.3}")).collect();
        format!("    {name}: Linear {{ bias: {:.3}, weights: [{}] }},\n", model.bias, numbers.join(", "))
    }
    line("alike", &weights.alike)
        + &line("placed", &weights.placed)
        + &line("crossing", &weights.crossing)
        + &line("joined", &weights.joined)
        + &line("between", &weights.between)
}

/// Every pair of a set as it is, and beside three others.
fn cases_of(set: &Path) -> Vec<Case> {
    let pairs = folders(set);
    let mut cases: Vec<Case> =
        pairs.iter().map(|pair| case(&pair.join("a.txt"), &pair.join("b.txt"), Some(pair))).collect();
    for step in [1, pairs.len() / 3, pairs.len() / 2] {
        for (k, pair) in pairs.iter().enumerate() {
            let other = &pairs[(k + step) % pairs.len()];
            cases.push(case(&pair.join("a.txt"), &other.join("b.txt"), None));
        }
    }
    cases
}

fn case(left: &Path, right: &Path, gold: Option<&PathBuf>) -> Case {
    let intake = intake::read(&[left.to_owned(), right.to_owned()]).expect("the gold is there");
    let mut lexicon = Lexicon::default();
    let readings: Vec<_> = intake.articles.iter().map(|article| lexicon.read(article)).collect();
    let articles: Vec<(&Article, _)> = intake.articles.iter().zip(&readings).collect();
    let mut profiles = profile::profiles(&articles, &lexicon).into_iter();
    let mut next = || profiles.next().expect("two articles");
    let table = |name: &str| gold.map(|folder| links(&folder.join(name))).unwrap_or_default();
    Case { profiles: Pair::new(next(), next()), gold: table("gold.tsv"), ignored: table("ignore.tsv") }
}

fn links(path: &Path) -> HashSet<(usize, usize)> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let link = |line: &str| {
        let mut numbers = line.split('\t').map_while(|number| number.parse().ok());
        Some((numbers.next()?, numbers.next()?))
    };
    text.lines().filter_map(link).collect()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).expect("a folder").filter_map(Result::ok);
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}
