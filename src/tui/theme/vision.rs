//! Whether the themes can be read: contrast, and the marks as those see them who see two hues only.
//!
//! ```text
//!     contrast    (L of the lighter + 0.05) / (L of the darker + 0.05)     WCAG 2.2, 1.4.3: at least 4.5
//!     vision      a matrix on the light of red, green and blue             Machado, Oliveira, Fernandes 2009
//!     distance    OKLab                                                    at least 0.08, four steps just noticed
//! ```

use ratatui::style::{Color, Modifier, Style};

use super::oklab::{self, Rgb, light, product};
use super::{Depth, Theme};

/// The least contrast of text and its ground.
const CONTRAST: f64 = 4.5;

/// The least distance of two marks under any vision.
const APART: f64 = 0.08;

/// The least contrast of the ground of the cursor's band, and of that of its reading row on the band.
const BAND: f64 = 1.25;
const READING: f64 = 1.6;

/// The least distance of two grounds under any vision, two steps just noticed.
const SHADES_APART: f64 = 0.04;

/// Kinds of colour vision and what they make of the light of red, green and blue.
///
/// Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", IEEE TVCG 15 (6), 2009, severity 1.0.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all hues", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Returns the themes whose colours are known, at the depths where they are.
fn known() -> impl Iterator<Item = Theme> {
    let themes = ["night", "paper", "projector"].map(|name| Theme::named(name).expect("it is named"));
    themes.into_iter().flat_map(|theme| [Depth::True, Depth::Indexed].map(|depth| theme.at(depth)))
}

/// Everything that is written, by role.
fn roles(theme: &Theme) -> Vec<(&'static str, Style)> {
    vec![
        ("text", theme.text),
        ("heading", theme.heading),
        ("aside", theme.aside),
        ("echo", theme.echo),
        ("only left", theme.only.left),
        ("only right", theme.only.right),
        ("moved", theme.moved),
        ("shared", theme.shared),
        ("found", theme.text.patch(theme.found)),
        ("found, halted", theme.text.patch(theme.stop).patch(theme.found)),
        ("here", theme.text.patch(theme.here)),
        ("matched", theme.text.patch(theme.matched)),
        ("matched, chosen", theme.text.patch(theme.chosen).patch(theme.matched)),
        ("halted, left", theme.only.left.patch(theme.stop)),
        ("halted, right", theme.only.right.patch(theme.stop)),
        ("frame", theme.frame),
        ("alone, left", theme.alone.left),
        ("alone, right", theme.alone.right),
        ("sign", theme.sign),
        ("cursor", theme.cursor),
        ("head", theme.head),
        ("focus", theme.focus),
        ("quiet", theme.quiet),
        ("standing", theme.standing),
        ("hint", theme.hint),
        ("chosen", theme.text.patch(theme.chosen)),
        ("the same wording", theme.carried[0]),
        ("most of a wording", theme.carried[1]),
        ("less of a wording", theme.carried[2]),
        ("part of a wording", theme.carried[3]),
        ("nothing to compare", theme.carried[4]),
    ]
}

fn rgb(colour: Option<Color>) -> Rgb {
    match colour {
        Some(Color::Rgb(r, g, b)) => [r, g, b],
        Some(Color::Indexed(number)) => super::depth::fixed(number),
        other => panic!("{other:?} is not known"),
    }
}

/// Returns the relative luminance of WCAG 2.2.
fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = colour.map(light);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns how far two colours are from each other for someone who sees so.
fn apart(vision: &[[f64; 3]; 3], a: Rgb, b: Rgb) -> f64 {
    let seen = |colour: Rgb| {
        let light = product(vision, colour.map(light)).map(|light| light.clamp(0.0, 1.0));
        oklab::lab_of_light(light)
    };
    oklab::distance(seen(a), seen(b))
}

#[test]
fn everything_written_stands_out_from_its_ground() {
    for theme in known() {
        for (role, style) in roles(&theme) {
            let contrast = contrast(rgb(style.fg), rgb(style.bg));
            assert!(contrast >= CONTRAST, "{} {:?}, {role}: {contrast:.2}", theme.name, theme.depth);
            assert!(!style.add_modifier.contains(Modifier::DIM), "{}, {role}: fainter than its ink", theme.name);
        }
    }
}

#[test]
fn what_stands_level_with_the_cursor_stands_out_from_its_ground() {
    for theme in known() {
        let text = [theme.text, theme.heading, theme.aside, theme.echo, theme.only.left, theme.only.right, theme.moved];
        let text = text.into_iter().chain([theme.shared, theme.elsewhere]);
        let around = [theme.sign, theme.alone.left, theme.alone.right];
        let on_band = text.clone().chain(around).chain([theme.frame]).map(|style| style.patch(theme.band));
        let on_answer = text.map(|style| style.patch(theme.answer));
        let of_sides = theme.reading_sides.map(|style| theme.reading.patch(style));
        let on_reading = around.into_iter().chain([theme.text]).map(|style| style.patch(theme.reading));
        let on_reading = on_reading.chain([of_sides.left, of_sides.right]);
        for style in on_band.chain(on_answer).chain(on_reading) {
            let contrast = contrast(rgb(style.fg), rgb(style.bg));
            assert!(contrast >= CONTRAST, "{} {:?}: {contrast:.2}", theme.name, theme.depth);
        }
        let to_band = |style: Style| contrast(rgb(style.bg), rgb(theme.band.bg));
        let band = to_band(theme.text);
        assert!(band >= BAND, "{} {:?}: {band:.2}", theme.name, theme.depth);
        let reading = to_band(theme.reading);
        assert!(reading >= READING, "{} {:?}: {reading:.2}", theme.name, theme.depth);
        // Of 256 colours none stands between the band of night and one on which its marks cannot be read.
        let answer = to_band(theme.answer);
        assert!(answer >= BAND || theme.depth == Depth::Indexed, "{}: {answer:.2}", theme.name);
        let grounds = [theme.text.bg, theme.band.bg, theme.answer.bg, theme.reading.bg];
        assert!(pairs(&grounds).all(|(one, other)| one != other), "{} {:?}: {grounds:?}", theme.name, theme.depth);
    }
}

/// A hatch is no text, but it is to be seen.
#[test]
fn the_filler_is_seen_and_stands_back() {
    for theme in known() {
        let [filler, frame] = [theme.filler, theme.frame].map(|style| contrast(rgb(style.fg), rgb(style.bg)));
        assert!(filler >= 1.8 && filler < frame, "{} {:?}: {filler:.2} of {frame:.2}", theme.name, theme.depth);
    }
}

#[test]
fn the_projector_stands_out_more() {
    for theme in known().filter(|theme| theme.name == "projector") {
        for (role, style) in roles(&theme) {
            assert!(contrast(rgb(style.fg), rgb(style.bg)) >= 7.0, "{role}");
        }
        let marks = [theme.only.left, theme.only.right, theme.moved, theme.elsewhere, theme.shared];
        for style in marks.into_iter().chain([theme.text, theme.aside, theme.small.left, theme.small.right]) {
            let contrast = contrast(rgb(style.fg), rgb(theme.band.bg));
            assert!(contrast >= 7.0, "{:?}, on the band: {contrast:.2}", theme.depth);
        }
    }
}

/// Each two of them.
fn pairs<T>(all: &[T]) -> impl Iterator<Item = (&T, &T)> {
    all.iter().enumerate().flat_map(|(index, one)| all[index + 1..].iter().map(move |other| (one, other)))
}

#[test]
fn marks_are_told_apart_by_every_kind_of_vision() {
    for theme in known() {
        let marks =
            [("left", theme.only.left), ("right", theme.only.right), ("moved", theme.moved), ("shared", theme.shared)];
        let [left, right] = [theme.reading_sides.left, theme.reading_sides.right];
        let in_gutter = [("reading, left", left), ("reading, right", right), ("reading", theme.reading)];
        let grounds = [("text", theme.text), ("found", theme.found), ("here", theme.here)];
        for (vision, matrix) in &VISIONS {
            let inks =
                pairs(&marks).chain(pairs(&in_gutter)).map(|(one, other)| (one.0, other.0, one.1.fg, other.1.fg));
            let grounds = pairs(&grounds).map(|(one, other)| (one.0, other.0, one.1.bg, other.1.bg));
            for (one, other, a, b) in inks.chain(grounds) {
                let apart = apart(matrix, rgb(a), rgb(b));
                let theme = format!("{} {:?}", theme.name, theme.depth);
                assert!(apart >= APART, "{theme}, {vision}: {one} and {other} are {apart:.3} apart");
            }
        }
    }
}

/// What is seen from afar is told apart by its ground; the signs in the cells say the same again.
#[test]
fn the_shades_of_cells_are_told_apart_by_every_kind_of_vision() {
    for theme in known() {
        let mut grounds: Vec<_> = theme.carried.iter().map(|style| rgb(style.bg)).collect();
        grounds.push(rgb(theme.text.bg));
        for (vision, matrix) in &VISIONS {
            for (one, other) in pairs(&grounds) {
                let apart = apart(matrix, *one, *other);
                let theme = format!("{} {:?}", theme.name, theme.depth);
                assert!(apart >= SHADES_APART, "{theme}, {vision}: {one:?} and {other:?} are {apart:.3} apart");
            }
        }
        let darkness = |index: usize| contrast(grounds[index], rgb(theme.text.bg));
        assert!((0..3).all(|index| darkness(index) > darkness(index + 1)), "{} {:?}", theme.name, theme.depth);
    }
}

#[test]
fn the_measures_are_right() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
    // Red and green of one lightness: far apart for most, and much nearer under deuteranopia.
    let (red, green) = ([200, 60, 40], [90, 130, 30]);
    assert!(apart(&VISIONS[2].1, red, green) < apart(&VISIONS[0].1, red, green) / 2.0);
}
