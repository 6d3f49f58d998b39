//! What the matrix says, in lines and as a sheet.

/// Names the page.
pub(super) const TITLE: &str = "Shared wording";

/// From so many words on a run is said in thousands, since the cell has no more room.
const LONG: usize = 10_000;

/// From this share on a cell has the next shade: none, light, medium, dark, full.
pub(super) const SHADES: [(f64, &str); 5] = [(0.6, "█"), (0.3, "▓"), (0.1, "▒"), (0.01, "░"), (0.0, " ")];

/// Rounds a share to a whole per cent, as it is printed: what is printed alike is shaded alike.
pub(super) fn as_printed(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}

/// Says what the numbers are.
pub(super) fn explained(has_runs: bool) -> String {
    let after = if has_runs { "; after the dot, the words of the longest run" } else { ", in a hundred" };
    format!("Of the row's body words, how many stand in runs of five and more that the column has too{after}.")
}

/// Says it where the numbers are said with what they are.
pub(super) const EXPLAINED: &str = "Of each outlet's body words, how many stand in runs of five and more that another one has too, and the words of the longest run.";

/// Says how much of an outlet's wording stands in another one: `73 percent in B, longest run 24 words`.
pub(super) fn said(share: f64, within: String, longest_run: usize) -> String {
    let share = format!("{:.0} percent in {within}", share * 100.0);
    if longest_run == 0 { share } else { format!("{share}, longest run {longest_run} words") }
}

/// Says how long the longest run is: `·45`, and in thousands where a cell would have no more room.
pub(super) fn longest(words: usize) -> String {
    match words {
        0 => String::new(),
        words @ ..LONG => format!("·{words}"),
        words => format!("·{}k", words / 1000),
    }
}
