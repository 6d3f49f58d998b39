//! Which keys say what of an article.
//!
//! | what | keys, the first one that is there |
//! |---|---|
//! | outlet | `outlet`, `site_name`, `publication`, `publisher`, `newspaper`, `site`, `website`, `source` if it is a name |
//! | title | `title`, `headline` |
//! | byline | `byline`, `author`, `authors`, `creator`, `by` |
//! | date | `date`, `published`, `publish_date`, `published_at`, `date_published`, `publication_date`, `pubdate` |
//! | language | `language`, `lang`, `locale` |
//! | address | `url`, `canonical`, `canonical_url`, `source_url`, `original_url`, `link`, `source` if it is one |
//!
//! Case, hyphens and underscores make no difference. `created`, `clipped`, `saved` and `modified` say when the note was
//! made, and nothing of the article. A known key that is not needed, because another one says it, is passed over.

use jiff::fmt::rfc2822;

use super::value::{Entries, Entry, MOST_KEYS, Value};
use crate::draft::Draft;

/// What a key says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Outlet,
    Title,
    Byline,
    Date,
    Language,
    Address,
    /// The outlet, or the address.
    Source,
}

/// How much a key tells of lines being a front matter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    /// Text has it hardly before a colon.
    Sure,
    /// Text has it before a colon, but hardly with a value that fits it.
    IfItFits,
    /// Text has it as well.
    Not,
}

use Field::{Address, Byline, Date, Language, Outlet, Source, Title};
use Telling::{IfItFits, Not, Sure};

/// The keys that are used, folded; of those that say the same the first one counts.
const USED: [(&str, Field, Telling); 37] = [
    ("outlet", Outlet, Sure),
    ("sitename", Outlet, Sure),
    ("publication", Outlet, Not),
    ("publisher", Outlet, Not),
    ("newspaper", Outlet, Not),
    ("site", Outlet, Not),
    ("website", Outlet, Not),
    ("title", Title, Sure),
    ("headline", Title, Sure),
    ("byline", Byline, Sure),
    ("author", Byline, IfItFits),
    ("authors", Byline, IfItFits),
    ("creator", Byline, Not),
    ("by", Byline, Not),
    ("date", Date, Sure),
    ("published", Date, IfItFits),
    ("publishdate", Date, Sure),
    ("publisheddate", Date, Sure),
    ("publishedat", Date, Sure),
    ("publishedon", Date, Sure),
    ("publishedtime", Date, Sure),
    ("datepublished", Date, Sure),
    ("publicationdate", Date, Sure),
    ("pubdate", Date, Sure),
    ("language", Language, IfItFits),
    ("lang", Language, IfItFits),
    ("locale", Language, IfItFits),
    ("url", Address, IfItFits),
    ("canonical", Address, IfItFits),
    ("canonicalurl", Address, IfItFits),
    ("sourceurl", Address, IfItFits),
    ("originalurl", Address, IfItFits),
    ("urlsource", Address, IfItFits),
    ("originalsource", Address, IfItFits),
    ("link", Address, IfItFits),
    ("uri", Address, IfItFits),
    ("source", Source, IfItFits),
];

/// Keys of notes and sites that say nothing of the article, folded.
const PASSED_OVER: [(&str, Telling); 55] = [
    ("abstract", Not),
    ("aliases", Sure),
    ("altitude", Sure),
    ("banner", Not),
    ("categories", Sure),
    ("category", Not),
    ("clipped", Not),
    ("clippedat", Sure),
    ("clippedon", Sure),
    ("comments", Not),
    ("completed", Not),
    ("cover", Not),
    ("coverimage", Sure),
    ("created", IfItFits),
    ("createdat", Sure),
    ("cssclass", Sure),
    ("cssclasses", Sure),
    ("dateadded", Sure),
    ("dateclipped", Sure),
    ("datecreated", Sure),
    ("datemodified", Sure),
    ("datesaved", Sure),
    ("description", Not),
    ("domain", Not),
    ("draft", Not),
    ("due", Not),
    ("excerpt", Not),
    ("favicon", Sure),
    ("featuredimage", Sure),
    ("id", Not),
    ("image", Not),
    ("keywords", Sure),
    ("lastmod", Sure),
    ("lastmodified", Sure),
    ("latitude", Sure),
    ("layout", Sure),
    ("longitude", Sure),
    ("modified", IfItFits),
    ("note", Not),
    ("numberofpages", Not),
    ("permalink", Sure),
    ("publish", Not),
    ("read", Not),
    ("saved", Not),
    ("savedat", Sure),
    ("slug", Not),
    ("status", Not),
    ("summary", Not),
    ("tag", Not),
    ("tags", Sure),
    ("thumbnail", Sure),
    ("type", Not),
    ("uid", Sure),
    ("updated", IfItFits),
    ("weight", Not),
];

fn folded(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Returns the rank of a key among those that are used.
fn rank(key: &str) -> Option<usize> {
    let folded = folded(key);
    USED.iter().position(|(known, ..)| *known == folded)
}

/// What is said of one thing, by which key.
type Said = Option<(usize, String)>;

/// A draft being filled.
#[derive(Default)]
pub(super) struct Fields {
    draft: Draft,
    outlet: Said,
    title: Said,
    byline: Said,
    date: Said,
    language: Said,
    address: Said,
}

impl Fields {
    /// Fills a draft; `None` if the lines are no front matter.
    pub(super) fn read(entries: Entries<'_>) -> Option<Draft> {
        let known = entries.keyed.iter().filter(|entry| is_known(entry.key)).count();
        if entries.keyed.len() > MOST_KEYS || !entries.keyed.iter().any(is_telling) || entries.strays >= known {
            return None;
        }
        let mut fields = Self::default();
        for entry in &entries.keyed {
            fields.entry(entry);
        }
        fields.draft.unused.lines += entries.comments + entries.strays;
        let others = [(entries.comments, "a comment"), (entries.strays, "a line without a key")];
        let named = others.into_iter().filter(|(count, _)| *count > 0).map(|(_, name)| name.to_owned());
        fields.draft.unused.keys.extend(named);
        Some(fields.done())
    }

    fn done(self) -> Draft {
        let [outlet, title, byline, date, language, address] =
            [self.outlet, self.title, self.byline, self.date, self.language, self.address]
                .map(|said| said.map(|(_, text)| text));
        Draft { outlet, title, byline, date, language, address, ..self.draft }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let unused = match rank(entry.key) {
            Some(rank) if self.take(rank, entry) => entry.failed,
            None if is_known(entry.key) => 0,
            _ => entry.lines,
        };
        for _ in 0..unused {
            self.draft.unused.add(entry.key);
        }
    }

    /// Takes what a key says; whether it is understood.
    fn take(&mut self, rank: usize, entry: &Entry<'_>) -> bool {
        let texts = entry.value.texts();
        let addresses = entry.value.addresses();
        let (_, field, _) = USED[rank];
        match field {
            Outlet if texts.iter().any(|text| is_full_address(text)) => false,
            Outlet => self.say(Outlet, rank, texts.join(", "), entry.key),
            Title => self.say(Title, rank, texts.join(" "), entry.key),
            Byline => self.say(Byline, rank, texts.join(", "), entry.key),
            Date => self.say(Date, rank, texts.first().map(|date| day(date)).unwrap_or_default(), entry.key),
            Language => {
                let language = texts.concat().replace('_', "-");
                is_language(&language) && self.say(Language, rank, language, entry.key)
            }
            Address => {
                let address = addresses.into_iter().next().unwrap_or_default();
                is_address(&address) && self.say(Address, rank, address, entry.key)
            }
            Source => {
                if let Some(address) = addresses.into_iter().find(|text| is_full_address(text)) {
                    self.say(Address, rank, address, entry.key);
                }
                let names: Vec<String> = texts.into_iter().filter(|text| !is_full_address(text)).collect();
                self.say(Outlet, rank, names.join(", "), entry.key)
            }
        }
    }

    /// Notes what a key says, unless one that counts more says it. Of one key that stands there twice the last one
    /// counts, and the first one is not used.
    fn say(&mut self, field: Field, rank: usize, text: String, key: &str) -> bool {
        let said = match field {
            Outlet | Source => &mut self.outlet,
            Title => &mut self.title,
            Byline => &mut self.byline,
            Date => &mut self.date,
            Language => &mut self.language,
            Address => &mut self.address,
        };
        if text.is_empty() {
            return true;
        }
        match said {
            Some((before, _)) if *before < rank => {}
            Some((before, other)) if *before == rank && *other != text => {
                self.draft.unused.add(key);
                *other = text;
            }
            _ => *said = Some((rank, text)),
        }
        true
    }
}

/// Tells whether a key is one that is used, or is known to say nothing of the article.
pub(super) fn is_known(key: &str) -> bool {
    let folded = folded(key);
    USED.iter().any(|(known, ..)| *known == folded) || PASSED_OVER.iter().any(|(known, _)| *known == folded)
}

/// Tells whether an entry is one that text would hardly have.
fn is_telling(entry: &Entry<'_>) -> bool {
    let folded = folded(entry.key);
    let used = USED.iter().find(|(known, ..)| *known == folded).map(|(_, field, telling)| (*field, *telling));
    // Of what is passed over, days alone are looked at.
    let passed = || PASSED_OVER.iter().find(|(known, _)| *known == folded).map(|(_, telling)| (Date, *telling));
    used.or_else(passed).is_some_and(|(field, telling)| match telling {
        Sure => true,
        IfItFits => fits(field, &entry.value),
        Not => false,
    })
}

/// Tells whether a value looks like what a key is there for.
fn fits(field: Field, value: &Value) -> bool {
    let texts = value.texts();
    let is_any = |is_it: fn(&str) -> bool| value.addresses().iter().chain(&texts).any(|text| is_it(text));
    match field {
        Outlet | Title => true,
        Byline => !texts.iter().any(|text| text.ends_with(['.', '?', '!', '…', '。', '？', '！'])),
        Date => texts.is_empty() || is_any(|text| text.contains(char::is_numeric)),
        Language => is_language(&texts.concat()),
        Address => is_address(&value.addresses().concat()),
        Source => is_any(is_full_address),
    }
}

/// Tells whether a value looks like a language tag (BCP 47), or is left open: `ja`, `pt-BR`.
fn is_language(value: &str) -> bool {
    let mut subtags = value.split(['-', '_']);
    let is_primary = subtags.next().is_some_and(|tag| matches!(tag.len(), 0 | 2 | 3));
    is_primary && value.len() <= 35 && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Tells whether a value looks like an address, or is left open.
fn is_address(value: &str) -> bool {
    let is_one = || value.contains("://") || value.contains('.');
    value.is_empty() || (is_one() && !value.contains(char::is_whitespace))
}

/// Tells whether a value is an address and nothing else could be meant: the name of an outlet may have a dot.
fn is_full_address(value: &str) -> bool {
    !value.contains(char::is_whitespace) && (value.contains("://") || value.starts_with("www."))
}

/// Returns the day of a date as feeds write it (RFC 2822), and the date without its zone's name as browsers do;
/// else as it stands.
fn day(date: &str) -> String {
    if let Ok(time) = rfc2822::DateTimeParser::new().parse_zoned(date) {
        return time.date().to_string();
    }
    let (time, zone) = date.split_once(" (").unwrap_or((date, ""));
    let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && zone.ends_with(')');
    if is_time { time.to_owned() } else { date.to_owned() }
}
