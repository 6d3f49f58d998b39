//! Articles that are pasted, and what is left out of pages, in the reader.
#![cfg(feature = "tui")]

mod desk;
#[cfg(unix)]
mod session;

use desk::{BOATS, Desk, Run, trouble};
#[cfg(unix)]
use session::Session;

/// Plays keys into the reader, and returns its screen.
fn screen(desk: &Desk, words: &str, keys: &str) -> String {
    let mut args: Vec<&str> = words.split_whitespace().collect();
    let keys = format!("--keys={keys}");
    args.extend(["--width", "100", "--height", "16", &keys]);
    let run = Run::of(&mut desk.command(&args));
    assert_eq!(run.status, 0, "{}", run.err);
    run.out
}

fn last_line(screen: &str) -> &str {
    screen.lines().last().unwrap_or_default().trim()
}

#[test]
fn what_is_typed_stands_opposite_a_file() {
    let desk = Desk::new();
    let open = screen(&desk, "a.txt --paste", "");
    assert!(open.contains("Paste an article") && open.contains("Nothing is pasted yet."), "{open}");
    let keys = "The council voted on Tuesday to order four ferries for the crossing.<Enter><Enter>Nobody spoke.<C-d>";
    let taken = screen(&desk, "a.txt --paste", keys);
    assert!(taken.contains("2 ~  1") && taken.contains("Nobody spoke."), "{taken}");
    assert!(last_line(&taken).starts_with("B is pasted: 14 words · :save keeps it"), "{taken}");
}

#[test]
fn two_can_be_pasted_and_more() {
    let desk = Desk::new();
    let first = screen(&desk, "--paste", "Three boats left.<C-d>");
    assert!(first.contains("Paste an article") && first.contains("Three boats left."), "the next one: {first}");
    let two = screen(&desk, "--paste", "Three boats left.<C-d>Four boats left.<C-d>");
    assert!(two.contains("pasted 1") && two.contains("Four boats left.") && !two.contains("Paste an"), "{two}");
    let three = screen(&desk, "--paste", "Three boats left.<C-d>Four boats left.<C-d>:paste<Enter>None left.<C-d>v");
    assert!(three.contains("pasted 3"), "{three}");
}

#[test]
fn nothing_is_dropped_at_once() {
    let desk = Desk::new();
    let asked = screen(&desk, "a.txt b.txt", ":paste<Enter>Boats<Esc>");
    assert!(asked.contains("Paste an article"), "{asked}");
    assert!(last_line(&asked).starts_with("nothing is taken yet: Ctrl-D takes it, Esc once more drops it"), "{asked}");
    assert!(!screen(&desk, "a.txt b.txt", ":paste<Enter>Boats<Esc><Esc>").contains("Paste an article"));
    assert!(screen(&desk, "a.txt b.txt", ":paste<Enter>Boats<Esc>x<Esc>").contains("Paste an article"));
    let empty = screen(&desk, "a.txt b.txt", ":paste<Enter> <C-d>");
    assert!(last_line(&empty).starts_with("nothing is pasted yet"), "{empty}");
}

#[test]
fn a_paste_is_for_the_reader() {
    let line = "--paste: only the reader takes what is pasted; without it, - is standard input";
    trouble(&Desk::new().run("--paste a.txt --format json"), line);
}

#[test]
fn only_what_was_pasted_is_saved() {
    let said = screen(&Desk::new(), "a.txt b.txt", ":save<Enter>");
    assert!(last_line(&said).starts_with("A was not pasted: there is nothing to save"), "{said}");
}

/// A page with a report, and with what does not belong to it.
fn page() -> String {
    let story = BOATS.split("\n\n").skip(1).map(|text| format!("<p>{text} {text} {text}</p>")).collect::<String>();
    format!(
        "<html><body><nav><ul><li>Weather of the week</li></ul></nav><article><h1>Harbour orders new boats</h1>{}</article></body></html>",
        story.repeat(3)
    )
}

#[cfg(feature = "html")]
#[test]
fn what_is_left_out_is_shown_and_hidden() {
    let desk = Desk::new().put("p.html", page());
    let hidden = screen(&desk, "p.html a.txt", "G");
    assert!(!hidden.contains("Weather of the week"), "{hidden}");
    let shown = screen(&desk, "p.html a.txt", "-G");
    assert!(shown.contains("Weather of the week"), "{shown}");
    let said = screen(&desk, "p.html a.txt", "-");
    assert!(last_line(&said).contains("left out of pages: at the end of their articles"), "{said}");
    assert!(!screen(&desk, "p.html a.txt", "--G").contains("Weather of the week"));
    let none = screen(&desk, "a.txt b.txt", "-");
    assert!(last_line(&none).starts_with("nothing is left out of these articles"), "{none}");
}

#[cfg(unix)]
#[test]
fn a_terminal_pastes_and_it_is_saved() {
    let desk = Desk::new();
    let start = || {
        let mut command = session::program(env!("CARGO_BIN_EXE_diptych"));
        command.cwd(desk.folder.path());
        command.args(["--paste", "a.txt"]);
        Session::of(command, 100, 24)
    };
    let mut session = start();
    session.shows("Paste an article");
    // In pieces, with the line ends of terminals, and with what no text may have.
    session.press("\x1b[200~The boats\rleft.\r\n\r\nNob\x1b[201~").press("\x1b[200~ody\x07 spoke.\x1b[201~");
    session.shows("in 3 lines").press("\x04").shows("B is pasted");
    session.press("q").shows("pasted 1 is in no file");
    session.press(":save\r").shows("save as").press("\x15new\r").shows("is saved: ").shows("new.txt");
    session
        .press(":save\r")
        .shows("save as")
        .press("\x15a.txt\r")
        .shows("not saved: a.txt: a file of that name is there");
    assert_eq!(session.press("r").shows("read again").press("q").end(), 0);
    session.is_restored();
    assert_eq!(
        (desk.read("new.txt").as_str(), desk.read("a.txt").as_str()),
        ("The boats\nleft.\n\nNobody spoke.", BOATS)
    );
    let mut session = start();
    session.shows("Paste an article").press("Boats left.\x04").shows("B is pasted").press("q").shows("in no file");
    assert_eq!(session.press("q").end(), 0);
    let mut session = start();
    session.shows("Paste an article").press("\x1b").shows("? help");
    session.press("\x1b[200~The boats left.\x1b[201~").shows("paste makes an article of what is pasted");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

/// Each line that is pasted runs its own way.
#[test]
fn what_is_pasted_from_right_to_left_stands_so() {
    let desk = Desk::new();
    let keys = "הסירה יצאה (12).<Enter>Amira לא יצאה.";
    let open = screen(&desk, "a.txt --paste --bidi program", keys);
    assert!(open.contains("│ .(12) האצי הריסה ") && open.contains("│ Amira האצי אל. "), "{open}");
}
