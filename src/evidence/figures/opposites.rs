//! Words of which one near a figure and another one near the other say that the two are of two things.
//!
//! ```text
//!     40 metres long          12 metres wide
//!     before the storm        after the storm
//!     over budget             under budget
//!     300 Arbeiter eingestellt   300 Arbeiter entlassen
//! ```

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::tokens::Token;

/// Rows of words; those before and behind a bar are contrary, or of another measure.
const ROWS: [&[&str]; 19] = [
    &[
        "long length lang lange länge longs longue longueur largo larga longitud",
        "wide width breit breite large largeur ancho ancha",
        "high tall height hoch höhe haut haute hauteur alto alta altura",
        "deep depth tief tiefe profond profondeur profundo profundidad",
        "thick dick épais grueso",
    ],
    &["before vor vorher avant antes 前", "after nach danach après después tras 後"],
    &["over above über", "under below unter"],
    &[
        "male men man boys männer jungen hommes garçons hombres niños",
        "female women woman girls frauen mädchen femmes filles mujeres niñas",
    ],
    &["employment beschäftigung emploi empleo", "unemployment arbeitslosigkeit chômage desempleo paro"],
    &[
        "hired hire recruited eingestellt embauché embauchés contratados 採用",
        "fired fire dismissed sacked entlassen licenciés licencié despedidos 解雇",
    ],
    &[
        "rose rise risen grew up increased stieg gestiegen zunahme hausse augmenté subió aumentó 増えた",
        "fell fall fallen dropped down decreased sank gesunken rückgang baisse baissé bajó cayó 減った",
    ],
    &["collapsed", "stood survived"],
    &["won gewonnen gagné ganó", "lost verloren perdu perdió"],
    &["opened open geöffnet ouvert abierto", "closed shut geschlossen fermé cerrado"],
    &["born geboren né nacidos", "died dead killed gestorben tot mort muertos"],
    &["imports imported import", "exports exported export"],
    &["income revenue earned einnahmen recettes ingresos", "costs cost expenses spent ausgaben dépenses gastos"],
    &["bought buy gekauft acheté compró", "sold sell verkauft vendu vendió"],
    &["day daily", "night nightly"],
    &["arrived arrival arrivals", "left departure departures"],
    &[
        "january jan",
        "february feb",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    &["januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"],
    &["maximum most", "minimum least"],
];

/// Pairs of words right before a number, of which the one says to what something comes and the other one by how much.
const BEFORE: [(&str, &str); 4] = [("to", "by"), ("auf", "um"), ("à", "de"), ("a", "en")];

/// Says in which row a word stands, and among which words of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opposite {
    row: u8,
    column: u8,
}

impl Opposite {
    /// Finds a word. Cost: constant.
    pub(super) fn of(token: &Token<'_>) -> Option<Self> {
        static KNOWN: LazyLock<FxHashMap<&str, Opposite>> = LazyLock::new(|| {
            let columns = (0..)
                .zip(ROWS)
                .flat_map(|(row, columns)| (0..).zip(columns).map(move |(column, words)| (row, column, words)));
            columns
                .flat_map(|(row, column, words)| words.split(' ').map(move |word| (word, Opposite { row, column })))
                .collect()
        });
        // The crash may have killed 12: no month.
        let is_verb = token.is_among("may march") && !token.is_capital();
        KNOWN.get(&*token.folded).copied().filter(|_| !is_verb)
    }

    /// Tells whether another word stands opposite.
    pub(super) fn is_opposite(self, other: Self) -> bool {
        self.row == other.row && self.column != other.column
    }
}

/// Tells whether the words right before two numbers say of the one to what something comes, and of the other by how much.
pub(super) fn are_opposed(one: &str, other: &str) -> bool {
    BEFORE.iter().any(|&(to, by)| (one, other) == (to, by) || (one, other) == (by, to))
}
