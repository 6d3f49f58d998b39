//! What an outlet calls itself: nobody that it tells of.
//!
//! ```text
//!     Harbour Network   Hong Kong (Harbour) — …     the credit of a report
//!     Morrey Post       he told the Post            its own name, shorter
//! ```

use std::ops::Range;

use super::super::tokens::Token;

/// Tells whether a run is the outlet's own name or a part of it: the whole, in brackets, or its end behind "the". Cost: linear in the run.
pub(super) fn is_own(outlet: Option<&str>, tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    let Some(outlet) = outlet else { return false };
    let words: Vec<String> =
        outlet.split_whitespace().map(str::to_lowercase).skip_while(|word| word == "the").collect();
    let named: Vec<&str> = tokens[run.clone()].iter().map(Token::bare).collect();
    let is = |part: &[String]| part.iter().zip(&named).all(|(own, named)| own == named);
    let is_part = words.windows(named.len().max(1)).any(is);
    let is_end = words.len() >= named.len() && is(&words[words.len() - named.len()..]);
    let is_whole = is_end && words.len() == named.len() && words.len() > 1;
    let mark = |k: Option<usize>, text: &str| k.and_then(|k| tokens.get(k)).is_some_and(|token| token.is(text));
    let before = run.start.checked_sub(1);
    is_whole || is_part && mark(before, "(") && mark(Some(run.end), ")") || is_end && mark(before, "the")
}
