use super::*;

fn known(words: &str) -> Compounds {
    Compounds::of(&words.split(' ').map(str::to_owned).collect())
}

#[track_caller]
fn check(language: &str, joined: &str, divided: &str) {
    let compounds = known(language);
    for (words, expected) in [(joined, true), (divided, false)] {
        for (first, part) in words.split(' ').filter_map(|word| word.split_once('-')) {
            assert_eq!(compounds.has(first, part), expected, "{first}-{part}");
        }
    }
}

#[test]
fn compounds_are_told_from_divided_words() {
    check(
        "the of and",
        "by-election check-in co-worker state-run ex-president ex-minister",
        "co-lour ex-plosion bas-ket",
    );
    check("der die das", "deutsch-dänische polnisch-ukrainische know-how", "ris-se ex-trem fran-zösisch");
    check("le les des", "là-bas week-ends avant-hier peut-être est-ce franco-belge", "avan-tage fis-sures ex-pliquer");
    check("el los una", "físico-químico ex-ministro", "ex-plosión físi-co pú-blico");
    check("il gli della", "nord-est anglo-americano post-voto", "posti-no del-la tre-dici");
    check(
        "os uma não",
        "segunda-feira tornou-se disse-lhe fazê-lo trata-se primeiro-ministro bem-estar ex-ministro pré-escolar",
        "dis-se fa-se deta-lhe fil-me pla-nos par-te pré-dio ex-plicou",
    );
    check("het een van", "zee-egel tv-programma auto-ongeluk radio-interview", "ge-eist haven-raad");
    check("w nie się", "biało-czerwony polsko-czeski północno-wschodni", "społeczno-ści zamó-wiła");
    check(
        "и не на",
        "из-за кто-то где-нибудь всё-таки по-русски по-прежнему юго-восток во-первых морально-этический",
        "золо-то мес-то по-этому по-иски хоро-шо экс-порт",
    );
}

#[test]
fn conjunctions_are_of_a_language() {
    let dutch = known("het een van");
    let german = known("der die das");
    assert!(dutch.is_conjunction("en") && !german.is_conjunction("en") && german.is_conjunction("und"));
}
