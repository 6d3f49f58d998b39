//! Who says the words of an entry, each place held against every other one.
//!
//! ```text
//!     A  “It is late,” he said.          known of nobody
//!     B  “It is late,” Quill said.       the first who is known
//!     C  “It is late,” Hart said.        another speaker than B, though not than A
//! ```

use super::held::hold;
use super::{QuotationKind, Said, Table};

/// So many places with a speaker are held against: more outlets do not tell more speakers apart.
const MOST: usize = 24;

/// Tells of the places that change no words of an entry, and have the speaker of the place that they were held against, who else says
/// these words elsewhere: whoever is known first is whom the others are held against, whatever the order of the articles.
/// Cost: that of comparing the places that have a speaker with the first of these.
pub(super) fn tell(said: &mut [Said], table: Table<'_>) {
    let mut known: Vec<usize> = Vec::new();
    // What the others are held against comes first, then the rest in their order.
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_key(|at| said[*at].against.is_some());
    for at in order {
        let k = said[at].quotation;
        if table.quotations[k].speaker.is_none() || said[at].other_speaker.is_some() {
            continue;
        }
        let is_free = matches!(said[at].kind, QuotationKind::Verbatim | QuotationKind::Trimmed);
        let of_another = |there: &&usize| {
            table.quotations[**there].article != table.quotations[k].article
                && table.have_other_speakers(k, **there)
                && table.share_words(k, **there)
        };
        let Some(&there) = known.iter().find(of_another) else {
            if known.len() < MOST {
                known.push(k);
            }
            continue;
        };
        let held = is_free.then(|| hold(&(k..k + 1), &(there..there + 1), table).pop()).flatten();
        if let Some(other) = held.filter(|other| other.kind == QuotationKind::Reattributed) {
            said[at] = other;
        }
    }
}
