//! All articles as bars: how long each is, and how many others have its wording, from its beginning to its end.
//!
//! ```text
//!     Who carries what   · no other outlet  ░ ▒ ▓ █ more of them, up to all
//!     A Meridian Wire    ████▓▓▓░····▒▒▒▒····        66% of 362 w
//!     B Highland Digest  ▓▓▓▓░░░░····                69% of 306 w
//! ```

use crate::layout::PageSetup;
use crate::pages::Facts;
use crate::present::{Line, Role, Shade, Span};
use crate::story::SharedWording;
use crate::story::wording::LEVELS;

/// The columns of the share and the words behind a bar, and of the share alone.
const BEHIND: usize = 16;
const SHARE: usize = 6;

/// The least columns of a bar that has all of that behind it.
const BAR: usize = 30;

/// What stands for a wording that no other outlet has, and then for how many others have it.
pub(super) const STEPS: [&str; LEVELS as usize + 1] =
    ["·", Shade::Light.sign(), Shade::Medium.sign(), Shade::Dark.sign(), Shade::Full.sign()];

/// The bars of all articles.
#[derive(Clone, Copy)]
pub(super) struct Bars<'a> {
    facts: Facts<'a>,
    wording: &'a SharedWording,
    setup: PageSetup,
    /// The columns of the names.
    names: usize,
    /// The words of the longest article.
    longest: usize,
}

impl<'a> Bars<'a> {
    /// Takes the articles of a story, with so many columns for their names. Cost: linear in the articles.
    pub(super) fn new(facts: Facts<'a>, wording: &'a SharedWording, names: usize, setup: PageSetup) -> Self {
        let articles = 0..facts.story.articles().len();
        let longest = articles.map(|article| facts.story.words(article)).max().unwrap_or(0).max(1);
        Self { facts, wording, setup, names, longest }
    }

    /// Returns what stands above the bars; what the numbers behind them are, if that takes no line more.
    pub(super) fn head(&self) -> Vec<Line<'static>> {
        let title = || vec![Span::new("Who carries what", Role::Heading)];
        let shades = format!("{} no other outlet   {} more of them, up to all", STEPS[0], STEPS[1..].join(" "));
        let all = self.setup.span(format!("{shades}   % that any other has"), Role::Faint);
        let lines = self.setup.flowed(title(), [all], 0);
        if lines.len() == 1 {
            return lines;
        }
        let shades = if self.setup.columns(&shades) <= self.setup.width {
            shades
        } else {
            format!("{} none   {} more others, up to all", STEPS[0], STEPS[1..].join(" "))
        };
        self.setup.flowed(title(), [self.setup.span(shades, Role::Faint)], 0)
    }

    /// Returns the bar of an article behind its name. Cost: linear in the columns.
    pub(super) fn line(&self, article: usize, name: Span<'static>) -> Line<'static> {
        let room = self.setup.width.saturating_sub(self.names);
        let is_full = room >= BAR + BEHIND;
        let most = room.saturating_sub(if is_full { BEHIND } else { SHARE }).max(1);
        let words = self.facts.story.words(article);
        let columns = (words * most / self.longest).max(usize::from(words > 0));
        let mut line = vec![name];
        let levels = self.wording.levels(article, columns);
        for part in levels.chunk_by(|one, other| one == other) {
            let role = if part[0] == 0 { Role::Faint } else { Role::Text };
            let sign = STEPS.get(part[0]).copied().unwrap_or(STEPS[LEVELS as usize]);
            line.push(self.setup.span(sign.repeat(part.len()), role));
        }
        line.push(Span::new(" ".repeat(most - columns), Role::Text));
        let share = (self.wording.carried(article) * 100 + words / 2) / words.max(1);
        let behind = if is_full { format!(" {share:>3}% of {words} w") } else { format!(" {share:>3}%") };
        line.push(Span::new(behind, Role::Faint));
        line
    }
}
