//! Two of everything, once.
//!
//! A comparison has a left and a right, and nearly every step does the same to both. A [`Pair`] lets it be
//! written once; a [`Side`] says which one is meant:
//!
//! ```
//! use diptych::pair::{Pair, Side};
//!
//! let words = Pair::new("one two", "three").map(|text| text.split(' ').count());
//! assert_eq!(words[Side::Left], 2);
//! assert_eq!(words.swap(), Pair::new(1, 2));
//! ```

use std::ops::{Index, IndexMut};

/// Names one of the two sides. Neither is older or better than the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The left pane, the first article.
    Left,
    /// The right pane, the second article.
    Right,
}

impl Side {
    /// Lists both sides, the left one first.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// Returns the side opposite.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Holds a value for the left and one for the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair<T> {
    /// The left one.
    pub left: T,
    /// The right one.
    pub right: T,
}

impl<T> Pair<T> {
    /// Sets two values beside each other.
    pub const fn new(left: T, right: T) -> Self {
        Self { left, right }
    }

    /// Sets a side's value beside that of the other side.
    pub fn seen_from(side: Side, own: T, other: T) -> Self {
        match side {
            Side::Left => Self::new(own, other),
            Side::Right => Self::new(other, own),
        }
    }

    /// Makes each value from its side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self::new(make(Side::Left), make(Side::Right))
    }

    /// Does the same to both.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        Pair::new(f(self.left), f(self.right))
    }

    /// Sets each value beside its counterpart of another pair.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair::new((self.left, other.left), (self.right, other.right))
    }

    /// Borrows both.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair::new(&self.left, &self.right)
    }

    /// Borrows both to change them.
    pub const fn as_mut(&mut self) -> Pair<&mut T> {
        Pair::new(&mut self.left, &mut self.right)
    }

    /// Exchanges the sides.
    #[must_use]
    pub fn swap(self) -> Self {
        Self::new(self.right, self.left)
    }

    /// Exchanges the sides if `swapped` says so: the way into the canonical order, and back.
    #[must_use]
    pub fn swap_if(self, swapped: bool) -> Self {
        if swapped { self.swap() } else { self }
    }

    /// Returns both values, the left one first.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        [&self.left, &self.right].into_iter()
    }

    /// Returns both values with their sides, the left one first.
    pub fn sides(&self) -> impl Iterator<Item = (Side, &T)> {
        Side::BOTH.into_iter().zip(self.iter())
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}
