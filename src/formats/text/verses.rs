//! Verses and items of lists in small letters, which look as if each line went on with the one above.
//!
//! ```text
//!     the boats went out at the break of day          a new coat for the crossing
//!     with lanterns low and sails of grey             two bottles of water
//!     and nobody stood on the empty quay              something to read
//!     to wave them off to the open sea                bread, cheese and apples
//! ```
//!
//! A paragraph begins with a capital, or goes on with one that was cut. So lines in small letters from the first one on that
//! nothing was cut above are none, if no sentence ends within them and they end long before the next word would have had no room,
//! or are short and about as long, the last one too, and another stanza stands beside them. The same holds of what stands below a
//! line that ends with a colon, if it leaves room.

use super::line::{Begin, End, Line};

/// The fewest lines, and the fewest of about the same length.
const LINES: (usize, usize) = (3, 4);

/// The widest line of some of about the same length, in columns.
const WIDEST: usize = 60;

/// Returns from which line of a stretch on each stands apart. `above` is the line that the stretch may go on with, where that
/// stands in a paragraph; `beside` are the stretches before and after.
///
/// Cost: linear in the lines.
pub(super) fn from(stretch: &[Line<'_>], above: Option<&Line<'_>>, beside: [Option<&[Line<'_>]>; 2]) -> Option<usize> {
    if stretch[0].begin == Begin::Small {
        let is_cut = above.is_some_and(|above| above.end != End::Sentence);
        let is_stanza = || are_alike(stretch) && beside.into_iter().flatten().any(are_apart);
        return (!is_cut && are_apart(stretch) && (leave_room(stretch, 3) || is_stanza())).then_some(0);
    }
    let colon = stretch.iter().position(|line| line.text.ends_with(':'))?;
    let below = &stretch[colon + 1..];
    (are_apart(below) && leave_room(&stretch[colon..], 2)).then_some(colon + 1)
}

/// Tells whether all lines begin small, and none ends a sentence but the last.
fn are_apart(lines: &[Line<'_>]) -> bool {
    let Some((last, before)) = lines.split_last() else { return false };
    let is_one = |line: &Line<'_>| line.begin == Begin::Small && line.end != End::Hyphen && !ends_inside(line.text);
    lines.len() >= LINES.0 && before.iter().all(|line| is_one(line) && line.end == End::Open) && is_one(last)
}

/// Tells whether a sentence ends within a line.
fn ends_inside(text: &str) -> bool {
    [". ", "? ", "! ", "… "].iter().any(|end| text.contains(end))
}

/// Tells whether one line in so many at least leaves more than a quarter of the widest one free, where the next word would have
/// had room: more than who wraps text raggedly does.
fn leave_room(lines: &[Line<'_>], one_in: usize) -> bool {
    let widest = widest(lines);
    let leaves = |two: &&[Line<'_>]| two[0].with_first_of(&two[1]) * 4 < widest * 3;
    lines.len() >= LINES.0 && lines.windows(2).filter(leaves).count() * one_in >= lines.len() - 1
}

/// Tells whether lines are short and about as long, the last one too, as those of a stanza.
fn are_alike(lines: &[Line<'_>]) -> bool {
    let widest = widest(lines);
    lines.len() >= LINES.1 && widest <= WIDEST && lines.iter().all(|line| line.width * 3 >= widest * 2)
}

fn widest(lines: &[Line<'_>]) -> usize {
    lines.iter().map(|line| line.width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, above: Option<&str>) -> Option<usize> {
        let lines: Vec<Line<'_>> = text.lines().map(|line| Line::new(line, 0)).collect();
        from(&lines, above.map(|above| Line::new(above, 0)).as_ref(), [None, Some(&lines)])
    }

    const STANZA: &str = "die boote fuhren am morgen hinaus\ndie kinder blieben allein zu haus\n\
                          der wind kam auf und die wellen auch\nvom schornstein zog ein dünner rauch";

    #[test]
    fn verses_and_items_stand_apart() {
        assert_eq!(read(STANZA, None), Some(0));
        assert_eq!(read("a warm coat for the crossing\ntwo bottles\nsomething to read\na towel", None), Some(0));
        let items = "The council asked for new boats and for:\nnew engines\na ramp at the quay\nlights";
        assert_eq!(read(items, None), Some(1));
    }

    #[test]
    fn wrapped_lines_do_not() {
        assert_eq!(read(STANZA, Some("und als der Abend kam, da sah man")), None);
        assert_eq!(
            read("the boats left. nobody was hurt\nwhen it came to that, said the\nmayor on tuesday", None),
            None
        );
        assert_eq!(read("the boats left the harbour at nine\nand nobody was hurt when it came to\nit.", None), None);
        assert_eq!(read("The council asked for this:\nboats\nand more", None), None);
        let prose = "The mayor of the town said this:\nthat the boats were old, that\nnobody would mend them, and\nthat all was lost";
        assert_eq!(read(prose, None), None);
        let ragged = "eBay said on Tuesday that it would close the\noffice that it opened in Holm last year\n\
                      when the town gave it land and money\nfor the work";
        assert_eq!(read(ragged, None), None);
    }
}
