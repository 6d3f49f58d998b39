//! The order of file names in which 2 stands before 10.

use std::cmp::Ordering;

/// Compares two names: figures by their value, all else by code point. Of names that are equal otherwise the one with
/// fewer leading zeros comes first.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    let [mut a, mut b] = [one, other];
    loop {
        let figures = [figures(a), figures(b)];
        let order = if figures.iter().all(|figures| !figures.is_empty()) {
            let [x, y] = figures.map(|figures| figures.trim_start_matches('0'));
            (a, b) = (&a[figures[0].len()..], &b[figures[1].len()..]);
            x.len().cmp(&y.len()).then(x.cmp(y))
        } else {
            let [x, y] = [a, b].map(|text| text.chars().next());
            let (Some(x), Some(y)) = (x, y) else {
                return a.len().cmp(&b.len()).then(one.len().cmp(&other.len())).then(one.cmp(other));
            };
            (a, b) = (&a[x.len_utf8()..], &b[y.len_utf8()..]);
            x.cmp(&y)
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Returns the figures that a text begins with.
fn figures(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_go_by_their_value() {
        let mut names =
            vec!["b10.txt", "b2.txt", "a.txt", "10.txt", "9.txt", "b2a.txt", "b02.txt", "B1.txt", "é.txt", "b.txt"];
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(
            names,
            ["9.txt", "10.txt", "B1.txt", "a.txt", "b.txt", "b2.txt", "b02.txt", "b2a.txt", "b10.txt", "é.txt"]
        );
        assert_eq!(compare("99999999999999999999999", "100000000000000000000000"), Ordering::Less);
    }

    proptest! {
        #[test]
        fn it_is_an_order(mut names in prop::collection::vec("[a0-2é.]{0,6}", 3)) {
            names.sort_by(|a, b| compare(a, b));
            prop_assert_ne!(compare(&names[0], &names[2]), Ordering::Greater);
            prop_assert_eq!(compare(&names[0], &names[1]), compare(&names[1], &names[0]).reverse());
            prop_assert_eq!(compare(&names[0], &names[1]) == Ordering::Equal, names[0] == names[1]);
        }
    }
}
