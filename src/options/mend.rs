//! A text that is no TOML, made so by leaving lines out.
//!
//! A mistake shows where reading stops, and that can be below the line that made it. So the lines around are left out
//! in turn, and the one goes with which reading comes furthest:
//!
//! ```text
//!     theme = ["night"          ◄── without this line, all is well
//!     ascii = true              ◄── here reading stops: a comma is missing
//! ```

use toml::de::DeTable;

use super::ConfigReport;

/// How many lines above the one where reading stops are tried.
const ABOVE: usize = 3;

/// How many lines are left out at most; a text with more mistakes than that is none of ours.
const MOST: usize = 20;

/// Returns a text without the lines that keep it from being TOML, the others in their places, and what is wrong.
pub(super) fn mend(text: &str) -> (String, Vec<ConfigReport>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut reports = Vec::new();
    while let Some((stop, message)) = stop(&lines) {
        if reports.len() == MOST {
            reports.push(ConfigReport { line: stop + 1, what: "and more that is no TOML".to_owned() });
            break;
        }
        let last = (0..=stop).rev().find(|&line| !lines[line].trim().is_empty());
        let Some(last) = last.or_else(|| lines.iter().position(|line| !line.trim().is_empty())) else { break };
        let first = last.saturating_sub(ABOVE);
        // Of those with which reading comes equally far, the lowest.
        let culprit = (first..=last).filter(|&line| !lines[line].trim().is_empty()).max_by_key(|&line| {
            let mut without = lines.clone();
            without[line] = "";
            self::stop(&without).map_or(usize::MAX, |(stop, _)| stop)
        });
        let culprit = culprit.unwrap_or(last);
        reports.push(ConfigReport { line: culprit + 1, what: what(lines[culprit], message) });
        lines[culprit] = "";
    }
    (lines.join("\n"), reports)
}

/// Returns the line where reading stops first, from 0, and why.
fn stop(lines: &[&str]) -> Option<(usize, String)> {
    let text = lines.join("\n");
    let (_, errors) = DeTable::parse_recoverable(&text);
    let start = |error: &toml::de::Error| error.span().map_or(0, |span| span.start).min(text.len());
    let error = errors.into_iter().min_by_key(start)?;
    let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..start(&error)]).count();
    Some((line, error.message().to_owned()))
}

/// Returns what is wrong with a line, after the option that it gives a value. A word without quotation marks is the mistake that
/// is made most.
fn what(line: &str, message: String) -> String {
    let Some((name, value)) = line.split_once('=').map(|(name, value)| (name.trim(), value.trim())) else {
        return message;
    };
    let is_word = value.starts_with(|c: char| c.is_alphabetic()) && !value.contains(['"', '\'']);
    let what = if is_word { "a text stands in quotation marks".to_owned() } else { message };
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if is_name { format!("{name}: {what}") } else { what }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, mended: &str, expected: &[&str]) {
        let (rest, reports) = mend(text);
        let reports: Vec<String> = reports.iter().map(|report| format!("{}: {}", report.line, report.what)).collect();
        assert_eq!((rest.as_str(), reports), (mended, expected.iter().map(|report| (*report).to_owned()).collect()));
    }

    #[test]
    fn what_is_toml_stays() {
        check("# é\na = 1\n[keys]\nquit = [\n  \"q\",\n]\n", "# é\na = 1\n[keys]\nquit = [\n  \"q\",\n]\n", &[]);
        check("", "", &[]);
    }

    #[test]
    fn a_line_that_is_no_toml_goes() {
        check("a = 1\nb\nc = 2", "a = 1\n\nc = 2", &["2: key with no value, expected `=`"]);
        check("a = b\nc = 2", "\nc = 2", &["1: a: a text stands in quotation marks"]);
        check("a = 1\n[keys\nc = 2", "a = 1\n\nc = 2", &["2: unclosed table, expected `]`"]);
        check("a = 1\na = 2", "a = 1\n", &["2: a: duplicate key"]);
    }

    #[test]
    fn the_line_that_made_the_mistake_goes() {
        check("a = [1\nb = 2\nc = 3", "\nb = 2\nc = 3", &["1: a: missing comma between array elements, expected `,`"]);
        check(
            "a = 1\nb = \"\"\"x\nc = 3\n",
            "a = 1\n\nc = 3\n",
            &["2: b: invalid multi-line basic string, expected `\"`"],
        );
    }

    #[test]
    fn a_text_of_mistakes_is_given_up() {
        let (_, reports) = mend(&"Three boats were withdrawn.\n".repeat(50));
        assert_eq!(reports.len(), MOST + 1);
        assert_eq!(reports[MOST], ConfigReport { line: MOST + 1, what: "and more that is no TOML".to_owned() });
    }

    #[test]
    fn every_mistake_is_said_once() {
        check(
            "a\nb = \"\nc = 2\nd = [1,,2]\n",
            "\n\nc = 2\n\n",
            &[
                "1: key with no value, expected `=`",
                "2: b: invalid basic string, expected `\"`",
                "4: d: extra comma in array, expected value",
            ],
        );
    }
}
