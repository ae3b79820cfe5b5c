//! Lines that fit. Widths are columns of a terminal (Unicode Standard Annex #11), counted for each character as a person
//! sees it (grapheme clusters, UAX #29), as ratatui counts them when it draws.

use ratatui::{
    style::Style,
    text::{Line, Span},
};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Breaks styled text between words, and within a word that is longer than a line.
pub(super) fn wrap(pieces: &[(&str, Style)], width: u16) -> Vec<Line<'static>> {
    let mut paragraph = Paragraph {
        width: usize::from(width.max(2)),
        lines: Vec::new(),
        row: Vec::new(),
        columns: 0,
        space: None,
    };
    for (text, style) in pieces {
        for cluster in text.graphemes(true) {
            paragraph.push(cluster, *style);
        }
    }
    paragraph.end_row(0);
    paragraph.lines
}

/// As much as fits, with an ellipsis where something was left out.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut columns = 1;
    let fits = text.graphemes(true).take_while(|cluster| {
        columns += cluster.width();
        columns <= width
    });
    let mut text: String = fits.collect();
    text.push('…');
    text
}

struct Paragraph<'t> {
    width: usize,
    lines: Vec<Line<'static>>,
    row: Vec<(&'t str, Style)>,
    columns: usize,
    /// Where the last space of the row is.
    space: Option<usize>,
}

impl<'t> Paragraph<'t> {
    fn push(&mut self, cluster: &'t str, style: Style) {
        if cluster == "\n" {
            self.end_row(0);
            return;
        }
        let columns = cluster.width();
        while self.columns + columns > self.width && !self.row.is_empty() {
            if cluster == " " {
                self.end_row(0);
                return;
            }
            // What follows the last space goes to the next row; the space itself goes nowhere.
            let kept = self.space.map_or(0, |at| self.row.len() - at - 1);
            self.end_row(kept);
        }
        if cluster == " " {
            self.space = Some(self.row.len());
        }
        self.row.push((cluster, style));
        self.columns += columns;
    }

    /// Ends the row, and begins the next one with the last `kept` characters of this one.
    fn end_row(&mut self, kept: usize) {
        let next = self.row.split_off(self.row.len() - kept);
        if kept > 0 || self.space.is_some_and(|at| at + 1 == self.row.len()) {
            self.row.pop();
        }
        self.lines.push(line(&self.row));
        self.columns = next.iter().map(|(cluster, _)| cluster.width()).sum();
        self.row = next;
        self.space = None;
    }
}

/// Characters of one style become one span.
fn line(row: &[(&str, Style)]) -> Line<'static> {
    let spans = row
        .chunk_by(|left, right| left.1 == right.1)
        .map(|same| {
            let text: String = same.iter().map(|(cluster, _)| *cluster).collect();
            Span::styled(text, same[0].1)
        })
        .collect::<Vec<_>>();
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: u16) -> Vec<String> {
        wrap(&[(text, Style::new())], width)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        assert_eq!(wrapped("buy milk and eggs", 8), ["buy milk", "and eggs"]);
        assert_eq!(wrapped("buy milk and eggs", 9), ["buy milk", "and eggs"]);
        assert_eq!(wrapped("a\n\nb", 8), ["a", "", "b"]);
        assert_eq!(wrapped("", 8), [""]);
        assert_eq!(wrapped("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(wrapped("買い物をする", 5), ["買い", "物を", "する"]);
        assert_eq!(cut("買い物をする", 5), "買い…");
        assert_eq!(cut("milk", 4), "milk");
        assert_eq!(cut("👩‍👩‍👧 family", 4), "👩‍👩‍👧 …");
    }

    #[test]
    fn styles_survive_a_break() {
        let bold = Style::new().bold();
        let lines = wrap(&[("made: ", Style::new()), ("buy milk", bold)], 10);
        assert_eq!(lines[0].spans.len(), 2);
        assert_eq!(lines[1].spans, [Span::styled("milk", bold)]);
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        for text in [
            "a 買 b 物 c",
            "ab買物 買物ab ab",
            "  two  spaces  ",
            "❤️❤️ ❤️",
        ] {
            for width in 2..9 {
                for line in wrapped(text, width) {
                    assert!(line.width() <= usize::from(width), "{line:?} in {width}");
                }
            }
        }
    }
}
