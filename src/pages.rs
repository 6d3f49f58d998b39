//! The pages of the whole story: the same lines in the reader and without a screen.
//!
//! ```text
//!     Shared wording     who shares how much with whom, both ways
//!     Passages           which passage stands where in each article
//!     Source             where each article's words stand besides
//!     Headlines          headlines and leads, one under another
//! ```
//!
//! A page is lines of [`Span`](crate::present::Span)s with a [`Role`](crate::present::Role) each; the reader gives the
//! roles their looks, text leaves them out.

mod headlines;
mod names;
mod page;
mod passages;
mod sharing;
mod source;

pub use headlines::headlines;
pub use page::{Page, Sight};
pub use passages::{filter_name, passages};
pub use sharing::sharing;
pub use source::source;
