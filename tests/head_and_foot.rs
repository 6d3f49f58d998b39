//! What stands around a report, in many languages: headlines, bylines, dates, credits and furniture, told from its text.

use diptych::article::{Article, Kind};
use diptych::draft::Draft;
use diptych::formats;

const LEAD: &str = "The harbour council of Holm ordered three new ferries on Tuesday, to replace the boats that were withdrawn in March.";
const MORE: &str = "Two of the thirteen members voted against the order, since the old boats could have been repaired.";

fn article(blocks: &[&str]) -> Article {
    Article::read("-", &blocks.join("\n\n"))
}

fn kinds(article: &Article) -> Vec<Kind> {
    article.blocks.iter().map(|block| block.kind).collect()
}

/// Checks the kind of a line between headline and text.
#[track_caller]
fn check_in_head(line: &str, kind: Kind) {
    let article = article(&["Ferries for Holm", line, LEAD, MORE]);
    assert_eq!(article.blocks[1].kind, kind, "{line}");
}

/// Checks the kind of a line between paragraphs.
#[track_caller]
fn check_in_body(line: &str, kind: Kind) {
    let article = article(&["Ferries for Holm", LEAD, line, MORE, LEAD]);
    assert_eq!(article.blocks[2].kind, kind, "{line}");
}

#[test]
fn the_mark_that_ends_a_report() {
    for mark in ["###", "# # #", "-30-", "- 30 -", "– Ends –", "--ends--", "[ENDS]", "(Ende)"] {
        let kind = |lines: &[&str], at: usize| article(lines).blocks[at].kind;
        assert_eq!(kind(&["Ferries for Holm", LEAD, MORE, mark], 3), Kind::Furniture, "{mark}");
        assert_eq!(kind(&["Ferries for Holm", LEAD, MORE, mark, "Advertisement"], 3), Kind::Furniture, "{mark}");
        assert_eq!(kind(&["Ferries for Holm", LEAD, mark, "Notes to editors", MORE], 2), Kind::Furniture, "{mark}");
        assert_ne!(kind(&["Ferries for Holm", mark, LEAD, MORE], 1), Kind::Furniture, "{mark}");
    }
    for line in ["30", "Ends", "#holm", "- 30 boats -", "#"] {
        assert_ne!(article(&["Ferries for Holm", LEAD, MORE, line]).blocks[3].kind, Kind::Furniture, "{line}");
    }
}

#[test]
fn headlines_that_end_as_sentences_do() {
    for headline in [
        "Will the ferries of Holm survive the winter?",
        "Les bateaux du port survivront-ils à l’hiver ?",
        "At last, the boats are back!",
        "And then the boats were gone…",
        "And then the boats were gone...",
        "Holm Waits for Word From the E.U.",
        "U.S. Attorney Asks for the Papers of Holm's G.O.P.",
        "Ferries for Washington, D.C.",
        "The long night of Bo Sample Jr.",
        "Bo Sample spricht mit Lind u. a.",
        "“Who pays for the boats?”",
        "The Boats Are Gone. Now What Comes Next?",
        "Holm Orders Ferries. The Mayor Says No.",
        "¿Quién paga los barcos?",
        "船は冬を越せるか？",
    ] {
        let article = article(&[headline, LEAD, MORE]);
        assert_eq!(article.headline.as_deref(), Some(headline));
    }
    let by_head = article(&["The ferries are back in the harbour.", "By Ann Example", LEAD, MORE]);
    assert_eq!(kinds(&by_head), [Kind::Headline, Kind::Byline, Kind::Paragraph, Kind::Paragraph]);
    let by_dateline = article(&["The ferries are back.", &format!("HOLM (AP) — {LEAD}"), MORE]);
    assert_eq!(by_dateline.headline.as_deref(), Some("The ferries are back."));
}

#[test]
fn a_lead_is_no_headline() {
    for first in [
        "The boats are gone.",
        "The ministry said on Tuesday that it wanted ferries for the islands.",
        "He came from the U.S. in a boat that he had built with his own hands in the winter before the war began, in D.C.",
        "HOLM: The boats are gone.",
        "Q: Who pays for the boats?",
    ] {
        let article = article(&[first, LEAD, MORE]);
        assert_eq!(article.headline, None, "{first}");
    }
    let interview = article(&["Who pays for the boats?", LEAD, "And who sails them?", MORE]);
    assert_eq!(interview.headline, None);
    assert_eq!(article(&["Who pays?", "Nobody does."]).headline, None);
}

#[test]
fn a_headline_said_twice_is_furniture() {
    let title = Draft { title: Some("Ferries to run at night".to_owned()), ..formats::text::read("") };
    for again in ["Ferries to Run at Night", "“Ferries to run at night”", "Ferries to run at night | The Ledger"] {
        let text = format!("Ferries to run at night\n\n{again}\n\n{LEAD}");
        let read = Article::read("-", &text);
        assert_eq!(kinds(&read), [Kind::Headline, Kind::Furniture, Kind::Paragraph], "{again}");
        let draft = Draft { title: title.title.clone(), ..formats::text::read(&text) };
        assert_eq!(kinds(&Article::from_draft("-", draft)), [Kind::Headline, Kind::Furniture, Kind::Paragraph]);
    }
    let question = article(&["Will the boats run?", "By Ann Example", "Will the boats run?", LEAD, MORE]);
    assert_eq!(kinds(&question)[..3], [Kind::Headline, Kind::Byline, Kind::Furniture]);
    let sentence = article(&["The boats run again.", "The boats run again.", LEAD]);
    assert_eq!(kinds(&sentence), [Kind::Headline, Kind::Furniture, Kind::Paragraph]);
}

#[test]
fn parts_of_a_newspaper_are_furniture_in_the_head() {
    for section in [
        "Features",
        "World",
        "Opinion | Politics",
        "Breaking News",
        "News > World",
        "Politik",
        "Société",
        "ÉCONOMIE",
        "Última hora",
        "Esteri",
        "Opinião",
        "Binnenland",
        "Świat",
        "В мире / Политика",
        "Πολιτική",
        "חדשות",
        "عاجل",
        "国际",
        "社説",
    ] {
        let below = article(&["Ferries for Holm", section, "By Ann Example", LEAD, MORE]);
        assert_eq!(kinds(&below)[..3], [Kind::Headline, Kind::Furniture, Kind::Byline], "{section}");
        let above = article(&[section, "Ferries for Holm", LEAD, MORE]);
        assert_eq!(kinds(&above)[..2], [Kind::Furniture, Kind::Headline], "{section}");
    }
    check_in_body("Politics", Kind::Heading);
    let alone = article(&["Features", LEAD, MORE]);
    assert_eq!(alone.headline.as_deref(), Some("Features"));
}

#[test]
fn bylines() {
    for byline in [
        "By Ann Example",
        "BY ANN EXAMPLE",
        "By ANN EXAMPLE, Staff writer",
        "By Ann Example and Bo Sample, Coast Wire",
        "By Ann Example, environment correspondent",
        "By Ann Example in Holm",
        "By Reuters",
        "By Ann Example Jr.",
        "By Ann Example | 12 January 2010",
        "By Ann Example, January 12, 2010",
        "By Ann Example – Published 12 January 2010",
        "Written by Ann Example",
        "Ann Example, Staff writer",
        "Ann Example and Bo Sample, Reuters",
        "Von Anna Beispiel",
        "Von Anna Beispiel und Bo Probe, Berlin",
        "VON ANNA BEISPIEL",
        "Von Anna Beispiel, dpa",
        "Par Anne Exemple",
        "Par Anne Exemple, correspondante à Berlin",
        "Par Jean d’Ormes et Anne Exemple",
        "Par AFP",
        "Por Ana Ejemplo",
        "Por Ana Ejemplo y Bo Muestra",
        "Di Anna Esempio",
        "di Anna Esempio",
        "a cura di Anna Esempio",
        "Door Anna Voorbeeld",
        "Av Anna Exempel",
        "Af Anna Eksempel og Bo Prøve",
        "Przez Annę Przykład",
        "Autor: Anna Przykład",
        "Autor: Anna Příkladová",
        "Автор: Анна Примерова",
        "Текст: Анна Примерова",
        "Από την Άννα Παράδειγμα",
        "Γράφει η Άννα Παράδειγμα",
        "מאת דנה דוגמה",
        "מאת: דנה דוגמה",
        "بقلم أحمد مثال",
        "文/张三",
        "文／張三、李四",
        "记者 张三",
        "本报记者 张三 李四",
        "作者：张三",
        "港町太郎記者",
        "लेखक: राम उदाहरण",
    ] {
        check_in_head(byline, Kind::Byline);
        let article = article(&["Ferries for Holm", byline, LEAD]);
        // A date beside the names is none of them.
        let dates = [" | 12 January 2010", ", January 12, 2010", " – Published 12 January 2010"];
        let names = dates.iter().find_map(|date| byline.strip_suffix(date));
        assert_eq!(article.byline.as_deref(), Some(names.unwrap_or(byline)));
    }
}

#[test]
fn sentences_and_headings_are_no_bylines() {
    for line in [
        "By Monday",
        "By Monday the council had said nothing",
        "Von dort aus fuhr er weiter in den Hafen",
        "Von Menschen und Maschinen",
        "Par ailleurs, le port reste ouvert",
        "Por la mañana llegaron los barcos",
        "Di notte il porto resta chiuso",
        "Door het raam zag hij de boten",
        "Av alla båtar var tre kvar",
        "Από το πρωί τα πλοία",
        "记者从市政府了解到，三艘渡轮已订购，将于五月投入使用",
        "White House, Tuesday",
    ] {
        let article = article(&["Ferries for Holm", line, LEAD, MORE]);
        assert_ne!(article.blocks[1].kind, Kind::Byline, "{line}");
    }
    check_in_body("By Land and Sea", Kind::Heading);
    let below = article(&["Ferries for Holm", LEAD, MORE, "Von Anna Beispiel", LEAD]);
    assert_eq!(below.blocks[3].kind, Kind::Heading);
}

#[test]
fn a_standfirst_stands_above_the_byline() {
    let standfirst = "The council voted at night, and the mayor is not amused.";
    let article = article(&["Ferries for Holm", standfirst, "By Ann Example", "Updated 12 January 2010", LEAD, MORE]);
    let expected = [Kind::Headline, Kind::Paragraph, Kind::Byline, Kind::Furniture, Kind::Paragraph, Kind::Paragraph];
    assert_eq!(kinds(&article), expected);
    assert_eq!(article.date.as_deref(), Some("2010-01-12"));
}

#[test]
fn a_byline_may_have_the_date() {
    for byline in ["By Ann Example | 12 January 2010", "Par Anne Exemple, publié le 12 janvier 2010 à 14h32"] {
        assert_eq!(article(&["Ferries for Holm", byline, LEAD]).date.as_deref(), Some("2010-01-12"), "{byline}");
    }
    let both = article(&["Ferries", "Updated 14 January 2010", "Published 12 January 2010", LEAD]);
    assert_eq!(both.date.as_deref(), Some("2010-01-12"));
}

#[test]
fn captions_and_credits() {
    for line in [
        "Image copyright Newsfoto Image caption The mayor had been in office for three years",
        "Image source, Newsfoto",
        "Mayor Ada Holm, of the Tarn party, in May at the port.CreditJune Doe/Newsfoto",
        "Mayor Ada Holm, of the Tarn party, in May at the port. Credit...June Doe for The Ledger",
        "Ada Holm and Bo Lind at a meeting in Orle, on 3 October. Photograph: Mandy Oak/AFP/Getty Images",
        "Photograph: Mandy Oak",
        "Photo by Ann Example",
        "The port at dawn. (Photo by Ann Example/Getty Images)",
        "The port at dawn (AP Photo/Ann Example)",
        "Ada Holm, ministre des ports (Photo Tageblatt)",
        "Der Hafen am Morgen. Foto: Anna Beispiel/dpa",
        "Foto: Anna Beispiel",
        "Bild: dpa",
        "Photo d’archives",
        "Photo d’illustration",
        "El puerto al amanecer. Foto: Ana Ejemplo",
        "Il porto all'alba (foto: Anna Esempio)",
        "De haven in de ochtend. Foto: ANP",
        "Fot. Anna Przykład",
        "Фото: Анна Примерова / ТАСС",
        "Φωτογραφία: Άννα Παράδειγμα",
        "צילום: דנה דוגמה",
        "تصوير: أحمد مثال",
        "写真：港町太郎",
        "图片来源：新华社",
        "Tage Lund / NEWSFOTO",
        "Tage Lund/AFP",
        "Tage Lund / AFP / Picture alliance",
        "Tage Lund/Newsfoto/Getty Images",
        "Tageblatt's Tom Vale and Rita Sand contributed to this report.",
        "Tom Vale and Rita Sand contributed reporting.",
        "Reporting by Tom Vale in Holm; Editing by Rita Sand",
        "(Reporting by Tom Vale; Editing by Rita Sand and Bo Sample)",
        "Additional reporting by Tom Vale",
        "El ferry, en el puerto de Holm, este lunes. ANA EJEMPLO (EFE)",
        "ANA EJEMPLO (EFE)",
        "Imagen de archivo del ferry. EFE/Ana Ejemplo",
        "Le port de Holm, le 3 octobre. © Jean Exemple, Reuters",
        "Le ferry, à quai, le 3 octobre 2025. JEAN EXEMPLE / AFP",
        "Legenda da foto, A balsa no porto",
        "Bildrechte: dpa",
        "Foto Ansa",
        "Beeld ANP",
        "Ann Example/The Harbour Times",
        "新华社记者 李明 摄",
        "(ANSA)",
        "EFE",
        "AFP",
        "(SZ/dpa/ako)",
        "Quelle: ntv.de, ako/dpa",
        "Mit Material der dpa",
        "— with a report from Reuters",
    ] {
        check_in_body(line, Kind::Caption);
    }
    for line in [
        "He showed her a photo of the boats that he had taken on the quay in May of that year, and then another.",
        "The council said (in a photo that was seen by all) that the boats had been sold.",
        "Reporting by the Ledger found that boats had been sold to the harbour of Tarn without a vote.",
        "The credit was paid.",
        "She wrote to the agency. The answer came from Ann Example (EFE).",
        "The mayor had spoken to the agency AFP.",
        "With a report from the council the matter was closed on Tuesday.",
        "Mit Material der Werft wurde das Boot gebaut.",
        "She said that it was either/or for the council.",
    ] {
        check_in_body(line, Kind::Paragraph);
    }
    for line in ["New Holm / New Tarn", "Foto und Film", "The BBC", "Either/Or", "The mayor speaks (AFP reports)"] {
        check_in_body(line, Kind::Heading);
    }
}

#[test]
fn furniture_in_many_languages() {
    for line in [
        "Advertisement",
        "ADVERTISEMENT",
        "Ad Feedback",
        "SKIP ADVERTISEMENT",
        "Story continues below advertisement",
        "Article continues below",
        "Read more: ‘We are no machines’: thousands of dockers stop work on Friday over shifts",
        "Sign up for our newsletter",
        "Sign up for the new morning briefing",
        "Comments (12)",
        "12 comments",
        "Tags: ferries, council",
        "Filed under: Ferries",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "© 2020 The Ledger",
        "We use cookies to give you the best experience on our site.",
        "3 min read",
        "Related:",
        "Anzeige",
        "Mehr zum Thema",
        "Lesen Sie auch: Wie es dazu kam",
        "Teilen",
        "Kommentare (3)",
        "Wir verwenden Cookies.",
        "Publicité",
        "Lire aussi",
        "Lire aussi : Le port rouvre",
        "À lire aussi",
        "A lire aussi Le port rouvre",
        "LIRE AUSSI | Le port",
        "Leer también",
        "Lea también: El puerto abre",
        "Leggi anche",
        "Leggi anche: Il porto riapre",
        "Leia mais",
        "Leia também: O porto",
        "Lees ook",
        "Lees ook: De haven",
        "Czytaj także",
        "Czytaj też: Port",
        "Čtěte také: Přístav",
        "Читайте также",
        "Читайте также: Порт",
        "Διαβάστε επίσης",
        "Διαβάστε επίσης: Το λιμάνι",
        "Læs også: Havnen",
        "Läs också: Hamnen",
        "Les også: Havna",
        "קראו גם: הנמל",
        "اقرأ أيضا: الميناء",
        "यह भी पढ़ें: बंदरगाह",
        "相关阅读：港口",
        "関連記事",
        "広告",
        "Реклама",
        "Annons",
        "Reklama",
        "Διαφήμιση",
        "פרסומת",
        "إعلان",
        "विज्ञापन",
        "广告",
    ] {
        check_in_body(line, Kind::Furniture);
    }
    for line in [
        "Read more than fifty books a year and you will know the harbour, she said.",
        "Related industries were hit as well, the council said.",
        "Comments by the mayor were not welcome, it said.",
        "Tags were cut from the coats.",
        "Facebook said that it had no boats.",
        "Share prices fell.",
    ] {
        check_in_body(line, Kind::Paragraph);
    }
}

#[test]
fn furniture_of_large_publishing_systems() {
    for line in [
        "Skip past newsletter promotion",
        "after newsletter promotion",
        "Advertisement - Scroll to Continue",
        "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
        "Weiterlesen nach der Anzeige",
        "Artikel hören",
        "Externer Inhalt",
        "Icon: Harbour Ledger",
        "Ajouter à vos sélections",
        "Réutiliser ce contenu",
        "Se adhiere a los criterios de The Trust Project",
        "Siga o canal do Ledger",
        "Reklamní sdělení",
        "View in app",
        "Click to email a link to a friend (Opens in new window)",
        "Home › News",
        "Home > News > Local",
        "Follow Ann Example on Twitter @annexample",
        "ann@wire.example",
        "@ann_example",
        "责任编辑：王五",
        "（完）",
        "Copyright 2026 The Associated Press. All rights reserved.",
        "This article was amended on 17 June 2026 to correct the number of boats.",
    ] {
        check_in_body(line, Kind::Furniture);
    }
    for line in [
        "Home is where the boats are > the council said.",
        "The council had all rights reserved for the boats of the harbour, which it had bought in the spring of that year.",
        "This article was amended by the council after a debate of nine hours, and so it became law on Tuesday.",
        "After newsletter promotion had failed, the Ledger sold its boats.",
        "They wrote to ann@wire.example about it.",
    ] {
        check_in_body(line, Kind::Paragraph);
    }
}

/// What every language has: advertisement, more, related, share, sign up, comments, copyright, cookies and their like.
#[test]
fn usual_furniture_in_every_language() {
    for line in [
        "【関連記事】船は冬を越せるか",
        "関連記事：船は冬を越せるか",
        "Share page",
        "About sharing",
        "Lesen Sie hierzu auch",
        "Lesen Sie hierzu auch: Neue Boote",
        "Mehr zum Thema Häfen",
        "Verwandte Themen",
        "À lire également",
        "À lire également : Le port rouvre",
        "Sur ce sujet",
        "Lea también",
        "Sobre el mismo tema",
        "Leia ainda",
        "Confira também: O porto",
        "Vedi anche",
        "Sullo stesso argomento",
        "Bekijk ook",
        "Meer over dit onderwerp",
        "Czytaj też",
        "Na ten temat",
        "Čtěte také",
        "K tématu: Přístav",
        "Δείτε επίσης",
        "Читайте ещё",
        "Материал по теме",
        "Читайте також",
        "Залишити коментар",
        "קראו גם",
        "לקריאה נוספת",
        "اقرأ أيضا",
        "مواضيع متعلقة",
        "ये भी देखें",
        "न्यूज़लेटर",
        "相关链接：港口",
        "另请参阅",
        "관련기사: 항구",
        "뉴스레터 구독",
        "Se også",
        "Relaterade ämnen",
        "Relaterte saker",
        "Katso myös",
        "Bunu da okuyun: Liman",
    ] {
        check_in_body(line, Kind::Furniture);
    }
    for line in [
        "Mehr über den Hafen wusste am Montag niemand zu sagen.",
        "En relación con los barcos no dijo nada.",
        "Also on Tuesday the boats came back.",
        "無断転載が相次ぎ、港の新聞社は対応を検討している。",
    ] {
        check_in_body(line, Kind::Paragraph);
    }
}

#[test]
fn a_sentence_that_ends_with_a_date_is_no_caption() {
    for line in [
        "The council met on 16 June 2026.",
        "The mayor opened the new pier in Holm on 16 June 2026.",
        "The council meets again in Holm on 16 June 2026.",
        "The council is to speak about the boats on 16 June 2026.",
        "The vote on the boats is due on June 16, 2026.",
    ] {
        check_in_body(line, Kind::Paragraph);
        let last = article(&["Ferries for Holm", LEAD, MORE, line]);
        assert_eq!(last.blocks[3].kind, Kind::Paragraph, "{line}");
    }
    for line in [
        "A ferry lies at its berth in Holm on 16 June 2026.",
        "Two ferries lie at their berths in Holm on June 16, 2026.",
        "Mayor Ada Holm is seen at the port of Tarn on June 16, 2026.",
        "Ferry workers carry signs at the port of Holm, June 16, 2026.",
        "The port of Holm at dawn, June 16, 2026",
    ] {
        check_in_body(line, Kind::Caption);
    }
}

/// As copied from a page that sets labels on lines of their own.
#[test]
fn a_pasted_page() {
    let head = [
        ("Ferry strike halts boats", Kind::Headline),
        ("Published", Kind::Furniture),
        ("3 hours ago", Kind::Furniture),
        ("Image source, Newsfoto", Kind::Caption),
        ("Image caption, Boats were tied up at Holm", Kind::Caption),
        ("By Ann Example", Kind::Byline),
        ("BBC News, Holm", Kind::Byline),
        (LEAD, Kind::Paragraph),
        (MORE, Kind::Paragraph),
        ("Related topics", Kind::Furniture),
        ("Holm", Kind::Furniture),
        ("Industrial action", Kind::Furniture),
        ("Share page", Kind::Furniture),
        ("Copy link", Kind::Furniture),
        ("About sharing", Kind::Furniture),
    ];
    let read = article(&head.map(|(text, _)| text));
    assert_eq!(kinds(&read), head.map(|(_, kind)| kind));
    assert_eq!((read.date, read.byline.as_deref()), (None, Some("By Ann Example")));
}

#[test]
fn lines_of_a_list_are_of_one_kind() {
    let items = [
        "Bank of Orle: 3 billion",
        "Nordhaven Bank: 2.55 billion",
        "General Savings",
        "Mutual of Tarn",
        "Union Savings",
    ];
    for count in 3..=items.len() {
        let blocks: Vec<&str> =
            ["Ferries for Holm", LEAD].into_iter().chain(items[..count].iter().copied()).chain([MORE]).collect();
        let article = article(&blocks);
        assert!(article.blocks[2..].iter().all(|block| block.kind == Kind::Paragraph), "{:?}", kinds(&article));
    }
    for item in ["- Bank of Orle", "• Bank of Orle", "– Bank of Orle: 3 billion"] {
        check_in_body(item, Kind::Paragraph);
    }
    check_in_body("What happens next", Kind::Heading);
}

/// Above the first sentence a few short lines may be headings; lines that are alike, or of which some are none, are a list.
#[test]
fn lines_of_a_list_below_a_headline_are_of_one_kind() {
    for items in [
        ["Kiel 12", "Orle 7", "Tarn 3"],
        ["Kiel 3", "Orle 12", "Valmora 33"],
        ["Ada Holm, mairesse", "Bo Lind, capitaine", "Cy Marsh, pêcheur"],
        ["Holm 12', 45'", "Lind 67'", "Marsh 90'+2"],
    ] {
        let read = article(&["Ferries for Holm", items[0], items[1], items[2], LEAD, MORE]);
        assert_eq!(kinds(&read)[1..4], [Kind::Paragraph; 3], "{items:?}");
    }
    let read = article(&["Ferries for Holm", "New boats", "New boats by spring", LEAD, MORE]);
    assert_eq!(kinds(&read)[1..3], [Kind::Heading; 2]);
}

#[test]
fn lines_of_a_transcript_are_no_headings() {
    let line = |name: &str, text: &str| format!("{name}: {text}");
    let (first, second) =
        (line("Bo", "Thanks for having me here"), line("Bo", "So it was for all of us, I should think."));
    let read = article(&["Ferries for Holm", LEAD, &first, MORE, &second, MORE]);
    assert_eq!(kinds(&read)[2], Kind::Paragraph);
    check_in_body("00:00:05 Bo: Thanks for having me", Kind::Paragraph);
    check_in_body("[10:02] Thanks for having me", Kind::Paragraph);
    check_in_body("Kiel: What is in force", Kind::Heading);
}

#[test]
fn a_line_that_goes_on_is_no_heading() {
    for (line, next) in [
        ("It was presented to the council on Monday by the", "President of the harbour board."),
        ("Der Senat hat in der vergangenen Woche die", "Fähren für den Hafen vorgestellt."),
        ("Il ministro ha presentato lunedì le linee guida del", "Piano nazionale dei porti."),
        ("The government announced new rules, which are to apply from", "Wednesday on."),
        ("Last week the mayor had made known the details of the", "plan for the rescue of the harbour and its boats."),
        ("Der Senat hat in der vergangenen Woche die", "neuen Fähren für den Hafen vorgestellt."),
        ("Le conseil a fait connaître les détails de", "son plan pour le port."),
        ("The harbour council of Holm", "ordered three new ferries on Tuesday."),
    ] {
        let article = article(&["Ferries for Holm", LEAD, line, next, MORE]);
        assert_eq!(kinds(&article)[2..4], [Kind::Paragraph, Kind::Paragraph], "{line}");
    }
    for line in
        ["Where the money comes from", "What to look for", "Worauf es jetzt ankommt", "Das steht heute an", "Plan A"]
    {
        check_in_body(line, Kind::Heading);
    }
    let cut = article(&["It was presented to the council on Monday by the", "President of the harbour board.", LEAD]);
    assert_eq!(cut.headline, None);
}

#[test]
fn lines_of_a_head_that_touch() {
    let text = format!("Ferries for Holm\nBy Ann Example and Bo Sample\nPublished on 16 June 2026\n{LEAD}\n{MORE}");
    let article = Article::read("-", &text);
    assert_eq!(kinds(&article)[..4], [Kind::Headline, Kind::Byline, Kind::Furniture, Kind::Paragraph]);
    assert_eq!(article.date.as_deref(), Some("2026-06-16"));
}

#[test]
fn a_reader_can_add_patterns() {
    use diptych::article::{PatternKind, Patterns};
    let patterns = Patterns::with(&[
        (PatternKind::Furniture, "from the quay…".to_owned()),
        (PatternKind::Byline, "penned by…".to_owned()),
        (PatternKind::Published, "set in type".to_owned()),
        (PatternKind::Agency, "quaywire".to_owned()),
    ]);
    let text = format!(
        "Ferries for Holm\n\nPenned by Ann Example\n\nSet in type 12 January 2010\n\nHolm (Quaywire). {LEAD}\n\nFrom the quay: boats"
    );
    let article = Article::from_draft_by("-", formats::text::read(&text), &patterns);
    assert_eq!(kinds(&article), [Kind::Headline, Kind::Byline, Kind::Furniture, Kind::Paragraph, Kind::Furniture]);
    assert_eq!(article.date.as_deref(), Some("2010-01-12"));
    assert_eq!(article.blocks[3].dateline, "Holm (Quaywire). ".len());
}

#[test]
fn sentences_that_begin_as_furniture_does_are_text() {
    for line in [
        "Copyright reform was rejected by the parliament on Thursday, after a debate of nine hours.",
        "“Get our children out of there,” said Ann Example, who had waited on the quay since noon.",
        "“Join our fight,” the union wrote to the pilots of the neighbouring port on Tuesday.",
        "Sign up for the navy, he was told by his father, and so he went to sea at sixteen.",
        "See also Friday, when the harbour lay still for nine hours because of the fog.",
        "Voir aussi loin, c'est le travail du phare, a dit le gardien au conseil du port.",
        "المزيد من المدنيين قتلوا في المدينة يوم الثلاثاء، حسب ما قالت الشرطة.",
        "Related: the boat sank because nobody had looked at the hull since the spring of that year.",
    ] {
        check_in_body(line, Kind::Paragraph);
    }
    for (line, kind) in [
        ("Copyright 2026 Harbour Ledger. All rights reserved.", Kind::Furniture),
        ("Copyright © Harbour Ledger", Kind::Furniture),
        ("A flag hangs over the gate of the old shipyard in Kelsmouth, Oct. 8, 2026.", Kind::Caption),
        ("Firefighters search the ferry at its berth in Kelsmouth on June 16, 2026.", Kind::Caption),
        ("The council met on 16 June 2026 for the last time this year.", Kind::Paragraph),
    ] {
        check_in_body(line, kind);
    }
}

#[test]
fn words_that_a_report_is_filed_under_stand_below_it() {
    let below = article(&["Ferries for Holm", LEAD, MORE, "Tagged ferries, council"]);
    assert_eq!(kinds(&below)[3], Kind::Furniture);
    check_in_body("Tagged sharks return to Holm", Kind::Heading);
}

#[test]
fn a_notice_that_the_rest_is_for_subscribers_is_furniture_near_the_end() {
    for notice in [
        "この記事は有料会員記事です。残り845文字",
        "Para seguir leyendo, suscríbete",
        "Conteúdo exclusivo para assinantes do Ledger",
        "Полная версия доступна только подписчикам",
        "Ten artykuł jest dostępny tylko dla prenumeratorów",
        "Pozostało 80% artykułu",
        "Sie möchten weiterlesen? Jetzt anmelden.",
        "Cet article est réservé à nos abonnés.",
    ] {
        let read = article(&["Ferries for Holm", LEAD, MORE, notice]);
        assert_eq!(kinds(&read)[3], Kind::Furniture, "{notice}");
        assert!(read.is_cut_off(diptych::article::Patterns::known()), "{notice}");
    }
    for sentence in [
        "Ten artykuł jest dostępny tylko dla prenumeratorów, powiedział burmistrz na wtorkowym posiedzeniu rady portu.",
        "The mayor wrote: “This content is for subscribers only.”",
    ] {
        let read = article(&["Ferries for Holm", LEAD, MORE, sentence]);
        assert_eq!(kinds(&read)[3], Kind::Paragraph, "{sentence}");
    }
}
