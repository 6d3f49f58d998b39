//! The whole pair as a picture, over the text.
//!
//! ```text
//!      Plans for new ferries were …  4 ~ ┌██⠄⠄⠄⠄⢄⡀⠄⠄⠄⠄██┐ ~  5  The contract, worth 47 …
//!                                        │██      ⢈⡢⡀    ██│
//!      ◂ the words of a block,       5 ~↓└██⠤⠤⠒⠉  ⠈⠒⠤██┘↑~  6    its bar ▸
//!        number, relation, arrow
//!     ⠤⠤ ↑↓ moved   ▇▇ < > only here   ⠄⠄ in order                        what the signs are
//!      A¶5 ~ B¶6 · edited · moved · 41 and 43 words       Enter go there   the chosen block
//! ```
//!
//! What is alone bulges, what moved is a line unbroken, what keeps its order a dotted one; colour says the same again.
//! The bracket beside the bars is what the reader has in sight.

mod bars;
mod links;
mod parts;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::signs::exchanges;
use super::{chrome, ruler};
use crate::comparison::Relation;
use crate::keys::Action;
use crate::pair::{Pair, Side};
use crate::present::{Sign, labels};
use crate::tui::model::{Chosen, Model};
use crate::tui::paint::{fill, put};
use crate::wrap;
use parts::Parts;

/// Draws the map over heads, text and status.
pub(super) fn draw(model: &Model, chosen: Chosen, buffer: &mut Buffer) {
    let map = &model.map;
    let parts = Parts::of(model, map);
    chrome::halved_heads(model, chosen.side, buffer);
    if model.screen.has_rules() {
        fill(buffer, Rect::new(0, 2, model.screen.width, 1), "─", model.theme.frame);
        legend(model, &parts, buffer);
    }
    links::draw(model, map, chosen, &parts, buffer);
    for (side, rows) in model.in_sight().sides() {
        bars::draw(model, map, chosen, side, &parts, buffer);
        if let Some(rows) = rows {
            bars::frame(model, rows, side, &parts, buffer);
        }
    }
    chrome::status_line(model, &about(model, chosen), &keys(model), buffer);
}

/// The keys of the map, the most telling ones last, since the first ones go when there is little room.
fn keys(model: &Model) -> Vec<String> {
    let keys: [(&[Action], &str); 5] = [
        (&[Action::LeftPane, Action::RightPane], "across"),
        (&[Action::NextDifference], "moved or alone"),
        (&[Action::Follow], "go there"),
        (&[Action::Close], "close"),
        (&[Action::Help], "help"),
    ];
    keys.into_iter().filter_map(|(actions, said)| model.keymap.hints(actions, said)).collect()
}

/// What the signs are, as much of it as there is room for.
fn legend(model: &Model, parts: &Parts, buffer: &mut Buffer) {
    let theme = &model.theme;
    let (moved, in_order) = if exchanges(model.settings.setup) { ("***", "...") } else { ("⠤⠤⠤", "⠄⠄⠄") };
    let with_signs = |sign: Sign| format!("{} {}", sign.text().word, sign.text().together);
    let (above, only) = (with_signs(Sign::Above), with_signs(Sign::OnlyLeft));
    let pictures = [
        (moved, ruler::plain(theme.moved), above.as_str()),
        ("▇▇", ruler::plain(theme.only.left), &only),
        (in_order, theme.frame, "in order"),
        ("[", theme.cursor, "in sight"),
        ("╎", theme.aside, "furniture, byline, caption"),
    ];
    let relations = [Sign::Verbatim, Sign::Edited, Sign::Reworded].map(Sign::text);
    let relations = relations.map(|text| (text.sign, theme.frame, text.short));
    let y = model.screen.height - 2;
    let mut x = 1;
    let more = (parts.more > 0).then_some(("+1", theme.frame, "more on the row"));
    for (sign, style, text) in more.into_iter().chain(pictures).chain(relations) {
        let columns = u16::try_from(wrap::width(sign) + 1 + wrap::width(text)).unwrap_or(u16::MAX);
        if x + columns > model.screen.width {
            break;
        }
        x = put(buffer, x, y, sign, style) + 1;
        x = put(buffer, x, y, text, theme.hint) + 3;
    }
}

/// `A¶9 ~ B¶4 · edited · moved · 41 and 43 words`: what the chosen block is.
fn about(model: &Model, chosen: Chosen) -> String {
    let Chosen { side, block } = chosen;
    let Some(text) = model.pair.articles()[side].blocks.get(block) else { return String::new() };
    let letters = model.pair.letters();
    let words = |side: Side, blocks: &[usize]| {
        let lengths: Vec<usize> = model.pair.story.lengths(model.pair.shown[side]).collect();
        blocks.iter().filter_map(|&block| lengths.get(block)).sum::<usize>()
    };
    let Some(link) = model.pair.comparison.link_of(side, block).map(|link| &model.pair.comparison.links[link]) else {
        let name = labels::blocks(&letters[side], &[block], "");
        let only = Sign::only(side).text();
        let what = if text.kind.is_aside() {
            format!(" · {}", text.kind.name())
        } else {
            format!(" {} {}", only.sign, only.word)
        };
        return format!("{name}{what} · {} words", words(side, &[block]));
    };
    let names = Pair::from_fn(|side| labels::blocks(&letters[side], &link.blocks[side], ","));
    let sign = if link.relation == Relation::Headline { "–" } else { Sign::of_relation(link.relation).sign() };
    let moved = if link.moved { " · moved" } else { "" };
    let words = Pair::from_fn(|side| words(side, &link.blocks[side]));
    format!(
        "{} {sign} {} · {}{moved} · {} and {} words",
        names.left,
        names.right,
        link.relation.name(),
        words.left,
        words.right
    )
}
