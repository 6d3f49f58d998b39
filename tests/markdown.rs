//! Markdown reads as the plain text that it stands for, whatever program wrote it.

use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use diptych::article::Article;
use diptych::draft::Draft;
use diptych::formats::{markdown, text};
use diptych::intake::{self, LeftOutWay};
use proptest::prelude::*;

fn article(text: &str) -> Article {
    Article::from_draft("a.md", markdown::read(text))
}

/// Returns the blocks of an article, each with its kind.
fn blocks(article: &Article) -> String {
    article.blocks.iter().fold(String::new(), |mut lines, block| {
        let _ = writeln!(lines, "{}: {}", block.kind.name(), block.text);
        lines
    })
}

/// Holds a document against its blocks, a line each.
#[track_caller]
fn check(text: &str, expected: &str) {
    let expected: String = expected.lines().map(|line| format!("{}\n", line.trim())).collect();
    assert_eq!(blocks(&article(text)), expected, "{text}");
}

/// Returns the texts of a draft's blocks.
fn texts(draft: &Draft) -> Vec<&str> {
    draft.blocks.iter().map(|block| block.text.as_str()).collect()
}

const LEAD: &str =
    "The town council ordered two new trams on Monday, which are to replace those that were built before the war.";

#[test]
fn a_document_reads_as_the_plain_text_beside_it() {
    let document = "# Town orders trams

*By Ann Example*

![A tram at the depot](https://img.example/tram.jpg)

The **town council** ordered [two new trams](https://wire.example/a \"a title\") on Monday, which are to replace those that were built before the war.[^1]

## What comes next

> “We waited ten years,” said Ben Example, who leads the depot.

- Fares stay as they are until the autumn.
- Every tram will be looked over *twice* a year.

Two of the members voted ~~for~~ __against__ it, saying that the old trams could have been repaired\\
for a third of the price.

***

[^1]: The report of the inspectors.
";
    let plain = "Town orders trams

By Ann Example

A tram at the depot

The town council ordered two new trams on Monday, which are to replace those that were built before the war.

What comes next

“We waited ten years,” said Ben Example, who leads the depot.

Fares stay as they are until the autumn.

Every tram will be looked over twice a year.

Two of the members voted for against it, saying that the old trams could have been repaired for a third of the price.

The report of the inspectors.
";
    assert_eq!(texts(&markdown::read(document)), texts(&text::read(plain)));
    check(
        document,
        "headline: Town orders trams
        byline: By Ann Example
        caption: A tram at the depot
        paragraph: The town council ordered two new trams on Monday, which are to replace those that were built before the war.
        heading: What comes next
        paragraph: “We waited ten years,” said Ben Example, who leads the depot.
        paragraph: Fares stay as they are until the autumn.
        paragraph: Every tram will be looked over twice a year.
        paragraph: Two of the members voted for against it, saying that the old trams could have been repaired for a third of the price.
        paragraph: The report of the inspectors.",
    );
}

#[test]
fn marks_inside_a_paragraph() {
    for (marked, plain) in [
        ("a *b* **c** ***d*** _e_ __f__ `g` ``h ` i``", "a b c d e f g h ` i"),
        ("5 * 3 * 2, snake_case_name, 2*3", "5 * 3 * 2, snake_case_name, 2*3"),
        ("\\*not\\* a list, \\[no\\] \\# link", "*not* a list, [no] # link"),
        ("AT&amp;T &copy; &#8212; &nbsp;x", "AT&T © — x"),
        ("\"straight\" -- and... 'these'", "\"straight\" -- and... 'these'"),
        ("see [[Depot]] and [[trams/new|the trams]]", "see Depot and the trams"),
        ("a ==marked word== here, ==one **two**==, a == b, c ==", "a marked word here, one two, a == b, c =="),
        ("a [link][1], [two][], [three] and <https://x.example>", "a link, two, three and https://x.example"),
        ("a [ bracket ] and [sic] and [^3] x[^note-a].", "a [ bracket ] and [sic] and x."),
        ("ten, <b>bold</b> <u>u</u> <!-- no --> <inaudible> m<sup>2</sup>.<sup>4</sup>", "ten, bold u <inaudible> m2."),
        ("a <script>x()</script>b <style>p</style> c", "a b c"),
        ("it costs $5, then $10, at ~5 and ~6", "it costs $5, then $10, at ~5 and ~6"),
        ("the end of it ^a1b2c3", "the end of it"),
        ("This is the end (of it).^a1b2c3", "This is the end (of it)."),
        ("two boats^two", "two boats^two"),
        ("[a **b** c](https://x.example/a_(b)) d", "a b c d"),
        ("", ""),
    ] {
        let document = format!("{LEAD}\n\nFirst {marked}\n\n[1]: https://x.example\n[two]: <y>\n[three]: /z 'title'\n");
        let draft = markdown::read(&document);
        assert_eq!(texts(&draft), [LEAD, format!("First {plain}").trim()], "{marked}");
    }
}

#[test]
fn a_soft_hyphen_at_a_line_end_divides_no_word() {
    check(
        "The fer\u{AD}\nries stay in port.\n\nThe mayor was there.",
        "paragraph: The ferries stay in port.\nparagraph: The mayor was there.",
    );
}

#[test]
fn blocks_of_every_kind() {
    check(
        &format!(
            "Title line\n==========\n\n{LEAD}\n\nA heading\n---------\n\n{LEAD}\n\n### Third {{#id .class}}\n\n{LEAD}"
        ),
        &format!(
            "headline: Title line\nparagraph: {LEAD}\nheading: A heading\nparagraph: {LEAD}\nheading: Third\nparagraph: {LEAD}"
        ),
    );
    check(
        &format!(
            "{LEAD}\n\n1. One thing\n2. Two things\n\n   and more of it\n\n- [x] done\n- [ ] open\n  - nested\n\n1986. That was the year.\n"
        ),
        &format!(
            "paragraph: {LEAD}\nparagraph: 1. One thing\nparagraph: 2. Two things\nparagraph: and more of it\n\
             paragraph: done\nparagraph: open\nparagraph: nested\nparagraph: 1986. That was the year."
        ),
    );
    check(
        &format!(
            "{LEAD}\n\n| Tram | *Built* |\n|:--|--:|\n| [Red](x) | 1931 |\n| | 1932 |\n\n```rust\nlet a = 1;\n\n  let b = 2;\n```\n\n~~~\nopen"
        ),
        &format!(
            "paragraph: {LEAD}\nparagraph: Tram · Built\nparagraph: Red · 1931\nparagraph: 1932\n\
             paragraph: let a = 1;\nparagraph: let b = 2;\nparagraph: open"
        ),
    );
    check(
        &format!(
            "{LEAD}\n\n> One quoted.\n> Of two lines.\n>\n> > Two quoted\n\n> [!quote]- Said on Monday\n> It will come.\n\n> [!note]\n> It will not."
        ),
        &format!(
            "paragraph: {LEAD}\nparagraph: One quoted.\nparagraph: Of two lines.\nparagraph: Two quoted\n\
             paragraph: Said on Monday\nparagraph: It will come.\nparagraph: It will not."
        ),
    );
}

#[test]
fn pictures_have_captions() {
    for (picture, expected) in [
        ("![A tram](a.jpg)", "caption: A tram\n"),
        ("![A tram](a.jpg \"The red tram\")", "caption: The red tram\n"),
        ("[![A tram](a.jpg)](https://wire.example/large)", "caption: A tram\n"),
        ("![A tram|400x300](a.jpg)", "caption: A tram\n"),
        ("![[tram.jpg]]", ""),
        ("![tram-1.jpg](a.jpg)", ""),
        ("![](a.jpg)", ""),
        ("![A tram](a.jpg)\n*The red tram leaves.*", "caption: A tram\ncaption: The red tram leaves.\n"),
        ("![The red tram](a.jpg)\n\n*The red tram*", "caption: The red tram\n"),
        ("![A *red* tram][t]\n\n[t]: a.jpg", "caption: A red tram\n"),
        ("<img src='a.jpg' alt='A tram'>", "caption: A tram\n"),
        (
            "<figure>\n<img src=\"a.jpg\">\n<figcaption>A tram &amp; more</figcaption>\n</figure>",
            "caption: A tram & more\n",
        ),
    ] {
        assert_eq!(
            blocks(&article(&format!("{LEAD}\n\n{picture}\n\n{LEAD}"))),
            format!("paragraph: {LEAD}\n{expected}paragraph: {LEAD}\n"),
            "{picture}"
        );
    }
    let inside = format!("{LEAD} ![sun](s.png) It is warm.");
    assert_eq!(
        blocks(&article(&format!("# X\n\n{inside}"))),
        format!("headline: X\nparagraph: {LEAD} It is warm.\ncaption: sun\n")
    );
}

#[test]
fn what_obsidian_adds_is_understood() {
    let note = |body: &str| markdown::read(&format!("# Boats\n\n{LEAD}\n\n{body}\n\n{LEAD}"));
    for (body, expected, remarks) in [
        ("The boats %% ask %% left.", &["The boats left."][..], &["1 comment left out"][..]),
        ("%%\nTo do.\n\nAsk.\n%%", &[], &["1 comment left out"]),
        ("<!-- to\ndo -->\nThe boats <!-- ask --> left. %% b %%", &["The boats left."], &["3 comments left out"]),
        ("The boats ![[quay.png]] left.", &["The boats left."], &["1 embedded picture left out"]),
        ("![[map.png]]", &[], &["1 embedded picture left out"]),
        ("![[Pasted image 2026.png|300]]", &[], &[]),
        ("![[maps/map.png|The harbour]]", &["The harbour"], &[]),
        ("![[map.png|The harbour|300x200]]", &["The harbour"], &[]),
        ("![[Other note]]", &[], &["1 embedded note left out"]),
        ("See ![[Other note#Part|that]] and ![[minutes.pdf]].", &["See and ."], &["2 embedded notes left out"]),
        ("See [[Other note|that one]] and [[Kelsmouth]].", &["See that one and Kelsmouth."], &[]),
        ("The ==boats== left. ^a1b2c3", &["The boats left."], &[]),
        ("> The boats left.\n\n^quote-1", &["The boats left."], &[]),
        ("It covers 5 m ^2", &["It covers 5 m ^2"], &[]),
        ("> [!note] What it costs\n> Forty crowns.", &["What it costs", "Forty crowns."], &[]),
        ("> [!quote]- \n> Forty crowns.", &["Forty crowns."], &[]),
    ] {
        let draft = note(body);
        let found = texts(&draft);
        assert_eq!(&found[2..found.len() - 1], expected, "{body}");
        assert_eq!(draft.remarks, remarks, "{body}");
    }
    // A comment is no paragraph where there is nothing else.
    assert_eq!(texts(&markdown::read("The boats left. %%ask%%")), ["The boats left."]);
    let table = "<p><table><tr><td>Boat</td><td></td><td>Built</td></tr></table>";
    assert_eq!(texts(&markdown::read(table)), ["Boat · Built"]);
}

#[test]
fn html_goes_and_its_words_stay() {
    let text = format!(
        "# X\n\n<div class=\"a\">\n<p>One <b>two</b>&nbsp;three &lt;four&gt;</p>\n</div>\n\n{LEAD}\n\n<script>\nvar a;\n\nvar b;\n</script>\n\n<!-- not this -->\n\n<center>\n\nAnd *this*.\n\n</center>\n"
    );
    let draft = markdown::read(&text);
    assert_eq!(texts(&draft), ["X", "One two\u{A0}three <four>", LEAD, "And this."]);
    assert_eq!(draft.remarks, ["1 script or style sheet left out", "1 comment left out"]);
}

#[test]
fn wrapped_lines_are_joined() {
    let wrapped = "# X

The town council ordered two new trams on Monday,
which are to replace those that were built before
the war.

灯台は三月に閉じられたと町の人たちが話した。夏までに
直すという。港の船は、しばらく夜に入ることができない。
";
    assert_eq!(
        texts(&markdown::read(wrapped)),
        [
            "X",
            "The town council ordered two new trams on Monday, which are to replace those that were built before the war.",
            "灯台は三月に閉じられたと町の人たちが話した。夏までに直すという。港の船は、しばらく夜に入ることができない。"
        ]
    );
}

#[test]
fn short_lines_are_apart() {
    for (ending, kind) in [("\n", "soft"), ("  \n", "spaces"), ("\\\n", "backslash"), ("<br>\n", "tag")] {
        let head = ["By Ann Example", "Coast Wire", "16 June 2026"].join(ending);
        let document = format!("# X\n\n{head}\n\n{LEAD}\n\n**Q:** Why now?{ending}**A:** They are old.\n");
        assert_eq!(
            texts(&markdown::read(&document)),
            ["X", "By Ann Example", "Coast Wire", "16 June 2026", LEAD, "Q: Why now?", "A: They are old."],
            "{kind}"
        );
        assert_eq!(article(&document).date.as_deref(), Some("2026-06-16"));
    }
    let glued = "# X\nBy Ann Example\nThe town council ordered two new trams on Monday, which are to replace those\nthat were built before the war.\n\nMore of it.";
    assert_eq!(texts(&markdown::read(glued)), ["X", "By Ann Example", LEAD, "More of it."]);
}

#[test]
fn lines_too_long_to_be_wrapped_are_paragraphs() {
    let long = format!("{LEAD} It is time. {LEAD}");
    let document = format!("# X\n\n{long}\n“{LEAD} It is time,” she said.\n{long}\nYes.\n");
    assert_eq!(
        texts(&markdown::read(&document)),
        ["X", &long, &format!("“{LEAD} It is time,” she said."), &long, "Yes."]
    );
    // A sentence a line is a paragraph, and so is what a break is set into.
    let sentences = format!("# X\n\n{LEAD}\n{LEAD}\n{LEAD}\n");
    assert_eq!(markdown::read(&sentences).blocks.len(), 2);
    let broken = format!("# X\n\n{long}\n\n{long} And the others said\\\nno.\n");
    assert_eq!(texts(&markdown::read(&broken))[2], format!("{long} And the others said no."));
}

#[test]
fn text_without_marks_reads_as_plain_text() {
    let long = format!("{LEAD} {LEAD}");
    for document in [
        format!("Town orders trams\n\nBy Ann Example\n\n{LEAD}\n\n{long}\n"),
        format!("Town orders trams\nBy Ann Example\n{LEAD}\n{long}\n"),
        format!("Town orders trams\nBy Ann Example\n\n{LEAD}\n\n{long}\n"),
        format!("---\ntitle: Trams\n---\n{LEAD}\n{long}\n"),
        format!("{LEAD}\n\n{long}\n\n“Yes,” she said.\n\n1 tram is red.\n\n#1 is blue.\n"),
        "One line".to_owned(),
        String::new(),
        "\n\n".to_owned(),
    ] {
        assert_eq!(markdown::read(&document), text::read(&document), "{document}");
    }
    // An indent is no code.
    let indented = format!(
        "Town orders trams\n\n    {LEAD}\n\n    The trams are red, and those that are yellow by now are to be\nblue.\n"
    );
    assert_eq!(
        texts(&markdown::read(&indented)),
        ["Town orders trams", LEAD, "The trams are red, and those that are yellow by now are to be blue."]
    );
    // A rule right below a paragraph does not make a heading of it.
    let ruled = format!("{long}\n---\n{long}");
    assert_eq!(blocks(&article(&ruled)), format!("paragraph: {long}\nparagraph: {long}\n"));
    // What looks like the address of a link is a sentence.
    assert_eq!(texts(&markdown::read(&format!("{LEAD}\n\n[Applause]: loud\n"))), [LEAD, "[Applause]: loud"]);
}

#[test]
fn a_clipped_page_reads_as_the_article() {
    let expected = format!("headline: Town orders trams\nparagraph: {LEAD}\nparagraph: “It is time,” she said.\n");
    for (clip, address) in [
        ("---\ntitle: \"Town orders trams\"\nsource: \"https://wire.example/1\"\nauthor:\n  - \"[[Ann Example]]\"\npublished: 2026-06-16\ncreated: 2026-06-17\ndescription: \"Two: trams\"\ntags:\n  - \"clippings\"\n---\n".to_owned(), true),
        ("---\ntitle: Town orders trams | Coast Wire\nurl: https://wire.example/1\nauthor: Ann Example\ndate: 2026-06-16T10:00:00+02:00\nlatitude: 1.5\n---\n\n# Town orders trams\n\n".to_owned(), true),
        ("---\ncreated: 2026-06-17T09:00:00 (UTC +02:00)\ntags: [a, b]\nsource: https://wire.example/1\nauthor: Ann Example\npublished: 2026-06-16\n---\n\n# Town orders trams\n\n".to_owned(), true),
        ("+++\ntitle = \"Town orders trams\"\ndate = 2026-06-16T10:00:00Z\nauthor = \"Ann Example\"\nurl = \"https://wire.example/1\"\n[taxonomies]\ntags = [\"a\"]\n+++\n\n".to_owned(), true),
        ("---\nauthor: Ann Example\ndate: 2026-06-16\n...\n# [Town orders trams](https://wire.example/1)\n\n".to_owned(), true),
        ("---\nauthor: Ann Example\ndate: 2026-06-16\n---\n## Town orders trams\n\n".to_owned(), false),
    ] {
        let article = article(&format!("{clip}{LEAD}\n\n“It is time,” she said.\n"));
        assert_eq!(blocks(&article), expected, "{clip}");
        assert_eq!(article.byline.as_deref(), Some("Ann Example"), "{clip}");
        assert_eq!(article.date.as_deref(), Some("2026-06-16"), "{clip}");
        assert_eq!(article.headline.as_deref(), Some("Town orders trams"), "{clip}");
        assert_eq!(markdown::read(&clip).address.is_some(), address, "{clip}");
    }
}

#[test]
fn lines_that_a_clipper_adds_stand_aside() {
    for (line, address) in [
        ("https://wire.example/1", true),
        ("<https://wire.example/1>", true),
        ("[wire.example](https://wire.example/1)", true),
        ("Source: [Coast Wire](https://wire.example/1)", true),
        ("URL: https://wire.example/1", true),
        ("[Read original](https://wire.example/1)", true),
        ("#clippings #trams", false),
        ("> ## Excerpt\n> Two trams for the town.", false),
    ] {
        let document = format!("# Town orders trams\n\n{line}\n\n{LEAD}\n\nMore of it.");
        let draft = markdown::read(&document);
        assert_eq!(draft.address.is_some(), address, "{line}");
        let article = article(&document);
        let body: Vec<&str> =
            article.blocks.iter().map(diptych::article::Block::body).filter(|body| !body.is_empty()).collect();
        assert_eq!(body, [LEAD, "More of it."], "{line}");
        assert_eq!(article.headline.as_deref(), Some("Town orders trams"));
    }
    // A picture, or a link to somewhere, above the headline.
    let pictured = article(&format!("![A tram](a.jpg)\n\n# Town orders trams\n\n{LEAD}"));
    assert_eq!(pictured.headline.as_deref(), Some("Town orders trams"));
    let stated =
        article(&format!("---\ntitle: Town orders trams\n---\n![A tram](a.jpg)\n\n# Town orders trams\n\n{LEAD}"));
    assert_eq!(blocks(&stated), blocks(&pictured));
}

#[test]
fn what_is_escaped_in_a_document_steers_no_terminal() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let paths = ["a.md", "b.txt"].map(|name| folder.path().join(name));
    let front = "---\ntitle: \"Town \\e[31morders\\u202E trams\\u0007\"\noutlet: \"Coast\\nWire\"\n---\n";
    fs::write(&paths[0], format!("{front}{LEAD}&#27;[31m\n\n&#x202E;One&#10;two&#8;\n\n<p>&#27;]0;x&#7;y&#x85;</p>\n"))
        .expect("it is written");
    fs::write(&paths[1], format!("{front}{LEAD}\n")).expect("it is written");
    let intake = intake::read(&paths).expect("both are read");
    for article in &intake.articles {
        let fields = [&article.outlet, &article.headline].into_iter().flatten();
        for text in fields.chain(article.blocks.iter().map(|block| &block.text)) {
            assert!(!text.contains(|c: char| c.is_control() || c == '\u{202E}'), "{text:?}");
        }
        assert_eq!(article.headline.as_deref(), Some("Town orders trams"));
        assert_eq!(article.outlet.as_deref(), Some("Coast Wire"));
    }
    let texts: Vec<&str> = intake.articles[0].blocks.iter().map(|block| block.text.as_str()).collect();
    // What no HTML may name stays as it stands.
    assert_eq!(texts, ["Town orders trams", LEAD, "One two", "&#27;]0;x&#7;y"]);
    let way = LeftOutWay::Option;
    assert!(intake.notes(&way).all(|note| note.contains("taken out")) && intake.notes(&way).count() == 2);
}

#[test]
fn front_matter_in_plain_text() {
    let quoted = "---\n# by hand\ntitle: 'Council''s vote: two trams'\noutlet: Coast Wire # the wire\ndate: '2026-06-16'\nbyline: ~\n---\n";
    let read = Article::read("a.txt", &format!("{quoted}{LEAD}"));
    assert_eq!(blocks(&read), format!("headline: Council's vote: two trams\nparagraph: {LEAD}\n"));
    assert_eq!(
        (read.outlet.as_deref(), read.date.as_deref(), read.byline),
        (Some("Coast Wire"), Some("2026-06-16"), None)
    );
    for interview in
        ["Q: Why now?\nA: Because they are old.", "The mayor said: we will build.\nNobody knows why: it rained."]
    {
        let read = Article::read("a.txt", &format!("---\n{interview}\n---\nRest of it."));
        for line in interview.lines() {
            assert!(read.blocks.iter().any(|block| block.text == line), "{line}");
        }
        let read = article(&format!("---\n{interview}\n---\nRest of it."));
        for line in interview.lines() {
            assert!(read.blocks.iter().any(|block| block.text.contains(line)), "{line}");
        }
    }
}

/// Texts that are hard on readers of Markdown, each of some size.
fn hostile(size: usize) -> Vec<String> {
    let of = |unit: &str| unit.repeat(size / unit.len());
    let mut texts: Vec<String> = [
        ">",
        "> ",
        "[",
        "]",
        "*",
        "**",
        "_",
        "`",
        "~",
        "=",
        "==",
        "![",
        "[[",
        "[x](",
        "[a](<",
        "<",
        "<a",
        "<a \"",
        "<a b='",
        "<b>",
        "</",
        "<!--",
        "<?",
        "<script>",
        "&",
        "&#",
        "&lt;",
        "\\",
        "|",
        "|-",
        "| a\n|-\n",
        "- ",
        "1. ",
        "+ \n",
        "#",
        "# \n",
        "a\n",
        "a  \n",
        "a\n\n",
        "\n",
        " ",
        "    a\n",
        "```\n",
        "[a]: b\n",
        "[a]: /b\n",
        "[^1]",
        "[^1]: a\n",
        "[^1]: a\n\n",
        "[a]:",
        "]:",
        "a ^b",
        "$",
        "*a_ ",
        "**a *b ",
        "![a](b",
        "[!q]\n> ",
        "<div>\n\n",
        "<p>a\n",
        "==a",
        "x==y ",
        "<sup>1",
        "> - ",
        "- > ",
        "---\n",
        "title: a\n",
        "灯",
        "\u{301}",
    ]
    .into_iter()
    .map(of)
    .collect();
    texts.push(format!("{}{}", of("["), of("]")));
    texts.push(format!("{}a{}", of("*"), of("*")));
    texts.push(format!("---\n{}---\n", of("title: a\n")));
    texts.push((1..).map(|n| "`".repeat(n) + "a").take(350).collect());
    texts.push((0..size / 30).map(|n| format!("[a{n}]: /b\n[a{n}] ")).collect());
    texts.push((0..250).map(|n| format!("{}a\n", "> ".repeat(n))).collect());
    texts.push((0..250).map(|n| format!("{}- a\n", " ".repeat(n))).collect());
    texts
}

#[test]
fn hostile_documents_cost_no_more_than_a_second() {
    for text in hostile(64 << 10) {
        let start = Instant::now();
        let _ = article(&text);
        let took = start.elapsed();
        let bound = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 1 });
        if took > bound / 10 {
            println!("{:?}: {took:?}", text.chars().take(12).collect::<String>());
        }
        assert!(took < bound, "{:?} took {took:?}", text.chars().take(12).collect::<String>());
    }
}

#[test]
fn nesting_costs_no_stack() {
    for unit in [">", "> ", "[", "- ", "*a "] {
        let document = unit.repeat(100_000);
        std::thread::Builder::new()
            .stack_size(256 << 10)
            .spawn(move || drop(article(&document)))
            .expect("a thread starts")
            .join()
            .expect("it comes to an end");
    }
}

proptest! {
    #[test]
    fn no_document_panics(text in "([\\[\\]()!<>*_`~#=|:^\\\\\n &;+.\"'-]|[a-z1灯\u{E9}]|\\PC){0,200}") {
        for block in markdown::read(&text).blocks {
            prop_assert!(!block.text.trim().is_empty() && !block.text.contains('\n'));
        }
    }

    #[test]
    fn every_word_of_plain_paragraphs_is_kept(paragraphs in prop::collection::vec("[A-Za-zé灯][A-Za-zé灯,.“”!?'’;:() –-]{0,60}", 1..6), ending in prop::sample::select(vec!["\n\n", "\n", "  \n", "\n\n> ", "\n\n- ", "\n\n    "])) {
        let words = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let document = paragraphs.join(ending);
        let read: String = texts(&markdown::read(&document)).join(" ");
        prop_assert_eq!(words(&read), words(&paragraphs.join(" ")));
    }
}

#[test]
fn an_item_that_is_a_link_is_no_heading() {
    let text = "# Boats for Larnholm\n\nThe council of Larnholm ordered three boats on Tuesday, after a long debate.\n\n\
                - [The plan](https://wire.example/plan)\n- [Old boats](https://wire.example/old)\n- [Share](https://wire.example/s)\n\n\
                They are to come in spring, and to stay in service for at least thirty years.\n\n\
                ## Related\n\n- [Pier sold](https://wire.example/pier)\n- [Quay to close in winter](https://wire.example/quay)\n";
    let article = Article::from_draft("a.md", markdown::read(text));
    let kinds: Vec<&str> = article.blocks.iter().map(|block| block.kind.name()).collect();
    let expected = ["headline", "paragraph", "paragraph", "paragraph", "furniture", "paragraph"];
    assert_eq!(kinds[..6], expected);
    assert_eq!(kinds[6..], ["furniture"; 3]);
}
