//! Titles that occur once: words of letters alone, so that nothing in them is taken for a number or a date.

const SYLLABLES: [&str; 16] = [
    "ba", "do", "fi", "gu", "ka", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va", "wo", "xi", "zu",
];

/// The title for a number; another number has another one.
pub(crate) fn title(number: usize) -> String {
    let word: String = (0..5)
        .rev()
        .map(|digit| SYLLABLES[number >> (4 * digit) & 15])
        .collect();
    format!("Order part {word}")
}

#[test]
fn titles_differ() {
    let titles: std::collections::HashSet<String> = (0..5_000).map(title).collect();
    assert_eq!(titles.len(), 5_000);
}
