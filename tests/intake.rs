//! What people have, opened by running the binary: encodings, damaged text, folders of stories, files that are no text.

mod desk;

use std::fs;

use desk::{BOATS, Desk, Run, trouble};
use serde_json::Value;

const STRIKE: &str = "Strike at the quay\n\nThe pilots said on Monday that nobody would sail.\n";

/// The texts of all blocks of an article.
fn text(json: &Value, article: usize) -> String {
    let blocks = json["articles"][article]["blocks"].as_array().expect("there are blocks");
    blocks.iter().filter_map(|block| block["text"].as_str()).collect::<Vec<_>>().join("\n")
}

fn sources(json: &Value) -> Vec<&str> {
    let articles = json["articles"].as_array().expect("there are articles");
    articles.iter().filter_map(|article| article["source"].as_str()).collect()
}

#[track_caller]
fn says(run: &Run, status: i32, lines: &[&str]) {
    let said: String = lines.iter().map(|line| format!("diptych: {line}\n")).collect();
    assert_eq!((run.status, run.err.as_str()), (status, said.as_str()));
}

/// Articles in two folders, and none beside them.
fn shelf() -> Desk {
    let put = |desk: Desk, name: &str, text: &str| desk.put(&format!("shelf/{name}"), text);
    let desk = put(Desk::new(), "10 tender/a.txt", BOATS);
    let desk = put(desk, "10 tender/b.txt", &BOATS.replace("three", "four"));
    let desk = put(desk, "2 strike/a.txt", STRIKE);
    let desk = put(desk, "2 strike/b.txt", &STRIKE.replace("Monday", "Sunday"));
    put(desk, "one/a.txt", BOATS)
}

// Encodings

#[test]
fn utf16_and_windows_1252_are_read() {
    let utf16: Vec<u8> = format!("\u{FEFF}{BOATS}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let desk =
        Desk::new().put("utf16.txt", utf16).put("cp1252.txt", b"\x93We waited,\x94 she said \x96 it isn\x92t over.\n");
    says(&desk.run("utf16.txt a.txt"), 0, &["utf16.txt: read as UTF-16LE"]);
    says(&desk.run("cp1252.txt a.txt"), 1, &["cp1252.txt: read as windows-1252"]);
    assert_eq!(text(&desk.json("cp1252.txt a.txt"), 0), "“We waited,” she said – it isn’t over.");
}

#[test]
fn quotations_decoded_with_the_wrong_table_lose_no_word() {
    let right = "The council met. “We waited too long,” said Ruth Alder, and nobody spoke.\n";
    for wrong in [
        right.bytes().map(char::from).collect::<String>(),
        right.replace('“', "â€œ").replace('”', "â€\u{9D}"),
        right.replace('“', "\u{93}").replace('”', "\u{94}"),
    ] {
        let desk = Desk::new().put("right.txt", right).put("wrong.txt", wrong);
        let line = "wrong.txt: 2 places that were decoded with the wrong table are mended";
        says(&desk.run("wrong.txt right.txt"), 0, &[line]);
    }
}

#[test]
fn what_opens_a_string_of_a_terminal_swallows_no_word() {
    for control in ['\u{90}', '\u{98}', '\u{9B}', '\u{9D}', '\u{9E}', '\u{9F}'] {
        let desk = Desk::new().put("d.txt", format!("The boats {control}0;left on Tuesday\u{9C} at noon.\n"));
        let run = desk.run("--format json d.txt a.txt");
        let json: Value = serde_json::from_str(&run.out).expect("it is JSON");
        assert_eq!(text(&json, 0), "The boats \u{FFFD}0;left on Tuesday\u{FFFD} at noon.");
        assert!(run.err.contains("2 control characters shown as"), "{}", run.err);
    }
}

// Files that are no text

#[test]
fn files_are_named_for_what_they_are() {
    let pdf = "a PDF; try: pdftotext -layout FILE - | diptych - OTHER";
    let desk = Desk::new().put("x.pdf", "%PDF-1.7\n").put("y.txt", "%PDF-1.4\n").put("z.rtf", "{\\rtf1 The boats}");
    trouble(&desk.run("a.txt x.pdf"), &format!("x.pdf: {pdf}"));
    trouble(&desk.run("a.txt y.txt"), &format!("y.txt: {pdf}"));
    let rtf = "z.rtf: an RTF file; try: pandoc -f rtf -t plain --wrap=none FILE | diptych - OTHER";
    trouble(&desk.run("z.rtf a.txt"), rtf);
}

// Names that lie

const PAGE: &str = "<!doctype html>\n<html lang=en><body><article><h1>Harbour orders new boats</h1>\
    <p>The council voted on Tuesday to order three ferries for the crossing.</p>\
    <p>The first of them is due in spring.</p></article></body></html>";

/// A page as Chromium saves it.
fn saved_page() -> String {
    format!(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--\r\n"
    )
}

#[cfg(feature = "html")]
#[test]
fn a_page_is_one_whatever_its_name_says() {
    let desk = Desk::new().put("x.txt", PAGE).put("x", PAGE).put("x.md", saved_page()).put("x.html", saved_page());
    says(&desk.run("x.txt a.txt"), 0, &["x.txt: read as a page"]);
    says(&desk.run("x a.txt"), 0, &[]);
    says(&desk.run("x.md a.txt"), 0, &["x.md: read as a saved page"]);
    says(&desk.run("x.html a.txt"), 0, &["x.html: read as a saved page"]);
    let piped = Run::of(desk.command(&["-", "a.txt"]).write_stdin(PAGE));
    says(&piped, 0, &[]);
    let tutorial = "How a page begins\n\n<!doctype html>\n<html>\n";
    assert_eq!(text(&desk.put("t.txt", tutorial).json("t.txt a.txt"), 0), tutorial.trim().replace("\n\n", "\n"));
}

#[test]
fn files_that_are_no_text_are_named_whatever_their_names_say() {
    let pdf = "a PDF; try: pdftotext -layout FILE - | diptych - OTHER";
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01";
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0";
    let cut = b"PK\x03\x04\x14\0\0\0\0\0";
    for ending in ["txt", "md", "html", "mht", "docx", "zip"] {
        let name = format!("x.{ending}");
        for (bytes, cause) in [
            (&b"%PDF-1.7\n"[..], pdf),
            (png, "an image (PNG), not text"),
            (
                ole,
                "a Word, Excel or PowerPoint file with a password or of before 2007, or a mail of Outlook; save it as .docx \
                 without a password, the mail as text",
            ),
            (cut, "an archive or a document that is cut short: its end is missing"),
            (b"", "no text in it"),
            (b" \n", "no text in it"),
        ] {
            let desk = Desk::new().put(&name, bytes);
            trouble(&desk.run(&format!("{name} a.txt")), &format!("{name}: {cause}"));
        }
    }
}

#[cfg(feature = "docx")]
#[test]
fn a_document_is_one_whatever_its_name_says() {
    let document = document();
    let desk = Desk::new().put("x.txt", &document).put("x.zip", &document).put("x.docx", &document);
    says(&desk.run("x.txt a.txt"), 0, &["x.txt: read as a Word document"]);
    says(&desk.run("x.zip a.txt"), 0, &["x.zip: read as a Word document"]);
    says(&desk.run("x.docx a.txt"), 0, &[]);
    says(&Run::of(desk.command(&["-", "a.txt"]).write_stdin(document.clone())), 0, &[]);
    let cut = &document[..document.len() * 3 / 4];
    let desk = Desk::new().put("x.docx", cut).put("x.txt", cut);
    for name in ["x.docx", "x.txt"] {
        let line = format!("{name}: an archive or a document that is cut short: its end is missing");
        trouble(&desk.run(&format!("{name} a.txt")), &line);
    }
}

/// A document of a word processor.
#[cfg(feature = "docx")]
fn document() -> Vec<u8> {
    use std::io::Write;

    let paragraphs = BOATS.split("\n\n").map(|text| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", text.trim()));
    let xml = format!("<w:document xmlns:w='w'><w:body>{}</w:body></w:document>", paragraphs.collect::<String>());
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("[Content_Types].xml", "<Types/>"), ("word/document.xml", &xml)] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("it is written to memory");
        archive.write_all(text.as_bytes()).expect("it is written to memory");
    }
    archive.finish().expect("it is written to memory").into_inner()
}

// Standard input and special files

#[test]
fn standard_input_is_read_once() {
    trouble(&Desk::new().run("- -"), "-: named twice; standard input is read once");
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_wait_for_ever_is_not_opened() {
    let desk = Desk::new();
    trouble(&desk.run("/proc/kmsg a.txt"), "/proc/kmsg: a file of the kernel, no article");
    trouble(&desk.run("/dev/zero a.txt"), "/dev/zero: a device, no file");
    // Git has it for a file that is not there.
    says(&desk.run("a.txt /dev/null"), 1, &[]);
    // Among its files is one that is waited for.
    assert!(desk.run("/proc").err.contains("/proc: no articles in this folder"));
    std::os::unix::fs::symlink("/proc/kmsg", desk.path("k.txt")).expect("a link can be made");
    trouble(&desk.run("k.txt a.txt"), "k.txt: a file of the kernel, no article");
    let run = desk.run(".");
    assert!(run.err.contains("k.txt: a file of the kernel, no article; passed over"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_read_where_it_is_named_and_never_in_a_folder() {
    let desk = Desk::new();
    let pipe = desk.path("p.txt");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).expect("pipes are known here");
    says(&desk.run("."), 0, &["./p.txt: no regular file; passed over"]);
    let writer = std::thread::spawn(move || fs::write(pipe, BOATS));
    says(&desk.run("p.txt a.txt"), 0, &[]);
    assert!(writer.join().is_ok());
    let shell = "printf %s 'The boats left on Tuesday.' | $0 /dev/fd/0 a.txt --format json";
    let mut command = assert_cmd::Command::new("sh");
    command.current_dir(&desk.folder).args(["-c", shell, env!("CARGO_BIN_EXE_diptych")]);
    assert_eq!(Run::of(&mut command).status, 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_said() {
    use std::os::unix::fs::PermissionsExt;

    let desk = shelf().put("f/a.txt", BOATS).put("f/b.txt", BOATS).put("f/more/c.txt", BOATS);
    for name in ["f/more", "shelf/one"] {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(0o0)).expect("it is ours");
    }
    // Nothing is closed to the one who administrates the machine.
    if fs::read_dir(desk.path("f/more")).is_err() {
        says(&desk.run("f"), 0, &["f/more: permission denied; passed over"]);
        says(&desk.run("shelf"), 1, &["shelf/one: permission denied; passed over"]);
    }
    for name in ["f/more", "shelf/one"] {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
}

// Folders

#[test]
fn two_comes_before_ten() {
    let desk = Desk::new();
    let desk = ["10", "9", "1", "2"]
        .iter()
        .fold(desk, |desk, name| desk.put(&format!("f/{name}.txt"), format!("{BOATS}{name}")));
    assert_eq!(sources(&desk.json("f")), ["f/1.txt", "f/2.txt", "f/9.txt", "f/10.txt"]);
}

#[test]
fn each_file_that_is_passed_over_is_said() {
    let desk =
        Desk::new().put("f/a.txt", BOATS).put("f/b.txt", STRIKE).put("f/d.txt", "a\0b").put("f/scan.pdf", "%PDF-1.7\n");
    let desk = desk
        .put("f/README.md", BOATS)
        .put("f/.hidden.txt", BOATS)
        .put("f/LICENSE", BOATS)
        .put("f/p_files/x.txt", BOATS);
    let lines = [
        "f/scan.pdf: a PDF; try: pdftotext -layout FILE - | diptych - OTHER; passed over",
        "f/d.txt: a binary file, not text; passed over",
    ];
    says(&desk.run("f"), 1, &lines);
}

#[cfg(unix)]
#[test]
fn a_dead_link_is_said() {
    let desk = Desk::new().put("f/a.txt", BOATS).put("f/b.txt", STRIKE);
    std::os::unix::fs::symlink("gone.txt", desk.path("f/c.txt")).expect("it can be made");
    says(&desk.run("f"), 1, &["f/c.txt: a link to what is not there; passed over"]);
}

#[test]
fn an_article_that_is_there_twice_is_said() {
    let desk = Desk::new().put("f/x.txt", BOATS).put("f/y.txt", BOATS.to_uppercase()).put("f/z.txt", STRIKE);
    let run = desk.run("--format json f");
    assert_eq!(run.err, "diptych: f/y.txt says the same as x.txt\n");
    assert_eq!(sources(&serde_json::from_str(&run.out).expect("it is JSON")).len(), 3);
}

#[test]
fn a_folder_of_stories_opens_the_first_and_offers_all() {
    let desk = shelf();
    assert_eq!(sources(&desk.json("shelf")), ["shelf/2 strike/a.txt", "shelf/2 strike/b.txt"]);
    for name in ["10 tender", "10 TENDER"] {
        let out = Run::of(&mut desk.command(&["--format", "json", "shelf", "--story", name])).out;
        let json: Value = serde_json::from_str(&out).expect("it is JSON");
        assert_eq!(sources(&json), ["shelf/10 tender/a.txt", "shelf/10 tender/b.txt"]);
    }
    trouble(&desk.run("shelf --story boats"), "boats: no such story in shelf; there are 2 strike, 10 tender");
    let picker = Run::of(&mut desk.command(&["--keys", "o", "shelf"])).out;
    for name in ["story: 2 strike", "story: 10 tender", "story: ferry"] {
        assert!(picker.contains(name), "{picker}");
    }
    assert!(!picker.contains("story: one"), "{picker}");
    let other = Run::of(&mut desk.command(&["--keys", "otender<Enter>", "shelf"])).out;
    assert!(other.contains("Harbour orders new boats"), "{other}");
}

#[test]
fn a_story_file_beside_stories_is_said() {
    let desk = shelf().put("shelf/story.toml", "name = 'X'\n");
    let line = "shelf/story.toml: no articles beside it; each story has its own in its folder; passed over";
    says(&desk.run("shelf"), 1, &[line]);
    says(
        &desk.put("shelf/x.txt", BOATS).run("shelf --story one"),
        2,
        &["one: no such story in shelf; there are 2 strike, 10 tender"],
    );
}

#[test]
fn articles_beside_the_stories_are_a_story() {
    let desk = shelf().put("shelf/x.txt", BOATS).put("shelf/y.txt", STRIKE);
    assert_eq!(sources(&desk.json("shelf")), ["shelf/x.txt", "shelf/y.txt"]);
    let picker = Run::of(&mut desk.command(&["--keys", "o", "shelf"])).out;
    for name in ["story: shelf", "story: 2 strike", "story: 10 tender"] {
        assert!(picker.contains(name), "{picker}");
    }
}

#[test]
fn what_is_wrong_with_a_story_is_said_where_it_is_chosen() {
    let desk = shelf().put("shelf/10 tender/story.toml", "name = ");
    let screen = Run::of(&mut desk.command(&["--width", "120", "--keys", "otender<Enter>", "shelf"])).out;
    assert!(screen.contains("shelf/10 tender/story.toml: line 1: "), "{screen}");
    assert!(screen.contains("Strike at the quay"), "{screen}");
}

// story.toml

#[test]
fn a_story_file_names_and_orders() {
    let story = "name = \"Ferry tender\"\n[[article]]\nfile = \"b.txt\"\noutlet = \"Coast Wire\"\ndate = 2026-03-17\n\
                 [[article]]\nfile = \"more/d.txt\"\n";
    let desk = Desk::new().put("f/story.toml", story).put("f/more/d.txt", STRIKE);
    let desk = desk
        .put("f/a.txt", BOATS)
        .put("f/b.txt", "---\noutlet: The Post\n---\nBoats left.")
        .put("f/c.txt", "More boats.");
    let json = desk.json("f");
    assert_eq!(sources(&json), ["f/b.txt", "f/more/d.txt", "f/a.txt", "f/c.txt"]);
    assert_eq!(
        (json["articles"][0]["outlet"].as_str(), json["articles"][0]["date"].as_str()),
        (Some("Coast Wire"), Some("2026-03-17"))
    );
    let screen = Run::of(&mut desk.command(&["--keys", "j", "f"])).out;
    assert!(screen.contains("Ferry tender"), "{screen}");
}

#[test]
fn a_date_of_a_story_file_that_is_none_is_said_of_it_and_that_of_the_file_stays() {
    let story =
        "[[article]]\nfile = 'b.txt'\ndate = 'the other day'\n[[article]]\nfile = 'c.txt'\ndate = '17 March 2026'\n";
    let text = "---\ndate: 2026-06-16\n---\nBoats left.";
    let desk = Desk::new().put("f/story.toml", story).put("f/b.txt", text).put("f/c.txt", STRIKE);
    says(&desk.run("f"), 1, &["f/b.txt: the date in story.toml is none: the other day"]);
    let json = desk.json("f");
    let dates = [0, 1].map(|k| json["articles"][k]["date"].as_str().map(str::to_owned));
    assert_eq!(dates, [Some("2026-06-16".to_owned()), Some("2026-03-17".to_owned())]);
}

#[test]
fn what_of_a_story_file_is_not_used_is_said() {
    let story = "editor = 1\n[[article]]\nfile = \"../a.txt\"\n[[article]]\nfile = \"/etc/hostname\"\n\
                 [[article]]\nurl = \"https://ledger.example/1\"\n[[article]]\nfile = \"gone.txt\"\n\
                 [[article]]\nfile = \"b.txt\"\n[[article]]\nfile = \"./b.txt\"\n";
    let desk = Desk::new().put("f/story.toml", story).put("f/b.txt", BOATS).put("f/c.txt", STRIKE);
    let lines = [
        "f/story.toml: editor: no such key; passed over",
        "f/story.toml: ../a.txt: outside of the folder; passed over",
        "f/story.toml: /etc/hostname: outside of the folder; passed over",
        "f/story.toml: gone.txt: no such file or folder; passed over",
        "f/story.toml: ./b.txt: named twice; passed over",
        "f/story.toml: https://ledger.example/1: an address in it is not fetched without --fetch; passed over",
    ];
    says(&desk.run("f"), 1, &lines);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let desk = Desk::new().put("f/story.toml", "[[article]]\nfile = \"more/out.txt\"\n").put("f/b.txt", BOATS);
    let desk = desk.put("f/c.txt", STRIKE).put("f/more/x.md", BOATS);
    std::os::unix::fs::symlink("../../a.txt", desk.path("f/more/out.txt")).expect("it can be made");
    says(&desk.run("f"), 1, &["f/story.toml: more/out.txt: outside of the folder; passed over"]);
}

#[test]
fn a_story_file_that_cannot_be_read_is_trouble() {
    let desk =
        Desk::new().put("f/story.toml", "name = 'X'\nThe boats left.\n").put("f/b.txt", BOATS).put("f/c.txt", STRIKE);
    let run = desk.run("f");
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("diptych: f/story.toml: line 2: ") && run.err.lines().count() == 1, "{}", run.err);
}

#[test]
fn no_article_of_a_shelf_is_written_over() {
    let desk = shelf();
    let run = Run::of(&mut desk.command(&["shelf", "--format", "json", "--force", "-o", "shelf/10 tender/a.txt"]));
    assert_eq!(run.status, 2, "{}", run.err);
    assert_eq!(fs::read_to_string(desk.path("shelf/10 tender/a.txt")).expect("it is there"), BOATS);
}

#[cfg(unix)]
#[test]
fn what_is_refused_by_its_name_is_not_read_by_the_listing() {
    let desk = Desk::new().put("secret.txt", "Nobody may read these words of mine.\n").put("x/a.txt", BOATS);
    let desk =
        desk.put("x/c.txt", BOATS.replace("three", "four")).put("x/story.toml", "[[article]]\nfile = \"l.txt\"\n");
    std::os::unix::fs::symlink("../secret.txt", desk.path("x/l.txt")).expect("a link can be made");
    let run = desk.run("x --format json");
    assert!(run.err.contains("l.txt: outside of the folder; passed over"), "{}", run.err);
    assert!(!run.out.contains("Nobody may read"), "{}", run.out);
}

#[cfg(feature = "html")]
#[test]
fn a_mail_is_read_as_it_is_in_a_mail_program() {
    let mail = "Return-Path: <ann@wire.example>\r\nFrom: =?UTF-8?Q?Ann_=C3=84hre?= <ann@wire.example>\r\n\
                Subject: New boats\r\nDate: Tue, 16 Jun 2026 14:30:00 +0200\r\nMIME-Version: 1.0\r\n\
                Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\
                Content-Transfer-Encoding: quoted-printable\r\n\r\nThe f=C3=A4hre left the harbour on Tuesday, as it does on=\r\n every other day.\r\n\
                --x\r\nContent-Type: text/html\r\n\r\n<p>The f\u{e4}hre.</p>\r\n--x--\r\n";
    let desk = Desk::new().put("m.eml", mail).put("m.txt", mail);
    for name in ["m.eml", "m.txt"] {
        let json = desk.json(&format!("{name} a.txt"));
        let article = &json["articles"][0];
        let texts: Vec<_> =
            article["blocks"].as_array().into_iter().flatten().filter_map(|block| block["text"].as_str()).collect();
        let text = "The f\u{e4}hre left the harbour on Tuesday, as it does on every other day.";
        assert_eq!(texts, ["New boats", text], "{name}");
        assert_eq!((&article["byline"], &article["date"]), (&"Ann \u{c4}hre".into(), &"2026-06-16".into()));
    }
}

#[test]
fn a_story_may_have_its_articles_at_addresses() {
    let listed = "[[article]]\nfile = 'a.txt'\n[[article]]\nurl = 'https://ledger.example/1'\n";
    let desk = Desk::new().put("f/one/a.txt", BOATS).put("f/one/story.toml", listed);
    let desk = desk.put("f/two/a.txt", BOATS).put("f/two/b.txt", STRIKE);
    let run = desk.run("f --story one --format text");
    let line = "f/one: too few articles without the address that its story.toml names; --fetch fetches it";
    trouble(&run, line);
}

#[cfg(feature = "html")]
#[test]
fn what_a_mail_has_beside_its_text_is_said() {
    let mail = "From: Bo Example <bo@wire.example>\r\nSubject: Fwd: Boats\r\nMIME-Version: 1.0\r\n\
                Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nFor you.\r\n\
                --b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Ann Example <ann@wire.example>\r\nSubject: Boats\r\n\r\n\
                The boats left on Tuesday.\r\n--b\r\nContent-Type: application/pdf; name=\"a\x1b[31m.pdf\"\r\n\r\n%PDF\r\n--b--\r\n";
    let desk = Desk::new().put("m.eml", mail).put("m.txt", mail);
    let line = "1 attachment is not read: a.pdf; 1 terminal sequence taken out; 1 line of the mail is left out; --show-left-out shows it";
    says(&desk.run("m.eml a.txt"), 1, &[&format!("m.eml: {line}")]);
    says(&desk.run("m.txt a.txt"), 1, &[&format!("m.txt: read as a mail; {line}")]);
    let json = desk.json("m.eml a.txt");
    assert_eq!(
        (text(&json, 0).as_str(), &json["articles"][0]["byline"]),
        ("Boats\nThe boats left on Tuesday.", &"Ann Example".into())
    );
}

#[test]
fn files_for_programs_are_named_whatever_their_names_say() {
    let feed = "a news feed; open its articles one by one, by their addresses";
    let desk =
        Desk::new().put("x.xml", "<?xml version='1.0'?><rss version='2.0'><channel/></rss>").put("f/a.txt", BOATS);
    let desk = desk.put("f/x.txt", "[InternetShortcut]\r\nURL=https://wire.example/1\r\n").put("f/b.txt", STRIKE);
    trouble(&desk.run("x.xml a.txt"), &format!("x.xml: {feed}"));
    says(&desk.run("f"), 1, &["f/x.txt: a link; name the address; passed over"]);
}

#[cfg(feature = "html")]
#[test]
fn a_piece_of_a_page_is_read_as_one() {
    let desk = Desk::new().put("x.txt", "<h1>Boats</h1>\n<p>The boats <b>left</b> on Tuesday.</p>\n");
    says(&desk.run("x.txt a.txt"), 1, &["x.txt: read as a page"]);
    assert_eq!(text(&desk.json("x.txt a.txt"), 0), "Boats\nThe boats left on Tuesday.");
}
