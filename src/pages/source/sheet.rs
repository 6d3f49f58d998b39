//! The page as sheets: where each article's words stand, and what others have alike against the source.

use super::items::{Item, target};
use super::words::{
    NO_TRACES, because, credits, profile, said_blocks, said_of, said_profile, said_share, share, title, title_of_traces,
};
use crate::layout::PageSetup;
use crate::letters::letter;
use crate::pages::sheet::{Sheet, SheetCell};
use crate::present::{Role, labels, sentences};
use crate::story::{Lineage, Perspective, Story, StoryAnalysis};

/// The columns behind those of the names: what of an article stands in the source, in all and how; where in the article; and whether
/// it names the source.
const COLUMNS: [&str; 10] = [
    "",
    "verbatim",
    "edited",
    "moved",
    "elsewhere",
    "in others",
    "only here",
    "inside quotation marks",
    "each tenth, from the lead to the end",
    "",
];

/// Returns the sheets. Cost: constant; rows are made when they are asked for.
pub(super) fn sheets<'a>(
    story: &'a Story,
    analysis: &StoryAnalysis,
    perspective: &'a Perspective,
    setup: PageSetup,
) -> Vec<Sheet<'a>> {
    let base = perspective.presence.base;
    let named = letter(base);
    let head = std::iter::once("").chain(COLUMNS).map(|name| SheetCell::ours(name, Role::Heading, setup)).collect();
    let lineages = move |row: usize| lineage(story, &perspective.lineages[row], base, setup);
    let traces = move |row: usize| match perspective.traces.get(row) {
        Some(trace) => {
            let cell = SheetCell::ours("", Role::Text, setup).opening(Some(target(base, Item::Trace(trace))));
            let named = letter(base);
            let heard = sentences::blocks(&named, &story.articles()[base], &[trace.block]);
            let seen = setup.signs(labels::blocks(&named, &[trace.block], ""));
            let [text, said] = [seen, heard].map(|at| said_of(story, trace, base, &at, setup));
            vec![SheetCell { text, ..cell }.saying(said)]
        }
        None => vec![SheetCell::ours(NO_TRACES, Role::Faint, setup)],
    };
    let notes = vec![setup.signs(because(&named, analysis, perspective))];
    vec![
        Sheet::new(title(&named), head, perspective.lineages.len(), lineages).with_notes(notes),
        Sheet::new(title_of_traces(&named), Vec::new(), perspective.traces.len().max(1), traces),
    ]
}

fn lineage(story: &Story, lineage: &Lineage, base: usize, setup: PageSetup) -> Vec<SheetCell> {
    let parts = &lineage.parts;
    let counts = [parts.verbatim, parts.edited, parts.moved, parts.elsewhere, parts.others, parts.own, parts.quoted];
    let ours = |text: String| SheetCell::ours(text, Role::Text, setup);
    let opened = Some(target(base, Item::Lineage(lineage, false)));
    let numbers = counts.into_iter().map(|count| ours(count.to_string()));
    [
        SheetCell::name(story, lineage.article),
        ours(share(parts).trim_start().to_owned()).saying(said_share(parts, &letter(base))).opening(opened),
    ]
    .into_iter()
    .chain(numbers)
    .chain([
        ours(profile(lineage)).saying(said_profile(lineage, &letter(base))),
        ours(credits(lineage, &letter(base), labels::each_block)).saying(credits(lineage, &letter(base), said_blocks)),
    ])
    .collect()
}
