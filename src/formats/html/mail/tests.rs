//! Mails made here, and what is read of them.

use super::*;

const HEAD: &str =
    "From: Bo Example <bo@wire.example>\r\nSubject: Fwd: Boats\r\nDate: Thu, 18 Jun 2026 09:00:00 +0000\r\n";

const INNER: &str = "From: Ann Example <ann@wire.example>\r\nSubject: New boats\r\nDate: Tue, 16 Jun 2026 14:30:00 +0200\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\r\nThe boats left on Tuesday.\r\n\r\nNobody waved.\r\n";

/// A mail of several parts, each with its fields.
fn mixed(parts: &[&str]) -> String {
    let parts: String = parts.iter().map(|part| format!("--b\r\n{part}\r\n")).collect();
    format!("{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n{parts}--b--\r\n")
}

fn plain(text: &str) -> String {
    format!("Content-Type: text/plain; charset=utf-8\r\n\r\n{text}")
}

fn draft(mail: &str) -> Draft {
    read(mail.as_bytes()).expect("it is a mail")
}

fn texts(draft: &Draft) -> Vec<&str> {
    draft.blocks.iter().map(|block| block.text.as_str()).collect()
}

fn left_out(draft: &Draft) -> Vec<&str> {
    draft.left_out.iter().map(|block| block.text.as_str()).collect()
}

fn stated(draft: &Draft) -> [Option<&str>; 3] {
    [&draft.title, &draft.byline, &draft.date].map(Option::as_deref)
}

#[test]
fn of_a_mail_that_was_attached_to_another_the_inner_one_is_read() {
    let message =
        format!("Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"b.eml\"\r\n\r\n{INNER}");
    let expected = [Some("New boats"), Some("Ann Example"), Some("Tue, 16 Jun 2026 14:30:00 +0200")];
    for (note, cover) in [("See below.\r\n\r\nBo", vec!["See below.", "Bo"]), ("\r\n", Vec::new())] {
        let draft = draft(&mixed(&[&plain(note), &message]));
        assert_eq!(texts(&draft), ["The boats left on Tuesday.", "Nobody waved."]);
        assert_eq!((stated(&draft), left_out(&draft)), (expected, cover));
        assert_eq!((draft.is_mail, draft.remarks.len()), (true, 0));
    }
    // In a mail that was sent on again, and with another beside it.
    let twice = format!(
        "Content-Type: message/rfc822\r\n\r\n{}",
        mixed(&[&plain("First."), &message]).replace("--b", "--c").replace("\"b\"", "\"c\"")
    );
    let draft = draft(&mixed(&[&plain("Second."), &twice, &message]));
    assert_eq!((stated(&draft), left_out(&draft)), (expected, vec!["Second.", "First."]));
    assert_eq!(draft.remarks, ["1 attachment is not read: b.eml"]);
}

#[test]
fn a_long_text_above_a_mail_is_the_report() {
    let message = format!("Content-Type: message/rfc822\r\n\r\n{INNER}");
    let text = "The council met on Tuesday and said nothing.\r\n\r\n".repeat(COVER + 1);
    let draft = draft(&mixed(&[&plain(&text), &message]));
    assert_eq!((draft.title.as_deref(), draft.blocks.len()), (Some("Fwd: Boats"), COVER + 1));
    assert_eq!(draft.remarks, ["1 attachment is not read: a mail"]);
}

#[test]
fn mails_that_stand_too_deep_are_named() {
    let mail = (0..100).fold(INNER.to_owned(), |mail, _| format!("{HEAD}Content-Type: message/rfc822\r\n\r\n{mail}"));
    assert_eq!(read(mail.as_bytes()), Err("no text in this mail; 1 attachment is not read: a mail".to_owned()));
}

#[test]
fn what_is_attached_is_named() {
    let file = |name: &str| {
        format!("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n%PDF")
    };
    let attached =
        "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"article.txt\"\r\n\r\nThe council met.";
    let picture = "Content-Type: image/png; name=\"logo.png\"\r\nContent-ID: <1>\r\n\r\nPNG";
    let seal = "Content-Type: application/pgp-signature; name=\"signature.asc\"\r\n\r\nx";
    let mail =
        mixed(&[&plain("It is attached."), attached, &file("=?utf-8?q?Bericht_f=C3=BCr_Bo.pdf?="), picture, seal]);
    assert_eq!(texts(&draft(&mail)), ["It is attached."]);
    assert_eq!(draft(&mail).remarks, ["2 attachments are not read: article.txt, Bericht für Bo.pdf"]);
    // Where nothing else is said, it is the text.
    let draft_of_attached = draft(&mixed(&[&plain(" "), attached, &file("a.pdf")]));
    assert_eq!(texts(&draft_of_attached), ["The council met."]);
    assert_eq!(draft_of_attached.remarks, ["1 attachment is not read: a.pdf"]);
    let none = read(mixed(&[&plain(" "), &file("a.pdf")]).as_bytes());
    assert_eq!(none, Err("no text in this mail; 1 attachment is not read: a.pdf".to_owned()));
    let many: Vec<String> = (0..9).map(|k| file(&format!("{k}{}.pdf", "long ".repeat(99)))).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let draft = draft(&mixed(&[&[plain("Text.").as_str()], &many[..]].concat()));
    assert!(draft.remarks[0].starts_with("9 attachments are not read: 0long long long long…"), "{:?}", draft.remarks);
    assert!(draft.remarks[0].chars().count() < 300 && draft.remarks[0].ends_with(", …"), "{:?}", draft.remarks);
}

#[test]
fn parts_of_text_are_one_and_a_page_beside_text_says_the_same() {
    let both = "Content-Type: multipart/alternative; boundary=\"a\"\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nThe boats left.\r\n\
                --a\r\nContent-Type: text/html\r\n\r\n<p>The boats left.</p>\r\n--a--\r\n";
    let draft = draft(&mixed(&[both, &plain("Sent from the quay.")]));
    assert_eq!((texts(&draft), draft.remarks.len()), (vec!["The boats left.", "Sent from the quay."], 0));
}

#[test]
fn of_a_page_the_head_of_the_mail_says_what_the_page_does_not() {
    let page = |html: &str| format!("{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{html}");
    let text = "<p>The boats left on Tuesday, as they do.</p><p>Nobody waved at the quay, said the mayor.</p>";
    let date = Some("Thu, 18 Jun 2026 09:00:00 +0000");
    assert_eq!(stated(&draft(&page(text))), [Some("Fwd: Boats"), Some("Bo Example"), date]);
    let own = draft(&page(&format!("<html><body><h1>Boats leave the harbour</h1>{text}</body></html>")));
    assert_eq!(stated(&own), [Some("Boats leave the harbour"), Some("Bo Example"), date]);
    assert!(own.is_mail);
    // What its window would be called is the name of the letter, and not of the article in it.
    let letter = |inner: &str| {
        let html = format!(
            "<html><head><title>Wire Morning</title></head><body><table><tr><td><a href=x>View in browser</a></td></tr>\
             <tr><td>{inner}</td></tr><tr><td>{text}{text}</td></tr></table></body></html>"
        );
        draft(&page(&html).replace("Subject: Fwd: Boats", "Subject: Wire Morning: Boats leave the harbour"))
    };
    for (inner, title, blocks) in [
        ("<h1>Boats leave the harbour</h1><p>By Ann Example | 16 June 2026</p>", "Boats leave the harbour", 5),
        ("<div>Boats leave the harbour</div><p>By Ann Example | 16 June 2026</p>", "Boats leave the harbour", 5),
        ("<p>A letter for those who read.</p>", "Wire Morning: Boats leave the harbour", 4),
    ] {
        let letter = letter(inner);
        assert_eq!(stated(&letter), [Some(title), Some("Bo Example"), date]);
        assert_eq!(letter.blocks.len(), blocks, "{:?}", texts(&letter));
    }
    // With its pictures, it is a mail and no page that a browser saved.
    let related = format!(
        "{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{text}\r\n\
         --b\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n\r\nPNG\r\n--b--\r\n"
    );
    assert_eq!(stated(&draft(&related)), [Some("Fwd: Boats"), Some("Bo Example"), date]);
}

#[test]
fn text_is_decoded_flows_and_ends_with_a_signature() {
    let mail = format!(
        "{HEAD}Content-Type: text/plain; format=flowed\r\n\r\nThe f\u{e4}hre left \r\non Tuesday.\r\n\r\nNobody waved.\r\n\r\n-- \r\nBo\r\n"
    );
    let draft = draft(&mail);
    assert_eq!(texts(&draft), ["The f\u{e4}hre left on Tuesday.", "Nobody waved.", "--", "Bo"]);
    let kinds: Vec<_> = draft.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [None, Some(Kind::Paragraph), Some(Kind::Furniture), Some(Kind::Furniture)]);
}

#[test]
fn what_programs_set_above_a_mail_and_below_it_is_no_text() {
    let mail = format!("From ann@wire.example Tue Jun 16 14:30:00 2026\n{INNER}");
    assert_eq!(stated(&draft(&mail))[0], Some("New boats"));
    let mail = format!("{}      \n{INNER}<?xml version=\"1.0\"?><plist/>", INNER.len());
    assert_eq!(texts(&draft(&mail)), ["The boats left on Tuesday.", "Nobody waved."]);
}

#[test]
fn what_is_no_mail_or_has_no_end_is_said() {
    assert_eq!(read(b"Three boats."), Err(NO_MAIL.to_owned()));
    let encoded = format!("Subject: {}\n\nThe boats left.", "=?utf-8?B?QQ==?= ".repeat(10_000));
    assert_eq!(read(encoded.as_bytes()), Err("more encoded words than any mail has".to_owned()));
    let cut = mixed(&[&plain("The boats left.")]).replace("--b--", "");
    assert_eq!(draft(&cut).remarks, ["looks cut short: the mail has no end"]);
}

#[test]
fn of_a_page_and_a_text_that_say_not_the_same_the_longer_one_is_read() {
    let page = "Content-Type: text/html\r\n\r\n<html><body><p>The council ordered three boats for the island on Tuesday.</p>\
                <p>Nobody had asked the pilots.</p></body></html>";
    let draft = draft(&mixed(&[page, &plain("To leave the list write to us.")]));
    assert_eq!(texts(&draft)[..1], ["The council ordered three boats for the island on Tuesday."]);
    assert_eq!(left_out(&draft), ["To leave the list write to us."]);
}

#[test]
fn what_has_no_name_and_is_no_text_is_named_as_a_file() {
    let sheet = "Content-Type: application/x-sheet\r\n\r\nboats;3";
    let empty = "Content-Type: application/x-sheet\r\n\r\n";
    let picture = "Content-Type: image/png\r\nContent-ID: <a>\r\n\r\nPNG";
    let draft = draft(&mixed(&[&plain("The boats left on Tuesday."), sheet, empty, picture]));
    assert_eq!(draft.remarks, ["1 attachment is not read: a file"]);
}

#[test]
fn who_says_more_than_the_mail_that_is_attached_has_written_the_report() {
    let message = format!("Content-Type: message/rfc822\r\n\r\n{INNER}");
    let own =
        "The council ordered three boats for the island on Tuesday, and nobody had asked the pilots of the old ones.";
    let draft = draft(&mixed(&[&plain(own), &message]));
    assert_eq!(texts(&draft), [own]);
    assert_eq!(draft.remarks, ["1 attachment is not read: a mail"]);
}

/// Mails that were sent on, as programs set their heads in a page.
const SENT_ON: [&str; 3] = [
    "<div dir=ltr>Worth reading.</div><br><div class=gmail_quote><div dir=ltr class=gmail_attr>---------- Forwarded message ---------<br>From: \
     <strong class=gmail_sendername>Ann Example</strong> <span>&lt;<a href='mailto:ann@wire.example'>ann@wire.example</a>&gt;</span><br>Date: \
     Tue, 16 Jun 2026 at 14:30<br>Subject: New boats<br>To: Bo &lt;bo@wire.example&gt;<br></div><br>TEXT</div>",
    "<div><p>Worth reading.</p><div style='border:none;border-top:solid'><p><b>From:</b> Ann Example &lt;ann@wire.example&gt;<br><b>Date:</b> \
     Tue, 16 Jun 2026 at 14:30<br><b>To:</b> Bo<br><b>Subject:</b> New boats</p></div>TEXT</div>",
    "<div>Worth reading.</div><div><blockquote type=cite><div>Begin forwarded message:</div><div><span><b>From: </b></span><span>Ann Example \
     &lt;ann@wire.example&gt;<br></span></div><div><b>Subject: </b>New boats</div><div><b>Date: </b>Tue, 16 Jun 2026 at 14:30</div>\
     <div><b>To: </b>Bo</div><br>TEXT</blockquote></div>",
];

#[test]
fn of_a_page_that_was_sent_on_the_head_inside_counts() {
    let text = "<div>The council ordered three boats on Tuesday, as it had said it would do in the spring of that year.</div><div>Nobody waved \
                at the quay, said the mayor.</div>";
    let expected = [Some("New boats"), Some("Ann Example"), Some("Tue, 16 Jun 2026 at 14:30")];
    for page in SENT_ON {
        let page = page.replace("TEXT", text);
        let draft =
            draft(&format!("{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>{page}</body></html>"));
        assert_eq!(stated(&draft), expected, "{draft:#?}");
        assert_eq!(texts(&draft)[1..], ["Nobody waved at the quay, said the mayor."], "{draft:#?}");
        assert!(left_out(&draft).contains(&"Worth reading."), "{draft:#?}");
    }
}
