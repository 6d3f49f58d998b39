//! What a reader sees of a difference, drawn.

use super::*;
use crate::article::Article;

/// Compares two texts as wholes.
fn compared(left: &str, right: &str) -> (Pair<Article>, Wording) {
    let articles = Pair::new(left, right).map(|text| Article::read("-", text));
    let mut lexicon = Lexicon::default();
    let readings = articles.as_ref().map(|article| lexicon.read(article));
    let all = articles.as_ref().map(|article| (0..article.blocks.len()).collect::<Vec<_>>());
    let wording = diff(articles.as_ref(), readings.as_ref(), &lexicon, all.as_ref().map(Vec::as_slice));
    (articles, wording)
}

/// Draws both sides: `[only left]`, `{only right}`, `<moved>`; punctuation, case and spelling after a sign `.`, `^`, `~`.
fn drawn(left: &str, right: &str) -> Pair<String> {
    let (articles, wording) = compared(left, right);
    Pair::from_fn(|side| {
        let brackets = if side == Side::Left { ["[", "]"] } else { ["{", "}"] };
        let text = |segment: &Segment| &articles[side].blocks[segment.block].text[segment.range.clone()];
        let draw = |segment: &Segment| match segment.mark {
            Mark::Shared => text(segment).to_owned(),
            Mark::Moved => format!("<{}>", text(segment)),
            Mark::Elsewhere => format!("(={}=)", text(segment)),
            Mark::Only(change) => {
                let sign = match change {
                    Change::Wording => "",
                    Change::Spelling => "~",
                    Change::Case => "^",
                    Change::Punctuation => ".",
                };
                format!("{}{sign}{}{}", brackets[0], text(segment), brackets[1])
            }
        };
        wording.segments[side].iter().map(draw).collect()
    })
}

#[track_caller]
fn check(left: &str, right: &str) {
    let bare = |text: &str| {
        let unsigned =
            ["[~", "[^", "[.", "{~", "{^", "{."].iter().fold(text.to_owned(), |text, sign| text.replace(sign, ""));
        unsigned.replace(['[', ']', '{', '}', '<', '>'], "")
    };
    assert_eq!(drawn(&bare(left), &bare(right)), Pair::new(left.to_owned(), right.to_owned()));
}

#[test]
fn a_word() {
    check("The [cat] sat on the mat.", "The {dog} sat on the mat.");
}

#[test]
fn two_words_apart() {
    check("The [cat] sat on the [mat].", "The {dog} sat on the {rug}.");
}

#[test]
fn more_on_one_side() {
    check("The cat sat on the mat.", "The {old} cat sat on the mat {in the hall}.");
}

#[test]
fn nothing_differs() {
    check("The boats lay idle. No one was hurt.", "The boats lay idle. No one was hurt.");
}

#[test]
fn typography_is_shared() {
    check("A system “normal” for China’s masses – said", "A system 'normal' for China's masses -- said");
}

#[test]
fn spelling_case_and_punctuation_are_told_apart() {
    check(
        "To [~popularize] the work in [~defense] of the state[., ][^The] state said so.",
        "To {~popularise} the work in {~defence} of the state{.: }{^the} state said so.",
    );
}

#[test]
fn words_written_together_are_spelling() {
    check("The [~World Cup] began on a [~week-end] in May.", "The {~Worldcup} began on a {~week end} in May.");
}

#[test]
fn many_words_written_together_are_spelling() {
    check(
        "[~گفت قایق\u{200C}ها می\u{200C}روند خانه\u{200C}ها می\u{200C}مانند و رفت.]",
        "{~گفت قایقها میروند خانهها میمانند و رفت.}",
    );
}

#[test]
fn widths_and_accents_are_spelling() {
    check("The [~café] sold [~41] cakes.", "The {~cafe} sold {~４１} cakes.");
    check("The boats do 30 [~㎞h] at best.", "The boats do 30 {~kmh} at best.");
}

#[test]
fn letters_that_a_typewriter_lacks_are_spelling() {
    check("Né au [~cœur] du vieux port, dit [~Læticia].", "Né au {~coeur} du vieux port, dit {~Laeticia}.");
    check("Am [~Fußweg] nach [~Tromsø] in [~Łódź].", "Am {~Fussweg} nach {~Tromso} in {~Lodz}.");
    check("Le [~chef-d’œuvre] est là.", "Le {~chef d’oeuvre} est là.");
}

#[test]
fn a_figure_is_wording() {
    check("The contract is worth [41] million crowns.", "The contract is worth {47} million crowns.");
}

#[test]
fn forms_of_a_word_stand_for_themselves() {
    check("He [says] the [boat] will be old.", "He {said} the {boats} will be old.");
}

#[test]
fn a_lone_small_word_is_part_of_the_phrase() {
    check(
        "The boats [were taken to the yard] on Monday morning.",
        "The boats {lay idle at the quay} on Monday morning.",
    );
}

#[test]
fn a_phrase_between_wide_changes_is_kept() {
    check(
        "The boats [that the council hired last spring arrived] in the first week [of September, as was agreed].",
        "The boats {which nobody had seen before came in} in the first week {under a sky without any cloud}.",
    );
}

#[test]
fn a_date_the_other_way_round_is_one_difference() {
    check(
        "The boats were ordered to stay on [4 March], he said.",
        "The boats were ordered to stay on {March 4}, he said.",
    );
}

#[test]
fn unlike_texts_are_different_as_a_whole() {
    check("[The harbour council met in the hall.]", "{Nobody knows what the price of fish will be.}");
}

#[test]
fn a_phrase_begins_where_a_reader_expects_it() {
    check("The blue boat and the boy sailed.", "The blue boat {and the red boat} and the boy sailed.");
    check("The council met, and the crews waited.", "The council met, {and the town slept,} and the crews waited.");
}

#[test]
fn a_sentence_more() {
    check("The boats lay idle. [No one was hurt.] The fares stay.", "The boats lay idle. The fares stay.");
}

#[test]
fn quotation_marks_that_one_side_lacks() {
    check("He called it an [.“]ordinary delay[.”] on Monday.", "He called it an ordinary delay on Monday.");
}

#[test]
fn quotation_marks_beside_other_words() {
    check(
        "It now covers [all kinds of ][.“]documents, data and objects[.”] that matter.",
        "It now covers documents, data and objects that matter.",
    );
}

#[test]
fn a_quotation_whose_bounds_differ() {
    check(
        "The state must create machinery that makes it [.“]a habit” of daily life.",
        "The state must {.“}create machinery that makes it a habit” of daily life.",
    );
}

#[test]
fn quotation_marks_stay_around_what_changed_in_them() {
    check("The law covers “documents or [items]” of any kind.", "The law covers “documents or {records}” of any kind.");
}

#[test]
fn a_sentence_that_moved() {
    check(
        "<No one was hurt.> Three boats of the fleet lay idle at the quay.",
        "Three boats of the fleet lay idle at the quay. <No one was hurt.>",
    );
}

#[test]
fn a_sentence_that_moved_and_was_edited() {
    check(
        "<The >[old]< ferries cross the sound six times a day.> The harbour council ordered three new boats on Tuesday, and the yard begins in May.",
        "The harbour council ordered three new boats on Tuesday, and the yard begins in May. <The ferries cross the sound six times a day.>",
    );
}

#[test]
fn a_clause_that_moved() {
    check(
        "[^The]< harbour safety office said on Monday> that people should report what they notice to the offices.",
        "{It wrote} that people should report what they notice to the offices{., }{^the}< harbour safety office said on Monday>.",
    );
}

#[test]
fn a_quotation_that_one_side_breaks_is_not_looked_for_in_the_next_sentence() {
    check(
        "“Your record at this yard does not sit well with your [post] as [^Keeper] of the [^Quay][.,” ][the clerk wrote. “Nobody trusts you to leave your posts to people who know the tides and we ask you to go at once as Keeper of the Quay].”",
        "{Holding up a note from the whole crew, Ms. Dorn read out,} “Your record at this yard does not sit well with your {posts} as {^keeper} of the {^quay}.”",
    );
}

#[test]
fn a_word_of_another_sentence_is_no_bridge() {
    check(
        "The crews were told of every change within a week[, the council said in a short note].",
        "The crews were told of every change within a week{! I ask only that the council sends it before we sail}.",
    );
}

#[test]
fn a_sentence_cut_in_two_is_still_one() {
    check(
        "The ferry left the harbour at noon[, and in the afternoon the whole crew] walked back along the empty quay.",
        "The ferry left the harbour at noon{! Nobody saw it return. That same evening all of them} walked back along the empty quay.",
    );
}

#[test]
fn sentences_joined_are_no_move() {
    check(
        "The hired boat makes six crossings[; she] has no room for lorries.",
        "The hired boat makes six crossings {and} has no room for lorries.",
    );
}

#[test]
fn german() {
    check(
        "Die Fähren [liegen] seit [März] still. „Es war Zeit“, [sagt] Frau Halm.",
        "Die Fähren {stehen} seit {Wochen} still. „Es war Zeit“, {sagte} Frau Halm.",
    );
    check(
        "<Am 8. August wurde niemand verletzt.> Drei Schiffe der Reederei liegen seit dem Frühjahr am Kai.",
        "Drei Schiffe der Reederei liegen seit dem Frühjahr am Kai. <Am 8. August wurde niemand verletzt.>",
    );
}

#[test]
fn french() {
    check(
        "Le conseil a commandé trois [navires] à un chantier [^breton].",
        "Le conseil a commandé trois {bateaux} à un chantier {^Breton}.",
    );
    check(
        "<Personne n’a été blessé.> Trois bateaux de la flotte restent à quai depuis mars.",
        "Trois bateaux de la flotte restent à quai depuis mars. <Personne n’a été blessé.>",
    );
}

#[test]
fn japanese() {
    check("灯台は[三月]に閉じられた。", "灯台は{四月の末}に閉じられた。");
    check(
        "<けが人はいなかった。>三隻の渡し船は春から港に泊まっている。",
        "三隻の渡し船は春から港に泊まっている。<けが人はいなかった。>",
    );
}

#[test]
fn chinese() {
    check("三艘渡船[周一]停航。", "三艘渡船{上个月}停航。");
    check(
        "<没有人在事故中受伤。>三艘渡船从春天起一直停在码头。",
        "三艘渡船从春天起一直停在码头。<没有人在事故中受伤。>",
    );
}

/// Returns the stops, each with what stands there on both sides; a moved one after a `>`.
fn stops(left: &str, right: &str) -> Vec<String> {
    let (articles, wording) = compared(left, right);
    let text = |side: Side, spot: &Spot| {
        let (block, start) = spot.start;
        articles[side].blocks[block].text[start..spot.end.1].to_owned()
    };
    let stop = |difference: &Difference| {
        let at = Pair::from_fn(|side| text(side, &difference.at[side]));
        format!("{}{} | {}", if difference.moved { "> " } else { "" }, at.left, at.right)
    };
    wording.differences.iter().map(stop).collect()
}

#[test]
fn three_shared_words_part_no_stops() {
    assert_eq!(
        stops("The cat sat on the mat.", "The dog sat on the rug."),
        ["cat sat on the mat | dog sat on the rug"]
    );
    assert_eq!(stops("The cat sat down on the mat.", "The dog sat down on the rug."), ["cat | dog", "mat | rug"]);
}

#[test]
fn what_moved_is_a_stop_and_what_differs_in_it_another() {
    let left = "The old ferries cross the sound six times a day. The council ordered three new boats on Tuesday evening after a debate.";
    let right = "The council ordered three new boats on Tuesday evening after a debate. The ferries cross the sound six times a day.";
    let moved = "> The old ferries cross the sound six times a day. | The ferries cross the sound six times a day.";
    assert_eq!(stops(left, right), [moved, "old | "]);
}

#[test]
fn beyond_the_budget_the_result_is_coarse_and_whole() {
    let (left, right) = ("a b a ".repeat(11_000), "a b b ".repeat(11_000));
    let (articles, wording) = compared(&left, &right);
    assert!(wording.coarse);
    for (side, article) in articles.sides() {
        let covered: usize = wording.segments[side].iter().map(|segment| segment.range.len()).sum();
        assert_eq!(covered, article.blocks[0].text.len());
    }
    assert!(!compared("a b a", "a b b").1.coarse);
}
