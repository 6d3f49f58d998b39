//! What can be said for sure of the language of a text.
//!
//! ```text
//!     der Hafen und die Stadt      its table knows enough of the words     German
//!     el port i la ciutat          a neighbour's table knows fewer         nothing but that the letters are Latin
//!     港の船は                     one language alone is written so        Japanese
//!     порт и город                 several are                             nothing but that the letters are Cyrillic
//! ```
//!
//! For weighing words the nearest table is good enough ([`Background::language`](super::Background::language)); a language that is
//! named has to be the one.

use unicode_script::{Script, UnicodeScript};

/// How many letters are looked at.
const LETTERS: usize = 2000;

/// A script is that of a text if it has this part of the letters.
const MOST: (usize, usize) = (2, 3);

/// Kana have this part of the letters of Japanese, and Hangul of Korean, at the least; the rest may be ideographs.
const OWN: usize = 10;

/// A table of a language in Latin letters must know this part of a text's words. Of 48 reports in English theirs knows .54 to .76; of texts
/// of sixty words in eight other languages .59 to .75, and the nearest table knows .46 to .54 where there is none (Galician, Asturian, Scots,
/// Catalan, Occitan).
const KNOWN_OF_LATIN: f64 = 0.52;

/// How much more it must be in a few words, over the root of their number: half the greatest deviation of such a part.
const DEVIATION: f64 = 0.25;

/// The next table may know this part of what the first one does: of texts in their own languages at most .75, of Galician .9.
const NEXT: f64 = 0.8;

/// A table of another script must know this part: of Hebrew, Arabic and Hindi .4 and more, of Yiddish, Persian, Urdu, Marathi and
/// Nepali at most .21.
const KNOWN: f64 = 0.3;

/// The script of a text, and its language where that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identified {
    script: Script,
    language: Option<&'static str>,
}

/// What is stated of the language of a text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stated {
    Nothing,
    /// A language of which there is a table: its name and its script.
    Table(&'static str, Script),
    /// Another one.
    Other,
}

impl Identified {
    /// Returns the language's name in English, if it is sure.
    #[must_use]
    pub const fn language(self) -> Option<&'static str> {
        self.language
    }

    /// Returns the script's name in English, as Unicode has it: `Cyrillic`.
    #[must_use]
    pub fn script(self) -> &'static str {
        self.script.full_name()
    }

    /// Tells whether names are written with the same letters in another text. Japanese has the ideographs of Chinese.
    #[must_use]
    pub fn has_letters_of(self, other: Self) -> bool {
        let letters = |of: Self| if of.script == Script::Hiragana { Script::Han } else { of.script };
        letters(self) == letters(other)
    }

    /// Tells whether another text is in another language for sure.
    #[must_use]
    pub fn differs_from(self, other: Self) -> bool {
        match (self.language, other.language) {
            (Some(own), Some(other)) => own != other,
            _ => self.script != other.script,
        }
    }

    /// Identifies a text by its letters and what tables know of its words. `known`
    /// gives, for a script, the names of the languages of the tables with how many of the words each knows, and how many words
    /// there are. `None` if no script has most of the letters.
    pub(super) fn of(
        letters: impl Iterator<Item = char>,
        stated: Stated,
        known: impl FnOnce(Script) -> (Vec<(&'static str, u32)>, u32),
    ) -> Option<Self> {
        let script = script(letters)?;
        let language = match stated {
            _ if only_language(script).is_some() => only_language(script),
            Stated::Table(name, of) if of == script => Some(name),
            Stated::Other => None,
            _ => clearest(script, known(script)),
        };
        Some(Self { script, language })
    }
}

/// Returns the language whose table knows clearly enough of the words.
fn clearest(script: Script, (mut tables, words): (Vec<(&'static str, u32)>, u32)) -> Option<&'static str> {
    tables.sort_by_key(|&(_, known)| std::cmp::Reverse(known));
    let &(name, first) = tables.first()?;
    let next = tables.get(1).map_or(0, |&(_, known)| known);
    let (known, words) = (f64::from(first), f64::from(words.max(1)));
    let least = if script == Script::Latin { KNOWN_OF_LATIN } else { KNOWN } + DEVIATION / words.sqrt();
    (known >= words * least && f64::from(next) <= known * NEXT).then_some(name)
}

/// Returns the script of most of some letters: hiragana stands for all that Japanese is written with.
fn script(letters: impl Iterator<Item = char>) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for c in letters.filter(|c| c.is_alphabetic()).take(LETTERS) {
        let script = match c {
            'a'..='z' | 'A'..='Z' => Script::Latin,
            _ => c.script(),
        };
        let script = if script == Script::Katakana { Script::Hiragana } else { script };
        match counts.iter_mut().find(|(of, _)| *of == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let all: usize = counts.iter().map(|&(_, count)| count).sum();
    let count_of = |counts: &[(Script, usize)], script: Script| {
        counts.iter().find(|&&(of, _)| of == script).map_or(0, |&(_, count)| count)
    };
    let ideographs = count_of(&counts, Script::Han);
    for script in [Script::Hiragana, Script::Hangul] {
        let own = count_of(&counts, script);
        if own > 0 && own * OWN >= own + ideographs {
            counts.push((script, own + ideographs));
        }
    }
    let &(script, count) = counts.iter().max_by_key(|&&(_, count)| count)?;
    let is_script = !matches!(script, Script::Common | Script::Inherited | Script::Unknown);
    (is_script && count * MOST.1 >= all * MOST.0).then_some(script)
}

/// Returns the language that a script is for, where it is for one alone, or hardly another.
const fn only_language(script: Script) -> Option<&'static str> {
    Some(match script {
        Script::Armenian => "Armenian",
        Script::Georgian => "Georgian",
        Script::Greek => "Greek",
        Script::Gujarati => "Gujarati",
        Script::Gurmukhi => "Punjabi",
        Script::Han => "Chinese",
        Script::Hangul => "Korean",
        Script::Hiragana => "Japanese",
        Script::Kannada => "Kannada",
        Script::Khmer => "Khmer",
        Script::Lao => "Lao",
        Script::Malayalam => "Malayalam",
        Script::Oriya => "Odia",
        Script::Sinhala => "Sinhala",
        Script::Tamil => "Tamil",
        Script::Telugu => "Telugu",
        Script::Thai => "Thai",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::background::Background;
    use crate::words::Lexicon;

    /// Says what is known of a text: its language, else its script.
    fn told(text: &str, stated: Option<&str>) -> Option<String> {
        let mut lexicon = Lexicon::default();
        let tokens = lexicon.read_text(text);
        let words = tokens.iter().filter(|token| token.is_word).map(|token| lexicon.folds(token.form).stem);
        let identified = Background::of(&lexicon).identify(stated, text.chars(), words)?;
        Some(identified.language().map_or_else(|| format!("{} letters", identified.script()), str::to_owned))
    }

    #[track_caller]
    fn check(expected: &str, text: &str) {
        assert_eq!(told(text, None).as_deref(), Some(expected));
    }

    #[test]
    fn languages_with_tables() {
        check(
            "English",
            "The town council announced on Tuesday that the three ferries between \
             the old town and the island will be out of service for three weeks. \
             Inspectors found cracks thirty centimetres long in the hull of one of \
             them.",
        );
        check(
            "German",
            "Der Stadtrat gab am Dienstag bekannt, dass die drei Fähren zwischen \
             der Altstadt und der Insel drei Wochen lang außer Betrieb sein werden. \
             Prüfer fanden im Rumpf einer von ihnen dreißig Zentimeter lange Risse.",
        );
        check(
            "Spanish",
            "El ayuntamiento anunció el martes que los tres transbordadores entre \
             la ciudad vieja y la isla estarán fuera de servicio durante tres \
             semanas. Los inspectores encontraron grietas de treinta centímetros en \
             el casco de uno de ellos.",
        );
        check(
            "Portuguese",
            "A câmara municipal anunciou na terça-feira que os três barcos entre a \
             cidade velha e a ilha vão ficar fora de serviço durante três semanas. \
             Os inspetores encontraram fendas de trinta centímetros no casco de um \
             deles.",
        );
        check(
            "French",
            "Le conseil municipal a annoncé mardi que les trois bacs entre la \
             vieille ville et l'île seront hors service pendant trois semaines. Les \
             inspecteurs ont trouvé des fissures de trente centimètres dans la \
             coque de l'un d'eux.",
        );
        check(
            "Italian",
            "Il consiglio comunale ha annunciato martedì che i tre traghetti tra la \
             città vecchia e l'isola saranno fuori servizio per tre settimane. Gli \
             ispettori hanno trovato crepe lunghe trenta centimetri nello scafo di \
             uno di essi.",
        );
        check(
            "Danish",
            "Byrådet meddelte tirsdag, at de tre færger mellem den gamle by og øen \
             vil være ude af drift i tre uger. Inspektører fandt tredive centimeter \
             lange revner i skroget på en af dem.",
        );
        check(
            "Norwegian",
            "Bystyret kunngjorde tirsdag at de tre fergene mellom gamlebyen og øya \
             vil være ute av drift i tre uker. Inspektører fant tretti centimeter \
             lange sprekker i skroget på en av dem.",
        );
        check(
            "Swedish",
            "Kommunfullmäktige meddelade på tisdagen att de tre färjorna mellan \
             gamla stan och ön kommer att vara ur drift i tre veckor. Inspektörer \
             hittade trettio centimeter långa sprickor i skrovet på en av dem.",
        );
        check(
            "Arabic",
            "أعلن مجلس المدينة يوم الثلاثاء أن العبارات الثلاث بين المدينة القديمة \
             والجزيرة ستتوقف عن العمل لمدة ثلاثة أسابيع. وعثر المفتشون على شقوق \
             طولها ثلاثون سنتيمترا في هيكل إحداها. وقال مدير الميناء إن سلامة \
             الركاب أهم من أي جدول، وإن حافلتين ستعملان على الجسر الكبير.",
        );
        check(
            "Hebrew",
            "מועצת העיר הודיעה ביום שלישי כי שלוש המעבורות בין העיר העתיקה לאי \
             יושבתו למשך שלושה שבועות. הבודקים מצאו סדקים באורך שלושים סנטימטר בגוף \
             של אחת מהן. מנהל הנמל אמר כי בטיחות הנוסעים חשובה יותר מכל לוח זמנים, \
             וכי שני אוטובוסים ייסעו על הגשר הגדול.",
        );
        check(
            "Hindi",
            "नगर परिषद ने मंगलवार को घोषणा की कि पुराने शहर और द्वीप के बीच की तीन \
             नौकाएँ तीन सप्ताह तक बंद रहेंगी। निरीक्षकों को उनमें से एक के ढाँचे \
             में तीस सेंटीमीटर लंबी दरारें मिलीं।",
        );
    }

    #[test]
    fn neighbours_without_tables_are_not_named() {
        check(
            "Latin letters",
            "L'ajuntament va anunciar dimarts que els tres transbordadors entre la \
             ciutat vella i l'illa estaran fora de servei durant tres setmanes. Els \
             inspectors van trobar esquerdes de trenta centímetres al casc d'un \
             d'ells.",
        );
        check(
            "Latin letters",
            "O concello anunciou o martes que os tres transbordadores entre a \
             cidade vella e a illa estarán fóra de servizo durante tres semanas. Os \
             inspectores atoparon fendas de trinta centímetros no casco dun deles.",
        );
        check(
            "Latin letters",
            "El conceyu anunció'l martes que los tres tresbordadores ente la ciudá \
             vieya y la islla van tar fuera de serviciu demientres tres selmanes. \
             Los inspectores atoparon resquiebres de trenta centímetros nel cascu \
             d'ún d'ellos.",
        );
        check(
            "Latin letters",
            "De gemeenteraad maakte dinsdag bekend dat de drie veerboten tussen de \
             oude stad en het eiland drie weken lang uit de vaart zullen zijn. \
             Inspecteurs vonden scheuren van dertig centimeter in de romp van een \
             van de boten.",
        );
        check(
            "Latin letters",
            "Rada miasta ogłosiła we wtorek, że trzy promy między starym miastem a \
             wyspą będą nieczynne przez trzy tygodnie. Inspektorzy znaleźli \
             pęknięcia długości trzydziestu centymetrów w kadłubie jednego z nich. \
             Dyrektor portu powiedział, że bezpieczeństwo pasażerów jest ważniejsze \
             niż każdy rozkład, i że dwa autobusy będą jeździć przez duży most.",
        );
        check(
            "Arabic letters",
            "شورای شهر روز سه‌شنبه اعلام کرد که سه کشتی میان شهر کهنه و جزیره سه \
             هفته از کار خواهند ایستاد. بازرسان در بدنه یکی از آن‌ها ترک‌هایی به \
             طول سی سانتی‌متر یافتند.",
        );
        check(
            "Devanagari letters",
            "नगर परिषदेने मंगळवारी जाहीर केले की जुने शहर आणि बेट यांच्यातील तीन \
             बोटी तीन आठवडे बंद राहतील. तपासनीसांना त्यापैकी एकाच्या सांगाड्यात तीस \
             सेंटीमीटर लांब भेगा आढळल्या. बंदराचे संचालक म्हणाले की प्रवाशांची \
             सुरक्षा कोणत्याही वेळापत्रकापेक्षा महत्त्वाची आहे आणि दोन बस मोठ्या \
             पुलावरून धावतील.",
        );
        check(
            "Hebrew letters",
            "דער שטאָטראַט האָט דינסטיק געמאָלדן אַז די דרײַ פּראָמען צווישן דער \
             אַלטער שטאָט און דעם אינדזל וועלן נישט גיין דרײַ וואָכן. אינספּעקטאָרן \
             האָבן געפֿונען שפּאַלטן פֿון דרײַסיק צענטימעטער. דער דירעקטאָר פֿון \
             האַפֿן האָט געזאָגט אַז די זיכערקייט פֿון די פּאַסאַזשירן איז \
             וויכטיקער.",
        );
    }

    #[test]
    fn scripts_of_one_language_and_of_many() {
        check("Japanese", "湾内の三隻のフェリーは三週間運休すると市が発表した。");
        check("Chinese", "市议会星期二宣布，三艘渡轮停航三周。");
        check("Korean", "시의회는 화요일 세 척의 배가 3주 동안 쉰다고 밝혔다.");
        check("Thai", "สภาเมืองแถลงว่าเรือสามลำหยุดเดินสามสัปดาห์");
        check("Greek", "Το συμβούλιο ανακοίνωσε ότι τα τρία πλοία σταματούν.");
        check("Cyrillic letters", "Городской совет объявил, что три парома не будут ходить.");
        assert_eq!(told("1, 2, 3 and Ω и я", None), None, "no script has most of it");
        assert_eq!(told("", None), None);
    }

    #[test]
    fn what_is_stated_holds_where_the_letters_allow_it() {
        let catalan = "El port i la ciutat vella de la illa";
        assert_eq!(told(catalan, Some("ca")).as_deref(), Some("Latin letters"));
        assert_eq!(told(catalan, Some("es-ES")).as_deref(), Some("Spanish"));
        assert_eq!(told("Три парома", Some("en")).as_deref(), Some("Cyrillic letters"));
    }
}
