//! Titles in Hebrew or Arabic on terminals that write them from right to left.

use ratatui::{buffer::Buffer, layout::Rect};

/// A left-to-right mark (UAX #9, 2.6) takes no column.
const HELD: &str = "│\u{200e}";

/// On terminals that reorder whole rows, the end of a conversation's row in Hebrew would change places with the beginning of
/// the list's row beside it. A mark at the line between them holds them apart, in rows that need it.
pub(super) fn hold_apart(buffer: &mut Buffer, list: Rect) {
    if list.x == 0 || list.is_empty() {
        return;
    }
    for y in list.top()..list.bottom() {
        let turned = (0..buffer.area.width).any(|x| {
            buffer
                .cell((x, y))
                .is_some_and(|cell| cell.symbol().chars().any(is_right_to_left))
        });
        if let Some(cell) = buffer.cell_mut((list.x, y))
            && turned
            && cell.symbol() == "│"
        {
            cell.set_symbol(HELD);
        }
    }
}

/// Letters of the scripts that are written from right to left, by their blocks.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
