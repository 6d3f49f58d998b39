//! What a folder says of its story: `story.toml`.
//!
//! ```text
//!     name = "Harbour ferry tender"
//!
//!     [[article]]                     in the order in which the outlets are wanted
//!     file = "wire.txt"               in the folder, or below it
//!     outlet = "Coast Wire"           for what the file states
//!     date = 2026-03-17
//!
//!     [[article]]
//!     url = "https://ledger.example/ferries"
//! ```
//!
//! A key that is not known here, or has a value of another kind, costs a line and nothing else. No file is opened here.

use toml::de::{DeTable, DeValue};

use super::clean;

/// Gives its name.
pub const NAME: &str = "story.toml";

/// Holds what it says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct StoryFile {
    /// What the story is called.
    pub name: Option<String>,
    /// The articles, in their order.
    pub articles: Vec<ListedArticle>,
    /// What of it is not used, and why.
    pub remarks: Vec<String>,
}

/// Holds an article that it names.
#[derive(Debug, PartialEq, Eq)]
pub struct ListedArticle {
    /// Where it is.
    pub place: Place,
    /// What is to be taken for what its file states.
    pub stated: Stated,
}

/// Where an article is.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file, by its path from the folder.
    File(String),
    /// At an address.
    Address(String),
}

/// Holds what is stated of an article outside of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as it stands.
    pub date: Option<String>,
}

/// Reads what a folder says of its story.
///
/// # Errors
///
/// What is no TOML: the line, and what is wrong there.
pub fn parse(text: &str) -> Result<StoryFile, String> {
    let table = DeTable::parse(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..start]).count() + 1;
        format!("line {line}: {}", error.message().lines().next().unwrap_or("no TOML"))
    })?;
    let mut story = StoryFile::default();
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("name", value) => match text_of(value) {
                Some(name) => story.name = Some(name),
                None => story.remarks.push(not_text("name")),
            },
            ("article", DeValue::Array(articles)) => {
                for (index, article) in articles.iter().enumerate() {
                    story.take(index + 1, article.get_ref());
                }
            }
            ("article", _) => {
                story.remarks.push("article: a list of tables is wanted ([[article]]); passed over".to_owned());
            }
            (other, _) => story.remarks.push(unknown(other)),
        }
    }
    Ok(story)
}

impl StoryFile {
    /// Takes an article, by its number.
    fn take(&mut self, number: usize, value: &DeValue<'_>) {
        let mut say = |what: String| self.remarks.push(format!("article {number}: {what}"));
        let Some(table) = value.as_table() else { return say("a table is wanted; passed over".to_owned()) };
        let (mut file, mut url, mut stated) = (None, None, Stated::default());
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            let field = match key {
                "file" => &mut file,
                "url" => &mut url,
                "outlet" => &mut stated.outlet,
                "date" => &mut stated.date,
                other => {
                    say(unknown(other));
                    continue;
                }
            };
            *field = text_of(value.get_ref());
            if field.is_none() {
                say(not_text(key));
            }
        }
        let place = match (file, url) {
            (Some(_), Some(_)) => return say("file and url; one of them is wanted; passed over".to_owned()),
            (Some(file), None) => Place::File(file),
            (None, Some(url)) => Place::Address(url),
            (None, None) => return say("neither file nor url; passed over".to_owned()),
        };
        self.articles.push(ListedArticle { place, stated });
    }
}

/// Returns the text of a value, one line and not empty; of a date as it stands.
fn text_of(value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::String(text) => clean::line(text),
        DeValue::Datetime(date) => date.to_string(),
        _ => return None,
    };
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn unknown(key: &str) -> String {
    format!("{}: no such key; passed over", clean::line(key))
}

fn not_text(key: &str) -> String {
    format!("{key}: a text is wanted; passed over")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_read() {
        let text = "name = 'Ferry tender'\n[[article]]\nfile = \"b.txt\"\noutlet = \"Coast Wire\"\ndate = 2026-03-17\n\
                    [[article]]\nurl = \"https://ledger.example/1\"\ndate = 'last Tuesday'\n";
        let story = parse(text).expect("it is TOML");
        let stated = |outlet: Option<&str>, date: &str| Stated {
            outlet: outlet.map(str::to_owned),
            date: Some(date.to_owned()),
        };
        let articles = vec![
            ListedArticle { place: Place::File("b.txt".to_owned()), stated: stated(Some("Coast Wire"), "2026-03-17") },
            ListedArticle {
                place: Place::Address("https://ledger.example/1".to_owned()),
                stated: stated(None, "last Tuesday"),
            },
        ];
        assert_eq!(story, StoryFile { name: Some("Ferry tender".to_owned()), articles, remarks: Vec::new() });
    }

    #[test]
    fn what_is_not_understood_is_said_and_costs_nothing_else() {
        let text = "title = 'X'\nname = 3\n[[article]]\nfile = 'a.txt'\nauthor = 'Ann'\noutlet = ''\n[[article]]\n\
                    [[article]]\nfile = 'b.txt'\nurl = 'https://b.example'\n";
        let story = parse(text).expect("it is TOML");
        assert_eq!((story.name, story.articles.len()), (None, 1));
        let mut remarks = story.remarks;
        remarks.sort();
        assert_eq!(
            remarks,
            [
                "article 1: author: no such key; passed over",
                "article 1: outlet: a text is wanted; passed over",
                "article 2: neither file nor url; passed over",
                "article 3: file and url; one of them is wanted; passed over",
                "name: a text is wanted; passed over",
                "title: no such key; passed over",
            ]
        );
        assert_eq!(parse("article = 'a.txt'").expect("it is TOML").remarks.len(), 1);
    }

    #[test]
    fn what_is_no_toml_is_refused_by_its_line() {
        let trouble = parse("name = 'X'\n\nThe boats left.\n").expect_err("it is none");
        assert!(trouble.starts_with("line 3: "), "{trouble}");
    }
}
