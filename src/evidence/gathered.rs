//! All evidence of a story, found once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::attribution::Attribution;
use super::dates::DateMention;
use super::figures::Figure;
use super::links::Answers;
use super::marks::Mark;
use super::pronouns::Known;
use super::tongue::Tongue;
use super::word_lists::WordLists;
use super::{
    AttributedQuotation, Evidence, Statement, compared, dates, figures, ledger, marks, names, persons, pronouns,
    quotations, reattributed, running_speakers, said_by, speakers, swaps,
};
use crate::article::Article;
use crate::list_choice::{ListChoice, ListName};
use crate::story::parallel_pairs::{self, Watch};
use crate::story::{Story, StoryPins};

impl Evidence {
    /// Finds the evidence of all articles of a story, where some blocks are set opposite by hand; watched, `None` if it was stopped.
    ///
    /// Cost: that of comparing every two articles, shared out among the processors; the rest is near linear in the text.
    #[must_use]
    pub fn of_story(story: &Story, pins: &StoryPins, watch: Watch<'_>) -> Option<Self> {
        let answers = Answers::of_story(story, pins, watch)?;
        Some(Self::of_all(story, &answers))
    }

    /// Finds the evidence of all articles of a story, with the lists that it is read with. Cost: near linear in the text.
    #[must_use]
    pub fn of_all(story: &Story, answers: &Answers) -> Self {
        Self::of_all_with(story, answers, story.lists())
    }

    /// Does the same with other lists.
    #[must_use]
    pub fn of_all_with(story: &Story, answers: &Answers, choice: &ListChoice) -> Self {
        let all: Vec<usize> = (0..story.articles().len()).collect();
        Self::with_lists(story, &all, answers, choice)
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
        let (mut quotations, mut statements, mut marks): (Vec<_>, Vec<_>, Vec<_>) = Default::default();
        let known = Known { names: &names, persons: &persons };
        for said in
            parallel_pairs::in_each(&chosen, |(index, lists)| SaidIn::found(articles, index, lists, known, &choice.off))
        {
            quotations.extend(said.quotations);
            statements.extend(said.statements);
            marks.extend(said.marks);
        }
        let mut ledger = ledger::ledger(story, &chosen_indices, &quotations, answers);
        reattributed::mark(story, &mut ledger, &quotations, &statements, answers);
        let lists_of = |article: usize| &*of_language[story.language(article)];
        let speaker = |article: usize, own: &Attribution| said_by::speaker(articles, article, own, (&names, &persons));
        running_speakers::mark(articles, &mut ledger, &quotations, lists_of, speaker);
        let (mut figures, mut dates): (Vec<Figure>, Vec<DateMention>) = Default::default();
        let counted = |(index, tongue)| {
            let blocks = dates::read(&articles[index], tongue);
            (figures::figures(index, &articles[index], tongue, &blocks), dates::dates(index, &articles[index], &blocks))
        };
        for (own_figures, own_dates) in parallel_pairs::in_each(&tongues, counted) {
            figures.extend(own_figures);
            dates.extend(own_dates);
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

/// What one article quotes, says that somebody said, and says in words of lists.
struct SaidIn {
    quotations: Vec<AttributedQuotation>,
    statements: Vec<Statement>,
    marks: Vec<Mark>,
}

impl SaidIn {
    /// Finds it. Cost: near linear in the text.
    fn found(articles: &[Article], index: usize, lists: &WordLists, known: Known<'_>, off: &[ListName]) -> Self {
        let article = &articles[index];
        let quotations = quotations::quotations(article);
        let (mut attributions, mut own) = speakers::attributions(article, &quotations, lists);
        pronouns::resolve((index, article), known, &mut attributions, &mut own);
        own.retain(|statement| statement.cue.is_some());
        let marks = marks::marks((index, article), &quotations, lists, off);
        let speaker = |own: &Attribution| said_by::speaker(articles, index, own, (known.names, known.persons));
        let quotations = quotations.into_iter().zip(attributions).map(|(quotation, attribution)| {
            let speaker = attribution.as_ref().map(speaker);
            AttributedQuotation { article: index, quotation, attribution, speaker }
        });
        let quotations = quotations.collect();
        let statements =
            own.into_iter().map(|own| Statement { speaker: speaker(&own), article: index, attribution: own });
        Self { quotations, statements: statements.collect(), marks }
    }
}
