//! Quotations that are held against running text: what the page shows of it, which filter has them, and where Enter leads; and what the
//! box of a block says of the parts of one.

mod made;

use diptych::tui::Model;
use diptych::tui::state::SideBlock;

use made::{opening, press, shown};

const BREAD: &str = "---\noutlet: Crumb\n---\n
The baker of Ostrey has no flour for the bread of Sunday, whatever the weather is on that morning.

Nobody in the shop above the landing could tell when the next sack of rye would come across the water.
";

const ROSTER: &str = "---\noutlet: Roster\n---\n
The office for ports met in the evening, and the lamps of the old quay were lit for it.

A roster by which every crew keeps the harbour light at night in turn must be drawn up, the office wrote on Monday.
";

const PAPER: &str = "---\noutlet: Paper\n---\n
The town was told of it on Wednesday by those who had been there.

They must “write a roster by which every crew keeps the harbour light at night in turn,” the paper says.
";

fn model(typed: &str) -> Model {
    let mut model = Model::new(opening(&[("a.txt", BREAD), ("b.txt", ROSTER), ("c.txt", PAPER)], (120, 40)));
    let index = diptych::pages::PAGES.iter().position(|page| page.name() == "quotations").expect("there is one");
    press(&mut model, &format!("v{}{typed}", "<Tab>".repeat(index)));
    model
}

#[test]
fn the_page_shows_the_text_that_it_is_held_against() {
    let screen = shown(&model(""));
    assert!(
        screen.contains("B¶2: roster by which every crew") || screen.contains("B¶2: A roster by which"),
        "{screen}"
    );
}

#[test]
fn what_is_held_against_another_outlet_stands_in_some() {
    let some = shown(&model("=="));
    assert!(some.contains("in some") && some.contains("1 of 1 quotation"), "{some}");
    // Quoted it is there alone, as lists count it too.
    let alone = shown(&model("3==="));
    assert!(alone.contains("only in C") && alone.contains("1 of 1 quotation"), "{alone}");
}

#[test]
fn enter_reads_it_beside_the_outlet_that_it_is_held_against_from_every_column() {
    for column in ["1", "2", "3"] {
        let model = model(&format!("{column}<Enter>"));
        let mut read = [model.reader.pair.shown.left, model.reader.pair.shown.right];
        read.sort_unstable();
        let screen = shown(&model);
        assert_eq!(read, [1, 2], "{column}\n{screen}");
        let is_in_sight = screen.contains("must be drawn up") && screen.contains("They must “write");
        assert!(is_in_sight, "{column}\n{screen}");
        let SideBlock { block, .. } = model.reader.here();
        assert_eq!(block, 1, "{column}\n{screen}");
    }
}

#[test]
fn a_block_says_of_each_part_of_a_quotation_what_differs_there() {
    let said = |last: &str| {
        format!(
            "---\noutlet: {last}\n---\n\n“The harbour is full,” said Ada Quill on Monday. “We cannot take another {last}.”\n"
        )
    };
    let (ship, boat) = (said("ship"), said("boat"));
    let mut model = Model::new(opening(&[("a.txt", &ship), ("b.txt", &boat)], (120, 40)));
    press(&mut model, "e");
    let screen = shown(&model);
    assert!(screen.contains("“boat” stands here; “ship” at A¶1"), "{screen}");
}
