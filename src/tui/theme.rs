//! How everything looks, by role. The one module that names a colour.
//!
//! What one side has alone is told three ways at once: by hue (blue on the left, orange on the right, which all kinds
//! of colour vision tell apart), by attribute (underlined on the left, bold on the right) and by the sign in the gutter.
//! Neither hue is that of good or bad. What tells less is told by an underline that is not whole, see [`Underline`].
//!
//! ```text
//!     night, paper, projector   ─┬─ true colour    as they are written in palette
//!                                ├─ 256            the nearest of the fixed ones
//!                                ├─ 16             the terminal's own, and attributes
//!                                └─ none           attributes alone
//!     terminal                     the terminal's own, whatever it has
//!     mono                         attributes alone, whatever it has
//! ```
//!
//! Where colours are known, every ink stands on its ground at a contrast of 4.5 or better, and the four marks are told
//! apart also by those who see two hues only. The tests compute both, see `vision`.

mod depth;
mod names;
mod oklab;
mod palette;
mod underline;
#[cfg(test)]
mod vision;

use ratatui::style::{Color, Modifier, Style};

pub use depth::Depth;
use palette::{Inks, Palette};
pub use underline::Underline;

use crate::pair::{Pair, Side};
use crate::present::{EvidenceKind, Role};

/// The styles of all parts of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What to call it.
    pub name: &'static str,
    /// How many colours it may use.
    pub depth: Depth,
    /// Running text, and the ground of everything.
    pub text: Style,
    /// A headline or heading.
    pub heading: Style,
    /// Furniture, bylines and captions.
    pub aside: Style,
    /// An echo's text.
    pub echo: Style,
    /// What a side has alone.
    pub only: Pair<Style>,
    /// What a side spells, capitalises or punctuates otherwise: quieter than what it has alone.
    pub small: Pair<Style>,
    /// What moved within its link.
    pub moved: Style,
    /// What stands elsewhere in the other article: quieter, and of neither side's hue.
    pub elsewhere: Style,
    /// What both sides have, where that is marked.
    pub shared: Style,
    /// What is evidence of a kind, where that is marked, in the order of `EvidenceKind::ALL`.
    pub evidence: [Style; 4],
    /// The changed run that the reader halted at, over its own style.
    pub stop: Style,
    /// What answers the line at the cursor, over its own style.
    pub answer: Style,
    /// What was searched, over its own style.
    pub found: Style,
    /// The same where the reader halted at it.
    pub here: Style,
    /// The characters of a list's line that match what is typed, over its style.
    pub matched: Style,
    /// Block numbers, signs and lines around the text.
    pub frame: Style,
    /// The hatch where the other side is longer: it is not read, and stands back further than what is.
    pub filler: Style,
    /// The sign of a block that a side has alone, and the bar along its lines.
    pub alone: Pair<Style>,
    /// What stands level with the cursor, over its own style: a ground, where one is known.
    pub band: Style,
    /// The row that the reader is at, in the gutter, over its own style.
    pub reading: Style,
    /// What is of one side there, over that: its hue, where one is known that can be read on that ground.
    pub reading_sides: Pair<Style>,
    /// The signs of relations and the arrows.
    pub sign: Style,
    /// The row that the reader is at, in the gutter.
    pub cursor: Style,
    /// Names and heads.
    pub head: Style,
    /// The head of the pane in focus.
    pub focus: Style,
    /// Names and keys on the lines around the text that matter less now.
    pub quiet: Style,
    /// How the block in focus stands in an outlet, on the line of tabs.
    pub standing: Style,
    /// What explains.
    pub hint: Style,
    /// The line that is chosen in a list.
    pub chosen: Style,
    /// Cells by how much of a wording they say to stand somewhere, in the order of `Shade::ALL`.
    pub carried: [Style; 5],
    /// Whether grounds tell these apart; where they do not, signs fill the cells.
    pub has_shades: bool,
}

/// Says why a stretch of text is set off, whatever its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// The reader halted at it.
    Stop,
    /// It answers the line at the cursor.
    Answer,
    /// It was searched.
    Found,
    /// It was searched, and the reader halted at it.
    Here,
}

impl Default for Theme {
    fn default() -> Self {
        Self::new(&NIGHT, Depth::True)
    }
}

impl Theme {
    /// Returns the theme of a name in its full colours, `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        LOOKS.iter().find(|look| look.name == name).map(|look| Self::new(look, Depth::True))
    }

    /// The same theme with so many colours.
    #[must_use]
    pub fn at(&self, depth: Depth) -> Self {
        LOOKS.iter().find(|look| look.name == self.name).map_or_else(Self::default, |look| Self::new(look, depth))
    }

    /// Returns the theme after this one, with as many colours.
    #[must_use]
    pub fn next(&self) -> Self {
        let index = LOOKS.iter().position(|look| look.name == self.name).unwrap_or(0);
        Self::new(&LOOKS[(index + 1) % LOOKS.len()], self.depth)
    }

    /// Returns how a role looks. The one place where roles get their looks.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        match role {
            Role::Text | Role::Strong => self.text,
            Role::Heading => self.heading,
            Role::Aside | Role::Fold | Role::Reference | Role::Faint => self.aside,
            Role::Echo => self.echo,
            Role::Only(Side::Left) => self.only.left,
            Role::Only(Side::Right) => self.only.right,
            Role::Small(Side::Left) => self.small.left,
            Role::Small(Side::Right) => self.small.right,
            Role::MovedWithin => self.moved,
            Role::Elsewhere(_) => self.elsewhere,
            Role::Shared => self.shared,
            Role::Sign => self.sign,
            Role::Number | Role::Frame | Role::End => self.frame,
            Role::Filler => self.filler,
            Role::Chosen => self.chosen,
            Role::Evidence(kind) => self.evidence[kind as usize],
            Role::Carried(shade) => self.carried[shade as usize],
        }
    }

    /// Returns how a text of a role looks, and the form of its underline. A mark of punctuation in bold is hardly to be seen, so that
    /// what one side alone has of these is underlined on both sides.
    #[must_use]
    pub fn text_style(&self, role: Role, text: &str) -> (Style, Underline) {
        let style = self.style(role);
        if matches!(role, Role::Only(_)) && !text.chars().any(char::is_alphanumeric) {
            return (style.add_modifier(Modifier::UNDERLINED), Underline::Solid);
        }
        (style, Self::underline(role))
    }

    /// Returns how the letters of a role that is underlined are: where attributes are few the form of the line tells more.
    #[must_use]
    pub const fn underline(role: Role) -> Underline {
        match role {
            Role::Elsewhere(_) => Underline::Broken,
            Role::Small(_) => Underline::Dotted,
            _ => Underline::Solid,
        }
    }

    /// Returns what sets off a stretch of text, to be laid over the style of its role.
    #[must_use]
    pub const fn emphasis(&self, emphasis: Emphasis) -> Style {
        match emphasis {
            Emphasis::Stop => self.stop,
            Emphasis::Answer => self.answer,
            Emphasis::Found => self.found,
            Emphasis::Here => self.here,
        }
    }

    /// Returns how a person calls the look of evidence of a kind, which is the same in all themes. A quotation has marks of its own.
    #[must_use]
    pub const fn evidence_attribute(kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::Quotation => "“…”",
            EvidenceKind::Name => "bold",
            EvidenceKind::Figure => "underlined",
            EvidenceKind::Word => "bold underlined",
        }
    }

    /// The looks of evidence with their kinds, where there is little room.
    pub const EVIDENCE_SHORT: &str = "“…” quotation  bold name  line figure, date  both listed";

    fn new(look: &Look, depth: Depth) -> Self {
        let inks = look.hues.inks(depth);
        let attributes = &look.attributes;
        let text = inks.on_ground(inks.text, attributes.text);
        let faint = inks.on_ground(inks.faint, attributes.text | if inks.has_faint { FULL } else { attributes.faint });
        let stands_back = if inks.has_faint { FULL } else { attributes.faint };
        let quieter = |attribute: Modifier| inks.on_ground(inks.faint, attribute | stands_back);
        // Where nothing is faint it has its side's hue, and is no darker than what that side has alone.
        let small = |hue: Option<Color>, attribute: Modifier| {
            let attribute = attribute | Modifier::UNDERLINED;
            if attributes.faint.is_empty() { inks.on_ground(hue, attribute) } else { quieter(attribute) }
        };
        let has_moved = inks.moved.is_some() && inks.moved != inks.text;
        let sign = inks.on_ground(inks.sign, attributes.text | Modifier::BOLD);
        let turned = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            name: look.name,
            depth,
            text,
            heading: inks.on_ground(inks.text, attributes.text | Modifier::BOLD),
            aside: faint,
            echo: faint,
            only: Pair::new(inks.on_ground(inks.left, attributes.left), inks.on_ground(inks.right, attributes.right)),
            small: Pair::new(small(inks.left, attributes.left), small(inks.right, attributes.right)),
            moved: inks.on_ground(inks.moved, if has_moved { attributes.moved } else { BOTH }),
            elsewhere: quieter(ELSEWHERE),
            shared: inks.on_ground(inks.shared, SHARED),
            evidence: [
                inks.on_ground(inks.shared, attributes.text),
                inks.on_ground(inks.text, attributes.text | Modifier::BOLD),
                inks.on_ground(inks.sign, attributes.text | Modifier::UNDERLINED),
                inks.on_ground(inks.moved, attributes.text | BOTH),
            ],
            stop: clear(turned),
            answer: Style { bg: inks.answer, ..Style::new() }.add_modifier(if inks.answer.is_some() {
                FULL
            } else {
                attributes.answer
            }),
            found: clear(Inks::set_off(inks.found, FOUND)),
            here: clear(Inks::set_off(inks.here, HERE).add_modifier(Modifier::BOLD)),
            matched: Style { fg: inks.sign, ..Style::new() }.add_modifier(MATCHED),
            frame: inks.on_ground(inks.frame, stands_back),
            filler: inks.on_ground(inks.filler, stands_back),
            alone: Pair::new(inks.left, inks.right).map(|hue| match hue {
                Some(_) => inks.on_ground(hue, attributes.text),
                None => sign,
            }),
            band: Style { bg: inks.band, ..Style::new() },
            reading: match inks.reading {
                Some((ink, ground)) => Style::new().fg(ink).bg(ground),
                None => turned,
            },
            reading_sides: match inks.reading_sides {
                Some((left, right)) => Pair::new(left, right).map(|ink| Style::new().fg(ink)),
                None => Pair::default(),
            },
            sign,
            cursor: sign,
            head: inks.on_chrome(inks.text, attributes.text),
            focus: inks.on_chrome(inks.text, if inks.has_chrome { Modifier::BOLD } else { FOCUS }),
            quiet: inks.on_chrome(inks.faint, attributes.text),
            standing: inks.on_chrome(inks.sign, attributes.text | Modifier::BOLD),
            hint: inks.on_ground(inks.faint, attributes.text),
            chosen: turned,
            carried: match inks.carried {
                Some(shades) => shades.map(|(ink, ground)| Style::new().fg(ink).bg(ground)),
                None => [text; 5],
            },
            has_shades: inks.carried.is_some(),
        }
    }
}

/// Over what is faint: what the reader halted at, or searched, is read as the text is.
const fn clear(style: Style) -> Style {
    style.remove_modifier(Modifier::DIM)
}

/// No attribute.
const FULL: Modifier = Modifier::empty();

/// The attributes of both sides at once.
const BOTH: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED);

/// What is shared; where that is marked, what differs is not.
const SHARED: Modifier = BOTH;

/// What stands elsewhere.
const ELSEWHERE: Modifier = Modifier::ITALIC.union(Modifier::UNDERLINED);

/// What was searched where no ground sets it off, and the same where the reader halted at it.
const FOUND: Modifier = Modifier::REVERSED.union(Modifier::ITALIC);
const HERE: Modifier = Modifier::REVERSED.union(Modifier::BOLD).union(Modifier::UNDERLINED);

/// What matches in a list.
const MATCHED: Modifier = Modifier::BOLD.union(Modifier::UNDERLINED);

/// The head of the pane in focus where no colour sets off the heads.
const FOCUS: Modifier = Modifier::BOLD.union(Modifier::REVERSED);

/// What a theme is made of.
struct Look {
    name: &'static str,
    hues: Hues,
    attributes: Attributes,
}

/// Where a theme takes its colours from.
enum Hues {
    Own(Palette),
    Terminal,
    Nothing,
}

impl Hues {
    fn inks(&self, depth: Depth) -> Inks {
        match (self, depth) {
            (Self::Nothing, _) | (_, Depth::Nothing) => Inks::NONE,
            (Self::Terminal, _) | (_, Depth::Sixteen) => Inks::TERMINAL,
            (Self::Own(palette), _) => palette.inks(depth),
        }
    }
}

/// The attributes that tell what colours tell, where there are none.
struct Attributes {
    text: Modifier,
    /// What stands back; where no fainter ink does it.
    faint: Modifier,
    /// What a side has alone.
    left: Modifier,
    right: Modifier,
    moved: Modifier,
    /// What answers, where no ground sets it off.
    answer: Modifier,
}

const PLAIN: Attributes = Attributes {
    text: FULL,
    faint: Modifier::DIM,
    left: Modifier::UNDERLINED,
    right: Modifier::BOLD,
    moved: Modifier::ITALIC,
    answer: Modifier::ITALIC,
};

/// Seen from the last row: nothing faint, and no attribute that is told by its slant alone. Bold tells only where the text is
/// not bold.
const STRONG: Attributes = Attributes {
    text: FULL,
    faint: FULL,
    left: Modifier::UNDERLINED,
    right: Modifier::BOLD,
    moved: BOTH,
    answer: Modifier::REVERSED.union(Modifier::UNDERLINED),
};

const NIGHT: Look = Look { name: "night", hues: Hues::Own(palette::NIGHT), attributes: PLAIN };

const LOOKS: [Look; 5] = [
    NIGHT,
    Look { name: "paper", hues: Hues::Own(palette::PAPER), attributes: PLAIN },
    Look { name: "projector", hues: Hues::Own(palette::PROJECTOR), attributes: STRONG },
    Look { name: "terminal", hues: Hues::Terminal, attributes: PLAIN },
    Look { name: "mono", hues: Hues::Nothing, attributes: PLAIN },
];

/// A style's colours without its attributes: for signs and bars, which tell by themselves what an attribute tells of
/// text.
#[must_use]
pub const fn plain(style: Style) -> Style {
    let mut plain = style;
    plain.add_modifier = Modifier::empty();
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::THEME_NAMES;

    fn every() -> impl Iterator<Item = Theme> {
        let depths = [Depth::True, Depth::Indexed, Depth::Sixteen, Depth::Nothing];
        depths.into_iter().flat_map(|depth| LOOKS.iter().map(move |look| Theme::new(look, depth)))
    }

    fn styles(theme: &Theme) -> Vec<Style> {
        let Theme { text, heading, aside, echo, only, moved, shared, found, here, matched, .. } = theme.clone();
        let Theme {
            standing,
            stop,
            frame,
            filler,
            alone,
            band,
            reading,
            reading_sides,
            sign,
            cursor,
            head,
            focus,
            quiet,
            hint,
            chosen,
            ..
        } = theme.clone();
        let mut styles = vec![text, heading, aside, echo, only.left, only.right, moved, shared, found, here, matched];
        styles.extend([theme.small.left, theme.small.right, theme.elsewhere]);
        styles.extend([
            standing,
            filler,
            alone.left,
            alone.right,
            band,
            reading,
            reading_sides.left,
            reading_sides.right,
        ]);
        styles.extend([stop, frame, sign, cursor, head, focus, quiet, hint, chosen]);
        styles.extend(theme.evidence);
        styles.extend(theme.carried);
        styles
    }

    #[test]
    fn every_name_has_a_theme_and_next_goes_round() {
        let mut theme = Theme::named(THEME_NAMES[0]).expect("it is named");
        for name in THEME_NAMES {
            assert_eq!((theme.name, Theme::named(name)), (name, Some(theme.clone())));
            theme = theme.next();
        }
        assert_eq!(theme.name, THEME_NAMES[0]);
    }

    #[test]
    fn the_next_theme_has_as_many_colours() {
        for theme in every() {
            assert_eq!(theme.next().depth, theme.depth);
        }
    }

    #[test]
    fn what_the_reader_halted_at_or_searched_is_never_faint() {
        for theme in every() {
            for over in [theme.stop, theme.found, theme.here] {
                for style in [theme.echo, theme.elsewhere, theme.small.left, theme.small.right] {
                    assert!(
                        !style.patch(over).add_modifier.contains(Modifier::DIM),
                        "{} {:?}",
                        theme.name,
                        theme.depth
                    );
                }
            }
        }
    }

    #[test]
    fn marks_are_told_apart_without_colour() {
        for theme in every() {
            let (halted, whole) = (theme.text.patch(theme.stop), Underline::Solid);
            let searched = [theme.text.patch(theme.found), theme.text.patch(theme.here)];
            // What was searched has a ground of its own, or attributes.
            let over = [(halted, whole), (searched[0], whole), (searched[1], whole)];
            let attributes: Vec<_> = in_a_line(&theme).into_iter().chain(over).map(attributes_of).collect();
            for (index, mark) in attributes.iter().enumerate() {
                assert!(!attributes[index + 1..].contains(mark), "{} {:?}: {attributes:?}", theme.name, theme.depth);
            }
            assert_ne!(theme.text.add_modifier, theme.shared.add_modifier);
            assert_ne!(theme.text.add_modifier, theme.text.patch(theme.matched).add_modifier);
        }
    }

    /// All roles that can meet in a line of an article, with the form of their underlines.
    fn in_a_line(theme: &Theme) -> Vec<(Style, Underline)> {
        let sides = Side::BOTH.into_iter().flat_map(|side| [Role::Only(side), Role::Small(side)]);
        let roles = [Role::Text, Role::MovedWithin, Role::Elsewhere(Side::Left)].into_iter().chain(sides);
        roles.map(|role| (theme.style(role), Theme::underline(role))).collect()
    }

    /// What tells without a hue: the ground, the attributes, the form of the underline if there is one.
    fn attributes_of((style, line): (Style, Underline)) -> (Option<Color>, Modifier, Underline) {
        let has_line = style.add_modifier.contains(Modifier::UNDERLINED);
        (style.bg, style.add_modifier, if has_line { line } else { Underline::Solid })
    }

    /// From afar, and where there are no hues, neither a slant nor what is faint tells anything by itself.
    #[test]
    fn no_two_marks_differ_by_their_slant_alone_where_slants_are_not_seen() {
        for theme in
            every().filter(|theme| theme.name == "projector" || theme.text.fg.is_none_or(|ink| ink == Color::Reset))
        {
            let bare = |(ground, attributes, line): (Option<Color>, Modifier, Underline)| {
                (ground, attributes.difference(Modifier::ITALIC | Modifier::DIM), line)
            };
            let marks: Vec<_> = in_a_line(&theme).into_iter().map(attributes_of).map(bare).collect();
            for (index, mark) in marks.iter().enumerate() {
                assert!(!marks[index + 1..].contains(mark), "{} {:?}: {marks:?}", theme.name, theme.depth);
            }
        }
    }

    /// A comma in bold is hardly to be seen.
    #[test]
    fn what_can_be_one_point_is_underlined_on_both_sides() {
        for theme in every() {
            let lines = theme.small.map(|style| style.add_modifier.contains(Modifier::UNDERLINED));
            assert_eq!(lines, Pair::new(true, true), "{} {:?}", theme.name, theme.depth);
        }
        for theme in every() {
            for side in Side::BOTH {
                let style = theme.text_style(Role::Only(side), ", ").0;
                assert!(style.add_modifier.contains(Modifier::UNDERLINED), "{} {:?}", theme.name, theme.depth);
                assert_eq!(theme.text_style(Role::Only(side), ", all").0, theme.only[side]);
            }
        }
        assert!([Underline::Dotted, Underline::Broken].iter().all(|line| line.is_drawn(0)));
    }

    #[test]
    fn spelling_is_no_darker_than_what_a_side_has_alone() {
        for theme in every().filter(|theme| theme.name == "projector") {
            assert_eq!(theme.small.map(|style| style.fg), theme.only.map(|style| style.fg), "{:?}", theme.depth);
        }
    }

    /// The sixteen colours are anybody's, but green is that of good, red that of bad.
    #[test]
    fn no_mark_has_the_hue_of_good_or_bad() {
        for theme in every().filter(|theme| theme.name == "terminal") {
            for style in styles(&theme) {
                for judging in [Color::Green, Color::LightGreen, Color::Red, Color::LightRed] {
                    assert!(style.fg != Some(judging) && style.bg != Some(judging), "{style:?}");
                }
            }
        }
    }

    #[test]
    fn evidence_is_told_apart_without_colour() {
        for theme in every() {
            // A quotation has marks of its own.
            let attributes = theme.evidence.map(|style| style.add_modifier);
            assert_eq!(attributes, [FULL, Modifier::BOLD, Modifier::UNDERLINED, BOTH], "{}", theme.name);
        }
    }

    #[test]
    fn without_colours_there_are_none() {
        for theme in every().filter(|theme| theme.name == "mono" || theme.depth == Depth::Nothing) {
            for style in styles(&theme) {
                assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None), "{}", theme.name);
            }
        }
    }

    #[test]
    fn a_depth_has_its_own_colours_only() {
        for theme in every() {
            let colours = styles(&theme).into_iter().flat_map(|style| [style.fg, style.bg]).flatten();
            for colour in colours {
                let fits = match colour {
                    Color::Rgb(..) => theme.depth == Depth::True,
                    Color::Indexed(n) => theme.depth == Depth::Indexed && n >= 16,
                    _ => theme.depth == Depth::Sixteen || theme.name == "terminal",
                };
                assert!(fits, "{} {:?}: {colour}", theme.name, theme.depth);
            }
        }
    }

    #[test]
    fn the_projector_has_nothing_faint_and_no_slant_that_tells_alone() {
        for theme in every().filter(|theme| theme.name == "projector") {
            for style in styles(&theme) {
                assert!(!style.add_modifier.contains(Modifier::DIM), "{:?}: {style:?}", theme.depth);
            }
            assert_eq!((theme.aside.fg, theme.echo.fg), (theme.text.fg, theme.text.fg));
            let marks = [theme.text, theme.only.left, theme.only.right, theme.moved].map(|style| style.add_modifier);
            assert_eq!(marks, [FULL, Modifier::UNDERLINED, Modifier::BOLD, BOTH]);
            assert!(theme.elsewhere.add_modifier.contains(Modifier::UNDERLINED));
        }
    }

    #[test]
    fn nothing_is_told_by_its_slant_alone_where_there_are_no_colours() {
        for theme in every().filter(|theme| theme.text.fg.is_none()) {
            let marks = [theme.only.left, theme.only.right, theme.moved, theme.elsewhere];
            let slants = marks.map(|style| style.add_modifier.difference(Modifier::DIM) == Modifier::ITALIC);
            assert!(!slants.contains(&true), "{}", theme.name);
        }
    }

    #[test]
    fn the_reading_row_is_set_off_in_every_theme() {
        for theme in every() {
            assert!(theme.reading.bg.is_some() || theme.reading.add_modifier == Modifier::REVERSED, "{}", theme.name);
            assert!(theme.band.bg.is_none() || theme.band.bg != theme.reading.bg, "{}", theme.name);
        }
    }
}
