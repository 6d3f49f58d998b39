//! What stands between kept parts of an article, and what is told of a page beside its text.

use super::{check, read};

const TITLE: &str = "<title>New ferries for Kelsmouth</title>";
const FACTS: &str = "– · New ferries for Kelsmouth · – · – · – · –";

/// Two blocks of paragraphs with something between them.
fn between(part: &str, inner: &str) -> String {
    format!("<{part}><h1>New ferries for Kelsmouth</h1><div>TEXT</div>{inner}<div>TEXT</div></{part}>")
}

/// An article with something below its text.
fn below(inner: &str) -> String {
    format!("<article><h1>New ferries for Kelsmouth</h1>TEXT{inner}</article>")
}

#[test]
fn what_stands_between_two_parts_of_an_article_is_part_of_it() {
    for (inner, expected) in [
        (
            "<div><ul><li>Quay: twelve</li><li>Boats: forty</li></ul></div>",
            &["paragraph | Quay: twelve", "paragraph | Boats: forty"][..],
        ),
        ("<div><table><tr><td>Quay</td><td>12</td></tr></table></div>", &["paragraph | Quay · 12"]),
        ("<div><blockquote>We sail, come what may</blockquote></div>", &["paragraph | We sail, come what may"]),
        ("<div class=head><h2>What they cost</h2></div>", &["heading | What they cost"]),
        ("<div><img src=a.jpg><p>A ferry at its berth</p></div>", &["caption | A ferry at its berth"]),
        ("<section><p>He shook his head</p></section>", &["He shook his head"]),
        ("<div><h4>Who pays?</h4><button></button></div>", &["heading | Who pays?"]),
        ("<h3><button>Who pays?</button></h3>", &["heading | Who pays?"]),
        ("<button><h3>Who pays?</h3></button>", &["heading | Who pays?"]),
        (
            "<div class=accordion-body style='display:none'><p>The town pays, and so does the island.</p></div>",
            &["The town pays, and so does the island."],
        ),
    ] {
        let mut all = vec![FACTS, "…"];
        all.extend(expected);
        all.push("…");
        for part in ["article", "main", "div"] {
            check(TITLE, &between(part, inner), &all);
        }
    }
}

#[test]
fn what_something_says_is_not_the_articles_stays_out() {
    for (inner, left_out) in [
        ("<nav><ul><li>Quay: twelve</li></ul></nav>", &["- Quay: twelve"][..]),
        ("<div class=ad><p>Boats for sale</p></div>", &["- Boats for sale"]),
        ("<div class=related-links><ul><li>Pier sold</li></ul></div>", &["- Pier sold"]),
        ("<div><ul><li><a href=/a>Pier sold</a></li></ul></div>", &["- Pier sold"]),
        (
            "<div><h3><a href=/a>Pier sold</a></h3><p>A bank has bought the pier of Westhaven</p></div>",
            &["- Pier sold", "- A bank has bought the pier of Westhaven"],
        ),
        ("<div><p>Your mail</p><input type=email></div>", &["- Your mail"]),
        (
            "<div style='display:none'><p>The boats are old and slow, they say.</p></div>",
            &["- The boats are old and slow, they say."],
        ),
        ("<div><p style='left:4%'>12</p><p style='left:9%'>14</p></div>", &["- 12", "- 14"]),
    ] {
        let mut all = vec![FACTS, "…"];
        all.extend(left_out);
        check(TITLE, &between("article", inner), &all);
    }
}

#[test]
fn comments_and_appeals_are_no_text() {
    let said = "At last! I have waited for years, and so has everyone who lives on the island.";
    let left_out = format!("- {said}");
    for html in [
        "<div class=comments><p>SAID</p></div>",
        "<section class='field comment-wrapper'><p>SAID</p></section>",
        "<ol id=comment-list><li><p>SAID</p></li></ol>",
        "<div data-qa=newsletter><p>SAID</p></div>",
        "<div class='card cta-card'><p>SAID</p></div>",
        "<div class=subscription-widget><p>SAID</p></div>",
    ] {
        check(TITLE, &below(&html.replace("SAID", said)), &[FACTS, "…", &left_out]);
    }
    // What is named so and holds most of the text is the article.
    for name in ["comments", "newsletter-post"] {
        check(TITLE, &format!("<div class={name}>{}</div>", below("")), &[FACTS, "…"]);
    }
}

#[test]
fn the_name_of_the_site_is_no_headline() {
    let title = "<title>New ferries for Kelsmouth - Harbour Ledger</title>";
    for head in [
        "<header><h1>Harbour Ledger</h1></header>",
        "<h1><a href=/>Harbour Ledger</a></h1>",
        "<div id=logo><h1>Harbour Ledger</h1></div>",
    ] {
        let body = format!("{head}<article><h2>New ferries for Kelsmouth</h2><div>TEXT</div></article>");
        // It is that of the outlet.
        check(title, &body, &[&FACTS.replacen('–', "Harbour Ledger", 1), "…", "- Harbour Ledger"]);
    }
    let title = "<title>Harbour Ledger | Boats back</title>";
    let body = "<header><h1>Harbour Ledger</h1></header><article><h2>Boats back</h2><div>TEXT</div></article>";
    check(title, body, &["Harbour Ledger · Boats back · – · – · – · –", "…", "- Harbour Ledger"]);
}

#[test]
fn lines_below_the_headline_are_told() {
    let page = |line: &str| format!("<article><h1>New ferries for Kelsmouth</h1>{line}<div>TEXT</div></article>");
    for (line, expected) in [
        (
            "<div><p>Council orders three boats by 31 votes to 24</p></div>",
            "Council orders three boats by 31 votes to 24",
        ),
        (
            "<div data-gu-name=standfirst><p>Council orders three boats by 31 votes</p></div>",
            "paragraph | Council orders three boats by 31 votes",
        ),
        ("<div class=meta>By Ann Example</div>", "By Ann Example"),
        ("<h4>By Ann Example and Bo Other</h4>", "byline | By Ann Example and Bo Other"),
        ("<h4>By Monday it was over</h4>", "heading | By Monday it was over"),
        ("<div class=reader-credits>Ann Example</div>", "byline | Ann Example"),
    ] {
        check(TITLE, &page(line), &[FACTS, expected, "…"]);
    }
    for (line, left_out) in [
        ("<div>Ann Example</div>", "- Ann Example"),
        ("<p>Four minutes</p>", "- Four minutes"),
        (
            "<p><a href=/a>Listen to this article in our new player</a></p>",
            "- Listen to this article in our new player",
        ),
    ] {
        check(TITLE, &page(line), &[FACTS, "…", left_out]);
    }
}

#[test]
fn what_is_not_shown_can_be_looked_at() {
    let text = "The boats are old and slow, they say.";
    let left_out = format!("- {text}");
    for html in [
        "<div hidden><p>SAID</p></div>",
        "<div aria-hidden=true>SAID</div>",
        "<noscript><p>SAID</p></noscript>",
        "<iframe srcdoc='&lt;p&gt;SAID&lt;/p&gt;'></iframe>",
        "<dialog><p>SAID</p></dialog>",
    ] {
        check(TITLE, &below(&html.replace("SAID", text)), &[FACTS, "…", &left_out]);
    }
    let line = "<p>As at 2017<span style='display:none'>-01</span>, the boats were new.</p>";
    check(TITLE, &below(line), &[FACTS, "…", "As at 2017, the boats were new.", "- -01"]);
}

#[test]
fn what_is_set_in_a_line_or_beside_it_is_read_as_it_is_shown() {
    for (html, expected) in [
        ("<template shadowrootmode=open><p>The turnout was high.</p></template>", &["The turnout was high."][..]),
        (
            "<p><span style='display:block'>One boat left.</span><span style='display: block !important'>Two came.</span></p>",
            &["One boat left.", "Two came."],
        ),
        (
            "<div><img src=a.jpg><span class=caption>A ferry.</span><span class=credit>Bo Other</span></div>",
            &["caption | A ferry.", "caption | Bo Other"],
        ),
        ("<p>The <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby> sign.</p>", &["The 漢字 sign."]),
        (
            "<p>They have until June<a class=footnote-anchor href='#footnote-1'>1</a>, he says.</p>",
            &["They have until June¹, he says."],
        ),
        (
            "<div><a href='#footnote-anchor-1'>1</a><div><p>Thirteen weeks from the vote, and no day more.</p></div></div>",
            &["furniture | 1", "Thirteen weeks from the vote, and no day more."],
        ),
    ] {
        let mut all = vec![FACTS, "…"];
        all.extend(expected);
        all.push("…");
        check(TITLE, &below(&format!("{html}TEXT")), &all);
    }
}

#[test]
fn a_page_that_is_set_out_by_a_table_has_its_lines() {
    let body = "<table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td>
        <td><b>New ferries for Kelsmouth</b><p>By Ann Example</p>TEXT</td>
        <td><b>Also today</b><p><a href=/a>Pier sold</a><p><a href=/b>Rain comes</a></td></tr></table>";
    let expected = ["By Ann Example", "…", "- Home News", "- Also today", "- Pier sold", "- Rain comes"];
    let mut all = vec![FACTS];
    all.extend(expected);
    check(TITLE, body, &all);
}

#[test]
fn a_page_before_an_article_is_named() {
    let asks = "<title>Just a moment...</title><h1>ledger.example</h1><p>Verifying that you are human. This may take a few seconds.</p>";
    assert_eq!(read(asks), "no article in this page: the site asks whether its reader is a person");
    let site = asks.replace("Just a moment...", "Attention Required! | Ledger");
    assert_eq!(read(&site), "no article in this page: the site asks whether its reader is a person");
    let told = read(&asks.replace("Just a moment...", "Just a moment in Kelsmouth"));
    assert!(told.contains("few seconds"), "{told}");
    let leads = "<meta http-equiv=refresh content='0; URL=https://ledger.example/a'><title>Moved</title><p>If nothing happens, go on to the new page.</p>";
    assert_eq!(read(leads), "no article in this page: it leads to https://ledger.example/a");
    let again = read(&leads.replace("='0;", "='900;"));
    assert!(again.contains("go on to the new page"), "{again}");
}

#[test]
fn titles_of_other_articles_above_the_text_stay_out() {
    let paddle = |title: &str| format!("<div class=paddle><a href=/b><div><h4>{title}</h4></div></a></div>");
    let body = format!(
        "<article><h1>New ferries for Kelsmouth</h1>{}{}<h2>Three boats replace the old ones</h2><div>TEXT</div></article>",
        paddle("Pier sold to a bank"),
        paddle("Who pays for all the new boats?")
    );
    let expected = [
        FACTS,
        "heading | Three boats replace the old ones",
        "…",
        "- Pier sold to a bank",
        "- Who pays for all the new boats?",
    ];
    check(TITLE, &body, &expected);
}

#[test]
fn a_line_of_topics_in_a_box_stays_out() {
    let topics = "<div>Filed under: <a href=/t/a>boats</a>, <a href=/t/b>quays</a>, <a href=/t/c>island towns and ports</a>, <a href=/t/d>tickets</a></div>";
    let text = "<div>The council meets again on Friday, when it is to vote on the tickets.</div>";
    let all = [
        FACTS,
        "…",
        "The council meets again on Friday, when it is to vote on the tickets.",
        "- Filed under: boats, quays, island towns and ports, tickets",
    ];
    let body =
        format!("<article><h1>New ferries for Kelsmouth</h1><div>TEXT</div><footer>{topics}{text}</footer></article>");
    check(TITLE, &body, &all);
}

#[test]
fn what_follows_an_author_is_no_part_of_a_byline() {
    let byline =
        "<div class=signature><a href=/ann>Ann Exemple</a> <span class=suivre>Suivre cette journaliste</span></div>";
    let body = format!("<article><h1>New ferries for Kelsmouth</h1>{byline}<div>TEXT</div></article>");
    check(TITLE, &body, &[FACTS, "byline | Ann Exemple", "…", "- Suivre cette journaliste"]);
}

#[test]
fn a_link_that_leads_nowhere_is_text() {
    for link in ["<a name=top>", "<a href='javascript:void(0)'>"] {
        let page =
            format!("<title>T</title><body>{link}<p>The boats left.</p><p>Nobody waved.</p>They never do.</a></body>");
        let all =
            "– · T · – · – · – · –\n          | The boats left.\n          | Nobody waved.\n          | They never do.";
        assert_eq!(read(&page), all, "{link}");
    }
}

#[test]
fn a_picture_that_a_page_has_twice_is_told_once() {
    let figure = "<figure><img src=a.jpg><figcaption><p>A ferry.</p><p>Photo: Bo Example</p></figcaption></figure>";
    let expected =
        [FACTS, "…", "caption | A ferry.", "caption | Photo: Bo Example", "…", "- A ferry.", "- Photo: Bo Example"];
    check(TITLE, &between("article", &format!("{figure}{figure}")), &expected);
}

#[test]
fn a_declared_author_is_found_by_name_alone() {
    let declared = "<title>New ferries for Kelsmouth</title><meta name=author content='Ann Example, Bo Other'>";
    let facts = "– · New ferries for Kelsmouth · Ann Example, Bo Other · – · – · –";
    for (inner, byline) in [
        (
            "<div><div class=x>Ann Example</div><time>3 March 2026</time></div>",
            &["byline | Ann Example", "furniture | 3 March 2026"][..],
        ),
        ("<div><span>Bo Other</span></div>", &["byline | Bo Other"]),
        (
            "<div class=meta><a href=/ann>Ann Example</a> <span>Coast Wire</span> <span>3 March 2026</span></div>",
            &["byline | Ann Example Coast Wire 3 March 2026"],
        ),
        ("<div><div class=x>Cy Sample</div></div>", &[]),
        ("<div><p>Ann Example is at the quay</p></div>", &["Ann Example is at the quay"]),
        ("<div><p>Our writer <a href=/ann>Ann Example</a> at the quay</p></div>", &[]),
    ] {
        let body = format!("<article><h1>New ferries for Kelsmouth</h1>{inner}<div>TEXT</div></article>");
        let mut all = vec![facts];
        all.extend(byline);
        all.push("…");
        all.extend(inner.contains("Cy Sample").then_some("- Cy Sample"));
        all.extend(inner.contains("Our writer").then_some("- Our writer Ann Example at the quay"));
        check(declared, &body, &all);
    }
}

#[test]
fn a_form_to_sign_in_stays_out_by_its_name_or_address() {
    for form in ["name=sign-in", "action='https://ledger.example/account/login?next=/a'"] {
        let form =
            format!("<form {form}><p>You have an account with us already, so tell us who you are, please.</p></form>");
        let body = format!("<div><h1>New ferries for Kelsmouth</h1>TEXT{form}TEXT</div>");
        let all = [FACTS, "…", "- You have an account with us already, so tell us who you are, please."];
        check(TITLE, &body, &all);
    }
}
