//! The name that was meant, where none of that spelling is known.

/// The letters that a part of a name must have to tell which one is meant.
const TELLING: usize = 3;

/// Says `; the nearest is "theme"` if one of the names is near; empty if none is.
#[must_use]
pub fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str> + Clone) -> String {
    nearest_name(name, names).map_or_else(String::new, |near| format!("; the nearest is {near:?}"))
}

/// Returns the name that is near, that is within a third of the letters, else one that has a word of it: `next` is
/// near to `next-difference`.
///
/// Cost: the letters of all names times those of the name.
#[must_use]
pub fn nearest_name<'n>(name: &str, names: impl Iterator<Item = &'n str> + Clone) -> Option<&'n str> {
    let name = name.to_lowercase().replace(['_', ' '], "-");
    let distance = |other: &&str| strsim::osa_distance(&name, other);
    // A name of which no letter is left is near to none, as `x` to `on`.
    let is_near =
        |near: &&str| distance(near) <= near.len().max(5) / 3 + 1 && distance(near) < near.len().max(name.len());
    let near = names.clone().min_by_key(distance).filter(is_near);
    let has_word = |other: &&str| {
        let words = || name.split('-').filter(|word| word.len() >= TELLING);
        words().any(|word| other.split('-').any(|other| other.starts_with(word)))
    };
    near.or_else(|| names.filter(has_word).min_by_key(distance))
}
