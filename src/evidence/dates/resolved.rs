//! The day of a date that does not say all of it: by the date of its own report, or of another one of the story, which is named.

use jiff::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::super::links::{Answers, BlockAt};
use super::{DateForm, DateMention, Tense};
use crate::article::Article;

/// How many days before its report a month and a day lie at the most, if no year is said; and how many behind it.
const PAST: i32 = 300;
const COMING: i32 = 60;

/// The dates of a story's reports may lie so many days apart if an undated one borrows the year of one of them.
const APART: i32 = 90;

/// How often days are handed on from block to block.
const STEPS: usize = 3;

/// Finds the day of each date of a story, as far as a rule is sure. Cost: linear in the dates and in what answers them.
pub(in crate::evidence) fn resolve(articles: &[Article], dates: &mut [DateMention], answers: &Answers) {
    let own: Vec<Option<Date>> = articles.iter().map(stated).collect();
    let lender = lender(dates, &own);
    for mention in dates.iter_mut() {
        let article = mention.place.article;
        match (mention.form, own[article]) {
            (DateForm::Day(date), _) => mention.value = Some(date),
            (DateForm::Vague, _) => {}
            (DateForm::Period(form), date) => {
                mention.period = form.period(date);
                mention.anchor = mention.period.filter(|_| form.is_relative()).map(|_| (article, None));
            }
            (form, Some(date)) => {
                mention.value = day_of(form, date);
                mention.anchor = mention.value.map(|_| (article, None));
            }
            (form @ (DateForm::MonthDay(..) | DateForm::NearMonthDay(..)), None) => {
                let lent = lender.and_then(|lender| Some((lender, day_of(form, own[lender]?)?)));
                mention.value = lent.map(|(_, day)| day);
                mention.anchor = lent.map(|(lender, _)| (lender, None));
            }
            _ => {}
        }
    }
    let neighbours = answers.neighbours();
    for _ in 0..STEPS {
        if !borrow_from_blocks(dates, &own, &neighbours) {
            break;
        }
    }
}

/// Returns the day on which an article says that it was published.
fn stated(article: &Article) -> Option<Date> {
    article.date.as_deref()?.get(..10)?.parse().ok()
}

/// Returns the dated report that undated ones borrow the year of: the first one, if all of them are of about one time.
fn lender(dates: &[DateMention], own: &[Option<Date>]) -> Option<usize> {
    let chosen = |article: usize| dates.iter().any(|mention| mention.place.article == article);
    let dated =
        || own.iter().enumerate().filter(|(article, _)| chosen(*article)).filter_map(|(k, date)| Some((k, (*date)?)));
    let (first, last) = (dated().map(|(_, date)| date).min()?, dated().map(|(_, date)| date).max()?);
    (days(first, last)? <= APART).then(|| dated().next().map(|(article, _)| article)).flatten()
}

fn days(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

/// Returns the day that words say, if they are of a report of a day.
fn day_of(form: DateForm, report: Date) -> Option<Date> {
    match form {
        DateForm::Day(date) => Some(date),
        DateForm::MonthDay(month, day) => {
            let years = [report.year(), report.year() - 1, report.year() + 1];
            let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
            dates.into_iter().find(|date| days(*date, report).is_some_and(|days| (-COMING..=PAST).contains(&days)))
        }
        // "The roof, which fell on 12 May, will be mended": of two years it may be of only a day near the report is sure.
        DateForm::NearMonthDay(month, day) => {
            let years = [report.year(), report.year() - 1, report.year() + 1];
            let mut dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
            dates.find(|date| days(report, *date).is_some_and(|days| (-COMING..=COMING).contains(&days)))
        }
        DateForm::MonthDayOf(month, day, years) => Date::new(report.year() + i16::from(years), month, day).ok(),
        // Without its month it is of that of the report, and past: of another one the month is said.
        DateForm::DayOfMonth(day) => Date::new(report.year(), report.month(), day).ok().filter(|date| *date <= report),
        DateForm::Weekday(day) => {
            let back = (i32::from(report.weekday().to_monday_one_offset()) - i32::from(day)).rem_euclid(7);
            report.checked_sub(Span::new().days(back)).ok()
        }
        DateForm::Relative(days) => report.checked_add(Span::new().days(days)).ok(),
        DateForm::Vague | DateForm::Period(_) | DateForm::OpenWeekday(..) => None,
    }
}

/// Gives a day of the week without one that of a block which answers its own and says a day that falls on it; tells whether any was
/// given.
fn borrow_from_blocks(
    dates: &mut [DateMention],
    own: &[Option<Date>],
    neighbours: &FxHashMap<BlockAt, Vec<BlockAt>>,
) -> bool {
    let mut of_block: FxHashMap<BlockAt, Vec<Date>> = FxHashMap::default();
    for mention in dates.iter() {
        of_block.entry((mention.place.article, mention.place.block)).or_default().extend(mention.value);
    }
    let mut lent: Vec<(usize, Date, BlockAt)> = Vec::new();
    for (k, mention) in dates.iter().enumerate() {
        let (DateForm::Weekday(day) | DateForm::OpenWeekday(day, _)) = mention.form else { continue };
        if mention.value.is_some() {
            continue;
        }
        let at = (mention.place.article, mention.place.block);
        let there = neighbours.get(&at).into_iter().flatten();
        let lent_days =
            there.flat_map(|other| of_block.get(other).into_iter().flatten().map(move |date| (*date, *other)));
        let report = own[mention.place.article];
        let is_near =
            |date: Date| report.and_then(|report| days(report, date)).is_none_or(|from| may_be(mention.form, from));
        let mut found = lent_days.filter(|(date, _)| date.weekday().to_monday_one_offset() == day && is_near(*date));
        // Two days that it may be are none.
        if let Some((date, there)) = found.next()
            && found.all(|(other, _)| other == date)
        {
            lent.push((k, date, there));
        }
    }
    for (k, date, (article, block)) in &lent {
        dates[*k].value = Some(*date);
        dates[*k].anchor = Some((*article, Some(*block)));
    }
    !lent.is_empty()
}

/// Tells whether a day of the week may be so many days from its report: of another week nobody speaks without saying so.
fn may_be(form: DateForm, days: i32) -> bool {
    match form {
        DateForm::OpenWeekday(_, Tense::Coming) => (0..=7).contains(&days),
        _ => (-7..=7).contains(&days),
    }
}

#[cfg(test)]
mod tests {
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
            &[&dated(
                "Depuis 2017, en mai 2024, l’an dernier, en octobre dernier, à l’automne 2027 et le mois prochain.",
            )],
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
            &[
                "A0 3 September = -",
                "A0 3 September = 2025-09-03 A",
                "A0 12 May = 2026-05-12 A",
                "A0 Monday last week = -",
            ],
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
        check_in(
            "de",
            &[open, &text("tagte am 15. Juni")],
            &["A0 Montag = 2026-06-15 B0", "B0 15. Juni = 2026-06-15 B"],
        );
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
}
