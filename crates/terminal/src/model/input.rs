//! The text that is being typed, with a cursor, and the lines typed before.

use unicode_segmentation::UnicodeSegmentation as _;

/// How many lines of history are kept in memory.
const REMEMBERED: usize = 1000;

/// A small editor. The cursor stands between two characters as a person sees them (grapheme clusters, UAX #29).
#[derive(Clone, Debug, Default)]
pub struct Input {
    text: String,
    /// In bytes, on a boundary.
    cursor: usize,
    history: Vec<String>,
    /// Which line of the history is shown, and what was typed before it was.
    recalled: Option<(usize, String)>,
}

impl Input {
    /// An empty line with lines typed before, the oldest first.
    pub fn with_history(history: Vec<String>) -> Self {
        Self {
            history,
            ..Self::default()
        }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Writes at the cursor.
    pub fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// Takes everything out and remembers it.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        self.cursor = 0;
        self.recalled = None;
        if self.history.last() != Some(&text) {
            self.history.push(text.clone());
            if self.history.len() > REMEMBERED {
                self.history.remove(0);
            }
        }
        text
    }

    /// Replaces everything; the cursor is at the end.
    pub fn set(&mut self, text: impl Into<String>) {
        self.text = text.into();
        self.cursor = self.text.len();
    }

    /// Replaces everything; what was typed is found again among the lines typed before.
    pub fn replace(&mut self, text: impl Into<String>) {
        if !self.is_empty() {
            self.take();
        }
        self.set(text);
    }

    /// Empties it and forgets what it held.
    pub fn clear(&mut self) {
        self.set("");
        self.recalled = None;
    }

    /// One character to the left.
    pub fn left(&mut self) {
        self.cursor -= self.before().map_or(0, str::len);
    }

    /// One character to the right.
    pub fn right(&mut self) {
        self.cursor += self.text[self.cursor..]
            .graphemes(true)
            .next()
            .map_or(0, str::len);
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.cursor = self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1);
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.cursor = self.text[self.cursor..]
            .find('\n')
            .map_or(self.text.len(), |at| self.cursor + at);
    }

    /// Takes the character before the cursor away.
    pub fn backspace(&mut self) {
        let end = self.cursor;
        self.left();
        self.text.drain(self.cursor..end);
    }

    /// Takes the character after the cursor away.
    pub fn delete(&mut self) {
        let start = self.cursor;
        self.right();
        self.text.drain(start..self.cursor);
        self.cursor = start;
    }

    /// Takes the word before the cursor away, and the spaces after it.
    pub fn delete_word(&mut self) {
        let end = self.cursor;
        let before = self.text[..end].trim_end();
        self.cursor = before
            .char_indices()
            .rev()
            .find(|(_, c)| c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        self.text.drain(self.cursor..end);
    }

    /// Takes everything before the cursor away.
    pub fn delete_to_beginning(&mut self) {
        self.text.drain(..self.cursor);
        self.cursor = 0;
    }

    /// The line typed before the one shown.
    pub fn earlier(&mut self) {
        let (at, draft) = match self.recalled.take() {
            Some((at, draft)) => (at.saturating_sub(1), draft),
            None if self.history.is_empty() => return,
            None => (self.history.len() - 1, self.text.clone()),
        };
        self.set(self.history[at].clone());
        self.recalled = Some((at, draft));
    }

    /// The line typed after the one shown; at last what was being typed.
    pub fn later(&mut self) {
        let Some((at, draft)) = self.recalled.take() else {
            return;
        };
        match self.history.get(at + 1).cloned() {
            Some(line) => {
                self.set(line);
                self.recalled = Some((at + 1, draft));
            }
            None => self.set(draft),
        }
    }

    fn before(&self) -> Option<&str> {
        self.text[..self.cursor].graphemes(true).next_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_one_character() {
        let mut input = Input::default();
        input.insert("a👩‍👩‍👧é");
        input.left();
        input.backspace();
        assert_eq!((input.text(), input.cursor()), ("aé", 1));
        input.delete();
        input.delete();
        input.right();
        assert_eq!((input.text(), input.cursor()), ("a", 1));
    }

    #[test]
    fn words_and_lines() {
        let mut input = Input::default();
        input.insert("buy milk\nand böse  eggs ");
        input.delete_word();
        assert_eq!(input.text(), "buy milk\nand böse  ");
        input.home();
        assert_eq!(input.cursor(), 9);
        input.left();
        input.home();
        assert_eq!(input.cursor(), 0);
        input.end();
        input.delete_to_beginning();
        assert_eq!(input.text(), "\nand böse  ");
    }

    #[test]
    fn history_goes_back_and_forth_and_keeps_what_was_being_typed() {
        let mut input = Input::with_history(vec!["one".to_owned(), "two".to_owned()]);
        input.insert("thr");
        input.earlier();
        input.earlier();
        input.earlier();
        assert_eq!(input.text(), "one");
        input.later();
        assert_eq!(input.text(), "two");
        input.later();
        input.later();
        assert_eq!(input.text(), "thr");
        assert_eq!(input.take(), "thr");
        input.earlier();
        assert_eq!(input.text(), "thr");
    }
}
