//! Where each article's words stand besides.

use super::{Page, names};
use crate::layout::PageSetup;
use crate::present::{Line, Role, Span, labels};
use crate::story::credit::Finding;
use crate::story::lineage::Trace;
use crate::story::{Lineage, Perspective, Story, StoryAnalysis, letter};

/// The signs of the parts of a bar: verbatim, edited and moved in the source; in another article; only here.
const SIGNS: [&str; 5] = ["█", "▓", "▒", "░", "·"];

/// The heights of a profile.
const HEIGHTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

const NAMES: usize = 22;

/// An item for each article: what of it stands in the source and how, in another article, and only here; where in the article
/// that is; whether the source is named. Then one for each of what others have alike against the source.
#[must_use]
pub fn source<'s>(
    story: &'s Story,
    analysis: &StoryAnalysis,
    perspective: &'s Perspective,
    setup: PageSetup,
) -> Page<'s> {
    let base = letter(perspective.presence.base);
    let mut lines: Vec<Line<'static>> =
        setup.lines(&format!("Words that stand in {base} too"), Role::Heading).collect();
    let why = analysis.proposal.as_ref().filter(|proposal| proposal.article == perspective.presence.base);
    let why =
        why.map(|proposal| format!("{base} is taken as the source: {}. Sharing has no direction.", proposal.because()));
    let why = why
        .unwrap_or_else(|| format!("{base} is taken as the source because it was chosen. Sharing has no direction."));
    lines.extend(setup.faint(&why));
    let signs = ["verbatim", "edited", "moved", "not there, but in another outlet", "only here"];
    let legend: Vec<String> = SIGNS.iter().zip(signs).map(|(sign, meaning)| format!("{sign} {meaning}")).collect();
    let profile = "▁▄█ of each tenth, from the lead to the end";
    lines.extend(setup.faint(&setup.signs(format!("{}  {profile}", legend.join("  ")))));
    lines.push(Line::new());
    let indent = names::width(story, NAMES.min(setup.width / 3), setup);
    let names = names::names(story, indent, setup);
    let item = move |place: usize| {
        let Some(lineage) = perspective.lineages.get(place) else {
            return perspective
                .traces
                .get(place - perspective.lineages.len())
                .map_or_else(Vec::new, |found| trace(found, &base, setup));
        };
        let mut lines = lineage_lines(lineage, &base, &names[lineage.article], setup);
        if place + 1 == perspective.lineages.len() {
            lines.push(Line::new());
            lines.extend(setup.lines(&format!("Alike elsewhere, other than in {base}"), Role::Heading));
            lines.extend(perspective.traces.is_empty().then(|| vec![Span::new("none found", Role::Faint)]));
        }
        lines
    };
    Page::of(lines, perspective.lineages.len() + perspective.traces.len(), item)
}

fn lineage_lines(lineage: &Lineage, base: &str, name: &str, setup: PageSetup) -> Vec<Line<'static>> {
    let (indent, width) = (setup.columns(name), setup.width);
    let parts = &lineage.parts;
    let total = parts.total().max(1);
    let bar = width.saturating_sub(indent + 30).clamp(10, 60);
    let counts = [parts.verbatim, parts.edited, parts.moved, parts.elsewhere, parts.own];
    let mut drawn = String::new();
    let (mut sum, mut at) = (0, 0);
    for (count, sign) in counts.into_iter().zip(SIGNS) {
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
    let numbers = format!(
        "verbatim {}, edited {}, moved {}, in another {}, only here {}",
        parts.verbatim, parts.edited, parts.moved, parts.elsewhere, parts.own
    );
    let mut lines = setup.flowed(bar, [Span::new(share, Role::Text), setup.span(profile, Role::Text)], indent);
    for text in [numbers, setup.signs(credits(lineage, base))] {
        let wrapped = setup.wrap(&text, width.saturating_sub(indent).max(20));
        lines.extend(wrapped.map(|line| vec![Span::new(" ".repeat(indent) + line, Role::Faint)]));
    }
    lines
}

/// What can be said of the credits of an article.
fn credits(lineage: &Lineage, base: &str) -> String {
    if lineage.credits.is_empty() {
        return String::new();
    }
    let count = |finding: Finding| lineage.credits.iter().filter(|credit| credit.class == finding).count();
    let findings = [Finding::Credited, Finding::CreditedAndReworded, Finding::NotFound];
    let counted = findings.into_iter().map(|finding| (finding, count(finding))).filter(|(_, count)| *count > 0);
    let counted: Vec<String> = counted.map(|(finding, count)| format!("{count} {}", finding.name())).collect();
    let quoted = lineage.credits.iter().filter(|credit| credit.is_quoted).count();
    let named = labels::each_block(&lineage.credits[0].named);
    let named = if named.is_empty() { String::new() } else { format!("; {base} is named at {named}") };
    let runs = lineage.credits.len();
    format!(
        "{runs} {} of {} words and more: {}; {quoted} inside quotation marks{named}",
        if runs == 1 { "run" } else { "runs" },
        crate::story::credit::LONG,
        counted.join(", ")
    )
}

/// What others have alike where the source has something else.
fn trace(trace: &Trace, base: &str, setup: PageSetup) -> Vec<Line<'static>> {
    let articles: Vec<String> = trace.articles.iter().map(|&article| letter(article)).collect();
    let quoted = |words: &str| setup.signs("“") + words + &setup.signs("”");
    let source = if trace.source.is_empty() { "nothing".to_owned() } else { quoted(&trace.source) };
    let place = setup.signs(labels::blocks(base, &[trace.block], ""));
    let (articles, others) = (articles.join(" and "), quoted(&trace.others));
    setup.faint(&format!("{place}: {articles} share {others} where {base} has {source}")).collect()
}
