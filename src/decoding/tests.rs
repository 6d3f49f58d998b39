use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_5, ISO_8859_7, ISO_8859_15,
    KOI8_R, KOI8_U, SHIFT_JIS, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};
use proptest::prelude::*;

use super::*;

fn encoded(encoding: &'static Encoding, sample: &str) -> Vec<u8> {
    let (bytes, _, has_errors) = encoding.encode(sample);
    assert!(!has_errors, "{} has no such characters: {sample}", encoding.name());
    bytes.into_owned()
}

fn utf16(sample: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    sample.encode_utf16().flat_map(to_bytes).collect()
}

/// Texts of some thirty characters, and the encodings that they are read from.
const SAMPLES: &[(&str, &[&Encoding])] = &[
    ("“We waited,” she said – it isn’t over.", &[WINDOWS_1252]),
    ("Un été à la mer, déjà vendu à Brest.", &[WINDOWS_1252]),
    ("L’Assemblée a voté la loi, très tard…", &[WINDOWS_1252]),
    ("Die Fähre fährt über die Förde, sagt er.", &[WINDOWS_1252]),
    ("El año que viene habrá más niños aquí.", &[WINDOWS_1252]),
    ("A informação da Câmara não é de amanhã.", &[WINDOWS_1252]),
    ("Färjorna går från Åland på söndag igen.", &[WINDOWS_1252]),
    ("Perché la città è più felice così.", &[WINDOWS_1252]),
    ("The fare is 40 £ a head, the café says.", &[WINDOWS_1252]),
    ("L’œuvre coûte 40 € à la mairie de Brest.", &[WINDOWS_1252]),
    ("La sœur du maire a payé 40 € au cœur.", &[ISO_8859_15]),
    ("Die Brücke wäre für 4,2 Millionen € zu haben.", &[ISO_8859_15, WINDOWS_1252]),
    ("Příliš žluťoučký kůň stál u řeky dnes.", &[WINDOWS_1250, ISO_8859_2]),
    ("Żółta łódź płynęła wzdłuż brzegu jeziora.", &[WINDOWS_1250, ISO_8859_2]),
    ("A hajó három éve áll a kikötőben, mondta.", &[WINDOWS_1250, ISO_8859_2]),
    ("Яхта стоит у причала уже третий год.", &[WINDOWS_1251, KOI8_R, KOI8_U, ISO_8859_5, IBM866]),
    ("Яхта «Надежда» стоит у причала, а земля дорогая. Мэр Анна Ильина молчит.", &[X_MAC_CYRILLIC, WINDOWS_1251]),
    ("Човекът каза, че лодката е стара.", &[WINDOWS_1251]),
    ("Цей човен стоїть біля причалу вже рік.", &[WINDOWS_1251, KOI8_U]),
    ("Οι βάρκες έφυγαν την Τρίτη το πρωί.", &[WINDOWS_1253, ISO_8859_7]),
    ("Gemi üç yıldır limanda duruyor, dedi.", &[WINDOWS_1254]),
    ("הסירות יצאו מהנמל ביום שלישי בבוקר", &[WINDOWS_1255]),
    ("غادرت القوارب الميناء يوم الثلاثاء", &[WINDOWS_1256]),
    ("Laivs jau trīs gadus stāv ostā, sacīja.", &[WINDOWS_1257]),
    ("Con tàu nằm ở cảng đã ba năm rồi.", &[]),
    ("เรือออกจากท่าเมื่อวันอังคารตอนเช้า", &[WINDOWS_874]),
    ("船只星期二早上离开了港口，市长说。他们等了很久。", &[GBK, GB18030]),
    ("船隻星期二早上離開了港口，市長說。他們等了很久。", &[BIG5]),
    ("船は火曜日の朝に港を出たと市長は述べた。", &[SHIFT_JIS, EUC_JP, ISO_2022_JP]),
    ("배는 화요일 아침에 항구를 떠났다고 시장이 말했다.", &[EUC_KR]),
];

#[test]
fn short_texts_in_legacy_encodings_are_read() {
    let mut wrong = Vec::new();
    for (sample, encodings) in SAMPLES {
        for encoding in *encodings {
            let bytes = encoded(encoding, sample);
            let found = text(&bytes, None).expect("it is text");
            if found.text != *sample || found.undecoded > 0 {
                wrong.push(format!("{} as {:?}: {}", encoding.name(), found.encoding, found.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_was_taken_is_said() {
    let remarks = |bytes: &[u8]| text(bytes, None).expect("it is text").remarks();
    assert_eq!(remarks(b"Un caf\xE9 \xE0 la mairie"), ["read as windows-1252"]);
    assert_eq!(remarks(&encoded(SHIFT_JIS, "船は火曜日の朝に港を出た")), ["read as Shift_JIS"]);
    assert_eq!(remarks("Un café".as_bytes()), [""; 0]);
    assert_eq!(remarks("\u{FEFF}Un café".as_bytes()), [""; 0]);
    assert_eq!(remarks(&utf16("\u{FEFF}Boats", u16::to_le_bytes)), ["read as UTF-16LE"]);
    assert_eq!(remarks("cafÃ©".as_bytes()), ["1 place that was decoded with the wrong table is mended"]);
    let broken = b"\xC3\xA9t\xC3\xA9, \xC3\xA0 la mer\xFF, d\xC3\xA9j\xC3\xA0 \xC3\xA9t\xC3\xA9 \xE2\x80";
    assert_eq!(remarks(broken), ["2 characters could not be decoded"]);
}

#[test]
fn what_a_macintosh_wrote_is_told() {
    let found = |bytes: &[u8]| {
        let found = text(bytes, None).expect("it is text");
        (found.text.into_owned(), found.encoding)
    };
    let french = b"Le conseil a vot\x8E mardi, et c\xD5est assez cher : l\xD5h\x99tel n\xD5ouvre pas.";
    let expected = "Le conseil a voté mardi, et c’est assez cher : l’hôtel n’ouvre pas.";
    assert_eq!(found(french), (expected.to_owned(), Some("macintosh")));
    let german = b"Die F\x8Ahre f\x8Ahrt nicht, sagte der B\x9Frgermeister, und das f\x9Fr l\x8Angere Zeit.";
    assert_eq!(found(german).0, "Die Fähre fährt nicht, sagte der Bürgermeister, und das für längere Zeit.");
    for (encoding, sample) in [
        (WINDOWS_1250, "Weź gałąź, źle się czuję, a więź jest coraz słabsza."),
        (WINDOWS_1252, "Wait – said the mayor… it’s “café™” and ‘naïve’ – or isn’t it, “Žižka” of Škoda?"),
    ] {
        assert_ne!(found(&encoded(encoding, sample)).1, Some("macintosh"), "{sample}");
    }
    let of_dos = b"Le conseil a vot\x82 mardi la premi\x8Are t\x88te du th\x82\x83tre, re\x87ue \x85 l'h\x93tel";
    assert_ne!(found(of_dos).1, Some("macintosh"));
}

#[test]
fn utf16_is_read_with_its_mark_and_without() {
    let sample = "The harbour council ordered boats — déjà vu.\r\nПароход.";
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["\u{FEFF}", ""] {
            let bytes = utf16(&format!("{mark}{sample}"), to_bytes);
            let found = text(&bytes, None).expect("it is text");
            assert_eq!((&*found.text, found.undecoded), (sample, 0));
            assert!(found.encoding.is_some_and(|name| name.starts_with("UTF-16")));
        }
    }
    let chinese = utf16("\u{FEFF}船只星期二早上离开了港口", u16::to_be_bytes);
    assert_eq!(text(&chinese, None).expect("it is text").text, "船只星期二早上离开了港口");
    // Half of a character at the end is shown as such.
    let mut cut = utf16("\u{FEFF}The boats left.", u16::to_le_bytes);
    cut.pop();
    let found = text(&cut, None).expect("it is text");
    assert_eq!((&*found.text, found.undecoded), ("The boats left\u{FFFD}", 1));
}

#[test]
fn a_declaration_is_followed_where_it_can_be() {
    let polish = "Żółta łódź";
    let found = |bytes: &[u8], label: &str| {
        let found = text(bytes, Some(label)).expect("it is text");
        (found.text.into_owned(), found.encoding)
    };
    assert_eq!(found(&encoded(ISO_8859_2, polish), "iso-8859-2"), (polish.to_owned(), Some("ISO-8859-2")));
    assert_eq!(found(&encoded(WINDOWS_1250, polish), " CP1250 "), (polish.to_owned(), Some("windows-1250")));
    let japanese = "船は火曜日の朝に";
    assert_eq!(found(&encoded(ISO_2022_JP, japanese), "iso-2022-jp"), (japanese.to_owned(), Some("ISO-2022-JP")));
    // It is UTF-8, whatever it says; and a label may be none.
    for label in ["iso-8859-1", "utf-16", "shift_jis", "x-none", "iso-2022-jp", ""] {
        assert_eq!(found(polish.as_bytes(), label), (polish.to_owned(), None), "{label}");
    }
    assert_eq!(found(b"caf\xE9 \xE0 la mairie", "utf-8").1, Some("windows-1252"));
    assert_eq!(found(b"caf\xE9 \xE0 la mairie", "shift_jis").0, "café à la mairie");
}

#[test]
fn escapes_of_terminals_are_no_encoding() {
    let plain = "\x1b(BThe boats\x1b[31m left.";
    assert_eq!(text(plain.as_bytes(), None).expect("it is text").text, plain);
    let odd = "costs \x1b$5 and \x1b$B!";
    assert_eq!(text(odd.as_bytes(), None).expect("it is text").encoding, None);
}

#[test]
fn what_is_no_text_is_refused() {
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let no_zeros: Vec<u8> = noise.iter().copied().filter(|&byte| byte != 0).collect();
    let numbers: Vec<u8> = (0..2000_u16).flat_map(u16::to_le_bytes).collect();
    for bytes in [
        &noise[..],
        &no_zeros,
        &numbers,
        b"a\0b",
        b"\0\x01\x02",
        b"\xFF\xFE\xFD",
        b"\xFF\xFE\0\0T\0\0\0h\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\x1f\x8b\x08\x00\x00\x00",
    ] {
        assert_eq!(
            text(bytes, None).map(|found| found.text.into_owned()),
            Err(Binary),
            "{:?}",
            &bytes[..bytes.len().min(16)]
        );
    }
}

#[test]
fn east_asian_utf_16_and_utf_32_are_read_without_a_mark() {
    let sample = "船は火曜日の朝に港を出た。\n市長は述べた。\n";
    let utf32: Vec<u8> = sample.chars().flat_map(|c| (c as u32).to_be_bytes()).collect();
    for (bytes, name) in [
        (utf16(sample, u16::to_le_bytes), "UTF-16LE"),
        (utf16(sample, u16::to_be_bytes), "UTF-16BE"),
        (utf32, "UTF-32BE"),
    ] {
        let found = text(&bytes, None).expect("it is text");
        assert_eq!((found.text.as_ref(), found.encoding), (sample, Some(name)));
    }
}

#[test]
fn nothing_is_text_too() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert_eq!(text(bytes, Some("iso-2022-jp")).expect("it is none").text, "");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), label in "(utf-8|shift_jis|gbk|iso-2022-jp|big5|)") {
        let _ = text(&bytes, Some(&label));
        let high: Vec<u8> = bytes.iter().map(|byte| byte | 0x80).collect();
        let _ = text(&high, None);
        let _ = text(&[b"\xFF\xFE", &bytes[..]].concat(), None);
    }

    #[test]
    fn words_of_ascii_are_in_the_text(words in "[a-zA-Z ]{0,40}", rest in prop::collection::vec(0xA0_u8..=0xFF, 0..4)) {
        let bytes = [words.as_bytes(), b" ", &rest].concat();
        if let Ok(found) = text(&bytes, None) {
            prop_assert!(found.text.starts_with(&words));
        }
    }
}

#[test]
fn windows_1258_is_text_at_least() {
    let bytes = encoded(WINDOWS_1258, "Con tàu");
    assert!(text(&bytes, None).is_ok());
}

#[test]
fn a_foreign_word_is_no_sign_of_another_language() {
    let report = "The council voted on Tuesday to order three ferries for the crossing, and put off what else was asked \
                  of it by the pilots until the report of the harbour master has been read by all of them. ";
    for word in ["a naïve plan", "from São Paulo", "Mr. Guimarães", "the Tromsø line", "at a café", "41 million £"]
    {
        let text = format!("{report}{word}. {report}");
        assert_eq!(found_in(WINDOWS_1252, &text), (text.clone(), Some("windows-1252")), "{word}");
    }
    let polish = format!("{report}Lech Wałęsa came. {report}");
    assert_eq!(found_in(WINDOWS_1250, &polish).0, polish, "a letter of its own stands where others have a sign");
}

fn found_in(encoding: &'static Encoding, text: &str) -> (String, Option<&'static str>) {
    let bytes = encoded(encoding, text);
    let found = super::text(&bytes, None).expect("it is text");
    (found.text.into_owned(), found.encoding)
}
