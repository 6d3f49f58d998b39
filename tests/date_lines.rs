//! Dates on lines of their own, in the languages that reports come in and the ways that they are written.

use diptych::article::{Article, Kind};

const LEAD: &str = "The harbour council of Holm ordered three new ferries on Tuesday, and said no more about it.";

/// Reads a line below the headline: what it is, and the article's date.
fn read(line: &str, language: &str) -> (Kind, Option<String>) {
    let front = if language.is_empty() { String::new() } else { format!("---\nlanguage: {language}\n---\n") };
    let article = Article::read("-", &format!("{front}Ferries for Holm\n\n{line}\n\n{LEAD}\n\n{LEAD}"));
    let block = article.blocks.iter().find(|block| block.text == line);
    (block.map_or(Kind::Paragraph, |block| block.kind), article.date)
}

/// All of them say the twelfth of January 2010.
const SAME_DAY: &[&str] = &[
    // English
    "12 January 2010",
    "January 12, 2010",
    "Jan. 12, 2010",
    "Tuesday, January 12, 2010",
    "Tuesday 12 January 2010",
    "Tue 12 Jan 2010",
    "12th January 2010",
    "Tuesday, the 12th of January, 2010",
    "January 12, 2010 at 2:32 p.m.",
    "January 12, 2010, 2:32 PM EST",
    "12 January 2010 14:32 GMT",
    "Published: 12 January 2010",
    "Published on January 12, 2010 at 2:32 pm ET",
    "Updated 12 January 2010, 14:32",
    "Last updated on 12 January 2010 at 14.32 BST",
    "Posted January 12th, 2010",
    "Published 12 January 2010 | Updated 13 January 2010",
    "Tuesday, January 12, 2010; 5:30 PM",
    "12 gennaio 2010 (modifica il 13 gennaio 2010 | 08:05)",
    "12 January 2010 | 3 min read",
    "12 January 2010 · 5 minute read",
    "2010-01-12",
    "2010-01-12T14:32:00Z",
    "2010-01-12T14:32:00.000+01:00",
    "2010-01-12 14:32:07",
    "2010/01/12",
    // German
    "12. Januar 2010",
    "12. Jan. 2010",
    "12. Jänner 2010",
    "Dienstag, 12. Januar 2010",
    "Di., 12.01.2010",
    "12. Januar 2010, 14:32 Uhr",
    "12.01.2010, 14:32 Uhr",
    "12.1.2010",
    "Stand: 12.01.2010, 14:32 Uhr",
    "Stand: 12. Januar 2010 um 14.32 Uhr",
    "Veröffentlicht am 12. Januar 2010",
    "Veröffentlicht am 12.01.2010 um 14:32 Uhr",
    "Aktualisiert: 12. Januar 2010, 14:32 MEZ",
    "Aktualisiert am 12.01.2010",
    "Dienstag, den 12. Januar 2010",
    "12.01.2010 | Lesezeit: 3 Min.",
    // French
    "12 janvier 2010",
    "mardi 12 janvier 2010",
    "Mardi 12 Janvier 2010",
    "MARDI 12 JANVIER 2010",
    "Le 12 janvier 2010",
    "12 janvier 2010 à 14h32",
    "12 janv. 2010",
    "mar. 12 janvier 2010",
    "Publié le 12 janvier 2010 à 14h32",
    "Publié le 12 janvier 2010 à 14 h 32",
    "Publié le 12/01/2010 à 14:32",
    "Mis à jour le 12 janvier 2010 à 14:32",
    "Publié le 12 janvier 2010 à 14h32, mis à jour le 13 janvier 2010 à 9h00",
    // Spanish
    "12 de enero de 2010",
    "martes, 12 de enero de 2010",
    "Martes 12 de enero de 2010",
    "12 ene 2010",
    "12 enero 2010",
    "Publicado el 12 de enero de 2010",
    "Publicado el 12/01/2010 a las 14:32",
    "Actualizado: 12 de enero de 2010, 14:32 h",
    "12 de enero de 2010 a las 14:32 horas",
    // Italian
    "12 gennaio 2010",
    "martedì 12 gennaio 2010",
    "Martedì, 12 Gennaio 2010",
    "12 gen 2010",
    "Pubblicato il 12 gennaio 2010",
    "Pubblicato il 12 gennaio 2010 alle 14:32",
    "12 gennaio 2010, ore 14:32",
    "Aggiornato il 12/01/2010 alle ore 14.32",
    "Ultimo aggiornamento: 12 gennaio 2010",
    // Portuguese
    "12 de janeiro de 2010",
    "terça-feira, 12 de janeiro de 2010",
    "Terça, 12 de janeiro de 2010",
    "12 jan 2010",
    "Publicado em 12 de janeiro de 2010",
    "Publicado em 12/01/2010 às 14h32",
    "Atualizado em 12/01/2010 às 14:32",
    // Dutch
    "12 januari 2010",
    "dinsdag 12 januari 2010",
    "12 jan. 2010, 14:32",
    "Gepubliceerd op 12 januari 2010",
    "Gepubliceerd: 12 januari 2010 om 14:32 uur",
    "Laatst bijgewerkt op 12-01-2010",
    // Polish
    "12 stycznia 2010",
    "12 stycznia 2010 r.",
    "wtorek, 12 stycznia 2010",
    "Wtorek, 12 stycznia 2010 r., godz. 14:32",
    "Opublikowano 12 stycznia 2010",
    "Data publikacji: 12 stycznia 2010, 14:32",
    "Aktualizacja: 12.01.2010 14:32",
    // Czech and Slovak
    "12. ledna 2010",
    "úterý 12. ledna 2010",
    "12. leden 2010",
    "Publikováno 12. ledna 2010 v 14:32",
    "12. 1. 2010",
    "12. január 2010",
    // Greek
    "12 Ιανουαρίου 2010",
    "Τρίτη, 12 Ιανουαρίου 2010",
    "ΤΡΙΤΗ 12 ΙΑΝΟΥΑΡΙΟΥ 2010",
    "12 Ιανουάριος 2010",
    "Δημοσιεύτηκε στις 12 Ιανουαρίου 2010, 14:32",
    "12 Ιαν 2010",
    // Russian and Ukrainian
    "12 января 2010",
    "12 января 2010 г.",
    "12 января 2010 года",
    "вторник, 12 января 2010",
    "12 января 2010, 14:32 МСК",
    "Опубликовано 12 января 2010 в 14:32",
    "Обновлено: 12.01.2010 14:32",
    "12 янв. 2010",
    "12 січня 2010",
    "Опубліковано 12 січня 2010 року",
    // Hebrew
    "12 בינואר 2010",
    "12 ינואר 2010",
    "יום שלישי, 12 בינואר 2010",
    "פורסם ב-12 בינואר 2010",
    "פורסם: 12.01.2010 14:32",
    "עודכן: 12 בינואר 2010, 14:32",
    // Arabic
    "12 يناير 2010",
    "١٢ يناير ٢٠١٠",
    "الثلاثاء 12 يناير 2010",
    "الثلاثاء، ١٢ يناير ٢٠١٠",
    "12 كانون الثاني 2010",
    "12 كانون الثاني/يناير 2010",
    "نشر في 12 يناير 2010",
    "آخر تحديث: 12 يناير 2010 الساعة 14:32",
    "تاريخ النشر: 12/01/2010",
    // Hindi
    "12 जनवरी 2010",
    "१२ जनवरी २०१०",
    "मंगलवार, 12 जनवरी 2010",
    "प्रकाशित: 12 जनवरी 2010",
    "12 जनवरी 2010, 14:32 बजे",
    // Chinese
    "2010年1月12日",
    "2010年01月12日 14:32",
    "2010年1月12日 星期二",
    "2010年1月12日 14时32分",
    "发布于 2010年1月12日",
    "发布时间：2010-01-12 14:32:07",
    "更新時間：2010年1月12日 下午2:32",
    "2010年1月12日（周二）",
    // Japanese and Korean
    "2010年1月12日 14時32分",
    "2010年1月12日(火)",
    "2010年1月12日火曜日14時32分",
    "公開日：2010年1月12日",
    "更新日時 2010年1月12日 午後2時32分",
    "2010/1/12 14:32",
    "２０１０年１月１２日",
    "2010년 1월 12일",
    "2010년 1월 12일 화요일 오후 2시 32분",
    "입력 2010.01.12 14:32",
    // Danish, Norwegian, Swedish, Finnish
    "12. januar 2010",
    "tirsdag den 12. januar 2010",
    "tirsdag d. 12. jan. 2010 kl. 14.32",
    "Publiceret 12. januar 2010 kl. 14:32",
    "Opdateret 12.01.2010",
    "Publisert 12. januar 2010 kl. 14.32",
    "Sist oppdatert: 12. januar 2010",
    "12 januari 2010 kl. 14.32",
    "tisdag 12 januari 2010",
    "Publicerad 12 januari 2010",
    "Uppdaterad 2010-01-12 14:32",
    "12. tammikuuta 2010",
    "Julkaistu 12.1.2010 klo 14.32",
    // Turkish, Romanian, Hungarian order
    "12 Ocak 2010 Salı",
    "12 ianuarie 2010",
    "2010. 01. 12.",
];

#[test]
fn the_same_day_in_many_ways() {
    assert!(SAME_DAY.len() >= 100);
    let wrong: Vec<_> = SAME_DAY
        .iter()
        .filter_map(|line| {
            Some((line, read(line, ""))).filter(|(_, read)| read != &(Kind::Furniture, Some("2010-01-12".to_owned())))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Writes each month as the locales of the C library do.
macro_rules! months {
    ($($locale:ident),*) => {
        [$((stringify!($locale), pure_rust_locales::$locale::LC_TIME::MON, pure_rust_locales::$locale::LC_TIME::DAY)),*]
    };
}

#[test]
fn every_month_and_day_of_the_week_in_every_language() {
    let locales = months!(
        en_GB, fr_FR, de_DE, de_AT, es_ES, it_IT, pt_PT, pt_BR, nl_NL, pl_PL, cs_CZ, el_GR, ru_RU, he_IL, hi_IN, ar_EG,
        ar_SY, da_DK, sv_SE, nb_NO, uk_UA, fi_FI, hu_HU, th_TH
    );
    for (name, months, days) in locales {
        for (index, month) in months.iter().enumerate() {
            let day = days[index % 7].trim();
            let expected = (Kind::Furniture, Some(format!("2014-{:02}-09", index + 1)));
            for line in [
                format!("9 {month} 2014"),
                format!("{day}, 9. {month} 2014"),
                format!("9 {month} 2014, 8:05").to_uppercase(),
            ] {
                // Capitals that are lowered again are other letters in Greek, whose accents are left out there.
                assert_eq!(read(&line, ""), expected, "{name}: {line}");
            }
        }
    }
}

#[test]
fn years_of_other_calendars_are_those_of_ours() {
    for (line, date) in [
        ("令和8年3月4日", "2026-03-04"),
        ("令和８年３月４日（水） 6時58分", "2026-03-04"),
        ("公開：令和元年5月1日", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("2026年（令和8年）3月4日", "2026-03-04"),
        ("2026年(令和8年)3月4日 更新", "2026-03-04"),
        ("วันพุธที่ 4 มีนาคม 2569", "2026-03-04"),
        ("เผยแพร่เมื่อ 4 มีนาคม พ.ศ. 2569 เวลา 06.58 น.", "2026-03-04"),
        ("4 มีนาคม 2026", "2026-03-04"),
        ("2026. március 4., szerda 6:58", "2026-03-04"),
        ("Közzétéve: 2026. március 4-én", "2026-03-04"),
        ("2026. 03. 04. 6:58", "2026-03-04"),
        ("Rabu, 4 Maret 2026 06:58 WIB", "2026-03-04"),
        ("Diterbitkan 4 Maret 2026 pukul 06.58 WITA", "2026-03-04"),
    ] {
        assert_eq!(read(line, ""), (Kind::Furniture, Some(date.to_owned())), "{line}");
    }
    for line in [
        "令和8年",
        "令和の港3月4日",
        "令和8年3月4日、船は沈んだ",
        "令和0年3月4日",
        "2026年（令和8年3月4日",
        "元年3月4日",
    ] {
        assert_ne!(read(line, "").1.as_deref(), Some("2026-03-04"), "{line}");
    }
}

#[test]
fn figures_are_read_where_one_reading_is_possible() {
    for (line, language, date) in [
        ("12.01.2010", "", "2010-01-12"),
        ("25/01/2010", "", "2010-01-25"),
        ("01/25/2010", "", "2010-01-25"),
        ("02/02/2010", "", "2010-02-02"),
        ("03/04/2010", "", "03/04/2010"),
        ("Published 03/04/2010", "", "03/04/2010"),
        ("03/04/2010 14:32", "", "03/04/2010"),
        ("03/04/2010", "en", "03/04/2010"),
        ("03/04/2010", "en-US", "2010-03-04"),
        ("03/04/2010", "en-GB", "2010-04-03"),
        ("03/04/2010", "fr", "2010-04-03"),
        ("03-04-2010", "nl", "2010-04-03"),
        ("Publié le 03/04/2010", "", "2010-04-03"),
        ("03/04/2010, 14:32 Uhr", "", "2010-04-03"),
        ("Publicado em 03/04/2010", "", "2010-04-03"),
    ] {
        assert_eq!(read(line, language), (Kind::Furniture, Some(date.to_owned())), "{line} {language}");
    }
}

#[test]
fn a_day_without_its_year_stands_as_it_is() {
    for line in ["Tuesday 12 January", "12 janvier", "Updated 12 January, 14:32 GMT", "January 12"] {
        let (kind, date) = read(line, "");
        assert_eq!(kind, Kind::Furniture, "{line}");
        assert!(date.is_some_and(|date| line.contains(&date)), "{line}");
    }
}

#[test]
fn what_is_more_than_a_date_is_none() {
    for line in [
        "The ferry sank on 12 January 2010",
        "12 January 2010: the ferry sinks",
        "31 February 2010",
        "January 2010",
        "2010",
        "12 boats in 2010",
        "12 January 2010?",
        "From 12 to 14 boats",
        "Am 12. Januar 2010 sank die Fähre",
        "Le 12 janvier 2010, un bateau",
        "2010年1月12日、船は沈んだ",
        "14:32",
        "May 12 boats sail in 2010",
        "12 99 2010",
        "12 January 123456789012345678901234567890",
    ] {
        assert_ne!(read(line, "").0, Kind::Furniture, "{line}");
        assert_eq!(read(line, "").1, None, "{line}");
    }
}

/// Reads blocks: what each is, and the article's date.
fn read_all(blocks: &[&str]) -> (Vec<Kind>, Option<String>) {
    let article = Article::read("-", &blocks.join("\n\n"));
    (article.blocks.iter().map(|block| block.kind).collect(), article.date)
}

#[test]
fn of_several_dates_that_of_the_publication_counts() {
    for line in [
        "Updated 17 June 2026 | Published 16 June 2026",
        "Published 16 June 2026, updated 17 June 2026",
        "Updated on the 17th of June 2026 at 9:00, published on the 16th of June 2026",
        "16 June 2026 (updated 17 June 2026)",
        "16 June 2026 | Updated 17 June 2026",
        "Aktualisiert am 17. Juni 2026, veröffentlicht am 16. Juni 2026",
        "Stand: 17.06.2026, 9:00 Uhr | Erstellt am 16.06.2026",
        "Mis à jour le 17 juin 2026 à 9h00, publié le 16 juin 2026 à 14h32",
        "Actualizado el 17 de junio de 2026 - Publicado el 16 de junio de 2026",
        "Aggiornato il 17 giugno 2026, pubblicato il 16 giugno 2026",
        "Atualizado em 17/06/2026, publicado em 16/06/2026",
        "Bijgewerkt op 17 juni 2026, gepubliceerd op 16 juni 2026",
        "Aktualizacja: 17.06.2026, opublikowano: 16.06.2026",
        "Aktualizováno 17. 6. 2026, publikováno 16. 6. 2026",
        "Обновлено 17 июня 2026, опубликовано 16 июня 2026",
        "Оновлено 17 червня 2026, опубліковано 16 червня 2026",
        "Ενημερώθηκε 17 Ιουνίου 2026, δημοσιεύτηκε 16 Ιουνίου 2026",
        "עודכן 17.06.2026, פורסם 16.06.2026",
        "آخر تحديث 17 يونيو 2026، نشر في 16 يونيو 2026",
        "अपडेटेड 17 जून 2026, प्रकाशित 16 जून 2026",
        "更新时间：2026年6月17日 发布时间：2026年6月16日",
        "更新 2026年6月17日 公開 2026年6月16日",
        "2026年6月17日 更新 2026年6月16日 公開",
        "2026年6月16日 公開 2026年6月17日 更新",
        "수정 2026.06.17. 입력 2026.06.16.",
        "Opdateret 17. juni 2026, publiceret 16. juni 2026",
        "Uppdaterad 17 juni 2026, publicerad 16 juni 2026",
        "Oppdatert 17. juni 2026, publisert 16. juni 2026",
        "Päivitetty 17.6.2026, julkaistu 16.6.2026",
        "Güncelleme: 17.06.2026 - Yayınlanma: 16.06.2026",
    ] {
        assert_eq!(read(line, ""), (Kind::Furniture, Some("2026-06-16".to_owned())), "{line}");
    }
}

#[test]
fn a_date_with_who_wrote_it_or_where_it_comes_from() {
    for (line, kind) in [
        ("2026年06月16日 22:14 来源：新华社", Kind::Furniture),
        ("2026-06-16 14:30 来源：人民网", Kind::Furniture),
        ("Posted on June 16, 2026 by admin", Kind::Byline),
        ("16.06.2026, 14:30 Uhr | Lesezeit: 3 Min. | Von Anna Beispiel", Kind::Byline),
        ("16/06/2026 às 14h30 • Por Ana Exemplo", Kind::Byline),
        ("Опубликовано 16 июня 2026 г. в 14:30 | Автор: Анна Примерова", Kind::Byline),
        ("16-Jun-26", Kind::Furniture),
        ("16-Jun-2026 14:30", Kind::Furniture),
        ("16 June ’26", Kind::Furniture),
        ("Tue, 16 Jun 2026 14:30:00 +0200", Kind::Furniture),
        ("June 16, 2026 at 2:30 p.m. EDT", Kind::Furniture),
        ("2 min read · Jun 16, 2026", Kind::Furniture),
        ("입력 2026.06.16. 오후 2:30", Kind::Furniture),
        ("기사입력 2026-06-16 14:30", Kind::Furniture),
    ] {
        assert_eq!(read(line, ""), (kind, Some("2026-06-16".to_owned())), "{line}");
    }
    let text = format!("Ferries for Holm\n\n16.06.2026 | Von Anna Beispiel\n\n{LEAD}");
    assert_eq!(Article::read("-", &text).byline.as_deref(), Some("Von Anna Beispiel"));
}

#[test]
fn dates_between_paragraphs_are_headings() {
    use Kind::{Furniture, Heading, Headline, Paragraph};
    let (kinds, date) = read_all(&["How it went", LEAD, "12 March 2020", LEAD, "13 March 2020", LEAD]);
    assert_eq!(kinds, [Headline, Paragraph, Heading, Paragraph, Heading, Paragraph]);
    assert_eq!(date, None);
    let (kinds, date) = read_all(&["How it went", "11 March 2020", LEAD, "12 March 2020", LEAD, "13 March 2020", LEAD]);
    assert_eq!(kinds, [Headline, Heading, Paragraph, Heading, Paragraph, Heading, Paragraph]);
    assert_eq!(date, None);
    let (kinds, date) = read_all(&["How it went", "20 March 2020", LEAD, "12 March 2020", LEAD, "13 March 2020", LEAD]);
    assert_eq!(kinds, [Headline, Furniture, Paragraph, Heading, Paragraph, Heading, Paragraph]);
    assert_eq!(date.as_deref(), Some("2020-03-20"));
    let (kinds, date) = read_all(&["How it went", LEAD, LEAD, "12 March 2020", LEAD]);
    assert_eq!((kinds, date), (vec![Headline, Paragraph, Paragraph, Heading, Paragraph], None));
}

#[test]
fn a_date_at_the_foot_counts_where_the_head_has_none() {
    let foot = |lines: &[&str]| read_all(&[&["How it went", LEAD, LEAD], lines].concat()).1;
    assert_eq!(foot(&["12 March 2020"]).as_deref(), Some("2020-03-12"));
    assert_eq!(foot(&["Published 12 March 2020", "© 2020 The Ledger"]).as_deref(), Some("2020-03-12"));
    assert_eq!(foot(&["12 March 2020", "© 2020 The Ledger"]), None);
    assert_eq!(foot(&["Published 12 March 2020", "Published 13 March 2020"]), None);
    assert_eq!(
        read_all(&["How it went", "14 March 2020", LEAD, LEAD, "12 March 2020"]).1.as_deref(),
        Some("2020-03-14")
    );
}

#[test]
fn a_date_that_is_given_and_says_no_day_is_none() {
    let given = |date: &str| {
        let article = Article::read("-", &format!("---\ntitle: Ferries\ndate: {date}\n---\n{LEAD}"));
        (article.date, article.unused.keys)
    };
    for date in
        ["yesterday", "3 hours ago", "today, 14:30", "vor 3 Stunden", "il y a 2 jours", "last Tuesday", "2小时前"]
    {
        assert_eq!(given(date), (None, vec!["date".to_owned()]), "{date}");
    }
    for date in ["spring 2026", "16 June", "03/04/26", "June 2026"] {
        assert_eq!(given(date), (Some(date.to_owned()), Vec::new()), "{date}");
    }
    assert_eq!(read("3 hours ago", ""), (Kind::Furniture, None));
    assert_eq!(read("Published 3 hours ago", ""), (Kind::Furniture, None));
}
