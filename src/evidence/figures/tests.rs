use super::*;
use crate::evidence::dates::read;

/// Checks the figures of a paragraph in a language, each as `text = value unit`.
#[track_caller]
fn check_in(code: &str, text: &str, expected: &[&str]) {
    let article =
        Article::read("a.txt", &format!("The board of the port met on the quay for all of the evening.\n\n{text}"));
    let drawn = |figure: &Figure| {
        let text = &article.blocks[figure.place.block].text[figure.place.range.clone()];
        let upper = figure.upper.map_or(String::new(), |upper| format!("-{upper}"));
        format!("{text} = {}{upper} {} {}", figure.value, figure.unit, figure.exactness.name())
    };
    let found = figures(0, &article, Tongue::known(code), &read(&article, Tongue::known(code)));
    assert_eq!(found.iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_in("en", text, expected);
}

/// Checks that amounts are of one currency and one value.
#[track_caller]
fn check_one(amounts: &[&str], key: &str, value: f64) {
    for amount in amounts {
        let article =
            Article::read("a.txt", &format!("The board of the port on the quay spent {amount} on the boats."));
        let found = figures(0, &article, Tongue::known("en"), &read(&article, Tongue::known("en")));
        let own: Vec<(&str, f64)> = found.iter().map(|figure| (&*figure.key, figure.value)).collect();
        assert_eq!(own, [(key, value)], "{amount}");
    }
}

#[test]
fn ages_are_none() {
    check("The 64-year-old skipper, 37 years old as a boat, and Ada Quill, 45, aged 45 years or 9 months of age.", &[]);
    check(
        "They waited 64 years, and the lease of 30 years ends.",
        &["64 years = 64 years plain", "30 years = 30 years plain"],
    );
    check_in("de", "Der 64-jährige Kapitän und die 64-Jährige sahen das 37 Jahre alte Boot; es ist 37 Jahre alt.", &[]);
    check_in("fr", "Le patron, âgé de 64 ans, et Ada Quill, 64 ans, sont partis.", &[]);
    check_in("es", "El patrón, de 64 años, y una mujer de 30 años de edad salieron.", &[]);
}

#[test]
fn parts_of_so_many_rows_minutes_and_telephones_are_none() {
    check("One in three members and nine out of ten cooks rang 0800 555 1234. The skipper, 64, waited.", &[]);
    check("They lost 12 boats in three days.", &["12 boats = 12 boats plain", "three days = 3 days plain"]);
    check_in("de", "Es war in der 25. Woche um 10 Uhr 30 im Hafen.", &[]);
    check_in("fr", "Une femme de 64 ans et un élu sur trois ont signé à 22 h 30.", &[]);
    check_in("fr", "Il a fallu 30 depuis mai.", &["30 = 30  plain"]);
    check_in("es", "Un hombre de 30 años y uno de cada tres vecinos firmaron, unos 20 más.", &["unos 20 = 20  about"]);
}

#[test]
fn a_part_of_so_many_is_not_so_many() {
    check(
        "It took half of 12 million crowns, twice the 14 million crowns planned, and two-thirds of the 900 seats.",
        &[],
    );
    check("It took a quarter of a million crowns.", &["a quarter of a million crowns = 250000 crowns plain"]);
    check(
        "It took two and three quarters of a million crowns, and two and half a million boats, and a 800m women race.",
        &[],
    );
    check(
        "The third time 12 boats sank, and half past seven 14 boats.",
        &["12 boats = 12 boats plain", "14 boats = 14 boats plain"],
    );
    check("Of three thousand, two hundred workers stayed.", &[]);
    check(
        "Some three thousand, two hundred workers left.",
        &["Some three thousand, two hundred workers = 3200 workers about"],
    );
    check_in("de", "Die Hälfte der 900 Plätze und ein Drittel von 12 Millionen Kronen.", &[]);
    check_in("fr", "La moitié des 900 places et le double des 12 millions de couronnes.", &[]);
    check_in("es", "La mitad de los 900 barcos y el doble de los 12 millones de coronas.", &[]);
}

#[test]
fn what_german_counts_is_no_year() {
    check_in(
        "de",
        "Rund 2000 Menschen kamen, 1500 neue Stellen fehlen, von 1800 Betten ist die Rede, es kostete 1999 Euro.",
        &[
            "Rund 2000 Menschen = 2000 Menschen about",
            "1500 neue Stellen = 1500 Stellen plain",
            "1800 Betten = 1800 Betten plain",
            "1999 Euro = 1999 Euro plain",
        ],
    );
    check_in(
        "de",
        "Seit 2000 Menschen kamen, im Jahr 2010 Häuser brannten und 2006 Bürgermeister Quill kam, 2000 war es still; von 2000 Menschen, es starben 2015 Menschen.",
        &[],
    );
}

#[test]
fn below_nought_and_short_forms_of_millions() {
    check(
        "It fell to minus 12.5 degrees and then by 3 degrees.",
        &["minus 12.5 degrees = -12.5 degrees plain", "3 degrees = 3 degrees plain"],
    );
    check_in(
        "de",
        "Der Umbau kostet 3,5 Mio. Euro und damit 2 Mio. Der Rat weiß es.",
        &["3,5 Mio. Euro = 3500000 Euro plain", "2 Mio = 2000000  plain"],
    );
}

#[test]
fn parts_of_what_is_counted() {
    check(
        "Two of the thirteen members left, as did thirty-one of her patients and 20 of the town's boats, three of them red.",
        &[
            "Two = 2 members plain",
            "thirteen members = 13 members plain",
            "thirty-one of her patients = 31 patients plain",
            "20 of the town's boats = 20 boats plain",
        ],
    );
    check_in(
        "de",
        "Zwei der dreizehn Mitglieder und 20 von den Booten fehlten.",
        &[
            "Zwei = 2 Mitglieder plain",
            "dreizehn Mitglieder = 13 Mitglieder plain",
            "20 von den Booten = 20 Booten plain",
        ],
    );
    check_in(
        "fr",
        "Deux des treize membres ont voté.",
        &["Deux = 2 membres plain", "treize membres = 13 membres plain"],
    );
    check_in(
        "es",
        "Dos de los trece miembros votaron.",
        &["Dos = 2 miembros plain", "trece miembros = 13 miembros plain"],
    );
}

#[test]
fn values_units_and_exactness() {
    check(
        "The contract, worth about 41 million crowns, went to a yard with 160 people.",
        &["about 41 million crowns = 41000000 crowns about", "160 people = 160 people plain"],
    );
    check(
        "It was 63 per cent, or at least $15,000, for three new ferries and a 64-year-old boat.",
        &["63 per cent = 63 % plain", "at least $15,000 = 15000 $ at-least", "three new ferries = 3 ferries plain"],
    );
    check(
        "They want 20 to 30 boats, up to 2.5 million tons, and more than 200 dock workers, 40 or more of them cooks.",
        &[
            "20 to 30 boats = 20-30 boats plain",
            "up to 2.5 million tons = 2500000 tons at-most",
            "more than 200 dock workers = 200 workers at-least",
            "40 or more = 40  at-least",
        ],
    );
    check(
        "No fewer than 300 skippers paid $2 million to $3 million; prices rose from 20 to 30 crowns.",
        &[
            "No fewer than 300 skippers = 300 skippers at-least",
            "$2 million to $3 million = 2000000-3000000 $ plain",
            "20 = 20  plain",
            "30 crowns = 30 crowns plain",
        ],
    );
}

#[test]
fn dates_times_and_small_words_are_no_figures() {
    check("On 4 March 2026, at 6:01 p.m., one of them left; by July 14 or Oct. 8, 2019, and since 2017 none.", &[]);
    check("Article 9 and number 12 were read to the two, and four of them slept.", &[]);
    check("It began at 7, at 10:30 and at 18.30, and ended on 15 June or June 5.", &[]);
    check("It began at twelve on Monday, at half past ten, and around ten past seven, at eleven.", &[]);
    check("Some sank; thirty were hurt, and two slept. Seven left.", &["thirty = 30  plain"]);
    check_in("de", "Drei starben, zwölf wurden verletzt, um elf.", &["zwölf = 12  plain"]);
    check_in("de", "Am 15. Juni um 10 Uhr, am 3.9. und am 3. September um 18.30 Uhr, seit 2017.", &[]);
    check_in("fr", "Le 15 juin à 20h30, le 1er mai à 20 heures et en août 2019.", &[]);
    check_in("es", "El 15 de junio a las 10 de la mañana, el lunes 3 de mayo de 2021 a las 10:30.", &[]);
}

#[test]
fn numbers_of_names_rows_scores_and_ages_are_no_figures() {
    check("The Boeing 737 and the A320 met above Highway 61 near Route 66, said Covid-19 experts of the G20.", &[]);
    check("Ada Quill, 45, and Bo Osk (52) won 3–2 and then 21-14 on Platform 12 at No. 15 Quay Road.", &[]);
    check("They were the 12th and the 3rd, in chapter 14, by two thirds.", &[]);
    // A name of a place goes before what is counted there.
    check("In Ostrey 300 people slept.", &["300 people = 300 people plain"]);
}

#[test]
fn nouns_of_many_without_an_s_and_measures_of_two_words() {
    check(
        "Three firemen and nine fishermen saw 5 square kilometres and 6 nautical miles burn, by two specimen maps.",
        &[
            "Three firemen = 3 firemen plain",
            "nine fishermen = 9 fishermen plain",
            "5 square kilometres = 5 square kilometres plain",
            "6 nautical miles = 6 nautical miles plain",
            "two specimen maps = 2 maps plain",
        ],
    );
}

#[test]
fn what_is_no_noun_is_not_counted() {
    check(
        "Of the crew 20 signed the letter, and 30 previous owners did not; 40 less.",
        &["20 = 20  plain", "30 previous owners = 30 owners plain", "40 = 40  plain"],
    );
}

#[test]
fn one_amount_of_money_in_many_forms() {
    check_one(
        &["$2 million", "2 million dollars", "US$2m", "2 mn USD", "$2m", "USD 2 million", "2m dollars"],
        "$",
        2e6,
    );
    check_one(&["£1.5bn", "£1,500 million", "1.5 billion pounds", "1.5bn pounds sterling"], "£", 1.5e9);
    check_one(&["€3 Mrd", "3 Mrd Euro", "3 billion euros", "EUR 3bn"], "€", 3e9);
    check_one(&["C$2 million", "$2 million Canadian", "$2m (Canadian)", "2 million dollars Canadian"], "C$", 2e6);
    check_one(&["A$2 million", "2 million Australian dollars", "AUD 2m"], "A$", 2e6);
    // Pounds of weight are counted as other things are.
    check_one(&["200 pounds"], "pounds", 200.0);
    // Two metres, and no millions.
    check("A wall 2 m high.", &["2 m = 2 m plain"]);
}

#[test]
fn a_block_may_end_behind_an_amount() {
    check("The yard asked for $20 -", &["$20 = 20 $ plain"]);
    check("The yard asked for US$20 to", &["US$20 = 20 US$ plain"]);
    check("The yard asked for $20 or", &["$20 = 20 $ plain"]);
}

#[test]
fn figures_of_other_languages() {
    check_in(
        "de",
        "Rund 1.200 neue Stellen kosten 1,5 Millionen Euro, mehr als 20 Prozent, für zweihundert Boote und 20 unterschrieben.",
        &[
            "Rund 1.200 neue Stellen = 1200 Stellen about",
            "1,5 Millionen Euro = 1500000 Euro plain",
            "mehr als 20 Prozent = 20 % at-least",
            "zweihundert Boote = 200 Boote plain",
            "20 = 20  plain",
        ],
    );
    check_in(
        "fr",
        "Quelque 1 200 emplois et 300 nouveaux bateaux coûtent 1,5 million d’euros, soit 20 pour cent.",
        &[
            "Quelque 1 200 emplois = 1200 emplois about",
            "300 nouveaux bateaux = 300 bateaux plain",
            "1,5 million d’euros = 1500000 euros plain",
            "20 pour cent = 20 % plain",
        ],
    );
    check_in(
        "es",
        "Unos 1.200 empleos cuestan 3 mil millones de euros, más de 20 por ciento, para treinta y cinco barcos.",
        &[
            "Unos 1.200 empleos = 1200 empleos about",
            "3 mil millones de euros = 3000000000 euros plain",
            "más de 20 por ciento = 20 % at-least",
            "treinta y cinco barcos = 35 barcos plain",
        ],
    );
    check_in("", "1.200 of them, 1,200 of them", &[]);
}

#[test]
fn how_exact_is_said_behind_what_is_counted_too() {
    check(
        "A dozen guards or more saw 30 boats at least, 40 sheds at most, 20-odd goats, 20-plus hens, and 12 carts or so.",
        &[
            "A dozen guards or more = 12 guards at-least",
            "30 boats at least = 30 boats at-least",
            "40 sheds at most = 40 sheds at-most",
            "20-odd goats = 20 goats about",
            "20-plus hens = 20 hens at-least",
            "12 carts or so = 12 carts about",
        ],
    );
    check(
        "They gave 300 crowns (about $40) and more, and bought 20 boats and more nets than ever, 12 sheds, at least 30 carts.",
        &[
            "300 crowns = 300 crowns at-least",
            "about $40 = 40 $ about",
            "20 boats = 20 boats plain",
            "12 sheds = 12 sheds plain",
            "at least 30 carts = 30 carts at-least",
        ],
    );
    check_in(
        "de",
        "Maximal 30 Boote, nicht weniger als 40 Hütten und 20 Karren oder mehr.",
        &[
            "Maximal 30 Boote = 30 Boote at-most",
            "nicht weniger als 40 Hütten = 40 Hütten at-least",
            "20 Karren oder mehr = 20 Karren at-least",
        ],
    );
    check_in(
        "fr",
        "Pas moins de 12 bateaux, pas plus de 30 cabanes, 20 charrettes au moins et une centaine de marins.",
        &[
            "Pas moins de 12 bateaux = 12 bateaux at-least",
            "pas plus de 30 cabanes = 30 cabanes at-most",
            "20 charrettes au moins = 20 charrettes at-least",
            "une centaine de marins = 100 marins about",
        ],
    );
    check_in(
        "es",
        "No menos de 12 barcos, menos del 20 %, el 12 por cien, 30 casas como mínimo y un centenar de vecinos.",
        &[
            "No menos de 12 barcos = 12 barcos at-least",
            "menos del 20 % = 20 % at-most",
            "12 por cien = 12 % plain",
            "30 casas como mínimo = 30 casas at-least",
            "un centenar de vecinos = 100 vecinos about",
        ],
    );
}

#[test]
fn a_number_instead_of_another_one_counts_the_same() {
    check(
        "The boat makes six crossings a day instead of fourteen.",
        &["six crossings = 6 crossings plain", "fourteen = 14 crossings plain"],
    );
    check(
        "They took 12 boats instead of 20 carts, and 3 sheds, instead of nothing; nine instead of fourteen slept.",
        &["12 boats = 12 boats plain", "20 carts = 20 carts plain", "3 sheds = 3 sheds plain", "fourteen = 14  plain"],
    );
    check_in(
        "de",
        "Das Boot fährt sechs Runden statt vierzehn.",
        &["sechs Runden = 6 Runden plain", "vierzehn = 14 Runden plain"],
    );
    check_in(
        "fr",
        "Il y a six bateaux au lieu de quatorze.",
        &["six bateaux = 6 bateaux plain", "quatorze = 14 bateaux plain"],
    );
    check_in(
        "es",
        "Hay seis barcos en lugar de catorce.",
        &["seis barcos = 6 barcos plain", "catorce = 14 barcos plain"],
    );
}

#[test]
fn what_is_not_read_whole_is_no_figure() {
    check("It was .5 per cent of the town.", &[]);
    check_in("es", "Pagaron 2 mil 500 pesos.", &[]);
    check_in("fr", "Ils ont payé 1 200,50 euros.", &["1 200,50 euros = 1200.5 euros plain"]);
    check_in(
        "de",
        "Es kostet 4 Mrd. Kronen und 3 Mio. Der Rat weiß es.",
        &["4 Mrd. Kronen = 4000000000 Kronen plain", "3 Mio = 3000000  plain"],
    );
    check_in(
        "es",
        "Cuesta 3.500 millones de euros y 41 mill. de coronas.",
        &["3.500 millones de euros = 3500000000 euros plain", "41 mill. de coronas = 41000000 coronas plain"],
    );
}

#[test]
fn chinese_and_japanese_stand_beside_words() {
    check_in("zh", "昨晚三百人到码头，花了1.2亿元。", &["三百人 = 300 人 plain", "1.2亿元 = 120000000 元 plain"]);
    check_in("ja", "港町の女将（72）は約20人と待つ。", &["約20人 = 20 人 about"]);
}

#[test]
fn ranges_in_many_forms_have_both_ends() {
    for words in [
        "from 5 to 10 boats",
        "5 or 10 boats",
        "5-to-10 boats",
        "5 per cent to 10 per cent",
        "5 boats to 10 boats",
        "between 5% and 10%",
        "5 million crowns to 10 million crowns",
    ] {
        let article =
            Article::read("a.txt", &format!("The board of the port on the quay wanted {words} by the summer."));
        let tongue = Tongue::known("en");
        let found = figures(0, &article, tongue, &read(&article, tongue));
        let ends: Vec<bool> = found.iter().map(|figure| figure.upper.is_some()).collect();
        assert_eq!(ends, [true], "{words}");
    }
    check("They saw one or two boats, and 6 or 5 sheds.", &[]);
}

#[test]
fn dozens_and_halves_behind_a_scale_are_read_whole_or_not_at_all() {
    let read = |text: &str, code: &str| {
        let article = Article::read("a.txt", &format!("The board of the port on the quay wanted so.\n\n{text}"));
        let tongue = Tongue::known(code);
        figures(0, &article, tongue, &read(&article, tongue)).iter().map(|figure| figure.value).collect::<Vec<f64>>()
    };
    assert_eq!(read("They saw two hundred and fifty one men there.", "en"), [251.0]);
    assert_eq!(read("They saw one hundred twenty five boats there.", "en"), [125.0]);
    assert_eq!(read("They saw two and a half dozen boats there.", "en"), [30.0]);
    for text in ["They saw 3 score men.", "They saw several dozen goats."] {
        assert_eq!(read(text, "en"), [0.0; 0], "{text}");
    }
    assert_eq!(read("They saw 2 dozen boats and 1.5 dozen eggs.", "en"), [24.0, 18.0]);
    assert_eq!(read("Ils ont deux douzaines de bateaux et une demi-douzaine de cabanes.", "fr"), [24.0, 6.0]);
    assert_eq!(read("Tienen dos docenas de barcos y media docena de casas.", "es"), [24.0, 6.0]);
    assert_eq!(read("Sie haben zwei Dutzend Boote und ein halbes Dutzend Hütten.", "de"), [24.0, 6.0]);
    assert_eq!(read("Des douzaines de bateaux, einige Hundert.", "fr"), [0.0; 0]);
    assert_eq!(read("Einige Hundert Boote und mehrere tausend Leute.", "de"), [0.0; 0]);
    assert_eq!(read("Ils ont deux millions et demi d'euros, un an et demi après.", "fr"), [2.5e6, 1.5]);
    assert_eq!(read("Tienen dos millones y medio de euros.", "es"), [2.5e6]);
    assert_eq!(read("Es waren zweieinhalb Millionen Boote in anderthalb Tagen.", "de"), [2.5e6, 1.5]);
    assert_eq!(read("One and a half million men and 2½ years, or a year and a half.", "en"), [1.5e6, 2.5, 1.5]);
    assert_eq!(read("数量上涨了。20%的船都在这里。", "zh").len(), 1);
}
