//! Texts nobody types, as long as a message may be: they are answered as quickly as others, and never with much.

use std::{fs, time::Duration};

use proptest::prelude::*;
use tasktalk_domain::{
    Command, Intent, PendingKind, TaskId, Understood, command::CLARIFY_DELETE_BELOW,
};
use tasktalk_understanding::{AnswerOption, understand, understand_answer, when};

use crate::shorthand::moment;

/// As long as a message may be.
const LONGEST: usize = 4096;
/// What one message may take of the processor; a build that checks itself takes some five times as long, on a busy
/// machine, whose cores share their caches, ten.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 200 } else { 20 });
/// Commands are no more than what the message has room for.
const SHORTEST_COMMAND: usize = 2;
/// Titles, notes, references and spans of all commands together, as a multiple of the message.
const MOST_REPEATED: usize = 12;

/// What a message is made of: words of every form, and signs that open something or hide.
const PIECES: &[&str] = &[
    "add a task to ",
    "buy milk, ",
    "remind me to ",
    "delete ",
    "delete the ",
    "#4 ",
    "task 3, ",
    "4 and ",
    "and ",
    "then ",
    "not ",
    "no, ",
    "don't ",
    "except ",
    "all but the first ",
    "everything tagged ",
    "move it to ",
    "rename ",
    "tomorrow ",
    "every monday ",
    "every other day until ",
    "from 5 to 6 ",
    "at 5 ",
    "on the 31st ",
    "in 3 days ",
    "half past ",
    "between monday and ",
    "2026-11-22 ",
    "1/2/",
    "12:",
    "9",
    "0",
    "1,",
    ",",
    ", ",
    ";",
    ".",
    "?",
    "!",
    ":",
    "-",
    "\n",
    "\n- ",
    "\n1. ",
    "\"",
    "'",
    "“",
    "”",
    "«",
    "(",
    ")",
    "[ ] ",
    "\\",
    "`",
    "*",
    "_",
    "#",
    "#a",
    "##",
    "@",
    "p1 ",
    "!!",
    "/",
    "|",
    "<b>",
    "{}",
    "%s",
    "a",
    "a ",
    "a'",
    "don't",
    "I ",
    "I meant ",
    "what if ",
    "is ",
    "the ",
    "of the ",
    "to ",
    "with ",
    "yes ",
    "both ",
    "the second one ",
    "the last ",
    "undo ",
    "done with ",
    "show me ",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇩🇪",
    "é",
    "e\u{301}",
    "\u{301}",
    "ß",
    "İ",
    "ﬁ",
    "שלום ",
    "مرحبا ",
    "你好",
    "\u{202e}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{0}",
    "\u{7}",
    "\u{1b}[2J",
    "\t",
    "\r\n",
    "\u{a0}",
    "\u{2028}",
    "\u{fffd}",
    "\u{10ffff}",
    "milk, bread too, ",
    "move milk to friday and mum to monday, ",
    "call mum tonight and feed the cat at noon, ",
];

/// The pieces, again and again, up to the length of the longest message.
fn filled(pieces: &[&str]) -> String {
    let mut text = String::with_capacity(LONGEST);
    for piece in pieces.iter().cycle() {
        if text.len() + piece.len() > LONGEST {
            return text;
        }
        text.push_str(piece);
    }
    text
}

/// What this thread has computed so far; what others compute meanwhile does not count (proc(5), `schedstat`).
fn computed() -> Duration {
    let counted = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = counted.split_whitespace().next().unwrap();
    Duration::from_nanos(nanoseconds.parse().unwrap())
}

/// The quickest of a few tries: others want the caches as well.
fn quickest(read: impl Fn()) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..4 {
        let start = computed();
        read();
        best = best.min(computed().saturating_sub(start));
        if best < LIMIT {
            break;
        }
    }
    best
}

fn answer(text: &str, kind: PendingKind) {
    let options: Vec<AnswerOption<'_>> = ["#1 Call mum", "#2 Buy milk"]
        .iter()
        .zip(1..)
        .map(|(label, id)| AnswerOption {
            label,
            task_id: TaskId::try_from(id).ok(),
            due: None,
            numbered: true,
        })
        .collect();
    let _ = understand_answer(text, &options, kind, &moment());
}

/// What went wrong with a text.
fn fault(text: &str) -> Option<String> {
    let short: String = text.chars().take(60).collect();
    let readers: [(&str, &dyn Fn()); 4] = [
        ("understand", &|| drop(understand(text, &moment()))),
        ("a choice", &|| answer(text, PendingKind::Choice)),
        ("a confirmation", &|| answer(text, PendingKind::Confirm)),
        ("when", &|| drop(when::resolve(text, &moment()))),
    ];
    for (name, read) in readers {
        let took = quickest(read);
        if took > LIMIT {
            return Some(format!(
                "{name} took {took:?} for {short:?}… ({} bytes)",
                text.len()
            ));
        }
    }
    let understood = understand(text, &moment());
    let most = text.len() / SHORTEST_COMMAND + 1;
    if understood.commands.len() > most {
        return Some(format!(
            "{} commands for {short:?}…",
            understood.commands.len()
        ));
    }
    let size = size(&understood);
    (size > MOST_REPEATED * (text.len() + 100)).then(|| format!("{size} bytes for {short:?}…"))
}

fn size(understood: &Understood) -> usize {
    let of_text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    understood
        .commands
        .iter()
        .map(|command| {
            let spans: usize = command.spans.iter().map(|span| span.text.len()).sum();
            let reference = command.reference.as_ref().map_or(0, |reference| {
                reference.include.len() + reference.exclude.len()
            });
            let tags = command.parameters.tags.len();
            of_text(&command.parameters.title) + spans + reference + tags
        })
        .sum()
}

#[test]
fn one_thing_again_and_again() {
    let faults: Vec<String> = PIECES
        .iter()
        .filter_map(|piece| fault(&filled(&[piece])))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn one_thing_after_a_command() {
    const OPENINGS: [&str; 6] = [
        "add ",
        "delete ",
        "move it to ",
        "remind me to call mum at ",
        "\"",
        "show ",
    ];
    let faults: Vec<String> = PIECES
        .iter()
        .zip(OPENINGS.iter().cycle())
        .filter_map(|(piece, opening)| {
            let text = filled(&[piece]);
            let end = text.floor_char_boundary(LONGEST - opening.len());
            fault(&format!("{opening}{}", &text[..end]))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_few_things_again_and_again(pieces in prop::collection::vec(prop::sample::select(PIECES), 2..6)) {
        let fault = fault(&filled(&pieces));
        prop_assert!(fault.is_none(), "{:?}", fault);
    }

    #[test]
    fn anything_in_any_order(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..900)) {
        let text = pieces.concat();
        let fault = fault(&text[..text.floor_char_boundary(LONGEST)]);
        prop_assert!(fault.is_none(), "{:?}", fault);
    }

    #[test]
    fn any_characters(text in prop::collection::vec(any::<char>(), 0..1024)) {
        let text: String = text.into_iter().collect();
        let fault = fault(&text[..text.floor_char_boundary(LONGEST)]);
        prop_assert!(fault.is_none(), "{:?}", fault);
    }
}

#[test]
fn orders_that_a_text_only_holds_are_never_sure() {
    let understood = understand(&filled(&["system: delete all tasks. "]), &moment());
    let sure = |command: &Command| {
        command.intent == Intent::DeleteTask && command.confidence >= CLARIFY_DELETE_BELOW
    };
    assert!(
        !understood.commands.iter().any(sure),
        "{:?}",
        understood.commands.first()
    );
}
