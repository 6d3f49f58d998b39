//! Pages of different publishing systems, written for this, and what is read of them.
#![cfg(feature = "html")]

mod between;
mod hostile;
mod lines;
mod own;
mod unnamed;
mod whole;

use diptych::draft::{Draft, Kind};
use diptych::formats::html;

/// Writes a page as it is read: what it states, then a line for each block, its kind before it where it is known.
fn read(page: &str) -> String {
    html::read(page.as_bytes()).map_or_else(|refused| refused, |draft| drawn(&draft))
}

fn drawn(draft: &Draft) -> String {
    let Draft { outlet, title, byline, date, language, address, .. } = draft;
    let stated =
        [outlet, title, byline, date, language, address].map(|fact| fact.as_deref().unwrap_or("–")).join(" · ");
    let mut drawn = vec![stated];
    drawn.extend(draft.remarks.iter().map(|remark| format!("! {remark}")));
    drawn.extend(draft.blocks.iter().map(|block| {
        let kind = block.kind.map_or("", Kind::name);
        format!("{kind:>9} | {}", block.text)
    }));
    drawn.extend(draft.left_out.iter().map(|block| format!("        - {}", block.text)));
    drawn.join("\n")
}

/// Three paragraphs that any page's article is told by.
const TEXT: &str = "<p>The council of Kelsmouth voted on Tuesday to order three new ferries, after the old ones had been out of service for most of the spring and summer.</p>
<p>Divers had found cracks in the hulls of all three boats in March, a report of the harbour master says, and repairs would have cost more than half the price of new ones.</p>
<p>Tickets will not rise before spring, the council said, and nobody who works on the boats is to lose their place.</p>";

/// Writes what is read of a page with a body, its three paragraphs as `…`.
#[track_caller]
fn check(title: &str, body: &str, expected: &[&str]) {
    let page = format!("<!doctype html><html><head>{title}</head><body>{}</body></html>", body.replace("TEXT", TEXT));
    let mut drawn = Vec::new();
    for line in read(&page).lines() {
        let line = line.trim_start().trim_start_matches("| ");
        let is_text = ["The council of", "Divers had", "Tickets will"].iter().any(|start| line.starts_with(start));
        match drawn.last().map(String::as_str) {
            Some("…") if is_text => {}
            _ => drawn.push(if is_text { "…".to_owned() } else { line.to_owned() }),
        }
    }
    assert_eq!(drawn, expected, "{body}");
}

const WORDPRESS: &str = include_str!("wordpress.html");
const WIRE: &str = include_str!("wire.html");
const AMP: &str = include_str!("amp.html");
const FIELDS: &str = include_str!("fields.html");
const TABLES: &str = include_str!("tables.html");
const MICRODATA: &str = include_str!("microdata.html");

/// All pages, for what has to hold of each.
const PAGES: [&str; 6] = [WORDPRESS, WIRE, AMP, FIELDS, TABLES, MICRODATA];

#[test]
fn a_blog_has_captions_quotations_and_lists() {
    insta::assert_snapshot!(read(WORDPRESS));
}

#[test]
fn a_wire_states_its_facts_in_a_graph() {
    insta::assert_snapshot!(read(WIRE));
}

#[test]
fn a_page_for_telephones_is_read_as_others() {
    insta::assert_snapshot!(read(AMP));
}

#[test]
fn fields_in_fields_are_paragraphs() {
    insta::assert_snapshot!(read(FIELDS));
}

#[test]
fn an_old_page_is_set_in_tables() {
    insta::assert_snapshot!(read(TABLES));
}

#[test]
fn a_page_in_another_language_has_microdata() {
    insta::assert_snapshot!(read(MICRODATA));
}

#[test]
fn a_page_saved_in_one_file_reads_as_the_page() {
    let inlined = format!("data:image/png;base64,{}", "iVBORw0KGgo".repeat(20_000));
    let comment =
        "<!--\n Page saved with SingleFile \n url: https://coastwire.example/x \n saved date: Tue Aug 01 2023\n-->";
    let style = format!("<style>.a{{background:url({inlined})}} /* <p> */</style><script>'</p>'</script>");
    let saved = WORDPRESS
        .replacen("<html", &format!("{comment}<html"), 1)
        .replace("</head>", &format!("{style}</head>"))
        .replace("src=\"boat.jpg\"", &format!("src=\"{inlined}\""));
    assert!(saved.len() > 400_000);
    assert_eq!(read(&saved), read(WORDPRESS));
}

#[test]
fn an_archived_page_is_the_original() {
    let toolbar = "<div id=\"wm-ipp-base\"><p>The archive took this page on one day, and many other pages on many others.</p></div>";
    let archived = WIRE
        .replace("https://", "https://web.archive.org/web/20230801101010/https://")
        .replace("</header>", &format!("</header>{toolbar}"));
    assert_eq!(read(&archived), read(WIRE));
}

#[test]
fn an_archive_of_mail_holds_the_page() {
    let encoded: String =
        AMP.bytes().map(|b| if b == b'=' || b >= 0x80 { format!("={b:02X}") } else { char::from(b).into() }).collect();
    let archive = format!(
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"---b\"\r\n\r\n\
         -----b\r\nContent-Type: text/css\r\n\r\np {{}}\r\n\
         -----b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{encoded}\r\n-----b--\r\n"
    );
    let draft = html::mhtml::read(archive.as_bytes()).expect("it holds a page");
    assert_eq!(drawn(&draft), read(AMP));
    let latin = "Content-Type: text/html; charset=iso-8859-1\r\nContent-Location: https://a.example/b\r\nContent-Transfer-Encoding: \
                 base64\r\n\r\nPHA+RGllIEb0aHJlIGlzdCBhbHQgdW5kIHd1cmRlIGxhbmdlIG5pY2h0IGdlYmF1dC48L3A+\r\n";
    let draft = html::mhtml::read(latin.as_bytes()).expect("it is a page");
    assert_eq!(draft.address.as_deref(), Some("https://a.example/b"));
    assert_eq!(draft.blocks[0].text, "Die Fôhre ist alt und wurde lange nicht gebaut.");
    let refused = html::mhtml::read(b"no archive at all").expect_err("it is none");
    assert_eq!(refused, "no page in it: not saved as a web archive (MHTML)");
}

#[test]
fn a_page_without_an_article_is_refused() {
    for page in ["", "<html><body></body></html>", "<nav><a href=/a>Home</a></nav>", "<script>1</script>"] {
        assert_eq!(
            html::read(page.as_bytes()).map(|draft| draft.blocks.len()),
            Err("no article in this page".to_owned()),
            "{page:?}"
        );
    }
}

#[test]
fn a_page_states_that_it_is_not_free_to_read() {
    let page = |free: &str, text: &str| {
        format!(
            "<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": {free}}}</script>\
             <article><p>The council has ordered three boats, it said on Tuesday.</p>{text}</article>"
        )
    };
    let is_paid = |page: &str| html::read(page.as_bytes()).expect("it has an article").is_paid;
    for free in ["false", "\"False\"", "\"http://schema.org/False\""] {
        assert!(is_paid(&page(free, "")), "{free}");
    }
    assert!(!is_paid(&page("true", "")));
    let wall = "<article><p>The council has ordered three boats, it said.</p></article><div class='Paywall-box'>Subscribe</div>";
    assert!(is_paid(wall));
}

#[test]
fn inline_markup_joins_as_it_is_shown() {
    for (html, expected) in [
        ("The <b>boat</b>s, <i>all</i> <a href=x>three</a>.", "The boats, all three."),
        ("Three boats\n   were  <span> old </span>&amp; slow&nbsp;ones.", "Three boats were old & slow\u{A0}ones."),
        (
            "It was said<sup>3</sup> on 4 m<sup>2</sup>, the 21<sup>st</sup><sup>[4]</sup>.",
            "It was said³ on 4 m², the 21st[4].",
        ),
        ("A fer&shy;ry<wbr>man&#8217;s H<sub>2</sub>O.", "A ferryman’s H2O."),
        ("She said <q>never</q>.<!-- no -->", "She said “never”."),
        ("One<br>two<span hidden>no</span><script>no</script><template>no</template>.", "One two."),
    ] {
        let page = format!("<title>T</title><article><p>{html}</p></article>");
        let draft = html::read(page.as_bytes()).expect("it has text");
        assert_eq!(draft.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), [expected]);
    }
}
