//! Words that no line of its own ends with: after an article, a conjunction or a preposition a sentence goes on.
//!
//! ```text
//!     It was presented on Monday by the          cut by the end of a line
//!     President of the harbour board.
//!     Where the money comes from                 a heading: what is asked for stands before its preposition
//! ```
//!
//! A word that ends lines in another language is left out, as "an" is ("Das steht heute an") and "do" ("What to do").

/// Articles and conjunctions, and prepositions that stand at no end of a sentence.
const LEADING: &[&str] = &[
    "the a of and or into than their its whose because",
    "der die den dem des eine einen einem einer eines und oder sowie von vom zum zur im am beim ins für gegen zwischen wegen",
    "le la les un une des du de au aux et ou par dans chez entre que dont",
    "el los las una unos unas del al y con por para desde hasta su sus",
    "il lo gli uno dello della dei degli delle di allo alla ai agli alle dal dalla dai nel nello nella nei nelle sul sulla",
    "e ed per tra fra che os as um uma dos das ao aos à às em pelo pela pelos pelas com",
    "een van tussen og och eller mellem mellan mellom fra från",
    "i w z ze we oraz przez dla od przy v ve s k ke pro při",
    "и в во на с со по для от к ко из о об при за",
    "ο η το οι τα του της των τον την και στο στη στην στον στα από με για σε",
];

/// Prepositions that a question or a verb leaves at its end: "What to hope for", "Moving in".
const STRANDED: &[&str] = &["by from to in at for with as en na"];

/// How many words a line may have that ends with such a preposition and is one of its own: "The results are in".
const FEW: usize = 5;

/// Words that English asks with.
const QUESTIONS: &[&str] = &["what where who whom how why when which"];

/// Tells whether a sentence surely goes on after the last word of a text.
///
/// Cost: constant.
pub(crate) fn leads_on(text: &str) -> bool {
    is_among(last_word(text), LEADING)
}

/// Tells whether a text is hardly a line of its own by its last word: it [leads on](leads_on), or is a preposition at the
/// end of a longer line that no question left there.
///
/// Cost: constant.
pub(crate) fn seems_cut(text: &str) -> bool {
    let is_question = || {
        let first = text.split(char::is_whitespace).next().unwrap_or("");
        // No word of the list is long.
        first.len() <= 8 && is_among(&first.to_lowercase(), QUESTIONS)
    };
    let is_long = || text.split_whitespace().nth(FEW).is_some();
    leads_on(text) || is_among(last_word(text), STRANDED) && is_long() && !is_question()
}

/// Returns the last word; a mark behind it belongs to it, and so does a capital: no "Plan A" leads on.
fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or("")
}

fn is_among(word: &str, lists: &[&str]) -> bool {
    !word.is_empty() && lists.iter().any(|list| list.split(' ').any(|own| own == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_lead_on() {
        for text in [
            "It was presented on Monday by the",
            "Die Landesregierung hat neue Regeln beschlossen, die von",
            "Il ministro ha presentato lunedì le linee guida del",
            "Совет порта заказал три парома для",
            "Το συμβούλιο παρήγγειλε τρία πλοία από",
        ] {
            assert!(leads_on(text) && seems_cut(text), "{text}");
        }
        for text in ["The rules are to apply from", "The council met on Monday in"] {
            assert!(!leads_on(text) && seems_cut(text), "{text}");
        }
        for text in [
            "Where the money comes from",
            "What to look for",
            "What to do",
            "Plan A",
            "Das steht heute an",
            "Polizei greift ein",
            "The end of the",
            "The answer is no",
            "The results are in",
            "",
        ] {
            assert_eq!(seems_cut(text), text == "The end of the", "{text}");
        }
    }
}
