//! The last line: where the reader is, and the keys that matter now.
//!
//! ```text
//!      A¶2 of 14 · difference 3 of 22 · moved: ¶6 there               ] next difference   ? help
//!      A¶5 ~ B¶6 · edited · moved · 41 and 43 words      Enter go there   Esc close   ? help      a component's
//!      z…        z row to the middle   t row to the top   b row to the end   Esc cancel      a second key is awaited
//! ```

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::keys::{Action, Code, Hint, Key};
use crate::present::labels;
use crate::tui::component::Component;
use crate::tui::geometry::footer::Footer;
use crate::tui::paint::chrome;
use crate::tui::state::status::{joined, said_of_jump, telling_parts};
use crate::tui::state::{Reader, RelatedHere, SideBlock};
use crate::tui::update::act::Closes;
use crate::tui::update::jumps::FollowTarget;
use crate::wrap;

/// Draws the last line, unless what is open draws it itself.
pub(super) fn draw(reader: &Reader, layers: &[Box<dyn Component>], buffer: &mut Buffer) {
    if layers.last().is_none_or(|top| top.footer(reader).is_none()) {
        chrome::status_line(reader, &footer(reader, layers), buffer);
    }
}

/// Returns the last line: what is on top says what it is at, else where the reader is; and which keys matter.
#[must_use]
pub fn footer(reader: &Reader, layers: &[Box<dyn Component>]) -> Footer {
    if let Some(own) = layers.last().and_then(|top| top.footer(reader)) {
        return own;
    }
    let hints = match (reader.pressed.pending, layers.last()) {
        (Some(first), _) => second_keys(reader, first),
        (None, Some(top)) => top.all_hints(reader),
        (None, None) => hints(reader),
    };
    let width = reader.rows.screen.width;
    let room = usize::from(width).saturating_sub(4);
    // The keys of what is open matter more than the place under it; a hint is worth less than the last two keys, which open
    // the help.
    let all_keys = widths(&hints);
    let last_keys = widths(&hints[hints.len().saturating_sub(2)..]);
    let help_key = widths(&hints[hints.len().saturating_sub(1)..]);
    let fits = |parts: &[String], keys: usize| wrap::width(&joined(parts.iter().cloned())) + keys <= room;
    let place = || {
        let mut parts = reader.place_said();
        // What a difference is tells more than its number.
        if reader.position.stop.is_some() && parts.len() > 2 && !fits(&parts[..3], help_key) {
            parts.swap(1, 2);
        }
        // What a block is, and the key that leads on from it, tell more than how many differences there are in all.
        let is_counted = reader.position.stop.is_none() && reader.search.typed().is_none() && layers.is_empty();
        let uncounted = |parts: &[String]| [&parts[..1], &parts[2..]].concat();
        if is_counted && parts.len() > 2 && !fits(&parts, last_keys) {
            parts = uncounted(&parts);
        } else if let Some(forms) = related(reader) {
            // Without room for what both have in common it is named all the same, as the key leads there.
            let shorter = (is_counted && parts.len() > 2).then(|| uncounted(&parts));
            let longer = [Some(parts.clone()), shorter].into_iter().flatten();
            let mut told = longer
                .flat_map(|parts| forms.iter().map(move |form| [&parts[..], std::slice::from_ref(form)].concat()));
            parts = told.find(|parts| fits(parts, last_keys)).unwrap_or(parts);
        }
        // Said once, it takes the place of all but where the cursor is.
        if let Some(why) = reader.narrowness().filter(|_| !reader.status.knows_columns) {
            parts.push(why);
            while parts.len() > 2 && !fits(&parts, help_key) {
                parts.remove(1);
            }
        }
        // It is to be seen until it has come to something.
        if let Some(marked) = reader.mark_said() {
            let is_told = |action| hints.iter().any(|hint| hint.action() == Some(action));
            let keys = [(Action::Pin, "opposite"), (Action::Close, "forgets")].into_iter();
            let keys = keys.filter(|(action, _)| layers.is_empty() && !(is_told(*action) && fits(&parts, all_keys)));
            let said = [marked].into_iter().chain(keys.filter_map(|(action, does)| reader.keymap.hint(action, does)));
            parts.splice(0..0, said.collect::<Vec<_>>());
        }
        while !layers.is_empty() && !parts.is_empty() && !fits(&parts, all_keys) {
            parts.pop();
        }
        joined(parts)
    };
    let marked = reader.mark_said();
    let (said, can_be_cut) = match reader.status.said() {
        // What was said of a jump has been read by now; a mark has not come to anything yet.
        Some((said, true))
            if layers.is_empty()
                && reader.status.notice.is_none()
                && marked.as_ref().is_some_and(|marked| !fits(&[said.to_owned(), marked.clone()], last_keys)) =>
        {
            (place(), true)
        }
        Some((said, true)) if layers.is_empty() => {
            // What is said of a jump stays while the reader moves on, beside the place that they have come to.
            let place = position_beside(reader, said);
            let said = said_of_jump(said, usize::from(width).saturating_sub(2));
            let mut parts: Vec<String> = [said].into_iter().chain(marked).chain(place).collect();
            while parts.len() > 1 && !fits(&parts, last_keys) {
                parts.pop();
            }
            (joined(parts), false)
        }
        // What is kept can be read whole elsewhere.
        Some((said, _)) if !fits(&[said.to_owned()], 0) && reader.status.keeps(said) => {
            (joined([":messages shows all of it".to_owned(), said.to_owned()]), false)
        }
        Some((said, _)) => (telling_parts(said, usize::from(width).saturating_sub(2)).to_owned(), false),
        // What is under a help is not what the keys act on.
        None if layers.len() > 1 => (layers.last().and_then(|top| top.caption(reader)).unwrap_or_default(), true),
        None => (layers.last().and_then(|layer| layer.caption(reader)).unwrap_or_else(place), true),
    };
    Footer::below_text(width, said, can_be_cut, hints)
}

/// Returns the columns of hints side by side.
fn widths(hints: &[Hint]) -> usize {
    wrap::width(&hints.iter().map(Hint::to_string).collect::<Vec<_>>().join("   "))
}

/// Says where the reader is, without the number of the match if it is said already.
fn position_beside(reader: &Reader, said: &str) -> Vec<String> {
    let mut parts = reader.place_said();
    if reader.match_number().is_some_and(|number| said.contains(&format!(", {number}"))) {
        let SideBlock { side, block } = reader.here();
        parts[0] = labels::blocks(&reader.pair.letters()[side], &[block], "");
    }
    parts
}

/// Names the block that the one at the cursor is related to before all, if there is any: `related to B¶4: Suthers, Aurora`, and for
/// less room without what they have in common.
fn related(reader: &Reader) -> Option<[String; 2]> {
    let RelatedHere { at, hints } = reader.position.related.as_ref()?;
    let (block, words) = hints.first()?;
    let there = labels::blocks(&reader.pair.letters()[at.side.other()], &[*block], "");
    Some([labels::related(&there, words), labels::related(&there, &[])])
}

/// Returns the keys that can follow the first one of two, with what they do if there is room for all of that, and how to do
/// without.
fn second_keys(reader: &Reader, first: Key) -> Vec<Hint> {
    let cancel = || Hint::fixed(&[Key::plain(Code::Esc)], "cancel");
    let next: Vec<_> = reader.keymap.continuations(first).collect();
    let told = next.iter().map(|(key, binding)| Hint::fixed(&[*key], binding.help));
    let told: Vec<Hint> = told.chain([cancel()]).collect();
    let room = usize::from(reader.rows.screen.width).saturating_sub(wrap::width(&first.shown()) + 5);
    if widths(&told) <= room {
        return told;
    }
    let keys: Vec<Key> = next.iter().map(|(key, _)| *key).collect();
    vec![Hint::fixed(&keys, ""), cancel()]
}

/// Returns the keys that matter now, the most telling ones last, since the first ones go when there is little room.
fn hints(reader: &Reader) -> Vec<Hint> {
    let has_others = reader.pair.story.articles().len() > 2;
    let follow = match reader.follow_target() {
        FollowTarget::Fold => Some("open"),
        FollowTarget::Elsewhere => Some("also there"),
        FollowTarget::Home(_) => Some("home"),
        FollowTarget::There(_) => Some("there"),
        FollowTarget::Related => Some("related"),
        FollowTarget::Nothing => None,
    };
    let is_searching = reader.search.typed().is_some() && reader.match_count() > 0;
    let closes = |what: Closes| reader.closes() == what;
    // Which of the two the next outlet takes the place of, as in the tabs.
    let filled = format!("outlet for {}", reader.pair.letters()[reader.position.focus]);
    let keys = [
        has_others.then_some((Action::NextOutlet, Cow::Owned(filled))),
        (!is_searching).then_some((Action::NextDifference, "next difference".into())),
        follow.map(|meaning| (Action::Follow, meaning.into())),
        closes(Closes::Search).then_some((Action::Close, "end search".into())),
        is_searching.then_some((Action::NextMatch, "next match".into())),
        closes(Closes::Evidence).then_some((Action::Close, "end marks".into())),
        closes(Closes::Mark).then_some((Action::Close, "forget".into())),
        reader.is_mark_opposite().then_some((Action::Pin, "set opposite".into())),
    ];
    let hint = |(action, meaning): (Action, Cow<'static, str>)| Hint::new(&reader.keymap, &[action], meaning);
    let help = Hint::help(&reader.keymap, false);
    keys.into_iter().flatten().filter_map(hint).chain(help).collect()
}
