//! Reports that several tests read.

/// A short one of an outlet that waits.
pub const LEDGER: &str = "---\noutlet: Ledger\ntitle: A town that waits\n---\n
Three boats were withdrawn in March after cracks were found in their hulls.

The ministry promised on Tuesday that three ferries would be renewed before the next summer.

Nobody at the quay believes a word of it, says the harbour master.

Two members of the council voted against the order.

Read more
";
