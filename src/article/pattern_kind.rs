//! What a pattern can be a sign of.

/// Says what a pattern is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum PatternKind {
    /// What belongs to the page.
    Furniture,
    /// Words of buttons, of which a line of furniture can consist.
    Share,
    /// The name of a part of a newspaper.
    Section,
    /// What stands before (or after) the name of who wrote it.
    Byline,
    /// What people are who write.
    Role,
    /// Who reports, where no mark stands between that word and the name.
    Reporter,
    /// What stands before the date of publication, or inside dates.
    Published,
    /// What stands before the date of a change.
    Updated,
    /// Words around a time of day.
    Clock,
    /// Other names of the days of the week.
    Weekday,
    /// What stands before the name of who took a picture.
    Credit,
    /// What is called a picture.
    Photo,
    /// Sentences that say who else worked on a report.
    Contribution,
    /// Sentences that say that the rest of a report is for those who pay.
    Paywall,
    /// Agencies.
    Agency,
    /// Words that end in a full stop.
    Abbreviation,
    /// Words between names of people.
    Conjunction,
    /// Small words inside names of people, and between a name and a place.
    Particle,
    /// Small words inside names of places.
    Place,
    /// What stands above the words that a page files a report under.
    Topics,
    /// What stands above the titles of other reports.
    Links,
    /// Words that names of newspapers begin or end with.
    Paper,
    /// Words after which a sentence goes on.
    Function,
}

/// How many kinds there are.
pub(super) const KINDS: usize = PatternKind::Function as usize + 1;

impl PatternKind {
    /// Names all kinds, in their order, as the table does.
    #[cfg(test)]
    pub(super) const NAMES: [&str; KINDS] = [
        "furniture",
        "share",
        "section",
        "byline",
        "role",
        "reporter",
        "published",
        "updated",
        "clock",
        "weekday",
        "credit",
        "photo",
        "contribution",
        "paywall",
        "agency",
        "abbreviation",
        "conjunction",
        "particle",
        "place",
        "topics",
        "links",
        "paper",
        "function",
    ];

    /// Lists the kinds that a reader can add to, in the order of the configuration.
    pub const ADDABLE: [Self; 9] = [
        Self::Furniture,
        Self::Section,
        Self::Byline,
        Self::Published,
        Self::Updated,
        Self::Credit,
        Self::Contribution,
        Self::Paywall,
        Self::Agency,
    ];

    /// Returns what the kind is called in the table and in the configuration, if a reader can add to it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Furniture => "furniture",
            Self::Section => "section",
            Self::Byline => "byline",
            Self::Published => "published",
            Self::Updated => "updated",
            Self::Credit => "credit",
            Self::Contribution => "contribution",
            Self::Paywall => "paywall",
            Self::Agency => "agency",
            _ => "",
        }
    }

    /// Says what patterns of this kind are, in a few words.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::Furniture => "lines of the page that are no text of the report",
            Self::Section => "names of parts of a newspaper, above or below a headline",
            Self::Byline => "what stands before the name of who wrote it",
            Self::Published => "words before a date of publication",
            Self::Updated => "words before the date of a change",
            Self::Credit => "what stands before the name of who took a picture",
            Self::Contribution => "lines that say who else worked on it",
            Self::Paywall => "sentences that say that the rest is for subscribers",
            Self::Agency => "agencies, as they stand in datelines and credits",
            _ => "",
        }
    }
}
