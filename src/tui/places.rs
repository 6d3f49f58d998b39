//! Where stories were left, from one day to the next.
//!
//! ```text
//!     { "schema": "diptych-places/1", "starts": 2,
//!       "stories": [ { "story": "/home/ada/ferry", "left": "wire.txt", "right": "ledger.txt",
//!                      "side": "right", "block": 4, "byte": 112 } ] }            the one read last first
//! ```
//!
//! How often the program was started is counted to three beside them: so often a line explains the signs.
//!
//! A place is a block and a byte in it, so it outlasts another width. What the articles say is not kept. No file is opened
//! here.

use serde::{Deserialize, Serialize};

use super::kept::{Kept, Unread, read_json};
use crate::article::Article;
use crate::pair::{Pair, Side};

/// How many stories are kept; the one that was read longest ago goes first.
const MOST: usize = 200;

/// How many times the program is started with a line that explains the signs.
const GREETED: u8 = 3;

const SCHEMA: &str = "diptych-places/1";

/// Where a story was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The two articles, by their file names.
    pub articles: Pair<String>,
    /// The side that was read.
    pub side: Side,
    /// The block there, from 0.
    pub block: usize,
    /// The byte in its text.
    pub byte: usize,
}

impl Saved {
    /// Finds the two articles; `None` if they are not both there any more.
    #[must_use]
    pub fn find(&self, articles: &[Article]) -> Option<Pair<usize>> {
        let find = |name: &String| (0..articles.len()).find(|&place| file_name(articles, place) == name);
        let places = self.articles.as_ref().map(find);
        Some(Pair::new(places.left?, places.right?)).filter(|places| places.left != places.right)
    }
}

/// Returns what an article is called in its story: its file name, or all of its source if another one has the same.
#[must_use]
pub fn file_name(articles: &[Article], place: usize) -> &str {
    let name = |article: &'_ Article| -> usize { article.source.rfind('/').map_or(0, |slash| slash + 1) };
    let source = &articles[place].source;
    let short = &source[name(&articles[place])..];
    let is_short = |article: &&Article| &article.source[name(article)..] == short;
    if articles.iter().filter(is_short).count() == 1 { short } else { source }
}

/// Places by story, the one read last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// How often the program was started, up to the last time that it explains the signs.
    starts: u8,
    stories: Vec<(String, Saved)>,
}

impl Places {
    /// Returns where a story was left.
    #[must_use]
    pub fn saved(&self, story: &str) -> Option<&Saved> {
        self.stories.iter().find(|(other, _)| other == story).map(|(_, saved)| saved)
    }

    /// Keeps where a story is left, and whether that is news.
    pub fn keep(&mut self, story: &str, saved: &Saved) -> bool {
        if self.saved(story) == Some(saved) {
            return false;
        }
        self.stories.retain(|(other, _)| other != story);
        self.stories.insert(0, (story.to_owned(), saved.clone()));
        self.stories.truncate(MOST);
        true
    }

    /// Tells whether a line explains the signs: the program was not started often enough yet, nor the line dismissed.
    #[must_use]
    pub const fn greets(&self) -> bool {
        self.starts < GREETED
    }

    /// Counts a start with a line that explains the signs; if that was dismissed, there is none any more.
    pub fn count_start(&mut self, is_dismissed: bool) {
        self.starts = if is_dismissed { GREETED } else { greeted(u64::from(self.starts) + 1) };
    }
}

impl Kept for Places {
    const FILE: &'static str = "places.json";
    const ONE: &'static str = "place";
    const MANY: &'static str = "places";
    const LOST: &'static str = "the place is not kept";

    fn read(text: &str) -> Result<Self, Unread> {
        let value = read_json(text, SCHEMA, Self::MANY)?;
        let file: File =
            serde_json::from_value(value).map_err(|error| Unread::Broken(Self::MANY, error.to_string()))?;
        let mut places = Self { starts: file.starts.as_u64().map_or(0, greeted), ..Self::default() };
        for entry in file.stories.into_iter().rev().filter_map(|entry| serde_json::from_value::<SavedEntry>(entry).ok())
        {
            places.keep(&entry.story, &entry.place());
        }
        Ok(places)
    }

    fn write(&self) -> String {
        let stories =
            self.stories.iter().map(|(story, saved)| serde_json::json!(SavedEntry::new(story, saved))).collect();
        let file = File { schema: SCHEMA.to_owned(), starts: self.starts.into(), stories };
        serde_json::to_string_pretty(&file).map_or_else(|_| String::new(), |text| text + "\n")
    }

    /// Starts add up.
    fn keep_all(&mut self, others: &Self) -> bool {
        let starts = greeted(u64::from(self.starts) + u64::from(others.starts));
        let is_news = std::mem::replace(&mut self.starts, starts) != starts;
        others.stories.iter().rev().fold(is_news, |is_news, (story, saved)| self.keep(story, saved) || is_news)
    }

    fn is_empty(&self) -> bool {
        self.stories.is_empty() && self.starts == 0
    }
}

/// Returns a count of starts, up to the last one that counts.
fn greeted(starts: u64) -> u8 {
    u8::try_from(starts).unwrap_or(GREETED).min(GREETED)
}

#[derive(Serialize, Deserialize)]
struct File {
    schema: String,
    #[serde(default)]
    starts: serde_json::Value,
    stories: Vec<serde_json::Value>,
}

#[derive(Serialize, Deserialize)]
struct SavedEntry {
    story: String,
    left: String,
    right: String,
    side: Named,
    /// From 1, as on the screen.
    block: usize,
    byte: usize,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Named {
    Left,
    Right,
}

impl SavedEntry {
    fn new(story: &str, saved: &Saved) -> Self {
        let Saved { articles, side, block, byte } = saved.clone();
        let side = if side == Side::Left { Named::Left } else { Named::Right };
        Self { story: story.to_owned(), left: articles.left, right: articles.right, side, block: block + 1, byte }
    }

    fn place(&self) -> Saved {
        let side = match self.side {
            Named::Left => Side::Left,
            Named::Right => Side::Right,
        };
        let articles = Pair::new(self.left.clone(), self.right.clone());
        Saved { articles, side, block: self.block.saturating_sub(1), byte: self.byte }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(block: usize) -> Saved {
        Saved { articles: Pair::new("a.txt".to_owned(), "b.txt".to_owned()), side: Side::Right, block, byte: 7 }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut places = Places::default();
        assert!(places.keep("/ferry", &saved(3)) && places.keep("bundled:ferry", &saved(0)));
        assert_eq!(Places::read(&places.write()), Ok(places.clone()));
        assert_eq!(places.saved("/ferry"), Some(&saved(3)));
        assert!(places.write().contains("\"block\": 4"));
    }

    #[test]
    fn starts_are_counted_to_three_unless_the_signs_are_dismissed() {
        let mut known = Places::default();
        let mut start = |is_dismissed| {
            let mut one = Places::default();
            one.count_start(is_dismissed);
            assert!(!one.is_empty());
            let is_news = known.keep_all(&one);
            assert_eq!(Places::read(&known.write()), Ok(known.clone()));
            (is_news, known.greets())
        };
        assert_eq!(
            [start(false), start(false), start(false), start(false)].map(|(is_news, _)| is_news),
            [true, true, true, false]
        );
        let mut known = Places::default();
        known.count_start(true);
        assert!(!known.greets());
        for odd in ["-1", "null", "\"three\"", "1e99"] {
            let text = format!("{{ \"schema\": \"{SCHEMA}\", \"starts\": {odd}, \"stories\": [] }}");
            assert!(Places::read(&text).is_ok_and(|places| places.greets()), "{odd}");
        }
        let text = format!("{{ \"schema\": \"{SCHEMA}\", \"starts\": 999999, \"stories\": [] }}");
        assert!(Places::read(&text).is_ok_and(|places| !places.greets()));
    }

    #[test]
    fn what_is_kept_already_is_no_news() {
        let mut places = Places::default();
        assert!(places.keep("a", &saved(1)));
        assert!(places.keep("b", &saved(1)));
        assert!(!places.keep("a", &saved(1)));
        assert!(!places.clone().keep_all(&places));
        assert!(places.keep("a", &saved(2)));
    }

    #[test]
    fn the_story_read_longest_ago_goes_first() {
        let mut places = Places::default();
        for story in 0..=MOST {
            places.keep(&story.to_string(), &saved(0));
        }
        assert_eq!((places.saved("0"), places.stories.len()), (None, MOST));
        assert!(places.saved("1").is_some());
        assert_eq!(Places::read(&places.write()), Ok(places));
    }

    #[test]
    fn what_is_no_place_is_left_out() {
        let text = r#"{ "schema": "diptych-places/1", "more": 1, "stories": [ 3, { "story": "x" },
            { "story": "a", "left": "a.txt", "right": "b.txt", "side": "right", "block": 2, "byte": 7, "new": 0 } ] }"#;
        let places = Places::read(text).expect("it is a file of places");
        assert_eq!(places.stories, [("a".to_owned(), saved(1))]);
    }

    #[test]
    fn another_file_is_refused() {
        for text in ["", "[]", "{", "{\"stories\":[]}", "{\"schema\":\"diptych-places/1\"}"] {
            assert!(matches!(Places::read(text), Err(Unread::Broken(..))), "{text}");
        }
        for text in ["{\"schema\":\"diptych-places/2\",\"stories\":[]}", "{\"schema\":\"other\"}"] {
            assert_eq!(Places::read(text), Err(Unread::OtherSchema(SCHEMA)), "{text}");
        }
    }

    #[test]
    fn articles_are_found_by_file_name_if_that_is_enough() {
        let articles = ["x/a.txt", "y/a.txt", "y/b.txt", "c.txt"].map(|source| Article::read(source, "Text.")).to_vec();
        let names: Vec<&str> = (0..4).map(|place| file_name(&articles, place)).collect();
        assert_eq!(names, ["x/a.txt", "y/a.txt", "b.txt", "c.txt"]);
        let find = |left: &str, right: &str| {
            Saved { articles: Pair::new(left.to_owned(), right.to_owned()), ..saved(0) }.find(&articles)
        };
        assert_eq!(find("b.txt", "x/a.txt"), Some(Pair::new(2, 0)));
        assert_eq!((find("b.txt", "gone.txt"), find("b.txt", "b.txt")), (None, None));
    }
}
