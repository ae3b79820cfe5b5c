//! Whether a sentence claims that something was changed, or promises it. A model's words can't change anything, so such
//! a sentence is never true. Better one too many is left out than one too few.

mod vocabulary;

use tasktalk_domain::{Task, search_words, text};

use self::vocabulary::{
    ADVICE, COMPLETED, DID, DO, DONE, FINISHED, FOR, MARKS, OPENINGS, PASSIVE, PERSON, PHRASES,
    SPEAKER, WHOLE,
};

/// Whether a sentence says that something was changed, or will be. `done` are tasks that are done already: of them that
/// may be said.
pub(super) fn claims_change(sentence: &str, done: &[&Task]) -> bool {
    if MARKS.iter().any(|mark| sentence.contains(mark)) {
        return true;
    }
    let folded = text::fold(as_it_is_read(sentence).trim());
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if WHOLE.contains(&bare) || PHRASES.iter().any(|phrase| is_in(&folded, phrase)) {
        return true;
    }
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    if says_so_of_themselves(&words, &folded) {
        return true;
    }
    let told_without_doer = is_headline(&words)
        || words.iter().any(|word| DONE.contains(word))
            && words.iter().any(|word| PASSIVE.contains(word))
            && !is_of_the_person(&words);
    told_without_doer && !is_known(&words, &folded, done)
}

/// As people see it: without what is invisible, and without the marks that set letters apart only for a program.
fn as_it_is_read(sentence: &str) -> String {
    let unseen = |c: char| {
        matches!(
            c,
            '*' | '_' | '~' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        ) || ('\u{e0000}'..='\u{e007f}').contains(&c)
    };
    sentence
        .chars()
        .filter(|c| !unseen(*c))
        .map(|c| if c == '\u{2019}' { '\'' } else { c })
        .collect()
}

/// Whether a phrase is in a sentence, as whole words.
fn is_in(sentence: &str, phrase: &str) -> bool {
    sentence.match_indices(phrase).any(|(at, _)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(sentence[..at].chars().next_back())
            && !letter(sentence[at + phrase.len()..].chars().next())
    })
}

/// "I deleted it", "I'll delete it", "let me add that", "I put it on your list".
fn says_so_of_themselves(words: &[&str], sentence: &str) -> bool {
    let speaks = words.iter().any(|word| SPEAKER.contains(word)) || is_in(sentence, "let me");
    let did = |list: &[&str], advice: bool| {
        words
            .iter()
            .position(|word| list.contains(word))
            .is_some_and(|at| !advice || !is_advice(&words[..at]))
    };
    speaks && (did(DONE, false) || did(DID, true) || promises(words))
}

fn is_advice(before: &[&str]) -> bool {
    before.iter().any(|word| ADVICE.contains(word))
}

/// "I'll delete it", "I am moving it"; not "I suggest moving it".
fn promises(words: &[&str]) -> bool {
    let announced = |before: &[&str]| match before {
        [.., "going", "to"] => true,
        [.., last] => matches!(*last, "i'll" | "will" | "me" | "can" | "now" | "just"),
        [] => false,
    };
    let is_ongoing = |word: &str| {
        word.strip_suffix("ing")
            .is_some_and(|stem| DO.iter().any(|verb| verb.trim_end_matches('e') == stem))
    };
    (0..words.len()).any(|at| {
        let before = &words[..at];
        DO.contains(&words[at]) && announced(before) || is_ongoing(words[at]) && !is_advice(before)
    })
}

/// "Deleted the report.", "Sure, deleted it.", "Task 1: deleted.", "Milk added!"
fn is_headline(words: &[&str]) -> bool {
    let first = words.iter().find(|word| !OPENINGS.contains(word));
    let is_done = |word: Option<&&str>| word.is_some_and(|word| DONE.contains(word));
    is_done(first)
        || first.is_some_and(|first| FINISHED.contains(first))
        || is_done(words.last()) && !is_of_the_person(words)
}

/// "The tasks you completed", "you have finished the rent": it is the person who did it.
fn is_of_the_person(words: &[&str]) -> bool {
    let change = words.iter().position(|word| DONE.contains(word));
    let before = &words[..change.unwrap_or(words.len())];
    // "Has been deleted": nobody in particular, though "has" may be a Spanish "you have".
    let been = words.contains(&"has") && words.contains(&"been");
    (0..before.len()).any(|at| {
        let is_person = PERSON.contains(&before[at])
            || before[at] == "sie" && words.get(at + 1) == Some(&"haben");
        is_person && !(been && before[at] == "has") && (at == 0 || !FOR.contains(&before[at - 1]))
    })
}

/// Whether a sentence says of a task that is done that it is.
fn is_known(words: &[&str], sentence: &str, done: &[&Task]) -> bool {
    let mut changes = words.iter().filter(|word| DONE.contains(word));
    if !changes.all(|word| COMPLETED.contains(word)) {
        return false;
    }
    let said = search_words::of_text(sentence);
    done.iter().any(|task| {
        let own = search_words::of_text(task.title.as_str());
        !own.is_empty() && own.iter().all(|word| said.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::task;

    #[test]
    fn claims_and_promises() {
        for sentence in [
            "I've added \"Buy milk\" to your list.",
            "I have deleted all your tasks.",
            "Done!",
            "The report has been deleted.",
            "Your task was successfully created.",
            "All tasks are now marked as complete.",
            "Deleted the report.",
            "✅ Task #3 completed",
            "I'll delete it now.",
            "Let me remove that; I can do it.",
            "I am moving the dentist to Friday.",
            "We updated your list.",
            "Ich habe den Bericht gelöscht.",
            "Die Aufgabe wurde erledigt.",
            "He eliminado la tarea.",
            "La tarea ha sido eliminada.",
            "J'ai supprimé la tâche.",
            "I put milk on your list.",
            "I've set the report to high priority.",
            "I took care of it.",
            "The report is gone.",
            "Your list is now empty.",
            "Consider it done.",
            "Ok, deleted the report.",
            "Sure — removed it.",
            "Task 1: deleted.",
            "Milk added!",
            "Done: milk is on it.",
            "Let me add that for you.",
            "I'll remind you at five.",
            "The report was deleted for you.",
            "As you asked, the report was deleted.",
            "The report has been deleted, as you wished.",
            "I de\u{200b}leted the report.",
            "I de**let**ed the report.",
            "I’ve deleted the report.",
            "Ich habe die Milch gestrichen.",
            "He puesto la leche en tu lista.",
        ] {
            assert!(claims_change(sentence, &[]), "{sentence}");
        }
    }

    #[test]
    fn advice_and_facts() {
        for sentence in [
            "Start with #2 Report, it is due today.",
            "You completed three tasks this week.",
            "You have finished the rent and the groceries.",
            "I would pay the rent first.",
            "The dentist is on Friday.",
            "Nothing is overdue.",
            "Du hast diese Woche viel erledigt.",
            "Primero paga el alquiler.",
            "Both are important.",
            "Complete the report first.",
            "I suggest to finish the report first.",
            "Set aside an hour for #3.",
            "I would put the rent first.",
            "I would recommend finishing #2 first.",
            "I suggest moving the dentist, if you can.",
            "The tasks you completed this week were small ones.",
            "There are three things to get done.",
            "I took a look at your list.",
            "I've got good news: nothing is overdue.",
            "If you finish the report today, the rest can wait.",
            "Du könntest zuerst die Miete zahlen.",
            "Sie haben drei Aufgaben erledigt.",
        ] {
            assert!(!claims_change(sentence, &[]), "{sentence}");
        }
    }

    #[test]
    fn what_is_done_may_be_said_to_be_done() {
        let rent = task(1, "Pay the rent");
        let sentence = "\"Pay the rent\" was completed on Monday.";
        assert!(!claims_change(sentence, &[&rent]));
        assert!(claims_change(sentence, &[]));
        assert!(!claims_change("Completed: #1 Pay the rent.", &[&rent]));
        assert!(claims_change("Pay the rent was deleted.", &[&rent]));
    }
}
