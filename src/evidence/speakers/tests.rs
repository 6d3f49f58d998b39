//! Who says what, in paragraphs written for it.

use super::super::pronouns::Known;
use super::super::quotations::quotations;
use super::super::{names, persons, pronouns};
use super::*;
use crate::evidence::tongue::Tongue;

/// Checks who says what in some paragraphs, each quotation as `speaker (whom it stands for) | cue | rule`, `-` if not stated.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_in("en", text, expected);
}

#[track_caller]
fn check_in(language: &str, text: &str, expected: &[&str]) {
    // A paragraph before it, so that none is a headline.
    let article =
        Article::read("a.txt", &format!("The board met on the quay on that day, and it took all evening.\n\n{text}"));
    let found = quotations(&article);
    let lists = WordLists::known(language);
    let (mut attributions, mut statements) = attributions(&article, &found, lists);
    let articles = [article];
    let names = names::names(&articles, &[(0, lists)], &[(0, Tongue::known(language))]);
    let known = Known { names: &names, persons: &persons::persons(&articles, &names) };
    pronouns::resolve((0, &articles[0]), known, &mut attributions, &mut statements);
    let [article] = articles;
    let drawn = |attribution: &Option<Attribution>| {
        let Some(own) = attribution else { return "-".to_owned() };
        let words = |block: usize, range: &Range<usize>| article.blocks[block].text[range.clone()].to_owned();
        let stands_for = own.stands_for.as_ref().map(|(block, range)| format!(" ({})", words(*block, range)));
        let cue = own.cue.as_ref().map(|cue| words(own.block, cue));
        let parts = [words(own.block, &own.speaker) + &stands_for.unwrap_or_default(), cue.unwrap_or_default()];
        format!("{} | {} | {}", parts[0], parts[1], own.rule.name())
    };
    assert_eq!(attributions.iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn behind_a_quotation() {
    check(
        "“We waited too long,” said Ada Quill, a skipper on the old boats, on Monday.",
        &["Ada Quill, a skipper on the old boats | said | verb and subject after it"],
    );
    check(
        "“We waited too long,” Mr. Quill, who leads the council, told the Post.",
        &["Mr. Quill | told | subject and verb after it"],
    );
    check(
        "“Did we wait too long?” Ada Quill asked the board. “We did, and it cost us.”",
        &["Ada Quill | asked | subject and verb after it", "Ada Quill |  | same paragraph"],
    );
    check(
        "“It is late again and again,” according to the harbour office of Ostrey.",
        &["the harbour office of Ostrey | according to | according to"],
    );
    check(
        "The order must “build a yard that makes it normal to wait,” the Wire reports citing Osric Penn.",
        &["Osric Penn | the Wire reports citing | citing"],
    );
}

#[test]
fn the_whole_verb_is_shown() {
    let rule = "subject and verb after it";
    for (text, expected) in [
        ("“We waited far too long,” Ada Quill had told the board.", format!("Ada Quill | had told | {rule}")),
        (
            "“We waited far too long,” Ada Quill was cited as saying.",
            format!("Ada Quill | was cited as saying | {rule}"),
        ),
        ("“We waited far too long,” Ada Quill later did not say.", "-".to_owned()),
        ("“We waited far too long,” the Ostrey wire reports.", format!("the Ostrey wire | reports | {rule}")),
        (
            "“We waited far too long,” in the words of Ada Quill.",
            "Ada Quill | in the words of | according to".to_owned(),
        ),
    ] {
        check(text, &[&expected]);
    }
    check(
        "Ada Quill called for “a quay that does not rot” on that evening.",
        &["Ada Quill | called for | subject and verb before it"],
    );
    check(
        "Ada Quill referred to “a quay that does not rot” on that evening.",
        &["Ada Quill | referred to | subject and verb before it"],
    );
}

#[test]
fn a_speaker_is_a_whole_noun_phrase() {
    check(
        "In the hall Commissioner Ada Quill (D-Ostrey) said that the old quay was “rotten to the core”.",
        &["Commissioner Ada Quill (D-Ostrey) | said | earlier in the sentence"],
    );
    check("A skipper said the boats of the yard that were painted suggested a “fresh new start”.", &["-"]);
}

#[test]
fn a_title_that_is_named_parts_nothing() {
    check(
        "A quay that is “normal and dry” must be built, the board wrote in a paper titled “Why it sank”.",
        &["the board | wrote | at the end of the sentence", "-"],
    );
}

#[test]
fn before_a_quotation() {
    check(
        "In Ostrey on Monday, the treasurer, Osric Penn, said that they had “waited far too long”.",
        &["the treasurer, Osric Penn | said | earlier in the sentence"],
    );
    check(
        "Quill thanked the yard for its work and called it “the best of a bad lot”.",
        &["Quill | called | subject of the sentence"],
    );
    check("A spokesman for the yard was told, “You are late again,” and went home.", &["-"]);
    check(
        "Bret Oster, who lamented the state of the quay, said it was “rotten to the core”.",
        &["Bret Oster | said | subject and verb before it"],
    );
    check(
        "It was written by Bret Oster, who called the whole quay “rotten to the core”.",
        &["who (Bret Oster) | called | earlier in the sentence"],
    );
    check(
        "The mayor of Ostrey denounced what he called the “late and lazy” work of the yard.",
        &["The mayor of Ostrey | denounced | earlier in the sentence"],
    );
}

#[test]
fn several_who_say_one_thing() {
    let behind = |who: &str, expected: &str| {
        check(
            &format!("“We waited too long,” said {who}."),
            &[&format!("{expected} | said | verb and subject after it")],
        );
    };
    behind("the mayor and the treasurer", "the mayor and the treasurer");
    behind("Ada Quill and the treasurer of the port on Monday", "Ada Quill and the treasurer of the port");
    behind("neither the mayor nor the treasurer", "neither the mayor nor the treasurer");
    behind("the owners and skippers of the boats", "the owners and skippers of the boats");
    behind("Ada Quill, the mayor, and Tom Hart", "Ada Quill, the mayor, and Tom Hart");
    behind("the Minister of Trade and Industry, Bo Osk", "the Minister of Trade and Industry, Bo Osk");
    // What “and” leads to is a clause of its own.
    behind("the mayor and the council left the room", "the mayor");
    behind("Ada Quill and Tom Hart left the room", "Ada Quill");
    let before = |sentence: &str, expected: &str| {
        check(
            &format!("{sentence} said they had “waited far too long”."),
            &[&format!("{expected} | said | subject and verb before it")],
        );
    };
    before("The mayor and the treasurer", "The mayor and the treasurer");
    before("In Ostrey on Monday the mayor and the treasurer", "the mayor and the treasurer");
    before("Ada Quill, Tom Hart and Bo Osk", "Ada Quill, Tom Hart and Bo Osk");
    before("The mayor of Ostrey and her deputy, Bo Osk,", "The mayor of Ostrey and her deputy, Bo Osk");
    before("In Ostrey, Tom Hart and Bo Osk", "Tom Hart and Bo Osk");
    before("The board closed the quay and the treasurer", "the treasurer");
    before("The captain waits at the quay and the treasurer", "the treasurer");
    check(
        "“We waited too long,” the mayor and the treasurer said.",
        &["the mayor and the treasurer | said | subject and verb after it"],
    );
}

#[test]
fn what_is_done_by_nobody_names_nobody() {
    check(
        "Now it covers “all boats and all that float on the sea,” and it offers no test for telling which those are.",
        &["-"],
    );
}

#[test]
fn nouns_that_look_like_verbs_of_saying() {
    check("A press report on the remarks that day had the words “late and slow” in it, and it had no name.", &["-"]);
    check("The thanks of the town went to all who had “waited far too long” for the boats.", &["-"]);
    check(
        "They were heard speaking at length and lamenting what the town had made of its “chance to build a quay for all”.",
        &["They | lamenting | subject of the sentence"],
    );
    check(
        "His oldest friends feel about the yard as one feels about a “slow and sorry” boat.",
        &["His oldest friends | feel | earlier in the sentence"],
    );
}

#[test]
fn what_is_reported_at_second_hand() {
    check(
        "The quay is the “heart” of the town, the minister Osric Penn was reported to have once written in a letter.",
        &["the minister Osric Penn | was reported to have once written | at the end of the sentence"],
    );
    check(
        "The council was quoted as saying that the boats were “old and slow and late”.",
        &["The council | was quoted as saying | earlier in the sentence"],
    );
}

#[test]
fn what_is_no_speaker() {
    check("The state security of the port is “a matter for all” of the town.", &["-"]);
    check("The report of the United Ports is “a matter for all” of the town.", &["-"]);
}

#[test]
fn a_quotation_that_goes_on_and_pronouns() {
    check(
        "“The board wants to hear everything,” said Ms. Quill.\n\n“It takes patience,” she said, “and a list.\n\n“And it costs.”",
        &[
            "Ms. Quill | said | verb and subject after it",
            "she (Ms. Quill) | said | subject and verb after it",
            "she (Ms. Quill) | said | subject and verb before it",
            "she (Ms. Quill) |  | the paragraph goes on",
        ],
    );
    check(
        "“It is late,” said Mr. Penn of the yard. “It is not,” she said.",
        &["Mr. Penn of the yard | said | verb and subject after it", "she | said | subject and verb after it"],
    );
    check(
        "“Keep the lines open,” the ministry said.\n\n“And report what you see,” it added.",
        &["the ministry | said | subject and verb after it", "it (the ministry) | added | subject and verb after it"],
    );
}

#[test]
fn whom_nobody_else_near_can_be() {
    let she = |before: &str, expected: &str| {
        check(
            &format!("{before} “Nobody mends it at all,” she said in the evening."),
            &[&format!("{expected} | said | subject and verb after it")],
        );
    };
    she("Bo Osk, a spokeswoman for the yard, said so.", "she (Bo Osk, a spokeswoman for the yard)");
    she("Ada Quill said so, and Tom Hart did not.", "she (Ada Quill)");
    she("Harbour Commissioner Dora Penn said so.", "she (Harbour Commissioner Dora Penn)");
    she("A spokeswoman for the yard said so.", "she (A spokeswoman for the yard)");
    // A man, a thing, several, one of two, and somebody of whom nothing is told.
    she("Tom Hart, the skipper, said so.", "she");
    she("Voltan Motors said so.", "she");
    she("Talks with the union broke down in Ostrey.", "she");
    she("The analysts said so.", "she");
    she("Ada Quill and Tom Hart met on the quay.", "she");
    she("Ms. Osk said so to Ms. Quill.", "she");
    she("Hart met Quill on the quay. Bo Osk said so.", "she");
    check(
        "The captain thanked the crew. It said “the boats are late again and again” in a note.",
        &["It | said | subject and verb before it"],
    );
}

#[test]
fn who_is_told_of_is_not_who_is_quoted() {
    check(
        "Ray Stone said Voltan regretted “the loss of all those boats in the bay”.",
        &["Ray Stone | said | subject and verb before it"],
    );
    check(
        "Ray Stone said on Monday that the yard had called it “the end of an age for all of us”.",
        &["Ray Stone | said | earlier in the sentence"],
    );
}

#[test]
fn a_speaker_has_a_noun() {
    check(
        "“We are late with the quay,” said a recently retired skipper of the harbour.",
        &["a recently retired skipper of the harbour | said | verb and subject after it"],
    );
}

#[test]
fn whom_a_sentence_begins_with_is_whom_a_pronoun_stands_for() {
    check(
        "“It is late,” said Bo Osk of the yard.\n\nHanna Quill, who teaches law, takes a calmer view. “It is not,” she said.",
        &[
            "Bo Osk of the yard | said | verb and subject after it",
            "she (Hanna Quill) | said | subject and verb after it",
        ],
    );
    check(
        "Where that field ends it never says. “It is not so late as all that,” she said.",
        &["she | said | subject and verb after it"],
    );
}

#[test]
fn other_languages() {
    check_in(
        "de",
        "„Es war höchste Zeit dafür“, sagte Ada Quill am Montag in Ostrey.",
        &["Ada Quill | sagte | verb and subject after it"],
    );
    check_in(
        "fr",
        "« C’était vraiment le moment », a déclaré Ada Quill.",
        &["Ada Quill | a déclaré | verb and subject after it"],
    );
    check_in("es", "«Ya era hora de hacerlo», dijo Ada Quill.", &["Ada Quill | dijo | verb and subject after it"]);
}

/// Checks who is quoted in sentences of a language, each with who it is, nothing if it is not stated.
#[track_caller]
fn check_all(language: &str, sentences: &[(&str, &str)]) {
    for (sentence, who) in sentences {
        let article = Article::read("a.txt", &format!("The board met on the quay on that day.\n\n{sentence}"));
        let found = quotations(&article);
        let (attributions, _) = attributions(&article, &found, WordLists::known(language));
        let text = |own: &Attribution| article.blocks[own.block].text[own.speaker.clone()].to_owned();
        let first = attributions.first().expect("there is a quotation").as_ref().map(text);
        assert_eq!(first.unwrap_or_default(), *who, "{sentence}");
    }
}

#[test]
fn several_with_titles_and_no_article() {
    check(
        "“It is late,” skipper Ada Quill and pupil Tom Hart said on Monday.",
        &["skipper Ada Quill and pupil Tom Hart | said | subject and verb after it"],
    );
    check(
        "“It is late,” said skipper Ada Quill and pupil Tom Hart left the quay.",
        &["skipper Ada Quill | said | verb and subject after it"],
    );
}

#[test]
fn who_is_quoted_by_others_says_it() {
    check(
        "Mayor Ada Quill was quoted by the paper Tern as saying on Monday: “The island belongs to us.”",
        &["Mayor Ada Quill | saying | subject and verb before it"],
    );
    check(
        "The boat was painted by the yard as Ada Quill said on Monday: “The island belongs to us.”",
        &["Ada Quill | said | subject and verb before it"],
    );
}

#[test]
fn speakers_of_german() {
    check_all(
        "de",
        &[
            ("„Es war höchste Zeit dafür“, sagte Ada Quill dem Sender.", "Ada Quill"),
            ("„Es war höchste Zeit dafür“, hatte Ada Quill dem Rat gesagt.", "Ada Quill"),
            ("„Es war höchste Zeit dafür“, sagte sie dem Boten.", "sie"),
            ("„Es war höchste Zeit dafür“, sagten die Wirtin und der Wärter.", "die Wirtin und der Wärter"),
            ("Ein Sprecher der Werft erklärte, das Boot sei „alt und langsam und spät“.", "Ein Sprecher der Werft"),
            ("„Es war höchste Zeit dafür“, hieß es aus dem Rathaus.", ""),
            ("Dem Rat wurde gesagt, man habe „viel zu lange gewartet“.", ""),
            ("Das Schild „Bitte nicht zu lange warten“ hängt am Kai, sagte niemand.", ""),
            ("„Es war höchste Zeit dafür“, zitierte das Blatt den Wärter.", ""),
            ("Auf die Frage, ob es spät sei, antwortete Quill: „Nein, das ist es nicht.“", ""),
        ],
    );
}

#[test]
fn speakers_of_french() {
    check_all(
        "fr",
        &[
            ("Ada Quill a déclaré : « Nous avons trop attendu. »", "Ada Quill"),
            ("La maire a dit lundi que la ville avait « beaucoup trop attendu ».", "La maire"),
            ("« Nous avons trop attendu », a dit la maire lundi.", "la maire"),
            ("« Nous avons trop attendu », a dit Ada Quill au Journal.", "Ada Quill"),
            ("« Nous avons trop attendu », a dit au Journal Ada Quill.", ""),
            ("« Nous avons trop attendu », explique-t-il lundi.", ""),
            ("Le port veut, a-t-il dit, « vendre tous les vieux bateaux ».", ""),
            ("Il a été dit au conseil que la ville avait « beaucoup trop attendu ».", ""),
            ("Le texte du port, cité par le Journal, parle d’une « très longue attente pour tous ».", ""),
        ],
    );
}

#[test]
fn speakers_of_spanish() {
    check_all(
        "es",
        &[
            ("«Hemos esperado demasiado», dijo Ada Quill al Diario.", "Ada Quill"),
            ("«Hemos esperado demasiado», ha dicho la capitana el lunes.", "la capitana"),
            ("La capitana ha dicho: «Hemos esperado demasiado.»", "La capitana"),
            ("«Hemos esperado demasiado», dijo el lunes la capitana de Ostrey.", ""),
            ("«Hemos esperado demasiado», dijo a la prensa Ada Quill.", ""),
            ("«Hemos esperado demasiado», le respondió Ada Quill.", ""),
            ("«Hemos esperado demasiado», según dijo Ada Quill.", ""),
            ("Se dijo al consejo que la ciudad había «esperado demasiado tiempo ya».", ""),
            ("El puerto quiere, dijo ella, «vender todos los barcos viejos».", ""),
        ],
    );
}

#[test]
fn a_clause_of_its_own_behind_a_quotation_has_another_speaker() {
    for rest in [", while Bo Osk praised it.", "; Bo Osk said it was not.", ", but Bo Osk, a rival, said it was not."] {
        check(
            &format!("Ada Quill called the plan “a gift to the rich of this town”{rest}"),
            &["Ada Quill | called | subject and verb before it"],
        );
    }
}

#[test]
fn where_no_list_has_verbs_nobody_is_named() {
    check_all("zh", &[("“我们等得太久了，”市长说。", ""), ("市长王海表示：“我们等得太久了。”", "")]);
    check_all("ar", &[("«لقد انتظرنا طويلاً»، قالت رئيسة البلدية.", ""), ("قال رئيس البلدية: «لقد انتظرنا طويلاً».", "")]);
}
