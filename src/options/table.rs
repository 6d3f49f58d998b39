//! The table of options: from it come the command line and its help, the configuration, the manual page, completions of
//! shells and the README's list.

use super::spec::{OptionKind, OptionSpec, Scope, Topic};
use super::values::{
    AMBIGUOUS_WIDTHS, ARRANGEMENTS, BIDIS, COLORS, FOLDINGS, FORMATS, GENERATED, LARGEST_PAGE, MARKS, RELATED, TABLES,
    VIEWS, choice, choices, number, path, put, stories, switch, text, theme, themes,
};

/// An option of the command line alone, of which the rest is to be said.
const COMMAND_LINE: OptionSpec = OptionSpec {
    name: "",
    short: None,
    value_name: "",
    help: "",
    long_help: "",
    topic: Topic::Text,
    kind: OptionKind::Flag,
    default: "",
    requires: "",
    scope: Scope::CommandLine,
    set: |_, _| Ok(()),
};

/// An option of the configuration as well, of which the rest is to be said.
const BOTH: OptionSpec = OptionSpec { scope: Scope::Both, ..COMMAND_LINE };

/// Lists all options, in the order of the command line's help. Names stay as they are.
pub static OPTIONS: &[OptionSpec] = &[
    OptionSpec {
        name: "left",
        value_name: "X",
        help: "Article on the left: letter, file or outlet",
        long_help: "the article on the left: by letter, file name, or a part of the name shown",
        topic: Topic::Story,
        kind: OptionKind::Text,
        set: |options, value| put(&mut options.left, text(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "right",
        value_name: "X",
        help: "Article on the right: letter, file or outlet",
        long_help: "the article on the right: by letter, file name, or a part of the name shown",
        topic: Topic::Story,
        kind: OptionKind::Text,
        set: |options, value| put(&mut options.right, text(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "story",
        value_name: "NAME",
        help: "A story by name, of the folder or bundled",
        long_help: "a story by name: of the folder named, else one that comes with the program; in the configuration, what opens without arguments",
        topic: Topic::Story,
        kind: OptionKind::Name(stories),
        set: |options, value| put(&mut options.story, text(value)),
        ..BOTH
    },
    OptionSpec {
        name: "view",
        value_name: "VIEW",
        help: "What is on the screen first",
        topic: Topic::Story,
        kind: OptionKind::Choice(|| choices(VIEWS)),
        default: "\"reader\"",
        set: |options, value| put(&mut options.view, choice(VIEWS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "passages",
        value_name: "WHICH",
        help: "Passages that the whole story lists",
        long_help: "which passages the whole story lists as text, a page or a table: all, in-all, in-some, only-X, not-X, not-X-Y, moved-N",
        topic: Topic::Story,
        kind: OptionKind::Text,
        set: |options, value| put(&mut options.passages, text(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "clusters",
        value_name: "FILE",
        help: "Open the stories that passim found",
        long_help: "what passim wrote (out.json, or the folder that it lies in): each cluster of it is a story, its articles those of the folder named",
        topic: Topic::Story,
        kind: OptionKind::Path,
        set: |options, value| put(&mut options.clusters, path(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "fetch",
        help: "Fetch the addresses of story.toml unasked",
        long_help: "fetch the addresses that the folder's story.toml names, without asking",
        topic: Topic::Story,
        set: |options, value| put(&mut options.fetch, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "paste",
        help: "Begin with a place to paste an article",
        long_help: "open the reader with a place to paste an article into",
        topic: Topic::Story,
        set: |options, value| put(&mut options.paste, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "format",
        value_name: "FORMAT",
        help: "What is written: text, html, json, csv …",
        long_help: "what is written: as the ending of -o says, else the reader at a terminal, else text",
        topic: Topic::Page,
        kind: OptionKind::Choice(|| choices(FORMATS)),
        set: |options, value| put(&mut options.format, choice(FORMATS, value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "plain",
        help: "Write text as sentences, without columns",
        long_help: "write text as one thing after the other, in sentences without columns and signs, for those who hear it",
        topic: Topic::Page,
        set: |options, value| put(&mut options.plain, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "excerpts",
        help: "Keep blocks to their first and marked words",
        long_help: "keep each block to its first words and its marked runs in what is written, with where it was published",
        topic: Topic::Page,
        set: |options, value| put(&mut options.excerpts, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "table",
        value_name: "TABLE",
        help: "Rows of jsonl, csv and tsv: links, runs …",
        long_help: "what the rows of jsonl, csv and tsv are; links unless asked for",
        topic: Topic::Page,
        kind: OptionKind::Choice(|| choices(TABLES)),
        set: |options, value| put(&mut options.table, choice(TABLES, value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "output",
        short: Some('o'),
        value_name: "FILE",
        help: "Write there instead of standard output",
        topic: Topic::Page,
        kind: OptionKind::Path,
        set: |options, value| {
            // As with other programs: standard output.
            put(&mut options.output, path(value).map(|path| Some(path).filter(|path| path.as_os_str() != "-")))
        },
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "force",
        help: "Replace FILE if it is there already",
        long_help: "write there also if a file of that name is there already; never over an article or the configuration",
        topic: Topic::Page,
        requires: "output",
        set: |options, value| put(&mut options.force, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "show-left-out",
        help: "Show what is left out of pages",
        long_help: "show what is left out of a page at the end of its article",
        topic: Topic::Text,
        set: |options, value| put(&mut options.show_left_out, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "width",
        value_name: "N",
        help: "Columns of the page",
        long_help: "columns of the page that text and svg are written to; else those of the terminal",
        topic: Topic::Page,
        kind: OptionKind::Number { least: 1, most: LARGEST_PAGE as i64 },
        set: |options, value| put(&mut options.width, number::<u16>(value)),
        ..BOTH
    },
    OptionSpec {
        name: "height",
        value_name: "N",
        help: "Rows of the page",
        long_help: "rows of that page",
        topic: Topic::Page,
        kind: OptionKind::Number { least: 1, most: LARGEST_PAGE as i64 },
        set: |options, value| put(&mut options.height, number::<u16>(value)),
        ..BOTH
    },
    OptionSpec {
        name: "keys",
        value_name: "KEYS",
        help: "Play these keys, and print the screen",
        long_help: "play these keys into the reader without a terminal, and print the screen",
        topic: Topic::Page,
        kind: OptionKind::Text,
        set: |options, value| put(&mut options.keys, text(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "arrangement",
        value_name: "ARRANGEMENT",
        help: "How the two are set: facing, stacked …",
        long_help: "how the two articles are set",
        topic: Topic::Text,
        kind: OptionKind::Choice(|| choices(ARRANGEMENTS)),
        default: "\"facing\"",
        set: |options, value| put(&mut options.arrangement, choice(ARRANGEMENTS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "theme",
        value_name: "NAME",
        help: "How everything looks: paper, night, mono …",
        long_help: "how everything looks; auto asks the terminal whether it is light or dark",
        topic: Topic::Text,
        kind: OptionKind::Choice(themes),
        default: "\"auto\"",
        set: |options, value| put(&mut options.theme, theme(value)),
        ..BOTH
    },
    OptionSpec {
        name: "color",
        value_name: "WHEN",
        help: "Whether colours are used",
        long_help: "whether colours are used; auto: unless NO_COLOR is set",
        topic: Topic::Text,
        kind: OptionKind::Choice(|| choices(COLORS)),
        default: "\"auto\"",
        set: |options, value| put(&mut options.color, choice(COLORS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "marks",
        value_name: "WHAT",
        help: "What is marked: differences, shared, none",
        long_help: "what is marked",
        topic: Topic::Text,
        kind: OptionKind::Choice(|| choices(MARKS)),
        default: "\"differences\"",
        set: |options, value| put(&mut options.marks, choice(MARKS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "fold",
        value_name: "WHAT",
        help: "What is folded: nothing, echoes, alike …",
        long_help: "what is folded",
        topic: Topic::Text,
        kind: OptionKind::Choice(|| choices(FOLDINGS)),
        default: "\"nothing\"",
        set: |options, value| put(&mut options.fold, choice(FOLDINGS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "small-differences",
        help: "Hide changes of spelling, case, punctuation",
        long_help: "whether differences of spelling, case and punctuation are shown",
        topic: Topic::Text,
        kind: OptionKind::Switch {
            negation: "no-small-differences",
            reset: "Show them, whatever the configuration says",
        },
        default: "true",
        set: |options, value| put(&mut options.small, switch(value)),
        ..BOTH
    },
    OptionSpec {
        name: "related",
        value_name: "WHETHER",
        help: "Hints at what is related: on or off",
        long_help: "whether it is hinted at what reports the same beyond the links or below their certainty",
        topic: Topic::Text,
        kind: OptionKind::Choice(|| choices(RELATED)),
        default: "\"on\"",
        set: |options, value| put(&mut options.related, choice(RELATED, value)),
        ..BOTH
    },
    OptionSpec {
        name: "measure",
        value_name: "COLUMNS",
        help: "Columns of the widest line; 80 unless set",
        long_help: "columns of the widest line of an article",
        topic: Topic::Text,
        kind: OptionKind::Number { least: 20, most: 400 },
        default: "80",
        set: |options, value| put(&mut options.measure, number::<u16>(value)),
        ..BOTH
    },
    OptionSpec {
        name: "shift",
        value_name: "N",
        help: "Columns by which the left pane is wider",
        long_help: "columns by which the left pane is wider and the right one narrower",
        topic: Topic::Text,
        kind: OptionKind::Number { least: -200, most: 200 },
        default: "0",
        set: |options, value| put(&mut options.shift, number::<i16>(value)),
        ..BOTH
    },
    OptionSpec {
        name: "ascii",
        help: "Draw lines and signs with ASCII alone",
        long_help: "whether lines and signs are drawn with ASCII; the articles stay as they are",
        topic: Topic::Program,
        kind: OptionKind::Switch { negation: "no-ascii", reset: "Draw them as usual, whatever the configuration says" },
        default: "false",
        set: |options, value| put(&mut options.ascii, switch(value)),
        ..BOTH
    },
    OptionSpec {
        name: "ambiguous-width",
        value_name: "WIDTH",
        help: "How wide “ or é is drawn: narrow or wide",
        long_help: "how wide the terminal draws what can be narrow or wide, as “ or é",
        topic: Topic::Program,
        kind: OptionKind::Choice(|| choices(AMBIGUOUS_WIDTHS)),
        default: "\"narrow\"",
        set: |options, value| put(&mut options.ambiguous, choice(AMBIGUOUS_WIDTHS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "bidi",
        value_name: "WHO",
        help: "Who reorders text from right to left",
        long_help: "who reorders text that runs from right to left",
        topic: Topic::Program,
        kind: OptionKind::Choice(|| choices(BIDIS)),
        default: "\"auto\"",
        set: |options, value| put(&mut options.bidi, choice(BIDIS, value)),
        ..BOTH
    },
    OptionSpec {
        name: "remember",
        help: "Neither read nor keep where a story was left",
        long_help: "whether the place in a story, and pins by hand, are kept from one day to the next",
        topic: Topic::Program,
        kind: OptionKind::Switch { negation: "no-remember", reset: "Do both, whatever the configuration says" },
        default: "true",
        set: |options, value| put(&mut options.remember, switch(value)),
        ..BOTH
    },
    OptionSpec {
        name: "config",
        value_name: "FILE",
        help: "Read the configuration there",
        long_help: "read the configuration there; JSON and played keys heed no other",
        topic: Topic::Program,
        kind: OptionKind::Path,
        set: |options, value| put(&mut options.config, path(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "dump-config",
        help: "Print all options and keys as configuration",
        long_help: "print all options and keys as a configuration file",
        topic: Topic::Program,
        set: |options, value| put(&mut options.dump_config, switch(value)),
        ..COMMAND_LINE
    },
    OptionSpec {
        name: "generate",
        value_name: "KIND",
        help: "Print the man page, completions or schema",
        long_help: "print the manual page, what completes options in a shell, or the schema of JSON",
        topic: Topic::Program,
        kind: OptionKind::Choice(|| choices(GENERATED)),
        set: |options, value| put(&mut options.generate, choice(GENERATED, value)),
        ..COMMAND_LINE
    },
];
