//! Where the text says who speaks.

use std::ops::Range;

use super::rules::Rule;

/// Says who is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The block that names the speaker.
    pub block: usize,
    /// The words that name the speaker, with their description, in the block's text, in bytes.
    pub speaker: Range<usize>,
    /// Where the words stand that a pronoun there stands for, block and bytes, if that is told.
    pub stands_for: Option<(usize, Range<usize>)>,
    /// The reporting verb with its auxiliaries and what belongs to it (was cited as saying, called for), or what stands for it, in the
    /// same block; where somebody else cites the speaker, who does and with which words. None where the speaker goes on.
    pub cue: Option<Range<usize>>,
    /// What the cue goes on with behind the speaker: cited … as having written.
    pub cue_goes_on: Option<Range<usize>>,
    /// The rule that found it.
    pub rule: Rule,
}
