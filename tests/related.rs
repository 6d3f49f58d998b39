//! Hints at what is related: their sign, the last line, the keys, and the one line of two languages.

use std::sync::Arc;

use diptych::article::Article;
use diptych::keys;
use diptych::layout::PageSetup;
use diptych::pair::Pair;
use diptych::present::Markings;
use diptych::report;
use diptych::report::pair_setup::PairSetup;
use diptych::story::Story;
use diptych::tui::play;
use diptych::tui::state::Opening;

const LEFT: &str = "Ferry order is signed\n
Mayor Ida Torvald signed the order for three ferries on Monday, and the yard in Ostrey will build them.\n
The yard has built no ferry since the fire of 1998, and its cranes are older than that.\n
Fares stay as they are until the spring, whatever the price of oil.";

const RIGHT: &str = "Three boats for Ostrey\n
The order for three ferries was signed by Ida Torvald, the mayor, on Monday; the yard in Ostrey builds them.\n
Ida Torvald had promised in April that Ostrey would get the work; no ferry was built there since the fire.\n
A retired captain keeps bees behind the lighthouse, and sells their honey.";

fn story(texts: [&str; 2]) -> Arc<Story> {
    let articles = ["a.txt", "b.txt"].into_iter().zip(texts).map(|(name, text)| Article::read(name, text));
    Arc::new(Story::new("order", articles.collect()))
}

/// Returns the screen after keys, line by line.
fn screen(texts: [&str; 2], typed: &str) -> Vec<String> {
    screen_of((120, 30), texts, typed)
}

fn screen_of((width, height): (u16, u16), texts: [&str; 2], typed: &str) -> Vec<String> {
    let keys = keys::parse(typed).expect("the keys are known");
    let (_, buffer) = play(Opening::new(story(texts), Pair::new(0, 1)).sized(width, height), &keys);
    let row = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(row).collect()
}

fn last_line(typed: &str) -> String {
    screen([LEFT, RIGHT], typed).pop().unwrap_or_default()
}

fn text(texts: [&str; 2], related: bool) -> String {
    let (story, shown) = (story(texts), Pair::new(0, 1));
    let markings = Markings { related, ..Markings::default() };
    let mut out = Vec::new();
    let setup = PageSetup::default().sized(120, 40);
    report::text::write(&mut out, &story, shown, &story.compare(shown), PairSetup::unfolded(setup, markings))
        .expect("it is written");
    String::from_utf8(out).expect("it is text")
}

#[test]
fn what_is_related_beyond_a_link_is_a_hint() {
    let story = story([LEFT, RIGHT]);
    let comparison = story.compare(Pair::new(0, 1));
    let links: Vec<_> =
        comparison.links.iter().map(|link| (link.blocks.left.clone(), link.blocks.right.clone())).collect();
    assert!(links.contains(&(vec![1], vec![1])), "{links:?}");
    let related: Vec<_> = comparison.related.iter().collect();
    assert!(related.contains(&Pair::new(1, 2)), "{related:?}");
    assert!(related.iter().all(|pair| pair.right != 3), "bees are related to nothing: {related:?}");
}

#[test]
fn the_last_line_names_it_and_enter_goes_there_and_back() {
    let here = last_line("l}}");
    assert!(here.contains("B¶3 of 4") && here.contains("related to A¶2: Ida Torvald, Ostrey"), "{here}");
    let there = last_line("l}}<Enter>");
    assert!(
        there.contains("related to B¶3: ") && there.contains("' back") && there.contains("Enter related"),
        "{there}"
    );
    assert!(last_line("l}}<Enter>h").contains("A¶2 of 4"), "{}", last_line("l}}<Enter>h"));
    assert!(last_line("l}}<Enter>'").contains("B¶3 of 4"));
}

#[test]
fn from_a_block_alone_the_key_leads_to_what_is_related_at_every_size() {
    for size in [(140, 40), (80, 24), (45, 15)] {
        let last = |typed: &str| screen_of(size, [LEFT, RIGHT], typed).pop().unwrap_or_default();
        let here = last("l:3<Enter>j");
        assert!(here.contains("B¶3 of 4"), "{size:?}: {here}");
        if size.0 > 45 {
            assert!(here.contains("related to A¶2") && here.contains("Enter related"), "{size:?}: {here}");
        }
        let there = last("l:3<Enter><Enter>");
        assert!(there.contains("related to B¶3") && there.contains("' back"), "{size:?}: {there}");
        assert!(last("l:3<Enter><Enter>y").contains("A¶2"), "{size:?}: it is what is copied there");
        let back = last("l:3<Enter><Enter>'j");
        assert!(back.contains("B¶3 of 4"), "{size:?}: {back}");
    }
}

#[test]
fn its_sign_stands_beside_the_number_and_a_key_hides_it() {
    let of = |typed: &str| screen([LEFT, RIGHT], typed);
    let row = |lines: Vec<String>| lines.into_iter().find(|line| line.contains("Ida Torvald had")).unwrap_or_default();
    assert!(row(of("")).contains("│  3 ≈  3⋯│"), "{}", row(of("")));
    assert!(row(of("+")).contains("│  3 ≈  3 │"), "{}", row(of("+")));
    assert_eq!(row(of("++")), row(of("")));
    assert!(of("+").pop().unwrap_or_default().contains("related blocks hidden"));
    assert!(of("++").pop().unwrap_or_default().contains("related blocks shown: "));
    assert!(!last_line("+l}}").contains("related"), "{}", last_line("+l}}"));
}

#[test]
fn the_box_tells_all_of_them_and_enter_goes_there_from_it() {
    let shown = screen([LEFT, RIGHT], "l}}i").join("\n");
    assert!(shown.contains("Why A¶3 and B¶3 are linked"), "{shown}");
    assert!(shown.contains("B¶3 and A¶2 are related, a hint and no link; in common: "), "{shown}");
    assert!(shown.contains("Enter to A¶2"), "{shown}");
    assert!(last_line("l}}i<Enter>").contains("related to B¶3"), "{}", last_line("l}}i<Enter>"));
    let alone = screen([LEFT, RIGHT], "}}}i").join("\n");
    assert!(alone.contains("Why A¶4 is in no link") && !alone.contains("related"), "{alone}");
}

#[test]
fn text_names_the_pairs_unless_they_are_not_wanted() {
    let [on, off] = [true, false].map(|related| text([LEFT, RIGHT], related));
    assert!(on.lines().any(|line| line.starts_with("related: A¶") && line.contains("A¶2 B¶3")), "{on}");
    assert!(on.contains("⋯ has names") && on.contains("│  3 ≈  3⋯│"), "{on}");
    assert!(!off.contains("related") && !off.contains('⋯'), "{off}");
}

#[test]
fn two_languages_opposite_each_other_are_told() {
    let german = "Der Vertrag ist unterschrieben\n
Die Bürgermeisterin Ida Torvald hat am Montag den Vertrag über drei Fähren unterschrieben, und die Werft in Ostrey wird \
sie bauen.\n
Die Preise bleiben bis zum Frühling so, wie sie sind, was auch immer das Öl kostet.";
    let told = "A English, B German: names and figures alone compare";
    let shown = screen([LEFT, german], "").pop().unwrap_or_default();
    assert!(shown.contains(told), "{shown}");
    assert!(text([LEFT, german], true).lines().any(|line| line == told));
    assert!(!text([LEFT, RIGHT], true).contains("alone compare"));
}

#[test]
fn a_language_is_named_only_where_it_is_sure() {
    let line = |other: &str| {
        let told = text([LEFT, other], true);
        told.lines().find(|line| line.starts_with("A English")).map(str::to_owned)
    };
    let catalan = "Els transbordadors\n
L'alcaldessa Ida Torvald va signar dilluns el contracte dels tres transbordadors, i la drassana d'Ostrey els construirà.\n
Els preus es mantindran fins a la primavera, costi el que costi el petroli.";
    assert_eq!(line(catalan), None);
    let russian = "Договор подписан\n
Мэр города подписала в понедельник договор о трёх паромах, и верфь построит их к весне.\n
Цены останутся такими же до самой весны, сколько бы ни стоила нефть.";
    assert_eq!(line(russian).as_deref(), Some("A English, B in Cyrillic letters: little but figures compares"));
    let japanese = "契約に署名\n
市長は月曜日、三隻のフェリーの契約に署名し、造船所が春までに建造することになった。\n
油の値段がどうなっても、運賃は春まで変わらないという。";
    assert_eq!(line(japanese).as_deref(), Some("A English, B Japanese: little but figures compares"));
    let hebrew = "החוזה נחתם\n
ראש העיר חתמה ביום שני על החוזה של שלוש המעבורות, והמספנה תבנה אותן עד האביב.\n
המחירים לא ישתנו עד האביב, כך אמר מנהל הנמל, ולא משנה מה יהיה מחיר הדלק.";
    assert_eq!(line(hebrew).as_deref(), Some("A English, B Hebrew: little but figures compares"));
}
