//! Texts to compare on: quotation marks, scripts, front matter, what is hostile or broken, and configurations.

use std::path::Path;
use std::{fs, io};

/// Writes all of them into a folder.
pub fn write(folder: &Path) -> io::Result<()> {
    for name in ["empty", "single"] {
        fs::create_dir_all(folder.join(name))?;
    }
    for (name, text) in FILES {
        write_file(folder, name, text.as_bytes())?;
    }
    write_file(folder, "quotes/a-copy.txt", quotes_a().as_bytes())?;
    write_file(folder, "quotes/a.txt", quotes_a().as_bytes())?;
    write_file(folder, "bytes/latin.txt", b"Caf\xe9 au lait\n\nThe caf\xe9 is closed.\n")?;
    write_file(folder, "bytes/binary.txt", b"\x00\x01\x02PNG\x00\x00\n")?;
    write_file(folder, "hostile/a.txt", hostile("left").as_bytes())?;
    write_file(folder, "hostile/b.txt", hostile("right").as_bytes())
}

fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(name);
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, bytes)
}

/// Paragraphs that credit an outlet, with words in each kind of quotation marks, and words that marks join or part.
fn quotes_a() -> String {
    let marks = [
        ("\"", "\""),
        ("\u{201c}", "\u{201d}"),
        ("\u{2018}", "\u{2019}"),
        ("'", "'"),
        ("\u{ab}", "\u{bb}"),
        ("\u{201e}", "\u{201c}"),
        ("\u{2039}", "\u{203a}"),
        ("\u{300c}", "\u{300d}"),
        ("\u{300e}", "\u{300f}"),
        ("\u{300a}", "\u{300b}"),
    ];
    let paragraph = |(open, close): &(&str, &str)| {
        format!(
            "{open}The bridge is safe,{close} the mayor told the Harbour Ledger on Friday. The old \
             town{close}s bell rang \
             {open}twice{close} \u{2013} or, as the {open}Coast Wire{close} reported, three times.\n\n"
        )
    };
    format!("Bridge opens again\n\n{}", marks.iter().map(paragraph).collect::<String>())
}

/// Text that tries to steer a terminal, with marks, ligatures and long words.
fn hostile(side: &str) -> String {
    format!(
        "Title \u{1b}[31mred\u{1b}[0m {side}\r\n\r\n\u{202e}turned\u{202c} and \u{200b}hidden\u{200d} \
         text\tof the {side}.\r\n\r\n\
         e{} on one letter. o\u{fb03}ce \u{1f469}\u{200d}\u{1f467} \u{1f1eb}\u{1f1f7} \u{feff}mark.\n\n{}\n\n\
         \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5e2}\u{5d5}\u{5dc}\u{5dd} {side} \u{627}\u{644}\u{633}\u{644}\
         \u{627}\u{645}\n\n\
         - first item\n- second item of the {side}\n\n* * *\n\nThe last paragraph stands on both sides\
         \u{2026}\n",
        "\u{301}".repeat(20),
        "Donaudampfschiff".repeat(12),
    )
}

const FILES: &[(&str, &str)] = &[
    (
        "quotes/b.txt",
        "The bridge opens\n\nOn Friday the mayor told the Harbour Ledger that the bridge is \u{2018}safe\
         \u{2019}.\n\n\
         The old town's bell rang \"twice\" - or, as Coast Wire reported, three times.\n\n\
         \u{300a}Coast Wire\u{300b} wrote that nobody was hurt; 'Harbour Ledger' had it first, according \
         to \u{ab}Morrey Post\u{bb}.\n\n\
         \u{201e}Nothing is left,\u{201c} he said\u{2014}and went. It cost \u{20ac}1\u{202f}500, not \
         $1,500.50, in 1998\u{2013}99.\n",
    ),
    (
        "quotes/c.txt",
        "outlet: Coast Wire\n\nThe bridge at last\n\nThe bell of the old town rang twice, the Morrey Post \
         said.\n\n\
         \u{201c}The bridge is safe,\u{201d} said the mayor. \u{201c}It was always safe.\u{201d}\n",
    ),
    (
        "scripts/a.txt",
        "\u{706f}\u{53f0}\u{306e}\u{7167}\u{660e}\u{3001}\u{6765}\u{6625}\u{5ec3}\u{6b62}\u{3078}\n\n\
         \u{300c}\u{5b89}\u{5168}\u{3060}\u{300d}\u{3068}\u{5e02}\u{9577}\u{306f}\u{8ff0}\u{3079}\u{305f}\
         \u{3002}\u{6e2f}\u{306f}\u{9759}\u{304b}\u{3060}\u{3002}\n\n\
         \u{e01}\u{e32}\u{e23}\u{e40}\u{e14}\u{e34}\u{e19}\u{e40}\u{e23}\u{e37}\u{e2d}\u{e17}\u{e35}\u{e48}\
         \u{e17}\u{e48}\u{e32}\n\n\
         \u{42}ridge \u{4e0d} 12\u{5206}\u{3067} \u{ff21}\u{ff22}\u{ff23} \u{ff76}\u{ff80}\u{ff76}\u{ff85}\n",
    ),
    (
        "scripts/b.txt",
        "\u{706f}\u{53f0}\u{306e}\u{706f}\u{6d88}\u{3048}\u{308b}\n\n\
         \u{5e02}\u{9577}\u{306f}\u{300c}\u{5b89}\u{5168}\u{300d}\u{3068}\u{8a00}\u{3063}\u{305f}\u{3002}\n\n\
         \u{e40}\u{e23}\u{e37}\u{e2d}\u{e17}\u{e35}\u{e48}\u{e17}\u{e48}\u{e32}\n\n\u{ff21}BC \u{30ab}\
         \u{30bf}\u{30ab}\u{30ca} 12 minutes\n\n\
         \u{10d0}\u{10d1}\u{10d2} \u{3b1}\u{3b2}\u{3b3} \u{415}\u{451}\u{436} \u{111}\u{142}\u{df}\n",
    ),
    (
        "front/a.txt",
        "---\noutlet: Harbour Ledger\ntitle: \"Ferries: a vote\"\ndate: 2026-03-09\nlanguage: en\n---\n\nBy \
         Ann Vale\n\n\
         KELSMOUTH, March 9 \u{2014} The council voted.\n\nPhoto: Ann Vale / Coast Wire\n\nThree ferries \
         were ordered.\n",
    ),
    (
        "front/b.txt",
        "Ferries ordered\n\nMarch 9, 2026 8:30 am\n\nBy Tom Reed for the Coast Wire\n\nMORREY \
         (Reuters) \u{2013} The council voted on \
         Monday, the \u{201c}Harbour Ledger\u{201d} reported.\n\nRead more: All about ferries\n\nThree \
         boats were ordered.\n",
    ),
    (
        "front/c.txt",
        "Ferries\n=======\n\n9 mars 2026\n\n> The council voted.\n\n## What now?\n\n1. Ordered are three \
         ferries.\n2. The first \
         one is due in spring.\n\n(c) 2026 Morrey Post\n",
    ),
    ("mixed/a.txt", "One\n\nIt is the same text.\n"),
    ("mixed/b.md", "# Two\n\nIt is *nearly* the same text.\n"),
    ("mixed/c.txt", ""),
    ("mixed/d.jpg", "no text"),
    ("mixed/sub/e.txt", "Deeper\n\nText.\n"),
    ("single/a.txt", "Alone\n\nNobody to compare with.\n"),
    ("blank/a.txt", " \n\n\t\n"),
    ("blank/b.txt", "\n"),
    ("twins/a.txt", "outlet: The Twin\n\nOne of them\n\nThe twin says one thing.\n"),
    ("twins/b.txt", "---\noutlet: The Twin\n---\nOne of them\n\nThe twin says another thing.\n"),
    ("twins/c.txt", "---\noutlet: The Twin Too\n---\nOne of them\n\nThe third says nothing.\n"),
    ("same-name/one/report.txt", "One report\n\nIt rained.\n"),
    ("same-name/two/report.txt", "Another report\n\nIt rained all day.\n"),
    ("a folder \u{e9}/one.txt", "First\n\nIt snowed on the hills.\n"),
    ("a folder \u{e9}/two.txt", "Second\n\nIt snowed in the hills.\n"),
    (
        "good.toml",
        "arrangement = \"stacked\"\ntheme = \"paper\"\nwidth = 90\nascii = true\nmarks = \"shared\"\nfold \
         = \"echoes\"\n\
         [keys]\nrow-down = [\"n\", \"<Down>\"]\nnext-match = []\n",
    ),
    (
        "bad-values.toml",
        "arangement = \"inline\"\nwidth = 5000\ntheme = \"dusk\"\nascii = \"yes\"\nmeasure = 30\nfold = \
         3\nstory = [1]\n",
    ),
    (
        "bad-keys.toml",
        "[keys]\nrow-dwn = \"j\"\nrow-up = \"<Nokey>\"\nhelp = \"jj\"\nmap = \"j\"\nquit = []\nclose \
         = \"x\"\nstart = 4\n",
    ),
    ("broken.toml", "width = = 3\n"),
];
