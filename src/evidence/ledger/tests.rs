//! Quotations of several outlets, in stories written for it.

use super::*;
use crate::article::Article;
use crate::evidence::Evidence;
use crate::letters::letter;
use crate::pair::Pair;

/// Checks the ledger of some articles, each entry as `kind: A kind +words -words; B …`: `+` stands here and not there, `-` there alone.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    let lead = "The board of the port met on the quay for all of that evening.\n\n";
    let articles = texts.iter().map(|text| Article::read("a.txt", &format!("{lead}{text}"))).collect();
    let story = Story::new("", articles);
    let mut answers = Answers::default();
    for right in 1..texts.len() {
        for left in 0..right {
            let pair = Pair::new(left, right);
            answers.add(&story, pair, &story.compare(pair));
        }
    }
    let chosen: Vec<usize> = (0..texts.len()).collect();
    let evidence = Evidence::of(&story, &chosen, &answers);
    let drawn = |entry: &QuotationEntry| {
        let said = entry.said.iter().map(|said| {
            let own = &evidence.quotations[said.quotation];
            let text = &story.articles()[own.article].blocks[own.quotation.block].text;
            let there = said.against.as_ref().map(|place| &story.articles()[place.article].blocks[place.block].text);
            let differs = said.differs.iter().map(|range| format!(" +{}", &text[range.clone()]));
            let left_out = said.left_out.iter().filter_map(|range| Some(format!(" -{}", &there?[range.clone()])));
            let changes: String = differs.chain(left_out).collect();
            let against = said.against.as_ref().filter(|_| said.is_against_text);
            let against = against.map_or(String::new(), |place| format!(" ({}{})", letter(place.article), place.block));
            format!("{} {}{changes}{against}", letter(own.article), said.kind.name())
        });
        format!("{}: {}", entry.kind.name(), said.collect::<Vec<_>>().join("; "))
    };
    assert_eq!(evidence.ledger.iter().map(drawn).collect::<Vec<_>>(), expected);
}

const FULL: &str = "“We waited too long, and all of us knew it, and the island paid for it,” said Ada Quill.";

mod reattributed;
mod wording;

#[test]
fn verbatim_trimmed_and_altered() {
    let trimmed = "“We waited too long, and the island paid for it,” said Ada Quill.";
    let altered = "“We waited much too long, and most of us knew it, and the island paid for it,” said Ada Quill.";
    let spelled =
        "'We waited too long, and all of us knew it, and the island paid for it', Quill said, as Ada Quill does.";
    check(&[FULL, spelled], &["verbatim: A verbatim; B verbatim"]);
    check(&[FULL, trimmed], &["trimmed: A verbatim; B trimmed -all of us knew it, and"]);
    check(&[FULL, FULL, altered], &["altered: A verbatim; B verbatim; C altered +much +most -all"]);
}

#[test]
fn a_few_words_of_two_speakers_are_one_only_in_blocks_that_answer_each_other() {
    let quill = "When the hulls of the two ferries are to be painted nobody at the yard could tell: “I do not know,” said Ada Quill.";
    let hart =
        "Bread was sold out by nine in the shop above the landing. “I do not know where the flour is,” said Tom Hart.";
    check(&[quill, hart], &["one outlet: A one outlet", "one outlet: B one outlet"]);
    let same = "Bread was sold out by nine in the shop above the landing. “I do not know,” Ada Quill said.";
    check(&[quill, same], &["verbatim: A verbatim; B verbatim"]);
}

#[test]
fn a_word_that_begins_a_sentence_is_nobody() {
    let text = "Neither figure pays for bread. Hulls are dear in Morrey this year. “Boats are dear, and nobody buys them,” she said.";
    let story = Story::new("", vec![Article::read("a.txt", text)]);
    let evidence = Evidence::of(&story, &[0], &Answers::default());
    let speaker = evidence.quotations[0].speaker.as_ref().expect("it is stated");
    assert_eq!((speaker.text.as_str(), speaker.name.as_deref()), ("she", None));
}

#[test]
fn who_is_another_speaker_for_sure() {
    let by = |who: &str| FULL.replace("Ada Quill", who);
    let same = "verbatim: A verbatim; B verbatim";
    check(&[&by("Ada Quill"), &by("Jane Quill")], &["re-attributed: A verbatim; B re-attributed"]);
    check(&[&by("Ada Quill"), &by("Quill")], &[same]);
    // A description and a name may be of one person, and so may a pronoun.
    check(&[&by("the caretaker"), &by("Fred Long")], &[same]);
    check(&[&by("Fred Long"), &by("she")], &[same]);
}

#[test]
fn the_same_words_of_somebody_else() {
    let other = "“We waited too long, and all of us knew it, and the island paid for it,” said Osric Penn.";
    check(&[FULL, FULL, other], &["re-attributed: A verbatim; B verbatim; C re-attributed"]);
    // Nothing says that she is not Ada Quill.
    let pronoun = "“We waited too long, and all of us knew it, and the island paid for it,” she said.";
    check(&[FULL, FULL, pronoun], &["verbatim: A verbatim; B verbatim; C verbatim"]);
}

#[test]
fn what_is_told_in_a_linked_paragraph_and_given_to_somebody_else() {
    let told = "The ministry said that Guillemot crews, harbour pilots, lighthouse keepers and fishing cooperatives should also \
                take part in teaching safety at sea.";
    let quoted = "“Crews of the Guillemot, pilots, lighthouse keepers and the fishing cooperatives of Morrey should carry out \
                  lessons about safety for everybody,” the bureau stated.";
    check(&[told, quoted], &["re-attributed: B re-attributed (A1)"]);
    // Where the one who is quoted says something too it may be this.
    let both = format!("{told} The bureau said so on Monday.");
    check(&[&both, quoted], &["one outlet: B one outlet"]);
    check(&[&told.replace("ministry", "bureau"), quoted], &["one outlet: B one outlet"]);
}

#[test]
fn running_text_that_a_quotation_changes() {
    let text = "A roster by which every crew keeps the harbour light at night in turn must be drawn up, the office wrote on Monday.";
    let quoted =
        "They must “write a roster by which every crew keeps the harbour ‘light’ at night in turn,” the paper says.";
    check(&[text, quoted], &["altered: B altered +write (A1)"]);
    // Word for word it is no change.
    let exact =
        "They must draw up “a roster by which every crew keeps the harbour light at night in turn,” the office says.";
    check(&[text, exact], &["one outlet: B one outlet (A1)"]);
}

#[test]
fn others_stay_alone_and_short_ones_are_one_where_their_paragraphs_answer_each_other() {
    let other = "“The price of bread has doubled since the winter, and nobody bakes,” said Osric Penn.";
    check(&[FULL, other], &["one outlet: A one outlet", "one outlet: B one outlet"]);
    let short =
        "The yard that builds the three new ferries for the island was “late” again on Monday, the council was told.";
    check(&[short, short], &["verbatim: A verbatim; B verbatim"]);
    check(
        &[short, "Nobody in the bakery of Morrey was ever “late” for a loaf."],
        &["one outlet: A one outlet", "one outlet: B one outlet"],
    );
}

#[test]
fn a_quotation_that_is_parted_by_who_says_it() {
    let whole =
        "“We waited too long, and all of us knew it. Nobody will ever wait for that yard again,” said Ada Quill.";
    let parted =
        "“We waited too long, and all of us knew it,” said Ada Quill. “Nobody will ever wait for that yard again.”";
    let same = "verbatim: A verbatim; B verbatim; B verbatim";
    check(&[whole, parted], &[same]);
    check(&[parted, whole], &["verbatim: A verbatim; A verbatim; B verbatim"]);
    // Over two paragraphs, parted at other places, and with a part that is too short to be found by itself.
    let paragraphs = parted.replace(" “Nobody", "\n\n“Nobody");
    check(&[whole, &paragraphs], &[same]);
    let elsewhere =
        "“We waited too long,” said Ada Quill, “and all of us knew it. Nobody will ever wait for that yard again.”";
    check(&[parted, elsewhere], &["verbatim: A verbatim; A verbatim; B verbatim; B verbatim"]);
    let short = "“No,” said Ada Quill. “We waited far too long for the yard.”";
    check(&["“No. We waited far too long for the yard,” said Ada Quill.", short], &[same]);
    // What is left out of a part is told of it.
    let trimmed = "“We waited too long,” said Ada Quill. “Nobody will ever wait for that yard again.”";
    check(&[whole, trimmed], &["trimmed: A verbatim; B trimmed -and all of us knew it; B verbatim"]);
}

#[test]
fn marks_at_other_places_change_nothing() {
    let legal = "It covers “nets, ropes, lamps and charts that concern the port and its trade” and it offers no test.";
    let shorter =
        "The rule now reaches “nets, ropes, lamps and charts” that concern the port and its trade, as it seems.";
    check(&[legal, shorter], &["verbatim: A verbatim; B verbatim"]);
    let more = "The rule now reaches “all other nets, ropes, lamps and charts” that concern the port and its trade.";
    check(&[legal, more], &["trimmed: A trimmed -all other; B verbatim"]);
}

#[test]
fn a_lost_negation_is_no_trimming() {
    let whole = "“We do not want to wait for the yard, and we have said so to the whole board,” said Ada Quill.";
    check(&[whole, &whole.replace("do not ", "")], &["altered: A verbatim; B altered -do not"]);
    check(
        &[whole, &whole.replace(", and we have said so to the whole board", "")],
        &["trimmed: A verbatim; B trimmed -and we have said so to the whole board"],
    );
}

#[test]
fn what_another_outlet_quotes_is_held_against_that_quotation() {
    let text = "Every crew keeps the harbour light at night in its turn, the office wrote on Monday of last week.";
    let quoted = "“Every crew keeps the old harbour light at night in turn, and is paid,” the office wrote.";
    let trimmed = "“Every crew keeps the old harbour light at night in turn,” the office wrote.";
    check(&[text, quoted, trimmed], &["trimmed: B verbatim; C trimmed -and is paid"]);
    check(&[text, trimmed], &["altered: B altered +old -its (A1)"]);
}

#[test]
fn whom_a_pronoun_stands_for_makes_no_other_speaker() {
    let words = "“We waited too long, and all of us knew it, and the island paid for it,”";
    let guessed = format!("Bo Penn, a fisherman, met the board on the quay. {words} he said.");
    check(&[FULL, &guessed], &["verbatim: A verbatim; B verbatim"]);
}
