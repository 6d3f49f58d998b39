//! Articles by address, from a server on loopback; and that nothing else makes a connection.
#![cfg(feature = "fetch")]

mod desk;
#[cfg(all(feature = "tui", unix))]
mod session;

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use desk::{BOATS, Desk};
#[cfg(all(feature = "tui", unix))]
use session::Session;

/// Serves two reports, counts the requests, and returns the address of the server and the count.
fn serve() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a loopback");
    let port = listener.local_addr().expect("it is bound").port();
    let counted = Arc::new(AtomicUsize::new(0));
    let counting = Arc::clone(&counted);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            counting.fetch_add(1, Ordering::Relaxed);
            answer(stream);
        }
    });
    (format!("http://127.0.0.1:{port}"), counted)
}

fn answer(mut stream: TcpStream) {
    let mut asked = [0; 2048];
    let read = stream.read(&mut asked).unwrap_or(0);
    let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
    let (status, media_type, body) = match asked.split(' ').nth(1).unwrap_or("/") {
        "/boats" => ("200 OK", "text/plain; charset=utf-8", BOATS.to_owned()),
        "/four" => ("200 OK", "text/plain", BOATS.replace("three", "four")),
        "/notes" => ("200 OK", "text/markdown", BOATS.to_owned()),
        "/picture" => ("200 OK", "image/png", "no picture".to_owned()),
        "/hostile" => ("200 OK", "text/plain", format!("{BOATS}\x1b]0;owned\x07\x1b[2J")),
        _ => ("403 Forbidden", "text/plain", String::new()),
    };
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n");
    let _ = stream.write_all(format!("{head}Connection: close\r\n\r\n{body}").as_bytes());
}

#[test]
fn two_addresses_are_compared() {
    let (server, _) = serve();
    let desk = Desk::new();
    let same = desk.run(&format!("{server}/boats {server}/notes --format text"));
    assert_eq!(same.status, 0, "{}", same.err);
    assert!(same.err.contains(&format!("fetching {server}/boats")), "{}", same.err);
    assert!(same.out.contains("127.0.0.1"), "the outlet is not known, the host is: {}", same.out);
    let different = desk.run(&format!("{server}/four a.txt --format text"));
    assert_eq!(different.status, 1);
    assert!(different.out.contains("[four]"), "{}", different.out);
}

#[test]
fn what_comes_from_outside_is_cleaned() {
    let (server, _) = serve();
    let run = Desk::new().run(&format!("{server}/hostile a.txt --format json"));
    assert!(!run.out.contains("owned") && !run.out.contains("\\u001b"), "{}", run.out);
    assert!(run.err.contains("terminal sequence"), "{}", run.err);
}

#[test]
fn trouble_is_one_line_with_the_address() {
    let (server, _) = serve();
    let desk = Desk::new();
    for (path, cause) in [
        ("/gone", "refused (403 forbidden); save the page from a browser and open the file"),
        ("/picture", "image/png, no page that can be read"),
    ] {
        let run = desk.run(&format!("{server}{path} a.txt --format text"));
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{}", run.err);
        let last = run.err.lines().last().unwrap_or_default();
        assert_eq!(last, format!("diptych: {server}{path}: {cause}"));
    }
}

#[test]
fn only_what_is_named_is_fetched_and_once() {
    let (server, count) = serve();
    let page = format!("See {server}/four and <img src=\"{server}/picture\">.\n\n{BOATS}");
    let desk = Desk::new().put("page.txt", page);
    assert_eq!(desk.run("page.txt a.txt --format json").status, 1);
    assert_eq!(count.load(Ordering::Relaxed), 0);
    assert_eq!(desk.run(&format!("{server}/boats a.txt --format json")).status, 0);
    assert_eq!(count.load(Ordering::Relaxed), 1);
    // Nor is it twice if it is named twice.
    assert_eq!(desk.run(&format!("{server}/boats {server}/boats --format json")).status, 0);
    assert_eq!(count.load(Ordering::Relaxed), 2);
}

#[test]
fn a_password_is_not_shown() {
    let (server, _) = serve();
    let address = server.replace("http://", "http://ann:secret@");
    let run = Desk::new().run(&format!("{address}/boats a.txt --format json"));
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(!run.out.contains("secret") && !run.err.contains("secret"), "{}", run.err);
}

/// A folder with a file, and a `story.toml` that names it and an address.
fn with_address(server: &str) -> Desk {
    let listed = "[[article]]\nfile = 'a.txt'\n[[article]]\noutlet = 'Harbour Ledger'\nurl = ";
    let desk = Desk::new().put("f/a.txt", BOATS);
    desk.put("f/story.toml", format!("{listed}'{server}/four'\n"))
}

#[test]
fn addresses_of_a_story_are_fetched_if_that_is_asked_for() {
    let (server, count) = serve();
    let desk = with_address(&server);
    let line = "f: too few articles without the address that its story.toml names; --fetch fetches it";
    desk::trouble(&desk.run("f --format text"), line);
    assert_eq!(count.load(Ordering::Relaxed), 0);
    let json = desk.json("f --fetch");
    let outlets: Vec<&str> =
        json["articles"].as_array().into_iter().flatten().filter_map(|article| article["outlet"].as_str()).collect();
    assert_eq!((outlets, count.load(Ordering::Relaxed)), (vec!["Harbour Ledger"], 1));
    let desk = desk.put("f/b.txt", BOATS);
    let run = desk.run("f --format text");
    assert_eq!((run.status, count.load(Ordering::Relaxed)), (0, 1));
    let line =
        format!("diptych: f/story.toml: {server}/four: an address in it is not fetched without --fetch; passed over");
    assert!(run.err.lines().any(|said| said == line), "{}", run.err);
}

#[test]
fn what_of_a_story_cannot_be_fetched_is_passed_over() {
    let (server, _) = serve();
    let desk = with_address(&server.replace("127.0.0.1", "no-such-host.invalid")).put("f/b.txt", BOATS);
    let run = desk.run("f --fetch --format text");
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(
        run.err.lines().any(|line| line.contains("no-such-host.invalid") && line.ends_with("; passed over")),
        "{}",
        run.err
    );
}

#[cfg(all(feature = "tui", unix))]
#[test]
fn who_opens_the_reader_is_asked() {
    let (server, count) = serve();
    let desk = with_address(&server).put("f/b.txt", BOATS);
    for (answer, fetched) in [("n\r", 0), ("\r", 0), ("y\r", 1)] {
        let mut command = session::program(env!("CARGO_BIN_EXE_diptych"));
        command.arg(desk.path("f"));
        let mut session = Session::of(command, 100, 24);
        session.shows("fetch now? [y/N]").press(answer).shows("end of A");
        assert_eq!(count.load(Ordering::Relaxed), fetched, "{answer:?}");
        assert_eq!(session.press("q").end(), 0);
        session.is_restored();
    }
}

/// Returns the files below a folder that name a thing.
fn naming(folder: &Path, words: &[&str], found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("it is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            naming(&path, words, found);
        } else if fs::read_to_string(&path).is_ok_and(|text| words.iter().any(|word| text.contains(word))) {
            found.push(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(&path).display().to_string());
        }
    }
}

#[test]
fn one_file_opens_connections() {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["src", "crates"] {
        naming(&root.join(folder), &["ureq", "std::net", "TcpStream", "UdpSocket", "ToSocketAddrs"], &mut found);
    }
    assert_eq!(found, [Path::new("src").join("intake").join("fetch.rs").display().to_string()]);
}
