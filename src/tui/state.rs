//! What is known, and where the reader is: data, and what can be told from it.
//!
//! ```text
//!     pair        the two articles that are read, whatever the width      rows       the same at this width
//!     position    where in the rows the reader is                         facts      what is known of all articles
//! ```

pub mod pair;

pub use pair::OpenPair;
