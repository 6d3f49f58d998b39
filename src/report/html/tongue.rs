//! Which language and direction a text of an article has, as attributes; and text of ours with words of articles in it.
//!
//! ```text
//!     language stated, from right to left      lang="ar" dir="rtl"
//!     stated, another one                      lang="de" dir="auto"      as its first letter runs, as on a screen
//!     not stated                               dir="auto"
//! ```

use maud::{Markup, html};

use crate::article::Article;
use crate::wrap::Direction;
use crate::wrap::isolates;

/// Holds the attributes of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tongue {
    /// The language as a BCP 47 tag, if it is stated and is one.
    pub lang: Option<String>,
    /// Which way it runs.
    pub dir: &'static str,
}

impl Tongue {
    /// Returns those of an article.
    pub(super) fn of(article: &Article) -> Self {
        let is_tag = |tag: &String| {
            tag.len() <= 35
                && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        };
        let lang = article.language.as_deref().map(|tag| tag.replace('_', "-")).filter(is_tag);
        let is_rtl = Direction::of_article(article) == Direction::RightToLeft;
        Self { lang, dir: if is_rtl { "rtl" } else { "auto" } }
    }

    /// Returns those of one of its texts: words in letters of another direction alone are not in its language.
    pub(super) fn of_text(&self, text: &str) -> Self {
        let is_other = self.dir == "rtl" && Direction::of_text(text, Direction::RightToLeft).is_none();
        if is_other && text.contains(char::is_alphabetic) { Self { lang: None, dir: "ltr" } } else { self.clone() }
    }

    /// Sets a name off from what stands around it, so that it runs its own way.
    pub(super) fn name(&self, name: &str) -> Markup {
        html! { bdi lang=[&self.lang] { (name) } }
    }
}

/// Sets a text of ours in which words of articles are set off by marks, as the pages of a story have it.
pub(super) fn mixed(text: &str) -> Markup {
    let dir = |direction| if direction == Direction::RightToLeft { "rtl" } else { "ltr" };
    html! {
        @for (direction, part) in isolates::parts(text) {
            @if let Some(direction) = direction { bdi dir=(dir(direction)) { (part) } } @else { (part) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::wrap::isolated;

    #[test]
    fn words_of_another_script_alone_are_not_in_the_language() {
        let hebrew = Tongue { lang: Some("he".to_owned()), dir: "rtl" };
        assert_eq!(hebrew.of_text("The board said so."), Tongue { lang: None, dir: "ltr" });
        for text in ["הספינות הפליגו", "NATO הפליגו", "1887", ""] {
            assert_eq!(hebrew.of_text(text), hebrew, "{text}");
        }
    }

    #[test]
    fn only_what_is_a_tag_becomes_a_language() {
        let tongue = |language: &str| {
            let draft = Draft { language: Some(language.to_owned()), ..Draft::default() };
            let Tongue { lang, dir } = Tongue::of(&Article::from_draft("-", draft));
            format!("{} {dir}", lang.unwrap_or_default())
        };
        let given = ["ar-EG", "de", "pt_BR", "he", "x\" onclick=\"y", "", "en--x"].map(tongue);
        assert_eq!(given, ["ar-EG rtl", "de auto", "pt-BR auto", "he rtl", " auto", " auto", " auto"]);
        assert_eq!(Tongue::of(&Article::read("-", "Text.")), Tongue { lang: None, dir: "auto" });
    }

    #[test]
    fn words_that_are_set_off_stand_in_an_element() {
        let text = format!("A shares “{}” & more", isolated("סירה", Some(Direction::RightToLeft)));
        assert_eq!(mixed(&text).0, "A shares “<bdi dir=\"rtl\">סירה</bdi>” &amp; more");
    }
}
