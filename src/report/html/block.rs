//! A block, at home or as an echo.
//!
//! ```text
//!     4 <   The contract, worth 41 million …          at home: its number leads to itself
//!     ↓6    ▸ the yard is …                           an echo: its number leads home; folded where there is no room
//!     5   ▸ The council has …                         folded as on the reader's screen, by its first words
//! ```

use maud::{Markup, html};

use super::anchors::Anchors;
use super::marks::MarkPrinter;
use super::tongue::Tongue;
use crate::article::Kind;
use crate::layout::PageSetup;
use crate::pair::{Pair, Side};
use crate::present::{PresentedBlock, Sign, excerpts, labels};

/// Says what of a band is folded, as the reader has it on the screen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Folded {
    /// Blocks that are at home there.
    pub homes: bool,
    /// Echoes, also where there is room.
    pub echoes: bool,
}

/// Prints the blocks of one pair.
#[derive(Clone, Copy)]
pub(super) struct BlockPrinter<'p> {
    pub marks: MarkPrinter<'p>,
    pub tongues: &'p Pair<Tongue>,
    pub anchors: &'p Anchors,
    pub setup: PageSetup,
    /// How deep a headline stands in the outline of the page.
    pub level: usize,
    /// Returns what is said of the blocks that a block is related to, each by its index in the other article.
    pub related: &'p dyn Fn(Side, usize) -> Vec<(usize, String)>,
}

impl BlockPrinter<'_> {
    /// Prints a block of a side.
    pub(super) fn block(self, side: Side, block: &PresentedBlock<'_>, folded: Folded) -> Markup {
        if block.is_echo { self.echo(side, block, folded.echoes) } else { self.home(side, block, folded.homes) }
    }

    fn home(self, side: Side, block: &PresentedBlock<'_>, is_folded: bool) -> Markup {
        let (index, label) = (block.label.number - 1, block.label);
        let signs = [label.sign, label.place].into_iter().filter(|sign| *sign != " ");
        let signs = signs.map(|sign| self.setup.signs(sign)).collect::<Vec<_>>().join(" ");
        let label_and_signs = html! {
            (self.number(side, block, &labels::blocks(&self.marks.letters[side], &[index], "")))
            @if !signs.is_empty() { " " span.sign { (signs) } }
        };
        let hints = html! { @if label.place == Sign::Related.sign() { (self.hints(side, index)) } };
        if is_folded {
            let text: String = block.spans.iter().map(|span| span.text.as_ref()).collect();
            let Tongue { lang, dir } = &self.tongues[side];
            return html! {
                details.block.folded id=(self.anchors.block(side, index)) {
                    summary.label {
                        (label_and_signs) " " span.first lang=[lang] dir=(dir) { (excerpts::first_words(&text, self.setup)) }
                    }
                    (self.text(side, block))
                    (hints)
                }
            };
        }
        html! {
            div.block id=(self.anchors.block(side, index)) {
                span.label { (label_and_signs) }
                (self.text(side, block))
                (hints)
            }
        }
    }

    fn echo(self, side: Side, block: &PresentedBlock<'_>, is_folded: bool) -> Markup {
        html! {
            details.block.echo.closed[is_folded] {
                summary.label { (self.number(side, block, &labels::see(&self.marks.letters[side], block.label))) }
                (self.text(side, block))
            }
        }
    }

    /// Links to a block's own place; where there is room, of what is said only the arrow and the number is seen.
    fn number(self, side: Side, block: &PresentedBlock<'_>, said: &str) -> Markup {
        let said = self.setup.signs(said);
        let number = block.label.number.to_string();
        let words = said.strip_suffix(number.as_str()).unwrap_or(&said);
        let (arrow, words) = words.split_at(if block.is_echo { words.find(' ').unwrap_or(0) } else { 0 });
        html! { a.number href=(self.anchors.to_block(side, block.label.number - 1)) { (arrow) span.where { (words) } (number) } }
    }

    fn text(self, side: Side, block: &PresentedBlock<'_>) -> Markup {
        let whole: String = block.spans.iter().map(|span| span.text.as_ref()).collect();
        let Tongue { lang, dir } = self.tongues[side].of_text(&whole);
        let line = self.marks.line(&block.spans, block.is_echo);
        let level = match block.kind {
            Kind::Headline => self.level,
            Kind::Heading => self.level + 1,
            _ => 0,
        };
        html! {
            @if level > 0 && !block.is_echo {
                p class={ "text " (block.kind.name()) } role="heading" aria-level=(level) lang=[&lang] dir=(dir) { (line) }
            } @else if block.kind == Kind::Paragraph {
                p.text lang=[&lang] dir=(dir) { (line) }
            } @else {
                p class={ "text " (block.kind.name()) } lang=[&lang] dir=(dir) { (line) }
            }
        }
    }

    /// Links a block to those that it is related to, with what they have in common.
    fn hints(self, side: Side, index: usize) -> Markup {
        let (other, there) = (side.other(), (self.related)(side, index));
        html! {
            @for (block, said) in &there {
                @let named = self.setup.signs(labels::blocks(&self.marks.letters[other], &[*block], ""));
                @let said = self.setup.signs(said.as_str());
                @let (before, after) = said.split_once(&named).unwrap_or((&said, ""));
                p.related { (before) a href=(self.anchors.to_block(other, *block)) { (named) } (after) }
            }
        }
    }
}
