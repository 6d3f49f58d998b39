//! Fits the aligner's weights to alignment gold, and says how good they are.
//!
//! ```text
//! cargo run --release --example fit -- PATH_TO_GOLD [OTHER_GOLD | --steps]
//! ```
//!
//! The gold's folder holds `data/SET/PAIR/{a.txt,b.txt,gold.tsv,ignore.tsv}`: one block a paragraph, and in the
//! tables `i<TAB>j`, from 0. Each pair is taken as it is, in halves that have the matter in common and nothing else,
//! and its first text beside second texts of other pairs of its set. The passes are fitted one after the other, each on
//! what those before it leave, by logistic regression with a small penalty on large weights.
//!
//! Printed are the weights as they stand in `src/align/model.rs`, before `cargo fmt`, then how good they are on each
//! set, and how good weights are that were fitted without that set; or how good they are on the sets of another folder,
//! if one is given; or what other thresholds would do. The thresholds themselves are not fitted: they were moved in
//! steps of a tenth until every column of the table was as it should be, moves and joins as well as what must be left
//! alone.

mod gold;
mod logistic;
mod table;

use std::path::Path;

use diptych::align::Pass;
use diptych::align::features::{CrossingFeatures, Features, GapFeatures, JoinFeatures};
use diptych::align::model::{FITTED, Weights};
use diptych::align::passes::Passes;
use diptych::pair::{Pair, Side};

use gold::{Case, Matter};
use logistic::Sample;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(gold) = arguments.next() else {
        eprintln!("usage: fit PATH_TO_GOLD [OTHER_GOLD | --steps]");
        std::process::exit(2);
    };
    let data = Path::new(&gold).join("data");
    if !data.is_dir() {
        eprintln!("fit: {}: no such folder; it holds SET/PAIR/{{a.txt,b.txt,gold.tsv}}", data.display());
        std::process::exit(2);
    }
    let sets = sets_of(&data);
    let all: Vec<&Case> = sets.iter().flat_map(|(_, cases)| cases).collect();
    let fitted = fit(&all, &FITTED);
    println!("pub const FITTED: Weights = {fitted:#.3?};");
    print_table("fitted to all", &sets, |_| fitted);
    match arguments.next().as_deref() {
        Some("--steps") => print_steps(&sets, &all),
        Some(other) => print_table("other gold, fitted to all", &sets_of(Path::new(other)), |_| fitted),
        None => print_table("fitted without the set", &sets, |name| {
            let others = sets.iter().filter(|(other, _)| other != name);
            fit(&others.flat_map(|(_, cases)| cases).collect::<Vec<_>>(), &FITTED)
        }),
    }
}

/// Prints what becomes of it when one of the thresholds is lower or higher.
fn print_steps(sets: &[(String, Vec<Case>)], all: &[&Case]) {
    type Threshold = fn(&mut Weights) -> &mut f64;
    let thresholds: [(&str, Threshold); 5] = [
        ("alike", |weights| &mut weights.alike_at),
        ("placed", |weights| &mut weights.placed_at),
        ("crossing", |weights| &mut weights.crossing_at),
        ("joined", |weights| &mut weights.joined_at),
        ("between", |weights| &mut weights.between_at),
    ];
    for (name, threshold) in thresholds {
        for step in [-0.4, -0.2, 0.2, 0.4] {
            let mut weights = FITTED;
            *threshold(&mut weights) += step;
            let fitted = fit(all, &weights);
            print_table(&format!("{name} at {:.2}", threshold(&mut weights)), sets, |_| fitted);
        }
    }
}

fn sets_of(folder: &Path) -> Vec<(String, Vec<Case>)> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    gold::folders(folder).iter().map(|set| (name(set), gold::cases_of(set))).collect()
}

fn print_table(title: &str, sets: &[(String, Vec<Case>)], weights: impl Fn(&String) -> Weights) {
    println!("\n{title}");
    for (name, cases) in sets {
        print!("{}", table::line(name, cases, &weights(name)));
    }
}

/// Fits pass after pass, with thresholds that are given.
fn fit(cases: &[&Case], thresholds: &Weights) -> Weights {
    let mut weights = *thresholds;
    weights.alike = sample(cases, |case, sample| {
        let passes = Passes::first(case.profiles.as_ref(), &weights);
        for candidate in &passes.candidates.all {
            sample.extend(case.label(candidate.blocks).map(|label| (candidate.features, label)));
        }
    })
    .fitted();
    for round in 0..2 {
        weights.placed = sample(cases, |case, sample| {
            let mut passes = Passes::first(case.profiles.as_ref(), &weights);
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

fn sample<F: Features>(cases: &[&Case], mut take: impl FnMut(&Case, &mut Vec<(F, bool)>)) -> Sample<F> {
    let mut all = Vec::new();
    for case in cases {
        take(case, &mut all);
    }
    Sample(all)
}

/// Candidates that cross the backbone, whose blocks it leaves free.
fn crossing(case: &Case, weights: &Weights, sample: &mut Vec<(CrossingFeatures, bool)>) {
    let mut passes = Passes::first(case.profiles.as_ref(), weights);
    passes.second(weights);
    let features = diptych::align::moves::features(&passes.candidates, &passes.alike, &passes.context());
    let chain = passes.links.iter().filter(|link| link.pass == Pass::InOrder);
    let chain: Vec<Pair<usize>> = chain.map(|link| passes.candidates.all[link.candidate].blocks).collect();
    for (candidate, features) in passes.candidates.all.iter().zip(features) {
        let own = candidate.blocks;
        let free = chain.iter().all(|link| link.left != own.left && link.right != own.right);
        let crosses = chain.iter().any(|link| (link.left < own.left) != (link.right < own.right));
        if free && (crosses || case.matter != Matter::Same) {
            sample.extend(case.label(own).map(|label| (features, label)));
        }
    }
}

/// Free blocks beside links; they belong to one if some of its blocks belong together, and the block with one of them.
fn joined(case: &Case, weights: &Weights, sample: &mut Vec<(JoinFeatures, bool)>) {
    let mut passes = Passes::first(case.profiles.as_ref(), weights);
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

/// What is left between neighbours, in texts that are told from end to end by both.
fn between(case: &Case, weights: &Weights, sample: &mut Vec<(GapFeatures, bool)>) {
    if case.matter == Matter::Halves {
        return;
    }
    let mut passes = Passes::first(case.profiles.as_ref(), weights);
    passes.second(weights);
    passes.crossing(weights);
    let (links, _) = passes.joined(weights);
    for (k, features) in passes.gaps(&links).features(&passes.candidates, &passes.alike) {
        sample.extend(case.label(passes.candidates.all[k].blocks).map(|label| (features, label)));
    }
}
