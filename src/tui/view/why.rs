//! Why a link stands: what it rests on, in a box.
//!
//! ```text
//!     ┌─ Why A¶4 and B¶7 are linked ─────────────────────────────────────┐
//!     │ edited: 29 of 35 words here and 29 of 34 there are shared        │
//!     │ moved: outside the order that most words keep                    │
//!     │ found where it crosses the order, by its words; odds 98 in 100   │
//!     │ rests on: spies, with easy ways to report, praise and prizes     │
//!     └──────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;

use super::overlay::Room;
use super::put_within;
use crate::align::Pass;
use crate::comparison::{Link, Relation};
use crate::pair::{Pair, Side};
use crate::tui::model::Model;
use crate::wrap;

/// The widest line in the box.
const MEASURE: usize = 70;

/// Draws the reason of the link at the cursor.
pub(super) fn draw(model: &Model, buffer: &mut Buffer) {
    let Some((lines, room)) = opened(model) else { return };
    let area = room.draw(model, buffer);
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        put_within(buffer, area.x, y, area.width, line, model.theme.text);
    }
}

/// The room that it takes.
pub(super) fn room(model: &Model) -> Option<Room> {
    opened(model).map(|(_, room)| room)
}

/// The lines, and the room that they take.
fn opened(model: &Model) -> Option<(Vec<String>, Room)> {
    let link = &model.comparison.links[model.band()?.link?];
    let measure = MEASURE.min(usize::from(model.screen.width).saturating_sub(4)).max(1);
    let wrapped =
        |text: &String| wrap::wrap(text, measure).into_iter().map(|line| text[line.range()].to_owned()).collect();
    let lines: Vec<String> = reasons(link, &model.story.rests_on(model.shown, &link.blocks))
        .iter()
        .flat_map(|text| -> Vec<String> { wrapped(text) })
        .collect();
    let columns = lines.iter().map(|line| wrap::width(line)).max().unwrap_or(0);
    let room = Room { columns, lines: lines.len(), title: title(model, link) };
    Some((lines, room))
}

fn title(model: &Model, link: &Link) -> String {
    let letters = model.letters();
    let named = Pair::from_fn(|side: Side| {
        let numbers: Vec<String> = link.blocks[side].iter().map(|block| (block + 1).to_string()).collect();
        format!("{}¶{}", letters[side], numbers.join(","))
    });
    format!(" Why {} and {} are linked ", named.left, named.right)
}

/// What the link rests on, a sentence each.
fn reasons(link: &Link, rests_on: &[String]) -> Vec<String> {
    let words = link.wording.words;
    let counts = format!(
        "{} of {} words on the left and {} of {} on the right are shared",
        words.left.shared, words.left.all, words.right.shared, words.right.all
    );
    let mut reasons = vec![match link.relation {
        Relation::Verbatim => "verbatim: only quotation marks, dashes and spaces may differ".to_owned(),
        relation => format!("{}: {counts}", relation.name()),
    }];
    if link.moved {
        reasons.push("moved: it stands outside the order that most words keep".to_owned());
    }
    let is_wordless = words.left.all == 0;
    let pass = match link.pass {
        _ if is_wordless && link.pass == Pass::Between => {
            "without words, and the same between neighbours that are linked"
        }
        Pass::InOrder => "found in the best order of all blocks",
        Pass::Crossing => "found by its words alone, across the order",
        Pass::Joined => "several blocks: one explains what the other leaves unexplained",
        Pass::Between => "left over between neighbours that are linked",
        Pass::Headline => "two headlines that nothing else claims face each other, whatever they say",
    };
    let odds = format!("; chance that they belong together, by its words and neighbours: {:.0} %", link.score * 100.0);
    let has_odds = link.pass != Pass::Headline && !is_wordless;
    reasons.push(format!("{pass}{}", if has_odds { &odds } else { "" }));
    if !rests_on.is_empty() {
        reasons.push(format!("rests most on: {}", rests_on.join(" · ")));
    }
    reasons
}
