//! Pages whose elements say nothing of what they are: no semantic tags, classes of machines, pages to be printed.

use diptych::article::Article;
use diptych::formats::html;

use super::{TEXT, check, drawn};

/// Reads a page to an article, and writes what it states and each block with its kind.
fn article(page: &str) -> String {
    let draft = html::read(page.replace("TEXT", TEXT).as_bytes()).expect("it has text");
    let article = Article::from_draft("a.html", draft);
    let stated = [&article.outlet, &article.headline, &article.byline, &article.date];
    let stated = stated.map(|fact| fact.as_deref().unwrap_or("–")).join(" · ");
    let is_text =
        |text: &str| ["The council of", "Divers had", "Tickets will"].iter().any(|start| text.starts_with(start));
    let blocks = article.blocks.iter().map(|block| {
        let text = if is_text(&block.text) { "…" } else { &block.text };
        format!("{} | {text}", block.kind.name())
    });
    std::iter::once(stated).chain(blocks).collect::<Vec<_>>().join("\n")
}

const DIVS: &str = r#"<html><head><title>Kelm Courier - Three boats for Kelsmouth harbour</title></head><body>
<div id="top"><a href=1>Front page</a> | <a href=2>Harbour</a> | <a href=3>Weather</a></div>
<div class="hl"><span>Three boats for Kelsmouth harbour</span></div>
<div class="info"><span class="author">ANN EXAMPLE</span> <span class="org">Kelm Courier</span> <span class="dt">Aug 1, 2023 08:15</span></div>
<div class="txt">The council of Kelsmouth voted on Tuesday to order three new ferries, after the old ones had been out of service for most of the spring.<br><br>
<div class="photo"><img src=x.jpg><br>The old boats at their berth. (Kelm Courier/Bo Sample)</div>
Divers had found cracks in the hulls of all three boats in March, a report of the harbour master says, and repairs would have cost more.<br><br>
Tickets will not rise before spring, the council said, and nobody who works on the boats is to lose their place.</div>
<div class="ft">Copyright Kelm Courier 2023. Contact us. Terms.</div></body></html>"#;

#[test]
fn a_page_of_plain_boxes_has_a_head() {
    insta::assert_snapshot!(article(DIVS), @"
    Kelm Courier · Three boats for Kelsmouth harbour · ANN EXAMPLE · 2023-08-01
    headline | Three boats for Kelsmouth harbour
    byline | ANN EXAMPLE Kelm Courier Aug 1, 2023 08:15
    paragraph | …
    caption | The old boats at their berth. (Kelm Courier/Bo Sample)
    paragraph | …
    paragraph | …
    furniture | Copyright Kelm Courier 2023. Contact us. Terms.
    ");
}

#[test]
fn a_page_to_be_printed_is_the_article() {
    let page = "<html><head><title>Print: Three boats for Kelsmouth harbour</title></head><body>
        <p><a href=javascript:history.back()>Back to article</a> | <a href=javascript:print()>Print this page</a></p>
        <h3>Kelm Courier</h3><h2>Three boats for <i>Kelsmouth</i> harbour</h2><p><b>By Kelm Courier staff</b><br>Published 1 August 2023, 05:50</p>TEXT
        <hr><p>Printed from https://courier.example/boats?print=1 on 3 August 2023</p><p>&copy; Kelm Courier 2023</p></body></html>";
    insta::assert_snapshot!(article(page), @"
    Kelm Courier · Three boats for Kelsmouth harbour · By Kelm Courier staff · 2023-08-01
    headline | Three boats for Kelsmouth harbour
    byline | By Kelm Courier staff
    furniture | Published 1 August 2023, 05:50
    paragraph | …
    paragraph | …
    paragraph | …
    furniture | Printed from https://courier.example/boats?print=1 on 3 August 2023
    furniture | © Kelm Courier 2023
    ");
}

#[test]
fn an_outlet_is_named_by_the_line_of_its_rights_alone() {
    let page = |title: &str, foot: &str| {
        let page =
            format!("<title>{title}</title><div>Three boats for Kelsmouth</div><div>TEXT</div><div>{foot}</div>");
        html::read(page.replace("TEXT", TEXT).as_bytes()).map(|draft| (draft.outlet, draft.title)).expect("it has text")
    };
    let (some, title) = (|name: &str| Some(name.to_owned()), || Some("Three boats for Kelsmouth".to_owned()));
    for (window, foot, outlet) in [
        ("Three boats for Kelsmouth | Kelm Courier", "© 2023 Kelm Courier", some("Kelm Courier")),
        (
            "Three boats for Kelsmouth | Kelm Courier",
            "(c) Kelm Courier, 2019-2023. All rights reserved",
            some("Kelm Courier"),
        ),
        ("Three boats for Kelsmouth | Harbour | Kelm Courier", "© Kelm Courier", some("Kelm Courier")),
        ("Kelm Courier – Three boats for Kelsmouth", "Copyright © 2023 by Kelm Courier", some("Kelm Courier")),
        ("Three boats for Kelsmouth | Kelm Courier", "© 2023 Kelm Couriers Ltd", None),
        ("Three boats for Kelsmouth | Harbour", "© 2023 Kelm Courier", None),
        ("Three boats for Kelsmouth | Kelm Courier", "Read the Kelm Courier", None),
    ] {
        assert_eq!(page(window, foot), (outlet, title()), "{window}, {foot}");
    }
}

#[test]
fn a_line_says_the_title_above_the_text_alone() {
    // A title of two words may be anything, and a link leads elsewhere.
    for line in ["<div><a href=/b>Three boats for Kelsmouth</a></div>", "<div>Kelm Courier</div>"] {
        let page = format!("<title>Three boats for Kelsmouth | Kelm Courier</title>{line}<div>TEXT</div>");
        let draft = html::read(page.replace("TEXT", TEXT).as_bytes()).expect("it has text");
        assert_eq!(
            draft.title.as_deref(),
            Some("Three boats for Kelsmouth | Kelm Courier"),
            "{line}: {}",
            drawn(&draft)
        );
    }
    check(
        "<title>Three boats for Kelsmouth | Kelm Courier</title>",
        "<div><div>TEXT</div><div><p>Three boats for Kelsmouth</p><p>A box at the end says the title again.</p></div></div>",
        &[
            "– · Three boats for Kelsmouth | Kelm Courier · – · – · – · –",
            "…",
            "- Three boats for Kelsmouth",
            "- A box at the end says the title again.",
        ],
    );
}

#[test]
fn a_standfirst_that_is_kept_is_a_paragraph() {
    let page = "<title>Three boats for Kelsmouth</title><article><p class=kicker>News</p><h1>Three boats for Kelsmouth</h1><p class=standfirst>Mayor praised for her patience as the old ones rot at the quay</p>\
                <p>By Ann Example and Bo Sample 1 August 2023, 6.58am 4 min read</p>TEXT</article>";
    insta::assert_snapshot!(article(page), @"
    – · Three boats for Kelsmouth · By Ann Example and Bo Sample · 2023-08-01
    headline | Three boats for Kelsmouth
    furniture | News
    paragraph | Mayor praised for her patience as the old ones rot at the quay
    byline | By Ann Example and Bo Sample 1 August 2023, 6.58am 4 min read
    paragraph | …
    paragraph | …
    paragraph | …
    ");
}

#[test]
fn a_page_with_classes_of_machines_is_the_article() {
    let page = r#"<!doctype html><html lang="en"><head><title>Night of the ferries</title>
<meta property="og:title" content="Night of the ferries: inside the harbour of Kelsmouth"></head><body><div id="root"><div class="css-1a"><div class="css-9x"><a href="/">The Daily Kelm</a></div>
<div class="css-77"><h1 class="css-h">Night of the ferries: inside the harbour of Kelsmouth</h1>
<div class="css-by"><img alt="Ann Example"><span>Ann Example</span><span>Coast correspondent</span><span>@annexample</span></div>
<div class="css-t">Published 1 Aug 2023 at 05:00 GMT</div><div class="css-sh"><button>Save</button><button>Share</button><span>187</span></div>
<div class="css-p"><div>The council of Kelsmouth voted on Tuesday to order three new ferries, after the old ones had been out of service for most of the spring.</div></div>
<div class="css-p"><div>Divers had found cracks in the hulls of all three boats in March, a report of the harbour master says, and repairs would have cost more.</div></div>
<div class="css-p"><div>Tickets will not rise before spring, the council said, and nobody who works on the boats is to lose their place.</div></div>
<div class="css-bio"><p>Ann Example has covered the coast for The Daily Kelm since 2014. She lives on a boat.</p></div>
<div class="css-mr"><h3>Most read</h3><ol><li>Pier sold to a bank</li><li>Rain comes</li><li>Ten best oars</li></ol></div>
<div class="css-tb">Topics: Kelsmouth, Ferries</div></div></div></div></body></html>"#;
    insta::assert_snapshot!(article(page), @"
    – · Night of the ferries: inside the harbour of Kelsmouth · Ann Example Coast correspondent · 2023-08-01
    headline | Night of the ferries: inside the harbour of Kelsmouth
    byline | Ann Example Coast correspondent @annexample
    furniture | Published 1 Aug 2023 at 05:00 GMT
    paragraph | …
    paragraph | …
    paragraph | …
    furniture | Ann Example has covered the coast for The Daily Kelm since 2014. She lives on a boat.
    furniture | Most read
    furniture | Pier sold to a bank
    furniture | Rain comes
    furniture | Ten best oars
    furniture | Topics: Kelsmouth, Ferries
    ");
}

#[test]
fn a_page_of_spans_has_lines() {
    insta::assert_snapshot!(article(include_str!("spans.html")), @"
    Orle Post Online · Orle Harbour to lose its last ferry · Text: Mira Tallow Photos: Jon Reeve · 2025-05-14
    headline | Orle Harbour to lose its last ferry
    heading | Council says repairs would cost more than the boat
    byline | Text: Mira Tallow Photos: Jon Reeve
    furniture | 14.05.2025 17:40
    paragraph | The town of Orle will lose its last ferry at the end of the month, after an inspector found that the hull of the Sea Thrift could not be repaired.
    paragraph | The boat has carried passengers between the harbour and Skerry Island since 1968, and about 300 people use it on a summer day.
    paragraph | “We have looked at every way to keep her,” said Dora Finch, who leads the harbour board. “There is none that we can pay for.”
    heading | What will replace it
    paragraph | A bus will run to the bridge at Lennet from June, the board said, and a boat may be hired for weekends.
    furniture | Comments
    paragraph | Nils: A shame.
    paragraph | Petra: About time, it smelled of oil for years and years.
    ");
}

#[test]
fn columns_of_a_table_are_a_page_with_a_picture_beside() {
    insta::assert_snapshot!(article(include_str!("columns.html")), @r#"
    The Lennet Chronicle · Bridge reopens after storm · by Karl Ostrow, staff reporter · 2003-03-03
    headline | Bridge reopens after storm
    byline | by Karl Ostrow, staff reporter
    furniture | March 3, 2003
    caption | The bridge on Monday. Photo by Ida Brandt
    paragraph | The bridge of Lennet was opened to cars again on Monday, three days after a storm had torn two planks from its deck and left the island without a road.
    paragraph | Workers of the county laid the new planks on Sunday night, when the wind had gone down, an engineer said.
    paragraph | "It is as safe as it has ever been," said Otto Kramm, who looked after the work. "I would drive my children over it."
    paragraph | The county says that the whole deck is to be replaced next year for 2.4 million.
    furniture | Printer-friendly version | E-mail this to a friend
    "#);
}

#[test]
fn components_of_pages_for_telephones_are_told() {
    insta::assert_snapshot!(article(include_str!("components.html")), @"
    Skerry Times · Skerry lighthouse sold for one crown · Lena Hurst · 2025-09-01
    headline | Skerry lighthouse sold for one crown
    byline | Lena Hurst 1 September 2025
    caption | The lighthouse on Friday. Lars Mole
    paragraph | The lighthouse of Skerry has been sold for one crown to a retired teacher, who has to keep its lamp lit until at least 2060.
    paragraph | The state had wanted to pull the tower down, since a new beacon on the mole has done its work since 2019, but the island asked for it to stay.
    paragraph | “I have read by that light all my life,” said the buyer, Henrik Aas, 71. “It would be rude to let it go out.”
    heading | How old is the tower?
    paragraph | It was built in 1871 of stone from the island, and raised by four metres in 1904.
    paragraph | Nobody else had made an offer in the four years that it was for sale, the harbour office said.
    ");
}

#[test]
fn a_page_in_japanese_has_a_head_without_spaces() {
    insta::assert_snapshot!(article(include_str!("japanese.html")), @"
    青浜日報 · 青浜港のフェリー、月末で運航終了 船体に亀裂 · 社会部 田島みどり · 2025-05-14
    headline | 青浜港のフェリー、月末で運航終了 船体に亀裂
    byline | 2025年5月14日 17時40分 社会部 田島みどり
    caption | 青浜港に停泊するフェリー「うみかぜ」＝14日午前、青浜市
    paragraph | 青浜市は１４日、青浜港と鷺島を結ぶフェリー「うみかぜ」の運航を今月末で終えると発表した。検査で船体に修理できない亀裂が見つかったためという。
    paragraph | うみかぜは１９６８年に就航し、夏には１日およそ３００人が利用してきた。市によると、新しい船の建造には約２０億円がかかる。
    paragraph | 島で旅館を営む岸本春江さん（６２）は「船がなくなれば客は来なくなる」と話した。
    paragraph | 市は６月から橋までのバスを走らせる。
    ");
}

#[test]
fn a_page_from_right_to_left_has_a_head() {
    insta::assert_snapshot!(article(include_str!("arabic.html")), @"
    صحيفة الميناء · إغلاق جسر لنيت بعد العاصفة · كتب: سامي الحداد · 2025-03-04
    headline | إغلاق جسر لنيت بعد العاصفة
    byline | كتب: سامي الحداد الثلاثاء 4 آذار 2025 - 10:30
    caption | الجسر صباح الاثنين (تصوير: ليلى منصور)
    paragraph | أغلقت السلطات جسر لنيت أمام السيارات يوم الاثنين بعد أن اقتلعت العاصفة لوحين من سطحه وتركت الجزيرة بلا طريق.
    paragraph | وقال المهندس المشرف إن العمال سيبدأون الإصلاح فور هدوء الرياح، وإن الأعمال قد تستغرق ثلاثة أيام على الأقل.
    paragraph | وأضاف: «الجسر آمن في أساسه، لكننا لن نجازف بحياة أحد، وسنعيد فتحه عندما يكتمل العمل».
    paragraph | وتعتزم البلدية استبدال السطح كله في العام المقبل بكلفة مليونين ونصف المليون.
    ");
}

#[test]
fn an_old_theme_of_a_blog_names_its_site_and_its_author() {
    insta::assert_snapshot!(article(include_str!("theme.html")), @"
    The Skerry Times · Orle choir wins the Lennet prize · Lena Hurst · 2025-09-02
    headline | Orle choir wins the Lennet prize
    byline | Posted on September 2nd, 2025 by Lena Hurst in Culture | 4 Comments
    caption | The choir on the steps of the hall.
    paragraph | The choir of Orle has won the Lennet prize for the first time in 30 years, with a song that its leader wrote on the ferry.
    paragraph | Forty voices from six islands had come to the hall on Sunday, and the jury took an hour to decide.
    heading | “A very wet journey”
    paragraph | “We sang all the way across,” said Ebba Lind, who leads the choir. “It was a very wet journey.”
    paragraph | The prize is a silver cup and 500 crowns.
    furniture | Tags: choir, Orle
    ");
}
