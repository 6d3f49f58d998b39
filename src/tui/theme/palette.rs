//! The colours of the themes, by what they are for.
//!
//! ```text
//!     ground   chrome              what is written on
//!     text     faint     frame     what is read, what stands back, lines and numbers
//!     left     right     moved     shared           the marks
//!     found    here                ink and ground of what was searched
//!     filler                       the hatch where the other side is longer
//!     band     answer              grounds of what stands level with the cursor, and of what answers its line
//!     reading                      ink and ground of the row of the cursor in the gutter, and there
//!     reading_sides                the inks of what is of one side
//!     sign                         the signs of relations, and what matches in a list
//!     carried                      ink and ground of cells that say how much of a wording stands somewhere
//! ```

use ratatui::style::{Color, Modifier, Style};

use super::depth::{Depth, nearest};
use super::oklab::Rgb;

/// The colours of a theme.
pub(super) struct Palette {
    pub ground: Rgb,
    pub chrome: Rgb,
    pub text: Rgb,
    pub faint: Rgb,
    pub frame: Rgb,
    pub left: Rgb,
    pub right: Rgb,
    pub moved: Rgb,
    pub shared: Rgb,
    pub filler: Rgb,
    /// A ground.
    pub band: Rgb,
    /// A ground.
    pub answer: Rgb,
    /// Ink and ground.
    pub reading: [Rgb; 2],
    /// The inks of left and right on that ground.
    pub reading_sides: [Rgb; 2],
    /// Ink and ground.
    pub found: [Rgb; 2],
    pub here: [Rgb; 2],
    pub sign: Rgb,
    /// Ink and ground of cells, from the same wording to what has nothing to compare it with.
    pub carried: [[Rgb; 2]; 5],
}

/// Light on dark.
pub(super) const NIGHT: Palette = Palette {
    ground: [0x1c, 0x1c, 0x1c],
    chrome: [0x30, 0x30, 0x30],
    text: [0xda, 0xda, 0xda],
    faint: [0xb2, 0xb2, 0xb2],
    frame: [0xa8, 0xa8, 0xa8],
    left: [0x5f, 0xaf, 0xff],
    right: [0xf7, 0x90, 0x49],
    moved: [0xdb, 0xb2, 0xb2],
    shared: [0xf7, 0xf3, 0xa8],
    filler: [0x58, 0x58, 0x58],
    band: [0x2f, 0x2f, 0x2f],
    answer: [0x3e, 0x3e, 0x3e],
    reading: [[0xff, 0xff, 0xff], [0x54, 0x54, 0x54]],
    reading_sides: [[0xa0, 0xd0, 0xff], [0xff, 0xcb, 0x96]],
    found: [[0xff, 0xff, 0xff], [0x5f, 0x5f, 0x00]],
    here: [[0x00, 0x00, 0x00], [0xff, 0xd7, 0x00]],
    sign: [0xff, 0xff, 0xd7],
    carried: [
        [[0x00, 0x00, 0x00], [0x87, 0xd7, 0xaf]],
        [[0x00, 0x00, 0x00], [0x5f, 0xaf, 0x87]],
        [[0xff, 0xff, 0xff], [0x00, 0x83, 0x5f]],
        [[0xff, 0xff, 0xff], [0x00, 0x5f, 0x5f]],
        [[0xff, 0xff, 0xff], [0x3a, 0x3a, 0x3a]],
    ],
};

/// Dark on light.
pub(super) const PAPER: Palette = Palette {
    ground: [0xfc, 0xfa, 0xf4],
    chrome: [0xe9, 0xe5, 0xdc],
    text: [0x1c, 0x1c, 0x1c],
    faint: [0x4c, 0x4c, 0x4c],
    frame: [0x4c, 0x4c, 0x4c],
    left: [0x0b, 0x51, 0x96],
    right: [0x8a, 0x3c, 0x06],
    moved: [0x3c, 0x0f, 0x52],
    shared: [0x18, 0x48, 0x48],
    filler: [0xb0, 0xac, 0xa0],
    band: [0xe8, 0xe1, 0xcd],
    answer: [0xd2, 0xc9, 0xae],
    reading: [[0x1c, 0x1c, 0x1c], [0xb8, 0xae, 0x90]],
    reading_sides: [[0x08, 0x2a, 0x7a], [0x7c, 0x1e, 0x00]],
    found: [[0x00, 0x00, 0x00], [0xff, 0xd7, 0x5f]],
    here: [[0xff, 0xff, 0xff], [0x5f, 0x00, 0x00]],
    sign: [0x45, 0x28, 0x7c],
    carried: [
        [[0xff, 0xff, 0xff], [0x0f, 0x4a, 0x3c]],
        [[0xff, 0xff, 0xff], [0x2f, 0x7a, 0x64]],
        [[0x00, 0x00, 0x00], [0x8c, 0xc4, 0xae]],
        [[0x00, 0x00, 0x00], [0xcf, 0xe8, 0xdd]],
        [[0x00, 0x00, 0x00], [0xd0, 0xd0, 0xd0]],
    ],
};

/// Black on white, for a lit room.
pub(super) const PROJECTOR: Palette = Palette {
    ground: [0xff, 0xff, 0xff],
    chrome: [0xff, 0xff, 0xff],
    text: [0x00, 0x00, 0x00],
    faint: [0x00, 0x00, 0x00],
    frame: [0x2a, 0x2a, 0x2a],
    left: [0x00, 0x26, 0xa6],
    right: [0x7a, 0x20, 0x00],
    moved: [0x5f, 0x00, 0x5f],
    shared: [0x00, 0x1f, 0x2f],
    filler: [0x8a, 0x8a, 0x8a],
    band: [0xe0, 0xe0, 0xe0],
    answer: [0xc6, 0xc6, 0xc6],
    reading: [[0xff, 0xff, 0xff], [0x00, 0x00, 0x00]],
    reading_sides: [[0x9f, 0xc9, 0xff], [0xff, 0xb3, 0x8a]],
    found: [[0x00, 0x00, 0x00], [0xff, 0xd7, 0x5f]],
    here: [[0xff, 0xff, 0xff], [0x5f, 0x00, 0x00]],
    sign: [0x00, 0x00, 0x00],
    carried: [
        [[0xff, 0xff, 0xff], [0x00, 0x3f, 0x2f]],
        [[0x00, 0x00, 0x00], [0x4f, 0xaf, 0x87]],
        [[0x00, 0x00, 0x00], [0x9f, 0xdb, 0xbf]],
        [[0x00, 0x00, 0x00], [0xd7, 0xf3, 0xe3]],
        [[0x00, 0x00, 0x00], [0xb2, 0xb2, 0xb2]],
    ],
};

impl Palette {
    /// Returns the colours as a terminal of true colour or of 256 knows them.
    pub(super) fn inks(&self, depth: Depth) -> Inks {
        let colour = |[r, g, b]: Rgb| {
            if depth == Depth::True { Color::Rgb(r, g, b) } else { Color::Indexed(nearest([r, g, b]).0) }
        };
        let ink = |of: Rgb| Some(colour(of));
        let both = |[one, other]: [Rgb; 2]| ink(one).zip(ink(other));
        Inks {
            ground: ink(self.ground),
            chrome: ink(self.chrome),
            text: ink(self.text),
            faint: ink(self.faint),
            frame: ink(self.frame),
            left: ink(self.left),
            right: ink(self.right),
            moved: ink(self.moved),
            shared: ink(self.shared),
            filler: ink(self.filler),
            band: ink(self.band),
            answer: ink(self.answer),
            reading: both(self.reading),
            reading_sides: both(self.reading_sides),
            found: both(self.found),
            here: both(self.here),
            sign: ink(self.sign),
            carried: Some(self.carried.map(|[one, other]| (colour(one), colour(other)))),
            has_faint: true,
            has_chrome: self.chrome != self.ground,
        }
    }
}

/// The colours as a terminal knows them; `None` where it has none.
pub(super) struct Inks {
    pub ground: Option<Color>,
    pub chrome: Option<Color>,
    pub text: Option<Color>,
    pub faint: Option<Color>,
    pub frame: Option<Color>,
    pub left: Option<Color>,
    pub right: Option<Color>,
    pub moved: Option<Color>,
    pub shared: Option<Color>,
    pub filler: Option<Color>,
    /// A ground.
    pub band: Option<Color>,
    /// A ground.
    pub answer: Option<Color>,
    /// Ink and ground.
    pub reading: Option<(Color, Color)>,
    /// Of the left and of the right.
    pub reading_sides: Option<(Color, Color)>,
    /// Ink and ground.
    pub found: Option<(Color, Color)>,
    pub here: Option<(Color, Color)>,
    pub sign: Option<Color>,
    /// Ink and ground of cells.
    pub carried: Option<[(Color, Color); 5]>,
    /// Whether an ink of its own makes faint what is faint.
    pub has_faint: bool,
    /// Whether a ground of their own sets off the heads.
    pub has_chrome: bool,
}

impl Inks {
    /// No colours.
    pub(super) const NONE: Self = Self {
        ground: None,
        chrome: None,
        text: None,
        faint: None,
        frame: None,
        left: None,
        right: None,
        moved: None,
        shared: None,
        filler: None,
        band: None,
        answer: None,
        reading: None,
        reading_sides: None,
        found: None,
        here: None,
        sign: None,
        carried: None,
        has_faint: false,
        has_chrome: false,
    };

    /// The terminal's own sixteen, whatever they look like; only those that are seen on light and on dark.
    pub(super) const TERMINAL: Self = Self {
        ground: Some(Color::Reset),
        chrome: Some(Color::Reset),
        text: Some(Color::Reset),
        faint: Some(Color::Reset),
        frame: Some(Color::Reset),
        left: Some(Color::Cyan),
        right: Some(Color::Magenta),
        moved: Some(Color::Reset),
        shared: Some(Color::Reset),
        filler: Some(Color::Reset),
        band: None,
        answer: None,
        reading: None,
        reading_sides: None,
        found: Some((Color::Black, Color::Yellow)),
        here: Some((Color::Black, Color::LightCyan)),
        sign: Some(Color::Reset),
        carried: None,
        has_faint: false,
        has_chrome: false,
    };

    pub(super) fn on_ground(&self, ink: Option<Color>, attributes: Modifier) -> Style {
        Style { fg: ink, bg: self.ground, ..Style::new() }.add_modifier(attributes)
    }

    /// Returns a mark with a ground of its own, or where there is none, with attributes.
    pub(super) fn set_off(own: Option<(Color, Color)>, attributes: Modifier) -> Style {
        match own {
            Some((ink, ground)) => Style::new().fg(ink).bg(ground),
            None => Style::new().add_modifier(attributes),
        }
    }

    pub(super) fn on_chrome(&self, ink: Option<Color>, attributes: Modifier) -> Style {
        Style { fg: ink, bg: self.chrome, ..Style::new() }.add_modifier(attributes)
    }
}
