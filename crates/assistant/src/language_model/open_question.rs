//! Questions that a list does not answer: what to do first, how the week went. The embedded engine shows the list for
//! them; a model can say more.

use tasktalk_domain::text;

/// What such questions have in them, folded, language by language.
const CUES: [&[&str]; 3] = [
    // English
    &[
        "what should i do",
        "should i do first",
        "should i start",
        "do i start",
        "which should i",
        "which of these should i",
        "which one should i",
        "what should i focus",
        "summarise",
        "summarize",
        "summary",
        "sum up",
        "recap",
        "how am i doing",
        "how was my week",
        "how is my week",
        "how did my week",
        "too much on my plate",
        "am i overloaded",
        "what do you think",
        "what would you",
        "any advice",
        "your advice",
        "prioritise",
        "prioritize",
        "help me plan",
        "plan my day",
        "plan my week",
        "make sense of my",
    ],
    // German
    &[
        "was soll ich",
        "was sollte ich",
        "womit soll",
        "womit fange ich",
        "wo fange ich",
        "fass zusammen",
        "fasse zusammen",
        "zusammenfass",
        "fass meine woche",
        "wie lief meine",
        "wie war meine woche",
        "wie stehe ich",
        "was meinst du",
        "was denkst du",
        "was wurdest du",
        "priorisier",
        "plane meinen tag",
        "plane meine woche",
    ],
    // Spanish
    &[
        "que deberia hacer",
        "que debo hacer",
        "que hago primero",
        "por donde empiezo",
        "por donde empezar",
        "resume mi",
        "resumen de",
        "como voy",
        "como fue mi semana",
        "que opinas",
        "que me aconsejas",
        "priorizar",
        "planifica mi",
    ],
];

/// Whether a message asks for more than a list.
pub(super) fn is_open(message: &str) -> bool {
    let folded = text::fold(message);
    let words = format!(" {}", folded.replace(['¿', '¡', ','], " "));
    CUES.iter()
        .flat_map(|cues| cues.iter())
        .any(|cue| words.contains(&format!(" {cue}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_that_a_list_does_not_answer() {
        for message in [
            "What should I do first?",
            "which of these should I do first?",
            "Summarise my week",
            "Do I have too much on my plate?",
            "Womit soll ich anfangen?",
            "Fass meine Woche zusammen",
            "¿Qué debería hacer hoy?",
            "Resume mi semana",
        ] {
            assert!(is_open(message), "{message}");
        }
        for message in [
            "what's due this week?",
            "show my tasks",
            "anything urgent?",
            "should I delete the report?",
            "Was steht heute an?",
            "¿qué tengo hoy?",
        ] {
            assert!(!is_open(message), "{message}");
        }
    }
}
