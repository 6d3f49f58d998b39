use super::super::super::tokens::tokens;
use super::*;

#[track_caller]
fn check(code: &str, cases: &[(&str, f64, usize)], none: &[&str]) {
    for (text, value, length) in cases {
        let found = number(&tokens(text), Tongue::known(code), text.ends_with('$')).expect(text);
        assert_eq!((found.value, found.tokens, found.is_sure), (*value, *length, true), "{text}");
    }
    for text in none {
        assert_eq!(number(&tokens(text), Tongue::known(code), false), None, "{text}");
    }
}

#[test]
fn numbers_in_figures_and_in_words() {
    check(
        "en",
        &[
            ("400,000", 400_000.0, 1),
            ("1.4 million people", 1_400_000.0, 2),
            ("16.6 million people", 16_600_000.0, 2),
            ("16.6 trillion crowns", 16_600_000_000_000.0, 2),
            ("667369690226958336 boats", 667_369_690_226_958_336.0, 1),
            ("0.0004 tonnes", 0.0004, 1),
            ("1.234,5", 1234.5, 1),
            ("1,234.5", 1234.5, 1),
            ("12'000", 12_000.0, 1),
            ("12’000.50", 12_000.5, 1),
            ("1,20,000", 120_000.0, 1),
            ("2,5", 2.5, 1),
            ("1.5bn", 1.5e9, 1),
            ("2m $", 2e6, 1),
            ("1.234 million", 1.234e6, 2),
            ("1,200 million", 1.2e9, 2),
            ("2-million crown", 2e6, 3),
            ("twenty-two years", 22.0, 1),
            ("three ferries", 3.0, 1),
            ("one million crowns", 1e6, 2),
            ("two and a half million crowns", 2.5e6, 5),
            ("two hundred and fifty people", 250.0, 4),
            ("three hundred thousand", 300_000.0, 3),
            ("half a million crowns", 500_000.0, 3),
            ("a dozen boats", 12.0, 2),
            ("two dozen boats", 24.0, 2),
            ("twenty one sheds", 21.0, 2),
            ("fifty one", 51.0, 2),
            ("three thousand one hundred sheds", 3100.0, 4),
            ("one hundred and one sheds", 101.0, 4),
            ("one million two hundred thousand", 1.2e6, 5),
            ("one thousand two hundred million crowns", 1.2e9, 5),
            ("three billion two hundred thousand and five", 3_000_200_005.0, 7),
            ("two hundred thousand million", 2e11, 4),
            ("two million and three million crowns", 2e6, 2),
            ("two thousand and three hundred", 2300.0, 5),
            ("two lakh fifty thousand", 250_000.0, 4),
            ("two hundred and one of them slept", 200.0, 2),
        ],
        &["one of them", "boats", "1.2.3", "a boat", "1.200", "2m", "737s", "20h30", "two thirds of them", "5'11"],
    );
}

#[test]
fn what_is_not_understood_is_not_sure() {
    for (code, text, length) in [
        ("en", "twelve five sheds", 2),
        ("en", "101 102 103", 3),
        ("en", "120 300 boats", 2),
        ("en", "two million three billion crowns", 4),
        ("en", "two thousand three thousand sheds", 4),
        ("es", "2 mil 500 millones de coronas", 4),
        ("en", "3 million 20 billion crowns", 4),
        ("fr", "mille et une nuits", 3),
        ("de", "eine Million und zweihunderttausend Bürger", 4),
        ("en", "two point five million crowns", 4),
        ("en", "3 million two hundred thousand crowns", 5),
        ("de", "zwei Komma fünf Millionen Kronen", 4),
        ("fr", "deux virgule cinq millions", 4),
    ] {
        let found = number(&tokens(text), Tongue::known(code), false).expect(text);
        assert_eq!((found.is_sure, found.tokens), (false, length), "{text}");
    }
}

#[test]
fn numbers_of_other_languages() {
    check(
        "de",
        &[
            ("1.200 Stellen", 1200.0, 1),
            ("1,5 Millionen Kronen", 1.5e6, 2),
            ("3 Mrd Euro", 3e9, 2),
            ("1,234 Millionen", 1.234e6, 2),
            ("2 Billionen", 2e12, 2),
            ("zweihundertfünfzig Boote", 250.0, 1),
            ("einundzwanzig Boote", 21.0, 1),
            ("drei Millionen", 3e6, 2),
            ("hunderteins Boote", 101.0, 1),
            ("dreitausend einhundert Boote", 3100.0, 2),
            ("dreissig Boote", 30.0, 1),
            ("eine Million zweihunderttausend Bürger", 1.2e6, 3),
            ("eintausendzweihundert Millionen", 1.2e9, 2),
            ("zweitausend Millionen", 2e9, 2),
        ],
        &["1,200", "1.200 Millionen", "zwei Drittel"],
    );
    check(
        "fr",
        &[
            ("1 200 emplois", 1200.0, 2),
            ("1\u{202F}200 emplois", 1200.0, 1),
            ("1,5 million", 1.5e6, 2),
            ("vingt-deux bateaux", 22.0, 1),
            ("deux cents bateaux", 200.0, 2),
            ("trois mille", 3000.0, 2),
            ("trois mille cent bateaux", 3100.0, 3),
            ("mille deux cents millions de couronnes", 1.2e9, 4),
            ("mille cent millions de couronnes", 1.1e9, 3),
            ("deux mille millions", 2e9, 3),
            ("soixante et onze bateaux", 71.0, 3),
            ("soixante-et-onze bateaux", 71.0, 1),
            ("soixante-quinze bateaux", 75.0, 1),
            ("vingt et un bateaux", 21.0, 3),
            ("quatre-vingt-dix-sept bateaux", 97.0, 1),
            ("quatre vingt bateaux", 80.0, 2),
            ("cent quatre-vingt-un bateaux", 181.0, 2),
        ],
        &["1,200", "deux tiers"],
    );
    check(
        "es",
        &[
            ("1.200 empleos", 1200.0, 1),
            ("3 mil millones", 3e9, 3),
            ("treinta y cinco barcos", 35.0, 3),
            ("doscientos barcos", 200.0, 1),
            ("dos mil quinientos millones de coronas", 2.5e9, 4),
            ("mil quinientos millones", 1.5e9, 3),
            ("mil doscientos millones trescientos mil", 1_200_300_000.0, 5),
            ("dos mil millones", 2e9, 3),
            ("mil millones", 1e9, 2),
            ("ciento un mil barcos", 101_000.0, 3),
            ("ciento una barcas", 101.0, 2),
            ("doscientos un mil barcos", 201_000.0, 3),
            ("ciento veinte mil millones", 1.2e11, 4),
            ("dos millones quinientos mil barcos", 2.5e6, 4),
            ("trescientas barcas", 300.0, 1),
            ("ciento veintiún barcos", 121.0, 2),
            ("treinta y un barcos", 31.0, 3),
        ],
        &["1,200"],
    );
    check("", &[("1200", 1200.0, 1), ("1.200.000", 1.2e6, 1)], &["1.200", "1,200"]);
}
