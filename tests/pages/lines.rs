//! Lines and words: what breaks a line, what sets words off, and pages that are lists or cut short.

use diptych::article::Article;
use diptych::draft::{DraftBlock, Kind};
use diptych::formats::html;

use super::read;

/// Returns the blocks of an article with some HTML in it, without their kinds.
fn blocks(html: &str) -> Vec<String> {
    let page = format!("<title>T</title><article>{html}</article>");
    let draft = html::read(page.as_bytes()).expect("it has text");
    draft.blocks.into_iter().map(|block| block.text).collect()
}

const LONG: &str = "The council on Tuesday ordered three new ferries, which are to replace the boats that were withdrawn in \
                    March, when divers found cracks.";

#[test]
fn short_lines_are_blocks_and_wrapped_ones_are_not() {
    let long = |piece: &str| piece.replace("LONG", LONG);
    for (html, expected) in [
        (
            "<p>The tide went out,<br>the boats lay dry,<br/>and nobody came.</p>",
            &["The tide went out,", "the boats lay dry,", "and nobody came."][..],
        ),
        (
            "<address>Harbour office<br>3 Quay Street<br>Kelsmouth</address>",
            &["Harbour office", "3 Quay Street", "Kelsmouth"],
        ),
        (
            "<pre>The tide went out,\nthe boats lay dry,\n\nand nobody came.</pre>",
            &["The tide went out,", "the boats lay dry,", "and nobody came."],
        ),
        (
            "<pre>The council on Tuesday ordered three new ferries, which will\nreplace the boats.\n\nThey are old.</pre>",
            &["The council on Tuesday ordered three new ferries, which will replace the boats.", "They are old."],
        ),
        ("<p><b>New boats</b><br>LONG</p>", &["New boats", LONG]),
        ("<p>LONG<br>LONG</p>", &[LONG, LONG]),
        ("<p>One.<br> <br>&nbsp;<br>Two.<span></span><br><br>Three.</p>", &["One.", "Two.", "Three."]),
        ("<p>One line<br>and its end.</p>", &["One line and its end."]),
        (
            "<ul><li>3 Quay Street<br>Kelsmouth</li></ul><p>The boats left.</p>",
            &["3 Quay Street Kelsmouth", "The boats left."],
        ),
        (
            "<h2>Three boats<br>for Kelsmouth</h2><p>The boats left.</p>",
            &["Three boats for Kelsmouth", "The boats left."],
        ),
    ] {
        let expected: Vec<String> = expected.iter().map(|text| long(text)).collect();
        assert_eq!(blocks(&long(html)), expected, "{html}");
    }
}

#[test]
fn words_do_not_run_together() {
    let text = "<p>The boats left on Tuesday, the council said.</p>";
    for (html, expected) in [
        ("<figure><figcaption>A boat<span class=credit>Bo Other</span></figcaption></figure>", "A boat Bo Other"),
        (
            "<figure><figcaption><small class=photo-credit>Bo Other</small>A boat</figcaption></figure>",
            "Bo Other A boat",
        ),
        (
            "<figure><figcaption><span class=c-1>A boat at the quay.</span><span class=c-2><span>Credit...</span><span>Ann Example for The \
             Harbour Times</span></span></figcaption></figure>",
            "A boat at the quay. Credit... Ann Example for The Harbour Times",
        ),
        (
            "<figure><figcaption><span>M.S.</span><span>s</span> Kelsmouth, the <span>U.</span>N. <span>b</span>oat</figcaption></figure>",
            "M.S.s Kelsmouth, the U.N. boat",
        ),
        ("<h2><span class=label>Analysis</span>Three boats</h2>", "Analysis Three boats"),
        ("<p><span>Mc</span><span>Example</span> and <b>ferry</b>man left.</p>", "McExample and ferryman left."),
        ("<p>It left at<time>10:14</time>, she said.</p>", "It left at 10:14, she said."),
        ("<p>See <a href=a>one</a><a href=b>two</a>.</p>", "See one two."),
    ] {
        assert_eq!(
            blocks(&format!("{html}{text}")),
            [expected, "The boats left on Tuesday, the council said."],
            "{html}"
        );
    }
}

#[test]
fn a_day_on_a_line_of_its_own_below_the_headline_is_the_date() {
    let date = |head: &str| {
        let text = format!("<div class=story><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p></div>");
        let page = format!("<title>T</title><div class=main><h1>Kelsmouth votes</h1>{head}{text}</div>");
        let draft = html::read(page.as_bytes()).expect("it has text");
        Article::from_draft("a.html", draft).date
    };
    for head in [
        "<div>Ann Example</div><div>4 May 2026</div>",
        "<div><span>Ann Example</span> <span>·</span> <span>4 May 2026</span></div>",
        "<p>04.05.2026, 17:30 Uhr</p>",
    ] {
        assert_eq!(date(head).as_deref(), Some("2026-05-04"), "{head}");
    }
    for head in ["<div>Budget 2026</div>", "<div><a href=/a>4 May 2026</a></div>", "<div>Room 12, Quay 2026</div>"] {
        assert_eq!(date(head), None, "{head}");
    }
}

#[test]
fn a_list_of_articles_is_none() {
    let titles = [
        "Boats by spring, says the mayor",
        "Pier of Westhaven is sold",
        "School on the island closes",
        "A lighthouse keeper tells all",
    ];
    let list = |item: &str| titles.map(|title| item.replace("TITLE", title)).concat();
    let text = "The council of Kelsmouth said on Tuesday that it would look at the matter again, once the report of the harbour master, which is due in autumn, has been read.";
    for page in [
        list(&format!("<article><h2><a href=/a>TITLE</a></h2><p>{text}</p><p>By Ann Example</p></article>")),
        list(&format!("<div class=item><h3><a href=/a>TITLE</a></h3><p>{text}</p></div>")),
        list(&format!("<li><a href=/a>TITLE</a><p>{text}</p></li>")),
        list(&format!("<a href=/a><h2>TITLE</h2><p>{text}</p></a>")),
        list("<li><a href=/a>TITLE</a></li>"),
    ] {
        let page = format!("<html><title>Harbour Ledger</title><body><h1>News</h1><main>{page}</main></body></html>");
        assert_eq!(read(&page), "no article in this page", "{page}");
    }
    // What has text of its own is an article, whatever stands below it.
    let article = format!(
        "<h1>New ferries</h1><p>{text}</p><p>{text}</p>{}",
        list("<h3><a href=/a>TITLE</a></h3><p>Three boats.</p>")
    );
    assert!(read(&format!("<body><article>{article}</article></body>")).contains("said on Tuesday"));
    // What says that it is an article is one.
    let stated = format!(
        "<meta property=og:type content=article>{}",
        list(&format!("<h2><a href=/a>TITLE</a></h2><p>{text}</p>"))
    );
    assert!(read(&stated).contains("said on Tuesday"));
}

#[test]
fn a_page_that_is_cut_short_says_so() {
    let page =
        format!("<!doctype html><html><body><div><article><p>{LONG}</p><p>{LONG}</p></article></div></body></html>");
    let remarks = |page: &str| html::read(page.as_bytes()).expect("it has an article").remarks;
    assert!(remarks(&page).is_empty());
    let cut = ["looks cut short: the page has no end"];
    for end in ["</article>", "ticle></div>", "</p></article>", "</div>"] {
        let at = page.find(end).expect("it is there");
        assert_eq!(remarks(&page[..at]), cut, "{end}");
    }
    for end in ["<p class='a", "<!-- a", "<script>a"] {
        assert_eq!(remarks(&page.replace("</article>", end)), cut, "{end}");
    }
    // Ends that may be left out say nothing.
    assert!(remarks(&format!("<title>T</title><p>{LONG}<p>{LONG}")).is_empty());
    assert!(remarks(&format!("<html><body><p>{LONG}<p>{LONG}")).is_empty());
}

#[test]
fn an_archive_is_known_by_what_it_holds() {
    let page = format!("<html><body><article><p>{LONG}</p></article></body></html>");
    let archive = |body: &str, encoding: &str| {
        format!(
            "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n\
             Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"
        )
    };
    let whole = archive(&format!("{page}\r\n--b--\r\n"), "8bit");
    for read in [html::read, html::mhtml::read] {
        for source in [&page, &whole] {
            let draft = read(source.as_bytes()).expect("it holds a page");
            assert_eq!((draft.blocks[0].text.as_str(), draft.remarks.len()), (LONG, 0));
        }
    }
    let remarks = |archive: &str| html::mhtml::read(archive.as_bytes()).expect("it holds a page").remarks;
    let cut = "looks cut short: the archive has no end";
    assert_eq!(remarks(&whole.replace("--b--", "")), [cut]);
    assert_eq!(remarks(&whole.replace("--b--", "--b\r\nContent-Type: image/png\r\n\r\nabc")), [cut]);
    assert_eq!(
        remarks(&archive(&page.replace("</article></body></html>", ""), "8bit")),
        ["looks cut short: the page has no end"]
    );
    // Base64 that ends within four characters.
    let code =
        "PGh0bWw+PGJvZHk+PGFydGljbGU+PHA+VGhlIGJvYXRzIGxlZnQgb24gVHVlc2RheSwgdGhlIGNvdW5jaWwgc2FpZC48L3A+PHA+VGhl";
    let draft = html::mhtml::read(archive(&code[..code.len() - 2], "base64").as_bytes()).expect("it holds a page");
    assert_eq!(draft.blocks[0].text, "The boats left on Tuesday, the council said.");
}

#[test]
fn words_of_the_text_that_are_set_large_are_left_out() {
    let page = |quotation: &str| {
        let html = format!(
            "<title>T</title><article><p>“Nobody went in but Ann,” said Bo Sample, who runs the quay by night.</p>{quotation}<p>{LONG}</p></article>"
        );
        let draft = html::read(html.as_bytes()).expect("it has text");
        let texts =
            |blocks: Vec<DraftBlock>| blocks.into_iter().map(|block| (block.text, block.kind)).collect::<Vec<_>>();
        (texts(draft.blocks).split_off(1), draft.left_out.into_iter().map(|block| block.text).collect::<Vec<_>>())
    };
    let long = || (LONG.to_owned(), None);
    for quotation in [
        "<blockquote class=pullquote><p>Nobody went in but Ann</p><cite>Bo Sample</cite></blockquote>",
        "<aside class='c-pull-quote'><p>‘Nobody went in but Ann’</p><footer>Bo Sample</footer></aside>",
    ] {
        let (kept, left_out) = page(quotation);
        assert_eq!(kept, [long()], "{quotation}");
        assert_eq!(
            left_out.iter().map(|text| text.trim_matches(['‘', '’'])).collect::<Vec<_>>(),
            ["Nobody went in but Ann", "Bo Sample"]
        );
    }
    // What the text does not say is text, and below it stands whose words it is.
    let own = |text: &str| (text.to_owned(), Some(Kind::Paragraph));
    let credit = || ("Bo Sample".to_owned(), Some(Kind::Caption));
    for class in ["pullquote", "large"] {
        let quotation =
            format!("<blockquote class={class}><p>Nobody went in but me.</p><cite>Bo Sample</cite></blockquote>");
        assert_eq!(page(&quotation), (vec![own("Nobody went in but me."), credit(), long()], Vec::new()), "{class}");
    }
    let within = "<blockquote><p>See <cite>The Quay</cite>, a book.</p></blockquote>";
    assert_eq!(page(within).0, [own("See The Quay, a book."), long()]);
}
