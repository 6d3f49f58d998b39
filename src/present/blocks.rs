//! Bands as whole blocks of spans, whatever the width: for printers that leave lines to whoever reads.
//!
//! ```text
//!     band 3     left                               right
//!     ~ moved    4   Text "The contract …"          13 ↓  Echo "The contract …"
//! ```

use super::labels::{self, Label};
use super::spans::BlockRoles;
use super::{Line, Markings, Sign, excerpts};
use crate::article::{Article, Kind};
use crate::comparison::Comparison;
use crate::layout::{Bands, Home, PlacedBlock};
use crate::pair::{Pair, Side};

/// Presents the bands of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct BandPresenter<'a> {
    /// The two articles.
    pub articles: Pair<&'a Article>,
    /// What came of comparing them.
    pub comparison: &'a Comparison,
    /// What stands level.
    pub bands: &'a Bands,
    /// What is marked.
    pub markings: Markings,
}

/// Holds what stands level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentedBand<'a> {
    /// The sign of the relation between the sides; none for blocks alone.
    pub relation: Option<Sign>,
    /// Whether the link stands outside the order that most words keep.
    pub is_moved: bool,
    /// The blocks of each side, from top to bottom.
    pub blocks: Pair<Vec<PresentedBlock<'a>>>,
}

/// Holds a block in a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentedBlock<'a> {
    /// Its number, where its own place is, and whether it stands alone.
    pub label: Label,
    /// What it is in its article.
    pub kind: Kind,
    /// Whether it is set again here, its own place being elsewhere.
    pub is_echo: bool,
    /// Its text; the spans join to it, unless excerpts are asked for.
    pub spans: Line<'a>,
}

impl PresentedBand<'_> {
    /// Says what the sides are to each other, in signs and words: `~ edited, moved`; of blocks alone, on which side
    /// they are: `< only here`. Empty where neither is to be said.
    #[must_use]
    pub fn described(&self) -> String {
        let Some(relation) = self.relation else {
            let has = |side: Side, sign: Sign| self.blocks[side].iter().any(|block| block.label.sign == sign.sign());
            let only = Side::BOTH.into_iter().map(|side| (side, Sign::only(side)));
            let only: Vec<Sign> = only.filter(|&(side, sign)| has(side, sign)).map(|(_, sign)| sign).collect();
            let words = only.first().map(|sign| sign.text().word);
            let only = only.iter().map(|sign| sign.sign()).chain(words).collect::<Vec<_>>().join(" ");
            let others = [Sign::Partly, Sign::Again].into_iter();
            let others = others.filter(|&sign| Side::BOTH.into_iter().any(|side| has(side, sign)));
            let others = others.map(|sign| format!("{} {}", sign.sign(), sign.text().word));
            return [only].into_iter().filter(|only| !only.is_empty()).chain(others).collect::<Vec<_>>().join("; ");
        };
        let moved = if self.is_moved { format!(", {}", Sign::Above.text().word) } else { String::new() };
        format!("{} {}{moved}", relation.sign(), relation.text().word).trim_start().to_owned()
    }
}

impl<'a> BandPresenter<'a> {
    /// Presents a band, by index.
    ///
    /// Cost: linear in the segments of its blocks, with their logarithm for each.
    ///
    /// # Panics
    ///
    /// If the index is beyond the last band.
    #[must_use]
    pub fn band(&self, index: usize) -> PresentedBand<'a> {
        let band = &self.bands.bands[index];
        let link = band.link.map(|link| &self.comparison.links[link]);
        PresentedBand {
            relation: link.map(|link| Sign::of_relation(link.relation)),
            is_moved: link.is_some_and(|link| link.moved),
            blocks: Pair::from_fn(|side| band.placed[side].iter().map(|&cell| self.block(side, cell)).collect()),
        }
    }

    /// Presents a block as it is placed.
    ///
    /// Cost: as for a band.
    ///
    /// # Panics
    ///
    /// If there is no such block on the side.
    #[must_use]
    pub fn block(&self, side: Side, cell: PlacedBlock) -> PresentedBlock<'a> {
        let block = &self.articles[side].blocks[cell.block];
        let is_echo = cell.home != Home::Here;
        let at = (side, cell.block);
        let mut spans = Line::new();
        let roles = BlockRoles::new(self.articles, self.comparison, self.markings, at, is_echo);
        roles.push(&block.text, 0..block.text.len(), &mut spans);
        if self.markings.excerpts {
            spans = excerpts::excerpt(spans);
        }
        let label = labels::label(self.articles, self.comparison, (side, cell), self.markings.related);
        PresentedBlock { label, kind: block.kind, is_echo, spans }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::bundled;
    use crate::present::{Marks, Role};
    use crate::story::Story;

    #[test]
    fn the_spans_of_a_block_join_to_its_text() {
        for name in bundled::names() {
            let story = Story::new(name, bundled::read(name).expect("it is bundled"));
            let shown = Pair::new(0, 1);
            let (articles, comparison) = (story.pair(shown), story.compare(shown));
            let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
            for marks in [Marks::Differences, Marks::Shared, Marks::Nothing] {
                let markings = Markings { marks, ..Markings::default() };
                let presenter = BandPresenter { articles, comparison: &comparison, bands: &bands, markings };
                let mut homes = Pair::new(0, 0);
                for band in (0..bands.bands.len()).map(|index| presenter.band(index)) {
                    for (side, block) in
                        band.blocks.sides().flat_map(|(side, all)| all.iter().map(move |one| (side, one)))
                    {
                        let joined: String = block.spans.iter().map(|span| &*span.text).collect();
                        assert_eq!(joined, articles[side].blocks[block.label.number - 1].text);
                        homes[side] += usize::from(!block.is_echo);
                    }
                }
                assert_eq!(homes, articles.map(|article| article.blocks.len()), "{name}");
            }
        }
    }

    #[test]
    fn a_dateline_stands_back_and_its_marks_do_not() {
        let body = "The quay at Holm was closed on Sunday because its planks were rotten.";
        let articles = [
            Article::read("a", &format!("HOLM (Coast Wire) – {body}")),
            Article::read("b", body),
            Article::read("c", &format!("HOLM (Coast Wire) – {body}")),
        ];
        let story = Story::new("test", articles.to_vec());
        let roles = |shown: Pair<usize>, marks| {
            let (articles, comparison) = (story.pair(shown), story.compare(shown));
            let bands = Bands::new(&comparison, articles.map(|article| article.blocks.len()));
            let markings = Markings { marks, ..Markings::default() };
            let presenter = BandPresenter { articles, comparison: &comparison, bands: &bands, markings };
            let spans = presenter.band(0).blocks.left.remove(0).spans;
            spans.iter().map(|span| (span.text.to_string(), span.role)).collect::<Vec<_>>()
        };
        let expected = [("HOLM (Coast Wire) – ".to_owned(), Role::Aside), (body.to_owned(), Role::Text)];
        assert_eq!(roles(Pair::new(0, 2), Marks::Differences), expected);
        assert_eq!(roles(Pair::new(0, 1), Marks::Nothing), expected);
        let dropped = roles(Pair::new(0, 1), Marks::Differences);
        assert_eq!(dropped[0], ("HOLM (Coast Wire) –".to_owned(), Role::Only(Side::Left)), "it is marked, not dimmed");
    }

    #[test]
    fn what_the_sides_are_to_each_other_is_said_in_words() {
        let block = |number, sign| {
            let label = Label { place: " ", number, sign };
            PresentedBlock { label, kind: Kind::Paragraph, is_echo: false, spans: Line::new() }
        };
        let band = |relation, is_moved, signs: [&'static str; 2]| {
            let blocks = Pair::new(vec![block(1, signs[0])], vec![block(1, signs[1])]);
            PresentedBand { relation, is_moved, blocks }.described()
        };
        assert_eq!(band(Some(Sign::Verbatim), false, [" ", " "]), "= same");
        assert_eq!(band(Some(Sign::Reworded), true, ["<", " "]), "≈ reworded, moved");
        assert_eq!(band(Some(Sign::Headline), false, [" ", " "]), "headlines");
        assert_eq!(band(None, false, ["<", " "]), "< only here");
        assert_eq!(band(None, false, ["<", ">"]), "< > only here");
        assert_eq!(band(None, false, ["⊏", ">"]), "> only here; ⊏ partly elsewhere");
        assert_eq!(band(None, false, ["″", " "]), "″ said again");
        assert_eq!(band(None, false, [" ", " "]), "");
    }

    #[test]
    fn a_moved_block_stands_in_two_bands() {
        let left =
            Article::read("a", "The yard was paid 41 million.\n\nThe council voted eleven to four on Monday evening.");
        let right =
            Article::read("b", "The council voted eleven to four on Monday evening.\n\nThe yard was paid 47 million.");
        let story = Story::new("", vec![left, right]);
        let shown = Pair::new(0, 1);
        let (articles, comparison) = (story.pair(shown), story.compare(shown));
        let bands = Bands::new(&comparison, Pair::new(2, 2));
        let markings = Markings::default();
        let presenter = BandPresenter { articles, comparison: &comparison, bands: &bands, markings };
        let drawn = |index: usize| {
            let band = presenter.band(index);
            let block = |block: &PresentedBlock<'_>| {
                let spans: Vec<String> =
                    block.spans.iter().map(|span| format!("{:?} {}", span.role, span.text)).collect();
                format!("{}{} {}", block.label.place, block.label.number, spans.join("|"))
            };
            let sides = band.blocks.iter().flatten().map(block).collect::<Vec<_>>().join(" ‖ ");
            format!("{} {} {sides}", band.relation.map_or("", Sign::sign), band.is_moved)
        };
        assert_eq!(
            (0..bands.bands.len()).map(drawn).collect::<Vec<_>>(),
            [
                "~ true  1 Text The yard was paid |Only(Left) 41|Text  million. ‖ \
                 ↓2 Echo The yard was paid |Only(Right) 47|Echo  million.",
                "= false  2 Text The council voted eleven to four on Monday evening. ‖  \
                 1 Text The council voted eleven to four on Monday evening.",
                "~ true ↑1 Echo The yard was paid |Only(Left) 41|Echo  million. ‖  \
                 2 Text The yard was paid |Only(Right) 47|Text  million.",
            ]
        );
    }
}
