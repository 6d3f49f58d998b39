//! Two articles on one page as tall as they are, for a picture.
#![cfg(feature = "tui")]

use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::pair::Pair;
use diptych::story::Story;
use diptych::tui::dump;
use diptych::tui::page::{Page, TALLEST, page};
use diptych::tui::state::Opening;

/// The page of two articles of a story, at a width.
fn page_of(name: &str, articles: Vec<Article>, width: u16) -> Page {
    page(Opening::new(Arc::new(Story::new(name, articles)), Pair::new(0, 1)).sized(width, 24))
}

fn bundled_page(name: &str, width: u16) -> String {
    dump::text(&page_of(name, bundled::read(name).expect("it comes with the program"), width).cells)
}

#[test]
fn all_of_both_articles_stands_on_it() {
    for name in bundled::names() {
        for width in [140, 100, 60] {
            let text = bundled_page(name, width);
            assert!(text.contains("end of A") && text.contains("end of B"), "{name} at {width}: {text}");
            let words: String = text.split_whitespace().collect();
            for article in bundled::read(name).expect("it comes with the program").iter().take(2) {
                for block in &article.blocks {
                    let letters: Vec<char> = block.text.chars().filter(|c| !c.is_whitespace()).collect();
                    let first: String = letters.iter().take(4).collect();
                    assert!(words.contains(&first), "{name} at {width}: {}", block.text);
                }
            }
        }
    }
}

#[test]
fn nobody_moves_about_on_it() {
    for width in [140, 100, 60] {
        let text = bundled_page("ferry", width);
        assert!(!text.contains(['◀', '▶', '▸', '[', '┐', '└', '█']), "{text}");
        let last = text.lines().last().unwrap_or_default();
        assert!(last.trim_start().starts_with("= same") && !last.contains("Esc") && !text.contains("? help"), "{last}");
    }
}

#[test]
fn of_very_long_articles_the_first_rows() {
    let text: String =
        (0..9_000).map(|k| format!("The boat number {k} left the quay of Holm in the morning.\n\n")).collect();
    let articles = ["a.txt", "b.txt"].map(|name| Article::read(name, &text)).into();
    let Page { cells, rows: (shown, all) } = page_of("long", articles, 80);
    assert!(shown < all && cells.area.height < TALLEST, "{shown} of {all}");
    let picture = dump::text(&cells);
    assert!(picture.contains("The boat number 0 ") && !picture.contains("end of A"));
}

#[test]
fn short_articles_have_all_that_stands_around_them() {
    let articles = ["a.txt", "b.txt"].map(|name| Article::read(name, "The boats left.")).into();
    let picture = dump::text(&page_of("short", articles, 80).cells);
    assert!(picture.contains("short") && picture.contains("end of B") && picture.contains("= same"), "{picture}");
}
