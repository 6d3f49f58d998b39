//! How good weights are, a line a set.

use std::collections::HashSet;

use diptych::align::Pass;
use diptych::align::model::Weights;
use diptych::align::pipeline::FoundLink;

use crate::gold::{Case, Matter};

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
    /// Found and all, of links of one block each that are out of order, and of links of several.
    moved: (usize, usize),
    several: (usize, usize),
    /// Blocks with a partner that are linked with one of theirs, and all.
    partnered: (usize, usize),
    /// Links found in texts of two pairs, and how many such texts.
    others: (usize, usize),
    /// Blocks left alone and all, of those without a partner; in texts of two pairs; in halves.
    apart: (usize, usize),
    other: (usize, usize),
    halves: (usize, usize),
}

/// Draws the line of one set.
pub fn line<'c>(name: &str, cases: impl Iterator<Item = (&'c Case, &'c Weights)>) -> String {
    let mut tally = Tally::default();
    for (case, weights) in cases {
        let (found, _) = diptych::align::found(case.profiles.as_ref(), weights);
        // Two headlines face each other whatever they say.
        let counts = |link: &&FoundLink| {
            let blocks = (link.blocks.left[0], link.blocks.right[0]);
            link.pass != Pass::Headline || case.gold.contains(&blocks)
        };
        let found: Vec<&FoundLink> = found.iter().filter(counts).collect();
        let pairs: HashSet<(usize, usize)> = found
            .iter()
            .flat_map(|link| link.blocks.left.iter().flat_map(|&l| link.blocks.right.iter().map(move |&r| (l, r))))
            .collect();
        if case.matter == Matter::Other {
            add(&mut tally.others, (found.len(), 1));
        }
        tally.add(case, &pairs);
    }
    let share = |(part, all): (usize, usize)| if all == 0 { 1.0 } else { part as f64 / all as f64 };
    let f1 = share((2 * tally.right, 2 * tally.right + tally.wrong + tally.missed));
    format!(
        "{name:18} P {:.3}  blocks {:.3}  F1 {f1:.3}  moved {:.3}  n:m {:.3}  apart {:.3}  halves {:.4}  \
         other {:.4}  false links {:.2}\n",
        share((tally.right, tally.right + tally.wrong)),
        share(tally.partnered),
        share(tally.moved),
        share(tally.several),
        share(tally.apart),
        share(tally.halves),
        share(tally.other),
        tally.others.0 as f64 / tally.others.1.max(1) as f64
    )
}

impl Tally {
    fn add(&mut self, case: &Case, pairs: &HashSet<(usize, usize)>) {
        let sizes = case.profiles.as_ref().map(|side| side.blocks.len());
        let linked = |side: fn(&(usize, usize)) -> usize, of: &HashSet<(usize, usize)>| -> HashSet<usize> {
            of.iter().map(side).collect()
        };
        let (left, right) = (linked(|pair| pair.0, pairs), linked(|pair| pair.1, pairs));
        let alone = |gold: &HashSet<(usize, usize)>| {
            let (gold_left, gold_right) = (linked(|pair| pair.0, gold), linked(|pair| pair.1, gold));
            let free: Vec<bool> = (0..sizes.left)
                .filter(|block| !gold_left.contains(block))
                .map(|block| !left.contains(&block))
                .chain(
                    (0..sizes.right).filter(|block| !gold_right.contains(block)).map(|block| !right.contains(&block)),
                )
                .collect();
            (free.iter().filter(|alone| **alone).count(), free.len())
        };
        let count = alone(&case.gold);
        match case.matter {
            Matter::Other => add(&mut self.other, count),
            Matter::Halves => add(&mut self.halves, count),
            Matter::Same => {
                if case.complete {
                    add(&mut self.apart, count);
                }
                self.add_links(case, pairs);
            }
        }
    }

    fn add_links(&mut self, case: &Case, pairs: &HashSet<(usize, usize)>) {
        self.right += case.gold.intersection(pairs).count();
        self.missed += case.gold.difference(pairs).count();
        let wrong = |pair: &&(usize, usize)| case.label(diptych::pair::Pair::new(pair.0, pair.1)) == Some(false);
        self.wrong += pairs.iter().filter(wrong).count();
        for side in [|pair: &(usize, usize)| pair.0, |pair: &(usize, usize)| pair.1] {
            let blocks = |links: &mut dyn Iterator<Item = &(usize, usize)>| links.map(side).collect::<HashSet<_>>();
            let met = blocks(&mut case.gold.intersection(pairs)).len();
            add(&mut self.partnered, (met, blocks(&mut case.gold.iter()).len()));
        }
        let shares = |pair: &(usize, usize)| case.gold.iter().filter(|(l, r)| *l == pair.0 || *r == pair.1).count() > 1;
        let mut single: Vec<(usize, usize)> = case.gold.iter().copied().filter(|pair| !shares(pair)).collect();
        single.sort_unstable();
        let kept = longest_run(&single);
        for pair in &case.gold {
            let found = usize::from(pairs.contains(pair));
            if shares(pair) {
                add(&mut self.several, (found, 1));
            } else if !kept.contains(pair) {
                add(&mut self.moved, (found, 1));
            }
        }
    }
}

fn add(sum: &mut (usize, usize), more: (usize, usize)) {
    sum.0 += more.0;
    sum.1 += more.1;
}

/// A longest run that ascends on both sides.
fn longest_run(links: &[(usize, usize)]) -> HashSet<(usize, usize)> {
    let mut best: Vec<Vec<(usize, usize)>> = Vec::new();
    for (k, link) in links.iter().enumerate() {
        let before =
            (0..k).filter(|&other| links[other].1 < link.1).map(|other| &best[other]).max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push(*link);
        best.push(run);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default().into_iter().collect()
}
