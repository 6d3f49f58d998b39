//! The files of the story that was opened: whether they are others by now, and what is in them.
//!
//! They are looked at when something happens anyway, at most once a second; nothing waits for them.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Replaces, Save};
use crate::article::Article;
use crate::intake::{LeftOutWay, PastedArticle, Source};
use crate::letters::letter;
use crate::pair::Side;
use crate::story::Story;
use crate::tui::Model;
use crate::tui::state::Message;

/// How long a look at the files holds.
const HOLDS: Duration = Duration::from_secs(1);

/// The story that was opened, and where it was read.
#[derive(Debug)]
pub(in crate::tui) struct Files {
    source: Source,
    story: Arc<Story>,
    /// Other stories of folders that were opened, and where they were read.
    others: Vec<(Source, Arc<Story>)>,
    looked: Option<Instant>,
}

impl Files {
    /// Returns the files of a story.
    pub(in crate::tui) fn new(source: Source, story: &Arc<Story>) -> Self {
        Self { source, story: Arc::clone(story), others: Vec::new(), looked: None }
    }

    /// Turns to the story that a model shows, if it was read from files.
    fn follow(&mut self, model: &mut Model) {
        let story = &model.reader.pair.story;
        if Arc::ptr_eq(&self.story, story) {
            return;
        }
        let known = self.others.iter().position(|(_, other)| Arc::ptr_eq(other, story));
        let next = match known {
            Some(index) => Some(self.others.swap_remove(index)),
            None => model.reader.library.take_source(story).map(|source| (source, Arc::clone(story))),
        };
        if let Some((source, story)) = next {
            let before = (std::mem::replace(&mut self.source, source), std::mem::replace(&mut self.story, story));
            self.others.push(before);
            self.looked = None;
        }
    }

    /// Tells whether a model shows what was read from files.
    fn are_of(&self, model: &Model) -> bool {
        !self.source.is_empty() && Arc::ptr_eq(&self.story, &model.reader.pair.story)
    }

    /// Turns to the story that a model shows, whether or not it was read from files.
    fn turn_to(&mut self, model: &mut Model) {
        self.follow(model);
        let story = &model.reader.pair.story;
        if !Arc::ptr_eq(&self.story, story) {
            let before = (std::mem::take(&mut self.source), std::mem::replace(&mut self.story, Arc::clone(story)));
            self.others.push(before);
        }
    }

    /// Hands other articles of the same story over.
    fn hand_over(&mut self, model: &mut Model, articles: Vec<Article>) {
        self.story = Arc::new(Story::new(&self.story.name, articles).with_lists(self.story.lists().clone()));
        model.update(Message::Reloaded(Arc::clone(&self.story)));
    }

    /// Makes an article of what was pasted, and hands it over with the others, or says why not.
    pub(in crate::tui) fn paste(&mut self, model: &mut Model, text: &str) {
        self.turn_to(model);
        let mut articles = self.story.articles().to_vec();
        let PastedArticle { article, note } = match self.source.paste(text, articles.len()) {
            Ok(pasted) => pasted,
            Err(cause) => return model.update(Message::Trouble(cause)),
        };
        let place = articles.iter().position(|known| known.source == article.source);
        let index = place.unwrap_or(articles.len());
        articles.truncate(index);
        articles.push(article);
        articles.extend(self.story.articles().iter().skip(index + 1).cloned());
        self.hand_over(model, articles);
        let note = note.map_or_else(String::new, |note| format!(" · {note}"));
        let said = format!("{} is pasted: {} words · :save keeps it{note}", letter(index), self.story.words(index));
        model.update(Message::Pasted(index, said));
    }

    /// Shows what is left out of the pages of the story at the end of their articles, or leaves it out again.
    pub(in crate::tui) fn toggle_left_out(&mut self, model: &mut Model) {
        self.turn_to(model);
        let mut articles = self.story.articles().to_vec();
        let is_shown = !articles.iter().any(|article| article.shows_left_out);
        let lines: usize = articles.iter().map(|article| article.left_out.len()).sum();
        if lines == 0 {
            return model.update(Message::Trouble("nothing is left out of these articles".to_owned()));
        }
        for article in &mut articles {
            article.show_left_out(is_shown);
        }
        self.source.show_left_out(is_shown);
        self.hand_over(model, articles);
        let lines = if lines == 1 { "1 line that is".to_owned() } else { format!("{lines} lines that are") };
        let where_to = if is_shown { "at the end of their articles" } else { "not shown" };
        model.update(Message::Trouble(format!("{lines} left out of pages: {where_to}")));
    }

    /// Saves a pasted article as it was pasted, and says so, or why not.
    pub(super) fn save(&self, model: &mut Model, source: &str, path: &str, save: Save<'_>) {
        let text = self.source.pasted_text(source).unwrap_or_default();
        let said = match save(Path::new(path), text, Replaces::Nothing) {
            Ok(place) => {
                model.reader.pasted.unsaved.retain(|unsaved| unsaved != source);
                format!("{source} is saved: {place}")
            }
            Err(cause) => format!("not saved: {cause}"),
        };
        model.update(Message::Trouble(said));
    }

    /// Tells the model if the file of an article on the screen has changed; whether it has told anything.
    pub(super) fn look(&mut self, model: &mut Model) -> bool {
        self.follow(model);
        if !self.are_of(model) || self.looked.is_some_and(|looked| looked.elapsed() < HOLDS) {
            return false;
        }
        self.looked = Some(Instant::now());
        self.tell_changes(model)
    }

    /// Tells the model which files of the articles on the screen have changed, each change once; whether any has.
    fn tell_changes(&mut self, model: &mut Model) -> bool {
        let shown = model.reader.pair.shown;
        let changed: Vec<Side> = Side::BOTH.into_iter().filter(|&side| self.source.has_news(shown[side])).collect();
        for &side in &changed {
            model.update(Message::Changed(side));
        }
        !changed.is_empty()
    }

    /// Reads the story of the model again and hands it over, or says why not.
    pub(super) fn read_again(&mut self, model: &mut Model) {
        self.follow(model);
        if !self.are_of(model) {
            let message = format!("{} came with the program: nothing to read again", model.reader.pair.story.name);
            model.update(Message::Trouble(message));
            return;
        }
        // What is read now is no news afterwards, also if it cannot be read.
        self.tell_changes(model);
        let shown = model.reader.pair.articles().map(|article| article.source.as_str());
        let way = LeftOutWay::from(&model.reader.keymap);
        match self.source.read(self.story.articles(), &[shown.left, shown.right], &way) {
            Ok((articles, notice)) => {
                self.hand_over(model, articles);
                if let Some(message) = notice {
                    let before =
                        model.reader.status.notice.as_ref().map_or_else(String::new, |read| format!("{read} · "));
                    model.update(Message::Trouble(before + &message));
                }
            }
            Err(message) => model.update(Message::Unread(message)),
        }
    }
}
