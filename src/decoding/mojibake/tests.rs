use std::borrow::Cow;

use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};
use proptest::prelude::*;

use super::mend;

#[track_caller]
fn check(damaged: &str, expected: &str, places: usize) {
    let (mended, count) = mend(Cow::Borrowed(damaged));
    assert_eq!((&*mended, count), (expected, places), "{damaged:?}");
}

/// Returns a text as it looks when its UTF-8 is decoded with another table.
fn wrongly(encoding: &'static Encoding, text: &str) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// Returns a text as it looks when its UTF-8 is decoded as Latin-1.
fn as_latin_1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

const SAMPLES: &[&str] = &[
    "“We waited too long,” said Ruth Halloran, “and it was the island that paid.”",
    "The board’s fee — 40 £ a head — isn’t final… 20 °C, 3 €",
    "L’été dernier, à Brest, la société a été vendue : voilà.",
    "« Ça suffit », a-t-il déclaré à la réunion.",
    "A informação é da Câmara: não há previsão para amanhã.",
    "Österreichs Fähren fahren über Köln, sagt Jürgen Groß.",
    "El año que viene habrá más niños, dijo ¿quién?",
    "Żółta łódź płynęła wzdłuż brzegu, a spółka milczała.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Яхта стоит у причала уже третий год.",
    "Οι βάρκες έφυγαν την Τρίτη.",
    "船は火曜日に港を出た。",
    "A smile 😀 and a boat 🚢.",
];

#[test]
fn what_was_decoded_as_latin_1_or_windows_1252_is_mended() {
    for sample in SAMPLES {
        for damaged in [as_latin_1(sample), wrongly(WINDOWS_1252, sample)] {
            assert_eq!(mend(Cow::Borrowed(&damaged)).0, *sample, "{damaged}");
        }
    }
}

#[test]
fn so_is_what_was_decoded_twice() {
    for sample in SAMPLES {
        let damaged = wrongly(WINDOWS_1252, &wrongly(WINDOWS_1252, sample));
        assert_eq!(mend(Cow::Borrowed(&damaged)).0, *sample, "{damaged}");
    }
    check("It wasnÃ¢â‚¬â„¢t", "It wasn’t", 1);
}

#[test]
fn other_tables_are_known() {
    for (encoding, sample) in [
        (WINDOWS_1251, "Яхта «Надежда» стоит у причала — уже третий год."),
        (WINDOWS_1251, "“We waited,” she said; it isn’t over."),
        (WINDOWS_1250, "Žlutá loď stála u břehu, řekl starosta."),
        (WINDOWS_1250, "A hajó három éve áll a kikötőben."),
        (ISO_8859_2, "Łódź stała u brzegu, a spółka milczała."),
        (WINDOWS_1254, "“Gemi üç yıldır limanda,” dedi başkan."),
        (WINDOWS_1257, "“Laivs stāv ostā,” sacīja mērs."),
        (MACINTOSH, "“We waited,” she said; it isn’t over… A café."),
    ] {
        let damaged = wrongly(encoding, sample);
        assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
    }
}

#[test]
fn tables_of_other_scripts_and_of_consoles_are_known() {
    let as_dos = |upper: &[char; 128], text: &str| -> String {
        let c = |byte: u8| byte.checked_sub(0x80).map_or(char::from(byte), |at| upper[usize::from(at)]);
        text.bytes().map(c).collect()
    };
    for sample in [
        "“We waited,” she said; it isn’t over… A café.",
        "Die Fähre für Österreichs Gäste fährt über Köln, sagt Jürgen Groß.",
        "L’été dernier, à Brest, la société a été vendue : « voilà ».",
        "El año que viene habrá más niños.",
        "Яхта стоит у причала уже третий год.",
        "Příliš žluťoučký kůň.",
    ] {
        for upper in [&DECODING_TABLE_CP437, &DECODING_TABLE_CP850] {
            let damaged = as_dos(upper, sample);
            assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
        }
    }
    // The letter that ends in a part of a frame is the only one of its line.
    let twice = as_dos(&DECODING_TABLE_CP437, &as_dos(&DECODING_TABLE_CP437, "Von Jörg Küßner"));
    assert_eq!(mend(Cow::Borrowed(&twice)).0, "Von Jörg Küßner", "{twice}");
    for sample in ["Brücke gesperrt", "Fischer über Nacht", "Boote für Grönland"] {
        let damaged = as_dos(&DECODING_TABLE_CP437, sample);
        assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
    }
    for (encoding, sample) in [
        (WINDOWS_1256, "غادرت القوارب الميناء يوم الثلاثاء، وقال رئيس البلدية إن العبور خطر."),
        (WINDOWS_1256, "Die Fähre für die Gäste"),
        (WINDOWS_1256, "Яхта «Надежда» стоит у причала."),
        (WINDOWS_1255, "הסירות עזבו את הנמל ביום שלישי."),
        (KOI8_R, "Яхта «Надежда» стоит у причала — уже третий год."),
        (IBM866, "Яхта «Надежда» стоит у причала — уже третий год."),
    ] {
        let damaged = wrongly(encoding, sample);
        assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
    }
    for sample in
        ["“We waited,” she said; it isn’t over…", "Die Fähre für die Gäste fährt, sagt Jürgen.", "L’été à Brest"]
    {
        for encoding in [WINDOWS_1251, WINDOWS_1253] {
            let damaged = wrongly(encoding, sample);
            assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
        }
    }
}

#[test]
fn what_somebody_wrote_stays() {
    for text in [
        "SÃO PAULO: A INFORMAÇÃO É DA CÂMARA. AMANHÃ… “ATÉ AMANHÔ, DISSE. «AMANHû",
        "IRMÔ – ÓRFÃ’S – MANHÃ—TARDE – MANHÃ†",
        "Â, Ã e à são letras. A letra “Ô, a letra (Ã), «û.",
        "« L’été », dit-il ; « été\u{A0}» et « voilà\u{A0}… » : hâlâ”… «perché»…",
        "Il a dit : «\u{A0}Ça y est\u{A0}!\u{A0}», à 5\u{A0}°C, 3\u{A0}€ près — l’âge…",
        "Én från Åsa: Å, Ä och Ö. 20 Å² och 3 Ų.  Ä–ö. ÅÄÖ",
        "Ấy là Âu Cơ, Ân và Ẫn; Ã, Â. Đã â",
        "Р. Иванов и С. Петров: что такое СССР? Р иС",
        "МІЛІЦІЯ ВІДПОВІДІ. Річ у тім, що Сім’я «Січ» — це УкрНіт. ТелеСіті",
        "БЕЛАРУСІ. ЉУБАВ И ЊЕГОШ. Ёж, Ѓорѓи, РЁВ",
        "Ăştia au spus că «CASĂ» şi Ăla. Ă…",
        "Škoda, Čech, Žižka: «Ž», Ľšť. Ďábel",
        "„Äußerung“ – ‚Ägypten‘ … √π = 1.77; ¬A; “École” — à la carte —élan",
        "Straße, Ø 5 ±1, µm, Æ, æøå, ÐÞ ðþ, Ñandú ESPAÑA… MAÑANA” ",
        "naïve ï, coöperate, São-Tomé, Ærø, ŒUVRE, Œ’s, É’s",
        "├── src\n│   ├── a.rs\n│   └── b.rs\n├─é ╔══╗ ╠╣╠╣╠╣ ║é║ ╚══╝ ▓▓▒░ ├éa │éa",
        "В\u{A0}iPhone и В«iPad», Г-образный. Ђорђе, Гјуро, Гаљ. Δx = 3, ΔΕ; β-καροτίνη, Γ΄ τάξη, Β΄ λυκείου, mΩ",
        "Ô ma Çiçek, ÔÇ… l’Ôéan; Óé ßé Ðð",
        "港の船。ＡＢＣ 배 مرحبا שלום नमस्ते ไทย 😀",
        "One.\u{85}Two.\u{85}",
        "وسط، ظ؛ أ–ب–ج–د–ط–ظ–ع، «ط»؛ ٹھیک بچاچاک گاڑی، چاک",
        "├─┐a ├│b ┬─┬ text─┐ ╟─╢x ├╝ ╨╤╨",
        "ש״ס, ג׳ירפה ׳ז׳ 5₪",
    ] {
        check(text, text, 0);
    }
}

#[test]
fn only_what_is_certain_is_mended_beside_what_is_right() {
    check("Un café, itâ€™s said, «été\u{A0}».", "Un café, it’s said, «été\u{A0}».", 1);
    check("AMANHÔ, disse. DonÃ©ÃŸ.", "AMANHÔ, disse. Donéß.", 1);
    // The other line says nothing of this one.
    check("cafÃ©\nAMANHû", "café\nAMANHû", 1);
    check("Âµ cafÃ© TÃ‰ AMANHÃ\u{81}", "µ café TÉ AMANHÁ", 4);
}

#[test]
fn characters_that_were_lost_on_the_way_are_supplied() {
    check("â€œWe waited,â€ she said.", "“We waited,” she said.", 2);
    check("â€œWe waited,â€\u{FFFD} she said.", "“We waited,” she said.", 2);
    check("BÃ©la’s sister, RÃ¶mer’s aunt", "Béla’s sister, Römer’s aunt", 2);
    check("voilÃ  la crÃ¨me, dÃ©jÃ vu Ã  Brest", "voilà la crème, déjà vu à Brest", 5);
    check("a cafÃ© at 10Â 000", "a café at 10\u{A0}000", 2);
}

#[test]
fn letters_of_cyrillic_that_were_lost_are_supplied() {
    let sample = "Иван и Россия: РОЗА и Игорь Ильин, но не Эльза";
    let damaged = wrongly(WINDOWS_1251, sample);
    for lost in ["\u{98}", "\u{FFFD}", "?"] {
        for space in ["\u{A0}", " "] {
            let damaged = damaged.replace("Р\u{98}", &format!("Р{lost}")).replace("Р\u{A0}", &format!("Р{space}"));
            assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
        }
    }
}

#[test]
fn a_line_is_mended_whole_or_stays_whole() {
    for (encoding, sample) in [
        (WINDOWS_1251, "Яхта стоит у причала, и в порту не знают"),
        (WINDOWS_1252, "Οι βάρκες έφυγαν την Τρίτη, και οι ναύτες"),
        (WINDOWS_1252, "القوارب غادرت يوم الثلاثاء، و لا"),
        (WINDOWS_1252, "船は火曜日に港を出た。町の人は"),
    ] {
        let damaged = wrongly(encoding, sample);
        assert_eq!(mend(Cow::Borrowed(&damaged)).0, sample, "{damaged}");
        // Without its fourth character, none of the line can be trusted; the next line can.
        let lost: String =
            damaged.char_indices().filter(|(at, _)| damaged[..*at].chars().count() != 3).map(|(_, c)| c).collect();
        let (mended, _) = mend(Cow::Owned(format!("{lost}\n{damaged}")));
        let (first, second) = mended.split_once('\n').expect("there are two lines");
        assert_eq!(second, sample);
        assert!(first == lost || !first.contains(|c: char| damaged.contains(c) && !c.is_ascii()), "{first}");
    }
}

#[test]
fn other_scripts_in_one_byte_that_were_decoded_as_latin_are_mended() {
    for (encoding, sample) in [
        (WINDOWS_1251, "Яхта «Надежда» стоит у причала — уже третий год, и никто не знает почему."),
        (KOI8_R, "Яхта стоит у причала уже третий год, и никто в порту не знает, почему она там."),
        (WINDOWS_1253, "Οι βάρκες έφυγαν την Τρίτη από το λιμάνι και κανείς δεν μίλησε για αυτό."),
        (WINDOWS_1255, "הסירות עזבו את הנמל ביום שלישי ואיש לא אמר מילה על כך במועצה."),
    ] {
        let bytes = encoding.encode(sample).0;
        let damaged = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
        let text = format!("The harbour\n{damaged}\nUn café à Brest\n");
        let expected = format!("The harbour\n{sample}\nUn café à Brest\n");
        let (mended, places) = mend(Cow::Borrowed(&text));
        assert!(mended == expected && places >= 5, "{mended}");
    }
    let dashed = "Яхта «Надежда» стоит у причала — уже третий год, и никто не знает почему.";
    let damaged: String = WINDOWS_1251.encode(dashed).0.iter().map(|byte| char::from(*byte)).collect();
    assert_eq!(mend(Cow::Borrowed(&damaged)).0, dashed, "{damaged}");
    let ships = "Мэр Анна Королёва: «Яхта Надежда стоит у причала», и никто в Порту не знает. Ещё год.";
    let short = "Мэр Анна Королёва: Яхта Надежда в Порту. Ещё год.";
    let bytes = KOI8_R.encode(short).0;
    assert_eq!(mend(WINDOWS_1251.decode_without_bom_handling(&bytes).0).0, short);
    let bytes = WINDOWS_1251.encode(short).0;
    assert_eq!(mend(KOI8_R.decode_without_bom_handling(&bytes).0).0, short);
    check(ships, ships, 0);
    check("СТОЛИЦА. iPHONE, еГАИС, вКОНТАКТЕ и другие слова.", "СТОЛИЦА. iPHONE, еГАИС, вКОНТАКТЕ и другие слова.", 0);
    for text in ["Ïðèâåò", "ÀÉÈÙ ÄÖÜß ÅÄÖÅ", "ÖÐ¹úÈËÃñ ÖÐ¹úÈËÃñ ÖÐ¹úÈËÃñ ÖÐ¹úÈËÃñ ÖÐ¹úÈËÃñ", "Þá, ÆØÅ æøå, éèêë aé"]
    {
        check(text, text, 0);
    }
}

#[test]
fn signs_of_windows_1252_that_are_controls_are_mended() {
    check(
        "\u{93}We waited,\u{94} she said \u{96} it isn\u{92}t over\u{85}",
        "“We waited,” she said – it isn’t over…",
        5,
    );
    check("donÂ’t", "don’t", 1);
    // Others show that it was no windows-1252.
    for text in ["\u{93}We\u{90} waited\u{94}", "a \u{9B}31m \u{9D} b", "\u{85}"] {
        check(text, text, 0);
    }
}

#[test]
fn a_byte_order_mark_in_the_text_and_lost_characters_are_known() {
    check("ï»¿The boats", "\u{FEFF}The boats", 1);
    check("The ï¿½ boats", "The \u{FFFD} boats", 1);
}

#[test]
fn adjacent_sequences_are_one_place() {
    check("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "Привет мир", 2);
}

#[test]
fn cost_is_linear() {
    let long = "â€œWe waitedâ€\u{9D} Ã Ã Â ".repeat(50_000);
    let (mended, places) = mend(Cow::Borrowed(&long));
    assert!(places >= 100_000 && !mended.contains('€'));
    for unit in ["Ð", "Ã", "â€", "ð", "Ã¢â‚¬"] {
        let _ = mend(Cow::Owned(unit.repeat(200_000)));
    }
}

proptest! {
    #[test]
    fn ascii_stays_where_it_is(text in "([a-zA-Z ,.\n]|[\u{80}-\u{FF}]|[€‚„†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸРС])*") {
        let (mended, places) = mend(Cow::Borrowed(&text));
        let words = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        prop_assert_eq!(words(&mended), words(&text));
        prop_assert_eq!(places == 0, *mended == *text);
    }
}
