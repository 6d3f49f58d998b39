//! What is an article's own on its page: its head, its boxes, and who wrote it; and what is another's.

use super::{TEXT, check};

const TITLE: &str = "<title>New ferries for Kelsmouth</title>";

#[test]
fn the_head_of_an_article_is_read() {
    check(
        TITLE,
        "<nav><a href=/>Home</a></nav><main><article><header><span class=kicker>Transport</span><h1>New ferries for Kelsmouth</h1>
         <p class=standfirst>Three boats are to replace the old ones</p>
         <div class=article-byline>By <a href=/ann>Ann Example</a>, Kelsmouth</div><time datetime=2023-08-01>1 August 2023</time>
         <ul class=share><li>Share</li></ul></header>
         <figure><img src=a.jpg><figcaption>A ferry at its berth<span class=credit>Bo Other</span></figcaption></figure>
         <div class=body>TEXT</div></article></main>",
        &[
            "– · New ferries for Kelsmouth · Ann Example, Kelsmouth · 2023-08-01 · – · –",
            "paragraph | Three boats are to replace the old ones",
            "byline | By Ann Example, Kelsmouth",
            "furniture | 1 August 2023",
            "caption | A ferry at its berth Bo Other",
            "…",
            "- Home",
            "- Transport",
            "- Share",
        ],
    );
}

#[test]
fn a_head_beside_the_body_is_read() {
    check(
        TITLE,
        "<div class=page><h1>New ferries for Kelsmouth</h1><h2>Three boats are to come in spring</h2>
         <p>By <a rel=author href=/ann>Ann Example</a> and others</p><div class=text>TEXT</div></div>
         <div class=more><h3>Pier sold</h3><p>By <span class=byline>Cy Third</span></p></div>",
        &[
            "– · New ferries for Kelsmouth · Ann Example · – · – · –",
            "heading | Three boats are to come in spring",
            "byline | By Ann Example and others",
            "…",
            "- Pier sold",
            "- By Cy Third",
        ],
    );
}

#[test]
fn the_headline_is_the_one_that_the_page_shows() {
    let stated = r#"<title>Ferries | Ledger</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council buys boats"}</script>"#;
    let facts = "– · New ferries for Kelsmouth · – · – · – · –";
    for headline in [
        "<h1>New ferries<br>for Kelsmouth</h1>",
        "<div class=headline>New ferries for Kelsmouth</div>",
        "<h2 itemprop=headline>New ferries for Kelsmouth</h2>",
    ] {
        check(stated, &format!("<article><header>{headline}</header><div>TEXT</div></article>"), &[facts, "…"]);
    }
    check(stated, "<article><div>TEXT</div></article>", &["– · Council buys boats · – · – · – · –", "…"]);
    // One that names the section stays beside the stated headline.
    check(
        stated,
        "<article><h1>Ferries</h1><h2>Council buys boats</h2><div>TEXT</div></article>",
        &["– · Council buys boats · – · – · – · –", "heading | Ferries", "…"],
    );
    // The name of the site is no headline.
    check(
        stated,
        "<header><h1>The Kelsmouth Daily Ledger</h1></header><article><div>TEXT</div></article>",
        &["– · Council buys boats · – · – · – · –", "…", "- The Kelsmouth Daily Ledger"],
    );
}

#[test]
fn boxes_and_notes_of_an_article_are_read() {
    let split = TEXT.replacen("<p>Divers", "BOX<p>Divers", 1);
    let page = |inner: &str, below: &str| {
        format!(
            "<article><h1>New ferries for Kelsmouth</h1><div>{}</div>{below}</article>",
            split.replace("BOX", inner)
        )
    };
    let facts = "– · New ferries for Kelsmouth · – · – · – · –";
    check(
        TITLE,
        &page(
            "<aside class=info><h3>The old boats</h3><ul><li>Built: 1971</li><li>Cars: twelve</li></ul><p>Each of them carried ninety passengers to the island.</p></aside>",
            "<footer><p>Corrected on Tuesday: an earlier version misstated the price.</p><ul class=tags><li><a href=/f>Ferries</a></li></ul></footer>",
        ),
        &[
            facts,
            "…",
            "heading | The old boats",
            "paragraph | Built: 1971",
            "paragraph | Cars: twelve",
            "Each of them carried ninety passengers to the island.",
            "…",
            "Corrected on Tuesday: an earlier version misstated the price.",
            "- Ferries",
        ],
    );
    check(
        TITLE,
        &page(
            "<div class=embed><blockquote>The boats are gone, and no one told us why that is.</blockquote></div>",
            "<p class=author>Ann Example</p>",
        ),
        &[
            "– · New ferries for Kelsmouth · Ann Example · – · – · –",
            "…",
            "paragraph | The boats are gone, and no one told us why that is.",
            "…",
            "byline | Ann Example",
        ],
    );
}

#[test]
fn what_stands_beside_an_article_stays_out() {
    let split = TEXT.replacen("<p>Divers", "BOX<p>Divers", 1);
    for (html, left_out) in [
        (
            "<aside><h4>More</h4><p><a href=/a>The pier of Westhaven is sold to a bank.</a></p></aside>",
            &["- More", "- The pier of Westhaven is sold to a bank."][..],
        ),
        (
            "<div class=relatedLinks><p>The pier of Westhaven is sold to a bank.</p></div>",
            &["- The pier of Westhaven is sold to a bank."],
        ),
        (
            "<aside class=newsletter-box><p>All the news of the harbour, each day in your mail.</p></aside>",
            &["- All the news of the harbour, each day in your mail."],
        ),
        (
            "<aside><p>All the news of the harbour, each day in your mail.</p><input type=email></aside>",
            &["- All the news of the harbour, each day in your mail."],
        ),
        ("<aside>Advertisement</aside>", &["- Advertisement"]),
        (
            "<div class=author-bio><p>Ann Example writes of ferries and of those who miss them.</p></div>",
            &["- Ann Example writes of ferries and of those who miss them."],
        ),
    ] {
        let body =
            format!("<article><h1>New ferries for Kelsmouth</h1><div>{}</div></article>", split.replace("BOX", html));
        let mut expected = vec!["– · New ferries for Kelsmouth · – · – · – · –", "…"];
        expected.extend(left_out);
        check(TITLE, &body, &expected);
    }
}

#[test]
fn facts_are_those_of_the_article_alone() {
    let teaser = "<article class=card><h3>Pier sold</h3><span class=byline>By Cy Third</span> <a rel=author>Dee Fourth</a> <time class=published datetime=2020-01-01>2020</time> <b itemprop=author>Eli Fifth</b></article>";
    let related = teaser.replace("article", "div").replace("card", "related");
    let own = "<article><h1>New ferries for Kelsmouth</h1><p class=byline>By Ann Example</p><div>TEXT</div></article>";
    let left_out = ["- Pier sold", "- By Cy Third Dee Fourth 2020 Eli Fifth"];
    let facts = "– · New ferries for Kelsmouth · Ann Example · – · – · –";
    for body in [format!("{teaser}{own}"), format!("<main>{related}{own}</main>")] {
        check(TITLE, &body, &[facts, "byline | By Ann Example", "…", left_out[0], left_out[1]]);
    }
    for body in [format!("<main>{own}{teaser}</main>"), format!("{own}{related}")] {
        check(TITLE, &body, &[facts, "byline | By Ann Example", "…", left_out[0], left_out[1]]);
    }
    // Nothing that is said elsewhere is taken where the article names nobody.
    let own = own.replace("<p class=byline>By Ann Example</p>", "");
    let facts = "– · New ferries for Kelsmouth · – · – · – · –";
    check(TITLE, &format!("{own}<div>{related}</div>"), &[facts, "…", left_out[0], left_out[1]]);
    // Around its own element, what is beside it counts.
    let around =
        "<main><h1>New ferries for Kelsmouth</h1><p class=byline>By Ann Example</p><article>TEXT</article></main>";
    let facts = "– · New ferries for Kelsmouth · Ann Example · – · – · –";
    check(TITLE, around, &[facts, "byline | By Ann Example", "…"]);
}
