//! The small programs under `examples/` that show the library: run on texts of this test, without a command line.
#![allow(dead_code, reason = "what reads the command line is of the programs alone")]

#[path = "../examples/compare.rs"]
mod compare;
#[path = "../examples/links.rs"]
mod links;
#[path = "../examples/matrix.rs"]
mod matrix;

use std::io::{self, Write};

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::pair::Pair;
use diptych::story::Story;

/// What is written to memory.
#[track_caller]
fn written(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes all");
    String::from_utf8(out).expect("it is UTF-8")
}

const LEFT: &str = "Orla ferries: council names a yard\n\
    Three boats were withdrawn in March after divers found cracks in their hulls.\n\
    The council of Orla will pay for new ones from a fund that it has kept since 2019.\n\
    Tickets will not rise before spring, said Ines Varga, who runs the harbour.\n";
const RIGHT: &str = "A yard for the boats of Orla\n\
    Tickets will not rise before autumn, said Ines Varga, who runs the harbour.\n\
    Three boats were withdrawn in March after divers found cracks in their hulls.\n\
    Nobody who works on the quay is to lose a place.\n";

fn story() -> Story {
    Story::new("orla", vec![Article::read("a.txt", LEFT), Article::read("b.txt", RIGHT)])
}

#[test]
fn two_texts_are_compared() {
    insta::assert_snapshot!(written(|out| compare::compare(Pair::new(LEFT, RIGHT), out)), @r"
    A¶1 ~ B¶1  reworded
      A  [Orla ferries: council names ][a] yard
      B  [A] yard [for the boats of Orla]
    A¶2 ~ B¶3  verbatim, moved
      A  Three boats were withdrawn in March after divers found cracks in their hulls.
      B  Three boats were withdrawn in March after divers found cracks in their hulls.
    A¶4 ~ B¶2  edited
      A  Tickets will not rise before [spring], said Ines Varga, who runs the harbour.
      B  Tickets will not rise before [autumn], said Ines Varga, who runs the harbour.
    A¶3 in no link
      A  The council of Orla will pay for new ones from a fund that it has kept since 2019.
    B¶4 in no link
      B  Nobody who works on the quay is to lose a place.
    ");
    assert_eq!(written(|out| compare::compare(Pair::new("", ""), out)), "");
}

#[test]
fn the_matrix_of_a_folder() {
    insta::assert_snapshot!(written(|out| matrix::matrix(&story(), out)), @r"
          words  in A  in B
    of A     44     ·  57 %   a
    of B     37  68 %     ·   b
    ");
}

#[test]
fn links_are_rows_of_nine_fields() {
    insta::assert_snapshot!(written(|out| links::links(&story(), out)), @r"
    A	B	1	1	reworded	-	0.39	Orla ferries: council names a yard	A yard for the boats of Orla
    A	B	2	3	verbatim	moved	1.00	Three boats were withdrawn in March after divers found cracks in their hulls.	Three boats were withdrawn in March after divers found cracks in their hulls.
    A	B	4	2	edited	-	0.88	Tickets will not rise before spring, said Ines Varga, who runs the harbour.	Tickets will not rise before autumn, said Ines Varga, who runs the harbour.
    ");
    for name in bundled::names() {
        let story = Story::new(name, bundled::read(name).expect("it comes with the program"));
        let rows = written(|out| links::links(&story, out));
        assert!(!rows.is_empty(), "{name}");
        assert!(rows.lines().all(|row| row.split('\t').count() == 9), "{name}: {rows}");
        let matrix = written(|out| matrix::matrix(&story, out));
        assert_eq!(matrix.lines().count(), 1 + story.articles().len(), "{name}: {matrix}");
    }
}
