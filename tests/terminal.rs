//! The reader in a real terminal: it starts, moves, is resized, and leaves everything as it was.
#![cfg(all(feature = "tui", unix))]

mod session;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use diptych::intake::bundled;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::state::Opening;
use session::{KEEP_ORDER, PATIENCE, RETURN_TITLE, Session, has, program};
use vt100::{Color, MouseProtocolMode, Screen};

#[test]
fn the_bundled_story_opens_and_q_quits() {
    let mut session = Session::start(100, 30);
    session.shows("Kelsmouth votes for a new ferry fleet").shows("? help");
    assert!(session.screen().alternate_screen() && session.screen().hide_cursor());
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn the_cursor_rests_at_the_row_that_is_read_and_shows_where_is_typed() {
    let mut session = Session::start(80, 24);
    session.shows("? help").wait_until(|screen| screen.hide_cursor() && screen.cursor_position() == (3, 0));
    session.press("\t").wait_until(|screen| screen.hide_cursor() && screen.cursor_position() == (3, 46));
    session.press("/boa").shows("match").wait_until(|screen| {
        let (row, column) = screen.cursor_position();
        let is_turned = screen.cell(row, column).is_some_and(vt100::Cell::inverse);
        !screen.hide_cursor() && (row, column) == (23, 15) && !is_turned
    });
    session.press("\x1b").wait_until(|screen| screen.hide_cursor() && screen.cursor_position() == (3, 46));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn the_whole_story_is_searched_beside_the_keys() {
    let mut session = Session::start(140, 24);
    session
        .shows("Esc hide")
        .press("\x1b")
        .hides("Esc hide")
        .press("/council\t\r")
        .shows("C Morrey Post 1×")
        .shows("match 1 of 9");
    session.press("nnn").shows("in B, 4 of 9 · ' back").press("nnn").shows("in C, 7 of 9 · ' back");
    session.press("\x1b").shows("search ended").hides("×");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn control_c_quits() {
    let mut session = Session::start(100, 30);
    session.shows("? help");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn keys_move() {
    let mut session = Session::start(140, 40);
    session.shows("underlined / bold").press("j\x1b").hides("underlined / bold");
    session.press("]").shows("· difference ");
    session.shows("▸A Coast Wire").press("\t").shows("▸B Harbour Ledger");
    session.press("3").shows("▸C Morrey Post");
    session.press("\x1b[D").shows("▸A Coast Wire");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn help_opens_and_closes() {
    let mut session = Session::start(80, 24);
    session.shows("? help").press("?").shows("Help: any").press("\x1b").hides("Help: any");
    session.press("\x1bOP").shows("Help: any");
    assert_eq!(session.press("qq").end(), 0);
}

#[test]
fn it_follows_every_size() {
    let mut session = Session::start(80, 24);
    session.shows("? help").shows("│");
    session.resize(60, 20).shows("one column").shows("Kelsmouth");
    session.resize(1, 1).wait_until(|screen| screen.contents() == "t");
    session.resize(140, 40).shows("underlined / bold").hides("one column");
    session.wait_until(|screen| screen.rows(0, 140).nth(39).is_some_and(|status| status.contains("? help")));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn a_terminal_that_knows_no_size_gets_the_usual_one() {
    let mut session = Session::start(0, 0);
    session.shows("? help").shows("Kelsmouth");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn a_silent_terminal_is_drawn_anew() {
    let mut session = Session::start(80, 24);
    session.shows("? help").press("\x0c").press("?").shows("Help: any");
    assert_eq!(session.press("\x03").end(), 0);
}

#[test]
fn an_article_comes_in_while_keys_come_from_the_terminal() {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles/ferry/2-harbour-ledger.txt");
    let mut command = program("sh");
    command.args(["-c", "exec \"$0\" - \"$1\" < \"$1\"", env!("CARGO_BIN_EXE_diptych")]);
    command.arg(article);
    let mut session = Session::of(command, 100, 30);
    session.shows("Harbour Ledger").shows("100 % in B").press("?").shows("Help: any");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

/// Whether any cell of the screen is so.
fn any(screen: &Screen, is_so: impl Fn(&vt100::Cell) -> bool) -> bool {
    let (rows, columns) = screen.size();
    let places = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    places.filter_map(|(row, column)| screen.cell(row, column)).any(is_so)
}

fn is_coloured(cell: &vt100::Cell) -> bool {
    (cell.fgcolor(), cell.bgcolor()) != (Color::Default, Color::Default)
}

#[test]
fn no_color_keeps_the_attributes() {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.env("NO_COLOR", "1");
    let mut session = Session::of(command, 140, 40);
    session.shows("? help").press("]").shows("· difference ");
    let screen = session.screen();
    assert!(!any(screen, is_coloured));
    assert!(any(screen, vt100::Cell::underline) && any(screen, vt100::Cell::bold) && any(screen, vt100::Cell::inverse));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn colours_asked_for_keep_the_attributes_under_no_color() {
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.args(["--color", "always"]);
    command.env("NO_COLOR", "1");
    let mut session = Session::of(command, 140, 40);
    let screen = session.shows("? help").screen();
    assert!(any(screen, is_coloured));
    assert!(any(screen, vt100::Cell::underline) && any(screen, vt100::Cell::bold));
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn without_it_there_are_colours() {
    let mut session = Session::start(140, 40);
    assert!(any(session.shows("? help").screen(), is_coloured));
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn a_panic_restores_the_terminal_and_can_be_read() {
    let mut command = program(std::env::current_exe().expect("a test has a file"));
    command.args(["--exact", "a_reader_that_panics", "--nocapture"]);
    command.env(PANICS, "1");
    let mut session = Session::of(command, 100, 30);
    session.shows("? help");
    assert!(session.screen().alternate_screen());
    assert_ne!(session.press("j").end(), 0);
    session.is_restored();
    assert!(session.screen().contents().contains(LAST_WORDS), "{}", session.screen().contents());
}

/// Set for the program that the test above starts: this one again.
const PANICS: &str = "DIPTYCH_TEST_PANICS";

const LAST_WORDS: &str = "the first key is one too many";

/// Nothing by itself: the reader, which panics at the first key.
#[test]
fn a_reader_that_panics() {
    if std::env::var_os(PANICS).is_none() {
        return;
    }
    let story = Story::new(bundled::FIRST, bundled::read(bundled::FIRST).expect("it is bundled"));
    let opening = Opening::new(Arc::new(story), Pair::new(0, 1)).sized(100, 30);
    // What is computed in the background may come before it, and moves nothing.
    let panics = |model: &Model| assert_eq!(model.reader.viewport().cursor, 0, "{LAST_WORDS}");
    let done = diptych::tui::run_watched(opening, &|_, _, _| Ok(String::new()), panics);
    assert!(done.is_ok());
}

#[test]
fn the_wheel_moves_and_a_click_sets_the_focus() {
    let mut session = Session::start(140, 40);
    session.shows("Kelsmouth votes for a new ferry fleet").shows("? help");
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
    session.press("\x1b[<65;100;10M").hides("Kelsmouth votes for a new ferry fleet");
    session.press("\x1b[<64;100;10M").shows("Kelsmouth votes for a new ferry fleet");
    session.press("\x1b[<0;100;10M\x1b[<0;100;10m").shows("▸B Harbour Ledger");
    // Column 0 is no column, and nothing happens.
    session.press("\x1b[<0;0;0M\x1b[<0;0;0m\t").shows("▸A Coast Wire");
    session.press("M").shows("M takes it back");
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    session.press("M").wait_until(|screen| screen.mouse_protocol_mode() == MouseProtocolMode::ButtonMotion);
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn dragging_copies_to_the_clipboard() {
    let mut session = Session::start(140, 40);
    session.shows("Kelsmouth votes for a new ferry fleet");
    let row = session.screen().rows(0, 140).position(|row| row.contains("Kelsmouth votes for")).expect("it is shown");
    let line: String = session.screen().rows(0, 140).nth(row).expect("it is shown");
    let column = line.split("Kelsmouth").next().expect("something stands before").chars().count() + 1;
    let event = |button: u8, column: usize, end: char| format!("\x1b[<{button};{column};{}{end}", row + 1);
    session.press(&event(0, column, 'M')).press(&event(32, column + 14, 'M')).press(&event(0, column + 14, 'm'));
    session.shows("selection sent to the terminal: 2 words, 15 bytes").writes(&clipboard("Kelsmouth votes"));
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

#[test]
fn a_block_is_copied_to_the_clipboard() {
    let mut session = Session::start(140, 40);
    session.shows("? help").press("y").shows("A¶1 sent to the terminal: 7 words, 37 bytes");
    session.writes(&clipboard("Kelsmouth votes for a new ferry fleet"));
    session.press("Y").writes(&clipboard("“Kelsmouth votes for a new ferry fleet” (A¶1, Coast Wire, 2026-06-16)"));
    assert_eq!(session.press("q").end(), 0);
}

/// What hands a text to the clipboard of a terminal (OSC 52).
fn clipboard(text: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for bytes in text.as_bytes().chunks(3) {
        let number = (0..3).fold(0_u32, |number, k| number << 8 | u32::from(bytes.get(k).copied().unwrap_or(0)));
        for k in 0..4 {
            let sign = SIGNS[(number >> (18 - 6 * k) & 63) as usize];
            encoded.push(if k > bytes.len() { '=' } else { char::from(sign) });
        }
    }
    format!("\x1b]52;c;{encoded}\x1b\\")
}

#[test]
fn signals_end_it_and_the_terminal_is_restored() {
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut session = Session::start(100, 30);
        session.shows("? help").signal(name);
        assert_eq!(session.end(), status, "{name}");
        session.is_restored();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut session = Session::start(100, 30);
    session.shows("? help");
    let Session { mut child, master, mut keys, output, .. } = session;
    // What reads its output ends with the next of it, and nobody holds the terminal any more.
    drop((output, master));
    keys.write_all(b"?").expect("the program listens");
    drop(keys);
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().expect("it was started").is_none() {
        assert!(Instant::now() < deadline, "it goes on without a terminal");
        std::thread::yield_now();
    }
}

#[test]
fn control_z_leaves_it_to_the_shell_and_back() {
    let script = "set -m; \"$0\"; echo \"stopped $?\"; read line; fg >/dev/null; echo \"ended $?\"";
    let mut command = program("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_diptych")]);
    let mut session = Session::of(command, 100, 30);
    session.shows("? help").press("\x1a").shows("stopped ");
    session.is_restored();
    session.press("\r").shows("? help");
    assert!(session.screen().alternate_screen() && session.screen().hide_cursor());
    assert_eq!(session.screen().mouse_protocol_mode(), MouseProtocolMode::ButtonMotion);
    session.press("?").shows("Help: any").press("\x03").shows("ended 0");
    assert_eq!(session.end(), 0);
    session.is_restored();
}

#[test]
fn a_stop_from_outside_is_got_over() {
    let mut session = Session::start(100, 30);
    session.shows("? help").is_quiet();
    let before = session.frames();
    session.signal("STOP").signal("CONT").press("?").shows("Help: any");
    assert!(session.frames() > before);
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn where_nobody_would_go_on_with_it_control_z_does_nothing() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("\x1a").is_quiet();
    session.press("?").shows("Help: any");
    assert_eq!(session.press("\x03").end(), 0);
    session.is_restored();
}

#[test]
fn the_title_names_the_story() {
    let mut session = Session::start(100, 30);
    session.shows("? help").writes("\x1b[22;2t").writes("\x1b]2;diptych: ferry\x07");
    assert_eq!(session.press("q").end(), 0);
    assert!(has(&session.log, RETURN_TITLE));
}

#[test]
fn who_reorders_is_said_by_the_terminal_or_asked_for() {
    let texts = ["ferry_he.txt", "ferry_he_second.txt"]
        .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/right_to_left").join(name));
    let command = |options: &[&str], variables: &[(&str, &str)]| {
        let mut command = program(env!("CARGO_BIN_EXE_diptych"));
        command.args(options);
        command.args(&texts);
        for (name, value) in variables {
            command.env(name, value);
        }
        command
    };
    let mut plain = Session::of(command(&[], &[]), 100, 30);
    plain.shows("תוריסל הכחמ ריעה").writes(KEEP_ORDER);
    let mut gnome = Session::of(command(&[], &[("VTE_VERSION", "7600")]), 100, 30);
    gnome.shows("העיר מחכה לסירות");
    assert!(!has(&gnome.log, KEEP_ORDER));
    let mut asked = Session::of(command(&["--bidi", "program"], &[("VTE_VERSION", "7600")]), 100, 30);
    asked.shows("תוריסל הכחמ ריעה").writes(KEEP_ORDER);
    for mut session in [plain, gnome, asked] {
        assert_eq!(session.press("q").end(), 0);
        session.is_restored();
    }
}

#[test]
fn what_changes_nothing_draws_nothing() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("\x1b").hides("~ edited").press("j").is_quiet();
    let (bytes, frames) = (session.log.len(), session.frames());
    // No key of ours, the focus, the mouse on nothing, and a motion that leads nowhere.
    session.press("\x1b[3~\x1b[I\x1b[O\x1b[<0;40;30M\x1b[<0;40;30m\x1b[<35;9;9M").is_quiet();
    assert_eq!((session.log.len(), session.frames()), (bytes, frames));
    session.press("jkjk").is_quiet();
    assert!(session.frames() <= frames + 4);
    assert_eq!(session.press("q").end(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_wakes_up_while_nothing_happens() {
    let mut session = Session::start(100, 30);
    session.shows("? help").is_quiet();
    let process = session.child.process_id().expect("it runs");
    let before = switches(process);
    session.is_quiet().is_quiet();
    assert_eq!(switches(process), before);
    assert_eq!(session.press("q").end(), 0);
}

/// How often each thread of a process was given the processor.
#[cfg(target_os = "linux")]
fn switches(process: u32) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
    let status = |thread: fs::DirEntry| fs::read_to_string(thread.path().join("status")).expect("it runs");
    let mut lines = Vec::new();
    for thread in threads {
        let status = status(thread.expect("it runs"));
        lines.extend(status.lines().filter(|line| line.contains("ctxt_switches")).map(str::to_owned));
    }
    lines
}

/// A folder of two articles, and the reader that shows them.
fn reading_a_folder() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, last) in [("a.txt", "Tickets will not rise."), ("b.txt", "Nobody believes it.")] {
        let text = format!("Three boats were withdrawn in March.\n\n{last}");
        fs::write(folder.path().join(name), text).expect("it can be written");
    }
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.arg(folder.path());
    let mut session = Session::of(command, 100, 30);
    session.shows("Nobody believes it.");
    (folder, session)
}

#[test]
fn an_article_that_changes_on_disk_is_read_again() {
    let (folder, mut session) = reading_a_folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("it can be written");
    write("b.txt", "Three boats were withdrawn in March.\n\nNobody believes a word of it.");
    session.press("j").shows("B changed on disk: r reads it again");
    session.press("r").shows("Nobody believes a word of it.").shows("read again: 2 articles");
    session.press("r").shows("nothing has changed");
    fs::remove_file(folder.path().join("b.txt")).expect("it is there");
    session.press("r").shows("B: no longer there; what was read before stays").shows("Nobody believes a word of it.");
    assert_eq!(session.press("q").end(), 0);
    session.is_restored();
}

/// What becomes of an article on disk, and why it cannot be read then.
const SPOILT: [(&[u8], &str); 4] = [
    (b"", "no text in it"),
    (b"---\noutlet: Coast Wire\n---\n", "no text in it"),
    (b"\0\x01\x02", "a binary file, not text"),
    (b"\x1f\x8b\x08\0\0", "an archive (GZ); try: gunzip -c FILE | diptych - OTHER"),
];

#[test]
fn the_first_time_it_cannot_be_read_again_says_why() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).expect("it can be written");
    let text = b"Three boats were withdrawn in March.\n\nTickets will not rise.";
    for by_name in [false, true] {
        for (spoilt, cause) in SPOILT {
            write("a.txt", text);
            write("b.txt", b"Three boats were withdrawn in March.\n\nNobody believes it.");
            let mut command = program(env!("CARGO_BIN_EXE_diptych"));
            let names = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
            command.args(if by_name { names.to_vec() } else { vec![folder.path().to_path_buf()] });
            let mut session = Session::of(command, 100, 30);
            session.shows("Nobody believes it.");
            write("a.txt", spoilt);
            // It is the first key, so nothing was told of the change before.
            let said = format!("A: {cause}; what was read before stays");
            session.press("r").shows(&said).shows("Tickets will not rise.");
            session.press("j").hides(&said).shows("A changed on disk: r reads it again");
            session.press("r").shows(&said);
            write("a.txt", b"Three boats were withdrawn in March.\n\nTickets will rise.");
            session.press("r").shows("Tickets will rise.").shows("read again: 2 articles");
            assert_eq!(session.press("q").end(), 0);
        }
    }
}

#[test]
fn each_change_is_told_once_and_again_after_one_that_cannot_be_read() {
    let (folder, mut session) = reading_a_folder();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("it can be written");
    write("b.txt", "");
    session.press("r").shows("B: no text in it");
    write("b.txt", "Three boats were withdrawn in March.\n\nNobody believes a word of it.");
    // A look at the files holds for a second. The notice begins the line; the reminder stands at its end.
    session.is_quiet().is_quiet().is_quiet().press("<");
    session.wait_until(|screen| screen.rows(0, 100).last().is_some_and(|line| line.starts_with(" B changed on disk")));
    session.press("r").shows("Nobody believes a word of it.");
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn an_article_that_may_not_be_read_any_more_says_so() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("b.txt");
    fs::write(folder.path().join("a.txt"), "Three boats were withdrawn in March.").expect("it can be written");
    fs::write(&path, "Nobody believes it.").expect("it can be written");
    let mut command = program(env!("CARGO_BIN_EXE_diptych"));
    command.arg(folder.path());
    let mut session = Session::of(command, 100, 30);
    session.shows("Nobody believes it.");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("it is ours");
    if fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
    } else {
        session.press("r").shows("B: permission denied; what was read before stays").shows("Nobody believes it.");
    }
    assert_eq!(session.press("q").end(), 0);
}

#[test]
fn a_bundled_story_is_not_read_again() {
    let mut session = Session::start(100, 30);
    session.shows("? help").press("r").shows("ferry came with the program: nothing to read again");
    assert_eq!(session.press("q").end(), 0);
}
