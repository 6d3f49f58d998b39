//! What passim writes of the passages that it finds, a JSON object a line.
//!
//! ```text
//!     {"uid":-71…,"cluster":3,"begin":40,"end":210,"src":[…],"size":3,"pboiler":0.0,"id":"wire/1.txt","text":"Three boats …"}
//! ```
//!
//! Each line is a passage of a document; those of one `cluster` answer each other. What passim wrote of the document
//! besides goes with it and is passed over here, as is all that a later passim adds.
//!
//! Source: [dasmiq/passim](https://github.com/dasmiq/passim), `README.md` and `passim/seriatim.py` (`clusterJoin`), as
//! of March 2026.

use serde::Deserialize;
use serde_json::Value;

/// Holds a passage of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterPassage {
    /// The number of its cluster, as it stands.
    pub cluster: String,
    /// What the document is called that it stands in.
    pub id: String,
    /// Its text; empty if it is not stated.
    pub text: String,
}

/// A line as it is written; what it says may be of another kind.
#[derive(Deserialize)]
struct WrittenLine {
    cluster: Option<Value>,
    id: Option<Value>,
    #[serde(default)]
    text: Value,
}

/// Reads a line.
///
/// # Errors
///
/// What is wrong with it, in a few words.
pub fn read(line: &[u8]) -> Result<ClusterPassage, String> {
    // A list would be taken for the fields in their order.
    if !line.trim_ascii_start().starts_with(b"{") {
        return Err("no JSON object".to_owned());
    }
    let line: WrittenLine = serde_json::from_slice(line).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => "no JSON object".to_owned(),
        serde_json::error::Category::Eof => "no JSON, cut short".to_owned(),
        _ => format!("no JSON, column {}", error.column()),
    })?;
    let cluster =
        name(line.cluster).ok_or("no field \"cluster\"; a cluster's passages are what passim writes to out.json")?;
    let id = name(line.id).ok_or("no field \"id\"")?;
    let text = if let Value::String(text) = line.text { text } else { String::new() };
    Ok(ClusterPassage { cluster, id, text })
}

/// Returns a name, which may be written as a number.
fn name(value: Option<Value>) -> Option<String> {
    match value? {
        Value::String(name) => Some(name),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_a_passage_or_a_few_words(bytes in prop::collection::vec(any::<u8>(), 0..80), json in "[{}\\[\\]:,\"0-9a-z]{0,60}") {
            for line in [bytes.as_slice(), json.as_bytes(), &[b"{".as_slice(), &bytes].concat()] {
                match read(line) {
                    Ok(_) => prop_assert_eq!(line.trim_ascii_start().first(), Some(&b'{')),
                    Err(why) => prop_assert!(!why.is_empty() && !why.contains('\n')),
                }
            }
        }

        #[test]
        fn what_a_passage_says_comes_back(cluster in 0..u64::MAX, id in "\\PC{1,20}", text in "\\PC{0,40}") {
            let line = serde_json::json!({ "cluster": cluster, "id": id, "text": text, "size": 2, "src": [] }).to_string();
            let passage = read(line.as_bytes()).expect("it is one");
            prop_assert_eq!(passage, ClusterPassage { cluster: cluster.to_string(), id, text });
        }
    }

    #[test]
    fn a_passage_is_read_whatever_stands_beside_it() {
        let line = br#"{"uid":-7,"cluster":8589934592,"begin":4,"end":9,"src":[{"uid":1}],"size":2,"id":"a.txt","text":"boats","x":{}}"#;
        let passage = read(line).expect("it is a passage");
        assert_eq!(
            (passage.cluster.as_str(), passage.id.as_str(), passage.text.as_str()),
            ("8589934592", "a.txt", "boats")
        );
        let passage = read(br#"{"cluster":"c","id":12}"#).expect("it is a passage");
        assert_eq!((passage.id.as_str(), passage.text.as_str()), ("12", ""));
    }

    #[test]
    fn what_is_none_says_why() {
        let deep = "[".repeat(100_000);
        for (line, why) in [
            ("{\"cluster\":1,", "no JSON"),
            ("\u{0}", "no JSON"),
            (deep.as_str(), "no "),
            ("[1, 2]", "no JSON object"),
            ("3", "no JSON object"),
            ("{\"id\":\"a\",\"text\":\"x\"}", "no field \"cluster\""),
            ("{\"id\":\"a\",\"cluster\":null}", "no field \"cluster\""),
            ("{\"id\":[],\"cluster\":1}", "no field \"id\""),
        ] {
            let said = read(line.as_bytes()).expect_err(why);
            assert!(said.starts_with(why), "{said}");
        }
        assert!(read(b"\xff\xfe").is_err());
    }
}
