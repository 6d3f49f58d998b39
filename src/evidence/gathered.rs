//! All evidence of a story, found once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::attribution::Attribution;
use super::dates::DateMention;
use super::figures::Figure;
use super::links::Answers;
use super::pronouns::Known;
use super::tongue::Tongue;
use super::word_lists::WordLists;
use super::{
    AttributedQuotation, Evidence, Statement, compared, dates, figures, ledger, marks, names, persons, pronouns,
    quotations, reattributed, running_speakers, said_by, speakers, swaps,
};
use crate::list_choice::ListChoice;
use crate::story::parallel_pairs::Watch;
use crate::story::{Story, StoryPins};

impl Evidence {
    /// Finds the evidence of all articles of a story, where some blocks are set opposite by hand; watched, `None` if it was stopped.
    ///
    /// Cost: that of comparing every two articles, shared out among the processors; the rest is near linear in the text.
    #[must_use]
    pub fn of_story(story: &Story, pins: &StoryPins, watch: Watch<'_>) -> Option<Self> {
        let answers = Answers::of_story(story, pins, watch)?;
        let all: Vec<usize> = (0..story.articles().len()).collect();
        Some(Self::of(story, &all, &answers))
    }

    /// Finds the evidence of some articles of a story, by their indices, with the lists that the story is read with; `answers` are their links and relations, as far as they are
    /// known.
    ///
    /// Cost: near linear in the text.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn of(story: &Story, chosen: &[usize], answers: &Answers) -> Self {
        Self::with_lists(story, chosen, answers, story.lists())
    }

    /// Does the same where lists are switched off or added to.
    ///
    /// # Panics
    ///
    /// If an index is beyond the last article.
    #[must_use]
    pub fn with_lists(story: &Story, chosen: &[usize], answers: &Answers, choice: &ListChoice) -> Self {
        let articles = story.articles();
        let mut of_language: BTreeMap<&str, Cow<'static, WordLists>> = BTreeMap::new();
        for &article in chosen {
            let language = story.language(article);
            of_language.entry(language).or_insert_with(|| WordLists::chosen(language, choice));
        }
        let chosen: Vec<(usize, &WordLists)> =
            chosen.iter().map(|&article| (article, &*of_language[story.language(article)])).collect();
        let chosen_indices: Vec<usize> = chosen.iter().map(|(index, _)| *index).collect();
        let tongues: Vec<(usize, Tongue<'_>)> =
            chosen_indices.iter().map(|&index| (index, Tongue::of(story, index))).collect();
        let names = names::names(articles, &chosen, &tongues);
        let persons = persons::persons(articles, &names);
        let known = Known { names: &names, persons: &persons };
        let (mut quotations, mut statements, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for &(index, lists) in &chosen {
            let found = quotations::quotations(&articles[index]);
            let (mut attributions, mut own) = speakers::attributions(&articles[index], &found, lists);
            pronouns::resolve((index, &articles[index]), known, &mut attributions, &mut own);
            own.retain(|statement| statement.cue.is_some());
            marks.extend(marks::marks((index, &articles[index]), &found, lists, &choice.off));
            let speaker = |own: &Attribution| said_by::speaker(articles, index, own, (&names, &persons));
            quotations.extend(found.into_iter().zip(attributions).map(|(quotation, attribution)| {
                let speaker = attribution.as_ref().map(speaker);
                AttributedQuotation { article: index, quotation, attribution, speaker }
            }));
            statements.extend(own.into_iter().map(|own| Statement {
                speaker: speaker(&own),
                article: index,
                attribution: own,
            }));
        }
        let mut ledger = ledger::ledger(story, &chosen_indices, &quotations, answers);
        reattributed::mark(story, &mut ledger, &quotations, &statements, answers);
        let lists_of = |article: usize| &*of_language[story.language(article)];
        let speaker = |article: usize, own: &Attribution| said_by::speaker(articles, article, own, (&names, &persons));
        running_speakers::mark(articles, &mut ledger, &quotations, lists_of, speaker);
        let (mut figures, mut dates): (Vec<Figure>, Vec<DateMention>) = Default::default();
        for &(index, tongue) in &tongues {
            let blocks = dates::read(&articles[index], tongue);
            figures.extend(figures::figures(index, &articles[index], tongue, &blocks));
            dates.extend(dates::dates(index, &articles[index], &blocks));
        }
        dates::resolved::resolve(articles, &mut dates, answers);
        let lists: Vec<&WordLists> = chosen.iter().map(|(_, lists)| *lists).collect();
        marks::only_pairs(&mut marks, &lists);
        Self {
            ledger,
            quotations,
            statements,
            figure_entries: compared::figures(&figures, answers),
            figures,
            date_entries: compared::dates(articles, &dates, answers),
            dates,
            names,
            swaps: swaps::gathered(story, &answers.swaps, &marks),
            marks,
        }
    }
}
