//! The table of passages.
//!
//! ```text
//!     9 of 74 passages                      A       B       C       D       E
//!     Ordinary people in China should …    ¶4     ~¶7       –       –     ~¶9
//!     Watching for foreign agents …        ¶5     ~¶3       –   ~¶3,4    =¶10
//!
//!     … where more articles do not fit:     A    B    C    D    E    F    G    H
//!     Ordinary people in China should …     4   ~7    –  ~3+    –    –    –    –
//! ```

use super::{Page, Sight};
use crate::layout::PageSetup;
use crate::present::{Line, Role, Sign, Span, labels};
use crate::story::presence::{Cell, Filter, Presence, Standing};
use crate::story::{Story, StoryAnalysis, letter};

/// The columns of a cell, and of one where many articles are to fit.
const WIDE: usize = 8;
const NARROW: usize = 5;

/// The least columns of the words, and those that they have of the width.
const WORDS: usize = 12;
const THIRD: usize = 3;

/// Which passage stands where: an item for each that is shown, with a cell for each article.
///
/// Cost: linear in the passages for the filter, and in the cells that are asked for.
#[must_use]
pub fn passages<'s>(
    story: &'s Story,
    analysis: &'s StoryAnalysis,
    presence: &'s Presence,
    filter: Filter,
    sight: Sight,
    setup: PageSetup,
) -> Page<'s> {
    let width = setup.width;
    let count = story.articles().len();
    let most = width.saturating_sub((width / THIRD).max(WORDS));
    let is_wide = count * WIDE <= most;
    let cell_width = if is_wide { WIDE } else { NARROW };
    let columns = sight.columns(count, (most / cell_width).max(1));
    let words = width.saturating_sub(columns.len() * cell_width).max(WORDS);
    let shown = presence.shown(filter);
    let mut head = heading(presence, filter, is_wide, setup);
    head.push(Line::new());
    let mut names =
        vec![Span::new(setup.fitted(&setup.signs(counted(shown.len(), presence, &columns)), words), Role::Faint)];
    names.extend(columns.clone().map(|article| Span::new(format!("{:>cell_width$}", letter(article)), Role::Heading)));
    head.push(names);
    head.extend(shown.is_empty().then(|| vec![Span::new("none", Role::Faint)]));
    let (items, in_sight) = (shown.len(), columns.clone());
    let item = move |line: usize| {
        let passage = shown[line];
        let text = setup.fitted(text(story, analysis, presence.base, passage), words - 1) + " ";
        let mut spans = vec![Span::new(text, Role::Text)];
        spans.extend(in_sight.clone().map(|article| {
            let cell = presence.cell(passage, article);
            let standing = setup.clipped(&setup.signs(standing(cell, is_wide)), cell_width - 1);
            let role = role(cell, article == presence.base, sight.chooses(line, article));
            Span::new(format!("{standing:>cell_width$}"), role)
        }));
        vec![spans]
    };
    Page::of(head, items, item).with_columns(columns, words, cell_width)
}

fn heading(presence: &Presence, filter: Filter, is_wide: bool, setup: PageSetup) -> Vec<Line<'static>> {
    let base = letter(presence.base);
    let mut head = vec![vec![
        Span::new(format!("Passages, seen from {base}"), Role::Heading),
        setup.span(format!(" · {}", filter_name(filter)), Role::Text),
    ]];
    let where_it_stands = if is_wide { "¶ where it stands" } else { "number: which paragraph" };
    let signs = [Sign::Edited, Sign::Reworded, Sign::Absent].map(Sign::text);
    let signs = signs.map(|text| format!("{} {}", text.sign, text.short)).join("  ");
    let legend = format!("{} in {base}'s words  {signs}  {where_it_stands}", Sign::Verbatim.sign());
    head.extend(setup.faint(&setup.signs(legend)));
    head
}

/// `9 of 74 passages`, and which articles are in sight if not all are.
fn counted(shown: usize, presence: &Presence, columns: &std::ops::Range<usize>) -> String {
    let count = format!("{shown} of {}", presence.rows.len());
    if columns.len() == presence.articles {
        return format!("{count} passages");
    }
    format!("{count} · {}–{} of {}", letter(columns.start), letter(columns.end - 1), presence.articles)
}

/// The passage's words: the base's if it has it, else those of the first article that does.
fn text<'s>(story: &'s Story, analysis: &StoryAnalysis, base: usize, passage: usize) -> &'s str {
    let passage = &analysis.passages.passages[passage];
    let own = passage.in_article(base).first().map(|&block| (base, block));
    let first = || passage.blocks.first().map(|(article, blocks)| (*article, blocks[0]));
    let (article, block) = own.or_else(first).unwrap_or((0, 0));
    let block = &story.articles()[article].blocks[block];
    &block.text[block.dateline..]
}

/// `~¶3,4`, and `~3+` where there is little room.
fn standing(cell: Option<&Cell>, is_wide: bool) -> String {
    let Some(cell) = cell else { return Sign::Absent.sign().to_owned() };
    let sign = sign(cell.standing).map_or("", Sign::sign);
    match cell.blocks.as_slice() {
        blocks if is_wide => labels::blocks(sign, blocks, ","),
        [first, _, ..] => format!("{sign}{}+", first + 1),
        blocks => format!("{sign}{}", labels::numbers(blocks, "")),
    }
}

/// The sign of how a passage stands; none where it simply stands there.
const fn sign(standing: Standing) -> Option<Sign> {
    match standing {
        Standing::Here => None,
        Standing::Verbatim => Some(Sign::Verbatim),
        Standing::Edited => Some(Sign::Edited),
        Standing::Reworded => Some(Sign::Reworded),
    }
}

fn role(cell: Option<&Cell>, is_base: bool, is_chosen: bool) -> Role {
    match cell {
        _ if is_chosen => Role::Chosen,
        None => Role::Faint,
        Some(_) if is_base => Role::Heading,
        Some(_) => Role::Text,
    }
}

/// What a filter shows.
#[must_use]
pub fn filter_name(filter: Filter) -> String {
    match filter {
        Filter::Everything => "all".to_owned(),
        Filter::InAll => "in all outlets".to_owned(),
        Filter::InSome => "in some outlets".to_owned(),
        Filter::OnlyIn(article) => format!("only in {}", letter(article)),
        Filter::NotIn(article) => format!("not found in {}", letter(article)),
        Filter::MovedBy(1) => "moved by more than 1 block".to_owned(),
        Filter::MovedBy(blocks) => format!("moved by more than {blocks} blocks"),
    }
}
