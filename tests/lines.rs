//! Lines of plain text: heads above the text, and what is wrapped in scripts of other kinds.

use diptych::article::Article;
use diptych::intake::clean;

/// Returns what an article says of itself, and its blocks behind their kinds.
fn read(raw: &str) -> (Article, Vec<String>) {
    let article = Article::read("a.txt", &clean::text(raw));
    let blocks = article.blocks.iter().map(|block| format!("{}: {}", block.kind.name(), block.text)).collect();
    (article, blocks)
}

/// Checks blocks with their kinds.
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    assert_eq!(read(raw).1, expected, "{raw}");
}

const BODY: &str = "The council of Larn voted on Monday to mend the two old locks,\nwhich have not been opened since 1999, and to ask for \
                    bids.\n\nSix of its eight members were for it. The others, Otto Quill and\nBerit Sund, said that a bridge would \
                    cost less and would be re-\npaired by the county.\n\nThe locks were built for ships of wood. A canal with a long-\n\
                    term plan would need others, the engineer wrote.";

const PARAGRAPHS: [&str; 3] = [
    "paragraph: The council of Larn voted on Monday to mend the two old locks, which have not been opened since 1999, and to ask for \
     bids.",
    "paragraph: Six of its eight members were for it. The others, Otto Quill and Berit Sund, said that a bridge would cost less and \
     would be repaired by the county.",
    "paragraph: The locks were built for ships of wood. A canal with a long-term plan would need others, the engineer wrote.",
];

#[test]
fn a_broken_headline_says_nothing_of_the_text_below() {
    for head in [
        "Council to mend both\nof the old locks\nat Larn by May",
        "COUNCIL OF LARN TO\nMEND OLD LOCKS;\nTWO AGAINST IT",
    ] {
        let headline = format!("headline: {}", head.replace('\n', " "));
        check(&format!("{head}\n\n{BODY}"), &[&[headline.as_str()], &PARAGRAPHS[..]].concat());
        let expected = [&[headline.as_str(), "byline: By Ann Example"], &PARAGRAPHS[..]].concat();
        check(&format!("{head}\n\nBy Ann Example\n\n{BODY}"), &expected);
        check(&format!("{head}\nBy Ann Example\n{BODY}"), &expected);
    }
}

#[test]
fn who_wrote_and_when_stand_apart_above_a_text_that_touches() {
    let (article, blocks) =
        read(&format!("Council to mend the old locks of Larn\nBy Ann Example\n3 May 2027, 8:14 am\n{BODY}"));
    assert_eq!(article.date.as_deref(), Some("2027-05-03"));
    assert_eq!(article.byline.as_deref(), Some("By Ann Example"));
    assert_eq!(blocks[0], "headline: Council to mend the old locks of Larn");
    assert_eq!(blocks[3..], PARAGRAPHS);
    // Hardly narrower than the text: as wide as its lines at fifty columns.
    let narrow = "Council of Larn is to mend both of the old locks\nBy Ann Example\nThe council of Larn voted on Monday to mend the\n\
                  two old locks, which have not been opened since\nthe year 1999.\nSix of its eight members were for it, and two\nwere not.";
    let blocks = read(narrow).1;
    assert_eq!(blocks[..2], ["headline: Council of Larn is to mend both of the old locks", "byline: By Ann Example"]);
    assert_eq!(blocks.len(), 4);
}

/// Wraps a text as who counts characters does; a word that is longer than a line, as those of scripts without spaces are, is broken
/// anywhere.
fn wrap(text: &str, width: usize, inset: &str) -> String {
    let mut lines = vec![inset.to_owned()];
    for word in text.split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        loop {
            let line = lines.last_mut().expect("there is a first line");
            let is_begun = !line.trim().is_empty();
            let room = width.saturating_sub(line.chars().count() + usize::from(is_begun));
            if word.len() > room && is_begun && (word.len() <= width || room == 0) {
                lines.push(String::new());
                continue;
            }
            line.extend(is_begun.then_some(' ').into_iter().chain(word.drain(..room.min(word.len()))));
            if word.is_empty() {
                break;
            }
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

/// Checks that a headline and paragraphs come back, wrapped at some width, with blank lines and indents between them or nothing.
#[track_caller]
fn comes_back(headline: &str, paragraphs: &[&str], widths: &[usize], ways: &[&str]) {
    let paragraph = |text: &&str| format!("paragraph: {text}");
    let expected: Vec<String> =
        std::iter::once(format!("headline: {headline}")).chain(paragraphs.iter().map(paragraph)).collect();
    for &width in widths {
        for &way in ways {
            let (inset, above, between) = match way {
                "blank" => ("", "\n\n", "\n\n"),
                "indent" => ("   ", "\n\n", "\n"),
                "wide indent" => ("\u{3000}\u{3000}", "\n\n", "\n"),
                _ => ("", "\n", "\n"),
            };
            let body: Vec<String> = paragraphs.iter().map(|text| wrap(text, width, inset)).collect();
            let raw = format!("{headline}{above}{}", body.join(between));
            let raw = if way == "double" { raw.replace('\n', "\n\n") } else { raw };
            assert_eq!(read(&raw).1, expected, "{way} {width}\n{raw}");
        }
    }
}

#[test]
fn text_without_spaces_that_touches_its_headline() {
    let paragraphs = [
        "白沙镇议会周一决定，重新修理两座旧水闸，因为一位工程师的报告指出，木门已经完全腐烂了，再也挡不住春天的大水，必须在雨季之前换掉。",
        "议会八名成员中有六人赞成。反对的两人认为，建一座桥会便宜得多，而且县里愿意出一半的钱，只是没有人去问。",
        "这两座水闸建于一七八四年，曾于一八三〇年和一九〇二年两次加宽，是这条河上最后两座用木头造的水闸。",
    ];
    comes_back("白沙镇将修理两座旧水闸", &paragraphs, &[25, 31], &["none", "blank", "double", "wide indent"]);
    // A mark that begins no line.
    let raw = "白沙镇将修理两座旧水闸\n\n\u{3000}\u{3000}议会八名成员中有六人赞成，另外两人认为建桥便宜得多\n，而且县里愿意出钱。\n\
               \u{3000}\u{3000}水闸建于一七八四年。";
    check(
        raw,
        &[
            "headline: 白沙镇将修理两座旧水闸",
            "paragraph: 议会八名成员中有六人赞成，另外两人认为建桥便宜得多，而且县里愿意出钱。",
            "paragraph: 水闸建于一七八四年。",
        ],
    );
}

#[test]
fn text_that_was_wrapped_by_counting_characters() {
    let korean = [
        "라른 군의회는 월요일 낡은 갑문 두 곳을 고치기로 결정했다. 나무 문이 봄철 큰물을 더는 막지 못한다는 기사의 보고서가 나온 뒤의 일이다.",
        "여덟 의원 가운데 여섯이 찬성했다. 반대한 두 사람은 다리를 놓는 편이 더 싸고 도에서 절반을 내겠다고 했다고 말했다.",
        "이 갑문은 1784년에 세워져 1830년과 1902년 두 번 넓혀졌으며 이 강에 남은 마지막 나무 갑문이다.",
    ];
    comes_back("라른 낡은 갑문 두 곳 고친다", &korean, &[25, 36], &["none", "blank", "indent"]);
    let hindi = [
        "लार्न की परिषद ने सोमवार को दो पुराने फाटकों की मरम्मत करने का निर्णय लिया, क्योंकि लकड़ी अब वसंत की बाढ़ को नहीं रोक सकती।",
        "आठ में से छह सदस्यों ने इसके पक्ष में मत दिया। जिन दो ने विरोध किया, उनका कहना था कि पुल बनाना सस्ता होगा और ज़िला आधा पैसा देगा।",
        "ये फाटक 1784 में बने थे और दो बार चौड़े किए गए, 1830 में और 1902 में।",
    ];
    comes_back("लार्न के पुराने फाटकों की मरम्मत होगी", &hindi, &[50, 60], &["blank", "indent"]);
}

#[test]
fn thai_is_wrapped_without_marks_at_the_ends_of_sentences() {
    let thai = [
        "สภาเมืองลาร์นมีมติเมื่อวันจันทร์ให้ซ่อมประตูน้ำเก่าสองแห่งก่อนฤดูฝน หลังจากรายงานของช่างพบว่าไม้ผุจนกันน้ำหลากไม่ได้อีกแล้ว",
        "สมาชิกหกในแปดคนเห็นด้วยกับการซ่อมครั้งนี้และสองคนที่เหลือกล่าวว่าการสร้างสะพานจะถูกกว่ามาก",
    ];
    comes_back("เมืองลาร์นจะซ่อมประตูน้ำเก่า", &thai, &[50], &["blank", "indent"]);
    // Names below each other are no text, nor are lines that nothing parts.
    let names = "รายชื่อ\n\nสมชาย ใจดี\nสมหญิง รักเรียน\nมานะ อดทน\n\nวิชัย กล้าหาญ\nปิติ ยินดี";
    assert_eq!(read(names).1.len(), 6);
}

#[test]
fn a_page_ends_where_the_next_line_begins_large_or_with_any_letter() {
    let spanish = "El concejo quiere arreglar las viejas esclusas\n\nEl concejo de Larna votó el lunes por arreglar las dos viejas\n\
                   esclusas del canal, que nadie ha abierto desde la primavera de\n1999.\n\n\
                   —Nadie nos preguntó nada en todos estos años de espera —dijo\n\n                 - 3 -\n\
                   \u{C}Larna Courier            3 May 2027\n\nMarta Quiroga al final de la sesión.\n\nSe construyeron en 1784 y se \
                   ensancharon en dos ocasiones, en\n1830 y en 1902.";
    check(
        spanish,
        &[
            "headline: El concejo quiere arreglar las viejas esclusas",
            "paragraph: El concejo de Larna votó el lunes por arreglar las dos viejas esclusas del canal, que nadie ha abierto desde la \
         primavera de 1999.",
            "paragraph: —Nadie nos preguntó nada en todos estos años de espera —dijo Marta Quiroga al final de la sesión.",
            "furniture: - 3 -",
            "furniture: Larna Courier 3 May 2027",
            "paragraph: Se construyeron en 1784 y se ensancharon en dos ocasiones, en 1830 y en 1902.",
        ],
    );
    let chinese = "白沙镇将修理两座旧水闸\n\n白沙镇议会周一决定重新修理两座旧水闸，因为一位工程师的\n报告指出，木门已经腐烂，再也挡不住春天的大水。\n\n\
                   议会八名成员中有六人赞成。反对的两人认为建一座桥会便宜\nPAGE得多。\n\n水闸建于一七八四年，曾于一八三〇年和一九〇二年两次加宽\n。";
    let page = "\n                 - 3 -\n\u{C}Larn Courier            3 May 2027\n\n";
    for (gap, furniture) in [(page, &["furniture: - 3 -", "furniture: Larn Courier 3 May 2027"][..]), ("\u{C}", &[])] {
        let mut expected = vec![
            "headline: 白沙镇将修理两座旧水闸",
            "paragraph: 白沙镇议会周一决定重新修理两座旧水闸，因为一位工程师的报告指出，木门已经腐烂，再也挡不住春天的大水。",
            "paragraph: 议会八名成员中有六人赞成。反对的两人认为建一座桥会便宜得多。",
        ];
        expected.extend(furniture);
        expected.push("paragraph: 水闸建于一七八四年，曾于一八三〇年和一九〇二年两次加宽。");
        check(&chinese.replace("PAGE", gap), &expected);
    }
}

#[test]
fn speech_that_a_dash_begins_is_no_heading() {
    let raw = "El concejo quiere arreglar las esclusas\n\nEl concejo de Larna votó el lunes por arreglar las dos viejas esclusas del canal, \
               que nadie ha abierto desde 1999.\n\n—Nadie nos preguntó nada —dijo\n\nMarta Quiroga al final de la sesión, que duró más de \
               cuatro horas y en la que nadie más habló.";
    assert_eq!(read(raw).1[2], "paragraph: —Nadie nos preguntó nada —dijo");
}

#[test]
fn short_texts_whose_lines_begin_with_capitals() {
    // Blank lines show the paragraphs.
    let german = "Rat lässt Schleusen ausbessern\nVon Anna Beispiel, Larn\n3. Mai 2027, 8:14 Uhr\n\nDer Rat von Larn hat am Montag beschlossen, \
                  die beiden alten\nSchleusen vor dem Sommer ausbessern zu lassen.\n\nSechs der acht Mitglieder waren dafür.";
    let (article, blocks) = read(german);
    assert_eq!(article.date.as_deref(), Some("2027-05-03"));
    assert_eq!(
        blocks[3..],
        [
            "paragraph: Der Rat von Larn hat am Montag beschlossen, die beiden alten Schleusen vor dem Sommer ausbessern zu lassen.",
            "paragraph: Sechs der acht Mitglieder waren dafür.",
        ]
    );
    // Nothing does: what goes on is no heading at least.
    let touching = "Rat lässt Schleusen ausbessern\nDer Rat von Larn hat am Montag beschlossen, die beiden alten\nSchleusen vor dem Sommer \
                    ausbessern zu lassen.\nSechs der acht Mitglieder waren dafür, zwei dagegen und für eine\nBrücke aus Stein.";
    let blocks = read(touching).1;
    assert_eq!(blocks[0], "headline: Rat lässt Schleusen ausbessern");
    assert!(blocks[1..].iter().all(|block| block.starts_with("paragraph: ")), "{blocks:?}");
    // A heading above a line that is wider stays one.
    let heading = "Rat lässt Schleusen ausbessern\n\nDer Rat von Larn traf sich am Montag im Rathaus.\n\nWas der Rat am Montag beschlossen hat\n\
                   Zwei Schleusen werden vor dem Sommer ausgebessert, sagte der Rat.\n\nDas Geld kommt vom Kreis.";
    assert_eq!(read(heading).1[2], "heading: Was der Rat am Montag beschlossen hat");
}

#[test]
fn transcripts() {
    let raw = "TRANSCRIPT: The council's meeting of 3 May\n\nQUILL: I move that we hear the engineer once more before\nwe vote on the old \
               locks.\nSUND: Seconded.\n[CROSSTALK]\nTHE CHAIR: It is moved and seconded, so we ask him to come\nto the next meeting.";
    check(
        raw,
        &[
            "headline: TRANSCRIPT: The council's meeting of 3 May",
            "paragraph: QUILL: I move that we hear the engineer once more before we vote on the old locks.",
            "paragraph: SUND: Seconded.",
            "paragraph: [CROSSTALK]",
            "paragraph: THE CHAIR: It is moved and seconded, so we ask him to come to the next meeting.",
        ],
    );
    let german = "Die Schleusen sind alt\n\nFrage: Herr Quill, was tun Sie zuerst?\nAntwort: Die Tore tauschen. Das Wasser vom März hat zwei\n\
                  Balken fortgerissen.\nFrage: Wer zahlt?\nAntwort: Der Kreis.";
    check(
        german,
        &[
            "headline: Die Schleusen sind alt",
            "paragraph: Frage: Herr Quill, was tun Sie zuerst?",
            "paragraph: Antwort: Die Tore tauschen. Das Wasser vom März hat zwei Balken fortgerissen.",
            "paragraph: Frage: Wer zahlt?",
            "paragraph: Antwort: Der Kreis.",
        ],
    );
}
