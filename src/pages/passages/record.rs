//! Where passages stand, for scripts.
//!
//! ```json
//!     { "blocks": { "A": [4], "B": [6], "E": [9] }, "by": { "E": "B" }, "by_alone": ["E"] }
//! ```

use std::collections::BTreeMap;

use serde::Serialize;

use crate::letters::letter;
use crate::pages::records::numbers;
use crate::story::{Passage, Passages, Story, StoryAnalysis};

/// Where a passage stands, for scripts.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Passage"))]
pub(crate) struct PassageRecord {
    /// The numbers of its blocks, from 1, by the letters of the articles, as they answer the base. A block that
    /// several of another article make up together stands in the passage of each of them.
    blocks: BTreeMap<String, Vec<usize>>,
    /// The letters of articles that no link joins to the base, each with that of the article by way of which it came.
    /// The base is the proposed source, else the first article.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    by: BTreeMap<String, String>,
    /// The letters of those among these in which no five words in a row of the base's blocks stand: the passage is not
    /// counted as one that they have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_alone: Vec<String>,
}

/// Records all passages.
pub(crate) fn records(story: &Story, analysis: &StoryAnalysis) -> Vec<PassageRecord> {
    let base = analysis.first_base();
    let record = |passage: &Passage| {
        let at = |article: usize| (letter(article), numbers(passage.answering(base, article)));
        let blocks = passage.blocks.iter().map(|(article, _)| at(*article)).collect();
        let by = passage.by_way_of(base).into_iter().map(|(article, other)| (letter(article), letter(other)));
        let by_alone = Passages::by_way_alone(story, passage, base).into_iter().map(letter).collect();
        PassageRecord { blocks, by: by.collect(), by_alone }
    };
    let passages = analysis.passages.passages.iter();
    passages.filter(|passage| passage.is_telling_from(base)).map(record).collect()
}
