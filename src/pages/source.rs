//! Where each article's words stand besides.
//!
//! ```text
//!     Words that stand in A too
//!     B Harbour Ledger   ██████▓▓▓▒░╌····   68 % of 349 w   ▇▇▅▂▁…      a lineage: bar, share, profile
//!                        verbatim 120, edited 60, moved 36, elsewhere 20, in others 20, only here 93
//!
//!     Alike in other outlets, unlike A
//!     A¶4: B and C share “eleven” where A has “twelve”                   a trace
//! ```

mod items;
mod record;
mod sheet;
mod words;

use items::{Item, items, target};
pub(crate) use record::{SourceRecord, record};
use words::{NO_TRACES, because, credits, profile, said_of, share, title, title_of_traces};

use super::page::{AROUND, SHORT};
use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{
    ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, Sheet, StoryPage, Target, TargetPlace,
    names,
};
use crate::keys::Action;
use crate::layout::{Folding, PageSetup};
use crate::letters::letter;
use crate::pair::Pair;
use crate::present::{Line, Role, Span, labels};
use crate::story::lineage::Trace;
use crate::story::{Lineage, Perspective, Story, StoryAnalysis};

/// The signs of the parts of a bar, and what the help says of them.
const PARTS: [(&str, &str); 6] = [
    ("█", "of the outlet's words: verbatim in the source"),
    ("▓", "edited there"),
    ("▒", "in passages that moved there"),
    ("░", "elsewhere in the source: in another block than the one that answers"),
    ("╌", "in other outlets, and not in the source"),
    ("·", "only here: in no run of five words that another outlet has"),
];

const NAMES: usize = 22;

/// The columns of the longest bar, and of the numbers beside it.
const BAR: usize = 60;
const BESIDE: usize = 30;

/// Shows an item for each article: what of it stands in the source and how, in another article, and only here; where in
/// the article that is; whether the source is named. Then one for each of what others have alike against the source.
#[derive(Clone, Copy, Debug)]
pub struct SourcePage;

impl StoryPage for SourcePage {
    fn name(&self) -> &'static str {
        "source"
    }

    fn needs(&self) -> Needs {
        Needs::Perspective
    }

    fn size(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        (facts.perspective.map_or(0, |perspective| items(perspective).count()), 1)
    }

    fn present<'a>(
        &self,
        facts: &Facts<'a>,
        choice: &PageChoice,
        _: ColumnWindow,
        setup: PageSetup,
    ) -> Option<PresentedPage<'a>> {
        let (perspective, is_screen) = (facts.perspective?, facts.screen.is_some());
        let page = present(facts.story, facts.analysis?, perspective, is_screen, setup);
        let first = perspective.lineages.len();
        let is_below = choice.item >= first && is_screen && page.is_longer_than(setup.height.saturating_sub(AROUND));
        if !is_below {
            return Some(page);
        }
        let mut head = alike(perspective, setup);
        head.push(Line::new());
        Some(page.beginning_at(first, head))
    }

    fn sheets<'a>(&self, facts: &Facts<'a>, _: &PageChoice, setup: PageSetup) -> Vec<Sheet<'a>> {
        let known = facts.analysis.zip(facts.perspective);
        known.map_or_else(Vec::new, |(analysis, perspective)| sheet::sheets(facts.story, analysis, perspective, setup))
    }

    fn caption(&self, facts: &Facts<'_>, _: &PageChoice) -> Option<String> {
        Some(format!("source: {}", facts.name(facts.perspective?.presence.base)))
    }

    /// Returns the source beside an article, at the first run that they share, or at what others have alike against it.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let base = facts.perspective?.presence.base;
        Some(Ok(target(base, items(facts.perspective?).nth(choice.item)?)))
    }

    /// Returns the line of the article that the reader is in, or of the one opposite if that is the source.
    fn first_choice(&self, facts: &Facts<'_>, _: &PageChoice) -> (usize, usize) {
        let (article, opposite, _) = facts.here();
        let line = |article| {
            let lineages = &facts.perspective?.lineages;
            lineages.iter().position(|lineage| lineage.article == article)
        };
        (line(article).or_else(|| line(opposite)).unwrap_or(0), 0)
    }

    fn hints(&self, _: &Facts<'_>, _: &PageChoice) -> Vec<KeyText> {
        vec![CLOSE, (&[Action::Outlet(0)], "source"), (&[Action::Fold], "read its own alone"), NEXT_PAGE, READ]
    }

    fn signs(&self) -> Vec<(String, &'static str)> {
        let rest = [
            ("62 % of 349 w", "so many of the outlet's words stand in the source, in runs of five and more"),
            ("▁▄█", "the same of each tenth of it, from the lead to the end"),
            ("A's name", "as its article states it, or as its dateline has it in brackets: where another has that"),
            ("Alike in other outlets", "what others share with each other, and not with the source"),
        ];
        PARTS.into_iter().chain(rest).map(|(sign, meaning)| (sign.to_owned(), meaning)).collect()
    }

    fn own_keys(&self) -> &'static [KeyText] {
        &[
            (&[Action::Fold], "read the outlet beside the source, what both have folded"),
            (&[Action::Follow], "read it beside the source, at the first run that both share"),
        ]
    }

    /// Reads, when folding is asked for, the chosen article beside the source with what both have folded, so that its
    /// own is left.
    fn act(&self, action: Action, facts: &Facts<'_>, choice: &mut PageChoice) -> PageOutcome {
        let chosen = facts.perspective.filter(|_| action == Action::Fold);
        let Some(perspective) = chosen else { return PageOutcome::Ignored };
        match items(perspective).nth(choice.item) {
            Some(Item::Lineage(lineage, _)) => PageOutcome::Read(Target {
                pair: Pair::new(perspective.presence.base, lineage.article),
                at: TargetPlace::Start,
                folding: Some(Folding::Linked),
            }),
            Some(Item::Trace(_)) | None => PageOutcome::Ignored,
        }
    }
}

fn present<'a>(
    story: &'a Story,
    analysis: &StoryAnalysis,
    perspective: &'a Perspective,
    is_screen: bool,
    setup: PageSetup,
) -> PresentedPage<'a> {
    let base = letter(perspective.presence.base);
    let mut head: Vec<Line<'static>> = setup.lines(&title(&base), Role::Heading).collect();
    if !is_screen || setup.height >= SHORT {
        head.extend(explained(&base, analysis, perspective, setup));
    }
    head.push(Line::new());
    // What the bar and its numbers leave is the names'.
    let most = NAMES.min(setup.width / 3).max(setup.width.saturating_sub(BAR + BESIDE));
    let indent = names::width(story, most, setup);
    let names = names::names(story, indent, setup);
    let items: Vec<Item<'_>> = items(perspective).collect();
    let has_traces = !perspective.traces.is_empty();
    let count = items.len();
    let lines = move |index: usize| match items[index] {
        Item::Lineage(lineage, is_last) => {
            let mut lines = lineage_lines(lineage, &base, &names[lineage.article], setup);
            if is_last {
                lines.push(Line::new());
                lines.extend(alike(perspective, setup));
                lines.extend((!has_traces).then(|| vec![Span::new(NO_TRACES, Role::Faint)]));
            }
            lines
        }
        Item::Trace(found) => trace(story, found, perspective.presence.base, setup),
    };
    PresentedPage::new(head, count, lines)
}

/// Returns what stands above what others have alike against the source.
fn alike(perspective: &Perspective, setup: PageSetup) -> Vec<Line<'static>> {
    let base = letter(perspective.presence.base);
    setup.lines(&title_of_traces(&base), Role::Heading).collect()
}

/// Says why the source is taken for it, and what the signs of the bars are.
fn explained(base: &str, analysis: &StoryAnalysis, perspective: &Perspective, setup: PageSetup) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = setup.faint(&because(base, analysis, perspective)).collect();
    let elsewhere = format!("elsewhere in {base}");
    let signs = ["verbatim", "edited", "moved", &elsewhere, "in other outlets", "only here"];
    let parts = PARTS.iter().zip(signs).map(|((sign, _), meaning)| format!("{sign} {meaning}"));
    lines.extend(setup.legend(parts.chain(["▁▄█ of each tenth, from the lead to the end".to_owned()])));
    lines
}

fn lineage_lines(lineage: &Lineage, base: &str, name: &str, setup: PageSetup) -> Vec<Line<'static>> {
    let (indent, width) = (setup.columns(name), setup.width);
    let parts = &lineage.parts;
    let total = parts.total().max(1);
    let bar = width.saturating_sub(indent + BESIDE).clamp(10, BAR);
    let counts = [parts.verbatim, parts.edited, parts.moved, parts.elsewhere, parts.others, parts.own];
    let mut drawn = String::new();
    let (mut sum, mut at) = (0, 0);
    for (count, (sign, _)) in counts.into_iter().zip(PARTS) {
        sum += count;
        let end = (sum * bar + total / 2) / total;
        drawn.push_str(&sign.repeat(end - at));
        at = end;
    }
    let (profile, share) = (profile(lineage), share(parts));
    let bar = vec![Span::new(name.to_owned(), Role::Heading), setup.span(drawn, Role::Strong)];
    let quoted = match parts.quoted {
        0 => String::new(),
        quoted => format!("; {quoted} of the {} inside quotation marks", parts.of_source()),
    };
    let numbers = format!(
        "verbatim {}, edited {}, moved {}, elsewhere {}, in others {}, only here {}{quoted}",
        parts.verbatim, parts.edited, parts.moved, parts.elsewhere, parts.others, parts.own
    );
    let mut lines = setup.flowed(bar, [Span::new(share, Role::Text), setup.span(profile, Role::Text)], indent);
    for text in [numbers, setup.signs(credits(lineage, base, labels::each_block))] {
        let wrapped = setup.wrap(&text, width.saturating_sub(indent));
        lines.extend(wrapped.map(|line| vec![Span::new(" ".repeat(indent) + line, Role::Faint)]));
    }
    lines
}

/// Returns what others have alike where the source has something else.
fn trace(story: &Story, trace: &Trace, of: usize, setup: PageSetup) -> Vec<Line<'static>> {
    let at = setup.signs(labels::blocks(&letter(of), &[trace.block], ""));
    setup.faint(&said_of(story, trace, of, &at, setup)).collect()
}
