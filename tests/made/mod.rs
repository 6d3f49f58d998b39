//! Reports that several tests read, and what they do with a reader.
#![allow(dead_code, reason = "each test takes what it needs")]

use diptych::keys;
use diptych::tui::Model;
use diptych::tui::state::Message;

/// The sizes that walks are taken at: a large screen, the usual one, and about the smallest.
pub const SIZES: [(u16, u16); 3] = [(140, 40), (80, 24), (45, 15)];

/// A short report.
pub const WIRE: &str = "---\noutlet: Coast Wire\ntitle: New boats for the island\ndate: 2026-06-16\n---\n
The ministry said on Tuesday that three ferries would be renewed before the next winter.

Tickets will not rise before spring, the treasurer said, whatever the price of oil.

Three boats were withdrawn in March after cracks were found in their hulls.

Two members of the council voted against the order.
";

/// A short one of an outlet that waits.
pub const LEDGER: &str = "---\noutlet: Ledger\ntitle: A town that waits\n---\n
Three boats were withdrawn in March after cracks were found in their hulls.

The ministry promised on Tuesday that three ferries would be renewed before the next summer.

Nobody at the quay believes a word of it, says the harbour master.

Two members of the council voted against the order.

Read more
";

/// One that has nothing to do with them.
pub const NOTES: &str =
    "---\noutlet: Notes\ntitle: Gulls\n---\n\nThe gulls came back to the chimney of the old dairy.\n";

/// Presses keys one by one, and waits for what they ask for.
pub fn press(model: &mut Model, typed: &str) {
    for key in keys::parse(typed).expect("the keys are known") {
        model.update(Message::Key(key));
        model.run_jobs();
    }
}
