//! Two reports of one event, side by side.
//!
//! `diptych` sets two articles beside each other, links the paragraphs that answer each other (also moved, split and
//! merged ones), and marks which wording each has alone and which they share. This library is all of it but the command
//! line; without its default feature `tui` it knows of no terminal.
//!
//! # The screen
//!
//! ```text
//!      ferry                                  [1 A Coast Wire] (2~B Harbour Ledger 70%)  …   ← story, tab line
//!     ▸A Coast Wire      334 w · 73 % in B             B Harbour Ledger  349 w · 70 % in A   ← heads of the panes
//!     ───────────────────────────────────┬─────────┬──────────────────────────────────────
//!      ┊ Plans for new ferries were      │↓13 ~  3 │ Plans for new ferries were first      ← a band: an echo,
//!      ┊ first drawn up nine years ago … │         │ drawn up in 2017, when …                the sign of the
//!                                        │         │                                         relation, a home
//!      The contract, worth 41 million    ◀  4 ~  5 ┌ The contract, worth 47 million        ← the cursor, and
//!      crowns, went to …                 ┘         └ crowns, went to …                       what is level
//!      ╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱╱   │    │> 7 ▐ On 4 March, divers found …            ← filler; a block alone
//!     ───────────────────────────────────┴─────────┴──────────────────────────────────────
//!      A¶4 of 14 · difference 4 of 24 · differs · edited, B¶5          ] next   ? help       ← status
//! ```
//!
//! At the right edge, beside the scrollbar, a ruler tells where in the whole something moved or stands alone. The map
//! (`m`) shows the whole pair at once: both articles as columns of blocks, the links between them as lines. The story
//! (`v`) shows all outlets: who shares how much with whom, which passage stands where, what each has of its own.
//!
//! # The words
//!
//! A [`Story`](story::Story) is the articles on one event. An [`Article`](article::Article) has
//! [`Block`](article::Block)s, numbered from 1 on the screen and from 0 in the code. A [`Link`](comparison::Link) joins
//! blocks of the left to the blocks of the right that answer them; its [`Relation`](comparison::Relation) says how
//! alike their wording is, and [`Segment`](diff::Segment)s say where. A link is *moved* if it stands outside the order
//! that most words keep ([`align::moved_links`]). A [`Band`](layout::Band) is what stands level; in it a block is at *home*
//! or an *echo* ([`layout`]). A [`Row`](layout::Row) is one screen line of both sides. Blocks of all articles that
//! answer each other form a [`Passage`](story::Passage). [`Evidence`](evidence::Evidence) is what can be pointed at in the articles' own words:
//! who is quoted, which figure differs.
//!
//! # The pipeline
//!
//! ```text
//!     intake ─► article ─► words ─► align ─► diff ─► comparison ─► layout ─► present ─► tui
//!     files,    blocks,    numbered links    seg-    one pair      bands,    spans by   keys, model,
//!     pages …   kinds      tokens            ments   story: all    rows      role       view, theme
//!                                                    evidence └───────► pages ─┴───────► report: text, HTML …
//! ```
//!
//! Later rooms use earlier ones, never back. Files and addresses are opened in [`intake`] alone, bytes become text in
//! [`decoding`], each format has a file in [`formats`], and what comes from there is clean:
//! nothing later has to think of control characters. The rooms between are pure: values in, values out, no clock, the
//! same bytes for the same input. Beside them stand two tables: what keys ask for ([`keys`]), and what can be asked for
//! on the command line and in the configuration ([`options`]).
//!
//! ```
//! use diptych::article::Article;
//! use diptych::comparison::Relation;
//! use diptych::pair::Pair;
//! use diptych::story::Story;
//!
//! let left = Article::read("a.txt", "Three boats were withdrawn in March.\nTickets will not rise before spring.");
//! let right = Article::read("b.txt", "Tickets will not rise before summer.\nThree boats were withdrawn in March.");
//! let story = Story::new("ferry", vec![left, right]);
//! let comparison = story.compare(Pair::new(0, 1));
//!
//! let relations: Vec<_> = comparison.links.iter().map(|link| (link.relation, link.moved)).collect();
//! assert_eq!(relations, [(Relation::Verbatim, false), (Relation::Edited, true)]);
//! ```
//!
//! Three small programs under `examples/` go on from there: `compare` prints two texts with their marks, `matrix` who
//! shares how much with whom in a folder, `links` the links of every two articles as rows.

pub mod align;
pub mod article;
pub mod background;
mod common_words;
pub mod comparison;
pub mod decoding;
pub mod diff;
pub mod draft;
pub mod elsewhere;
pub mod evidence;
pub mod formats;
mod function_words;
pub mod increasing_subsequence;
pub mod intake;
pub mod keys;
pub mod layout;
pub mod letters;
#[cfg(feature = "tui")]
pub mod options;
pub mod pages;
pub mod pair;
pub mod present;
pub mod report;
pub mod run_index;
pub mod search;
pub mod sharing;
pub mod story;
#[cfg(feature = "tui")]
pub mod tui;
mod unicode;
pub mod words;
pub mod wrap;
