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

mod record;

pub(crate) use record::{SourceRecord, record};

use super::page::{AROUND, SHORT};
use super::story_page::{CLOSE, NEXT_PAGE, READ};
use super::{
    ColumnWindow, Facts, KeyText, Needs, PageChoice, PageOutcome, PresentedPage, StoryPage, Target, TargetPlace, names,
};
use crate::keys::Action;
use crate::layout::{Folding, PageSetup};
use crate::letters::letter;
use crate::pair::{Pair, Side};
use crate::present::{Line, Role, Span, labels};
use crate::story::credit::{Credit, LONG, Quoted};
use crate::story::lineage::Trace;
use crate::story::naming::{Finding, Naming};
use crate::story::proposal::NONE_STANDS_OUT;
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

/// The heights of a profile.
const HEIGHTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

const NAMES: usize = 22;

/// The columns of the longest bar, and of the numbers beside it.
const BAR: usize = 60;
const BESIDE: usize = 30;

/// Shows an item for each article: what of it stands in the source and how, in another article, and only here; where in
/// the article that is; whether the source is named. Then one for each of what others have alike against the source.
#[derive(Clone, Copy, Debug)]
pub struct SourcePage;

/// An item of the page.
#[derive(Clone, Copy)]
enum Item<'a> {
    /// Where an article's words stand; whether it is the last one of these.
    Lineage(&'a Lineage, bool),
    /// What others have alike.
    Trace(&'a Trace),
}

fn items(perspective: &Perspective) -> impl Iterator<Item = Item<'_>> {
    let last = perspective.lineages.len().saturating_sub(1);
    let lineages = perspective.lineages.iter().enumerate();
    let lineages = lineages.map(move |(index, lineage)| Item::Lineage(lineage, index == last));
    lineages.chain(perspective.traces.iter().map(Item::Trace))
}

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

    fn caption(&self, facts: &Facts<'_>, _: &PageChoice) -> Option<String> {
        Some(format!("source: {}", facts.name(facts.perspective?.presence.base)))
    }

    /// Returns the source beside an article, at the first run that they share, or at what others have alike against it.
    fn target(&self, facts: &Facts<'_>, choice: &PageChoice) -> Option<Result<Target, &'static str>> {
        let base = facts.perspective?.presence.base;
        let (other, at) = match items(facts.perspective?).nth(choice.item)? {
            Item::Lineage(lineage, _) => (lineage.article, TargetPlace::FirstSharedRun(Side::Right)),
            Item::Trace(trace) => (trace.articles[0], TargetPlace::Block(Side::Left, trace.block)),
        };
        Some(Ok(Target { pair: Pair::new(base, other), at, folding: None }))
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
    let mut head: Vec<Line<'static>> = setup.lines(&format!("Words that stand in {base} too"), Role::Heading).collect();
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
                lines.extend((!has_traces).then(|| vec![Span::new("none found", Role::Faint)]));
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
    setup.lines(&format!("Alike in other outlets, unlike {base}"), Role::Heading).collect()
}

/// Says why the source is taken for it, and what the signs of the bars are.
fn explained(base: &str, analysis: &StoryAnalysis, perspective: &Perspective, setup: PageSetup) -> Vec<Line<'static>> {
    let why = match &analysis.proposal {
        Some(proposal) if proposal.article == perspective.presence.base => {
            format!("{base} is taken as the source: {}. Sharing has no direction.", proposal.because())
        }
        Some(_) => format!("{base} is taken as the source because it was chosen. Sharing has no direction."),
        None => format!("{}; seen from {base}. Sharing has no direction.", capitalised(NONE_STANDS_OUT)),
    };
    let mut lines: Vec<Line<'static>> = setup.faint(&why).collect();
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
    let profile: String =
        lineage.profile.iter().map(|share| HEIGHTS[(share * 8.0).round().clamp(0.0, 8.0) as usize]).collect();
    let percent = |count: usize| format!("{:>2.0} %", 100.0 * count as f64 / total as f64);
    let share = format!("{} of {} w", percent(parts.of_source()), parts.total());
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
    for text in [numbers, setup.signs(credits(lineage, base))] {
        let wrapped = setup.wrap(&text, width.saturating_sub(indent));
        lines.extend(wrapped.map(|line| vec![Span::new(" ".repeat(indent) + line, Role::Faint)]));
    }
    lines
}

/// Says where an article names the source, and how many of the long runs stand inside quotation marks: `A's name
/// ‘Coast Wire’ stands at ¶4 ¶6; of 6 runs of 20 words and more, 1 stands in quotation marks`.
fn credits(lineage: &Lineage, base: &str) -> String {
    if lineage.credits.is_empty() {
        return String::new();
    }
    let Naming { names, found, blocks } = &lineage.naming;
    let quoted = |names: &[String]| names.iter().map(|name| format!("‘{name}’")).collect::<Vec<_>>().join(" or ");
    let named = match lineage.naming.finding() {
        Finding::NoName => format!("{base} states no name"),
        Finding::NotNamed => format!("{base}'s name {} was not found in this text", quoted(names)),
        Finding::Named => format!("{base}'s name {} stands at {}", quoted(found), labels::each_block(blocks)),
    };
    format!("{named}; {}", quotations(&lineage.credits))
}

/// Says how many of some long runs stand inside quotation marks.
fn quotations(credits: &[Credit]) -> String {
    let count = |quoted: Quoted| credits.iter().filter(|credit| credit.quoted == quoted).count();
    let stand = |count: usize| if count == 1 { "1 stands".to_owned() } else { format!("{count} stand") };
    let runs = match credits.len() {
        1 => format!("the one run of {LONG} words and more"),
        runs => format!("of {runs} runs of {LONG} words and more,"),
    };
    let stand = match (credits, count(Quoted::Whole), count(Quoted::Partly)) {
        ([_], 1, _) => "stands in quotation marks".to_owned(),
        ([_], _, 1) => "stands partly in quotation marks".to_owned(),
        ([_], ..) => "stands outside quotation marks".to_owned(),
        (_, 0, 0) => "none stands in quotation marks".to_owned(),
        (_, 0, partly) => format!("{} partly in quotation marks", stand(partly)),
        (_, whole, 0) => format!("{} in quotation marks", stand(whole)),
        (_, whole, partly) => format!("{} in quotation marks, {partly} partly", stand(whole)),
    };
    format!("{runs} {stand}")
}

/// Returns a sentence's words with a capital at the beginning.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Returns what others have alike where the source has something else.
fn trace(story: &Story, trace: &Trace, of: usize, setup: PageSetup) -> Vec<Line<'static>> {
    let articles: Vec<String> = trace.articles.iter().map(|&article| letter(article)).collect();
    let quoted = |article: usize, words: &str| {
        let words = labels::set_off(&story.articles()[article], words);
        setup.signs("“") + &words + &setup.signs("”")
    };
    let source = if trace.source.is_empty() { "nothing".to_owned() } else { quoted(of, &trace.source) };
    let base = letter(of);
    let index = setup.signs(labels::blocks(&base, &[trace.block], ""));
    let (articles, others) = (articles.join(" and "), quoted(trace.articles[0], &trace.others));
    setup.faint(&format!("{index}: {articles} share {others} where {base} has {source}")).collect()
}
