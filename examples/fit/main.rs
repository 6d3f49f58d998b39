//! Fits the aligner's weights to alignment gold, and says how good they are.
//!
//!     cargo run --release --example fit -- PATH_TO_GOLD [OTHER_GOLD]
//!
//! The gold's folder holds `data/SET/PAIR/{a.txt,b.txt,gold.tsv,ignore.tsv}`: one block a paragraph, and in the
//! tables `i<TAB>j`, from 0. Each pair is taken as it is, in halves that have the matter in common and nothing else,
//! and its first text beside second texts of other pairs of its set. The passes are fitted one after the other, each on
//! what those before it leave, by logistic regression with a small penalty on large weights.
//!
//! Printed are the weights as they stand in `src/align/model.rs`, then how good they are on each set; how good weights
//! are that were fitted without that set; and how good they are on the sets of another folder, if one is given.

mod gold;
mod logistic;
mod table;

use std::path::Path;

use diptych::align::model::{FITTED, Linear, Weights};
use diptych::align::passes::Passes;
use diptych::pair::{Pair, Side};

use gold::{Case, Matter};
use logistic::Sample;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(gold) = arguments.next() else {
        eprintln!("usage: fit PATH_TO_GOLD [OTHER_GOLD]");
        std::process::exit(2);
    };
    let sets = sets_of(&Path::new(&gold).join("data"));
    let all: Vec<&Case> = sets.iter().flat_map(|(_, cases)| cases).collect();
    let fitted = fit(&all);
    print!("{}", drawn(&fitted));
    print_table("fitted to all", &sets, |_| fitted);
    if std::env::var("QUICK").is_err() {
        print_table("fitted without the set", &sets, |name| {
            let others = sets.iter().filter(|(other, _)| other != name);
            fit(&others.flat_map(|(_, cases)| cases).collect::<Vec<_>>())
        });
    }
    print_table("as in the source", &sets, |_| FITTED);
    if let Some(other) = arguments.next() {
        print_table("other gold, fitted to all", &sets_of(Path::new(&other)), |_| fitted);
    }
}

fn knobs() -> Weights {
    let get = |n: &str, d: f64| std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    Weights {
        alike_at: get("AL", FITTED.alike_at),
        crossing_at: get("CR", FITTED.crossing_at),
        joined_at: get("JO", FITTED.joined_at),
        between_at: get("BE", FITTED.between_at),
        ..FITTED
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

/// Fits pass after pass.
fn fit(cases: &[&Case]) -> Weights {
    let mut weights = Weights {
        alike: Linear { bias: 0.0, weights: [0.0; 7] },
        placed: Linear { bias: 0.0, weights: [0.0; 4] },
        crossing: Linear { bias: 0.0, weights: [0.0; 3] },
        joined: Linear { bias: 0.0, weights: [0.0; 6] },
        between: Linear { bias: 0.0, weights: [0.0; 3] },
        ..knobs()
    };
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

fn sample<const N: usize>(cases: &[&Case], mut take: impl FnMut(&Case, &mut Vec<([f64; N], bool)>)) -> Sample<N> {
    let mut all = Vec::new();
    for case in cases {
        take(case, &mut all);
    }
    Sample(all)
}

/// Candidates that cross the backbone, whose blocks it leaves free.
fn crossing(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 3], bool)>) {
    let mut passes = Passes::first(case.profiles.as_ref(), weights);
    passes.second(weights);
    let features = diptych::align::moves::features(&passes.candidates, &passes.alike, &passes.context());
    let chain = diptych::align::chain::best(&passes.candidates.all, &passes.placed);
    let chain: Vec<Pair<usize>> = chain.into_iter().map(|k| passes.candidates.all[k].blocks).collect();
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
fn joined(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 6], bool)>) {
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

/// What is left between neighbours.
fn between(case: &Case, weights: &Weights, sample: &mut Vec<([f64; 3], bool)>) {
    let mut passes = Passes::first(case.profiles.as_ref(), weights);
    passes.second(weights);
    passes.crossing(weights);
    let (links, _) = passes.joined(weights);
    for (k, features) in passes.gaps(&links).features(&passes.candidates, &passes.alike) {
        sample.extend(case.label(passes.candidates.all[k].blocks).map(|label| (features, label)));
    }
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
