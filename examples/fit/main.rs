//! Fits the aligner's weights to alignment gold, and says how good they are.
//!
//! ```text
//! cargo run --release --example fit -- PATH_TO_GOLD [OTHER_GOLD | --steps | --fit | --short]
//! ```
//!
//! The gold's folder holds `data/SET/PAIR/{a.txt,b.txt,gold.tsv,ignore.tsv}`: one block a paragraph, and in the
//! tables `i<TAB>j`, from 0. Each pair is taken as it is, in halves that have the matter in common and nothing else,
//! and its first text beside second texts of other pairs of its set. The passes are fitted one after the other, each on
//! what those before it leave, by logistic regression with a small penalty on large weights.
//!
//! Printed is how good the program is on each set, then the weights as they stand in `src/align/model.rs`, before `cargo fmt`, then how good these are on each set, and how good weights
//! are that were fitted without that set; or how good they are on the sets of another folder, if one is given; or what
//! other thresholds would do. With `--short` nothing is fitted, and it is said how good the weights of the program are on the first blocks
//! of independent reports, which no weight was fitted to. The thresholds themselves are not fitted: they were moved in steps of a tenth until every
//! column of the table was as it should be, moves and joins as well as what must be left alone.

mod gold;
mod logistic;
mod table;

use std::collections::HashMap;
use std::path::Path;

use diptych::align::Pass;
use diptych::align::candidates::Candidate;
use diptych::align::features::{CrossingFeatures, Features, GapFeatures, MergeFeatures};
use diptych::align::model::{FITTED, Linear, Models, Weights};
use diptych::align::pipeline::Pipeline;
use diptych::pair::{Pair, Side};

use gold::{Case, Matter};
use logistic::Sample;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(gold) = arguments.next() else {
        eprintln!("usage: fit PATH_TO_GOLD [OTHER_GOLD | --steps | --fit | --short]");
        std::process::exit(2);
    };
    let data = Path::new(&gold).join("data");
    if !data.is_dir() {
        eprintln!("fit: {}: no such folder; it holds SET/PAIR/{{a.txt,b.txt,gold.tsv}}", data.display());
        std::process::exit(2);
    }
    let mode = arguments.next();
    if mode.as_deref() == Some("--short") {
        let short: Vec<_> = SHORT.map(|blocks| (format!("first {blocks}"), gold::short_reports(&data, blocks))).into();
        print_table("independent reports, cut short", &short, |_, _| &FITTED);
        return;
    }
    let sets = sets_of(&data);
    let all: Vec<&Case> = sets.iter().flat_map(|(_, cases)| cases).collect();
    let start = FITTED;
    print_table("as the program has them", &sets, |_, _| &FITTED);
    let fitted = fit(&all, &start);
    println!("pub const FITTED: Weights = {fitted:#.3?};");
    print_table("fitted to all", &sets, |_, _| &fitted);
    match mode.as_deref() {
        Some("--steps") => print_steps(&sets, &all, &start),
        Some("--fit") => {}
        Some(other) => print_table("other gold, fitted to all", &sets_of(Path::new(other)), |_, _| &fitted),
        None => print_held_out(&sets, &all, &start),
    }
}

/// After how many blocks, the headline among them, reports are cut short.
const SHORT: [usize; 6] = [3, 4, 5, 6, 8, 10];

/// In how many parts the pairs of each set are left out, one after the other.
const PARTS: usize = 5;

/// Prints how good weights are on what they were not fitted to.
fn print_held_out(sets: &[(String, Vec<Case>)], all: &[&Case], start: &Weights) {
    let without = |part: usize| all.iter().copied().filter(|case| case.place % PARTS != part).collect::<Vec<_>>();
    let by_part: Vec<Weights> = (0..PARTS).map(|part| fit(&without(part), start)).collect();
    print_table("fitted without the pair", sets, |_, case| &by_part[case.place % PARTS]);
    let fit_others = |name: &String| {
        let others = sets.iter().filter(|(other, _)| other != name);
        fit(&others.flat_map(|(_, cases)| cases).collect::<Vec<_>>(), start)
    };
    let by_set: HashMap<&String, Weights> = sets.iter().map(|(name, _)| (name, fit_others(name))).collect();
    print_table("fitted without the set", sets, |name, _| &by_set[name]);
}

type Threshold = fn(&mut Weights) -> &mut f64;
/// The thresholds.
const THRESHOLDS: [(&str, Threshold); 9] = [
    ("first", |weights| &mut weights.first_at),
    ("versions placed", |weights| &mut weights.versions.placed_at),
    ("versions crossing", |weights| &mut weights.versions.crossing_at),
    ("versions joined", |weights| &mut weights.versions.joined_at),
    ("versions between", |weights| &mut weights.versions.between_at),
    ("reports placed", |weights| &mut weights.reports.placed_at),
    ("reports crossing", |weights| &mut weights.reports.crossing_at),
    ("reports joined", |weights| &mut weights.reports.joined_at),
    ("reports between", |weights| &mut weights.reports.between_at),
];

/// Prints what becomes of it when one of the thresholds is lower or higher.
fn print_steps(sets: &[(String, Vec<Case>)], all: &[&Case], start: &Weights) {
    for (name, threshold) in THRESHOLDS {
        for step in [-0.4, -0.2, 0.2, 0.4] {
            let mut weights = *start;
            *threshold(&mut weights) += step;
            let fitted = fit(all, &weights);
            print_table(&format!("{name} at {:.2}", threshold(&mut weights)), sets, |_, _| &fitted);
        }
    }
}

fn sets_of(folder: &Path) -> Vec<(String, Vec<Case>)> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    gold::folders(folder).iter().map(|set| (name(set), gold::cases_of(set))).collect()
}

fn print_table<'w>(title: &str, sets: &'w [(String, Vec<Case>)], weights: impl Fn(&String, &Case) -> &'w Weights) {
    println!("\n{title}");
    for (name, cases) in sets {
        print!("{}", table::line(name, cases.iter().map(|case| (case, weights(name, case)))));
    }
}

/// Fits pass after pass, with thresholds that are given.
fn fit(cases: &[&Case], thresholds: &Weights) -> Weights {
    let mut weights = *thresholds;
    let pair = |case: &Case, passes: &Pipeline<'_>| {
        let of = |candidate: &Candidate| Some((candidate.features, case.label(candidate.blocks)?));
        passes.candidates.all.iter().filter_map(of).collect::<Vec<_>>()
    };
    let first = |case: &&&Case| !case.is_report;
    let versions: Vec<&Case> = cases.iter().filter(first).copied().collect();
    let first = |case: &&Case| pair(case, &Pipeline::first(case.profiles.as_ref(), thresholds));
    weights.pair = Sample(versions.iter().flat_map(first).map(|(x, y)| (x, y, 1.0)).collect()).fitted();
    let report = |case: &Case, passes: &Pipeline<'_>| {
        let of = |candidate: &Candidate| Some((candidate.report, case.label(candidate.blocks)?));
        passes.candidates.all.iter().filter_map(of).collect::<Vec<_>>()
    };
    let reports: Vec<&Case> = cases.iter().copied().filter(|case| case.is_report).collect();
    weights.report = sample(if reports.is_empty() { cases } else { &reports }, &weights, |_| {}, report)[0].fitted();
    let placed = |case: &Case, passes: &Pipeline<'_>| {
        let all = passes.candidates.all.iter().zip(passes.context_features());
        all.filter_map(|(candidate, features)| Some((features, case.label(candidate.blocks)?))).collect()
    };
    for round in 0..2 {
        let before = |passes: &mut Pipeline<'_>| {
            if round > 0 {
                passes.second();
            }
        };
        let samples = sample(cases, &weights, before, placed);
        set(&mut weights, samples, |models| &mut models.placed);
    }
    let samples = sample(
        cases,
        &weights,
        |passes: &mut Pipeline<'_>| {
            passes.second();
        },
        crossing,
    );
    set(&mut weights, samples, |models| &mut models.crossing);
    let before = |passes: &mut Pipeline<'_>| {
        passes.second();
        passes.crossing();
    };
    let samples = sample(cases, &weights, before, joined);
    set(&mut weights, samples, |models| &mut models.joined);
    let samples = sample(cases, &weights, before, between);
    set(&mut weights, samples, |models| &mut models.between);
    weights
}

fn set<F: Features>(weights: &mut Weights, samples: [Sample<F>; 2], of: fn(&mut Models) -> &mut Linear<F>) {
    let [reports, versions] = samples;
    *of(&mut weights.reports) = reports.fitted();
    *of(&mut weights.versions) = versions.fitted();
}

/// How much pairs of reports of one event count in the models of reports, beside those of two events, and how much texts count
/// there that are no reports: as few of the former there are as many of the others.
const SAME_EVENT: f64 = 3.0;
const OTHER_KIND: f64 = 0.3;

/// What is taken of each case at a pass, for independent reports and for versions of one text, each case by how far it is one.
fn sample<F: Features>(
    cases: &[&Case],
    weights: &Weights,
    before: impl Fn(&mut Pipeline<'_>),
    take: impl Fn(&Case, &Pipeline<'_>) -> Vec<(F, bool)>,
) -> [Sample<F>; 2] {
    let mut samples = [Sample(Vec::new()), Sample(Vec::new())];
    for case in cases {
        let mut passes = Pipeline::first(case.profiles.as_ref(), weights);
        before(&mut passes);
        let w = match (case.is_report, case.matter) {
            (true, Matter::Same) => SAME_EVENT,
            (true, _) => 1.0,
            (false, _) => OTHER_KIND,
        };
        let kinships = [(1.0 - passes.kinship) * w, passes.kinship];
        let taken = take(case, &passes);
        for (sample, share) in samples.iter_mut().zip(kinships).filter(|(_, share)| *share > 0.0) {
            sample.0.extend(taken.iter().map(|&(features, label)| (features, label, share)));
        }
    }
    samples
}

/// Candidates that cross the backbone, whose blocks it leaves free.
fn crossing(case: &Case, passes: &Pipeline<'_>) -> Vec<(CrossingFeatures, bool)> {
    let features = diptych::align::moves::features(&passes.candidates, &passes.alike, &passes.context());
    let chain = passes.links.iter().filter(|link| link.pass == Pass::InOrder);
    let chain: Vec<Pair<usize>> = chain.map(|link| passes.candidates.all[link.candidate].blocks).collect();
    let crosses = |candidate: &Candidate| {
        let own = candidate.blocks;
        let free = chain.iter().all(|link| link.left != own.left && link.right != own.right);
        let crosses = chain.iter().any(|link| (link.left < own.left) != (link.right < own.right));
        free && (crosses || case.matter != Matter::Same)
    };
    let all = passes.candidates.all.iter().zip(features).filter(|(candidate, _)| crosses(candidate));
    all.filter_map(|(candidate, features)| Some((features, case.label(candidate.blocks)?))).collect()
}

/// Free blocks beside links; they belong to one if some of its blocks belong together, and the block with one of them.
fn joined(case: &Case, passes: &Pipeline<'_>) -> Vec<(MergeFeatures, bool)> {
    let mut merges = passes.joins();
    let possible = merges.possible();
    let of = |merge: diptych::align::merges::Merge| {
        let features = merges.features(merge);
        let link = merges.links[merge.link].as_ref().map(|blocks| blocks[0]);
        let with = match merge.side {
            Side::Left => Pair::new(merge.block, link.right),
            Side::Right => Pair::new(link.left, merge.block),
        };
        let holds = case.gold.contains(&(link.left, link.right));
        Some((features, case.label(with)? && holds))
    };
    possible.into_iter().filter_map(of).collect()
}

/// What is left between neighbours, in texts that are told from end to end by both.
fn between(case: &Case, passes: &Pipeline<'_>) -> Vec<(GapFeatures, bool)> {
    if case.matter == Matter::Halves {
        return Vec::new();
    }
    let (links, _) = passes.joined();
    let all = passes.gaps(&links).features(&passes.candidates, &passes.alike);
    all.into_iter().filter_map(|(k, features)| Some((features, case.label(passes.candidates.all[k].blocks)?))).collect()
}
