//! What each block is: told by its looks, never by its place alone.
//!
//! The rules err towards `paragraph`, which hides nothing. A kind never bars a link (but for furniture), so a
//! mistake costs a dimmed line and some body words, not an alignment.

use std::collections::HashSet;

use super::Block;
use super::bylines::{goes_on_byline, is_bare_byline, is_byline};
use super::captions::is_caption;
use super::chronology::set_dates_into_text;
use super::foot::{set_author_aside, set_end_mark_aside, set_links_aside, set_paywall_aside, set_topics_aside};
use super::headings::name_headings;
use super::headlines::{name_headline, pass_over_sections, set_repeats_and_sections_aside};
use super::known::Known;
use super::lines::{ends_sentence, is_of_at_most};
use super::page_furniture::{SHORT, begins_as_telling, is_furniture, is_handle};
use super::page_lines::set_pages_aside;
use super::pattern_kind::PatternKind;
use super::patterns::Patterns;
use super::running_heads::is_running_head;
use crate::draft::{DraftBlock, Kind};

/// Tells what each block is, where its draft does not say so.
pub(super) fn classify(blocks: Vec<DraftBlock>, known: Known<'_>) -> Vec<Block> {
    let (texts, stated): (Vec<String>, Vec<Option<Kind>>) =
        blocks.into_iter().map(|block| (block.text, block.kind)).unzip();
    if texts.len() > MANY {
        known.patterns.index();
    }
    let mut kinds: Vec<Kind> = texts.iter().map(|text| by_looks(text, known)).collect();
    keep_stated(&stated, &mut kinds);
    name_links(&texts, &stated, &mut kinds, known.patterns);
    if texts.len() > 1 && stated[0].is_none() && is_running_head(&texts[0], known) {
        kinds[0] = Kind::Furniture;
    }
    if !stated.contains(&Some(Kind::Headline)) {
        pass_over_sections(&texts, &mut kinds, known.patterns);
        name_headline(&texts, &mut kinds, known.patterns);
    }
    set_dates_into_text(&texts, &mut kinds, known);
    let head = head_end(&texts, &kinds, known);
    tell_head_matter(&texts, &mut kinds, head, known);
    set_repeats_and_sections_aside(&texts, &mut kinds, head, known.patterns);
    set_topics_aside(&texts, &mut kinds, known.patterns);
    set_paywall_aside(&texts, &mut kinds, known.patterns);
    set_end_mark_aside(&texts, &mut kinds);
    let halves = set_pages_aside(&texts, &mut kinds);
    name_headings(&texts, &mut kinds, (head, &halves), known.patterns);
    set_teasers_aside(&texts, &mut kinds);
    name_repeated_captions(&texts, &mut kinds);
    keep_stated(&stated, &mut kinds);
    name_links(&texts, &stated, &mut kinds, known.patterns);
    set_links_aside(&texts, &stated, &mut kinds, known.patterns);
    set_author_aside(&texts, &mut kinds, known);
    texts.into_iter().zip(kinds).map(|(text, kind)| Block { kind, text, dateline: 0 }).collect()
}

/// Finds the kinds of blocks. What a draft states holds, whatever a block looks like.
fn keep_stated(stated: &[Option<Kind>], kinds: &mut [Kind]) {
    for (kind, stated) in kinds.iter_mut().zip(stated) {
        *kind = stated.unwrap_or(*kind);
    }
}

/// Takes for what it is what stands as a paragraph, say as an item of a list, and is a line of the page from end to end, or begins
/// with words enough that tell one.
fn name_links(texts: &[String], stated: &[Option<Kind>], kinds: &mut [Kind], patterns: &Patterns) {
    for k in (0..texts.len()).filter(|&k| stated[k] == Some(Kind::Paragraph)) {
        let text = &texts[k];
        let is_line =
            || is_of_at_most(text, SHORT) && patterns.is(PatternKind::Furniture, text) && !ends_sentence(text);
        if is_line() || begins_as_telling(text, patterns) {
            kinds[k] = Kind::Furniture;
        }
    }
}

/// From how many blocks on an index of the patterns takes less time than it saves.
const MANY: usize = 400;

/// The most words of a line that is anything else than a paragraph: of a caption.
const LONGEST: usize = 60;

/// Returns what a line is wherever it stands. Running text is told by its length; only what is short is looked at
/// closely.
fn by_looks(text: &str, known: Known<'_>) -> Kind {
    if !is_of_at_most(text, LONGEST) {
        return Kind::Paragraph;
    }
    // A line that is a date is read for the article's date, and is no text of it.
    if is_furniture(text, known.patterns) {
        Kind::Furniture
    } else if let Some(line) = known.head_line(text).filter(|line| line.date.is_full) {
        if line.byline.is_some() { Kind::Byline } else { Kind::Furniture }
    } else if is_byline(text, known.patterns) {
        Kind::Byline
    } else if is_caption(text, known.patterns) {
        Kind::Caption
    } else {
        Kind::Paragraph
    }
}

/// The most words of a standfirst: of a sentence between the headline and who wrote the report.
const STANDFIRST: usize = 45;

/// Returns the index of the first block of the body. One sentence below the headline is a standfirst, if a byline or a
/// date follows.
pub(super) fn head_end(texts: &[String], kinds: &[Kind], known: Known<'_>) -> usize {
    let is_body = |&k: &usize| kinds[k] == Kind::Paragraph && ends_sentence(&texts[k]);
    let mut bodies = (0..texts.len()).filter(is_body);
    let Some(first) = bodies.next() else { return texts.len() };
    let is_head_line = |k: usize| match kinds[k] {
        Kind::Byline => true,
        Kind::Heading => false,
        _ => known.date_line(&texts[k]).is_some(),
    };
    let is_between =
        |k: usize| matches!(kinds[k], Kind::Caption | Kind::Furniture) && known.date_line(&texts[k]).is_none();
    let next = (first + 1..texts.len()).find(|&k| !is_between(k));
    let has_headline = kinds[..first].contains(&Kind::Headline);
    let is_standfirst = has_headline && is_of_at_most(&texts[first], STANDFIRST) && next.is_some_and(is_head_line);
    if is_standfirst { bodies.next().unwrap_or(texts.len()) } else { first }
}

/// Tells what stands in the head alone. A byline stands above the text: what looks like one further down is none. Names
/// with a role, a day without its year, and a label on a line of its own above a date are told below a headline only.
fn tell_head_matter(texts: &[String], kinds: &mut [Kind], head: usize, known: Known<'_>) {
    let mut below_headline = false;
    for k in 0..texts.len() {
        let text = &texts[k];
        let is_below_byline = k > 0 && kinds[k - 1] == Kind::Byline;
        if kinds[k] == Kind::Byline && k >= head {
            kinds[k] = Kind::Paragraph;
        } else if kinds[k] == Kind::Furniture && is_below_byline && k < head && is_handle(text) {
            kinds[k] = Kind::Byline;
        } else if kinds[k] == Kind::Paragraph && k < head && below_headline {
            let goes_on = is_below_byline && goes_on_byline(text, known.outlet, known.patterns);
            if goes_on || is_bare_byline(text, known.outlet, known.patterns) {
                kinds[k] = Kind::Byline;
            } else if is_count(text)
                || known.date_line(text).is_some()
                || kinds.get(k + 1) == Some(&Kind::Furniture) && is_date_label(text, known.patterns)
            {
                kinds[k] = Kind::Furniture;
            }
        }
        below_headline |= kinds[k] == Kind::Headline;
    }
}

/// `187`, `1,204`: how often something was shared; not the number of a first part, and nothing that may be a year or a time of day.
fn is_count(text: &str) -> bool {
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split(['.', ',']);
    let Some(first) = parts.next().filter(|first| is_figures(first)) else { return false };
    let is_number = parts.all(|part| part.len() == 3 && is_figures(part));
    let is_year = first.len() == 4 && first.len() == text.len() && first.starts_with(['1', '2']);
    is_number && !is_year && text != "1"
}

/// `Published`, `Last updated:`
fn is_date_label(text: &str, patterns: &Patterns) -> bool {
    text.chars().nth(3).is_some()
        && [PatternKind::Published, PatternKind::Updated].into_iter().any(|kind| patterns.is(kind, text))
}

/// Takes a heading for a caption where the caption below it says the same and goes on: the words for those who see no picture, above its caption.
fn name_repeated_captions(texts: &[String], kinds: &mut [Kind]) {
    for k in 1..texts.len() {
        let above = texts[k - 1].trim_end_matches('.');
        if kinds[k] == Kind::Caption && kinds[k - 1] == Kind::Heading && texts[k].starts_with(above) {
            kinds[k - 1] = Kind::Caption;
        }
    }
}

/// Finds teasers: a line among the head matter whose words the article never takes up again.
fn set_teasers_aside(texts: &[String], kinds: &mut [Kind]) {
    let Some(byline) = kinds.iter().position(|kind| *kind == Kind::Byline) else { return };
    for k in (0..byline).filter(|&k| kinds[k] == Kind::Heading).collect::<Vec<_>>() {
        let own: HashSet<String> = telling(&texts[k]).collect();
        let mut unmet = own.clone();
        let is_taken_up = |text: &String| {
            telling(text).for_each(|word| {
                unmet.remove(&word);
            });
            (own.len() - unmet.len()) * 4 > own.len()
        };
        if own.len() >= 4 && !texts[k + 1..].iter().any(is_taken_up) {
            kinds[k] = Kind::Furniture;
        }
    }
}

/// Returns the words that are long enough to tell something, in lower case.
fn telling(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 5).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known<'static> {
        Known { patterns: Patterns::known(), outlet: None, byline: None, language: None }
    }

    #[track_caller]
    fn check(blocks: &[(&str, Kind)]) {
        let texts = blocks.iter().map(|(text, _)| DraftBlock { text: (*text).to_owned(), kind: None }).collect();
        let kinds: Vec<Kind> = classify(texts, known()).iter().map(|block| block.kind).collect();
        let expected: Vec<Kind> = blocks.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(kinds, expected);
    }

    #[test]
    fn links_below_a_report_or_a_mail_are_furniture() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph),
            ("They are to unsubscribe from the list, it said.", Kind::Paragraph),
            ("Unsubscribe", Kind::Furniture),
            ("Unsubscribe | Manage preferences | View in browser", Kind::Furniture),
            ("Newsletter abmelden · Im Browser ansehen", Kind::Furniture),
            ("Order Reprints | Today’s Paper | Subscribe", Kind::Furniture),
            ("Back to article | Print this page", Kind::Furniture),
            ("Copyright Coast Wire 2026. Contact us. Terms.", Kind::Furniture),
            ("Printed from https://wire.example/a?print=1 on 6 March 2026", Kind::Furniture),
            ("Copyright of the plans of 2026 stays with the yard, it said.", Kind::Paragraph),
            (
                "A version of this article appears in print on March 3, 2026, Section A, Page 4 with the headline: Ferries.",
                Kind::Furniture,
            ),
        ]);
    }

    /// What stands above and below other lines.
    const LEAD: (&str, Kind) = ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph);
    const END: (&str, Kind) =
        ("The old ones had been out of service for most of the spring and summer.", Kind::Paragraph);

    #[test]
    fn titles_of_other_reports_are_furniture() {
        for above in ["Most read", "Related", "Meistgelesen", "Lire aussi", "あわせて読みたい", "اقرأ أيضا"]
        {
            check(&[
                ("Ministry wants new ferries", Kind::Headline),
                LEAD,
                END,
                (above, Kind::Furniture),
                ("Pier of Westhaven sold", Kind::Furniture),
                ("Who pays for the quay?", Kind::Furniture),
                ("© 2026 Coast Wire", Kind::Furniture),
            ]);
        }
        // Above running text the last line may be a heading of the report.
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            LEAD,
            ("Related stories", Kind::Furniture),
            ("Pier of Westhaven sold", Kind::Furniture),
            ("What comes next", Kind::Heading),
            END,
        ]);
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            LEAD,
            ("Boats related to the old ones", Kind::Heading),
            END,
        ]);
    }

    #[test]
    fn a_heading_that_is_stated_ends_the_titles_of_other_reports() {
        let block = |(text, kind): (&str, Option<Kind>)| DraftBlock { text: text.to_owned(), kind };
        let blocks = [
            (LEAD.0, None),
            ("Related", Some(Kind::Heading)),
            ("Pier sold", Some(Kind::Paragraph)),
            ("Quay closed", Some(Kind::Paragraph)),
            (END.0, None),
            ("Most read", Some(Kind::Heading)),
            ("Bridge open", None),
            ("The price", Some(Kind::Heading)),
            (END.0, None),
            ("Share", Some(Kind::Paragraph)),
        ];
        let kinds: Vec<Kind> =
            classify(blocks.into_iter().map(block).collect(), known()).iter().map(|block| block.kind).collect();
        let expected = [Kind::Paragraph, Kind::Furniture, Kind::Furniture, Kind::Furniture, Kind::Paragraph];
        assert_eq!(kinds[..5], expected);
        assert_eq!(kinds[5..], [Kind::Furniture, Kind::Furniture, Kind::Heading, Kind::Paragraph, Kind::Furniture]);
    }

    #[test]
    fn what_is_said_of_who_wrote_it_is_furniture() {
        let about = "Ann Example has covered ferries for the Coast Wire since 2014. She lives with two cats.";
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("By Bo Sample and Ann Example", Kind::Byline),
            LEAD,
            END,
            (about, Kind::Furniture),
            ("Bo Sample is a reporter.", Kind::Furniture),
            ("Most read", Kind::Furniture),
        ]);
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("By Ann Examples", Kind::Byline),
            LEAD,
            END,
            (about, Kind::Paragraph),
        ]);
        check(&[("Ministry wants new ferries", Kind::Headline), LEAD, END, (about, Kind::Paragraph)]);
    }

    #[test]
    fn a_count_is_a_number_alone() {
        for text in ["187", "12", "1,204", "1.204.331"] {
            assert!(is_count(text), "{text}");
        }
        for text in ["1", "1.", "2014", "06.10", "6.10", "12 boats", "1,20", ",204", "", "."] {
            assert!(!is_count(text), "{text}");
        }
    }

    #[test]
    fn names_in_networks_and_counts_stand_in_the_head() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("By Ann Example", Kind::Byline),
            ("@annexample", Kind::Byline),
            ("187", Kind::Furniture),
            ("The old ferries at their berth", Kind::Caption),
            ("The old ferries at their berth (Image: Bo Sample)", Kind::Caption),
            LEAD,
            END,
            ("@annexample", Kind::Furniture),
        ]);
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("Ann Example Coast correspondent @annexample", Kind::Byline),
            LEAD,
            END,
        ]);
    }

    #[test]
    fn what_mail_programs_lists_and_embeds_add_is_furniture() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph),
            ("The letter was sent from my iPhone, the minister said.", Kind::Paragraph),
            ("Sent from my iPhone", Kind::Furniture),
            (
                "Unsubscribe <https://wire.example/u?id=1> | Manage preferences <https://wire.example/p>",
                Kind::Furniture,
            ),
            ("Von meinem iPhone gesendet", Kind::Furniture),
            ("This content is hosted by a third party. Allow cookies of the Coast Wire.", Kind::Furniture),
            ("You receive this because you are subscribed to the letter of the Coast Wire.", Kind::Furniture),
            ("You are receiving this email because you asked the Coast Wire for its letter.", Kind::Furniture),
            ("Sie erhalten diese E-Mail, weil Sie den Brief der Küstenpost bestellt haben.", Kind::Furniture),
            (
                "This e-mail and any attachments are confidential and meant for the Coast Wire alone. If you are not meant, tell us.",
                Kind::Furniture,
            ),
            (
                "Ce message et ses pièces jointes sont confidentiels et destinés à leur seul destinataire.",
                Kind::Furniture,
            ),
        ]);
    }

    #[test]
    fn a_caption_with_its_credit_glued_to_it_is_one() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("A ferry lies at its berth.Credit...Ann Example for The Harbour Times", Kind::Caption),
            ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph),
        ]);
    }

    #[test]
    fn a_page_as_saved() {
        check(&[
            ("Ministry wants new ferries", Kind::Headline),
            ("Coast Photo, File", Kind::Caption),
            ("A ferry lies at its berth in Westhaven on Oct. 8, 2019.", Kind::Caption),
            ("By Ann Example, Coast Wire", Kind::Byline),
            ("The ministry said on Tuesday that it wanted ferries.", Kind::Paragraph),
            ("‘Side Effects’", Kind::Heading),
            ("By Monday the council had said nothing.", Kind::Paragraph),
            ("The boats were built in Westhaven on March 3, 1990.", Kind::Paragraph),
            ("Read more", Kind::Furniture),
            ("Leave a Reply", Kind::Furniture),
        ]);
    }

    #[test]
    fn lines_below_the_title_of_an_encyclopedia() {
        for line in [
            "From Wikipedia, the free encyclopedia",
            "Aus Wikipedia, der freien Enzyklopädie",
            "Un article de Wikipédia, l’encyclopédie libre.",
            "Origem: Wikipédia, a enciclopédia livre.",
        ] {
            assert!(is_furniture(line, Patterns::known()), "{line}");
        }
        assert!(!is_furniture("From Wikipedia he copied a page on ferries", Patterns::known()));
    }

    #[test]
    fn numbers_of_pages() {
        for line in ["page 12 of 20", "page 3", "p. 4", "seite 3/8", "seite 2 von 9", "página 2 de 5", "sida 1 av 3"] {
            assert!(is_furniture(line, Patterns::known()), "{line}");
        }
        for line in ["page 12 of the report", "12 of 20", "page one", "the page 3", "side by side", "page 3 was lost"] {
            assert!(!is_furniture(line, Patterns::known()), "{line}");
        }
    }

    #[test]
    fn a_teaser_between_headline_and_byline() {
        check(&[
            ("Ministry wants new ferries for islands", Kind::Headline),
            ("Museum closes famous gallery after storm damage", Kind::Furniture),
            ("by Ann Example at", Kind::Byline),
            ("The ministry wants ferries for the islands, it said.", Kind::Paragraph),
        ]);
    }

    #[test]
    fn a_first_line_that_is_a_sentence_is_no_headline() {
        check(&[
            ("The regime is calling on its citizens.", Kind::Paragraph),
            ("In a rare move, the ministry spoke.", Kind::Paragraph),
        ]);
        check(&[("Only a line", Kind::Paragraph)]);
    }

    #[test]
    fn a_line_without_words_is_no_headline() {
        check(&[("* * *", Kind::Paragraph), ("The regime is calling on its citizens.", Kind::Paragraph)]);
        check(&[
            ("* * *", Kind::Paragraph),
            ("Ministry wants new ferries", Kind::Headline),
            ("The ministry wants ferries for the islands, it said.", Kind::Paragraph),
        ]);
    }

    #[test]
    fn names_of_papers_and_paths_of_sections_above_the_headline_are_furniture() {
        for above in
            ["Holm Courier", "Home / News / Local", "Startseite › Nachrichten › Lokales", "Accueil > Politique"]
        {
            check(&[
                (above, Kind::Furniture),
                ("Ministry wants new ferries", Kind::Headline),
                ("By Ann Example", Kind::Byline),
                LEAD,
                END,
            ]);
        }
        check(&[("Home of the Courier", Kind::Headline), LEAD, END]);
    }

    #[test]
    fn a_short_sentence_above_a_long_paragraph_is_the_headline() {
        let body = (
            "The ministry said on Tuesday that it wanted three new ferries for the islands before the end of the summer, and a quay.",
            Kind::Paragraph,
        );
        for headline in ["Ministry orders three ferries.", "Holm council halves ferry fares."] {
            check(&[(headline, Kind::Headline), body, END]);
        }
        for first in [
            "It was over.",
            "“Nobody came to Holm.”",
            "Ministers met.",
            "August 26th, 17—.",
            "The quay closes. The island waits.",
        ] {
            check(&[(first, Kind::Paragraph), body, END]);
        }
        check(&[
            ("谁来买下旧渡轮？", Kind::Headline),
            ("港务委员会周二投票决定，在九月底卖掉旧渡轮。", Kind::Paragraph),
            ("九名委员中有七人赞成，两人要求再作一次鉴定。", Kind::Paragraph),
        ]);
    }

    #[test]
    fn japanese() {
        check(&[
            ("灯台、夏までに修復へ", Kind::Headline),
            ("港町は三日、灯台を夏までに直すと発表した。", Kind::Paragraph),
            ("今後の予定", Kind::Heading),
            ("工事は四月に始まる。", Kind::Paragraph),
        ]);
    }

    #[test]
    fn what_a_draft_states_holds() {
        let block = |text: &str, kind| DraftBlock { text: text.to_owned(), kind };
        let blocks = vec![
            block("Photo, File", Some(Kind::Headline)),
            block("Boats were built in Westhaven", Some(Kind::Paragraph)),
            block("Read more", None),
            block("The ministry said on Tuesday that it wanted ferries.", Some(Kind::Caption)),
        ];
        let kinds: Vec<Kind> = classify(blocks, known()).iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Kind::Headline, Kind::Paragraph, Kind::Furniture, Kind::Caption]);
    }
}
