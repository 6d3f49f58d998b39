//! What compounds with a hyphen are made of, by language: a hyphen at the end of a line is theirs, however often words are divided.
//!
//! ```text
//!     segunda-│feira      *-feira       whatever stands before it
//!     vice-│chair         vice-*        whatever stands behind it
//!     ex-│presidente      ex-presid*    a word that begins so: "ex-plosion" is divided
//!     из-│за              из-за         these two alone
//! ```
//!
//! Some languages have rules beside these ([`Language::rule`]): Portuguese sets pronouns behind verbs, Polish and Russian join
//! adjectives with an o. A table holds only what is hardly ever a divided word in its language; which language a text is in is
//! told by its words.

use rustc_hash::{FxHashMap, FxHashSet};

/// Tells of two parts in small letters whether they are a compound by a rule.
type Rule = fn(&str, &str) -> bool;

/// Holds the compounds of a language.
struct Language {
    /// Words by which it is told.
    telling: &'static str,
    /// Letters that no other one here has.
    letters: &'static [char],
    /// Its compounds: `a-b`, `a-b*`, `a-*`, `*-b`.
    compounds: &'static str,
    /// Words before which the end of the word before may be left out: "in- en uitgaand".
    conjunctions: &'static str,
    rule: Rule,
    /// Whether its commonest words are known (`common_words`).
    has_stems: bool,
}

/// What holds whatever the language is: numbers, parts of English and French, and neoclassical ones.
const ANY: Language = Language {
    telling: "",
    letters: &[],
    compounds: "all-* anti-* arrière-* best-* celui-* celle-* ceux-* demi-* early-* eight-* eighty-* far-* fast-* fifty-* first-* \
                five-* forty-* full-* half-* hard-* heavy-* high-* late-* left-* long-* low-* mid-* near-* neo-* multi-* newly-* \
                nine-* ninety-* non-* old-* once-* quelques-* right-* rétro-* second-* self-* semi-* seven-* seventy-* short-* \
                single-* six-* sixty-* sous-* ten-* third-* thirty-* three-* twenty-* two-* vice-* well-* wide-* \
                *-backed *-based *-being *-called *-ci *-class *-controlled *-delà *-dessous *-dessus *-dire *-driven *-elected \
                *-elle *-elles *-funded *-general *-il *-ils *-induced *-je *-level *-linked *-looking *-lui *-made *-minded \
                *-mêmes *-même *-nous *-off *-old *-owned *-perfect *-related *-speaking *-sponsored *-style *-term *-vous *-year \
                ex-presid* ex-prés* ex-premier* ex-prime* ex-polic* ex-kanzler* ex-chancel* ex-soldier* ex-partner* ex-champion* \
                ex-chef* ex-chief* know-how week-end* check-in* check-out* socio-econ* socio-écon* follow-up*",
    conjunctions: "und oder bis sowie bzw and och eller samt",
    rule: |first, part| is_ex(first, part) || is_people(first, part),
    has_stems: true,
};

/// The languages that are told apart.
const LANGUAGES: [Language; 9] = [
    Language {
        telling: "the of and to in was for that is with on said by",
        letters: &[],
        compounds: "ex-husband* ex-wi* co-work* co-found* co-author* co-pilot* co-own* co-chair* co-star* co-host* co-sponsor* \
                    co-defendant* co-president* co-produc* by-election* by-law* by-product* check-up* state-run opt-out* opt-in* \
                    tip-offs sell-off* part-time* real-time long-time one-time all-out built-in *-in *-up *-ups *-offs *-led \
                    post-war post-pandemic post-covid post-election post-brexit pre-war pre-election pre-pandemic pro-government \
                    pro-russian pro-western pro-democracy pro-independence",
        conjunctions: "or to",
        rule: |_, _| false,
        has_stems: true,
    },
    Language {
        telling: "der die das und den von zu mit dem ist im nicht auf eine",
        letters: &[],
        compounds: "deutsch-* schwarz-* rot-grün* nord-süd* ost-west* so-genannt* e-mail*",
        conjunctions: "beziehungsweise",
        rule: |first, part| {
            let is_adjective = |word: &str| {
                ["isch", "ische", "ischen", "ischer", "isches", "ischem"].iter().any(|end| word.ends_with(end))
            };
            first.ends_with("isch") && is_adjective(part) && part.chars().count() > 6
        },
        has_stems: true,
    },
    Language {
        telling: "le la les des et du une est dans que pour au qui",
        letters: &[],
        compounds: "avant-hier avant-garde avant-dernier* avant-première* avant-midi avant-guerre avant-propos avant-post* après-demain \
                    après-midi après-guerre après-vente là-* par-dess* peut-être est-ce sont-ce porte-parole* porte-avions \
                    porte-monnaie porte-à rendez-vous vingt-* trente-* quarante-* cinquante-* soixante-* quatre-vingt* quatre-vingts \
                    chef-lieu chefs-lieux chef-d libre-échange* libre-serv* nord-* sud-* ouest-* au-devant ci-joint* ci-contre \
                    grand-père* grand-mère* grands-parents beau-père belle-mère beau-frère belle-sœur petit-déjeuner petit-fils \
                    petite-fille moyen-orient* hors-la tout-puissant* tout-petit* nouveau-né* bien-être mieux-être mal-être \
                    sage-femme* pays-bas premier-né ex-femme *-t-il *-t-elle *-t-on *-là c'est-à d'est-ce qu'est-ce n'est-ce",
        conjunctions: "et ou",
        rule: |_, _| false,
        has_stems: true,
    },
    Language {
        telling: "el los las una del y en que por con se para es",
        letters: &[],
        compounds: "ex-alcald* ex-secretari* ex-candidat* post-electoral* hispano-* económico-* político-* histórico-*",
        conjunctions: "y e o u",
        rule: is_learned,
        has_stems: true,
    },
    Language {
        telling: "il gli di che della e una per non è nel ha con",
        letters: &[],
        compounds: "nord-* sud-* centro-destra centro-sinistra post-pandemia post-voto post-guerra post-terremoto pre-accordo \
                    pre-elettoral* mini-rimpasto mini-riforma ex-premier ex-sindac* ex-president* e-mail",
        conjunctions: "e ed o",
        rule: is_learned,
        has_stems: true,
    },
    Language {
        telling: "o os um uma não do da dos das em que para com ao",
        letters: &['ã', 'õ'],
        compounds: "*-feira *-feiras primeiro-ministro primeira-ministra primeiros-ministros bem-estar bem-vind* bem-sucedid* mal-estar \
                    mal-entendid* recém-* guarda-chuva* guarda-costa* guarda-redes guarda-roupa* porta-voz porta-vozes porta-aviões \
                    arco-íris decreto-lei decretos-lei secretário-* secretária-* pós-* além-mar meia-noite meio-dia meio-campo \
                    matéria-prima matérias-primas obra-prima obras-primas norte-* sul-* vice-* sub-secret* ex-secretári* \
                    ex-candidat* médio-oriente extrema-direita extrema-esquerda se-ia se-iam se-á se-ão lhe-ia lhe-á segunda-mão pronto-socorro cessar-fogo",
        conjunctions: "e ou",
        rule: |first, part| is_enclitic(first, part) || is_learned(first, part) || is_long_pre(first, part),
        has_stems: true,
    },
    Language {
        telling: "het een van de en niet zijn voor wordt met dat te",
        letters: &[],
        compounds: "oud-minister* oud-president* oud-premier* oud-voorzitter* oud-burgemeester* zuid-* noord-* oost-europ* west-europ* \
                    tv-* privé-* zo-even zojuist-* ex-voorzitter* e-mail* co-ouder* pro-rus*",
        conjunctions: "en of",
        rule: has_clash,
        has_stems: false,
    },
    Language {
        telling: "w i z na do nie się że jest oraz od po który to",
        letters: &['ł'],
        compounds: "eks-prezyd* eks-premier* eks-mini* eks-żon* eks-mąż* niby-* pół-* biało-* czarno-* czerwono-* niebiesko-* żółto-* \
                    szaro-* zielono-* e-mail*",
        conjunctions: "i oraz lub a",
        rule: |first, part| {
            let ends = ["sko", "cko", "czno", "cno", "lno", "owo", "rczo", "nio", "dnio"];
            part.chars().count() >= 5 && first.chars().count() >= 5 && ends.iter().any(|end| first.ends_with(end))
        },
        has_stems: false,
    },
    Language {
        telling: "и в не на что с по за из о как у был",
        letters: &['ы', 'э'],
        compounds: "из-за из-под во-первых во-вторых в-третьих кое-* кой-* вице-* премьер-* пресс-* интернет-* онлайн-* бизнес-* \
                    генерал-* юго-* северо-* северно-* южно-* западно-* восточно-* *-нибудь *-либо *-таки кто-то что-то какой-то \
                    какая-то какое-то какие-то какую-то каких-то каким-то какими-то какого-то какому-то каком-то где-то когда-то \
                    куда-то откуда-то как-то почему-то зачем-то чей-то чья-то чьё-то кого-то чего-то кому-то чему-то кем-то чем-то \
                    чём-то ком-то сколько-то наконец-то то-есть всё-таки экс-през* экс-мин* экс-глав* экс-премьер* экс-чемп* \
                    чуть-чуть еле-еле по-прежнему по-моему по-твоему по-своему по-нашему по-вашему по-видимому по-новому по-старому \
                    по-другому по-разному по-настоящему по-хорошему точь-в мало-помалу давным-давно",
        conjunctions: "и или",
        rule: is_russian,
        has_stems: false,
    },
];

/// Tells whether a word begins compounds of names of peoples: "franco-allemand", "anglo-americano".
fn is_people(first: &str, part: &str) -> bool {
    const PEOPLES: [&str; 14] = [
        "franco",
        "anglo",
        "russo",
        "italo",
        "hispano",
        "austro",
        "germano",
        "israelo",
        "israélo",
        "serbo",
        "greco",
        "gréco",
        "luso",
        "américano",
    ];
    part.chars().count() >= 5 && PEOPLES.contains(&first)
}

/// Tells whether "ex" stands before a word: of the letters that follow it within one, such as in "explosion", it is none.
fn is_ex(first: &str, part: &str) -> bool {
    first == "ex" && part.len() >= 3 && part.starts_with(['b', 'd', 'f', 'g', 'j', 'k', 'm', 'n', 'r', 'v', 'w', 'z'])
}

/// Tells whether two learned adjectives are joined: "político-militar", "físico-químico".
fn is_learned(first: &str, part: &str) -> bool {
    first.ends_with("ico") && first.chars().count() >= 6 && part.chars().count() >= 5
}

/// Tells of Portuguese whether a pronoun stands behind a verb: "tornou-se", "disse-lhe", but not "dis-se", "deta-lhe".
fn is_enclitic(first: &str, part: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| first.ends_with(end));
    let is_long = |least: usize| first.chars().count() >= least;
    let is_past = || is_long(3) && ends(&["ou", "iu", "eu", "am", "sse", "ava", "ia"]);
    let is_infinitive = || is_long(3) && ends(&["ar", "er", "ir"]);
    match part {
        "se" => is_past() || is_infinitive() || (first.ends_with('a') && is_long(5)),
        "lhe" | "lhes" => is_past() || is_infinitive(),
        "me" | "nos" => is_past(),
        "lo" | "la" | "los" | "las" => ends(&["á", "ê", "í"]),
        _ => false,
    }
}

/// Tells of Portuguese whether "pré" stands before a word: "pré-escolar", but not "pré-dio".
fn is_long_pre(first: &str, part: &str) -> bool {
    matches!(first, "pré" | "pró") && part.chars().count() >= 5
}

/// Tells of Dutch whether the same vowel ends one part and begins the other, as in "zee-egel", but not in "ge-eist".
fn has_clash(first: &str, part: &str) -> bool {
    let last = first.chars().next_back().filter(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    let (last, next) = (last, part.chars().next());
    let is_radio = || first.ends_with("io") && matches!(next, Some('a' | 'e' | 'i' | 'u'));
    first.len() >= 3 && part.len() >= 4 && last.is_some() && (last == next || is_radio())
}

/// Tells of Russian whether two adjectives are joined, "социально-экономический", or an adverb is made with "по": "по-русски".
fn is_russian(first: &str, part: &str) -> bool {
    let is_long = |word: &str, least: usize| word.chars().count() >= least;
    let ends = ["ско", "цко", "чно", "льно", "енно"];
    let of_two = is_long(first, 5) && is_long(part, 5) && ends.iter().any(|end| first.ends_with(end));
    of_two || first == "по" && is_long(part, 6) && (part.ends_with("ски") || part.ends_with("цки"))
}

/// The fewest of a language's telling words that tell it.
const LEAST: usize = 2;

/// Knows the compounds of a text's language.
pub(super) struct Compounds {
    /// What may follow each part; what may follow any under `*`.
    seconds: FxHashMap<&'static str, Vec<&'static str>>,
    conjunctions: FxHashSet<&'static str>,
    rules: Vec<Rule>,
    /// Whether the commonest words of the language are known.
    pub has_stems: bool,
}

impl Compounds {
    /// Returns those of the language that the words of a text show, and those of all.
    ///
    /// Cost: linear in the words.
    pub fn of(words: &FxHashSet<String>) -> Self {
        let has_letters = |language: &Language| {
            !language.letters.is_empty() && words.iter().any(|word| word.contains(language.letters))
        };
        let count = |language: &Language| {
            let telling = language.telling.split(' ').filter(|word| words.contains(*word)).count();
            telling + if has_letters(language) { LEAST } else { 0 }
        };
        let own = LANGUAGES.iter().map(|language| (count(language), language)).filter(|(count, _)| *count >= LEAST);
        let own = own.max_by_key(|(count, _)| *count).map(|(_, language)| language);
        let mut compounds = Self {
            seconds: FxHashMap::default(),
            conjunctions: FxHashSet::default(),
            rules: Vec::new(),
            has_stems: own.is_none_or(|language| language.has_stems),
        };
        for language in [Some(&ANY), own].into_iter().flatten() {
            for (first, second) in language.compounds.split(' ').filter_map(|compound| compound.split_once('-')) {
                compounds.seconds.entry(first).or_default().push(second);
            }
            compounds.conjunctions.extend(language.conjunctions.split(' '));
            compounds.rules.push(language.rule);
        }
        compounds
    }

    /// Tells whether two parts in small letters are a compound, and hardly a word that is divided.
    ///
    /// Cost: linear in the compounds that begin so.
    pub fn has(&self, first: &str, part: &str) -> bool {
        let matches = |pattern: &str| match pattern.strip_suffix('*') {
            Some("") => part.chars().count() >= 3,
            Some(beginning) => part.starts_with(beginning),
            None => part == pattern,
        };
        let of =
            |first: &str| self.seconds.get(first).is_some_and(|seconds| seconds.iter().any(|second| matches(second)));
        of(first) || of("*") || self.rules.iter().any(|rule| rule(first, part))
    }

    /// Tells whether a word stands between two that end alike, of which the first one is cut short: "Ost- und Westteil".
    pub fn is_conjunction(&self, word: &str) -> bool {
        self.conjunctions.contains(word)
    }
}

#[cfg(test)]
mod tests;
