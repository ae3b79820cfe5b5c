//! The words by which a task is found: the same cutting and folding for what is stored and for what is asked.

use crate::{Task, text};

/// Most words kept for one task; what follows in a long description is not searched.
pub const WORDS_LIMIT: usize = 64;
/// Longest word kept, in characters; longer ones are cut.
const WORD_LENGTH: usize = 32;

/// The folded words of a text, in order, none twice.
pub fn of_text(text: &str) -> Vec<String> {
    let folded = text::fold(text).replace('\'', "");
    let mut words: Vec<String> = Vec::new();
    for word in folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let word: String = word.chars().take(WORD_LENGTH).collect();
        if !words.contains(&word) {
            words.push(word);
        }
        if words.len() == WORDS_LIMIT {
            break;
        }
    }
    words
}

/// The words of a task: its title's, its tags', its description's.
pub fn of_task(task: &Task) -> Vec<String> {
    let mut everything = task.title.as_str().to_owned();
    for tag in &task.tags {
        everything.push(' ');
        everything.push_str(tag.as_str());
    }
    if let Some(description) = &task.description {
        everything.push(' ');
        everything.push_str(description.as_str());
    }
    of_text(&everything)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_unique() {
        assert_eq!(
            of_text("Call Mum's café, CALL #2!"),
            ["call", "mums", "cafe", "2"]
        );
    }

    #[test]
    fn long_texts_and_words_are_cut() {
        let many = (0..200)
            .map(|n| format!("w{n}"))
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(of_text(&many).len(), WORDS_LIMIT);
        assert_eq!(of_text(&"x".repeat(99))[0].len(), WORD_LENGTH);
    }
}
