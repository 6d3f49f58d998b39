//! What holds for every pair of bundled articles.

use diptych::comparison::{Comparison, Relation};
use diptych::diff::Mark;
use diptych::intake::bundled;
use diptych::layout::{Arrangement, Bands, Folds, Home, Layout, RowCell, RowSetup, Texts, weave};
use diptych::letters::letter;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::wrap::{self, Ambiguous};

/// Every two articles of every bundled story, both ways round.
fn every_pair(mut check: impl FnMut(&str, &Story, Pair<usize>)) {
    for name in bundled::names() {
        let story = Story::new(name, bundled::read(name).expect("it is named"));
        let count = story.articles().len();
        assert!(count >= 2, "{name}");
        for left in 0..count {
            for right in (0..count).filter(|&right| right != left) {
                check(&format!("{name} {}–{}", letter(left), letter(right)), &story, Pair::new(left, right));
            }
        }
    }
}

fn blocks(story: &Story, pair: Pair<usize>) -> Pair<usize> {
    story.pair(pair).map(|article| article.blocks.len())
}

#[test]
fn segments_join_to_the_text_of_their_blocks() {
    every_pair(|name, story, pair| {
        let articles = story.pair(pair);
        for link in &story.compare(pair).links {
            for side in Side::BOTH {
                for &block in &link.blocks[side] {
                    let text = &articles[side].blocks[block].text;
                    let segments = link.wording.segments[side].iter().filter(|segment| segment.block == block);
                    let joined: String = segments.map(|segment| &text[segment.range.clone()]).collect();
                    assert_eq!(&joined, text, "{name}");
                }
            }
        }
    });
}

#[test]
fn a_block_is_in_one_link_at_most() {
    every_pair(|name, story, pair| {
        let comparison = story.compare(pair);
        for side in Side::BOTH {
            let mut seen = vec![0; blocks(story, pair)[side]];
            for &block in comparison.links.iter().flat_map(|link| &link.blocks[side]) {
                seen[block] += 1;
            }
            assert!(seen.iter().all(|&times| times <= 1), "{name}");
            assert!(
                (0..seen.len()).all(|block| comparison.link_of(side, block).is_some() == (seen[block] == 1)),
                "{name}"
            );
        }
    });
}

#[test]
fn verbatim_is_all_shared_and_the_rest_is_not() {
    every_pair(|name, story, pair| {
        for link in story.compare(pair).links {
            let shared = link.wording.segments.iter().flatten().all(|segment| segment.mark == Mark::Shared);
            match link.relation {
                Relation::Verbatim => assert!(shared, "{name}"),
                Relation::Edited | Relation::Reworded => assert!(!shared, "{name}"),
                Relation::Headline => {}
            }
        }
    });
}

#[test]
fn swapping_the_sides_mirrors_everything() {
    every_pair(|name, story, pair| {
        let (there, back) = (story.compare(pair), story.compare(pair.swap()));
        let key = |comparison: &Comparison, swapped: bool| {
            let mut links: Vec<_> = comparison
                .links
                .iter()
                .map(|link| {
                    let segments = link.wording.segments.clone().swap_if(swapped);
                    let blocks = link.blocks.clone().swap_if(swapped);
                    (blocks, link.relation.name(), link.moved, link.similarity.to_bits(), format!("{segments:?}"))
                })
                .collect();
            links.sort();
            links
        };
        assert_eq!(key(&there, false), key(&back, true), "{name}");
        assert_eq!(there.sharing, back.sharing.swap(), "{name}");
    });
}

#[test]
fn an_article_is_the_same_as_itself() {
    for name in bundled::names() {
        for article in bundled::read(name).expect("it is named") {
            let story = Story::new(name, vec![article.clone(), article]);
            let comparison = story.compare(Pair::new(0, 1));
            assert!(comparison.links.iter().all(|link| link.relation == Relation::Verbatim && !link.moved));
        }
    }
}

#[test]
fn every_block_has_one_home_and_homes_keep_the_order() {
    every_pair(|name, story, pair| {
        let comparison = story.compare(pair);
        let bands = Bands::new(&comparison, blocks(story, pair));
        for side in Side::BOTH {
            let cells = bands.bands.iter().flat_map(|band| &band.placed[side]);
            let homes: Vec<usize> = cells.filter(|cell| cell.home == Home::Here).map(|cell| cell.block).collect();
            let all: Vec<usize> = (0..blocks(story, pair)[side]).collect();
            assert_eq!(homes, all, "{name}");
        }
    });
}

#[test]
fn every_linked_home_has_its_partner_opposite() {
    every_pair(|name, story, pair| {
        let comparison = story.compare(pair);
        let bands = Bands::new(&comparison, blocks(story, pair));
        for side in Side::BOTH {
            for (block, &band) in bands.home[side].iter().enumerate() {
                let link = comparison.link_of(side, block);
                let of_band = bands.bands[band].link;
                assert!(link.is_none() || link == of_band, "{name}");
                if let Some(link) = link {
                    let opposite = &bands.bands[band].placed[side.other()];
                    let partners = &comparison.links[link].blocks[side.other()];
                    let is_there = |partner: &usize| opposite.iter().any(|cell| cell.block == *partner);
                    assert!(partners.iter().all(is_there), "{name}");
                }
            }
        }
    });
}

#[test]
fn no_line_is_wider_than_its_pane_at_any_width() {
    for name in bundled::names() {
        let story = Story::new(name, bundled::read(name).expect("it is named"));
        let pair = Pair::new(0, 1);
        let comparison = story.compare(pair);
        let bands = Bands::new(&comparison, blocks(&story, pair));
        let articles = story.pair(pair);
        let folds = Folds::default();
        let ambiguous = Ambiguous::Narrow;
        let texts = Texts::new(articles);
        for measure in 1..=200 {
            let measures = Pair::new(measure, measure);
            for arrangement in [Arrangement::Facing, Arrangement::Stacked] {
                let setup = RowSetup { arrangement, measures, folds: &folds, small: true, brackets: None, ambiguous };
                let layout = Layout::new(&bands, &comparison, texts, setup);
                check_rows(&bands, &layout, texts, measure);
            }
        }
    }
}

/// Every line of every block at home stands on exactly one row, in order, and fits.
fn check_rows(bands: &Bands, layout: &Layout, texts: Texts<'_>, measure: usize) {
    for side in Side::BOTH {
        let mut read = vec![0; texts.articles[side].blocks.len()];
        for row in &layout.rows {
            let RowCell::Text { index, line } = row.cells[side] else { continue };
            let cell = bands.bands[row.band].placed[side][index];
            let lines = layout.lines(side, cell);
            let range = lines[line].range();
            assert!(lines[line].width() <= measure);
            let text = &texts.text(side, cell.block)[range];
            assert!(wrap::width(text) <= measure.max(2), "{text}");
            if cell.home == Home::Here {
                assert_eq!(line, read[cell.block]);
                read[cell.block] += 1;
            }
        }
        let homes = bands.bands.iter().flat_map(|band| &band.placed[side]).filter(|cell| cell.home == Home::Here);
        for cell in homes {
            assert_eq!(read[cell.block], layout.lines(side, *cell).len());
        }
    }
}

#[test]
fn woven_links_hold_both_sides_whole() {
    every_pair(|name, story, pair| {
        let comparison = story.compare(pair);
        let articles = story.pair(pair);
        for link in &comparison.links {
            let woven = weave::weave(link, articles, true);
            assert_eq!(woven.len(), link.blocks.left.len(), "{name}");
            let parts = || woven.iter().flat_map(|woven| woven.parts.iter().map(move |part| (woven, part)));
            for side in Side::BOTH {
                let own = parts().filter(|(_, part)| part.side == side || part.mark == Some(Mark::Shared));
                let text: String = own.map(|(woven, part)| &woven.text[part.range.clone()]).collect();
                let blocks: String =
                    link.blocks[side].iter().map(|&block| articles[side].blocks[block].text.as_str()).collect();
                let letters = |text: &str| {
                    let mut letters: Vec<char> = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
                    letters.sort_unstable();
                    letters
                };
                assert_eq!(letters(&text), letters(&blocks), "{name}");
            }
        }
    });
}
