//! The pages of evidence: keys and screens at three sizes, what opens from them, and what is told of them without a screen.

mod made;

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::keys::parse;
use diptych::layout::PageSetup;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::story::presence::Filter;
use diptych::tui::state::{Opening, SideBlock};
use diptych::tui::{Model, dump, play};

use made::{SIZES, harbour, notice, opening, press, shown};

/// Three reports of one evening: each quotes the harbour master, and each otherwise.
const DESK: &str = "---\noutlet: Desk\ntitle: A pier too late\ndate: 2026-03-04\n---\n
The pier of Ostrey will be closed on Monday, the council said.

“We waited far too long for the new planks, and everybody on the island knew it,” said harbour master Ada Quill.

The planks are “worn to the bone”, according to Bo Osk, a carpenter, who spoke at the quay in the evening.

“Nobody will cross that pier again before the surveyor has seen it,” Quill said.
";

const TOWER: &str = "---\noutlet: Tower\ntitle: Island waits\n---\n
The council closes the pier of Ostrey on Monday.

“We waited far too long for new rotten planks, and everybody on the island knew it,” harbour master Ada Quill said.

“Nobody will cross that pier again before the surveyor has seen it,” said Mayor Edda Brandt.

Ferries call at the northern slip until then, and the school boat goes on as before.
";

const GAZETTE: &str = "---\noutlet: Gazette\ntitle: Planks\n---\n
“We waited far too long, and everybody on the island knew it,” harbour master Ada Quill said of the planks.

The baker has no bread for the boats on Sundays, whatever the weather is.
";

const STORY: [(&str, &str); 3] = [("a.txt", DESK), ("b.txt", TOWER), ("c.txt", GAZETTE)];

fn model(size: (u16, u16), typed: &str) -> Model {
    let mut model = Model::new(opening(&STORY, size));
    press(&mut model, typed);
    model
}

/// The keys that lead to the page of a name.
fn page(name: &str) -> String {
    let index = diptych::pages::PAGES.iter().position(|page| page.name() == name).expect("there is one");
    format!("v{}", "<Tab>".repeat(index))
}

#[test]
fn a_quotation_says_how_it_stands_in_each_outlet_and_who_says_it() {
    let screen = shown(&model((120, 40), &page("quotations")));
    for expected in [
        "of 3 quotations",
        "≠¶3",
        "⊏¶2",
        "B¶3 other words · harbour master Ada Quill: said · rule: subject and verb after",
        "“rotten” stands here; “the” at A¶3",
        "C¶2 shorter",
        "“for the new planks” stands at A¶3, and not here",
    ] {
        assert!(screen.contains(expected), "{expected}\n{screen}");
    }
    let other = shown(&model((120, 40), &(page("quotations") + "j")));
    for expected in
        ["⇄¶4", "B¶4 another speaker · Mayor Edda Brandt: said", "A¶5 same words", "said by Quill (Ada Quill) at A¶5"]
    {
        assert!(other.contains(expected), "{expected}\n{other}");
    }
    let alone = shown(&model((120, 40), &(page("quotations") + "G")));
    assert!(
        alone.contains("A¶4 in one outlet alone · Bo Osk, a carpenter") && alone.contains("rule: according to"),
        "{alone}"
    );
}

#[test]
fn what_differs_from_outlet_to_outlet_comes_first_at_every_size() {
    for size in SIZES {
        let screen = shown(&model(size, &page("quotations")));
        let first = screen.lines().find(|line| line.contains('▸')).expect("one is chosen");
        assert!(first.contains('≠') || first.contains("-1") || screen.contains("other words"), "{size:?}\n{screen}");
        assert!(screen.contains("[quotations]"), "the name of the page is in sight: {size:?}\n{screen}");
    }
}

#[test]
fn a_name_says_how_each_outlet_introduces_it() {
    let screen = shown(&model((120, 40), &page("people")));
    assert!(screen.contains("Ada Quill"), "{screen}");
    let line = screen.lines().find(|line| line.contains("Ada Quill") && line.contains('¶')).unwrap_or_default();
    assert!(line.contains("=¶3") && line.contains("=¶2"), "{line}");
    let alone = screen.lines().find(|line| line.contains("Edda Brandt")).unwrap_or_default();
    assert!(alone.contains("◦¶4"), "{screen}");
    let mut model = model((120, 40), &page("people"));
    let mut found = String::new();
    for _ in 0..10 {
        found += &shown(&model);
        press(&mut model, "j");
    }
    for expected in [
        "A¶3 “harbour master Ada Quill” · named 2 times",
        "C¶2 introduced alike",
        "B¶4 in one outlet alone · “Mayor Edda Brandt” · named once",
    ] {
        assert!(found.contains(expected), "{expected}\n{found}");
    }
}

const TIDES: &str = "---\noutlet: Tide\ndate: 2026-03-04\n---\n
The board bought three boats for 41 million crowns on Monday, and admitted that the yard is late.

The regime of the port, analysts said, may pay for the colour of the hulls as well in autumn.
";

const SHORE: &str = "---\noutlet: Shore\ndate: 2026-03-05\n---\n
The board bought three boats for 47 million crowns on Monday, and claimed that the yard is late.

The government of the port, analysts said, may pay for the color of the hulls as well in autumn.

Some 900 people live on the island.
";

fn tides(size: (u16, u16), typed: &str) -> Model {
    let mut model = Model::new(opening(&[("a.txt", TIDES), ("b.txt", SHORE)], size));
    press(&mut model, typed);
    model
}

#[test]
fn figures_agree_differ_or_stand_in_one_outlet_alone() {
    let screen = shown(&tides((110, 40), &page("figures")));
    for expected in [
        "A¶1 differs · “41 million crowns”",
        "B¶1 differs · “47 million crowns”",
        "The board bought three boats for 41 million crowns on Monday",
    ] {
        assert!(screen.contains(expected), "{expected}\n{screen}");
    }
    for (words, signs) in [("three boats", "=¶1"), ("900 people", "◦¶3"), ("Monday", "=¶1")] {
        let line = screen.lines().find(|line| line.contains(words) && line.contains(signs));
        assert!(line.is_some(), "{words} {signs}\n{screen}");
    }
}

#[test]
fn words_say_their_list_and_what_is_swapped() {
    let mut model = tides((110, 40), &page("words"));
    let mut all = String::new();
    for _ in 0..14 {
        all += &shown(&model);
        press(&mut model, "j");
    }
    for expected in [
        "admitted / claimed",
        "colour / color",
        "A¶1 “admitted” · listed in reporting: factive",
        "other spelling",
        "other words",
    ] {
        assert!(all.contains(expected), "{expected}\n{all}");
    }
}

#[test]
fn filters_show_what_is_in_some_and_in_one_outlet_alone() {
    let shown_by = |keys: &str| notice(&model((100, 30), &(page("quotations") + keys))).to_owned();
    assert_eq!(
        ["=", "==", "===", "====", "====="].map(shown_by),
        ["in all outlets", "in some outlets", "only in A", "not found in A", "all"]
    );
    let alone = shown(&model((100, 30), &(page("quotations") + "===")));
    assert!(alone.contains("1 of 3 quotations") && alone.contains("worn to the bone"), "{alone}");
}

#[test]
fn digits_choose_the_column_of_an_outlet_and_enter_reads_both_sides_at_their_places() {
    let mut model = model((140, 40), &(page("quotations") + "3"));
    let caption = shown(&model).lines().last().unwrap_or_default().to_owned();
    assert!(caption.contains("C Gazette: ¶2 shorter"), "{caption}");
    press(&mut model, "<Enter>");
    assert_eq!(model.reader.pair.shown, Pair::new(0, 2), "{}", shown(&model));
    assert_eq!(model.reader.here().block, 1);
    let [side, other] = [model.reader.here().side, model.reader.here().side.other()];
    assert_eq!(model.reader.pair.shown[side], 2, "the column's outlet is in focus");
    assert!(model.reader.is_in_sight(SideBlock { side: other, block: 2 }), "{}", shown(&model));
}

#[test]
fn panes_are_freed_where_the_places_are_far_apart() {
    let filler = |word: &str| {
        (0..30)
            .map(|k| format!("The {word} of pier {k} was seen by number {} of the crew.\n\n", k * 7))
            .collect::<String>()
    };
    let quoted =
        "“We waited far too long for the new planks, and everybody on the island knew it,” said Ada Quill.\n\n";
    let texts = [
        ("a.txt", format!("{quoted}{}", filler("rope"))),
        ("b.txt", format!("{}It was late.\n\n{}", filler("chain"), quoted.replace("new", "old"))),
    ];
    let texts = texts.each_ref().map(|(name, text)| (*name, text.as_str()));
    let mut model = Model::new(opening(&texts, (120, 20)));
    press(&mut model, &(page("quotations") + "2<Enter>"));
    let place = |article: usize, block: usize| {
        let side = diptych::pair::Side::BOTH.into_iter().find(|side| model.reader.pair.shown[*side] == article);
        SideBlock { side: side.expect("it is read"), block }
    };
    let screen = shown(&model);
    // Level by their link, or each in a pane of its own.
    assert!(screen.matches("We waited far").count() >= 2, "{screen}");
    assert_eq!(model.reader.here(), place(1, 31), "{screen}");
}

#[test]
fn the_help_of_each_page_explains_its_signs_at_every_size() {
    for size in SIZES {
        let mut model = model(size, &(page("quotations") + "?"));
        let mut help = String::new();
        for _ in 0..12 {
            help += &shown(&model);
            press(&mut model, "<PgDn>");
        }
        for word in ["other words", "another speaker", "shorter", "speaker not stated", "rule"] {
            assert!(help.contains(word), "{size:?} {word}\n{help}");
        }
    }
}

#[test]
fn text_and_tables_of_a_page_say_the_same() {
    let text = diptych::report::story_text::write(&harbour(&STORY), None, Filter::default(), PageSetup::default());
    for expected in ["Quotations · all", "B¶3 other words · harbour master Ada Quill: said", "in one outlet alone"] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn a_key_shows_what_of_a_block_is_evidence_and_what_answers_it() {
    let screen = shown(&model((120, 40), "}}e"));
    for expected in [
        "Evidence in A¶3",
        "Quotations",
        "B¶3 other words · harbour master Ada Quill",
        "Names",
        "harbour master Ada Quill",
    ] {
        assert!(screen.contains(expected), "{expected}\n{screen}");
    }
    for size in SIZES {
        let box_shown = shown(&model(size, "}}e"));
        assert!(box_shown.contains("Evidence in A¶3") && box_shown.contains("Quotations"), "{size:?}\n{box_shown}");
        assert!(!shown(&model(size, "}}e<Esc>")).contains("Evidence in"), "{size:?}");
    }
    // Nothing is looked for in a caption, which is not to say that nothing was found.
    let caption = "New pier\n\nA ferry at its berth. Photograph: Newsfoto\n\nThe pier of Ostrey was opened on Monday, the council said.\n";
    let mut model = Model::new(opening(&[("a.txt", caption), ("b.txt", DESK)], (120, 40)));
    press(&mut model, ":2<Enter>e");
    assert!(shown(&model).contains("this block is read as caption"), "{}", shown(&model));
    let words = shown(&tides((120, 40), "e"));
    for expected in ["“41 million crowns”", "B¶1 differs · “47 million crowns”", "listed in reporting: factive"]
    {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
}

#[test]
fn a_block_says_which_words_differ_against_whom_and_who_else_says_them() {
    let at = |block: usize| {
        let mut model = model((120, 40), "");
        press(&mut model, &format!("<Tab>:{block}<Enter>e"));
        shown(&model)
    };
    let altered = at(3);
    assert!(altered.contains("“rotten” stands here; “the” at A¶3"), "{altered}");
    assert!(altered.contains("“for the new planks” stands at A¶3, and not here"), "{altered}");
    let other = at(4);
    assert!(other.contains("another speaker") && other.contains("said by Quill (Ada Quill) at A¶5"), "{other}");
}

#[test]
fn lists_have_what_is_quoted_and_who_is_named_here_alone() {
    for size in SIZES {
        let mut model = model(size, "L");
        let mut all = String::new();
        for _ in 0..14 {
            all += &shown(&model);
            press(&mut model, "j");
        }
        for expected in ["quoted here alone", "named here alone", "¶4   worn to the bone", "¶4   Bo Osk"] {
            assert!(all.contains(expected), "{size:?} {expected}\n{all}");
        }
    }
}

/// Quotes what the other one says without marks, in other words, and a word in marks.
const ROPE: &str = "---\noutlet: Rope\n---\n
“The old rope of the northern pier has to be burnt before winter, whatever the owner says,” said Ada Quill.

The “owner” has not been seen on the island since the spring, and neither has his dog.
";

const KNOT: &str = "---\noutlet: Knot\n---\n
The old rope of the northern pier has to be mended before winter, whatever the owner says, the council wrote.
";

#[test]
fn a_list_counts_what_the_page_has_as_only_in_the_outlet() {
    for story in [&[("a.txt", ROPE), ("b.txt", KNOT)][..], &STORY[..]] {
        let read = |typed: &str| {
            let mut model = Model::new(opening(story, (140, 40)));
            press(&mut model, typed);
            shown(&model)
        };
        let page = read(&(page("quotations") + "==="));
        let listed = read("L");
        let counted =
            page.lines().find(|line| line.contains("quotations") && line.contains(" of ")).unwrap_or_default();
        let of_page = counted.split_whitespace().find(|word| word.parse::<usize>().is_ok());
        let line = listed.lines().find(|line| line.contains("quoted here alone")).unwrap_or_default();
        assert_eq!(line.split_whitespace().last(), of_page, "{page}\n{listed}");
    }
}

#[test]
fn who_is_named_here_alone_is_so_as_far_as_capitals_tell() {
    let mut model = model((120, 40), "L");
    let of_names = |screen: &str| screen.contains("▾ named here alone");
    for _ in 0..14 {
        let screen = shown(&model);
        assert_eq!(screen.contains("as far as capitals tell"), of_names(&screen), "{screen}");
        press(&mut model, "j");
    }
    assert!(of_names(&shown(&model)));
}

/// The attributes in which words stand on the screen, where they stand first.
fn attributes(model: &Model, words: &str) -> ratatui::style::Modifier {
    let (width, height) = model.reader.rows.screen.full();
    let buffer = diptych::tui::draw(model, width, height);
    let row = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<Vec<_>>();
    let first: String = words.chars().take(1).collect();
    let place = (0..height).find_map(|y| {
        let cells = row(y);
        (0..cells.len()).find(|&x| cells[x] == first && cells[x..].concat().starts_with(words)).map(|x| (x, y))
    });
    let (x, y) = place.unwrap_or_else(|| panic!("{words}\n{}", shown(model)));
    buffer[(u16::try_from(x).expect("a column"), y)].modifier
}

#[test]
fn the_key_again_marks_all_of_it_by_kind_and_a_third_time_takes_it_off() {
    use ratatui::style::Modifier;
    for theme in ["", "t", "tt", "ttt", "tttt"] {
        let marked = tides((140, 30), &format!("{theme}ee"));
        for (words, expected) in [
            ("41 million", Modifier::UNDERLINED),
            ("admitted", Modifier::BOLD | Modifier::UNDERLINED),
            ("bought", Modifier::empty()),
        ] {
            assert_eq!(attributes(&marked, words), expected, "{theme} {words}\n{}", shown(&marked));
        }
        assert_eq!(attributes(&model((140, 30), &format!("{theme}ee")), "Ada Quill"), Modifier::BOLD, "{theme}");
    }
    for (size, keys) in SIZES.into_iter().flat_map(|size| ["eee", "ee<Esc>", "eew"].map(|keys| (size, keys))) {
        assert!(tides(size, "ee").reader.settings.marks_evidence, "{size:?}");
        assert!(!tides(size, keys).reader.settings.marks_evidence, "{size:?} {keys}");
    }
    // All four looks are named where there is little room too.
    assert!(shown(&tides((60, 20), "ee")).contains("line figure, date  both listed"));
    let screen = shown(&tides((140, 30), "ee"));
    for expected in ["bold name", "underlined figure, date", "bold underlined listed word", "Esc ends"] {
        assert!(screen.contains(expected), "{expected}\n{screen}");
    }
}

#[test]
fn a_list_of_words_is_switched_off_while_one_reads() {
    for size in SIZES {
        let open = tides(size, "W");
        for expected in ["Lists of words", "[x] reporting verbs", "[x] hedges"] {
            assert!(shown(&open).contains(expected), "{size:?} {expected}\n{}", shown(&open));
        }
        let off = tides(size, "W<Enter>");
        assert!(shown(&off).contains("[ ] reporting verbs"), "{size:?}\n{}", shown(&off));
        assert!(notice(&off).contains("reporting off"), "{size:?}\n{}", shown(&off));
        assert!(shown(&tides(size, "W<Enter><Space>")).contains("[x] reporting verbs"), "{size:?}");
        assert!(!shown(&tides(size, "W<Enter>W")).contains("Lists of words"), "{size:?}");
    }
    // It is marked no more: in the text, in the box, on the page.
    assert!(attributes(&tides((140, 30), "ee"), "admitted").contains(ratatui::style::Modifier::BOLD));
    assert!(attributes(&tides((140, 30), "eeW<Enter><Esc>"), "admitted").is_empty());
    assert!(!shown(&tides((120, 40), "W<Enter><Esc>e")).contains("listed in reporting"));
    let words = page("words");
    assert!(shown(&tides((120, 40), &words)).contains("admit"));
    let over = tides((120, 40), &(words.clone() + "W<Enter>"));
    assert!(shown(&over).contains("Lists of words") && shown(&over).contains("[words]"), "{}", shown(&over));
    let closed = shown(&tides((120, 40), &(words + "W<Enter><Esc>")));
    assert!(closed.contains("[words]") && !closed.contains("reporting: factive"), "{closed}");
}

#[test]
fn a_row_of_figures_that_differ_has_every_outlet_that_has_one_of_them() {
    for (width, height) in [(140, 40), (100, 30), (80, 24)] {
        let story = Story::new("ferry", bundled::read("ferry").expect("it is bundled"));
        let opening = Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height);
        let keys = parse("v<Tab><Tab><Tab><Tab><Tab><Tab>").expect("they are keys");
        let text = dump::text(&play(opening, &keys).1);
        let row = text.lines().find(|line| line.contains("41 million crowns ")).unwrap_or_default();
        assert!(["≠a¶4", "≠b¶5", "≠b¶8", "+ab¶11"].iter().all(|cell| row.contains(cell)), "{width}: {text}");
    }
}

#[test]
fn of_a_day_without_its_year_the_year_is_what_is_lacking() {
    let pact = |opens: &str| {
        format!("The pact of Holm and Ostrey was signed in Dunnock by all. It takes effect on {opens}, said the board.")
    };
    let shown = |texts: [String; 2]| {
        let articles = texts.map(|text| Article::read("a.txt", &text)).into();
        let opening = Opening::new(Arc::new(Story::new("", articles)), Pair::new(0, 1)).sized(140, 40);
        dump::text(&play(opening, &parse("v<Tab><Tab><Tab><Tab><Tab><Tab>").expect("they are keys")).1)
    };
    let undated = shown([pact("1 July"), pact("Monday")]);
    assert!(undated.contains("A¶1 year not stated · “1 July”"), "{undated}");
    let dated = shown([format!("---\ndate: 2026-06-20\n---\n\n{}", pact("1 July")), pact("1 July")]);
    assert!(dated.contains("B¶1 agrees · “1 July” · 2026-07-01 · year from A"), "{dated}");
}

#[test]
fn who_is_only_named_is_not_introduced_alike() {
    let texts = [
        "Boats\n\nThe board met on the quay. Ada Quill, the mayor of Holm, spoke there, and Voltan Motors paid Bo Osk.\n",
        "Boats\n\nThe board met on the quay late. Ada Quill, the mayor of Holm, spoke, and Voltan Motors paid Mr. Osk for it.\n",
    ];
    let articles = texts.map(|text| Article::read("a.txt", text)).into();
    let story = Story::new("Holm", articles);
    let text = diptych::report::story_text::write(&story, None, Filter::default(), PageSetup::default());
    let people = || text.lines().skip_while(|line| !line.starts_with("People and places"));
    let row = |name: &str| people().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
    assert!(row("Ada Quill").contains("=¶2"), "{text}");
    assert!(row("Voltan Motors").contains("·¶2"), "{text}");
    // Nor otherwise, by more of the name or less.
    assert!(row("Bo Osk").contains("·¶2"), "{text}");
}

#[test]
fn swapped_names_keep_their_capitals() {
    let texts = [
        "By noon the crew of the Heron had left the old quay of Ostrey, and sailed to the island on the tide.",
        "By noon the crew of the Marten had left the old quay of Ostrey, and sailed to the island on the tide.",
    ];
    let articles = texts.map(|text| Article::read("a.txt", text)).into();
    let story = Story::new("Ostrey", articles);
    let text = diptych::report::story_text::write(&story, None, Filter::default(), PageSetup::default());
    assert!(text.lines().any(|line| line.starts_with("Heron / Marten")), "{text}");
}

#[test]
fn a_row_of_words_is_headed_by_words_that_stand_there() {
    let own =
        "The yard is late, no doubt, and it seemed to the board that nobody was to blame.\n\nNobody says so aloud.";
    let own = Story::new("own", vec![Article::read("a.txt", own), Article::read("b.txt", own)]);
    let bundled = |name: &str| Story::new(name, bundled::read(name).expect("it is bundled"));
    for (story, least) in [(own, 3), (bundled("ferry"), 10), (bundled("counter-espionage"), 10)] {
        let text = diptych::report::story_text::write(&story, None, Filter::default(), PageSetup::default());
        let blocks = story.articles().iter().flat_map(|article| &article.blocks);
        let texts = blocks.map(|block| block.text.to_lowercase()).collect::<Vec<_>>().join("\n");
        let rows = text.lines().skip_while(|line| !line.starts_with("Words ·"));
        let heads = rows.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(" ("));
        let heads: Vec<&str> = heads.map(|(forms, _)| forms).collect();
        assert!(heads.len() >= least, "{text}");
        for form in heads.iter().flat_map(|forms| forms.split(" / ")) {
            assert!(texts.contains(form), "{form}\n{text}");
        }
    }
}
