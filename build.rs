//! Builds anew when a bundled story changes: the macro that embeds them does not tell cargo.

fn main() {
    println!("cargo::rerun-if-changed=articles");
}
