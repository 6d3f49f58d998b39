//! The day of a date that does not say all of it: by the date of its own report, or of another one of the story, which is named.

use jiff::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::super::links::{Answers, BlockAt};
use super::{DateForm, DateMention};
use crate::article::Article;

/// How many days before its report a month and a day lie at the most, if no year is said; and how many behind it.
const PAST: i32 = 300;
const COMING: i32 = 40;

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
            (form, Some(date)) => {
                mention.value = day_of(form, date);
                mention.anchor = mention.value.map(|_| (article, None));
            }
            (form @ DateForm::MonthDay(..), None) => {
                let lent = lender.and_then(|lender| Some((lender, day_of(form, own[lender]?)?)));
                mention.value = lent.map(|(_, day)| day);
                mention.anchor = lent.map(|(lender, _)| (lender, None));
            }
            _ => {}
        }
    }
    let neighbours = answers.neighbours();
    for _ in 0..STEPS {
        if !borrow_from_blocks(dates, &neighbours) {
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
        // Without its month it is of that of the report, and past: of another one the month is said.
        DateForm::DayOfMonth(day) => Date::new(report.year(), report.month(), day).ok().filter(|date| *date <= report),
        DateForm::Weekday(day) => {
            let back = (i32::from(report.weekday().to_monday_one_offset()) - i32::from(day)).rem_euclid(7);
            report.checked_sub(Span::new().days(back)).ok()
        }
        DateForm::Relative(days) => report.checked_add(Span::new().days(days)).ok(),
        DateForm::Vague => None,
    }
}

/// Gives a day of the week without one that of a block which answers its own and says a day that falls on it; tells whether any was
/// given.
fn borrow_from_blocks(dates: &mut [DateMention], neighbours: &FxHashMap<BlockAt, Vec<BlockAt>>) -> bool {
    let mut of_block: FxHashMap<BlockAt, Vec<Date>> = FxHashMap::default();
    for mention in dates.iter() {
        of_block.entry((mention.place.article, mention.place.block)).or_default().extend(mention.value);
    }
    let mut lent: Vec<(usize, Date, BlockAt)> = Vec::new();
    for (k, mention) in dates.iter().enumerate() {
        let DateForm::Weekday(day) = mention.form else { continue };
        if mention.value.is_some() {
            continue;
        }
        let at = (mention.place.article, mention.place.block);
        let there = neighbours.get(&at).into_iter().flatten();
        let days = there.flat_map(|other| of_block.get(other).into_iter().flatten().map(move |date| (*date, *other)));
        let mut found = days.filter(|(date, _)| date.weekday().to_monday_one_offset() == day);
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
            let value = own.value.map_or("-".to_owned(), |value| value.to_string());
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
                "A0 12 May = -",
                "A0 last year = -",
                "A0 Sunday, April 26 = 2026-04-26 A",
                "A0 3. September = -",
            ],
        );
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
