//! The program at a terminal with a home of its own: what it asks the terminal, and what it keeps.
#![cfg(all(feature = "tui", unix))]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What terminals answer: their ink, their ground, and what they are, which ends the questions.
const BLACK: &str = "\x1b]10;rgb:0000/0000/0000\x1b\\";
const WHITE: &str = "\x1b]10;rgb:ffff/ffff/ffff\x1b\\";
const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const DARK: &str = "\x1b]11;rgb:0000/0000/0000\x1b\\";
const DEVICE: &str = "\x1b[?62;4c";

/// A terminal that the program runs in.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    raw: Vec<u8>,
    screen: vt100::Parser,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Terminal {
    fn start(home: &TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::start_program(home, &[&[env!("CARGO_BIN_EXE_diptych")], arguments].concat(), environment)
    }

    fn start_program(home: &TempDir, words: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there is a terminal");
        let mut command = CommandBuilder::new(words[0]);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.args(&words[1..]);
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).expect("it starts");
        let keys = pair.master.take_writer().expect("keys can be sent");
        let mut reader = pair.master.try_clone_reader().expect("its output can be read");
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let of = |count| NonZeroU16::new(count).expect("it is more than none");
        let screen = vt100::Parser::new(of(24), of(100), 0);
        Self { child, keys, output, raw: Vec::new(), screen, _master: pair.master }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("keys can be sent");
    }

    /// Waits until something holds of the output so far and the screen.
    #[track_caller]
    fn wait(&mut self, what: &str, holds: impl Fn(&[u8], &str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(&self.raw, &self.screen.screen().contents()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => {
                    self.raw.extend(&bytes);
                    self.screen.process(&bytes);
                }
                Err(error) => panic!("waited for {what} in vain ({error}):\n{}", self.screen.screen().contents()),
            }
        }
    }

    #[track_caller]
    fn wait_for(&mut self, text: &str) {
        self.wait(text, |_, screen| screen.contains(text));
    }

    /// Waits for the question after the ground, and answers.
    #[track_caller]
    fn answer(&mut self, answer: &str) {
        self.wait("the question", |raw, _| raw.windows(6).any(|bytes| bytes == b"\x1b]11;?"));
        self.press(&format!("{answer}{DEVICE}"));
    }

    fn asked(&self) -> bool {
        self.raw.windows(5).any(|bytes| bytes == b"\x1b]11;")
    }

    /// The ground under the first letter of the text.
    fn ground(&self) -> vt100::Color {
        self.screen.screen().cell(8, 1).expect("it is on the screen").bgcolor()
    }

    fn quit(mut self) -> String {
        self.press("q");
        let end = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.raw.extend(bytes);
        }
        assert!(self.child.wait().expect("it ends").success());
        String::from_utf8_lossy(&self.raw).into_owned()
    }
}

fn home() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn places(home: &TempDir) -> PathBuf {
    home.path().join(".local/state/diptych/places.json")
}

/// What the tests that are about something else set, so that nothing is asked.
const THEME: &[&str] = &["--theme", "night"];

#[test]
fn the_ground_is_asked_for_once_and_the_theme_follows() {
    for (ink, answer, ground) in [(BLACK, LIGHT, vt100::Color::Idx(231)), (WHITE, DARK, vt100::Color::Idx(234))] {
        let home = home();
        let mut terminal = Terminal::start(&home, &[], &[]);
        terminal.answer(&format!("{ink}{answer}"));
        terminal.wait_for("next difference");
        assert_eq!(terminal.ground(), ground);
        assert_eq!(terminal.quit().matches("\x1b]11;?").count(), 1);
    }
}

#[test]
fn nothing_is_asked_where_a_theme_is_set_or_there_are_no_colours() {
    let set = home();
    fs::create_dir_all(set.path().join(".config/diptych")).expect("a folder can be made");
    fs::write(set.path().join(".config/diptych/config.toml"), "theme = \"paper\"\n").expect("a file can be written");
    for (home, arguments, environment) in [
        (home(), THEME, &[][..]),
        (set, &[], &[]),
        (home(), &[], &[("NO_COLOR", "1")]),
        (home(), &[], &[("TERM", "screen")]),
        (home(), &["--color", "never"], &[]),
    ] {
        let mut terminal = Terminal::start(&home, arguments, environment);
        terminal.wait_for("next difference");
        assert!(!terminal.asked(), "{arguments:?} {environment:?}");
        terminal.quit();
    }
}

#[test]
fn a_silent_terminal_holds_nothing_up_for_long_and_its_late_answer_is_no_key() {
    let home = home();
    let start = Instant::now();
    let mut terminal = Terminal::start(&home, &[], &[("COLORFGBG", "0;15")]);
    terminal.wait_for("next difference");
    assert!(start.elapsed() < Duration::from_secs(8), "{:?}", start.elapsed());
    assert_eq!(terminal.ground(), vt100::Color::Idx(231));
    terminal.press(&format!("{BLACK}{LIGHT}{DEVICE}]"));
    terminal.wait_for("difference 1 of");
    terminal.quit();
}

#[test]
fn the_place_is_kept_from_one_time_to_the_next() {
    let home = home();
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}}}");
    terminal.wait_for("A¶6 of");
    terminal.quit();
    let kept = fs::read_to_string(places(&home)).expect("it was kept");
    assert!(kept.contains("\"story\": \"bundled:ferry\"") && kept.contains("\"block\": 6"), "{kept}");

    let mut again = Terminal::start(&home, THEME, &[]);
    again.wait_for("as you left it");
    again.press("?");
    again.wait_for("Help: any");
    again.press("\x1b");
    again.wait("the help to close", |_, screen| !screen.contains("Help: any"));
    again.quit();
    let again = fs::read_to_string(places(&home)).expect("it is still there");
    assert_eq!(again, kept.replace("\"starts\": 1", "\"starts\": 2"), "the start alone is news");

    let mut elsewhere = Terminal::start(&home, &["--theme", "night", "--left", "A", "--right", "B"], &[]);
    elsewhere.wait_for("A¶1 of");
    elsewhere.quit();
}

#[test]
fn the_place_is_kept_when_a_signal_ends_it() {
    let home = home();
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}}}");
    terminal.wait_for("A¶6 of");
    let process = terminal.child.process_id().expect("it runs").to_string();
    let sent = std::process::Command::new("kill").args(["-s", "TERM", &process]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let status = terminal.child.wait().expect("it ends");
    assert_eq!(status.exit_code(), 143);
    let kept = fs::read_to_string(places(&home)).expect("it was kept");
    assert!(kept.contains("\"block\": 6"), "{kept}");
}

#[test]
fn no_place_is_kept_where_nobody_moved_or_it_is_not_wanted() {
    let home = home();
    let mut terminal = Terminal::start(&home, &["--theme", "night", "--no-remember"], &[]);
    terminal.wait_for("A¶1 of");
    terminal.press("}}}");
    terminal.wait_for("A¶4 of");
    terminal.quit();
    assert!(!places(&home).exists());
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    terminal.quit();
    let kept = fs::read_to_string(places(&home)).expect("the start is counted");
    assert!(kept.contains("\"starts\": 1") && kept.contains("\"stories\": []"), "{kept}");
}

/// What explains the signs to a first-time reader.
const SIGNS: &str = "~ edited";

const ESCAPE: &str = "\x1b";

/// Starts the reader and tells, when it is there, whether a line explains the signs; presses keys, and leaves.
#[track_caller]
fn is_greeted(home: &TempDir, keys: &str, options: &[&str]) -> bool {
    let mut terminal = Terminal::start(home, &[THEME, options].concat(), &[]);
    terminal.wait_for("? help");
    let is_greeted = terminal.screen.screen().contents().contains(SIGNS);
    terminal.press(keys);
    if keys == ESCAPE {
        terminal.wait_for("explains the signs");
    }
    terminal.quit();
    is_greeted
}

#[test]
fn the_signs_are_explained_until_the_third_start() {
    let home = home();
    let starts: Vec<bool> = (0..5).map(|_| is_greeted(&home, "]]", &[])).collect();
    assert_eq!(starts, [true, true, true, false, false]);
    let kept = fs::read(places(&home)).expect("the starts are counted");
    assert!(!is_greeted(&home, "", &[]));
    assert_eq!(fs::read(places(&home)).expect("it is there"), kept, "no more is counted");
}

#[test]
fn who_dismisses_the_signs_has_seen_them_for_the_last_time() {
    let home = home();
    assert!(is_greeted(&home, "", &["--no-remember"]) && !places(&home).exists());
    assert!(is_greeted(&home, ESCAPE, &[]));
    assert!(!is_greeted(&home, "", &[]));
}

/// A home with a folder for places.
fn home_with_state() -> TempDir {
    let home = home();
    fs::create_dir_all(places(&home).parent().expect("it has a folder")).expect("a folder can be made");
    home
}

/// The names in the folder of places.
fn kept(home: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(places(home).parent().expect("it has a folder")).expect("it is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Opens the first story, goes to its fourth block and quits. Returns all that was written.
#[track_caller]
fn read_on(mut terminal: Terminal) -> String {
    terminal.wait_for("A¶1 of");
    terminal.press("}}}");
    terminal.wait_for("A¶4 of");
    terminal.quit()
}

#[test]
fn a_broken_file_of_places_is_said_and_put_aside() {
    let home = home_with_state();
    fs::write(places(&home), "nonsense").expect("a file can be written");
    fs::write(places(&home).with_extension("json.bak"), "older").expect("a file can be written");
    let mut terminal = Terminal::start(&home, THEME, &[]);
    terminal.wait_for("A¶1 of");
    let name = "~/.local/state/diptych/places.json";
    let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
    assert!(raw.contains(&format!("{name}: no places can be read in it (")), "{raw}");
    assert_eq!(fs::read_to_string(places(&home)).expect("it is untouched"), "nonsense");
    let raw = read_on(terminal);
    assert!(raw.contains(&format!("{name}: no places could be read in it; it is now places.json.bak.2")), "{raw}");
    let aside = |name| fs::read_to_string(places(&home).with_extension(name)).expect("it was put aside");
    assert_eq!((aside("json.bak").as_str(), aside("json.bak.2").as_str()), ("older", "nonsense"));
    assert!(fs::read_to_string(places(&home)).expect("it was kept").contains("\"block\": 4"));
}

fn pins(home: &TempDir) -> PathBuf {
    places(home).with_file_name("pins.json")
}

/// Opens the first story with options, presses keys that a line answers, and quits. Returns all that was written.
#[track_caller]
fn pin(home: &TempDir, options: &[&str], keys: &str, said: &str) -> String {
    let mut terminal = Terminal::start(home, &[THEME, options].concat(), &[]);
    terminal.wait_for("? help");
    terminal.press(keys);
    terminal.wait_for(said);
    terminal.quit()
}

const PIN: &str = ":A3\r&:B7\r&";
const PINNED: &str = "A¶3 and B¶7 set opposite by hand";

/// The text of the first two articles on standard output, and as JSON.
fn written(home: &TempDir) -> Vec<Vec<u8>> {
    let run = |format: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.env_clear().env("HOME", home.path()).args(["--left", "A", "--right", "B", "--format", format]);
        command.output().expect("it starts").stdout
    };
    ["text", "json", "html", "markdown"].map(run).to_vec()
}

#[test]
fn pins_are_kept_from_one_time_to_the_next_and_in_no_output() {
    let home = home();
    let before = written(&home);
    pin(&home, &[], PIN, PINNED);
    let kept = fs::read_to_string(pins(&home)).expect("they were kept");
    assert!(kept.starts_with("{\n  \"schema\": \"diptych-pins/1\"") && !kept.contains("Kelsmouth"), "{kept}");
    assert_eq!(fs::metadata(pins(&home)).expect("it is there").permissions().mode() & 0o777, 0o600);
    assert_eq!(written(&home), before);
    // Nothing is news.
    pin(&home, &[], ":A3\r", "by hand");
    assert_eq!(fs::read_to_string(pins(&home)).expect("they are there"), kept);
    // Who does not want anything kept sees none, and keeps none.
    let options = ["--no-remember"];
    pin(&home, &options, "&", "A¶1 marked");
    pin(&home, &options, PIN, PINNED);
    assert_eq!(fs::read_to_string(pins(&home)).expect("they are there"), kept);
    pin(&home, &[], ":B7\r&", "B¶7 and A¶3 no longer set opposite by hand");
    assert!(fs::read_to_string(pins(&home)).expect("it is there").contains("\"pins\": []"));
}

#[test]
fn a_broken_file_of_pins_is_said_and_put_aside() {
    let home = home_with_state();
    let name = "~/.local/state/diptych/pins.json";
    for (broken, aside) in [("nonsense", "pins.json.bak"), ("{ \"pins\": 3 }", "pins.json.bak.2")] {
        fs::write(pins(&home), broken).expect("a file can be written");
        let raw = pin(&home, &[], "j", "? help");
        assert_eq!(raw.matches(&format!("{name}: no pins can be read in it (")).count(), 1, "{raw}");
        assert!(raw.contains("; no pin is known"), "{raw}");
        assert_eq!(fs::read_to_string(pins(&home)).expect("it is untouched"), broken);
        let raw = pin(&home, &[], PIN, PINNED);
        assert!(raw.contains(&format!("{name}: no pins could be read in it; it is now {aside}")), "{raw}");
        assert_eq!(fs::read_to_string(pins(&home).with_file_name(aside)).expect("it was put aside"), broken);
        assert!(fs::read_to_string(pins(&home)).expect("they were kept").contains("diptych-pins/1"));
    }
}

#[test]
fn a_file_of_pins_that_is_of_another_kind_is_left_as_it_is() {
    let home = home_with_state();
    for other in ["{ \"schema\": \"diptych-pins/2\", \"pins\": {} }", "{ \"schema\": \"diptych-places/1\" }"] {
        fs::write(pins(&home), other).expect("a file can be written");
        let raw = pin(&home, &[], PIN, PINNED);
        let line = "pins.json: of another kind than diptych-pins/1; it is left as it is, and no pin is kept";
        assert_eq!(raw.matches(line).count(), 1, "{raw}");
        assert_eq!(fs::read_to_string(pins(&home)).expect("it is untouched"), other);
    }
    fs::remove_file(pins(&home)).and_then(|()| fs::create_dir(pins(&home))).expect("a folder can be made");
    let raw = pin(&home, &[], PIN, PINNED);
    assert!(raw.contains("; it is left as it is, and no pin is kept") && pins(&home).is_dir(), "{raw}");
}

/// Wants what is in the stead of the file of places to be said and to be left as it is.
#[track_caller]
fn is_left(home: &TempDir, cause: &str) {
    let look = || {
        let path = places(home);
        let kind = fs::symlink_metadata(&path).expect("it is there").file_type();
        // A pipe would be waited for.
        let text = path.is_file().then(|| fs::read(&path).expect("it can be read"));
        (kind, fs::read_link(&path).ok(), text, kept(home))
    };
    let before = look();
    let raw = read_on(Terminal::start(home, THEME, &[]));
    let line = format!("places.json: {cause}; it is left as it is, and no place is kept");
    assert_eq!(raw.matches(&line).count(), 1, "{line}: {raw}");
    assert_eq!(look(), before, "{cause}");
}

#[test]
fn what_is_not_ours_is_said_and_left() {
    let other = "{ \"schema\": \"diptych-places/2\", \"stories\": [] }";
    let home = home_with_state();
    fs::write(places(&home), other).expect("a file can be written");
    is_left(&home, "of another kind than diptych-places/1");

    let home = home_with_state();
    fs::create_dir(places(&home)).expect("a folder can be made");
    is_left(&home, "is a directory");

    let home = home_with_state();
    nix::unistd::mkfifo(&places(&home), nix::sys::stat::Mode::S_IRWXU).expect("pipes are known here");
    is_left(&home, "not a regular file");

    for (text, cause) in
        [("kept", "a link to a file that is not of places"), (other, "of another kind than diptych-places/1")]
    {
        let home = home_with_state();
        let target = home.path().join("other.txt");
        fs::write(&target, text).expect("a file can be written");
        symlink(&target, places(&home)).expect("links are known here");
        is_left(&home, cause);
        assert_eq!(fs::read_to_string(&target).expect("it is there"), text);
        assert!(!home.path().join("other.json.bak").exists());
    }

    let home = home_with_state();
    nix::unistd::mkfifo(&home.path().join("pipe"), nix::sys::stat::Mode::S_IRWXU).expect("pipes are known here");
    symlink(home.path().join("pipe"), places(&home)).expect("links are known here");
    is_left(&home, "not a regular file");
}

#[test]
fn a_link_to_places_stays_one() {
    for text in [None, Some("{ \"schema\": \"diptych-places/1\", \"stories\": [] }")] {
        let home = home_with_state();
        let target = home.path().join("dots.json");
        if let Some(text) = text {
            fs::write(&target, text).expect("a file can be written");
            fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).expect("it is our own");
        }
        symlink("../../../dots.json", places(&home)).expect("links are known here");
        read_on(Terminal::start(&home, THEME, &[]));
        assert!(places(&home).is_symlink());
        assert!(fs::read_to_string(&target).expect("it was kept").contains("\"block\": 4"));
        let mode = fs::metadata(&target).expect("it was kept").permissions().mode() & 0o777;
        assert_eq!(mode, if text.is_some() { 0o644 } else { 0o600 });
    }
}

#[test]
fn a_lock_that_is_none_of_ours_is_left() {
    let home = home_with_state();
    symlink(home.path().join("elsewhere"), places(&home).with_extension("lock")).expect("links are known here");
    let raw = read_on(Terminal::start(&home, THEME, &[]));
    assert!(raw.contains("places.json: its lock: not a regular file; the place is not kept"), "{raw}");
    assert_eq!(kept(&home), ["places.lock"]);
    assert!(!home.path().join("elsewhere").exists(), "nothing is written through the link");
}

#[test]
fn a_limit_on_file_size_leaves_the_places() {
    let home = home_with_state();
    read_on(Terminal::start(&home, THEME, &[]));
    let before = fs::read_to_string(places(&home)).expect("it was kept");
    let words = ["/bin/sh", "-c", "ulimit -f 0; exec \"$0\" --theme night", env!("CARGO_BIN_EXE_diptych")];
    let mut terminal = Terminal::start_program(&home, &words, &[]);
    terminal.wait_for("as you left it");
    terminal.press("}}}");
    terminal.wait_for("A¶7 of");
    let raw = terminal.quit();
    assert!(raw.contains("places.json: file too large; the place is not kept"), "{raw}");
    assert_eq!(fs::read_to_string(places(&home)).expect("it is there"), before);
    assert_eq!(kept(&home), ["places.json", "places.lock"]);
}

#[test]
fn readers_that_end_together_lose_nothing() {
    let home = home();
    let folders = ["east", "north", "south", "west"];
    let mut terminals: Vec<Terminal> = Vec::new();
    for folder in folders {
        fs::create_dir(home.path().join(folder)).expect("a folder can be made");
        for name in ["a.txt", "b.txt"] {
            let text = "The boats left on Monday.\n\nNobody saw them leave.\n\nThey are due in spring.\n";
            let text = if name == "b.txt" { text.replace("spring", "summer") } else { text.to_owned() };
            fs::write(home.path().join(folder).join(name), text).expect("a file can be written");
        }
        terminals.push(Terminal::start(&home, &["--theme", "night", folder], &[]));
    }
    for terminal in &mut terminals {
        terminal.wait_for("A¶1 of");
        terminal.press("}}");
        terminal.wait_for("A¶3 of");
    }
    for terminal in &mut terminals {
        terminal.press("q");
    }
    for terminal in &mut terminals {
        assert!(terminal.child.wait().expect("it ends").success());
    }
    let kept = fs::read_to_string(places(&home)).expect("it was kept");
    for folder in folders {
        assert!(kept.contains(&format!("/{folder}\"")), "{folder}: {kept}");
    }
}

#[test]
fn a_pipe_in_the_stead_of_the_configuration_holds_nothing_up() {
    let home = home();
    let folder = home.path().join(".config/diptych");
    fs::create_dir_all(&folder).expect("a folder can be made");
    nix::unistd::mkfifo(&folder.join("config.toml"), nix::sys::stat::Mode::S_IRWXU).expect("pipes are known here");
    let line = ".config/diptych/config.toml: not a regular file; the defaults are used";
    for arguments in [THEME, &["--theme", "night", "--config", ".config/diptych/config.toml"]] {
        let mut terminal = Terminal::start(&home, arguments, &[]);
        terminal.wait_for(line);
        terminal.quit();
    }
    // None at all, and one from the shell's pipe.
    let mut terminal = Terminal::start(&home, &["--theme", "night", "--config", "/dev/null"], &[]);
    terminal.wait_for("A¶1 of");
    assert!(!terminal.quit().contains("the defaults are used"));
    let words = "printf 'theme = \"paper\"\n' | \"$0\" --config /dev/fd/3 3<&0 </dev/tty";
    let mut terminal = Terminal::start_program(&home, &["/bin/sh", "-c", words, env!("CARGO_BIN_EXE_diptych")], &[]);
    terminal.wait_for("A¶1 of");
    assert_eq!(terminal.ground(), vt100::Color::Idx(231));
    terminal.quit();
}

#[test]
fn what_is_not_understood_stands_on_the_first_screen_too() {
    let home = home();
    fs::write(home.path().join("c.toml"), "theme = \"nigth\"\nascii = 3\n").expect("a file can be written");
    let mut terminal = Terminal::start(&home, &["--config", "c.toml", "--theme", "night"], &[]);
    terminal.wait_for("2 messages, :messages shows all · c.toml:1: theme: there is no \"nigth\"");
    terminal.press("j");
    terminal.wait_for(" differences");
    terminal.press(":messages\r");
    terminal.wait_for("c.toml:2: ascii");
    terminal.press("q");
    terminal.quit();
}
