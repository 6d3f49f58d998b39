//! What the page says, in lines and as sheets.

use crate::layout::PageSetup;
use crate::letters::letter;
use crate::present::{labels, sentences};
use crate::story::credit::{Credit, LONG, Quoted};
use crate::story::lineage::{Trace, WordParts};
use crate::story::naming::{Finding, Naming};
use crate::story::proposal::NONE_STANDS_OUT;
use crate::story::{Lineage, Perspective, Story, StoryAnalysis};

/// The heights of a profile.
const HEIGHTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Names what is shown of the articles.
pub(super) fn title(base: &str) -> String {
    format!("Words that stand in {base} too")
}

/// Names what is shown of what others have alike.
pub(super) fn title_of_traces(base: &str) -> String {
    format!("Alike in other outlets, unlike {base}")
}

/// What there is to say where others have nothing alike.
pub(super) const NO_TRACES: &str = "none found";

/// Says why the source is taken for it.
pub(super) fn because(base: &str, analysis: &StoryAnalysis, perspective: &Perspective) -> String {
    match &analysis.proposal {
        Some(proposal) if proposal.article == perspective.presence.base => {
            format!("{base} is taken as the source: {}. Sharing has no direction.", proposal.because())
        }
        Some(_) => format!("{base} is taken as the source because it was chosen. Sharing has no direction."),
        None => format!("{}; seen from {base}. Sharing has no direction.", sentences::capitalised(NONE_STANDS_OUT)),
    }
}

/// Draws what share of each tenth of an article stands in the source.
pub(super) fn profile(lineage: &Lineage) -> String {
    lineage.profile.iter().map(|share| HEIGHTS[(share * 8.0).round().clamp(0.0, 8.0) as usize]).collect()
}

/// Says how much of an article stands in the source: `62 % of 349 w`.
pub(super) fn share(parts: &WordParts) -> String {
    let percent = 100.0 * parts.of_source() as f64 / parts.total().max(1) as f64;
    format!("{percent:>2.0} % of {} w", parts.total())
}

/// Says the same in words: `70 percent of 349 words stand in A`.
pub(super) fn said_share(parts: &WordParts, base: &str) -> String {
    let percent = 100.0 * parts.of_source() as f64 / parts.total().max(1) as f64;
    format!("{percent:.0} percent of {} words stand in {base}", parts.total())
}

/// Says what share of each tenth stands in the source, in per cent.
pub(super) fn said_profile(lineage: &Lineage, base: &str) -> String {
    let tenths: Vec<String> = lineage.profile.iter().map(|share| format!("{:.0}", share * 100.0)).collect();
    format!("by tenths from the lead to the end, percent in {base}: {}", tenths.join(", "))
}

/// Names blocks in words: `paragraphs 4 and 6`; numbers count every block.
pub(super) fn said_blocks(blocks: &[usize]) -> String {
    let numbers: Vec<String> = blocks.iter().map(|block| (block + 1).to_string()).collect();
    format!("{} {}", if blocks.len() == 1 { "block" } else { "blocks" }, sentences::list(&numbers))
}

/// Says where an article names the source, blocks being named in some way, and how many of the long runs stand inside quotation marks:
/// `A's name ‘Coast Wire’ stands at ¶4 ¶6; of 6 runs of 20 words and more, 1 stands in quotation marks`.
pub(super) fn credits(lineage: &Lineage, base: &str, at: impl Fn(&[usize]) -> String) -> String {
    if lineage.credits.is_empty() {
        return String::new();
    }
    let Naming { names, found, blocks } = &lineage.naming;
    let quoted = |names: &[String]| names.iter().map(|name| format!("‘{name}’")).collect::<Vec<_>>().join(" or ");
    let named = match lineage.naming.finding() {
        Finding::NoName => format!("{base} states no name"),
        Finding::NotNamed => format!("{base}'s name {} was not found in this text", quoted(names)),
        Finding::Named => format!("{base}'s name {} stands at {}", quoted(found), at(blocks)),
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

/// Says what others have alike where the source has something else, in the block that is named.
pub(super) fn said_of(story: &Story, trace: &Trace, of: usize, index: &str, setup: PageSetup) -> String {
    let articles: Vec<String> = trace.articles.iter().map(|&article| letter(article)).collect();
    let quoted = |article: usize, words: &str| {
        let words = labels::set_off(&story.articles()[article], words);
        setup.signs("“") + &words + &setup.signs("”")
    };
    let source = if trace.source.is_empty() { "nothing".to_owned() } else { quoted(of, &trace.source) };
    let base = letter(of);
    let (articles, others) = (articles.join(" and "), quoted(trace.articles[0], &trace.others));
    format!("{index}: {articles} share {others} where {base} has {source}")
}
