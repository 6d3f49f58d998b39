//! Texts as people have them: which lines are one paragraph, and what extraction left behind.

use diptych::article::Article;
use diptych::comparison::Relation;
use diptych::draft::{Draft, Kind};
use diptych::formats::text;
use diptych::intake::clean;
use diptych::pair::Pair;
use diptych::story::Story;
use proptest::prelude::*;

fn draft(raw: &str) -> Draft {
    text::read(&clean::text(raw))
}

fn blocks(raw: &str) -> Vec<String> {
    draft(raw).blocks.into_iter().map(|block| block.text).collect()
}

/// Checks that a text reads as one with a paragraph a line.
#[track_caller]
fn check(raw: &str, expected: &[&str]) {
    assert_eq!(blocks(raw), expected, "{raw}");
}

/// Returns the relations between two texts, and how much wording they share.
fn compared(left: &str, right: &str) -> (Vec<Relation>, [f64; 2]) {
    let article = |text: &str| Article::read("a.txt", &clean::text(text));
    let story = Story::new("pair", vec![article(left), article(right)]);
    let comparison = story.compare(Pair::new(0, 1));
    let shares = comparison.sharing.shares();
    (comparison.links.iter().map(|link| link.relation).collect(), [shares.left, shares.right])
}

#[track_caller]
fn is_verbatim(left: &str, right: &str) {
    let (relations, shares) = compared(left, right);
    assert!(!relations.is_empty() && relations.iter().all(|relation| *relation == Relation::Verbatim), "{relations:?}");
    assert_eq!(shares, [1.0, 1.0]);
}

const PARAGRAPHS: [&str; 4] = [
    "The port office of Larnholm said on Monday that two of its four cranes would be taken down before the winter, since nobody had \
     found the parts to repair them.",
    "A firm from the next valley offered to build new ones at half the cost, but the office turned the offer down.",
    "Work at the quay goes on with what is left. Ships wait for a day and more, the pilot, Ebba Quill, told reporters, and some of \
     them sail on to other ports.",
    "“We saw it coming for ten years, and we wrote it down for them each spring,” said Tom Arkwell, who speaks for the crane drivers.",
];

/// Wraps a paragraph.
fn wrap(text: &str, width: usize, [first, others]: [&str; 2]) -> String {
    let mut lines = vec![first.to_owned()];
    let mut is_empty = true;
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a first line");
        if !is_empty && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(format!("{others}{word}"));
            continue;
        }
        line.push_str(if is_empty { "" } else { " " });
        line.push_str(word);
        is_empty = false;
    }
    lines.join("\n")
}

fn wrapped(width: usize, indents: [&str; 2], between: &str) -> String {
    PARAGRAPHS.map(|paragraph| wrap(paragraph, width, indents)).join(between)
}

#[test]
fn wrapped_text_comes_back() {
    for width in [50, 58, 65, 72, 80] {
        check(&wrapped(width, ["", ""], "\n\n"), &PARAGRAPHS);
        check(&wrapped(width, ["   ", ""], "\n"), &PARAGRAPHS);
        check(&wrapped(width, ["", "    "], "\n"), &PARAGRAPHS);
        check(&wrapped(width, ["> ", "> "], "\n>\n"), &PARAGRAPHS);
        check(
            &format!(
                "A line by itself of an unwrapped head that is much wider than the measure of all the others\n\n{}",
                wrapped(width, ["", ""], "\n\n")
            )
            .replace("others\n\n", "others\n\n"),
            &[
                &["A line by itself of an unwrapped head that is much wider than the measure of all the others"][..],
                &PARAGRAPHS,
            ]
            .concat(),
        );
    }
    for width in [50, 65, 72] {
        check(&wrapped(width, ["", ""], "\n"), &PARAGRAPHS);
    }
    check(&PARAGRAPHS.join("\n"), &PARAGRAPHS);
    check(&PARAGRAPHS.join("\n\n"), &PARAGRAPHS);
}

#[test]
fn each_stretch_is_told_by_itself() {
    let mixed = format!("{}\n{}\n\n{}", PARAGRAPHS[0], PARAGRAPHS[1], wrap(PARAGRAPHS[2], 60, ["", ""]));
    check(&mixed, &PARAGRAPHS[..3]);
    let narrow = format!("{}\n\n{}", wrap(PARAGRAPHS[0], 72, ["", ""]), wrap(PARAGRAPHS[2], 40, ["    ", "    "]));
    check(&narrow, &[PARAGRAPHS[0], PARAGRAPHS[2]]);
}

#[test]
fn a_head_and_a_heading_stand_apart() {
    let head = "Larnholm takes down two cranes\nBy Ann Example and Bo Sample\nPublished on 16 June 2026";
    let lines = ["Larnholm takes down two cranes", "By Ann Example and Bo Sample", "Published on 16 June 2026"];
    check(&format!("{head}\n\n{}", wrapped(66, ["", ""], "\n\n")), &[&lines[..], &PARAGRAPHS].concat());
    check(&format!("{head}\n\n{}", PARAGRAPHS.join("\n\n")), &[&lines[..], &PARAGRAPHS].concat());
    check(&format!("{head}\n{}", wrapped(66, ["", ""], "\n")), &[&lines[..], &PARAGRAPHS].concat());
    let headed =
        format!("{}\n\nWHAT COMES NEXT\n{}", wrap(PARAGRAPHS[0], 60, ["", ""]), wrap(PARAGRAPHS[1], 60, ["", ""]));
    check(&headed, &[PARAGRAPHS[0], "WHAT COMES NEXT", PARAGRAPHS[1]]);
}

#[test]
fn short_lines_stand_apart() {
    let wrapped = wrap(PARAGRAPHS[0], 60, ["", ""]);
    for lines in [
        "WHAT IS PLANNED\nTwo cranes are to be sold for scrap to a yard in Orme.\n* The quay is to be closed on Sundays until further notice.\n* Pilots are to wait for no more than two days from now on.",
        "- the first crane\n- the second crane\n- a shed",
        "• the first crane, which was built in the year of the flood,\n• the second crane\n• a shed",
        "1. The first crane goes.\n2. The second one goes.\n3. The shed stays.",
        "a) the first crane\nb) the second crane",
        "Q: Why so late?\nA: Nobody asked.\nQ: Who should have?\nA: The office.",
        "QUILL: We wait.\nARKWELL: We told them.",
        "Port Office\n12 Quay Street\nLarnholm",
        "The cranes stood up against the sky\nAnd no one asked the reason why\nThe boats went by",
        "Orme Bank: 3 billion\nFell Savings: 2.5 billion\nUnion of Tarn: 950 million",
    ] {
        let expected: Vec<&str> = [PARAGRAPHS[0]].into_iter().chain(lines.lines()).chain([PARAGRAPHS[0]]).collect();
        check(&format!("{wrapped}\n\n{lines}\n\n{wrapped}"), &expected);
        check(lines, &lines.lines().collect::<Vec<_>>());
    }
}

#[test]
fn an_item_goes_on_below() {
    let list = "* Two cranes are to be sold for scrap to a yard in Orme, where\n  they were built.\n* The quay is to be closed on Sundays until there is further\n  notice of it.";
    let items = [
        "* Two cranes are to be sold for scrap to a yard in Orme, where they were built.",
        "* The quay is to be closed on Sundays until there is further notice of it.",
    ];
    check(&format!("{}\n\n{list}", wrap(PARAGRAPHS[0], 62, ["", ""])), &[&PARAGRAPHS[..1], &items].concat());
    let dash = "The office said that the cranes had been looked after each year - a claim that the drivers deny – and that 12 parts, or \
                1. of each kind, were to be had nowhere in the country: so it bought none and sold the rest to the next town.";
    for width in 40..80 {
        check(&wrap(dash, width, ["", ""]), &[dash]);
    }
}

#[test]
fn pages_cut_no_paragraph() {
    let lines: Vec<String> = wrap(PARAGRAPHS[0], 50, ["", ""]).lines().map(str::to_owned).collect();
    let rest = wrap(PARAGRAPHS[2], 50, ["", ""]);
    for (gap, pages) in [
        ("\n\n", vec![]),
        ("\n\u{C}", vec![]),
        ("\n\n12\n\n", vec!["12"]),
        ("\n12\n", vec!["12"]),
        ("\n\nPage 12 of 20\n\n", vec!["Page 12 of 20"]),
        ("\n\n- 3 -\n\u{C}Larnholm Echo, 4 June\n\n", vec!["- 3 -", "Larnholm Echo, 4 June"]),
        ("\n\n- 3 -\n\u{C}\nLARNHOLM NEWS      4.6.2026\n\n", vec!["- 3 -", "LARNHOLM NEWS 4.6.2026"]),
        ("\n\n2026-06-04      LARNHOLM NEWS\n\n", vec!["2026-06-04 LARNHOLM NEWS"]),
    ] {
        let raw = format!("Larnholm Echo, 4 June\n\n{}{gap}{}\n\n{rest}", lines[..2].join("\n"), lines[2..].join("\n"));
        let expected = [&["Larnholm Echo, 4 June", PARAGRAPHS[0]][..], &pages, &[PARAGRAPHS[2]]].concat();
        check(&raw, &expected);
        let kinds: Vec<_> = draft(&raw).blocks.into_iter().skip(2).map(|block| block.kind).take(pages.len()).collect();
        assert!(kinds.iter().all(|kind| *kind == Some(Kind::Furniture)), "{kinds:?}");
    }
}

#[test]
fn words_divided_at_line_ends_are_put_together() {
    let raw = "The port office began an inves-\ntigation of the cranes that broke\nin spring, and the head of the com-\npany said that the govern-\nment would hear of it.\n\n\
               A second one, into the well-\nknown debts of the firm, is to be\nopened in autumn, the office an-\nnounced after a meeting of its own.";
    check(
        raw,
        &[
            "The port office began an investigation of the cranes that broke in spring, and the head of the company said that the \
             government would hear of it.",
            "A second one, into the well-known debts of the firm, is to be opened in autumn, the office announced after a meeting \
             of its own.",
        ],
    );
    let soft = "The port office began an in\u{AD}\nvesti\u{AD}gation of the cranes on Mon\u{AD}  \r\nday in the harbour of the town where\r\nthey stand.";
    check(
        soft,
        &[
            "The port office began an investigation of the cranes on Monday in the harbour of the town where they stand.",
        ],
    );
}

#[test]
fn other_scripts() {
    check(
        "灯台は三月に閉じられ、\n町は夏までに直すと発表\nした。工事は来月から始\nまる。",
        &["灯台は三月に閉じられ、町は夏までに直すと発表した。工事は来月から始まる。"],
    );
    let hebrew = "אמר ראש המועצה כי המעבורות החדשות יגיעו\nבאביב הבא אל הנמל הישן ויחליפו את כל\nהספינות שיצאו משימוש.";
    check(hebrew, &[hebrew.replace('\n', " ").as_str()]);
}

#[test]
fn quoted_mail() {
    let raw = format!("Ann wrote:\n{}\n> > Who?\n> > She.", wrap(PARAGRAPHS[0], 60, ["> ", "> "]));
    check(&raw, &["Ann wrote:", PARAGRAPHS[0], "Who?", "She."]);
    assert_eq!(draft(&raw).remarks, ["5 marks of quoted mail taken off"]);
    check("> 5 per cent\nand so on.", &["> 5 per cent", "and so on."]);
}

#[test]
fn what_was_put_right_is_said() {
    let read = draft("The office &amp; the town&#8217;s _own_ firm.");
    assert_eq!(read.blocks[0].text, "The office & the town’s own firm.");
    assert_eq!(read.remarks, ["2 HTML entities decoded", "1 pair of marks of emphasis taken off"]);
    assert!(draft(PARAGRAPHS[0]).remarks.is_empty());
}

#[test]
fn residue_makes_no_other_words() {
    let clean = "The first official flight to the island suffered a difficult landing in the fierce wind. Nobody was hurt there.";
    for residue in [
        clean.replace("fi", "\u{FB01}").replace("ff", "\u{FB00}").replace("fl", "\u{FB02}"),
        clean.replace("ffi", "\u{FB03}"),
        clean.replace(". ", "."),
        clean.replace("first", "_first_").replace("fierce", "*fierce*"),
        clean
            .replace("island", "is\u{AD}land")
            .replace("landing", "land\u{200B}ing")
            .replace("wind", "wi\u{2060}nd\u{FEFF}"),
        clean.replace("official", "of\u{200C}ficial").replace("fierce", "fi\u{200D}erce"),
    ] {
        is_verbatim(&residue, clean);
    }
    for noted in ["there[1].", "there.[12]", "there.³", "there†."] {
        let (relations, shares) = compared(&clean.replace("there.", noted), clean);
        assert!(relations.len() == 1 && shares == [1.0, 1.0], "{noted}: {relations:?} {shares:?}");
    }
    is_verbatim("قَالَ رَئِيسُ المَجْلِسِ إِنَّ السُّفُنَ الجَدِيدَةَ سَتَصِلُ فِي الرَّبِيعِ.", "قال رئيس المجلس إن السفن الجديدة ستصل في الربيع.");
    is_verbatim("אָמַר רֹאשׁ הַמּוֹעָצָה כִּי הַמַּעְבֹּרוֹת יַגִּיעוּ בָּאָבִיב.", "אמר ראש המועצה כי המעברות יגיעו באביב.");
}

proptest! {
    #[test]
    fn no_character_is_lost(lines in prop::collection::vec("[ >]{0,3}[-a-zA-Z0-9.:,“”灯、א ]{0,60}", 0..30)) {
        let raw = lines.join("\n");
        let read = draft(&raw);
        let count = |text: &str, c: char| text.chars().filter(|&other| other == c).count();
        let all: String = read.blocks.iter().map(|block| block.text.as_str()).collect();
        for c in raw.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '>')) {
            prop_assert_eq!(count(&raw, c), count(&all, c), "{:?} of {:?}", c, raw);
        }
        prop_assert!(read.blocks.iter().all(|block| block.text.trim() == block.text && !block.text.contains('\n')));
    }

    #[test]
    fn a_paragraph_a_line_stays_one(
        sentences in prop::collection::vec(prop::collection::vec("[A-Z][a-z]{2,9}( [a-z]{1,9}){2,14}[.!?]", 1..4), 1..9),
        gap in prop::sample::select(vec!["\n", "\n\n"]),
    ) {
        let paragraphs: Vec<String> = sentences.iter().map(|sentences| sentences.join(" ")).collect();
        prop_assert_eq!(&blocks(&paragraphs.join(gap)), &paragraphs);
    }
}

/// A paragraph and a half of a wrapped page, whose last line is full and ends no sentence.
const ABOVE: &str = "The port office of Larnholm said on Monday that two of its four cranes would be taken down\n\
                     before the winter, since nobody had found the parts that are needed to repair them, and a\n\
                     firm from the next valley offered to build new ones at half the cost, but the office";
const BELOW: &str = "turned the offer down on Tuesday, and nobody said why that was so, or what would come of\n\
                     the old ones that stand at the quay.";

/// What the two are, joined.
fn above_and_below() -> String {
    format!("{ABOVE} {BELOW}").replace('\n', " ")
}

#[test]
fn pages_that_a_browser_printed() {
    let head = "16/06/2026, 14:30    Cranes for Larnholm – Coast Wire";
    let foot = |page: usize| format!("https://wire.example/cranes 	{page}/2").replace('\t', " ");
    let text = format!("{head}\n\nCranes for Larnholm\n\n{ABOVE}\n{}\n{head}\n{BELOW}\n\n{}", foot(1), foot(2));
    let head = "16/06/2026, 14:30 Cranes for Larnholm – Coast Wire";
    let foot = |page: usize| format!("https://wire.example/cranes {page}/2");
    let expected = [head, "Cranes for Larnholm", &above_and_below(), &foot(1), head, &foot(2)].map(ToOwned::to_owned);
    assert_eq!(blocks(&text), expected);
    let article = Article::read("a.txt", &clean::text(&text));
    assert_eq!((article.headline.as_deref(), article.date), (Some("Cranes for Larnholm"), None));
    let unwrapped = format!("{head}\n{}\n{}\n{}", above_and_below(), PARAGRAPHS[1], foot(1));
    assert_eq!(blocks(&unwrapped), [head, &above_and_below(), PARAGRAPHS[1], &foot(1)].map(ToOwned::to_owned));
}

#[test]
fn running_heads_that_are_met_once() {
    for head in ["Coast Wire Annual 12", "13 The Port of Larnholm"] {
        let expected = [above_and_below(), head.to_owned()];
        assert_eq!(blocks(&format!("{ABOVE}\n\n{head}\n\n{BELOW}")), expected, "{head}");
    }
    // A heading between paragraphs is none.
    let text = format!("{ABOVE}\n{BELOW}\n\nWhat comes in 2027\n\n{ABOVE}\n{BELOW}");
    assert_eq!(blocks(&text), [&above_and_below(), "What comes in 2027", &above_and_below()].map(str::to_owned));
}

#[test]
fn hyphens_that_stay_at_line_ends() {
    for (end, start, whole) in [("2019-", "2020", "2019-2020"), ("Ost-", "und Westholm", "Ost- und Westholm")] {
        let text = format!(
            "The port office said on Monday that it would take down two of four cranes of {end}\n{start} before the winter, \
             since nobody had found the parts that are needed in order\nto repair them, or nobody had looked for them."
        );
        let joined = text.replace('\n', " ").replace(&format!("{end} {start}"), whole);
        check(&text, &[&joined]);
    }
}

#[test]
fn items_of_lists_that_are_wrapped_once() {
    check(
        "The office will do this:\n\n\
         • Two of the four cranes are to be taken down before winter\n  because nobody had found the parts\n\
         10. New ones are to be built at half the cost by a firm from\n    Tarn, which is known for its cranes\n\
         - Boats\n   are sold",
        &[
            "The office will do this:",
            "• Two of the four cranes are to be taken down before winter because nobody had found the parts",
            "10. New ones are to be built at half the cost by a firm from Tarn, which is known for its cranes",
            "- Boats",
            "are sold",
        ],
    );
}

#[test]
fn notes_below_a_paragraph() {
    let text = |mark: &str, note: &str| {
        format!(
            "The port office said on Monday that the cranes were old and worn.{mark} A firm from\n\
             the next valley offered to build new ones at half the cost, but the office said no\n\
             and turned the offer down on Tuesday, and nobody said why that was so at that time.\n\
             {note} See the report of the port office of Larnholm."
        )
    };
    for (mark, note) in [("1", "1"), ("[1]", "[1]"), ("¹", "¹")] {
        assert_eq!(blocks(&text(mark, note)).len(), 2, "{mark}");
    }
    assert_eq!(blocks(&text("", "1")).len(), 1);
}

#[test]
fn lines_of_a_head_without_spaces_stand_apart() {
    check(
        "市议会订购三艘新渡轮\n新华社记者 张三\n2026年3月17日\n\n市议会周二订购了三艘新渡轮，以取代旧船。",
        &["市议会订购三艘新渡轮", "新华社记者 张三", "2026年3月17日", "市议会周二订购了三艘新渡轮，以取代旧船。"],
    );
}

#[test]
fn a_blank_line_behind_each_line_parts_nothing() {
    check(
        "Boats for the island\n\n\n\nThe boats were taken out of\n\nservice in the last days of\n\nMarch, since their hulls had\n\n\
         cracks that nobody had seen.\n\n\n\nA tender is to be issued in\n\nthe course of the summer by\n\nthe ministry.",
        &[
            "Boats for the island",
            "The boats were taken out of service in the last days of March, since their hulls had cracks that nobody had seen.",
            "A tender is to be issued in the course of the summer by the ministry.",
        ],
    );
}

#[test]
fn the_second_line_of_an_indented_paragraph_goes_on() {
    check(
        "    The council met on Monday evening in\nDr Marsh’s house, and did not say why. The\nboats were ordered, which are to come in\nthe spring.\n    \
         Nobody in the hall had expected that\nMonday would be the day on which it was\ndecided at last.",
        &[
            "The council met on Monday evening in Dr Marsh’s house, and did not say why. The boats were ordered, which are to come in the spring.",
            "Nobody in the hall had expected that Monday would be the day on which it was decided at last.",
        ],
    );
}

#[test]
fn verses_and_items_in_small_letters_stand_apart() {
    let song = "das lied vom hafen\n\ndie boote fuhren am morgen hinaus\ndie kinder blieben allein zu haus\n\
                der wind kam auf und die wellen auch\nvom schornstein zog ein dünner rauch\n\n\
                am abend kamen sie nicht zurück\ndie mütter warteten noch ein stück\n\
                dann gingen die lichter im hafen aus\nund keiner kam an diesem tag nach haus.";
    check(song, &song.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>());
    let list = "What to bring\n\na warm coat for the crossing\ntwo bottles of water\nsomething to read\na towel\n\n\
                The boat leaves at nine.";
    check(list, &list.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>());
    let below = "The council ordered three boats on Tuesday. It asked for:\nnew engines for two boats\na ramp at the quay\n\
                 seats for forty people\n\nThe money comes from the harbour fund.";
    check(below, &below.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>());
}

#[test]
fn capitals_alone_are_wrapped_as_other_text_is() {
    let paragraphs = PARAGRAPHS.map(str::to_uppercase);
    let russian = "ПОРТОВАЯ СЛУЖБА ЛАРНХОЛЬМА СООБЩИЛА В ПОНЕДЕЛЬНИК, ЧТО ДВА ИЗ ЧЕТЫРЕХ КРАНОВ РАЗБЕРУТ ДО ЗИМЫ, ПОСКОЛЬКУ \
                   НИКТО НЕ НАШЕЛ ЧАСТЕЙ, ЧТОБЫ ИХ ПОЧИНИТЬ. РАБОТА НА ПРИЧАЛЕ ПРОДОЛЖАЕТСЯ, И СУДА ЖДУТ ПО ДНЮ И БОЛЬШЕ.";
    for text in [paragraphs.to_vec(), vec![russian.to_owned(), russian.to_owned()]] {
        let wrapped: Vec<String> = text.iter().map(|paragraph| wrap(paragraph, 64, ["", ""])).collect();
        assert_eq!(blocks(&wrapped.join("\n\n")), text);
    }
}

#[test]
fn lines_around_the_middle_stand_apart() {
    let text = format!(
        "{:>48}\n{:>49}\n{:>45}\n\n{}",
        "The Larnholm Herald",
        "June 16, 2026 Tuesday",
        "City Edition",
        wrapped(60, ["", ""], "\n\n")
    );
    let head = ["The Larnholm Herald", "June 16, 2026 Tuesday", "City Edition"];
    check(&text, &[&head[..], &PARAGRAPHS].concat());
}

#[test]
fn hyphens_by_what_the_text_shows() {
    let rest = vec![wrapped(50, ["", ""], "\n\n"); 6].join("\n\n");
    for (end, word) in [
        // One line in a hundred: compounds alone.
        (
            "By the time it ended, he called it all a wind-\nblown dream, as the others had done all the while.",
            "wind-blown",
        ),
        (
            "By the time it ended, the pilot called it near-\nperfect, as the others had done all the while.",
            "near-perfect",
        ),
        // An ending that is no word.
        ("By the time it ended, it was called an arrange-\nment, as the others had done all the while.", "arrangement"),
        ("Der Lotse sprach von einer ganz alten Verwal-\ntung, so wie es die anderen getan hatten.", "Verwaltung"),
        ("Le pilote l’a bien dit, et les autres aussi, eux-\nmêmes, tout au long de cette journée.", "eux-mêmes"),
    ] {
        let last = blocks(&format!("{rest}\n\n{end}")).pop();
        assert!(last.as_ref().is_some_and(|last| last.contains(word)), "{last:?}");
    }
}

#[test]
fn indented_paragraphs_below_a_headline_that_touches() {
    let raw = "Council orders ferries\n  The harbour council on Tuesday ordered three new ferries, to\nreplace the boats that were \
               withdrawn in March last year.\n  Two of the thirteen members voted against it, since the old\nboats could have \
               been mended for a third of their price.\n";
    check(
        raw,
        &[
            "Council orders ferries",
            "The harbour council on Tuesday ordered three new ferries, to replace the boats that were withdrawn in March \
             last year.",
            "Two of the thirteen members voted against it, since the old boats could have been mended for a third of their price.",
        ],
    );
    let hanging = "The harbour council on Tuesday ordered three new ferries, to\n  replace the boats that were withdrawn in \
                   March last year.\nTwo of the thirteen members voted against it, since the old\n  boats could have been mended \
                   for a third of the price.\n";
    assert_eq!(blocks(hanging).len(), 2);
}

#[test]
fn the_lines_of_a_list_are_no_wrapped_ones() {
    let list = "- Schools stay open.\n- Shops close at eight.\n- Masks are required.\n- Ferries stop at ten.";
    let raw = format!(
        "What is in force\n\nThe council on Monday announced new rules, which are to apply from\nWednesday on and are limited \
         to four weeks for the time being.\n\n{list}\n\nBreaches are fined with up to 250 crowns, said the mayor after\nthe \
         meeting of the council in Orle.\n"
    );
    let mut expected = vec![
        "What is in force",
        "The council on Monday announced new rules, which are to apply from Wednesday on and are limited to four weeks for the \
         time being.",
    ];
    expected.extend(list.lines());
    expected.push("Breaches are fined with up to 250 crowns, said the mayor after the meeting of the council in Orle.");
    check(&raw, &expected);
}

#[test]
fn a_headline_without_small_letters_goes_on_into_no_indent() {
    let [first, second] =
        ["طلب مجلس الميناء يوم الثلاثاء ثلاث عبارات جديدة لتحل محل القوارب التي سحبت في مارس", "شقوق في هياكلها"];
    let raw = format!("المجلس يطلب عبارات\n  {first}\n{second}.\n  {first}\n{second}.\n");
    let paragraph = format!("{first} {second}.");
    check(&raw, &["المجلس يطلب عبارات", &paragraph, &paragraph]);
}

// Pages of newspapers

/// Returns the blocks of an article, those that are no paragraphs with what they are.
fn kinds(raw: &str) -> Vec<String> {
    let article = Article::read("a.txt", &clean::text(raw));
    let told = |kind: Kind, text: &str| match kind {
        Kind::Paragraph => text.to_owned(),
        _ => format!("{}: {text}", kind.name()),
    };
    article.blocks.iter().map(|block| told(block.kind, &block.text)).collect()
}

#[test]
fn a_page_with_heads_that_are_the_other_way_round_on_the_left() {
    let wide = "Port office of Larnholm takes down two of its four cranes before winter";
    let [one, two] = [0, 2].map(|k| wrap(PARAGRAPHS[k], 44, [""; 2]));
    let cut = one.match_indices('\n').nth(1).expect("it has some lines").0;
    let (above, below) = one.split_at(cut);
    let page = |number: usize| {
        let head = "16 June 2026    THE LARNHOLM LEDGER    3";
        let left = "4 THE LARNHOLM LEDGER    16 June 2026";
        format!("{head}\n{wide}\n{above}\n{left}\n\u{C}{}\n{two}\n{number}\n", below.trim_start())
    };
    let expected = [
        "furniture: 16 June 2026 THE LARNHOLM LEDGER 3",
        &format!("headline: {wide}"),
        PARAGRAPHS[0],
        "furniture: 4 THE LARNHOLM LEDGER 16 June 2026",
        PARAGRAPHS[2],
    ];
    assert_eq!(kinds(&page(5)), [&expected[..], &["furniture: 5"]].concat());
    // A number that is none of the pages is text.
    assert_eq!(kinds(&page(812)), [&expected[..], &["812"]].concat());
}

#[test]
fn the_head_and_the_number_of_a_page_with_columns() {
    let columns = [[0, 2], [1, 3]].map(|two| two.map(|k| wrap(PARAGRAPHS[k], 36, ["  ", ""])).join("\n"));
    let right: Vec<&str> = columns[1].lines().chain(["  Continued on page 7"]).collect();
    let row =
        |(k, left): (usize, &str)| format!("{left:<42}{}", right.get(k).copied().unwrap_or("")).trim_end().to_owned();
    let body: Vec<String> = columns[0].lines().enumerate().map(row).collect();
    let head = format!("THE LARNHOLM LEDGER{}Tuesday 16 June 2026", " ".repeat(40));
    let text = format!("{head}\n\nPort office takes down its cranes\n\n{}\n\n{}3\n", body.join("\n"), " ".repeat(39));
    let expected = [
        "furniture: THE LARNHOLM LEDGER Tuesday 16 June 2026",
        "headline: Port office takes down its cranes",
        PARAGRAPHS[0],
        PARAGRAPHS[2],
        PARAGRAPHS[1],
        PARAGRAPHS[3],
        "furniture: Continued on page 7",
        "furniture: 3",
    ];
    assert_eq!(kinds(&text), expected);
}
