//! Who the two are: outlet, date, words, shares, and where each can be read.

use maud::{Markup, html};

use super::tongue::Tongue;
use crate::article::Article;
use crate::layout::PageSetup;
use crate::pair::{Pair, Side};
use crate::present::summary::Summary;

/// Prints what stands above a side.
pub(super) fn head(side: Side, summary: Summary<'_>, tongues: &Pair<Tongue>, setup: PageSetup) -> Markup {
    let article = summary.articles[side];
    let (class, date) = (if side == Side::Left { "head left" } else { "head right" }, article.date.as_deref());
    html! {
        div class=(class) {
            p.outlet { b { (summary.letters[side]) } " " (tongues[side].name(article.label())) }
            p.counts {
                @if let Some(date) = date { bdi { (date) } (setup.signs(" · ")) }
                (setup.signs(summary.counts(side)))
            }
            @if let Some(address) = article.web_address() {
                p.address { (link(address)) }
            }
        }
    }
}

/// Links an address to itself.
fn link(address: &str) -> Markup {
    html! { a href=(address) rel="noopener noreferrer nofollow" dir="ltr" { (address) } }
}

/// Prints where an article was published, as far as that is stated.
pub(super) fn source(letter: &str, article: &Article, tongue: &Tongue, setup: PageSetup) -> Markup {
    html! {
        p.source {
            b { (letter) } " " (tongue.name(article.label()))
            @if let Some(headline) = &article.headline { ", " (setup.signs("“")) (tongue.name(headline)) (setup.signs("”")) }
            @if let Some(date) = &article.date { ", " bdi { (date) } }
            @if let Some(address) = article.web_address() { " " (link(address)) }
        }
    }
}

/// Names the two in a title: `Coast Wire and Harbour Ledger`.
pub(super) fn names(summary: Summary<'_>, tongues: &Pair<Tongue>) -> Markup {
    let name = |side: Side| tongues[side].name(summary.articles[side].label());
    html! { (name(Side::Left)) " and " (name(Side::Right)) }
}
