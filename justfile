# What the program costs, against a floor of its own; `just bench --check` fails if a target is missed.
bench *options:
    cargo build --release --bins --examples
    cargo run --quiet --release --example ratios -- {{options}}

# How long each step takes.
steps *names:
    cargo bench --bench reader -- {{names}}
