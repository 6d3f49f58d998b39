//! How names are introduced, and what introduces nobody: every kind both ways.

use super::{Article, Tongue, WordLists, names};

/// Checks how the names of an article are introduced, each as `name: introduction`, with an ellipsis where it goes on; names alone are left
/// out.
#[track_caller]
fn check_in(code: &str, text: &str, expected: &[&str]) {
    let article = Article::read("a.txt", &format!("Boats, and no news of them on this quay.\n\n{text}"));
    let articles = [article];
    let found = names(&articles, &[(0, WordLists::known(code))], &[(0, Tongue::known(code))]);
    let drawn = found.names.iter().filter_map(|name| {
        let own = name.introductions().next().filter(|own| own.says_who)?;
        let words = &articles[0].blocks[own.block].text[own.described.clone()];
        Some(format!("{}: {words}{}", name.name, if own.is_cut { " …" } else { "" }))
    });
    assert_eq!(drawn.collect::<Vec<_>>(), expected, "{text}");
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_in("en", text, expected);
}

#[test]
fn a_description_and_a_comma_before_a_name() {
    for (text, expected) in [
        (
            "Fares will stay as they are, the treasurer, Osric Penn, told the board.",
            "Osric Penn: the treasurer, Osric Penn",
        ),
        ("They knew the harbour’s treasurer, Osric Penn.", "Osric Penn: the harbour’s treasurer, Osric Penn"),
        ("They asked Ostrey’s mayor, Osric Penn, in spring.", "Osric Penn: Ostrey’s mayor, Osric Penn"),
        ("That is so, according to its chair, Edda Munro.", "Edda Munro: its chair, Edda Munro"),
        ("The secretary of the board, Edda Munro, wrote it.", "Edda Munro: The secretary of the board, Edda Munro"),
        ("On Monday the skipper, Edda Munro, sailed.", "Edda Munro: the skipper, Edda Munro"),
        ("In March a hired boat, the Marigold, came.", "Marigold: a hired boat, the Marigold"),
        ("Since then a hired boat, the Marigold, came.", "Marigold: a hired boat, the Marigold"),
        ("So the official news agency, Fogwire, summed it up.", "Fogwire: the official news agency, Fogwire"),
    ] {
        check(text, &[expected]);
    }
    for text in [
        "After a word with the mayor, Osric Penn, as ever, went home.",
        "When they met the mayor, Osric Penn, of all people, stayed.",
        "The next morning, Osric Penn, as ever, went home.",
        "They met the mayor, Osric Penn, and a cook.",
        "They met the cook, Osric Penn and Ada Quill.",
        "They blamed the bridge, Osric Penn, as ever.",
        "He works in a mill at Holm, Ostrey, as ever.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn titles_and_nouns_right_before_a_name() {
    for (text, expected) in [
        ("It was port security minister Ada Quill who wrote.", "Ada Quill: port security minister Ada Quill"),
        ("They spoke with police chief Ada Quill.", "Ada Quill: police chief Ada Quill"),
        ("The yard hired former mayor Ada Quill.", "Ada Quill: former mayor Ada Quill"),
        ("It beat out his rival Ada Quill.", "Ada Quill: his rival Ada Quill"),
        ("The former secretary of state Ada Quill came.", "Ada Quill: The former secretary of state Ada Quill"),
        ("It is Holm’s fog-bound Ada Quill.", "Ada Quill: Holm’s fog-bound Ada Quill"),
        ("She is a cousin of former mayor Ada Quill.", "Ada Quill: former mayor Ada Quill"),
        ("He is a cook at the Dutch shipbuilder Fog Marine.", "Fog Marine: the Dutch shipbuilder Fog Marine"),
    ] {
        check(text, &[expected]);
    }
    for text in [
        "The skipper, named Ada Quill or so, left.",
        "The board knows Ada Quill well.",
        "Some people want Ada Quill there.",
        "They wanted to bolster Ada Quill somehow.",
        "Let’s ask Ada Quill again.",
        "It is a history of old Ostrey.",
        "It was the coalition Ada Quill led.",
        "She is a pastor of the Fog Church.",
        "It stands at Fogwire/Ada Quill online.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn descriptions_behind_a_name() {
    for (text, expected) in [
        ("Ada Quill, the treasurer, told them.", "Ada Quill: Ada Quill, the treasurer"),
        ("Ada Quill, treasurer of the port, told them.", "Ada Quill: Ada Quill, treasurer of the port"),
        ("Ada Quill, managing director at the mill, left.", "Ada Quill: Ada Quill, managing director at the mill"),
        ("Ada Quill, 41, a baker from Holm, left.", "Ada Quill: Ada Quill, 41, a baker from Holm"),
        ("Ada Quill, 41, left.", "Ada Quill: Ada Quill, 41"),
        ("Ada Quill, a 41-year-old baker, left.", "Ada Quill: Ada Quill, a 41-year-old baker"),
        (
            "Ada Quill, once the boldest and most stubborn skipper, left.",
            "Ada Quill: Ada Quill, once the boldest and most stubborn skipper",
        ),
        ("So says Ada Quill, a baker.", "Ada Quill: Ada Quill, a baker"),
        ("Ada Quill – a baker – left.", "Ada Quill: Ada Quill – a baker"),
        ("Ada Quill (the baker) left.", "Ada Quill: Ada Quill (the baker)"),
        (
            "The message came by Ada Quill, secretary of the council, late.",
            "Ada Quill: Ada Quill, secretary of the council",
        ),
        ("It is a boat of Fog Pharma, a drug company in town.", "Fog Pharma: Fog Pharma, a drug company in town"),
        (
            "Ada Quill, a singer whom nobody here forgets, left.",
            "Ada Quill: Ada Quill, a singer whom nobody here forgets",
        ),
        ("Ada Quill, a baker, singer and poet, left.", "Ada Quill: Ada Quill, a baker, singer and poet"),
        (
            "They heard Ada Quill, head of an office with charge of ports, quays, and cranes in town, late.",
            "Ada Quill: Ada Quill, head of an office with charge of ports, quays, and cranes in town",
        ),
        ("Ada Quill, a tycoon whose son, it is said, left, came.", "Ada Quill: Ada Quill, a tycoon …"),
    ] {
        check(text, &[expected]);
    }
    for text in [
        "Ada Quill, however, left.",
        "Ada Quill, on Monday, left.",
        "Ada Quill, the following day, left.",
        "Ada Quill, a spokesman said, left.",
        "They sacked Ada Quill, a move that surprised all.",
        "Ada Quill, thanks to rain, left.",
        "Ada Quill, his friends and cousins, left.",
        "They saw Ada Quill, Mayor Bo Osk and Tom Aske.",
        "They saw Ada Quill, Bo Osk of Holm and others.",
        "They saw Ada Quill, Hanna Miller of Holm and Bo Fisher of Ostrey.",
        "After the word of Ada Quill, the mayor left.",
        "They met a cook of Ada Quill, a singer from town.",
        "Ada Quill, a baker and a cook went home.",
        "Back in Ada Quill, Osk’s team tried to sleep.",
        "It is of Ada Quill, the role of fog and other things.",
    ] {
        // Others may be introduced there.
        let others: &[&str] = match text {
            text if text.contains("Mayor") => &["Bo Osk: Mayor Bo Osk"],
            text if text.contains("Miller") => &["Hanna Miller: Hanna Miller of Holm"],
            _ => &[],
        };
        check(text, others);
    }
}

#[test]
fn clauses_that_tell_who_somebody_is() {
    for clause in [
        "who keeps the shop above the landing and is no relation of hers",
        "who follows tides at the mill",
        "who is its chair",
        "who has led the council since 2015",
        "who has sold tickets here for years",
        "who once taught law",
        "who was born in Holm",
        "who heads the board of courts, police and rescue services",
    ] {
        check(&format!("So says Ada Quill, {clause}."), &[&format!("Ada Quill: Ada Quill, {clause}")]);
    }
    for clause in [
        "who then left",
        "who said so",
        "who was held in spring",
        "who has left",
        "who hopes for rain",
        "who says it",
        "who is expected to win",
        "who has been waiting",
        "who is often blamed",
        "who met the board",
    ] {
        check(&format!("So did Ada Quill, {clause}."), &[]);
    }
    // Of a man of Fog Pharma it is the man.
    check("It is a man employed by Fog Pharma, who has been in town since spring.", &[]);
}

#[test]
fn the_first_description_is_taken_wherever_it_stands() {
    check(
        "Ada Quill came late. It was Ms. Quill, the treasurer, who had the key.",
        &["Ada Quill: Ms. Quill, the treasurer"],
    );
}

#[test]
fn introductions_in_german() {
    for (text, expected) in [
        ("Das sagte der Kämmerer, Karl Brandt, am Abend.", "Karl Brandt: der Kämmerer, Karl Brandt"),
        ("Karl Brandt, der Kämmerer des Hafens, war da.", "Karl Brandt: Karl Brandt, der Kämmerer des Hafens"),
        ("Karl Brandt, Kämmerer des Hafens, war da.", "Karl Brandt: Karl Brandt, Kämmerer des Hafens"),
        ("Karl Brandt (41), Bäcker aus Holm, war da.", "Karl Brandt: Karl Brandt (41), Bäcker aus Holm"),
        (
            "Das kam von Karl Brandt, dem Sprecher der Werft, am Abend.",
            "Karl Brandt: Karl Brandt, dem Sprecher der Werft",
        ),
        ("Sie sahen den Chef der Werft, Karl Brandt, am Abend.", "Karl Brandt: den Chef der Werft, Karl Brandt"),
        ("Der deutsche Außenminister Karl Brandt fuhr ab.", "Karl Brandt: Der deutsche Außenminister Karl Brandt"),
        ("Das sagte Ratsvorsitzende Ruth Brandt am Abend.", "Ruth Brandt: Ratsvorsitzende Ruth Brandt"),
        ("Da schlief der Schiffer Osric Penn.", "Osric Penn: der Schiffer Osric Penn"),
        ("Karl Brandt, 41 Jahre alt, war da.", "Karl Brandt: Karl Brandt, 41 Jahre alt"),
        ("Karl Brandt, der den Laden leitet, war da.", "Karl Brandt: Karl Brandt, der den Laden leitet"),
    ] {
        check_in("de", text, &[expected]);
    }
    for text in [
        "Karl Brandt, der gestern abreiste, war da.",
        "Karl Brandt, am Montag noch krank, war da.",
        "Karl Brandt, wie immer, war da.",
        "Da schlief Peter Karl Brandt.",
    ] {
        check_in("de", text, &[]);
    }
}

#[test]
fn introductions_in_french_and_spanish() {
    for (code, text, expected) in [
        ("fr", "C’est la trésorière, Ada Quill, au port.", "Ada Quill: la trésorière, Ada Quill"),
        ("fr", "Hier, Ada Quill, la trésorière du port, dormait.", "Ada Quill: Ada Quill, la trésorière du port"),
        ("fr", "Hier, Ada Quill, trésorière du port, dormait.", "Ada Quill: Ada Quill, trésorière du port"),
        ("fr", "Hier, Ada Quill, qui dirige le conseil, dormait.", "Ada Quill: Ada Quill, qui dirige le conseil"),
        ("fr", "L’ancien maire Ada Quill dormait.", "Ada Quill: L’ancien maire Ada Quill"),
        ("fr", "Hier, Ada Quill, 52 ans, vendeuse au port, dormait.", "Ada Quill: Ada Quill, 52 ans, vendeuse au port"),
        ("es", "El exalcalde Ada Quill dormía.", "Ada Quill: El exalcalde Ada Quill"),
        ("es", "Ayer Ada Quill, de 52 años, dormía.", "Ada Quill: Ada Quill, de 52 años"),
        ("es", "Lo vio el tesorero, Ada Quill, en el muelle.", "Ada Quill: el tesorero, Ada Quill"),
        ("es", "Ayer Ada Quill, tesorera de la junta, dormía.", "Ada Quill: Ada Quill, tesorera de la junta"),
        ("es", "Ayer Ada Quill, quien dirige la junta, dormía.", "Ada Quill: Ada Quill, quien dirige la junta"),
    ] {
        check_in(code, text, &[expected]);
    }
    for (code, text) in [
        ("fr", "Hier, Ada Quill, qui a quitté le port, dormait."),
        ("fr", "Hier, Ada Quill, près de la tour, dormait."),
        ("fr", "Hier, Ada Quill, à Holm, dormait."),
        ("es", "Ayer Ada Quill, que dijo lo mismo, dormía."),
        ("es", "Ayer Ada Quill, cerca de la torre, dormía."),
        ("es", "Ayer Ada Quill, quien salió tarde, dormía."),
    ] {
        check_in(code, text, &[]);
    }
}

#[test]
fn a_clause_in_the_middle_or_with_a_year_introduces_in_either_voice() {
    for clause in [
        "who seized the port in 1987",
        "who was elected in 1987",
        "who brought down the old harbour firm",
        "who was brought down by the old harbour firm",
        "which is funded by the mill",
        "who has burned two boats",
    ] {
        check(&format!("Ada Quill, {clause}, slept on the quay."), &[&format!("Ada Quill: Ada Quill, {clause}")]);
    }
    check("They saw Ada Quill, who seized the port in 1987.", &["Ada Quill: Ada Quill, who seized the port in 1987"]);
    check("It is late, said Ada Quill, who built the mill.", &["Ada Quill: Ada Quill, who built the mill"]);
    for text in [
        "It is late, said Ada Quill, who then left the mill.",
        "Ada Quill, who seized the port on Monday, slept on the quay.",
        "Ada Quill, who then seized the port, slept on the quay.",
        "Ada Quill, who denied it all, slept on the quay.",
        "Ada Quill, who will seize the port, slept on the quay.",
        "They saw Ada Quill, who seized the port.",
        "They saw Ada Quill, who was held in spring.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_participle_before_a_noun_begins_a_description() {
    check(
        "Ada Quill, disgraced former head of the mill, left on Monday.",
        &["Ada Quill: Ada Quill, disgraced former head of the mill"],
    );
    check("Ada Quill, accused by the head of the mill, left on Monday.", &[]);
    check("Ada Quill, dressed as a cook, left on Monday.", &[]);
    check("It is late, said pupil Ada Quill.", &["Ada Quill: pupil Ada Quill"]);
}

#[test]
fn the_kind_of_a_place_stands_before_of() {
    check("The rebel stronghold of Holm was late.", &["Holm: The rebel stronghold of Holm"]);
    check("They slept in the occupied city of Holm.", &["Holm: the occupied city of Holm"]);
    check("They slept in a suburb of Holm, and the mayor of Ostrey slept.", &[]);
}
