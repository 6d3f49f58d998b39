//! Bytes in, names of keys out; `…` is a time that is up.

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;
use crate::tui::terminal::input::Reply;

/// Returns what is said of an input, as a person would write it.
fn name(input: &Input) -> String {
    let held = |held: KeyModifiers| {
        let names = [(KeyModifiers::ALT, "Alt-"), (KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::SHIFT, "Shift-")];
        names.iter().filter(|(modifier, _)| held.contains(*modifier)).map(|(_, name)| *name).collect::<String>()
    };
    match input {
        Input::Event(Event::Key(key)) => {
            let (code, shown) = match key.code {
                KeyCode::Char(c) => (c.to_string(), key.modifiers - KeyModifiers::SHIFT),
                KeyCode::F(number) => (format!("F{number}"), key.modifiers),
                code => (format!("{code:?}"), key.modifiers),
            };
            let up = if key.kind == KeyEventKind::Release { " up" } else { "" };
            format!("{}{code}{up}", held(shown))
        }
        Input::Event(Event::Mouse(mouse)) => {
            format!("{}{:?} {} {}", held(mouse.modifiers), mouse.kind, mouse.column, mouse.row)
        }
        Input::Event(Event::Paste(text)) => format!("paste({text})"),
        other => format!("{other:?}"),
    }
}

fn fed(decoder: &mut Decoder, bytes: &[u8]) -> Vec<Input> {
    let mut inputs = Vec::new();
    decoder.feed(bytes, &mut inputs);
    inputs
}

/// Feeds pieces with a time that is up between them, and returns what came of it.
fn decoded(pieces: &[&[u8]]) -> String {
    let mut decoder = Decoder::default();
    let mut inputs = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        if number > 0 {
            decoder.time_is_up(&mut inputs);
        }
        decoder.feed(piece, &mut inputs);
    }
    inputs.iter().map(name).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(bytes: &str, expected: &str) {
    assert_eq!(decoded(&[bytes.as_bytes()]), expected, "{bytes:?}");
}

#[test]
fn typed_characters() {
    check("jJ ?~", "j J   ? ~");
    check("\u{E9}\u{706F}\u{1F6A2}\u{C9}", "\u{E9} \u{706F} \u{1F6A2} \u{C9}");
    check("\x03\x1a\x01\x00\x1c\x1f", "Ctrl-c Ctrl-z Ctrl-a Ctrl-  Ctrl-4 Ctrl-7");
    check("\r\n\t\x7f\x08", "Enter Ctrl-j Tab Backspace Ctrl-h");
    check("\x1bj\x1b\r\x1b\u{E9}\x1bJ\x1bXq", "Alt-j Alt-Enter Alt-\u{E9} Alt-J Alt-X q");
}

#[test]
fn arrows_home_and_end_in_all_forms() {
    check("\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left Up Down Right Left");
    check("\x1b[H\x1b[1~\x1b[7~\x1bOH\x1b[F\x1b[4~\x1b[8~\x1bOF", "Home Home Home Home End End End End");
    check(
        "\x1b[1;5A\x1b[1;2B\x1b[1;3C\x1b[5D\x1bO5A\x1b[1;6H",
        "Ctrl-Up Shift-Down Alt-Right Ctrl-Left Ctrl-Up Ctrl-Shift-Home",
    );
    check("\x1b[5~\x1b[6~\x1b[2~\x1b[3~\x1b[6;5~\x1b[Z", "PageUp PageDown Insert Delete Ctrl-PageDown Shift-BackTab");
}

#[test]
fn function_keys_in_all_forms() {
    check("\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4");
    check("\x1b[11~\x1b[15~\x1b[17~\x1b[21~\x1b[23~\x1b[24~\x1b[29~\x1b[34~", "F1 F5 F6 F10 F11 F12 F14 F17");
    check("\x1b[[A\x1b[[E\x1b[P\x1b[1;2Q\x1b[15;5~", "F1 F5 F1 Shift-F2 Ctrl-F5");
}

#[test]
fn keys_by_code_point() {
    check("\x1b[99;5u\x1b[27u\x1b[13;2u\x1b[9;2u\x1b[233u", "Ctrl-c Esc Shift-Enter Shift-BackTab \u{E9}");
    check("\x1b[113;1:3u\x1b[1;1:3B", "q up Down up");
    check("\x1b[57399u\x1b[1u\x1b[55296uq", "q");
}

#[test]
fn the_mouse_in_all_encodings() {
    check("\x1b[<0;9;4M\x1b[<0;9;4m\x1b[<65;1;1M", "Down(Left) 8 3 Up(Left) 8 3 ScrollDown 0 0");
    check("\x1b[<4;9;4M\x1b[<8;9;4M\x1b[<16;9;4M", "Shift-Down(Left) 8 3 Alt-Down(Left) 8 3 Ctrl-Down(Left) 8 3");
    check(
        "\x1b[<32;300;4M\x1b[<35;9;9M\x1b[<66;2;2M\x1b[<2;2;2M",
        "Drag(Left) 299 3 Moved 8 8 ScrollLeft 1 1 Down(Right) 1 1",
    );
    check("\x1b[M !!\x1b[M#!!\x1b[M`)$", "Down(Left) 0 0 Up(Left) 0 0 ScrollUp 8 3");
    assert_eq!(decoded(&[b"\x1b[M \xFF\xE0q"]), "Down(Left) 222 191 q");
    check("\x1b[32;9;4M\x1b[97;9;4M", "Down(Left) 8 3 ScrollDown 8 3");
    // No column and no row has the number 0, and none 99999.
    check("\x1b[<0;0;0M\x1b[<0;0;1m\x1b[M   \x1b[<0;99999;1M\x1b[<0;4294967296;1M\x1b[<0;;M\x1b[<;;Mq", "q");
    check("\x1b[<255;1;1M\x1b[<4095;1;1Mq", "q");
}

#[test]
fn focus_and_what_is_not_known_is_no_key() {
    check("\x1b[I\x1b[O", "Event(FocusGained) Event(FocusLost)");
    check("\x1b[?25l\x1b[?1;2$y\x1b[>0;95;0c\x1b[=1q\x1b[12;40R\x1b[0n\x1b[99~\x1b[\x20q\x1bOxq", "q");
    check(&format!("\x1b[{}Aq", "1;".repeat(LONGEST)), "q");
    check("\x1b[+5A\x1b[1;-5Bq", "q");
}

#[test]
fn answers_are_no_keys() {
    let mut decoder = Decoder::default();
    let inputs = fed(&mut decoder, b"j\x1b]10;rgb:ffff/0/8080\x07\x1b]11;#000000\x1b\\k\x1b[?62;22cl");
    let replies: Vec<&Reply> =
        inputs.iter().filter_map(|input| if let Input::Reply(reply) = input { Some(reply) } else { None }).collect();
    let (Reply::Foreground(ink), Reply::Background(ground), Reply::Attributes) = (replies[0], replies[1], replies[2])
    else {
        panic!("{replies:?}")
    };
    assert_eq!((ink.red, ink.green, ink.blue), (0xFFFF, 0, 0x8080));
    assert_eq!((ground.red, ground.green, ground.blue), (0, 0, 0));
    let keys: Vec<String> = inputs.iter().filter(|input| matches!(input, Input::Event(_))).map(name).collect();
    assert_eq!(keys, ["j", "k", "l"]);
    // Other strings, one that is ended by ESC alone, colours that are none.
    check("\x1bP>|term(1)\x1b\\\x1bP1+r544e\x1b\\\x1b_Gi=31;OK\x1b\\\x1b]52;c;cQ==\x07q", "q");
    check("\x1b]4;1;rgb:0/0/0\x1b[Bq", "Down q");
    check("\x1b]11;#a\u{E9}\u{E9}a\x07\x1b]11;red\x07\x1b]11;\x07q", "q");
}

#[test]
fn alt_and_a_bracket_is_no_answer() {
    check("\x1b]q\x1bPj\x1b_x\x1b]\rq", "Alt-] q Alt-P j Alt-_ x Alt-] Enter q");
    assert_eq!(decoded(&[b"\x1b]", b"q\x1b[", b"1\x1bO", b"P\x1b_", b"G"]), "Alt-] q Alt-[ 1 Alt-O P Alt-_ G");
}

#[test]
fn a_lone_escape_is_a_key_when_its_time_is_up() {
    let mut decoder = Decoder::default();
    assert_eq!(fed(&mut decoder, b"\x1b"), []);
    let patience = decoder.patience().expect("something is waited for");
    assert!((25..=50).contains(&patience.as_millis()));
    assert_eq!(fed(&mut decoder, b"[").len(), 0);
    assert_eq!(fed(&mut decoder, b"B").iter().map(name).collect::<String>(), "Down");
    assert_eq!(decoder.patience(), None);
    assert_eq!(decoded(&[b"\x1b", b"[B"]), "Esc [ B");
    assert_eq!(decoded(&[b"\x1b\x1b", b"q"]), "Esc Esc q");
    assert_eq!(decoded(&[b"\x1b\x1b[B"]), "Esc Down");
}

#[test]
fn a_key_right_after_an_escape_is_not_lost() {
    for (next, named) in [("q", "Esc q"), ("\r", "Esc Enter"), ("\u{E9}", "Esc \u{E9}"), ("\x1b", "Esc")] {
        let mut decoder = Decoder::default();
        let mut inputs = fed(&mut decoder, b"\x1b");
        inputs.extend(fed(&mut decoder, next.as_bytes()));
        assert_eq!(inputs.iter().map(name).collect::<Vec<_>>().join(" "), named);
    }
    check("\x1bq", "Alt-q");
}

#[test]
fn control_c_is_never_held() {
    for half in ["\x1b", "\x1b[", "\x1b[<", "\x1b[<0;1", "\x1b[?", "\x1b[M", "\x1b[M !", "\x1b[1;", "\x1b[[", "\x1bO"] {
        let named = decoded(&[format!("{half}\x03").as_bytes()]);
        assert!(named.ends_with("Ctrl-c"), "{half:?}: {named}");
    }
    for half in ["\x1b]", "\x1b]11;rgb", "\x1bP", "\x1bP1$", "\x1b_G", "\x1b[200", "\x1b]11;x\x1b"] {
        let named = decoded(&[format!("{half}\x03").as_bytes()]);
        assert!(named.ends_with("Ctrl-c"), "{half:?}: {named}");
    }
    assert_eq!(decoded(&[b"\xE7\x81\x03"]), "Ctrl-c");
}

#[test]
fn half_a_sequence_is_dropped_when_its_time_is_up() {
    for half in ["\x1b[<", "\x1b[<0;1", "\x1b[?", "\x1b[M", "\x1b[M !", "\x1b[1;", "\x1b[[", "\x1b]1", "\x1bP1$"] {
        let mut decoder = Decoder::default();
        fed(&mut decoder, half.as_bytes());
        assert!(decoder.patience().is_some_and(|patience| patience.as_millis() <= 100), "{half:?}");
        assert_eq!(decoded(&[half.as_bytes(), b"jq"]), "j q", "{half:?}");
    }
    assert_eq!(decoded(&[b"\xE7\x81", b"q"]), "q");
    // The colour that was asked for may take a little longer.
    let mut decoder = Decoder::default();
    fed(&mut decoder, b"\x1b]11;rgb");
    assert!(decoder.patience().is_some_and(|patience| (200..=500).contains(&patience.as_millis())));
    assert_eq!(decoded(&[b"\x1b]11;rgb", b"jq"]), "j q");
}

#[test]
fn what_is_no_utf_8_is_passed_over() {
    assert_eq!(decoded(&[b"a\xFFb\xC0\x80c\xE7\x81d\x80e\xED\xA0\x80f\xF4\x90\x80\x80g"]), "a b c d e f g");
    assert_eq!(decoded(&[b"\xE7\x1b[B"]), "Down");
}

#[test]
fn a_paste_is_one_event() {
    check("\x1b[200~one\ntwo\x1b[201~q", "paste(one\ntwo) q");
    check("\x1b[200~\x1b[201~q", "q");
    check("\x1b[200~a\x03\x1b[31mb\x1b[2\x1b[20\x1b\x1b[201~q", "paste(a\x03\x1b[31mb\x1b[2\x1b[20\x1b) q");
    assert_eq!(decoded(&[b"\x1b[200~\xFF\xE7\x81\xAF\xE7\x1b[201~q"]), "paste(\u{FFFD}\u{706F}\u{FFFD}) q");
    let long = "lighthouse ".repeat(100_000);
    let named = decoded(&[format!("\x1b[200~{long}\x1b[201~q").as_bytes()]);
    assert!(named == format!("paste({long}) q"), "{} bytes", named.len());
}

#[test]
fn a_silent_paste_is_handed_over_and_goes_on() {
    assert_eq!(decoded(&[b"\x1b[200~one \xE7\x81", b"\xAF two\x1b[201~q"]), "paste(one ) paste(\u{706F} two) q");
    assert_eq!(decoded(&[b"\x1b[200~one\x1b[20", b"1~q"]), "paste(one) q");
    assert_eq!(
        decoded(&[b"\x1b[200~one", b" quite long", b" two\x1b[201~q"]),
        "paste(one) paste( quite long) paste( two) q"
    );
}

#[test]
fn a_paste_without_an_end_holds_no_key() {
    for (typed, named) in
        [("\x03", "Ctrl-c"), ("\x03q", "Ctrl-c q"), ("q", "q"), ("\u{E9}", "\u{E9}"), ("\x1b[B", "Down")]
    {
        assert_eq!(decoded(&[b"\x1b[200~one", typed.as_bytes()]), format!("paste(one) {named}"));
    }
    assert_eq!(decoded(&[b"\x1b[200~", b"q"]), "q");
    assert_eq!(decoded(&[b"\x1b[200~one", b"\x1b", b"q"]), "paste(one) Esc q");
    // Ctrl-C that nothing follows is a key at once; what follows makes it text.
    let mut decoder = Decoder::default();
    let mut inputs = fed(&mut decoder, b"\x1b[200~one\x03");
    assert_eq!(decoder.patience(), Some(ESCAPE));
    decoder.time_is_up(&mut inputs);
    let named: Vec<String> = inputs.iter().map(name).collect();
    assert_eq!(named, ["paste(one)", "Ctrl-c"]);
    assert_eq!(decoder.patience(), None);
    // After a longer silence its end is lost.
    assert_eq!(decoded(&[b"\x1b[200~one", b"", b"jjq"]), "paste(one) j j q");
    let mut decoder = Decoder::default();
    let mut inputs = fed(&mut decoder, b"\x1b[200~one");
    let silent = decoder.patience().expect("a paste is waited for");
    decoder.time_is_up(&mut inputs);
    let lost = decoder.patience().expect("it may go on");
    assert!((100..=500).contains(&silent.as_millis()) && (silent + lost).as_millis() <= 1000);
}

#[test]
fn buttons_have_names() {
    let inputs = fed(&mut Decoder::default(), b"\x1b[<1;1;1M");
    let Input::Event(Event::Mouse(mouse)) = &inputs[0] else { panic!("{inputs:?}") };
    assert_eq!(mouse.kind, MouseEventKind::Down(MouseButton::Middle));
}

/// Pieces of which terminals, people and bad lines make input.
const PIECES: &[&[u8]] = &[
    b"j",
    b"\x1b",
    b"[",
    b"O",
    b"B",
    b"1",
    b";",
    b"5",
    b"~",
    b"M",
    b"<",
    b"?",
    b"c",
    b"]",
    b"11;rgb:0/0/0",
    b"\x07",
    b"\\",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[<0;9;4M",
    b"\x1b[M",
    b"\xE7\x81\xAF",
    b"\xE7",
    b"\x03",
    b"\r",
    b" ",
    b"P",
    b"G",
    b"_",
    b"\x1b[B",
    b"\x1bOP",
    b"\xFF",
    b"\x7F",
    b"q",
];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES).prop_map(<[u8]>::to_vec),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    /// How a line splits the bytes changes nothing as long as they come in time, but for ESC and a key that is no sequence.
    #[test]
    fn any_split_gives_the_same(bytes in bytes(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        let parts_a_key = |at: usize| {
            let next = bytes.get(at).is_some_and(|byte| !INTRODUCERS.contains(byte));
            next && bytes[..at].ends_with(b"\x1b")
        };
        for cut in &mut cuts {
            while parts_a_key(*cut) {
                *cut += 1;
            }
        }
        cuts.sort_unstable();
        let (mut whole, mut split) = (Decoder::default(), Decoder::default());
        let expected = fed(&mut whole, &bytes);
        let mut inputs = Vec::new();
        for cut in cuts.windows(2) {
            split.feed(&bytes[cut[0]..cut[1]], &mut inputs);
        }
        prop_assert_eq!(&inputs, &expected);
        prop_assert_eq!((split.state, &split.held), (whole.state, &whole.held));
        prop_assert_eq!(whole.patience().is_none(), whole.state == State::Ground);
    }

    /// Whatever has come, after a silence keys are keys.
    #[test]
    fn keys_arrive_after_anything(bytes in bytes()) {
        let mut decoder = Decoder::default();
        fed(&mut decoder, &bytes);
        let mut silence = Duration::ZERO;
        while let Some(patience) = decoder.patience() {
            silence += patience;
            decoder.time_is_up(&mut Vec::new());
        }
        prop_assert!(silence <= Duration::from_secs(1));
        let keys: Vec<String> = fed(&mut decoder, b"\x03q\x1b[B").iter().map(name).collect();
        prop_assert_eq!(keys, ["Ctrl-c", "q", "Down"]);
    }

    /// Outside of a paste that is coming in Ctrl-C acts at once, whatever is half there; in one it does after its silence.
    #[test]
    fn control_c_acts_at_once(bytes in bytes()) {
        let mut decoder = Decoder::default();
        fed(&mut decoder, &bytes);
        if let State::Paste { .. } = decoder.state {
            decoder.time_is_up(&mut Vec::new());
        }
        prop_assert_eq!(fed(&mut decoder, b"\x03").last().map(name), Some("Ctrl-c".to_owned()));
    }
}
