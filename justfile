# What CI does.
check:
    .ci/run

# Draws the pictures anew.
screenshots:
    screenshots/make

# Shows how the links, figures and dates of the bundled stories are found.
gold:
    cargo test --test gold --test gold_figures -- --nocapture

# What the program costs, against a floor of its own; `just bench --check` fails if a target is missed.
bench *options:
    cargo build --release --bins --examples
    cargo run --quiet --release --example ratios -- {{options}}

# How long each step takes.
steps *names:
    cargo bench --bench reader -- {{names}}

# Compares what two builds write, byte for byte: the stories of the program, and those in the folders.
same old new *folders:
    cargo run --quiet --example same -- {{old}} {{new}} {{folders}}

# Builds the site: the pages under docs/ with the parts of the README that they name, and the pictures.
site folder="target/site":
    cargo run --quiet --example site -- {{folder}}

# Measures how pages are read, from a folder of pages and what is expected of them (as those of Mozilla's readability).
pages folder:
    cargo run --quiet --release --example pages -- {{folder}}

# How surely speakers of quotations are found, from a folder of articles in which others marked who says what.
quotes folder:
    cargo run --quiet --release --example quotes -- {{folder}}

# Makes the table of patterns that the program reads of the one that people write.
patterns:
    DIPTYCH_WRITE_PATTERNS=1 cargo test --quiet --lib pattern_sources || cargo test --quiet --lib pattern_sources

# Tries broken and hostile inputs of all formats, each by its seed; fails on a panic, a leak, or a second for one of them.
fuzz count="1000000" seed="1":
    cargo run --quiet --release --example fuzz -- {{count}} {{seed}}
