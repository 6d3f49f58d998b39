//! What keys can ask the reader to do.

/// Says what a key asks the reader to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row down.
    RowDown,
    /// One row up.
    RowUp,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the first row.
    Start,
    /// To the last row.
    End,
    /// The cursor's row to the middle of the screen.
    RowToMiddle,
    /// The cursor's row to the top of the screen.
    RowToTop,
    /// The cursor's row to the end of the screen.
    RowToEnd,
    /// To the next difference.
    NextDifference,
    /// To the previous difference.
    PreviousDifference,
    /// To the next match of the search.
    NextMatch,
    /// To the previous match of the search.
    PreviousMatch,
    /// To the next block at home in the focused pane.
    NextBlock,
    /// To the previous block at home in the focused pane.
    PreviousBlock,
    /// To the other place of what moved.
    Follow,
    /// Back from where the last jump led, or to the outlets before the last exchange.
    Back,
    /// Forth again, to where going back began.
    Forth,
    /// Focus on the other pane.
    OtherPane,
    /// Focus on the left pane.
    LeftPane,
    /// Focus on the right pane.
    RightPane,
    /// The outlet with this index, into the focused pane.
    Outlet(usize),
    /// The next outlet into the focused pane.
    NextOutlet,
    /// The previous outlet into the focused pane.
    PreviousOutlet,
    /// The list of outlets and stories.
    Picker,
    /// Exchange the sides.
    Swap,
    /// The next arrangement.
    Arrange,
    /// The focused pane alone, or both.
    Single,
    /// The left pane narrower.
    Narrower,
    /// The left pane wider.
    Wider,
    /// Lock or free the panes.
    Lock,
    /// One row down in the other pane.
    OtherDown,
    /// One row up in the other pane.
    OtherUp,
    /// Fold what comes next.
    Fold,
    /// Mark what comes next.
    Marks,
    /// Show or hide differences of spelling, case and punctuation.
    Small,
    /// Show or hide what is related.
    Related,
    /// The next theme.
    Theme,
    /// The next marked run of the focused pane.
    NextRun,
    /// The previous marked run of the focused pane.
    PreviousRun,
    /// Mark a block, and set another one opposite by hand.
    Pin,
    /// Why the link at the cursor stands.
    Why,
    /// What of the block at the cursor is evidence; all of it marked.
    Evidence,
    /// The lists of words by which evidence is marked, on and off.
    WordLists,
    /// Search in both panes.
    Search,
    /// Search in all outlets.
    SearchStory,
    /// Search the word at the cursor, and go to where it stands next.
    SearchWord,
    /// The same, to where it stands before.
    SearchWordBack,
    /// The palette of all actions.
    Palette,
    /// The map of the pair.
    Map,
    /// The whole story.
    Story,
    /// Headlines and leads of all outlets.
    Headlines,
    /// What of this outlet is in all, only here, not found in another one.
    List,
    /// Copy the block at the cursor.
    Copy,
    /// Copy it with where it stands.
    CopyCited,
    /// Read the articles again from disk.
    Reload,
    /// Paste an article.
    Paste,
    /// Save an article that was pasted.
    Save,
    /// What can be written into a file.
    Export,
    /// Show or hide what is left out of pages.
    LeftOut,
    /// Give the mouse to the terminal, or take it back.
    Mouse,
    /// Leave the terminal for a while.
    Suspend,
    /// What was said that matters.
    Messages,
    /// Show or hide the line that explains the signs.
    Signs,
    /// The help.
    Help,
    /// Close what is open over the text.
    Close,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}

impl Action {
    /// Tells whether it only moves on through the text, as in reading.
    #[must_use]
    pub const fn is_motion(self) -> bool {
        matches!(
            self,
            Self::RowDown
                | Self::RowUp
                | Self::HalfDown
                | Self::HalfUp
                | Self::PageDown
                | Self::PageUp
                | Self::NextBlock
                | Self::PreviousBlock
                | Self::OtherDown
                | Self::OtherUp
                | Self::OtherPane
                | Self::LeftPane
                | Self::RightPane
        )
    }
}
