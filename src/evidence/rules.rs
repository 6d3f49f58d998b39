//! The rules by which a quotation is given its speaker, and how often each is right.

/// Names a rule by which a quotation is given its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// “…,” said Ada Quill.
    VerbThenSubject,
    /// “…,” Ada Quill said.
    SubjectThenVerb,
    /// Ada Quill said “…”, the verb beside the quotation.
    Before,
    /// Ada Quill said that the yard was in the words of others “…”: the verb stands before, with words between.
    BeforeApart,
    /// Ada Quill, who leads the council, thanked the yard, calling it “…”: the subject is that of the sentence.
    OfSentence,
    /// according to Ada Quill
    AccordingTo,
    /// Ada Quill: “…”
    Colon,
    /// the paper reports citing Ada Quill
    Citing,
    /// The “yard” was late, Ada Quill said.
    EndOfSentence,
    /// “…,” Ada Quill said, “…”
    SentenceGoesOn,
    /// “…,” Ada Quill said. “…”
    SameParagraph,
    /// An unclosed quotation that the next paragraph goes on with.
    ParagraphGoesOn,
    /// Ada Quill was not amused. “…”
    SentenceBefore,
    /// A paragraph that is a quotation, behind one that has a speaker.
    ParagraphBefore,
}

impl Rule {
    /// Lists all rules.
    pub const ALL: [Self; 14] = [
        Self::VerbThenSubject,
        Self::SubjectThenVerb,
        Self::Before,
        Self::BeforeApart,
        Self::OfSentence,
        Self::AccordingTo,
        Self::Colon,
        Self::Citing,
        Self::EndOfSentence,
        Self::SentenceGoesOn,
        Self::SameParagraph,
        Self::ParagraphGoesOn,
        Self::SentenceBefore,
        Self::ParagraphBefore,
    ];

    /// Returns the rule's name as scripts know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerbThenSubject => "verb and subject after it",
            Self::SubjectThenVerb => "subject and verb after it",
            Self::Before => "subject and verb before it",
            Self::BeforeApart => "earlier in the sentence",
            Self::OfSentence => "subject of the sentence",
            Self::AccordingTo => "according to",
            Self::Colon => "colon",
            Self::Citing => "citing",
            Self::EndOfSentence => "at the end of the sentence",
            Self::SentenceGoesOn => "the sentence goes on",
            Self::SameParagraph => "same paragraph",
            Self::ParagraphGoesOn => "the paragraph goes on",
            Self::SentenceBefore => "the sentence before",
            Self::ParagraphBefore => "the paragraph before",
        }
    }

    /// Returns how often the rule named the right speaker where it named one, 0 to 1, on articles with speakers marked by hand
    /// (`examples/quotes`, the half for fitting). `None` where these had too few to say: the words themselves say who speaks.
    #[must_use]
    pub const fn certainty(self) -> Option<f64> {
        match self {
            Self::VerbThenSubject => Some(0.98),
            Self::SameParagraph => Some(0.99),
            Self::SubjectThenVerb => Some(0.97),
            Self::Before => Some(0.92),
            Self::BeforeApart => Some(0.90),
            Self::OfSentence => Some(0.80),
            Self::AccordingTo => Some(0.83),
            Self::Colon => Some(0.6),
            Self::EndOfSentence => Some(1.0),
            Self::SentenceGoesOn => Some(0.4),
            Self::SentenceBefore => Some(0.33),
            Self::ParagraphBefore => Some(0.45),
            Self::Citing | Self::ParagraphGoesOn => None,
        }
    }

    /// Tells whether the rule is right often enough to name somebody.
    #[must_use]
    pub fn is_sure(self) -> bool {
        self.certainty().is_none_or(|certainty| certainty >= SURE)
    }
}

/// A rule that is right less often names nobody.
const SURE: f64 = 0.75;
