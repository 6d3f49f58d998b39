//! What `-o` writes: where, whole or not at all, and never over what must not be lost.
#![cfg(feature = "tui")]

mod desk;

use std::ffi::OsStr;
use std::fs;

use desk::{BOATS, Desk, Run, trouble};

/// What stood there before.
const PRECIOUS: &str = "precious\n";

/// Runs and wants nothing said, and this status.
#[track_caller]
fn ends(desk: &Desk, words: &str, status: i32) {
    let run = desk.run(words);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (status, "", ""), "{words}");
}

/// The names in a folder, sorted.
fn names(desk: &Desk, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.path(folder)).expect("it is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

// How it ends

#[test]
fn a_file_ends_as_standard_output_does() {
    let desk = Desk::new();
    for words in ["a.txt b.txt", "a.txt c.txt", ". --left A --right C"] {
        for format in ["text", "json", "html", "markdown", "svg"] {
            let of_story = words == "." && format == "text";
            let words = format!("--format {format} {words}");
            let (out, file) = (desk.run(&words), desk.run(&format!("{words} -o out --force")));
            assert_eq!((file.status, file.out.as_str()), (out.status, ""), "{words}");
            // Of text a line says what of the story is in the file.
            assert_eq!(file.err.starts_with("diptych: written: A a and B b"), of_story, "{words}");
            assert!(of_story || file.err.is_empty(), "{words}: {}", file.err);
        }
    }
    for format in ["json", "html", "markdown", "svg"] {
        ends(&desk, &format!("--format {format} . -o out --force"), 0);
    }
    // Text is of two alone, which is said where nobody sees it.
    let run = desk.run("--format text . -o out --force");
    assert!(run.status == 0 && run.err.starts_with("diptych: written: A a and B b, two of 3; "), "{}", run.err);
    ends(&desk, "--format text a.txt c.txt -o different", 1);
    ends(&desk, "--format json a.txt c.txt -o different --force", 1);
    ends(&desk, "--keys j a.txt c.txt -o screen", 0);
}

#[test]
fn what_goes_to_a_file_is_what_would_be_written() {
    let desk = Desk::new();
    for words in [
        "a.txt c.txt",
        "--format json a.txt c.txt",
        "--format markdown .",
        "--format html .",
        "--format svg a.txt c.txt",
        "--keys jj a.txt c.txt",
        "--dump-config",
    ] {
        let run = desk.run(&format!("{words} --force -o out"));
        assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
        assert_eq!(desk.read("out"), desk.run(words).out, "{words}");
    }
}

// What the ending says

#[test]
fn the_ending_of_a_file_says_its_format() {
    let desk = Desk::new();
    let endings = [("html", "html"), ("HTM", "html"), ("json", "json"), ("md", "markdown"), ("markdown", "markdown")];
    for (ending, format) in endings.into_iter().chain([("svg", "svg"), ("txt", "text")]) {
        let asked = desk.run(&format!("--format {format} a.txt c.txt"));
        ends(&desk, &format!("a.txt c.txt -o out.{ending}"), asked.status);
        assert_eq!(desk.read(&format!("out.{ending}")), asked.out, "{ending}");
        // What is asked for counts more.
        ends(&desk, &format!("--format markdown a.txt c.txt -o other.{ending}"), 0);
        assert!(desk.read(&format!("other.{ending}")).starts_with("# a and c\n"), "{ending}");
    }
    ends(&desk, "a.txt c.txt -o .html", 0);
    assert!(desk.read(".html").starts_with("<!DOCTYPE html>"));
    // As with other programs, a hyphen is standard output.
    assert_eq!(desk.run("a.txt c.txt -o -").out, desk.run("a.txt c.txt").out);
    assert!(!desk.path("-").exists());
    ends(&desk, "--keys j a.txt c.txt -o screen.svg", 0);
    assert_eq!(desk.read("screen.svg"), desk.run("--format svg --keys j a.txt c.txt").out);
    ends(&desk, "a.txt c.txt -o .hidden", 1);
    assert_eq!(desk.read(".hidden"), desk.run("--format text a.txt c.txt").out, "a name without an ending is text");
}

#[test]
fn an_ending_that_is_not_known_is_refused() {
    let desk = Desk::new();
    for words in ["a.txt c.txt", ".", "--keys j a.txt b.txt", "nope.txt b.txt"] {
        let line = "out.pdf: no format goes with .pdf; there are .csv, .htm, .html, .json, .jsonl, .markdown, .md, .ndjson, .svg, .tsv, .txt, or name one with \
            --format";
        trouble(&desk.run(&format!("{words} -o out.pdf")), line);
    }
    assert_eq!(names(&desk, "."), ["a.txt", "b.txt", "c.txt"]);
    for words in
        ["--format markdown a.txt c.txt -o out.dat", "--dump-config -o kept.toml", "--generate man -o diptych.1"]
    {
        ends(&desk, words, 0);
    }
}

// What is there already

#[test]
fn a_file_that_is_there_is_replaced_only_by_force() {
    for words in [
        "--format json .",
        "--format text a.txt b.txt",
        "--format svg a.txt c.txt",
        "--keys j a.txt c.txt",
        "--dump-config",
    ] {
        let desk = Desk::new().put("old", PRECIOUS);
        let line = "old: a file of that name is there already; --force replaces it";
        trouble(&desk.run(&format!("{words} -o old")), line);
        assert_eq!(desk.read("old"), PRECIOUS, "{words}");
        ends(&desk, &format!("{words} -o old --force"), 0);
        assert_eq!(desk.read("old"), desk.run(words).out, "{words}");
        assert_eq!(names(&desk, "."), ["a.txt", "b.txt", "c.txt", "old"], "{words}");
    }
}

#[test]
fn force_alone_is_no_sense() {
    let line = "the following required arguments were not provided: --output <FILE>";
    trouble(&Desk::new().run("--force ."), line);
}

#[test]
fn trouble_with_an_article_leaves_the_file() {
    let desk = Desk::new().put("old", PRECIOUS);
    trouble(&desk.run("a.txt nope.txt -o old --force"), "nope.txt: no such file or folder");
    assert_eq!(desk.read("old"), PRECIOUS);
}

#[test]
fn a_folder_is_no_file() {
    let desk = Desk::new().put("folder/x.txt", BOATS);
    for name in ["folder", "folder/", ".", "new/", "new/."] {
        trouble(&desk.run(&format!(". -o {name} --force")), &format!("{name}: cannot be written: is a directory"));
    }
    trouble(&desk.run("a.txt b.txt -o no/out"), "no/out: cannot be written: no such file or folder");
    trouble(&desk.run("a.txt b.txt -o c.txt/out"), "c.txt/out: cannot be written: not a directory");
    assert_eq!(names(&desk, "."), ["a.txt", "b.txt", "c.txt", "folder"]);
}

// Never over what is read

/// Wants a name to be refused, with force and without, and nothing to be written.
#[track_caller]
fn refused(desk: &Desk, words: &str, name: &str, what: &str) {
    let before = fs::read(desk.path(name)).expect("it is there");
    for force in ["", " --force"] {
        let line = format!("{name}: {what}; nothing was written");
        trouble(&desk.run(&format!("{words} -o {name}{force}")), &line);
    }
    assert!(fs::read(desk.path(name)).is_ok_and(|after| after == before), "{name} was written");
}

#[test]
fn never_over_an_article() {
    let desk = Desk::new().put("deeper/x.txt", BOATS);
    let absolute = desk.path("b.txt");
    for (words, name) in [
        ("a.txt c.txt", "a.txt"),
        (".", "c.txt"),
        ("--format json .", "./b.txt"),
        ("--format svg .", "deeper/../a.txt"),
        ("--keys j .", "a.txt"),
        ("a.txt deeper", "deeper/x.txt"),
        ("--dump-config .", "a.txt"),
        ("--left A --right B .", "c.txt"),
        (".", absolute.to_str().expect("it is UTF-8")),
    ] {
        refused(&desk, words, name, "a file that the story is read from");
    }
}

#[test]
fn never_over_what_was_passed_over() {
    let desk = Desk::new()
        .put("latin.txt", b"caf\xE9 in the harbour")
        .put("binary.md", "a\0b")
        .put("empty.txt", "")
        .put("README.md", PRECIOUS);
    for name in ["latin.txt", "./binary.md", "empty.txt"] {
        refused(&desk, ".", name, "a file that the story is read from");
        refused(&desk, "--format json .", name, "a file that the story is read from");
    }
    // What no article could be is a file as any other.
    assert_eq!(desk.run(". -o README.md").status, 2);
    assert_eq!(desk.run("--format json . -o README.md --force").status, 0);
    assert!(desk.read("README.md").starts_with('{'));
}

#[test]
fn never_over_the_configuration_in_use() {
    let what = "the configuration in use";
    let desk = Desk::new().put("mine.toml", "theme = \"paper\"\n");
    for words in ["--format text .", "--format json .", "--keys j .", "--dump-config"] {
        refused(&desk, &format!("{words} --config mine.toml"), "./mine.toml", what);
    }
    let desk = desk.put("no configuration/diptych/config.toml", "theme = \"paper\"\n");
    let usual = desk.path("no configuration/diptych/config.toml");
    let args = [".".as_ref(), "-o".as_ref(), usual.as_os_str(), "--force".as_ref()];
    trouble(&Run::of(&mut desk.command(&args)), &format!("{}: {what}; nothing was written", usual.display()));
    // With another one in use it is a file as any other.
    let args = [&args[..], &["--config", "mine.toml", "--format", "text"].map(OsStr::new)].concat();
    assert_eq!(Run::of(&mut desk.command(&args)).status, 0);
}

#[test]
fn a_first_configuration_can_be_written() {
    let desk = Desk::new().put("no configuration/diptych/keep", "");
    let usual = desk.path("no configuration/diptych/config.toml");
    let run = Run::of(&mut desk.command(&["--dump-config".as_ref(), "-o".as_ref(), usual.as_os_str()]));
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(fs::read_to_string(usual).is_ok_and(|text| text.contains("theme = ")));
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::Read;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::os::unix::process::{CommandExt, ExitStatusExt};
    use std::process::{Child, Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use nix::unistd::{Uid, mkfifo};

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    /// A shell command in a desk, in which `$diptych` is the binary.
    fn shell(desk: &Desk, command: &str) -> Run {
        let mut shell = assert_cmd::Command::new("sh");
        shell.args(["-c", command]).current_dir(&desk.folder).env("diptych", env!("CARGO_BIN_EXE_diptych"));
        Run::of(shell.env("XDG_CONFIG_HOME", desk.path("no configuration")).env_remove("COLUMNS"))
    }

    fn mode(desk: &Desk, name: &str) -> u32 {
        fs::metadata(desk.path(name)).expect("it is there").mode() & 0o7777
    }

    // Descriptors

    #[cfg(target_os = "linux")]
    #[test]
    fn never_through_a_descriptor_that_is_open_for_reading() {
        let desk = Desk::new().put("old", PRECIOUS);
        let run = shell(&desk, "$diptych a.txt b.txt --format text -o /dev/fd/5 5< old");
        trouble(&run, "/dev/fd/5: cannot be written: it is open for reading alone");
        assert_eq!(desk.read("old"), PRECIOUS);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_descriptor_of_another_process_is_its_file() {
        let desk = Desk::new().put("old", PRECIOUS);
        let command = "sleep 20 1> theirs & $diptych a.txt b.txt --format text --force -o /proc/$!/fd/1; end=$?; kill $!; exit $end";
        let run = shell(&desk, command);
        assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
        assert!(desk.read("theirs").contains("moved"), "written where the other process writes");
    }

    // Links

    #[test]
    fn never_over_an_article_by_another_name() {
        let desk = Desk::new().put("folder/x.txt", BOATS);
        symlink("../a.txt", desk.path("folder/y.txt")).expect("links are known here");
        symlink("b.txt", desk.path("soft")).expect("links are known here");
        fs::hard_link(desk.path("b.txt"), desk.path("hard")).expect("links are known here");
        let what = "a file that the story is read from";
        refused(&desk, "folder", "a.txt", what);
        refused(&desk, "a.txt b.txt", "hard", what);
        refused(&desk, ".", "soft", what);
        trouble(
            &shell(&desk, "$diptych - b.txt -o c.txt --force < c.txt"),
            &format!("c.txt: {what}; nothing was written"),
        );
        trouble(&shell(&desk, "$diptych - b.txt -o a.txt < a.txt"), &format!("a.txt: {what}; nothing was written"));
        // Through a descriptor that somebody has opened to append.
        trouble(&shell(&desk, "$diptych . -o /dev/fd/3 3>> a.txt"), &format!("/dev/fd/3: {what}; nothing was written"));
        assert_eq!((desk.read("a.txt"), desk.read("b.txt")), (BOATS.to_owned(), BOATS.to_owned()));
    }

    #[test]
    fn a_link_is_followed() {
        let desk = Desk::new().put("deeper/old.json", PRECIOUS);
        let out = desk.run("--format json a.txt b.txt c.txt").out;
        for (link, to) in [("link", "chain"), ("chain", "deeper/old.json"), ("dangling", "deeper/new.json")] {
            symlink(to, desk.path(link)).expect("links are known here");
        }
        trouble(&desk.run(". -o link"), "link: a file of that name is there already; --force replaces it");
        ends(&desk, "--format json a.txt b.txt c.txt -o link --force", 0);
        ends(&desk, "--format json a.txt b.txt c.txt -o dangling", 0);
        for (link, name) in [("link", "deeper/old.json"), ("chain", "deeper/old.json"), ("dangling", "deeper/new.json")]
        {
            assert!(desk.path(link).is_symlink(), "{link} is a link no more");
            assert_eq!(desk.read(name), out, "{link}");
        }
        symlink("loop", desk.path("loop")).expect("links are known here");
        let line = "loop: cannot be written: too many levels of symbolic links";
        trouble(&desk.run(". -o loop --force"), line);
    }

    // Permissions

    #[test]
    fn permissions_are_kept() {
        let desk = Desk::new().put("old", PRECIOUS).put("secret", PRECIOUS);
        for (name, mode) in [("old", 0o764), ("secret", 0o600)] {
            fs::set_permissions(desk.path(name), fs::Permissions::from_mode(mode)).expect("it is our own");
            ends(&desk, &format!("--format json a.txt b.txt c.txt -o {name} --force"), 0);
        }
        assert_eq!((mode(&desk, "old"), mode(&desk, "secret")), (0o764, 0o600));
        shell(&desk, "umask 027; $diptych . -o new; umask 0; $diptych . -o open");
        assert_eq!((mode(&desk, "new"), mode(&desk, "open")), (0o640, 0o666));
    }

    #[test]
    fn the_owner_is_kept() {
        let desk = Desk::new().put("old", PRECIOUS);
        if std::os::unix::fs::chown(desk.path("old"), Some(65534), Some(65533)).is_err() {
            println!("skipped: only root gives files away");
            return;
        }
        fs::set_permissions(desk.path("old"), fs::Permissions::from_mode(0o640)).expect("root may");
        ends(&desk, "--format json . -o old --force", 0);
        let data = fs::metadata(desk.path("old")).expect("it is there");
        assert_eq!((data.uid(), data.gid(), data.mode() & 0o7777), (65534, 65533, 0o640));
    }

    /// Runs the binary as somebody for whom permissions count, which they do not for root.
    fn run_as_anybody(desk: &Desk, words: &str) -> Option<Run> {
        let binary = desk.path("binary");
        let mut command = if Uid::effective().is_root() {
            // A copy, as others need not reach where it was built.
            fs::copy(env!("CARGO_BIN_EXE_diptych"), &binary).expect("there is room for it");
            fs::set_permissions(&desk.folder, fs::Permissions::from_mode(0o755)).expect("it is our own");
            let mut command = Command::new(&binary);
            command.uid(65534).gid(65534);
            command
        } else {
            Command::new(env!("CARGO_BIN_EXE_diptych"))
        };
        command.current_dir(&desk.folder).args(words.split_whitespace()).env("XDG_CONFIG_HOME", "/nowhere");
        let output = command.output().map_err(|error| println!("skipped: {error}")).ok()?;
        let text = |bytes| String::from_utf8(bytes).expect("all that is written is UTF-8");
        let status = output.status.code().expect("no signal ended it");
        Some(Run { status, out: text(output.stdout), err: text(output.stderr) })
    }

    #[test]
    fn a_missing_permission_leaves_the_file() {
        let desk = Desk::new().put("open/read-only", PRECIOUS).put("closed/old", PRECIOUS);
        let allow = |name: &str, mode| fs::set_permissions(desk.path(name), fs::Permissions::from_mode(mode));
        for (name, mode) in [("open", 0o777), ("open/read-only", 0o444), ("closed/old", 0o666), ("closed", 0o555)] {
            allow(name, mode).expect("it is our own");
        }
        for (name, cause) in [
            ("open/read-only", "permission denied"),
            ("closed/old", "its folder may not be written"),
            ("closed/new", "its folder may not be written"),
        ] {
            let Some(run) = run_as_anybody(&desk, &format!("a.txt b.txt -o {name} --force")) else { return };
            trouble(&run, &format!("{name}: cannot be written: {cause}"));
        }
        allow("closed", 0o755).expect("it is our own");
        assert_eq!((desk.read("open/read-only"), desk.read("closed/old")), (PRECIOUS.to_owned(), PRECIOUS.to_owned()));
        assert_eq!((names(&desk, "open"), names(&desk, "closed")), (vec!["read-only".into()], vec!["old".into()]));
    }

    // Limits, full disks and signals

    #[test]
    fn a_limit_on_file_size_leaves_the_file() {
        let desk = Desk::new().put("out/old", PRECIOUS);
        for (format, name) in [("json", "old"), ("svg", "old"), ("json", "new")] {
            let words = format!("--story counter-espionage --format {format} -o out/{name} --force");
            let run = shell(&desk, &format!("ulimit -f 8; exec $diptych {words}"));
            trouble(&run, &format!("out/{name}: cannot be written: file too large"));
        }
        assert_eq!((desk.read("out/old"), names(&desk, "out")), (PRECIOUS.to_owned(), vec!["old".to_owned()]));
        let run = shell(&desk, "(ulimit -f 8; exec $diptych --story counter-espionage --format json) > out/through");
        trouble(&run, "standard output: file too large");
    }

    #[test]
    fn a_full_device_is_trouble() {
        if !std::path::Path::new("/dev/full").exists() {
            println!("skipped: there is no /dev/full");
            return;
        }
        let desk = Desk::new();
        symlink("/dev/full", desk.path("full")).expect("links are known here");
        for name in ["/dev/full", "full"] {
            let line = format!("{name}: cannot be written: no space left on device");
            trouble(&desk.run(&format!("a.txt b.txt -o {name}")), &line);
        }
    }

    /// A folder of so many articles that take a while to be written as JSON.
    fn crowd(count: usize) -> Desk {
        let text = |name: usize| {
            let lines = (0..40).map(|line| format!("Boat {line} of {name} was withdrawn on Monday after a crack.\n\n"));
            lines.collect::<String>()
        };
        (0..count).fold(Desk::new(), |desk, name| desk.put(&format!("crowd/{name}.txt"), text(name)))
    }

    /// Waits until a file is written beside what is in a folder.
    #[track_caller]
    fn wait_for_draft(desk: &Desk, folder: &str) {
        let before = 1;
        let end = Instant::now() + PATIENCE;
        while names(desk, folder).len() == before {
            assert!(Instant::now() < end, "nothing is written beside the file");
            thread::sleep(Duration::from_millis(1));
        }
    }

    #[track_caller]
    fn send(signal: &str, child: &Child) {
        let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()));
    }

    #[test]
    fn a_signal_leaves_the_file_and_nothing_beside_it() {
        let desk = crowd(60).put("out/old", PRECIOUS);
        let mut command = Command::new(env!("CARGO_BIN_EXE_diptych"));
        command.current_dir(&desk.folder).args("crowd --format json -o out/old --force".split(' '));
        let mut child = command.stdin(Stdio::null()).spawn().expect("it starts");
        wait_for_draft(&desk, "out");
        send("TERM", &child);
        assert_eq!(child.wait().expect("it ends").signal(), Some(15));
        assert_eq!((desk.read("out/old"), names(&desk, "out")), (PRECIOUS.to_owned(), vec!["old".to_owned()]));
    }

    #[test]
    fn an_ignored_signal_is_ignored() {
        let desk = crowd(20).put("out/old", PRECIOUS);
        let mut command = Command::new("sh");
        let words = "trap '' HUP; exec \"$0\" crowd --format json -o out/old --force";
        command.current_dir(&desk.folder).args(["-c", words, env!("CARGO_BIN_EXE_diptych")]);
        let mut child = command.spawn().expect("it starts");
        wait_for_draft(&desk, "out");
        send("HUP", &child);
        assert_eq!(child.wait().expect("it ends").code(), Some(0));
        assert!(desk.read("out/old").ends_with("}\n"));
        assert_eq!(names(&desk, "out"), ["old"]);
    }

    // What is no regular file

    #[test]
    fn descriptors_are_written_straight() {
        let desk = Desk::new().put("log", PRECIOUS);
        let out = desk.run("a.txt c.txt").out;
        let run = shell(&desk, "$diptych a.txt c.txt -o /dev/stdout");
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (1, out.as_str(), ""));
        let run = shell(&desk, "$diptych a.txt c.txt -o /dev/stderr");
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (1, "", out.as_str()));
        // What the shell has opened, and what it writes before and after.
        let run = shell(&desk, "(echo before; $diptych a.txt c.txt -o /dev/stdout; echo after) > made");
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert_eq!(desk.read("made"), format!("before\n{out}after\n"));
        assert_eq!(shell(&desk, "$diptych a.txt c.txt -o /dev/fd/5 5>> log").status, 1);
        assert_eq!(desk.read("log"), format!("{PRECIOUS}{out}"));
        // A file made by the shell among the articles is none of them.
        let run = shell(&Desk::new(), "$diptych . -o /dev/stdout > new.txt");
        assert_eq!((run.status, run.err.as_str()), (0, "diptych: ./new.txt: no text in it; passed over\n"));
        trouble(
            &shell(&desk, "exec 7>&-; exec $diptych a.txt c.txt -o /dev/fd/7"),
            "/dev/fd/7: cannot be written: no such file or folder",
        );
    }

    #[test]
    fn devices_and_pipes_are_written_straight() {
        let desk = Desk::new();
        ends(&desk, "a.txt c.txt -o /dev/null", 1);
        let is_device = std::os::unix::fs::FileTypeExt::is_char_device;
        assert!(fs::metadata("/dev/null").is_ok_and(|data| is_device(&data.file_type())));
        let pipe = desk.path("pipe");
        mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).expect("pipes are known here");
        let reader = thread::spawn(move || {
            let mut text = String::new();
            File::open(pipe).and_then(|mut pipe| pipe.read_to_string(&mut text)).map(|_| text)
        });
        ends(&desk, "a.txt c.txt -o pipe", 1);
        let read = reader.join().expect("it reads").expect("it can be read");
        assert_eq!(read, desk.run("a.txt c.txt").out);
        assert!(!desk.path("pipe").is_file());
        // A reader that has left is no trouble, as on standard output.
        let run = shell(&desk, "$diptych --story counter-espionage --format json -o /dev/fd/4 4>&1 | head -c 1");
        assert_eq!((run.out.as_str(), run.err.as_str()), ("{", ""));
    }
}

// What is folded

#[test]
fn a_fold_is_as_wide_as_the_page() {
    let desk = Desk::new();
    for (fold, arrangement) in ["echoes", "alike", "alone", "linked", "all"]
        .into_iter()
        .flat_map(|fold| ["facing", "stacked", "inline"].map(|arrangement| (fold, arrangement)))
    {
        for width in [20, 23, 31, 80, 120] {
            let words = format!(
                "--story ferry --left A --right B --format text --fold {fold} --arrangement {arrangement} --width {width}"
            );
            let text = desk.run(&words).out;
            let longest = text.lines().map(|line| line.chars().count()).max();
            assert!(longest.is_some_and(|longest| longest <= width), "{words}: {longest:?}\n{text}");
        }
    }
}

#[test]
fn a_fold_of_several_links_has_the_sign_of_none() {
    let text = Desk::new().run("--story ferry --left A --right B --format text --fold linked --width 100").out;
    // A¶3–6 are linked with blocks of B¶3–9 in another order, each in its own way.
    let line = text.lines().find(|line| line.contains("4 blocks, ¶3–6")).unwrap_or_default();
    assert!(line.contains("│  3    3 │ ▸ 7 blocks, ¶3–9"), "{line}");
    assert!(text.contains("▸ folded: what both have"), "the legend says what ▸ is");
    // An echo is told from what is at home.
    let all = Desk::new().run("--story ferry --left A --right B --format text --fold all --width 100").out;
    assert!(all.lines().any(|line| line.starts_with(" ▸ ┊ Plans for") || line.starts_with("▸ ┊ Plans for")), "{all}");
    assert!(all.lines().any(|line| line.contains("│  6 =  8 │")), "one link has its own: {all}");
}

#[test]
fn what_is_cut_leaves_no_bracket_open() {
    let desk = Desk::new();
    for width in (40..110).step_by(3) {
        let words = format!(
            "--story counter-espionage --left A --right B --format text --fold echoes --arrangement stacked --width {width}"
        );
        let text = desk.run(&words).out;
        let cut: Vec<&str> = text.lines().filter(|line| line.contains('┊') && line.contains('…')).collect();
        assert!(!cut.is_empty(), "{words}");
        for line in cut {
            let count = |mark: char| line.matches(mark).count();
            assert_eq!((count('['), count('{')), (count(']'), count('}')), "{words}: {line}");
            assert!(count('_') % 2 == 0 && line.chars().count() <= width, "{words}: {line}");
        }
    }
}
