mod introductions;

use super::*;

/// Checks the names of some articles, each as `Name: A1 first description; B2 …`, by those with a space or a description.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    check_in("en", texts, expected);
}

#[track_caller]
fn check_in(code: &str, texts: &[&str], expected: &[&str]) {
    let lead = "The board of the port met on the quay for all of the evening, and it was late.\n\n";
    let articles: Vec<Article> = texts.iter().map(|text| Article::read("a.txt", &format!("{lead}{text}"))).collect();
    let lists: Vec<_> = (0..articles.len()).map(|index| (index, WordLists::known(code))).collect();
    let tongues: Vec<_> = (0..articles.len()).map(|index| (index, Tongue::known(code))).collect();
    let names = names(&articles, &lists, &tongues);
    let drawn = |name: &Name| {
        let first = name.introductions().map(|mention| {
            let text = &articles[mention.article].blocks[mention.block].text[mention.described.clone()];
            format!("{}{} {text}", crate::letters::letter(mention.article), mention.block)
        });
        format!("{} {}: {}", name.name, name.mentions.len(), first.collect::<Vec<_>>().join("; "))
    };
    assert_eq!(names.names.iter().map(drawn).collect::<Vec<_>>(), expected);
}

#[test]
fn runs_of_capitals_and_sentence_openers() {
    check(
        &[
            "Boats were late. The Ministry of Ports in Ostrey said so. Chinese boats, and the Morrey Institute for Tides and Fog, were not.",
        ],
        &[
            "Ministry of Ports 1: A1 The Ministry of Ports",
            "Ostrey 1: A1 Ostrey",
            "Morrey Institute for Tides and Fog 1: A1 the Morrey Institute for Tides and Fog",
        ],
    );
}

#[test]
fn one_bearer_of_a_surname_and_two() {
    check(
        &[
            "Minister of Ports Ada Quill wrote it. It was late, Quill said, and Mr. Bo Osk agreed with her.",
            "Bo Quill, a baker in town, stayed at home, as Mr. Quill always does. She met Osk, it was said.",
            "It was Quill who said so, and nobody else. They knew port minister Ada Quill well.",
            "Nobody saw Quill again on that evening of rain.",
        ],
        &[
            "Ada Quill 4: A1 Minister of Ports Ada Quill; C1 Quill",
            "Bo Osk 2: A1 Mr. Bo Osk; B1 Osk",
            "Bo Quill 2: B1 Bo Quill, a baker in town",
            "Quill 1: D1 Quill",
        ],
    );
}

#[test]
fn months_short_forms_lists_and_introductions() {
    check(
        &[
            "President Ana Ruiz met April Jones, the harbour chief, in the United States in May. The EU was told, said Bo Osk, Ada Marsh and \
             Tom Aske. The harbour master, Edda Munro, told the council so. Opposition was strong, and the Government knew of it.",
            "Ms Ruiz met Ms. Jones in the US, said the European Union. Tom Aske, who runs the mill, was late.",
        ],
        &[
            "Ana Ruiz 2: A1 President Ana Ruiz; B1 Ms Ruiz",
            "April Jones 2: A1 April Jones, the harbour chief; B1 Ms. Jones",
            "United States 2: A1 the United States; B1 the US",
            "European Union 2: A1 The EU; B1 the European Union",
            "Bo Osk 1: A1 Bo Osk",
            "Ada Marsh 1: A1 Ada Marsh",
            "Tom Aske 2: A1 Tom Aske; B1 Tom Aske, who runs the mill",
            "Edda Munro 1: A1 The harbour master, Edda Munro",
        ],
    );
}

#[test]
fn who_stands_in_a_headline_alone_is_named_there() {
    let of = |text: &str| Article::read("a.txt", text);
    let articles = [
        of(
            "---\ntitle: Port chief meets the council\n---\nThe skipper Ada Quill told the council in Ostrey so on the quay.",
        ),
        of(
            "---\ntitle: Quill Warns Council Over Boats\n---\nOSTREY (AP) - The skipper told the council so on the quay, late at night.",
        ),
    ];
    let lists: Vec<_> = (0..2).map(|index| (index, WordLists::known("en"))).collect();
    let tongues: Vec<_> = (0..2).map(|index| (index, Tongue::known("en"))).collect();
    let names = names(&articles, &lists, &tongues);
    let found =
        names.names.iter().map(|name| (&*name.name, name.mentions.iter().map(|own| own.article).collect::<Vec<_>>()));
    assert_eq!(found.collect::<Vec<_>>(), [("Ada Quill", vec![0, 1]), ("Ostrey", vec![0, 1])]);
}

#[test]
fn kinds_of_places_are_no_part_of_a_german_name() {
    check_in(
        "de",
        &[
            "Das teilte die Stadt Ostrey mit. Der Rat war in Ostrey nicht bekannt, sagte der Landkreis Holm am Abend. Die Firma Tarmo schwieg, so \
             Spitzenkandidatin Ruth Brandt.",
        ],
        &[
            "Ostrey 2: A1 die Stadt Ostrey",
            "Holm 1: A1 der Landkreis Holm",
            "Tarmo 1: A1 Die Firma Tarmo",
            "Ruth Brandt 1: A1 Spitzenkandidatin Ruth Brandt",
        ],
    );
}

#[test]
fn nouns_of_german_are_no_names() {
    check_in(
        "de",
        &[
            "Die Opposition tadelte den Beschluss der Regierung, und Bürgermeister Karl Brandt verteidigte ihn. Nach Angaben der Polizei sank \
           ein Boot der EU. Später sprach Brandt mit Vertretern über 1,5 Millionen Euro.",
        ],
        &["Karl Brandt 2: A1 Bürgermeister Karl Brandt", "EU 1: A1 der EU"],
    );
}

#[test]
fn an_adjective_of_a_country_is_no_part_of_a_name() {
    check(
        &[
            "He calls himself Bo, in Danish Osk. The Soviet KGB and the South Korean Fognet met American Ada Quill in Saudi Arabia, \
             near British Columbia, as Iraqi boats and Americans came.",
        ],
        &[
            "Bo 1: A1 Bo",
            "Osk 1: A1 Danish Osk",
            "KGB 1: A1 The Soviet KGB",
            "Fognet 1: A1 the South Korean Fognet",
            "Ada Quill 1: A1 American Ada Quill",
            "Saudi Arabia 1: A1 Saudi Arabia",
            "British Columbia 1: A1 British Columbia",
        ],
    );
}

#[test]
fn a_body_under_several_names_is_one() {
    check(
        &[
            "They asked the Fog Party of Norway, and then the Party. The Tides Institute of Holm and the Fog Institute saw the Institute.",
            "They asked the Norwegian Fog Party (NFP) and its Ostrey Office, since the NFP knew. Party organs were told.",
            "They asked the Fog Party, and the party agreed.",
        ],
        &[
            "Fog Party of Norway 6: A1 the Fog Party of Norway; B1 the Norwegian Fog Party; C1 the Fog Party",
            "Tides Institute of Holm 1: A1 The Tides Institute of Holm",
            "Fog Institute 1: A1 the Fog Institute",
            "Institute 1: A1 the Institute",
            "Ostrey Office 1: B1 Ostrey Office",
        ],
    );
}

#[test]
fn bodies_of_two_countries_stay_two() {
    check(
        &["They asked the Fog Party of Norway, the Swedish Fog Party and the Fog Party of old, and then the Party."],
        &[
            "Fog Party of Norway 1: A1 the Fog Party of Norway",
            "Swedish Fog Party 1: A1 the Swedish Fog Party",
            "Fog Party 1: A1 the Fog Party",
            "Party 1: A1 the Party",
        ],
    );
}

#[test]
fn a_place_or_a_body_opens_a_sentence() {
    check(
        &["Tokyo, for once, was late. Fogwire, for its part, was not. Bread, for once, was late."],
        &["Tokyo 1: A1 Tokyo", "Fogwire 1: A1 Fogwire"],
    );
}

#[test]
fn an_outlet_is_nobody_in_its_own_report() {
    let report = |outlet: &str| {
        let text = format!(
            "---\noutlet: {outlet}\n---\nThe keeper Bo Quill told the Post so on the quay of Holm, near the Post Tower, late on (Holm) \
             days, said the Morrey Post."
        );
        let articles = [Article::read("a.txt", &text)];
        let found = names(&articles, &[(0, WordLists::known("en"))], &[(0, Tongue::known("en"))]);
        found.names.iter().map(|name| name.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(report("Morrey Post"), ["Bo Quill", "Holm", "Post Tower"]);
    assert_eq!(report("Holm Wire"), ["Bo Quill", "Morrey Post", "Holm", "Post Tower"]);
}

#[test]
fn an_outlet_of_the_story_is_named_by_a_part_of_its_name() {
    let texts = [
        "---\noutlet: Harborian Wire\n---\nThe boats came late.",
        "---\noutlet: Holm Post\n---\nSo the Harborian wire said.",
    ];
    let articles = texts.map(|text| Article::read("a.txt", text));
    let both = [0, 1];
    let found = names(
        &articles,
        &both.map(|index| (index, WordLists::known("en"))),
        &both.map(|index| (index, Tongue::known("en"))),
    );
    assert_eq!(found.names.iter().map(|name| &*name.name).collect::<Vec<_>>(), ["Harborian"]);
}

#[test]
fn where_somebody_is_from_is_no_part_of_their_name() {
    check(
        &[
            "It was Senator Bo Osk of Holm, and Ada Quill of Ostrey. Then Osk left, as Quill did. The United States of America saw the Star of Holm \
             and the Tides Institute of Ostrey.",
        ],
        &[
            "Bo Osk 2: A1 Senator Bo Osk of Holm",
            "Ada Quill 2: A1 Ada Quill of Ostrey",
            "United States of America 1: A1 The United States of America",
            "Star of Holm 1: A1 the Star of Holm",
            "Tides Institute of Ostrey 1: A1 the Tides Institute of Ostrey",
        ],
    );
}

#[test]
fn a_place_with_a_small_word_drawn_to_it_is_named() {
    let texts = ["The boats of Ostrey came late to Ostrey.", "Le bac d’Ostrey dort, et l’ami de la mer aussi."];
    let articles = texts.map(|text| Article::read("a.txt", text));
    let known = [(0, "en"), (1, "fr")];
    let found = names(
        &articles,
        &known.map(|(index, code)| (index, WordLists::known(code))),
        &known.map(|(index, code)| (index, Tongue::known(code))),
    );
    let at = |mention: &Mention| articles[mention.article].blocks[mention.block].text[mention.range.clone()].to_owned();
    assert_eq!(found.names[0].mentions.iter().map(at).collect::<Vec<_>>(), ["Ostrey"; 3]);
}

#[test]
fn what_stands_with_a_capital_and_names_nobody() {
    check(
        &[
            "Historically, Ostrey was a port. Pollster Ada Quill told the Ostrey-based board, a Democratic one, and Kim Jong-un so. Well, the Muslims \
             and Republicans of Holm-run mills met Sens. Bo Osk and Emily Marsh (R-Fla.). Emily said so.",
        ],
        &[
            "Ostrey 1: A1 Ostrey",
            "Ada Quill 1: A1 Pollster Ada Quill",
            "Kim Jong-un 1: A1 Kim Jong-un",
            "Bo Osk 1: A1 Sens. Bo Osk",
            "Emily Marsh 2: A1 Emily Marsh",
        ],
    );
}

#[test]
fn small_words_of_french_and_spanish_open_sentences() {
    check_in(
        "fr",
        &["Il dort. « Nous avons coulé », a dit Ada Quill. Après la pluie, Holm dort. Elle a vu Ada Quill à Holm."],
        &["Ada Quill 2: A1 Ada Quill", "Holm 2: A1 Holm"],
    );
    check_in(
        "es",
        &["Ella duerme. «Nosotros dormimos», dijo Ada Quill. Según Ada Quill, llueve."],
        &["Ada Quill 2: A1 Ada Quill"],
    );
}

/// Checks the names of some articles, each with how often it stands in each, and with a question mark where a surname of several may be it.
#[track_caller]
fn check_bearers(texts: &[&str], expected: &[&str]) {
    let articles: Vec<Article> = texts.iter().map(|text| Article::read("a.txt", text)).collect();
    let lists: Vec<_> = (0..articles.len()).map(|index| (index, WordLists::known("en"))).collect();
    let tongues: Vec<_> = (0..articles.len()).map(|index| (index, Tongue::known("en"))).collect();
    let names = names(&articles, &lists, &tongues);
    let letters = |own: &[Mention]| own.iter().map(|own| crate::letters::letter(own.article)).collect::<String>();
    let drawn = |name: &Name| {
        let several = if name.is_of_several { " of several" } else { "" };
        let perhaps = if name.perhaps.is_empty() { String::new() } else { format!(" {}?", letters(&name.perhaps)) };
        format!("{}{several}: {}{perhaps}", name.name, letters(&name.mentions))
    };
    assert_eq!(names.names.iter().map(drawn).collect::<Vec<_>>(), expected, "{texts:?}");
}

#[test]
fn a_title_and_a_surname_beside_another_bearer_is_somebody_else() {
    check_bearers(
        &[
            "On the quay Judge Osk, the chair, freed Bo Osk, his nephew, at noon. It was late, Osk said. Bo Osk wept.",
            "On the quay Judge Osk freed a man. Bo Osk wept.",
        ],
        &["Judge Osk: AB", "Bo Osk: AAB", "Osk of several: A"],
    );
    // She is not he.
    check_bearers(
        &["The boats left, and Tom Marsh and his wife wept. Then Mrs. Marsh left with Mr. Marsh."],
        &["Tom Marsh: AA", "Mrs. Marsh: A"],
    );
    // One and the same, by his title.
    check_bearers(
        &["So said Judge Bo Osk. Then Judge Osk, the chair, read what Bo Osk wrote. And Osk left."],
        &["Bo Osk: AAAA"],
    );
    check_bearers(&["So Governor Osk met the governor, Bo Osk. Then Osk left."], &["Bo Osk: AAA"]);
    check_bearers(&["“It is up to Judge Osk,” they said of the chair, Bo Osk. Then Osk left."], &["Bo Osk: AAA"]);
    // Nothing is told of either: it is not known.
    check_bearers(
        &["The yard of Osk Engineering closed on that day. And Ms. Osk wept, and a friend of Ms. Osk left."],
        &["Osk Engineering: A", "Osk: AA"],
    );
    check_bearers(&["The secretary was Chen Osk of the port. And Mr. Chen wept on that day."], &["Chen Osk: AA"]);
    check_bearers(&["So Mr. Osk met Bo Osk there. And Osk left."], &["Osk of several: AA", "Bo Osk: A"]);
}

#[test]
fn a_surname_of_several_may_be_either() {
    check_bearers(
        &["They met Bo Quill and Ada Quill. It was late, Quill said.", "They met Bo Quill.", "They met Quill."],
        &["Bo Quill: AB C?", "Ada Quill: A C?", "Quill of several: AC"],
    );
}

#[test]
fn titles_of_works_and_plurals_that_open_sentences_are_no_names() {
    check(
        &[
            "Skipper Osric Penn read his novel The Night of the Marten in Holm. Then MP Hild Marsh praised The Fall of the Gull to The Hague. \
             They asked The Ministry of the Sea.",
            "Ferries call at the slip until then. Shares of Fogworks fell. Fogs do so. Adams said so. Fogmills was late.",
        ],
        &[
            "Osric Penn 1: A1 Skipper Osric Penn",
            "Holm 1: A1 Holm",
            "Hild Marsh 1: A1 MP Hild Marsh",
            "Hague 1: A1 The Hague",
            "Sea 1: A1 the Sea",
            "Fogworks 1: B1 Fogworks",
            "Adams 1: B1 Adams",
        ],
    );
}

#[test]
fn a_noun_that_is_a_first_name_too_stays_in_the_name() {
    check(
        &["Hunter Brusk Penn slept. They saw Skipper Brusk Marsh there. Skipper Brusk Osk slept."],
        &[
            "Hunter Brusk Penn 1: A1 Hunter Brusk Penn",
            "Skipper Brusk Marsh 1: A1 Skipper Brusk Marsh",
            "Brusk Osk 1: A1 Skipper Brusk Osk",
        ],
    );
}
