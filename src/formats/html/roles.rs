//! What an element of a page is there for, by the names that its makers gave it.
//!
//! ```text
//!     <h1>  itemprop="headline"  class="story-headline"      the headline
//!     class="c-byline__author"   rel="author"                who wrote it
//!     <p class="standfirst">     class="entry-subtitle"      the standfirst
//!     <div class="relatedLinks"> <nav>                       beside the article
//! ```
//!
//! Names are free, so only those that many systems share are known, and most of them count for short text alone.

use dom_query::NodeRef;

use super::dom::{attribute, has_class, is_hidden, name};
use crate::formats::html_lines::LINES;
use crate::unicode::scripts::count_words;

/// The most words of a line that says who wrote an article, of a headline, and of a standfirst.
const BYLINE_WORDS: usize = 25;
const HEADLINE_WORDS: usize = 40;
const STANDFIRST_WORDS: usize = 80;

const BYLINE: &str = "byline bylines author authors autor autoren auteur autore signature";

/// The same as two: that of a browser's reader view, and of Drupal.
const BYLINE_PAIRS: &str = "reader-credits node-submitted";

/// What is about an author and no byline.
const ABOUT_AUTHOR: &str =
    "about avatar bio biography box card description feed follow image img info more photo picture profile social";

const STANDFIRST: &str = "\
    abstract anleser bajada chapeau chapo dek deck entradilla excerpt ingress intro lede standfirst strapline \
    subhead subheading subheadline subtitle summary vorspann";

/// What stands beside an article, or is there to be clicked on: as a part of a name, as the beginning of one, and as two.
const BESIDE: &str = "\
    ad ads advert banner buttons carousel comment comments consent cookie cookies copyright cta folgen follow gallery \
    login menu modal mostread nav overlay pager pagination player playlist poll popular popup print promo quiz \
    rating seguir segui share sharing skip social suivre tags";
const BESIDE_STEMS: &str = "\
    advertis breadcrumb disqus donat navig newsletter outbrain paywall promot readmore recirc recommend \
    related sharedaddy sidebar signup slideshow sponsor subscri taboola teaser";
const BESIDE_PAIRS: &str = "most-read most-viewed read-also read-more read-next see-also sign-up sr-only";

/// Elements that hold no text of an article, wherever they stand.
const TOOLS: &str = "datalist dialog form iframe menu nav noscript script select style textarea";

/// Tells whether an element is the headline of an article, as far as its names say so.
pub(super) fn is_headline(node: &NodeRef<'_>) -> bool {
    let is_named = |parts: &[&str]| {
        let has = |word: &str| parts.iter().any(|part| part.eq_ignore_ascii_case(word));
        has("headline") && !has("sub")
            || has("title") && ["article", "entry", "post", "story"].iter().any(|of| has(of)) && parts.len() == 2
    };
    let is_line = || !node.descendants_it().any(|inner| LINES.contains(&name(&inner).as_str()));
    (name(node) == "h1" || (has_property(node, "headline") || has_named_class(node, is_named)) && is_line())
        && (1..=HEADLINE_WORDS).contains(&words_up_to(node, HEADLINE_WORDS))
}

/// Tells whether an element is a line that says who wrote an article.
pub(super) fn is_byline(node: &NodeRef<'_>) -> bool {
    let is_named = |parts: &[&str]| {
        parts.iter().any(|part| is_in(BYLINE, part)) && !parts.iter().any(|part| is_in(ABOUT_AUTHOR, part))
            || parts.windows(2).any(|two| is_in(BYLINE_PAIRS, &two.join("-")))
    };
    let is_linked = node.attr("rel").is_some_and(|rel| rel.split_whitespace().any(|rel| rel == "author"));
    // A component that is named for its byline may hold a date as well.
    let is_component = || has_named_class(node, is_named) && !node.descendants_it().any(|inner| inner.has_name("time"));
    (is_linked || has_property(node, "author") || is_of_class(node, is_named) || is_component())
        && (1..=BYLINE_WORDS).contains(&words_up_to(node, BYLINE_WORDS))
}

/// Tells whether an element is about an author, and longer than a line.
pub(super) fn is_about_author(node: &NodeRef<'_>) -> bool {
    let is_named = |parts: &[&str]| parts.iter().any(|part| is_in(BYLINE, part) || is_in("bio biography", part));
    has_named_class(node, is_named) && !is_byline(node)
}

/// Tells whether an element is a standfirst: what stands between a headline and the text, larger than that.
pub(super) fn is_standfirst(node: &NodeRef<'_>) -> bool {
    let is_named = |parts: &[&str]| {
        parts.iter().any(|part| is_in(STANDFIRST, part))
            || parts.windows(2).any(|two| is_in("sub", two[0]) && is_in("title headline heading", two[1]))
            || parts.len() == 1 && is_in("lead", parts[0])
    };
    let is_property = || ["alternativeHeadline", "description", "abstract"].iter().any(|key| has_property(node, key));
    (is_property() || has_named_class(node, is_named))
        && (1..=STANDFIRST_WORDS).contains(&words_up_to(node, STANDFIRST_WORDS))
}

/// `wp-caption-text`, `image-caption`, `photo-credit`: the classes by which publishing systems name captions that are in no
/// figure.
///
/// A credit beside such a caption belongs to it.
pub(super) fn is_caption_by_class(node: &NodeRef<'_>) -> bool {
    let is_credit = || has_class(node, |class| matches!(class, "credit" | "credits" | "copyright"));
    is_named_caption(node) || is_credit() && node.prev_element_sibling().is_some_and(|before| is_named_caption(&before))
}

/// Tells whether an element is named for a picture: `<div class="photo">`.
pub(super) fn is_named_picture(node: &NodeRef<'_>) -> bool {
    has_named_class(node, |parts| {
        parts.iter().any(|part| is_in("photo picture image img foto bild imagen illustration", part))
    })
}

/// Tells whether an element sets words of the text large, apart from it: `<aside class="pull-quote">`.
pub(super) fn is_pull_quote(node: &NodeRef<'_>) -> bool {
    let is_pair = |two: &[&str]| is_in("pull", two[0]) && is_in("quote quotes quotation", two[1]);
    has_named_class(node, |parts| {
        parts.iter().any(|part| is_in("pullquote pullquotes blockquotepull", part)) || parts.windows(2).any(is_pair)
    })
}

fn is_named_caption(node: &NodeRef<'_>) -> bool {
    const PICTURES: [&str; 8] = ["image", "img", "photo", "picture", "media", "wp", "figure", "foto"];
    has_class(node, |class| {
        let mut parts = class.split(|c: char| !c.is_alphanumeric());
        let names = |parts: &str| matches!(parts, "caption" | "credit" | "credits");
        class == "caption" || (parts.clone().any(names) && parts.any(|part| PICTURES.contains(&part)))
    })
}

/// Tells whether an element stands beside the article that it stands in: related links, advertisement, machinery, and
/// what is not shown.
pub(super) fn is_beside(node: &NodeRef<'_>) -> bool {
    // Some name the head of an article for the buttons in it.
    let is_head = || name(node) == "header";
    is_tool(node) || is_named(node, is_named_beside) && !is_head()
}

/// Tells whether an element holds what readers said of an article.
pub(super) fn is_comments(node: &NodeRef<'_>) -> bool {
    let of_comment = ["area", "form", "list", "section", "thread", "wrapper"];
    let is_pair = |two: &[&str]| is_in("comment", two[0]) && of_comment.iter().any(|of| is_in(of, two[1]));
    is_named(node, |parts| {
        parts.iter().any(|part| is_in("comments commentlist", part)) || parts.windows(2).any(is_pair)
    }) || attribute(node, "itemtype").is_some_and(|kind| kind.ends_with("/Comment"))
}

/// Tells whether an element asks its reader to subscribe.
pub(super) fn is_appeal(node: &NodeRef<'_>) -> bool {
    let is_stem = |part: &&str| ["newsletter", "signup", "subscri"].iter().any(|stem| begins_with(part, stem));
    let is_pair = |two: &[&str]| is_in("sign", two[0]) && is_in("up", two[1]);
    is_named(node, |parts| {
        parts.iter().any(|part| is_stem(part) || is_in("cta", part)) || parts.windows(2).any(is_pair)
    }) || is_sign_in(node)
}

/// Tells whether an element is a form to sign in by, as its name or its address says: `action="/account/login?next=/a"`.
fn is_sign_in(node: &NodeRef<'_>) -> bool {
    let is_word = |part: &&str| is_in("login signin signup register subscribe", part);
    let is_pair = |two: &[&str]| is_in("log sign", two[0]) && is_in("in up", two[1]);
    let says_so = |name: &str| {
        let parts = parts(name);
        parts.iter().any(is_word) || parts.windows(2).any(is_pair)
    };
    let last = |action: &str| {
        let path = action.split(['?', '#']).next().unwrap_or_default();
        path.trim_end_matches('/').rsplit('/').next().is_some_and(|last| last.len() <= LONGEST_NAME && says_so(last))
    };
    name(node) == "form"
        && (node.attr("action").is_some_and(|action| last(&action))
            || node.attr("name").is_some_and(|name| name.len() <= LONGEST_NAME && says_so(&name)))
}

/// Tells whether an element is named for the name of its site.
pub(super) fn is_logo(node: &NodeRef<'_>) -> bool {
    let is_pair = |two: &[&str]| is_in("site", two[0]) && is_in("name title logo", two[1]);
    is_named(node, |parts| {
        parts.iter().any(|part| is_in("brand branding logo masthead", part)) || parts.windows(2).any(is_pair)
    })
}

/// Tells whether an element is not shown before a reader opens it.
pub(super) fn is_opened(node: &NodeRef<'_>) -> bool {
    let is_stem = |part: &&str| {
        ["accordion", "collaps", "expand", "spoiler", "toggle"].iter().any(|stem| begins_with(part, stem))
    };
    node.attr("hidden").is_some_and(|hidden| &*hidden == "until-found")
        || is_named(node, |parts| parts.iter().any(is_stem))
}

/// Tells whether an element is a button that is a heading, by which a part of the text is opened.
fn is_heading_button(node: &NodeRef<'_>) -> bool {
    let is_heading = |node: NodeRef<'_>| matches!(name(&node).as_str(), "h2" | "h3" | "h4" | "h5" | "h6");
    is_heading(*node) || node.ancestors_it(Some(2)).any(is_heading) || node.children_it(false).any(is_heading)
}

fn is_named_beside(parts: &[&str]) -> bool {
    let is_whole = |part: &&str| is_in(BESIDE, part);
    let is_begun = |part: &&str| BESIDE_STEMS.split(' ').any(|stem| begins_with(part, stem));
    let is_pair = |two: &[&str]| is_in(BESIDE_PAIRS, &two.join("-"));
    parts.iter().any(|part| is_whole(part) || is_begun(part)) || parts.windows(2).any(is_pair)
}

/// Tells whether an element is machinery or not shown, so that no text of an article stands in it.
pub(super) fn is_tool(node: &NodeRef<'_>) -> bool {
    let name = name(node);
    let is_role = |role: &str| matches!(role, "navigation" | "search" | "dialog" | "menu");
    let is_button = || name == "button" || node.attr("role").is_some_and(|role| &*role == "button");
    is_in(TOOLS, &name)
        || name.starts_with("amp-ad")
        || is_hidden(node) && !is_opened(node)
        || node.attr("role").is_some_and(|role| is_role(&role))
        || is_button() && !is_heading_button(node)
}

/// How many classes of an element are looked at, and the longest one, in bytes.
const NAMES: usize = 24;
const LONGEST_NAME: usize = 64;

/// The longest piece of a short line that is looked at, in bytes.
const LONGEST_PIECE: usize = 4096;

/// Counts the words of an element, and no further than one more than some. Two characters of a script that has no spaces
/// are a word.
///
/// Cost: linear in the elements inside of it, whatever their text.
pub(super) fn words_up_to(node: &NodeRef<'_>, most: usize) -> usize {
    let mut count = 0;
    for text in node.descendants_it().filter(NodeRef::is_text) {
        let text = text.text();
        if text.len() > LONGEST_PIECE {
            return most + 1;
        }
        count += count_words(&text);
        if count > most {
            return most + 1;
        }
    }
    count
}

/// Tells whether a word begins so, in any case.
fn begins_with(word: &str, stem: &str) -> bool {
    word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem))
}

/// Tells whether a list of words has a word, in any case.
fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known.eq_ignore_ascii_case(word))
}

fn has_property(node: &NodeRef<'_>, property: &str) -> bool {
    attribute(node, "itemprop").is_some_and(|own| own.split_whitespace().any(|own| own == property))
}

/// The attributes that name what an element is for: those of publishing systems beside the class.
pub(super) const NAMED_BY: [&str; 6] =
    ["class", "data-component", "data-gu-name", "data-qa", "data-testid", "data-test-id"];

fn has_named_class(node: &NodeRef<'_>, is: impl Fn(&[&str]) -> bool) -> bool {
    NAMED_BY.iter().any(|attribute| is_named_by(node, attribute, &is))
}

fn is_of_class(node: &NodeRef<'_>, is: impl Fn(&[&str]) -> bool) -> bool {
    is_named_by(node, "class", &is)
}

fn is_named_by(node: &NodeRef<'_>, attribute: &str, is: &impl Fn(&[&str]) -> bool) -> bool {
    let is_named = |name: &str| name.len() <= LONGEST_NAME && is(&parts(name));
    node.attr(attribute).is_some_and(|names| names.split_whitespace().take(NAMES).any(is_named))
}

/// Tells whether an element is named so by its class, its id or what else names it.
fn is_named(node: &NodeRef<'_>, is: impl Fn(&[&str]) -> bool) -> bool {
    has_named_class(node, &is) || node.id_attr().is_some_and(|id| id.len() <= LONGEST_NAME && is(&parts(&id)))
}

/// Splits a name into its parts: `c-byline__author`, `relatedLinks`.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut was_small) = (0, false);
    for (at, c) in name.char_indices() {
        let is_mark = !c.is_alphanumeric();
        if is_mark || (c.is_uppercase() && was_small) {
            parts.extend(Some(&name[start..at]).filter(|part| !part.is_empty()));
            start = at + if is_mark { c.len_utf8() } else { 0 };
        }
        was_small = c.is_lowercase();
    }
    parts.extend(Some(&name[start..]).filter(|part| !part.is_empty()));
    parts
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn roles(html: &str) -> String {
        let page = Document::fragment(html);
        let node = page.select("[x]");
        let Some(node) = node.nodes().first() else { return String::new() };
        let roles = [
            ("headline", is_headline(node)),
            ("byline", is_byline(node)),
            ("about", is_about_author(node)),
            ("standfirst", is_standfirst(node)),
            ("beside", is_beside(node)),
        ];
        roles.iter().filter(|(_, is)| *is).map(|(role, _)| *role).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_say_what_an_element_is_for() {
        for (html, expected) in [
            ("<h1 x>Boats</h1>", "headline"),
            ("<div x class='story-headline'>Boats</div>", "headline"),
            ("<div x class='entry-title'>Boats</div>", "headline"),
            ("<div x itemprop='name headline'>Boats</div>", "headline"),
            ("<div x class='sub-headline'>Boats</div>", "standfirst"),
            ("<p x class='ArticleSubtitle'>Boats</p>", "standfirst"),
            ("<p x class='lead'>Boats</p>", "standfirst"),
            ("<p x class='lead-image'>Boats</p>", ""),
            ("<span x class='c-byline__author'>Ann</span>", "byline"),
            ("<a x rel='nofollow author'>Ann</a>", "byline"),
            ("<div x class='author-bio'>Ann</div>", "about"),
            ("<div x class='authorCard'>Ann</div>", "about"),
            ("<div x class='byline'><img></div>", "about"),
            ("<div x class='relatedLinks'>Boats</div>", "beside"),
            ("<div x id='most-read'>Boats</div>", "beside"),
            ("<div x class='header readable'>Boats</div>", ""),
            ("<nav x>Boats</nav>", "beside"),
            ("<p x hidden>Boats</p>", "beside"),
        ] {
            assert_eq!(roles(html), expected, "{html}");
        }
        let long = "Ann ".repeat(26);
        assert_eq!(roles(&format!("<div x class=author>{long}</div>")), "about");
    }
}
