//! The last line: where the reader is, and the keys that matter now.
//!
//! ```text
//!      A¶2 of 14 · difference 3 of 22 · moved: ¶6 there               ] next difference   ? help
//!      A¶5 ~ B¶6 · edited · moved · 41 and 43 words              Enter go there   Esc close      a component's
//!      z…        z row to the middle   t row to the top   b row to the end   Esc cancel      a second key is awaited
//! ```

use ratatui::buffer::Buffer;

use crate::keys::{Action, Key};
use crate::present::labels;
use crate::tui::component::Component;
use crate::tui::paint::chrome;
use crate::tui::state::{Reader, RelatedHere};
use crate::wrap;

/// Draws the last line: what is on top says what it is at, else where the reader is; and which keys matter.
pub(super) fn draw(reader: &Reader, layers: &[Box<dyn Component>], buffer: &mut Buffer) {
    let keys = layers.last().map_or_else(|| footer(reader), |top| top.hints(reader));
    let keys = reader.pressed.pending.map_or(keys, |first| second_keys(reader, first));
    // The keys of what is open matter more than the place under it.
    let all_keys = wrap::width(&keys.join("   "));
    let room = usize::from(reader.rows.screen.width);
    let fits = |parts: &[String]| wrap::width(&joined(parts)) + all_keys + 4 <= room;
    // A hint is worth less than the last keys, which open the help.
    let last_keys = wrap::width(&keys[keys.len().saturating_sub(2)..].join("   "));
    let fits_hint = |parts: &[String]| wrap::width(&joined(parts)) + last_keys + 4 <= room;
    let place = || {
        let mut parts = position(reader);
        if let Some(hint) = related(reader) {
            parts.push(hint);
            if !fits_hint(&parts) {
                parts.pop();
            }
        }
        while !layers.is_empty() && !parts.is_empty() && !fits(&parts) {
            parts.pop();
        }
        joined(&parts)
    };
    let here = layers.iter().rev().find_map(|layer| layer.caption(reader)).unwrap_or_else(place);
    chrome::status_line(reader, &here, &keys, buffer);
}

fn joined(parts: &[String]) -> String {
    parts.join(" · ")
}

/// Says where the reader is, what matters most first: `A¶2 of 14`, `difference 3 of 22`, `moved: ¶6 there`.
fn position(reader: &Reader) -> Vec<String> {
    let side = reader.position.focus;
    let letters = reader.pair.letters();
    let blocks = reader.pair.articles()[side].blocks.len();
    let mut parts = vec![format!("{} of {blocks}", labels::blocks(&letters[side], &[reader.block(side)], ""))];
    let stops = reader.pair.stops.len();
    let what = reader.settings.markings.marks.stop();
    match reader.position.stop {
        None if reader.search.typed().is_some() => match reader.match_position() {
            Some(position) => parts = vec![position],
            None => parts.push(reader.matches_counted()),
        },
        Some(stop) => {
            parts.push(format!("{what} {} of {stops}", stop + 1));
            parts.push(labels::stop(&reader.pair.stops[stop], &letters));
        }
        None => parts.push(format!("{stops} {what}{}", if stops == 1 { "" } else { "s" })),
    }
    let is_told = reader.position.stop.is_some();
    if let Some((side, run)) = reader.elsewhere_here().filter(|_| !is_told) {
        parts.push(labels::also_at(&letters[side.other()], &run.at));
    }
    if let Some(link) = reader.band().and_then(|band| band.link) {
        parts.push(labels::link_from(&reader.pair.comparison.links[link], side, &letters));
    }
    parts.extend(reader.facts.progress_text());
    parts.extend(reader.narrowness());
    parts.extend(reader.pair.comparison.languages.map(|languages| labels::languages(languages, &letters)));
    parts.extend(reader.staleness());
    parts
}

/// Names the block that the one at the cursor is related to before all, if there is any: `related to B¶4: Suthers, Aurora`.
fn related(reader: &Reader) -> Option<String> {
    let RelatedHere { at, hints } = reader.position.related.as_ref()?;
    let (block, words) = hints.first()?;
    let there = labels::blocks(&reader.pair.letters()[at.side.other()], &[*block], "");
    Some(labels::related(&there, words))
}

/// Returns the keys that can follow the first one of two, with what they do if there is room for all of that, and how to do
/// without.
fn second_keys(reader: &Reader, first: Key) -> Vec<String> {
    let cancel = || "Esc cancel".to_owned();
    let next: Vec<_> = reader.keymap.continuations(first).map(|(key, binding)| (key.shown(), binding.help)).collect();
    let told: Vec<String> = next.iter().map(|(key, help)| format!("{key} {help}")).chain([cancel()]).collect();
    let room = usize::from(reader.rows.screen.width).saturating_sub(wrap::width(&first.shown()) + 5);
    if wrap::width(&told.join("   ")) <= room {
        return told;
    }
    let keys: Vec<&str> = next.iter().map(|(key, _)| key.as_str()).collect();
    vec![keys.join(" "), cancel()]
}

/// Returns the keys that matter now, the most telling ones last, since the first ones go when there is little room.
fn footer(reader: &Reader) -> Vec<String> {
    let moved =
        reader.band().and_then(|band| band.link).is_some_and(|link| reader.pair.bands.of_link(link).count() > 1);
    let mut keys = Vec::new();
    if reader.pair.story.articles().len() > 2 {
        keys.push((Action::NextOutlet, "other outlet"));
    }
    if moved {
        keys.push((Action::Follow, "go there"));
    } else if reader.elsewhere_here().is_none()
        && reader.position.related.is_some()
        && reader.rows.layout.fold_at(reader.viewport().cursor).is_none()
    {
        keys.push((Action::Follow, "related"));
    }
    if reader.search.typed().is_some() && reader.match_count() > 0 {
        keys.extend([(Action::Close, "end search"), (Action::NextMatch, "next match"), (Action::Help, "help")]);
    } else {
        keys.extend([(Action::NextDifference, "next difference"), (Action::Help, "help")]);
    }
    keys.into_iter().filter_map(|(action, label)| reader.keymap.hint(action, label)).collect()
}
