use super::super::super::links::Answers;
use super::super::super::tongue::Tongue;
use super::super::{DateMention, dates, read};
use super::*;
use crate::letters::letter;
use crate::pair::Pair;
use crate::story::Story;

/// Checks the dates of some articles, each as `A1 words = day (anchor)`.
#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    check_in("en", texts, expected);
}

#[track_caller]
fn check_in(code: &str, texts: &[&str], expected: &[&str]) {
    let articles: Vec<Article> = texts.iter().map(|text| Article::read("a.txt", text)).collect();
    let story = Story::new("", articles.clone());
    let mut answers = Answers::default();
    for right in 1..articles.len() {
        let pair = Pair::new(0, right);
        answers.add(&story, pair, &story.compare(pair));
    }
    let mut found: Vec<DateMention> = articles
        .iter()
        .enumerate()
        .flat_map(|(index, article)| dates(index, article, &read(article, Tongue::known(code))))
        .collect();
    resolve(&articles, &mut found, &answers);
    let drawn = |own: &DateMention| {
        let text = &articles[own.place.article].blocks[own.place.block].text[own.place.range.clone()];
        let anchor = own
            .anchor
            .map(|(article, block)| letter(article) + &block.map_or(String::new(), |block| block.to_string()));
        let period = own.period.map(|period| period.to_string());
        let value = own.value.map(|value| value.to_string()).or(period).unwrap_or("-".to_owned());
        format!("{}{} {text} = {value} {}", letter(own.place.article), own.place.block, anchor.unwrap_or_default())
            .trim()
            .to_owned()
    };
    assert_eq!(found.iter().map(drawn).collect::<Vec<_>>(), expected);
}

#[test]
fn words_that_say_all_and_the_date_of_the_report() {
    check(
        &[
            "---\ndate: 2026-06-16\n---\nThe boats sank on 4 March, on Oct. 8, 2019, and on Monday, and were raised yesterday, in July \
           or last Friday. They will sail again on Sunday.",
        ],
        &[
            "A0 4 March = 2026-03-04 A",
            "A0 Oct. 8, 2019 = 2019-10-08",
            "A0 Monday = 2026-06-15 A",
            "A0 yesterday = 2026-06-15 A",
            "A0 July = -",
            "A0 last Friday = -",
            "A0 Sunday = -",
        ],
    );
}

#[test]
fn an_undated_report_borrows_and_says_from_whom() {
    check(
        &[
            "The harbour board of Ostrey opened the new lighthouse to visitors on Monday, the keeper Bo Quill told the town.",
            "---\ndate: 2026-06-18\n---\nThe harbour board of Ostrey opened the new lighthouse to visitors on June 15, the keeper \
             Bo Quill told the town.",
            "Nothing else was said on Monday, but bees were seen on 12 June.",
        ],
        &["A0 Monday = 2026-06-15 B0", "B0 June 15 = 2026-06-15 B", "C0 Monday = -", "C0 12 June = 2026-06-12 B"],
    );
}

#[test]
fn what_is_to_come_and_another_year_have_no_day() {
    check(
        &[
            "---\ndate: 2026-05-06\n---\nThe verdict is due on Friday. Nobody can wait until Monday. The pool will open on 3 September. \
             The roof fell on 12 May last year. It was seen on Sunday, April 26. Der Umbau soll am 3. September beginnen.",
        ],
        &[
            "A0 Friday = -",
            "A0 Monday = -",
            "A0 3 September = -",
            "A0 12 May last year = 2025-05-12 A",
            "A0 Sunday, April 26 = 2026-04-26 A",
            "A0 3. September = -",
        ],
    );
}

#[test]
fn years_months_and_seasons() {
    let dated = |text: &str| format!("---\ndate: 2026-06-18\n---\n{text}");
    let text = "It rose in 2017, in May 2024, in June of last year, in June last year, last October, last May, this year, next month, in \
                the autumn of 2027 and in the winter of 2027, but not in the last year, last week or among a crowd of 2000 people.";
    check(
        &[&dated(text), "Nothing was heard of it last year, but in 2017 it was."],
        &[
            "A0 2017 = 2017",
            "A0 May 2024 = 2024-05",
            "A0 June of last year = 2025-06 A",
            "A0 June last year = 2025-06 A",
            "A0 last October = 2025-10 A",
            "A0 last May = -",
            "A0 this year = 2026 A",
            "A0 next month = 2026-07 A",
            "A0 autumn of 2027 = 2027-23",
            "A0 winter of 2027 = -",
            "A0 last year = -",
            "A0 last week = -",
            "B0 last year = -",
            "B0 2017 = 2017",
        ],
    );
    check_in(
        "de",
        &[&dated(
            "Seit 2017, im Mai 2024, im vergangenen Jahr, im Herbst 2027 und im nächsten Monat; vor 2000 Jahren nicht.",
        )],
        &[
            "A0 2017 = 2017",
            "A0 Mai 2024 = 2024-05",
            "A0 vergangenen Jahr = 2025 A",
            "A0 Herbst 2027 = 2027-23",
            "A0 nächsten Monat = 2026-07 A",
        ],
    );
    check_in(
        "fr",
        &[&dated("Depuis 2017, en mai 2024, l’an dernier, en octobre dernier, à l’automne 2027 et le mois prochain.")],
        &[
            "A0 2017 = 2017",
            "A0 mai 2024 = 2024-05",
            "A0 l’an dernier = 2025 A",
            "A0 octobre dernier = 2025-10 A",
            "A0 l’automne 2027 = 2027-23",
            "A0 mois prochain = 2026-07 A",
        ],
    );
    check_in(
        "es",
        &[&dated(
            "Desde 2017, en mayo de 2024, el año pasado, en octubre del año pasado, en otoño de 2027 y el próximo mes.",
        )],
        &[
            "A0 2017 = 2017",
            "A0 mayo de 2024 = 2024-05",
            "A0 año pasado = 2025 A",
            "A0 octubre del año pasado = 2025-10 A",
            "A0 otoño de 2027 = 2027-23",
            "A0 próximo mes = 2026-07 A",
        ],
    );
}

#[test]
fn the_verb_at_a_day_tells_whether_it_was() {
    let dated = |text: &str| format!("---\ndate: 2026-06-18\n---\n{text}");
    let told = "The board said on Monday that the pool will open. On Tuesday the town said it would close the port. The vote is on Friday. \
                It said it would close the port on Sunday. Boats will be inspected on Saturday. A meeting is to be held on Wednesday.";
    check(
        &[&dated(told)],
        &[
            "A0 Monday = 2026-06-15 A",
            "A0 Tuesday = 2026-06-16 A",
            "A0 Friday = -",
            "A0 Sunday = -",
            "A0 Saturday = -",
            "A0 Wednesday = -",
        ],
    );
    check_in(
        "de",
        &[&dated(
            "Der Rat teilte am Montag mit, dass das Bad öffnen wird. Das Boot ist am Dienstag gesunken. Der Rat tagt am Freitag.",
        )],
        &["A0 Montag = 2026-06-15 A", "A0 Dienstag = 2026-06-16 A", "A0 Freitag = -"],
    );
    check_in(
        "fr",
        &[&dated(
            "Le maire a annoncé lundi que le bac reprendra. Deux marins sont morts mardi. Le conseil vote vendredi.",
        )],
        &["A0 lundi = 2026-06-15 A", "A0 mardi = 2026-06-16 A", "A0 vendredi = -"],
    );
    check_in(
        "es",
        &[&dated("El alcalde anunció el lunes que el puerto abrirá. El pleno vota el viernes.")],
        &["A0 lunes = 2026-06-15 A", "A0 viernes = -"],
    );
    // Far from the report a day is of the year that is past only where something is told of it.
    let text = "Schools reopen on 3 September. The boat sank on 3 September. The roof, which fell on 12 May, will be mended. It sank on \
                Monday last week.";
    check(
        &[&dated(text)],
        &["A0 3 September = -", "A0 3 September = 2025-09-03 A", "A0 12 May = 2026-05-12 A", "A0 Monday last week = -"],
    );
}

#[test]
fn a_day_that_may_be_to_come_is_that_of_a_block_that_answers_it() {
    let text = |when: &str| {
        format!(
            "---\ndate: 2026-06-18\n---\nDer Hafenrat von Ostrey {when} über den neuen Leuchtturm, teilte die Wärterin Bo Quill allen mit."
        )
    };
    let open = "---\ndate: 2026-06-18\n---\nDer Hafenrat von Ostrey tagt am Montag über den neuen Leuchtturm, so die Wärterin Bo Quill.";
    check_in("de", &[open, &text("tagte am 15. Juni")], &["A0 Montag = 2026-06-15 B0", "B0 15. Juni = 2026-06-15 B"]);
    check_in("de", &[open, &text("tagte am 8. Juni")], &["A0 Montag = -", "B0 8. Juni = 2026-06-08 B"]);
}

#[test]
fn days_in_other_languages() {
    check_in(
        "de",
        &[
            "---\ndate: 2026-06-18\n---\nDer Rat tagte am Montag. Das Bad öffnet am Freitag. Es brannte am 15. Juni und am 3.9., teilte \
           die Wehr mit. Gestern war es ruhig, am Samstag, dem 13. Juni 2026, auch; nächsten Montag nicht.",
        ],
        &[
            "A0 Montag = 2026-06-15 A",
            "A0 Freitag = -",
            "A0 15. Juni = 2026-06-15 A",
            "A0 3.9. = 2025-09-03 A",
            "A0 Gestern = 2026-06-17 A",
            "A0 Samstag, dem 13. Juni 2026 = 2026-06-13",
            "A0 nächsten Montag = -",
        ],
    );
    check_in(
        "fr",
        &[
            "---\ndate: 2026-06-18\n---\nLe conseil s’est réuni lundi. Le bac reprendra vendredi. Il a coulé le 1er mai, le 15 juin et en \
           août. Les lundis, rien. Le 15/06/2026 a été calme.",
        ],
        &[
            "A0 lundi = 2026-06-15 A",
            "A0 vendredi = -",
            "A0 1er mai = 2026-05-01 A",
            "A0 15 juin = 2026-06-15 A",
            "A0 août = -",
            "A0 lundis = -",
            "A0 15/06/2026 = 2026-06-15",
        ],
    );
    check_in(
        "es",
        &[
            "---\ndate: 2026-06-18\n---\nEl consejo se reunió el lunes. El puerto abrirá el viernes. Se hundió el 15 de junio y el 3 de \
           mayo de 2021. Los martes, nada. El lunes pasado llegó.",
        ],
        &[
            "A0 lunes = 2026-06-15 A",
            "A0 viernes = -",
            "A0 15 de junio = 2026-06-15 A",
            "A0 3 de mayo de 2021 = 2021-05-03",
            "A0 martes = -",
            "A0 lunes pasado = -",
        ],
    );
    check_in(
        "zh",
        &["---\ndate: 2026-06-18\n---\n6月15日上午，渡船沉没。昨天，议会开会。"],
        &["A0 6月15日 = 2026-06-15 A", "A0 昨天 = 2026-06-17 A"],
    );
    check_in(
        "ja",
        &["---\ndate: 2026-06-18\n---\n町議会は16日、新しい渡船を認めた。船は30日、港に着く。"],
        &["A0 16日 = 2026-06-16 A", "A0 30日 = -"],
    );
}

#[test]
fn people_with_the_names_of_months_are_no_dates_and_slashes_may_be_either() {
    check(
        &[
            "---\ndate: 2026-06-18\n---\nIt was seen by June Osk and told of April Jones, on May 5 and 05/06/2026, and on 15/06/2026.",
        ],
        &["A0 May 5 = 2026-05-05 A", "A0 05/06/2026 = -", "A0 15/06/2026 = 2026-06-15"],
    );
}

#[test]
fn captions_date_nothing() {
    let mut article = Article::read("a.txt", "A boat lies at the quay in Ostrey on March 4, 2019.");
    article.blocks[0].kind = crate::article::Kind::Caption;
    assert_eq!(dates(0, &article, &read(&article, Tongue::known("en"))), []);
}
