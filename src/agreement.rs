//! Which options go with what is written: one that would do nothing is refused, with what it would do something for.

use anyhow::{Result, bail};

use diptych::options::{Format, Options, StartView};
use diptych::present::tables::TableKind;

/// Looks whether nothing else is asked for where what is printed is of no article.
///
/// # Errors
///
/// In a line, what is asked for beside it.
pub fn check_alone(args: &Options) -> Result<()> {
    let alone = match (args.generate, args.dump_config) {
        (Some(_), true) => bail!("--generate: --dump-config prints something else; one of them"),
        (Some(_), false) => "--generate",
        (None, true) => "--dump-config",
        (None, false) => return Ok(()),
    };
    let beside = [
        ("an article", !args.paths.is_empty()),
        ("--story", args.story.is_some()),
        ("--format", args.format.is_some()),
        ("--keys", args.keys.is_some()),
        ("--left", args.left.is_some()),
        ("--right", args.right.is_some()),
        ("--table", args.table.is_some()),
        ("--passages", args.passages.is_some()),
        ("--plain", args.plain),
        ("--excerpts", args.excerpts),
        ("--clusters", args.clusters.is_some()),
        ("--paste", args.paste),
    ];
    match beside.into_iter().find(|(_, is_asked)| *is_asked) {
        Some((other, _)) => bail!("{alone}: what it prints is of no article; leave out {other}"),
        None => Ok(()),
    }
}

/// Looks whether the page that the command line asks for is one that is written. What a configuration says of pages counts where
/// there are any.
///
/// # Errors
///
/// In a line, an option that has no sense here, and what would.
pub fn check_page(asked: &Options, format: Format, plays: bool) -> Result<()> {
    let is_screen = plays || matches!(format, Format::Tui | Format::Svg);
    let has_columns = is_screen || (format == Format::Text && !asked.plain);
    if asked.width.is_some() && !has_columns {
        let would = if asked.plain { "leave out --plain" } else { "add --format text" };
        bail!("--width: only a screen and text in columns are set to a width; {would}");
    }
    if asked.height.is_some() && !is_screen {
        bail!("--height: only a screen has a height; add --format svg, or --keys");
    }
    if asked.view == StartView::Map && !is_screen {
        bail!("--view map: only a screen shows the map, and html draws it beside the text; add --format svg");
    }
    Ok(())
}

/// Looks whether what is asked for goes with what is written.
///
/// # Errors
///
/// In a line, an option that has no sense here, and what would.
pub fn check(args: &Options, format: Format, plays: bool) -> Result<()> {
    if args.table.is_some() && format.notation().is_none() {
        bail!("--table: only the formats jsonl, csv and tsv are tables; add --format csv");
    }
    if args.plain && (format != Format::Text || plays) {
        bail!("--plain: only text is written so, and no screen; add --format text");
    }
    if plays && !matches!(format, Format::Tui | Format::Text | Format::Svg) {
        bail!("--keys: only a screen is printed after them, as text or svg; add --format svg");
    }
    if args.excerpts && (plays || matches!(format, Format::Tui | Format::Svg | Format::Passim)) {
        bail!(
            "--excerpts: only what is written to be given on is shortened, no screen and no corpus; add --format html"
        );
    }
    if args.passages.is_some() && !lists_passages(args, format) {
        bail!(
            "--passages: only html, markdown, the text of --view story and the table of passages list them; add --table passages"
        );
    }
    Ok(())
}

/// Tells whether passages are listed in what is written, so that it can be asked for which.
fn lists_passages(args: &Options, format: Format) -> bool {
    match format {
        Format::Html | Format::Markdown => true,
        Format::Text => args.view == StartView::Story && args.keys.is_none(),
        Format::Jsonl | Format::Csv | Format::Tsv => args.table == Some(TableKind::Passages),
        Format::Tui | Format::Passim | Format::Json | Format::Svg => false,
    }
}
