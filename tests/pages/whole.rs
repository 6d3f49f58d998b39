//! No word of a page is lost: what is shown stands in the article or in what is left out, once.

use std::collections::HashMap;

use diptych::formats::html;
use proptest::prelude::*;

/// Elements as pages have them, each with what stands before its content and after it.
const ELEMENTS: [(&str, &str); 38] = [
    ("<div>", "</div>"),
    ("<article>", "</article>"),
    ("<main>", "</main>"),
    ("<section class=related>", "</section>"),
    ("<aside>", "</aside>"),
    ("<aside class=info-box>", "</aside>"),
    ("<header>", "</header>"),
    ("<footer>", "</footer>"),
    ("<nav>", "</nav>"),
    ("<h1>", "</h1>"),
    ("<h2>", "</h2>"),
    ("<div class=headline>", "</div>"),
    ("<p>", ".</p>"),
    ("<p>", "</p>"),
    ("<p class=byline>By ", "</p>"),
    ("<span class=author>", "</span>"),
    ("<p class=standfirst>", "</p>"),
    ("<time datetime=2023-08-01>", "</time>"),
    ("<figure><figcaption>", "</figcaption></figure>"),
    ("<ul><li>", "</li></ul>"),
    ("<table><tr><td>", "</td></tr></table>"),
    ("<blockquote>", ".</blockquote>"),
    ("<pre>", "</pre>"),
    ("<a href=/a>", "</a>"),
    ("<button>", "</button>"),
    ("<span class=label>", "</span>"),
    ("<b>", "</b>"),
    ("<br>", "<br><br>"),
    ("<div class=author-bio>", ".</div>"),
    ("<div class=comments>", "</div>"),
    ("<div class=newsletter>", "</div>"),
    ("<div hidden>", "</div>"),
    ("<div class=collapse style='display: none'>", "</div>"),
    ("<span style='display: block'>", "</span>"),
    ("<span style='display: none'>", "</span>"),
    ("<template shadowrootmode=open>", "</template>"),
    ("<noscript>", "</noscript>"),
    ("<dialog>", "</dialog>"),
];

/// A part of a page: an element by its number, how many words stand in it, and its other parts.
#[derive(Clone, Debug)]
struct Part {
    element: usize,
    words: usize,
    parts: Vec<Part>,
}

fn part() -> impl Strategy<Value = Part> {
    let leaf = (0..ELEMENTS.len(), 0usize..30).prop_map(|(element, words)| Part { element, words, parts: Vec::new() });
    leaf.prop_recursive(5, 60, 6, |inner| {
        let parts = prop::collection::vec(inner, 0..6);
        (0..ELEMENTS.len(), 0usize..6, parts).prop_map(|(element, words, parts)| Part { element, words, parts })
    })
}

/// Writes a part; each of its words is another one.
fn write(part: &Part, page: &mut String, count: &mut usize) {
    let (start, end) = ELEMENTS[part.element];
    page.push_str(start);
    for _ in 0..part.words {
        page.push('w');
        page.push_str(&count.to_string());
        page.push(' ');
        *count += 1;
    }
    for part in &part.parts {
        write(part, page, count);
    }
    page.push_str(end);
}

/// Returns the words of a text that are those of the page.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.strip_prefix('w').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_word_stands_somewhere_once(parts in prop::collection::vec(part(), 1..6)) {
        let (mut page, mut count) = (String::from("<!doctype html><html><body>"), 0);
        for part in &parts {
            write(part, &mut page, &mut count);
        }
        page.push_str("</body></html>");
        let Ok(draft) = html::read(page.as_bytes()) else { return Ok(()) };
        // What is left out is shown as far as it is told by.
        prop_assume!(!draft.left_out.iter().any(|block| block.text.ends_with('…')));
        let blocks = draft.blocks.iter().chain(&draft.left_out).flat_map(|block| words(&block.text));
        let mut found: HashMap<&str, usize> = HashMap::new();
        blocks.for_each(|word| *found.entry(word).or_default() += 1);
        let title: Vec<&str> = draft.title.iter().flat_map(|title| words(title)).collect();
        for k in 0..count {
            let word = format!("w{k}");
            let times = found.remove(word.as_str()).unwrap_or(0);
            prop_assert!(times == 1 || times == 0 && title.contains(&word.as_str()), "{word} {times} times in {page}\n{draft:#?}");
        }
        prop_assert!(found.is_empty(), "{found:?}");
    }
}
