//! Bytes to text: which encoding they are in, and what was decoded with the wrong table before.
//!
//! ```text
//!     EF BB BF …  FF FE …  FE FF …        a byte order mark says it
//!     <meta charset="windows-1250">       so does a declaration, which the reader of a format hands on
//!     valid UTF-8                         UTF-8; ISO-2022-JP or -KR where it is ASCII with that encoding's escapes
//!     54 00 68 00 65 00 …                 UTF-16, if every other byte shows it, or nothing but East Asian letters comes of it
//!     54 00 00 00 68 00 00 00 …           UTF-32
//!     “ in 93, é in E9 …                  a legacy encoding, detected            ─► read as windows-1252
//!     é in 82 within words …              a code page of DOS                     ─► read as cp850
//!     UTF-8 but for a few bytes           UTF-8, each of them shown as U+FFFD    ─► 2 characters could not be decoded
//!     â€œWe waited                        mended afterwards ([`mojibake`])       ─► “We waited
//!     Њ®бв зҐаҐ§ аҐЄг                     cannot be mended (`doubts`)            ─► may have been decoded wrongly before
//! ```
//!
//! No byte vanishes: what fits no character is shown as U+FFFD and counted. What has the bytes of no text is refused.
//! Detection is that of `chardetng`, which Firefox uses; labels and tables are those of the Encoding Standard (WHATWG),
//! and for DOS those of `oem_cp`.

mod alphabets;
mod detect;
mod dos;
mod doubts;
mod korean;
mod latin;
pub mod mojibake;
mod utf16;
mod utf32;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Holds a text that was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without a byte order mark.
    pub text: Cow<'b, str>,
    /// The name of the encoding, as in the Encoding Standard, or of a code page of DOS (`cp850`); `None` for UTF-8.
    pub encoding: Option<&'static str>,
    /// How many characters could not be decoded; each is U+FFFD in the text.
    pub undecoded: usize,
    /// How many places had been decoded with the wrong table, and are mended.
    pub mended: usize,
    /// Whether it was decoded with the wrong table before, and cannot be put right.
    pub is_doubtful: bool,
}

impl Decoded<'_> {
    /// Returns what there is to say of how it was read, a few words in lower case each.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let counted = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {more}")),
        };
        let taken = self.encoding.map(|name| format!("read as {name}"));
        let undecoded = counted(self.undecoded, "character could not be decoded", "characters could not be decoded");
        let mended = counted(
            self.mended,
            "place that was decoded with the wrong table is mended",
            "places that were decoded with the wrong table are mended",
        );
        let doubtful =
            self.is_doubtful.then(|| "it may have been decoded wrongly before: many words make no sense".to_owned());
        [taken, undecoded, mended, doubtful].into_iter().flatten().collect()
    }
}

/// Says that bytes are no text in any encoding that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a binary file, not text")]
pub struct Binary;

/// Decodes a text, by its byte order mark, else by the encoding that it declares (a label of the Encoding Standard, or a page of DOS),
/// else by what its bytes are, and mends what was decoded with the wrong table before. Valid UTF-8 is not copied unless
/// something is mended.
///
/// A declaration of a legacy encoding counts for nothing where the bytes are valid UTF-8, as many are that were converted
/// and kept it; nor does one of UTF-16, which could not be read in the first place.
///
/// # Errors
///
/// Bytes that are no text: NUL, or more control characters and undecodable ones than any text has.
///
/// Cost: linear in the bytes.
pub fn text<'b>(bytes: &'b [u8], declared: Option<&str>) -> Result<Decoded<'b>, Binary> {
    if memchr::memchr(0, bytes).is_some()
        && let Some((name, text)) = utf32::decode(bytes)
    {
        return Ok(Decoded { text: text.into(), encoding: Some(name), undecoded: 0, mended: 0, is_doubtful: false });
    }
    let (encoding, (text, undecoded)) = match korean::decode(bytes) {
        Some(text) => (Some(korean::NAME), text),
        None => decode(bytes, declared)?,
    };
    let (text, mended) = mojibake::mend(text);
    // What could not be decoded is said already.
    let is_doubtful = undecoded == 0 && doubts::are_due(&text);
    Ok(Decoded { text, encoding, undecoded, mended, is_doubtful })
}

/// A text, and how many of its characters could not be decoded.
type Counted<'b> = (Cow<'b, str>, usize);

/// Returns the text, and the name of its encoding if that is not UTF-8.
fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Result<(Option<&'static str>, Counted<'b>), Binary> {
    let named = |encoding: &'static Encoding| (encoding != UTF_8).then(|| encoding.name());
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, undecoded) = decoded(encoding, &bytes[length..]);
        let is_text = encoding == UTF_8 && !text.contains('\0') || utf16::is_text(&text);
        return if is_text { Ok((named(encoding), (text, undecoded))) } else { Err(Binary) };
    }
    if memchr::memchr(0, bytes).is_some() {
        let encoding = utf16::detect(bytes).ok_or(Binary)?;
        return Ok((named(encoding), decoded(encoding, bytes)));
    }
    let declared_page = declared.and_then(dos::for_label);
    let declared = declared.and_then(|label| Encoding::for_label_no_replacement(label.as_bytes()));
    let declared = declared.filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding));
    let utf8 = std::str::from_utf8(bytes).ok();
    if let Some(text) = utf8 {
        let is_other = |encoding: &&'static Encoding| !encoding.is_ascii_compatible() && text.is_ascii();
        let encoding = declared.filter(is_other).or_else(|| detect::iso_2022_jp(text)).unwrap_or(UTF_8);
        let text = if encoding == UTF_8 { (Cow::Borrowed(text), 0) } else { decoded(encoding, bytes) };
        return Ok((named(encoding), text));
    }
    if let Some(page) = declared_page {
        return Ok(by_page(page, bytes));
    }
    let of_declared = declared.map(|encoding| (encoding, decoded(encoding, bytes)));
    if let Some((encoding, text)) = of_declared.clone().filter(|(_, (_, undecoded))| *undecoded == 0) {
        return Ok((named(encoding), text));
    }
    let encoding = detect::encoding(bytes).ok_or(Binary)?;
    if let Some(page) = detect::code_page(encoding, bytes) {
        return Ok(by_page(page, bytes));
    }
    let detected = (encoding, decoded(encoding, bytes));
    let undecoded = detected.1.1;
    let taken = of_declared.filter(|(_, (_, of_declared))| *of_declared <= undecoded).unwrap_or(detected);
    if detect::has_too_many(&taken.1.0, taken.1.1) { Err(Binary) } else { Ok((named(taken.0), taken.1)) }
}

/// Decodes bytes with a code page of DOS.
fn by_page<'b>(page: &'static dos::CodePage, bytes: &[u8]) -> (Option<&'static str>, Counted<'b>) {
    let text = page.decode(bytes);
    let undecoded = text.matches(char::REPLACEMENT_CHARACTER).count();
    (Some(page.name), (text.into(), undecoded))
}

/// Decodes bytes without a byte order mark, and counts what could not be.
fn decoded<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Counted<'b> {
    if encoding == UTF_8 {
        let undecoded = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
        return (String::from_utf8_lossy(bytes), undecoded);
    }
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    let undecoded = if has_errors { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    (text, undecoded)
}

#[cfg(test)]
mod tests;
