//! Bad input: never a panic, never slow.

use proptest::prelude::*;

use super::{moment, sunday};
use crate::tokens::tokenize;
use crate::when::{find, find_all, resolve, words::Words};

/// Words of the grammar and around it, for sentences that no person would write.
const PIECES: &[&str] = &[
    "monday",
    "every",
    "and",
    "the",
    "of",
    "at",
    "5",
    "to",
    "until",
    "3rd",
    "from",
    "between",
    "last",
    "next",
    "march",
    ",",
    "-",
    "/",
    ":",
    "2",
    "half",
    "past",
    "in",
    "hours",
    "week",
    "may",
    "before",
    "after",
    "day",
    "for",
    "times",
    "weekdays",
    "except",
    "10",
    "30",
    "2026",
    "a",
    "on",
    "by",
    "christmas",
    "once",
    "starting",
    "pm",
    "tomorrow",
    "second",
    "quarter",
    "month",
    "0",
    "99999999999999999999",
    "9999",
    "year",
    "years",
    "ago",
    "31",
    "february",
    "@",
    ".",
    "'",
    "é",
    "T",
    "Z",
    "+",
    "until",
    "easter",
    "weekend",
    "q3",
    "eom",
    "this",
    "same",
    "time",
    "noon",
];

fn nonsense() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40).prop_map(|words| {
        words.iter().fold(String::new(), |mut text, (word, space)| {
            text.push_str(word);
            if *space {
                text.push(' ');
            }
            text
        })
    })
}

proptest! {
    #[test]
    fn found_pieces_lie_apart_and_in_order(text in prop_oneof![nonsense(), "\\PC{0,120}"]) {
        let tokens = tokenize(&text);
        let mut end = 0;
        for found in find_all(&tokens, &sunday()) {
            prop_assert!(found.tokens.start >= end && !found.tokens.is_empty());
            prop_assert_eq!(found.start_char, tokens[found.tokens.start].start_char);
            prop_assert_eq!(found.end_char, tokens[found.tokens.end - 1].end_char);
            prop_assert!((0.0..=1.0).contains(&found.confidence));
            let _ = found.meaning.due(&sunday());
            end = found.tokens.end;
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trouble(text in nonsense(), far: bool) {
        let now = if far { "9999-12-31T23:59:59" } else { "-009999-01-01T00:00:00" };
        let _ = resolve(&text, &moment(now, "Pacific/Apia", "en-US"));
    }
}

#[test]
fn reading_takes_time_in_proportion_to_the_text() {
    let moment = sunday();
    // Work is counted in words looked at, so that the test does not depend on the machine.
    let looks_a_word = |piece: &str, bytes: usize| {
        let text = format!("{piece} ").repeat(bytes / (piece.len() + 1));
        let tokens = tokenize(&text);
        let words = Words::new(&tokens, &moment);
        let _ = find(&words, &tokens);
        words.looks.get() / tokens.len().max(1)
    };
    for piece in PIECES
        .iter()
        .chain(&["a week from", "every mon,", "1/", "7:", "((", "at 5 to"])
    {
        let (short, long) = (looks_a_word(piece, 512), looks_a_word(piece, 4096));
        assert!(
            long <= 2 * short + 50,
            "{piece:?}: {short}, then {long} looks a word"
        );
        assert!(long <= 3_000, "{piece:?}: {long} looks a word");
    }
}
