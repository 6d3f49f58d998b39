//! How much is done for a key and for a frame: bounds that hold on any machine, however busy.

#[path = "../benches/pairs/mod.rs"]
mod pairs;

use diptych::keys;
use diptych::layout::{Home, PlacedBlock};
use diptych::pair::Side;
use diptych::tui::Model;
use diptych::tui::draw;
use diptych::tui::state::Message;

const SCREEN: (u16, u16) = (120, 40);

fn reader() -> Model {
    Model::new(pairs::opening(50_000, SCREEN))
}

fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("keys that exist") {
        model.update(Message::Key(key));
    }
}

/// Where the rows and the lines of the first block are kept: elsewhere, once the articles have been laid out again.
fn kept(model: &Model) -> [usize; 2] {
    let first = PlacedBlock { block: 0, home: Home::Here };
    [
        model.reader.rows.layout.rows.as_ptr() as usize,
        model.reader.rows.layout.lines(Side::Left, first).as_ptr() as usize,
    ]
}

#[test]
fn moving_lays_nothing_out() {
    let mut model = reader();
    for typed in
        ["j", "k", "d", "<Space>", "b", "G", "g", "]", "[", "}", "{", "<Tab>", "<Enter>", "'", "t", "?", "<Esc>"]
    {
        let before = kept(&model);
        press(&mut model, typed);
        assert_eq!(kept(&model), before, "{typed}");
    }
}

#[test]
fn another_width_lays_out_anew() {
    let mut model = reader();
    let before = kept(&model);
    model.update(Message::Resize(100, 40));
    assert_ne!(kept(&model), before);
}

/// A row of no band can't be drawn, so a frame that is drawn all the same has not looked at it.
#[test]
fn only_rows_in_sight_are_drawn() {
    let mut model = reader();
    for typed in ["", "<Space><Space>", "]]]]", "G"] {
        press(&mut model, typed);
        let frame = draw(&model, SCREEN.0, SCREEN.1);
        let top = model.reader.viewport().top;
        let in_sight = top.saturating_sub(1)..top + usize::from(SCREEN.1);
        let rows = model.reader.rows.layout.rows.clone();
        for (_, row) in
            model.reader.rows.layout.rows.iter_mut().enumerate().filter(|(place, _)| !in_sight.contains(place))
        {
            row.band = usize::MAX;
        }
        assert_eq!(draw(&model, SCREEN.0, SCREEN.1), frame, "after {typed}");
        model.reader.rows.layout.rows = rows;
    }
}
