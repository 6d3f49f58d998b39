//! Text of DOS, whose code pages have letters where the tables of Windows have signs, told by what no other table makes of it.
//!
//! ```text
//!     vot\x82 apr\x8As l'\x82t\x82     windows-1252: vot‚ aprŠs l'‚t‚     cp850: voté après l'été
//!     ka\xA7d\xECm\x9F kv\xD8ten       windows-1252: ka§dìmŸ kvØten       cp852: každým květen
//! ```
//!
//! A page is taken if signs and capitals stand within words as the bytes are read now, and none as the page reads them, whose letters
//! one language has together ([`alphabets`]). Where several pages give the same text, the most usual is named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use encoding_rs::{Encoding, MACINTOSH};
use oem_cp::code_table::{
    DECODING_TABLE_CP437, DECODING_TABLE_CP737, DECODING_TABLE_CP775, DECODING_TABLE_CP850, DECODING_TABLE_CP852,
    DECODING_TABLE_CP855, DECODING_TABLE_CP857, DECODING_TABLE_CP858, DECODING_TABLE_CP860, DECODING_TABLE_CP861,
    DECODING_TABLE_CP862,
};

use super::alphabets;

/// A code page: its name, and what it has for a byte beyond ASCII, counted from 0x80.
pub(super) struct CodePage {
    pub name: &'static str,
    number: &'static str,
    upper: fn(usize) -> Option<char>,
}

/// The pages, the most usual first.
static PAGES: [CodePage; 12] = [
    CodePage { name: "cp850", number: "850", upper: |at| DECODING_TABLE_CP850.get(at).copied() },
    CodePage { name: "cp437", number: "437", upper: |at| DECODING_TABLE_CP437.get(at).copied() },
    CodePage { name: "cp852", number: "852", upper: |at| DECODING_TABLE_CP852.get(at).copied() },
    CodePage { name: "cp858", number: "858", upper: |at| DECODING_TABLE_CP858.get(at).copied() },
    CodePage { name: "cp857", number: "857", upper: |at| DECODING_TABLE_CP857.get(at).copied().flatten() },
    CodePage { name: "cp775", number: "775", upper: |at| DECODING_TABLE_CP775.get(at).copied() },
    CodePage { name: "cp860", number: "860", upper: |at| DECODING_TABLE_CP860.get(at).copied() },
    CodePage { name: "cp861", number: "861", upper: |at| DECODING_TABLE_CP861.get(at).copied() },
    CodePage { name: "cp855", number: "855", upper: |at| DECODING_TABLE_CP855.get(at).copied() },
    CodePage { name: "cp737", number: "737", upper: |at| DECODING_TABLE_CP737.get(at).copied() },
    CodePage { name: "cp862", number: "862", upper: |at| DECODING_TABLE_CP862.get(at).copied() },
    CodePage { name: "macintosh", number: "macintosh", upper: |at| MAC.get(at).copied() },
];

/// The table of Mac OS, for what only this judgement tells of it.
static MAC: LazyLock<Vec<char>> = LazyLock::new(|| {
    let upper: Vec<u8> = (0x80..=u8::MAX).collect();
    MACINTOSH.decode_without_bom_handling(&upper).0.chars().collect()
});

impl CodePage {
    /// Decodes bytes; what stands for no character is U+FFFD.
    ///
    /// Cost: linear in the bytes.
    pub fn decode(&self, bytes: &[u8]) -> String {
        let decoded = |byte: u8| match byte.checked_sub(0x80) {
            None => char::from(byte),
            Some(at) => (self.upper)(usize::from(at)).unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        bytes.iter().copied().map(decoded).collect()
    }
}

/// Returns the page that a label names: `cp850`, `IBM850`, `ibm-850`, `850`; `None` for others, which the Encoding Standard may know.
pub(super) fn for_label(label: &str) -> Option<&'static CodePage> {
    let label = label.trim().to_ascii_lowercase();
    let number = ["cp", "ibm", "cspc", "dos"].iter().find_map(|prefix| label.strip_prefix(prefix)).unwrap_or(&label);
    let number = number.trim_start_matches(['-', '_', '0']);
    PAGES.iter().find(|page| page.number == number)
}

/// The fewest letters beyond ASCII of another script than Latin that tell of a page.
const MANY: usize = 20;

/// Letters in their place that one misplaced character comes on, at least.
const MOSTLY: usize = 50;

/// And one letter of a foreign name.
const OFTEN: usize = 8;

/// How many letters of ASCII come on a character beyond it, at least, where these are of foreign names and words.
const RARE: usize = 100;

/// Returns the page that bytes are in, if what they are taken for makes no sense and a page does.
///
/// Cost: linear in the bytes: one reading of them where that makes sense, else one more for each page.
pub(super) fn detect(taken: &'static Encoding, bytes: &[u8]) -> Option<&'static CodePage> {
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let others = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let has_foreign = others * RARE <= letters;
    let now = Reading::of(&taken.decode_without_bom_handling(bytes).0, has_foreign);
    if !now.is_wrong(taken) {
        return None;
    }
    let mut best: Option<(&CodePage, Reading)> = None;
    for page in &PAGES {
        let reading = Reading::of(&page.decode(bytes), has_foreign);
        let is_better = best.as_ref().is_none_or(|(_, best)| reading.weight() > best.weight());
        if reading.is_right(&now) && is_better {
            best = Some((page, reading));
        }
    }
    best.map(|(page, _)| page)
}

/// What a reading makes of the characters beyond ASCII.
#[derive(Debug, Default)]
struct Reading {
    /// Letters in their place, and those of them that stand between two others.
    good: usize,
    inside: usize,
    /// Letters of other scripts than Latin that stand in words of their own.
    foreign: usize,
    /// Letters that the language of the others has not.
    strange: usize,
    /// What stands where it cannot, those that nobody types by mistake, and how many different ones.
    bad: usize,
    strong: usize,
    kinds: BTreeSet<char>,
}

impl Reading {
    fn of(text: &str, has_foreign: bool) -> Self {
        let mut reading = Self::default();
        let mut letters: BTreeMap<char, usize> = BTreeMap::new();
        let mut before = ' ';
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let after = rest.peek().copied().unwrap_or(' ');
            // Three alike are a line of a frame, whatever it is read as.
            if !c.is_ascii() && [before, after] != [c; 2] {
                reading.add([before, c, after], &mut letters);
            }
            before = c;
        }
        let strange = alphabets::strange(&letters, has_foreign);
        reading.good = reading.good.saturating_sub(strange);
        reading.strange = strange;
        reading
    }

    fn add(&mut self, [before, c, after]: [char; 3], letters: &mut BTreeMap<char, usize>) {
        if is_misplaced(before, c, after) {
            self.bad += 1;
            self.strong += usize::from(!is_typed_wrongly(c));
            self.kinds.insert(c);
        } else if !is_letter(c) {
            // A sign in its place tells nothing.
        } else if !is_latin(c) {
            self.foreign += 1;
        } else {
            c.to_lowercase().for_each(|c| *letters.entry(c).or_default() += 1);
            let beside = [before, after].iter().filter(|c| c.is_alphabetic() || **c == '\'').count();
            self.good += usize::from(beside > 0 || c.is_lowercase());
            self.inside += usize::from(beside == 2);
        }
    }

    /// Tells whether hardly any text reads so: of four characters beyond ASCII one cannot stand where it does.
    fn is_wrong(&self, taken: &'static Encoding) -> bool {
        let wrong = self.bad + self.strange;
        wrong * 3 > self.good + self.foreign || taken == MACINTOSH && wrong > 1
    }

    /// Tells whether a text reads so, which is wrong as it is read now.
    fn is_right(&self, now: &Self) -> bool {
        let is_latin = self.good * MOSTLY > self.foreign * MOSTLY * MOSTLY;
        let good = if is_latin { self.good } else { self.foreign };
        let is_certain = if is_latin { self.is_certain(now) } else { self.foreign >= MANY };
        let is_more = self.good + self.foreign > now.good + now.foreign;
        is_more && is_certain && self.bad * MOSTLY <= good && self.strange * OFTEN <= good
    }

    /// Tells whether what is wrong now is nothing that somebody typed by mistake: "first‚second", "don“t".
    fn is_certain(&self, now: &Self) -> bool {
        match now.kinds.len() {
            0 => now.strange > 1,
            1 if now.strong == 0 => now.kinds.contains(&'‚') && now.bad > 1 && 2 * self.inside >= self.good,
            1 => self.inside > 0 || now.bad > 2,
            _ => now.strong > 0,
        }
    }

    /// Letters in their place, less what is out of it: what is misplaced counts for more than a letter of a foreign name.
    fn weight(&self) -> isize {
        let wrong = 10 * self.bad + 3 * self.strange;
        0_isize.saturating_add_unsigned(self.good + self.foreign).saturating_sub_unsigned(wrong)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'ª' | 'º' | 'ˆ')
}

fn is_latin(c: char) -> bool {
    c < '\u{250}' || matches!(c, '\u{1E00}'..='\u{1EFF}')
}

/// The letters that are a word of some language, or a name of one letter.
const WORDS: &str = "àáâãåæèéêëíìîòóôõöøúùüÀÁÂÃÅÆÈÉÊËÍÌÎÒÓÔÕÖØÚÙÜÄäÇç";

/// Tells whether a sign is one that is set by mistake within words: "don“t", "first‚second".
fn is_typed_wrongly(c: char) -> bool {
    matches!(c, '‚' | '“' | '”' | '‘' | '’' | '–' | '—' | '…')
}

/// Tells whether a character stands where no text has it: a capital behind a small letter, a small one before a capital, letters of two
/// scripts in a word, or a sign where words have letters.
fn is_misplaced(before: char, c: char, after: char) -> bool {
    let is_within = is_letter(before) && is_letter(after);
    if is_letter(c) {
        let is_mixed = !is_latin(c) && [before, after].iter().any(|c| is_letter(*c) && is_latin(*c));
        let is_behind_stop = matches!(before, ',' | '.' | ';' | ':' | '!' | '?') && after.is_whitespace();
        let is_alone = is_latin(c) && !is_letter(before) && !is_letter(after);
        return is_mixed
            || is_alone && !WORDS.contains(c)
            || is_behind_stop
            || c.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && after.is_lowercase())
            || c.is_lowercase() && after.is_uppercase();
    }
    match c {
        '\u{80}'..='\u{9F}' | char::REPLACEMENT_CHARACTER => true,
        // They open what is quoted, or amount to something, beside words of their own.
        '‚' | '„' | '¡' | '¿' => is_letter(before),
        '•' | '¢' | '£' | '¤' | '¥' | '₧' | '†' | '‡' | '‰' | 'ˆ' | '˜' | '¨' | '¦' | '¬' | '⌐' | '¶' | '¯' | '˛'
        | '¸' | '˝' | '˙' | '˘' | 'ˇ' => before.is_lowercase() || after.is_lowercase(),
        // These stand within words: l'été, l·l, 2º, x–y, wait…what.
        '‘' => before.is_lowercase() && after.is_lowercase(),
        '’' | '·' | '\u{AD}' | '\u{A0}' | '–' | '—' | '…' | '´' | '‑' => false,
        'ª' | 'º' => is_letter(after),
        '÷' | '×' | '±' => before.is_lowercase(),
        _ => is_within,
    }
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use super::*;

    /// Writes a text in a page.
    #[track_caller]
    fn encoded(name: &str, text: &str) -> Vec<u8> {
        let page = PAGES.iter().find(|page| page.name == name).expect("a page");
        let byte = |c: char| (0..=u8::MAX).find(|byte| page.decode(&[*byte]).starts_with(c)).expect("it has it");
        text.chars().map(byte).collect()
    }

    #[track_caller]
    fn check(page: &str, sample: &str) {
        let bytes = encoded(page, sample);
        let found = text(&bytes, None).expect("it is text");
        assert_eq!((&*found.text, found.encoding), (sample, Some(page)));
    }

    #[test]
    fn a_paragraph_of_each_page_is_read() {
        for (page, sample) in [
            ("cp850", "Le conseil a voté mardi : l'hôtel de la plage reçoit très peu d'hôtes, où que ce soit."),
            (
                "cp850",
                "Die Fähre fährt nicht, sagte der Bürgermeister, und das für längere Zeit. »Größer geht's nicht.«",
            ),
            ("cp850", "El año que viene habrá más niños aquí, según la alcaldesa. ¿Y después? ¡Nada!"),
            ("cp850", "A informação da Câmara não é de amanhã: as embarcações são três."),
            ("cp850", "Perché la città è più felice così, disse il sindaco: ci sarà un'altra nave."),
            ("cp850", "Färjorna går från Åland på söndag igen, och det är på tiden."),
            ("cp850", "Færgen sejler ikke på søndag, siger borgmesteren på Ærø."),
            ("cp852", "Żółta łódź płynęła wzdłuż brzegu jeziora, a pieniądze na nią są już małe."),
            ("cp852", "Příliš žluťoučký kůň stál u řeky. Starosta řekl, že most bude v květnu."),
            ("cp852", "A hajó három éve áll a kikötőben, mondta a polgármester, és nincs rá idő."),
            ("cp857", "Gemi üç yıldır limanda duruyor, dedi başkan; halk değişiklik istiyor."),
            (
                "cp775",
                "Laivs jau trīs gadus stāv ostā, sacīja mērs, un tas ļoti traucē braucējiem, kuru šeit ir daudz.",
            ),
            ("cp861", "Það á að kaupa þrjú skip, sagði bæjarstjórinn, og það verður á næsta ári."),
            ("cp855", "Яхта стоит у причала уже третий год, и никто не знает почему."),
            ("cp737", "Οι βάρκες έφυγαν την Τρίτη το πρωί, είπε ο δήμαρχος."),
        ] {
            check(page, sample);
        }
    }

    #[test]
    fn letters_tell_the_page_and_a_foreign_name_is_no_matter() {
        check("cp437", "El señor Núñez pidió 40 ¢ al año; según él, la comisión pagará 50 ¢ más.");
        check(
            "cp852",
            "Die Fähre nach Požega fährt für längere Zeit nicht, sagte der Bürgermeister: »Das Öl ist zu teuer für uns.«",
        );
        let report = "The council voted on Tuesday to order three ferries for the crossing, and put off what else was asked of it.";
        check("cp850", &format!("{report} José Peña was at the café. {report}"));
        check("cp850", "┌──────┐ │ Höhe │ └──────┘ Die Brücke wäre höher, als für die Fähre nötig ist.");
    }

    #[test]
    fn what_is_typed_by_mistake_is_no_page() {
        for sample in [
            "The mayor‚ who has waited‚ said so‚ and left.",
            "It isn‘t so‚ and we don‘t know.",
            "It isn”t over, and they don”t say.",
            "Wait…what? The “š” and the ‹Š› of Škoda — that’s it†.",
            "Der Präsident fährt nach Zürich‚ über Öland‚ und nicht weiter.",
        ] {
            let (bytes, _, has_others) = encoding_rs::WINDOWS_1252.encode(sample);
            assert!(!has_others, "{sample}");
            assert_eq!(text(&bytes, None).expect("it is text").text, sample);
        }
    }

    #[test]
    fn a_page_that_is_declared_is_followed() {
        for label in ["cp850", "IBM850", " ibm-850 ", "850", "CP00850"] {
            assert_eq!(for_label(label).map(|page| page.name), Some("cp850"), "{label}");
        }
        for label in ["", "ibm", "utf-8", "8500", "cp1252", "iso-8859-1"] {
            assert_eq!(for_label(label).map(|page| page.name), None, "{label}");
        }
        let found = text(b"caf\x82", Some("IBM437")).expect("it is text");
        assert_eq!((&*found.text, found.remarks()), ("café", vec!["read as cp437".to_owned()]));
        assert_eq!(text("café".as_bytes(), Some("cp850")).expect("it is text").text, "café");
    }
}
