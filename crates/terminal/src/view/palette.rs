//! What each kind of text looks like.

use ratatui::style::{Color, Modifier, Style};

/// The colours of ECMA-48 alone: what they look like is up to the person's own terminal. The one accent is magenta, the only
/// one of them that reads well (4.5 to 1, WCAG 2.2) on black and on white in the colours that xterm gives them; cyan, green
/// and yellow fade on white, blue on black. Red is for what is late. Nothing is told by colour alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    /// The person's own words, and the pane that has the keys.
    pub(super) accent: Style,
    /// The same on a line that is dim.
    pub(super) head: Style,
    /// What stands out.
    pub(super) strong: Style,
    /// What is said beside.
    pub(super) dim: Style,
    /// What should have been done.
    pub(super) late: Style,
    /// A reminder.
    pub(super) alarm: Style,
    /// A key to press, or the row that the keys are for.
    pub(super) key: Style,
}

impl Palette {
    /// With colours, or by bold, dim and reversed alone.
    pub(super) fn of(coloured: bool) -> Self {
        let with = |style: Style, colour| if coloured { style.fg(colour) } else { style };
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let plain = Style::new();
        Self {
            accent: with(bold, Color::Magenta),
            head: with(bold, Color::Magenta).remove_modifier(Modifier::DIM),
            strong: bold,
            dim: plain.add_modifier(Modifier::DIM),
            late: with(plain, Color::Red),
            alarm: with(bold, Color::Magenta).add_modifier(Modifier::REVERSED),
            key: plain.add_modifier(Modifier::REVERSED),
        }
    }
}
