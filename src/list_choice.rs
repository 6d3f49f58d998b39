//! Lists of words that marks come from: what they are called, and which of them a reader wants.
//!
//! ```text
//!     [lists]
//!     hedges = false                                       off: nothing is marked by it
//!     reporting = ["[neutral]", "burble, burbles"]         added: lines as in the files that come with the program
//! ```

/// Names a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ListName {
    /// Reporting verbs: said, admitted, claimed.
    Reporting,
    /// Second-hand forms: was reported to have.
    SecondHand,
    /// Verbs of intent: wants to, calls for.
    Intent,
    /// Hedges: perhaps, may.
    Hedges,
    /// Boosters: clearly, never.
    Boosters,
    /// Vague sources: analysts, media reports.
    VagueSources,
    /// Pairs of labels: government and regime.
    Labels,
}

impl ListName {
    /// Lists all, in the order in which they are looked up: the first that has a word names it.
    pub const ALL: [Self; 7] = [
        Self::SecondHand,
        Self::Intent,
        Self::VagueSources,
        Self::Reporting,
        Self::Boosters,
        Self::Hedges,
        Self::Labels,
    ];

    /// Returns the list's name as scripts and the configuration know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reporting => "reporting",
            Self::SecondHand => "second-hand",
            Self::Intent => "intent",
            Self::Hedges => "hedges",
            Self::Boosters => "boosters",
            Self::VagueSources => "vague sources",
            Self::Labels => "labels",
        }
    }

    /// Says what stands in it.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::Reporting => "reporting verbs: said, admitted, claimed; speakers are told by them nonetheless",
            Self::SecondHand => "second-hand forms: was reported to have",
            Self::Intent => "verbs of intent: wants to, calls for",
            Self::Hedges => "hedges: perhaps, may",
            Self::Boosters => "boosters: clearly, never",
            Self::VagueSources => "vague sources: analysts, media reports",
            Self::Labels => "pairs of labels: government and regime",
        }
    }

    /// Returns the list of a name; a hyphen is as good as a space.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name().replace(' ', "-") == name.replace(' ', "-"))
    }
}

/// Says which lists mark nothing, and what is added to lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChoice {
    /// The lists of which nothing is marked. Who speaks is told by the reporting verbs nonetheless.
    pub off: Vec<ListName>,
    /// What is added to a list, written as the files that come with the program, for all languages that have lists.
    pub added: Vec<(ListName, String)>,
}
