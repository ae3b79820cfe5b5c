//! Whether a sentence claims that something was changed, or promises it. A model's words can't change anything, so such
//! a sentence is never true. Better one too many is left out than one too few.

use tasktalk_domain::{Task, search_words, text};

/// What was done with a task, as participles and simple past, folded.
const DONE: &[&str] = &[
    "added",
    "created",
    "deleted",
    "removed",
    "completed",
    "finished",
    "marked",
    "ticked",
    "checked",
    "updated",
    "changed",
    "edited",
    "renamed",
    "moved",
    "rescheduled",
    "postponed",
    "scheduled",
    "cancelled",
    "canceled",
    "cleared",
    "archived",
    "restored",
    "reopened",
    "undone",
    "saved",
    "tagged",
    "prioritised",
    "prioritized",
    "hinzugefugt",
    "angelegt",
    "erstellt",
    "eingetragen",
    "geloscht",
    "entfernt",
    "erledigt",
    "abgehakt",
    "markiert",
    "geandert",
    "aktualisiert",
    "umbenannt",
    "verschoben",
    "gespeichert",
    "abgeschlossen",
    "wiederhergestellt",
    "anadido",
    "anadida",
    "agregado",
    "agregada",
    "creado",
    "creada",
    "eliminado",
    "eliminada",
    "borrado",
    "borrada",
    "completado",
    "completada",
    "marcado",
    "marcada",
    "cambiado",
    "cambiada",
    "movido",
    "movida",
    "actualizado",
    "actualizada",
    "pospuesto",
    "guardado",
    "elimine",
    "borre",
    "anadi",
    "agregue",
    "marque",
    "movi",
    "ajoute",
    "supprime",
    "termine",
    "modifie",
    "deplace",
    "toegevoegd",
    "verwijderd",
    "voltooid",
    "verplaatst",
];
/// What will be done, after "I'll", "let me".
const DO: &[&str] = &[
    "add",
    "create",
    "delete",
    "remove",
    "complete",
    "finish",
    "mark",
    "tick",
    "check",
    "update",
    "change",
    "edit",
    "rename",
    "move",
    "reschedule",
    "postpone",
    "schedule",
    "cancel",
    "clear",
    "archive",
    "restore",
    "undo",
];
/// Who did it: the one who speaks. "You" may have.
const SPEAKER: &[&str] = &[
    "i", "i've", "ive", "i'll", "i'm", "we", "we've", "ich", "wir", "he", "hemos", "yo", "ik",
    "j'ai",
];
/// It was done by nobody in particular.
const PASSIVE: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "been",
    "being",
    "has",
    "have",
    "now",
    "got",
    "successfully",
    "wurde",
    "wurden",
    "worden",
    "ist",
    "sind",
    "ha",
    "han",
    "sido",
    "esta",
    "fue",
    "est",
];
/// Sentences that are nothing but a claim.
const WHOLE: &[&str] = &[
    "done",
    "all done",
    "it's done",
    "that's done",
    "all set",
    "task created",
    "task completed",
    "task deleted",
    "erledigt",
    "fertig",
    "ist erledigt",
    "hecho",
    "listo",
    "fait",
];
/// The marks of our own receipts.
const MARKS: &[&str] = &["✅", "🗑", "✏️", "↩️", "☑", "✔"];

/// Whether a sentence says that something was changed, or will be. `done` are tasks that are done already: of them it
/// may be said.
pub(super) fn claims_change(sentence: &str, done: &[&Task]) -> bool {
    let folded = text::fold(sentence.trim());
    if MARKS.iter().any(|mark| sentence.contains(mark)) {
        return true;
    }
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if WHOLE.contains(&bare) {
        return true;
    }
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let speaks = has(SPEAKER);
    let change = has(DONE);
    if speaks && (change || promises(&words)) {
        return true;
    }
    // "Deleted the report."
    if words.first().is_some_and(|first| DONE.contains(first)) {
        return true;
    }
    let addressed = words
        .iter()
        .any(|word| matches!(*word, "you" | "you've" | "du" | "sie" | "has" | "tu"));
    change && has(PASSIVE) && !addressed && !is_known(&folded, done)
        || change && words.contains(&"has") && words.contains(&"been") && !is_known(&folded, done)
}

/// "I'll delete it", "let me add that".
fn promises(words: &[&str]) -> bool {
    let announced = |before: &[&str]| match before {
        [.., "going", "to"] => true,
        [.., last] => matches!(*last, "i'll" | "will" | "me" | "can" | "now" | "just"),
        [] => false,
    };
    (0..words.len()).any(|at| DO.contains(&words[at]) && announced(&words[..at]))
        || words.iter().any(|word| {
            word.strip_suffix("ing")
                .is_some_and(|stem| DO.iter().any(|verb| verb.trim_end_matches('e') == stem))
        })
}

/// Whether a sentence names a task that is done.
fn is_known(sentence: &str, done: &[&Task]) -> bool {
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
    }
}
