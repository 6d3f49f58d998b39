//! The names of outlets where there is little room: as much of each as fits, and told from each other.
//!
//! ```text
//!     Harbour Ledger           Independent Morning Ch…       as much of the beginning as has room
//!     …ronicle of the Quay     …ronicle of the Town          of those that begin alike as much of the end
//!     …wire_fin…               …ledger_f…                    and where that has no room, from where they differ
//! ```
//!
//! One rule for tabs, heads and pages, so that an outlet is called the same wherever it has the same room.

use unicode_segmentation::UnicodeSegmentation;

use crate::layout::PageSetup;

/// Returns names cut to so many columns each, with an ellipsis where something is left out.
///
/// Cost: linear in their text, with the logarithm of their number for each.
#[must_use]
pub fn shortened(names: &[&str], columns: &[usize], setup: PageSetup) -> Vec<String> {
    let mut sorted = names.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let cut = |(&name, &columns): (&&str, &usize)| short(name, columns, &sorted, setup);
    names.iter().zip(columns).map(cut).collect()
}

/// Returns the columns that each of some texts gets where all of them have so many together: the short ones what they take,
/// the long ones the same share of the rest.
///
/// ```
/// assert_eq!(diptych::present::names::shared_out(&[4, 20, 9], 30), [4, 17, 9]);
/// assert_eq!(diptych::present::names::shared_out(&[4, 20, 20], 30), [4, 13, 13]);
/// ```
#[must_use]
pub fn shared_out(widths: &[usize], columns: usize) -> Vec<usize> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let (mut free, mut most) = (columns, usize::MAX);
    for (index, &width) in sorted.iter().enumerate() {
        let share = free / (sorted.len() - index);
        if width > share {
            most = share;
            break;
        }
        free -= width;
    }
    widths.iter().map(|&width| width.min(most)).collect()
}

/// Cuts a name that stands among others, which are sorted.
fn short(name: &str, columns: usize, sorted: &[&str], setup: PageSetup) -> String {
    let begin = setup.clipped(name, columns);
    if begin == name || columns == 0 {
        return begin;
    }
    let seen = begin.strip_suffix(setup.ellipsis()).unwrap_or(&begin);
    let at = sorted.partition_point(|other| *other < name);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|beside| sorted.get(beside));
    let alike = beside.filter(|other| other.starts_with(seen)).map(|other| common(name, other)).max();
    alike.map_or(begin, |differs| from_difference(name, differs, columns, setup))
}

/// Returns the bytes that two texts have in common at their beginning, up to a whole character as it is seen.
fn common(name: &str, other: &str) -> usize {
    let clusters = name.grapheme_indices(true).zip(other.graphemes(true));
    let differing = clusters.clone().find(|((_, one), other)| one != other).map(|((at, _), _)| at);
    differing.unwrap_or(name.len().min(other.len()))
}

/// Returns as much of a name's end as has room after an ellipsis; if that begins after the first difference, what stands
/// there.
fn from_difference(name: &str, differs: usize, columns: usize, setup: PageSetup) -> String {
    let mut free = columns.saturating_sub(1);
    let mut start = name.len();
    for (at, cluster) in name.grapheme_indices(true).rev() {
        let Some(left) = free.checked_sub(setup.ambiguous.cluster_width(cluster)) else { break };
        (free, start) = (left, at);
    }
    let rest = name[start.min(differs)..].trim_start();
    format!("{}{}", setup.ellipsis(), setup.clipped(rest, columns.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], columns: usize, expected: &[&str]) {
        let setup = PageSetup::default();
        let cut = shortened(names, &vec![columns; names.len()], setup);
        assert!(cut.iter().all(|name| setup.columns(name) <= columns), "{cut:?}");
        assert_eq!(cut, expected);
    }

    #[test]
    fn names_that_fit_or_begin_otherwise() {
        check(&["Ledger", "Post"], 9, &["Ledger", "Post"]);
        check(&["Harbour Ledger", "Morrey Post"], 7, &["Harbou…", "Morrey…"]);
        check(&["Chronicle"], 4, &["Chr…"]);
        check(&["Chronicle", "Chronicle"], 4, &["Chr…", "Chr…"]);
    }

    #[test]
    fn names_that_begin_alike_are_told_apart_by_their_end() {
        check(&["Chronicle of Quay", "Chronicle of Town"], 9, &["…of Quay", "…of Town"]);
        check(&["灯台新聞東", "灯台新聞西", "Post"], 6, &["…聞東", "…聞西", "Post"]);
        check(&["Chronicle", "Chronicle of the Quay"], 9, &["Chronicle", "…of the …"]);
    }

    #[test]
    fn files_that_begin_and_end_alike_are_told_apart_by_where_they_differ() {
        let files = ["2026-03-17_wire_final", "2026-03-17_post_final", "2026-03-17_ledger_final"];
        check(&files, 12, &["…_wire_final", "…_post_final", "…ledger_fin…"]);
        check(&files, 8, &["…wire_f…", "…post_f…", "…ledger…"]);
        check(&["east, evening edition", "east, morning edition"], 7, &["…eveni…", "…morni…"]);
    }

    #[test]
    fn where_there_is_no_room_nothing_is_said() {
        check(&["Chronicle of Quay", "Chronicle of Town"], 0, &["", ""]);
        check(&["Chronicle of Quay", "Chronicle of Town"], 1, &["…", "…"]);
    }

    #[test]
    fn short_ones_leave_their_room_to_long_ones() {
        assert_eq!(shared_out(&[], 9), Vec::<usize>::new());
        assert_eq!(shared_out(&[3, 3], 9), [3, 3]);
        assert_eq!(shared_out(&[30, 3, 30], 23), [10, 3, 10]);
        assert_eq!(shared_out(&[30, 30], 0), [0, 0]);
    }
}
