# What the scripts of this folder have in common; it is sourced.
#
# PROFILE is the profile to build with: release unless said otherwise, `dev` to try the scripts themselves.
# Packages go to OUT: packages/ in cargo's target folder unless said otherwise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

PROFILE=${PROFILE:-release}
target=${CARGO_TARGET_DIR:-$PWD/target}
OUT=${OUT:-$target/packages}
version=$(awk -F'"' '/^version = /{print $2; exit}' Cargo.toml)
mkdir -p "$OUT"

# The folder of a profile: that of `dev` is `debug`.
built() {
    case $PROFILE in dev) echo debug ;; *) echo "$PROFILE" ;; esac
}

# Writes the manual page and what completes options in each shell, as the program says them: extras PROGRAM FOLDER
extras() {
    mkdir -p "$2"
    "$1" --generate man | gzip -9n >"$2/diptych.1.gz"
    "$1" --generate bash >"$2/diptych.bash"
    "$1" --generate zsh >"$2/_diptych"
    "$1" --generate fish >"$2/diptych.fish"
    "$1" --generate powershell >"$2/_diptych.ps1"
    "$1" --generate nushell >"$2/diptych.nu"
}

# Puts them where shells and `man` look below a prefix: share EXTRAS PREFIX
share() {
    mkdir -p "$2"/share/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
    install -m644 "$1/diptych.1.gz" "$2/share/man/man1"
    install -m644 "$1/diptych.bash" "$2/share/bash-completion/completions/diptych"
    install -m644 "$1/_diptych" "$2/share/zsh/site-functions"
    install -m644 "$1/diptych.fish" "$2/share/fish/vendor_completions.d"
}
