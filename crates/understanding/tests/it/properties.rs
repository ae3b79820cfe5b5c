//! What holds for every message.

use proptest::prelude::*;
use tasktalk_domain::{Intent, PendingKind};
use tasktalk_understanding::{matching, parse_line, understand, understand_answer};

use crate::shorthand::moment;

/// Verbs of every intent, because titles hold them all.
const VERBS: &[&str] = &[
    "buy",
    "call",
    "cancel",
    "delete",
    "remove",
    "finish",
    "complete",
    "undo",
    "show",
    "list",
    "rename",
    "move",
    "mark",
    "update",
    "clear",
    "play",
    "book",
    "email",
    "pay",
    "water",
    "review",
    "reopen",
    "tidy",
    "check off",
];
const OBJECTS: &[&str] = &[
    "the gym",
    "old files",
    "the meeting",
    "mum",
    "Anna's task",
    "the lights",
    "a train",
    "exam papers",
    "everything in the attic",
    "all the plants",
    "my list of guests",
    "the report",
    "Dr. Meyer",
    "two shelves",
    "number 7",
    "the to-do app",
    "her",
    "it",
];
const TAILS: &[&str] = &[
    "",
    " with Tom",
    " and sweep the floor",
    ", then dry it",
    " because Anna said so",
    " (blue folder)",
    " at home",
    " or not",
    " & co",
    " - the long one",
    " if it is done",
    " to make room",
    " instead of the car",
];

proptest! {
    #[test]
    fn any_text_is_answered_and_its_spans_lie_in_it(text in "\\PC{0,60}|[a-zA-Z0-9 ,.'\"#!?:;()\\n-]{0,120}") {
        let understood = understand(&text, &moment());
        prop_assert!(!understood.commands.is_empty());
        let length = text.chars().count();
        for command in &understood.commands {
            for span in &command.spans {
                prop_assert!(span.start < span.end && span.end <= length);
                let inside: String = text.chars().skip(span.start).take(span.end - span.start).collect();
                prop_assert_eq!(&inside, &span.text);
            }
        }
        serde_json::to_string(&parse_line(&text, &moment())).unwrap();
        let _ = understand_answer(&text, &[], PendingKind::Choice, &moment());
    }

    #[test]
    fn words_of_commands_in_any_order_never_panic(words in prop::collection::vec(prop::sample::select(vec![
        "add", "delete", "#4", "task", "3", "and", "then", "to", "the", "list", "\"a", "b\"", "tomorrow", "at", "5", "not",
        "don't", "mark", "done", "as", "it", "everything", "except", "rename", "p1", "#home", ",", ".", "?", "\n-", "no",
        "every", "monday", "remind", "me", "show", "what", "is", "move", "by", "two", "days", ":", "'", "note",
    ]), 0..24)) {
        let text = words.join(" ");
        prop_assert!(!understand(&text, &moment()).commands.is_empty());
    }

    #[test]
    fn titles_survive(
        verb in prop::sample::select(VERBS),
        object in prop::sample::select(OBJECTS),
        tail in prop::sample::select(TAILS),
    ) {
        let title = format!("{verb} {object}{tail}");
        let understood = understand(&format!("add a task to {title}"), &moment());
        let mut letters = title.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        prop_assert_eq!(understood.commands.len(), 1, "{:?}", understood);
        prop_assert_eq!(understood.commands[0].intent, Intent::AddTask);
        prop_assert_eq!(understood.commands[0].parameters.title.as_deref(), Some(capital.as_str()));
    }

    #[test]
    fn quoted_titles_are_taken_literally(title in "[a-zA-Z0-9 ,.:!?#-]{1,60}") {
        prop_assume!(!title.trim().is_empty());
        let understood = understand(&format!("add a task called \"{title}\""), &moment());
        prop_assume!(title.chars().any(char::is_alphanumeric));
        prop_assert_eq!(understood.commands[0].parameters.title.as_deref(), Some(title.trim()));
    }

    #[test]
    fn scores_lie_between_zero_and_one(words in "\\PC{0,40}", title in "\\PC{0,40}") {
        let score = matching::score(&words, &title);
        prop_assert!((0.0..=1.0).contains(&score));
    }
}
