//! A model's words on their way to the user: cut into sentences, each looked at before it goes on. A sentence that
//! claims a change is replaced by what really happened, which is nothing; links and markup lose their effect.

use tasktalk_domain::Task;

use super::{claims, material::Material, notes};
use crate::{Run, TurnEvent};

/// Longest answer, in characters.
const LONGEST: usize = 4_000;

/// An answer that repeats itself so often is none.
const CIRCLES: usize = 3;

/// An answer as it comes.
pub(super) struct Guarded<'a> {
    material: &'a Material,
    run: Option<&'a Run>,
    /// What has come of the sentence that isn't complete.
    open: String,
    /// So many bytes of it have no end in them, and aren't looked through again.
    without_end: usize,
    /// What has gone on.
    told: String,
    /// A claim was replaced; once is enough.
    replaced: bool,
    /// How many sentences were said before: small models go round in circles.
    repeated: usize,
}

impl<'a> Guarded<'a> {
    pub(super) fn new(material: &'a Material, run: Option<&'a Run>) -> Self {
        Self {
            material,
            run,
            open: String::new(),
            without_end: 0,
            told: String::new(),
            replaced: false,
            repeated: 0,
        }
    }

    /// Takes in what comes, and hands on the sentences that are complete.
    pub(super) fn take(&mut self, piece: &str) {
        self.open.push_str(piece);
        while let Some(end) = end_of_sentence(&self.open[self.without_end..]) {
            let end = end + std::mem::take(&mut self.without_end);
            let sentence: String = self.open.drain(..end).collect();
            self.hand_on(&sentence);
        }
        // The last character may be the mark of an end.
        let last = self.open.char_indices().next_back();
        self.without_end = last.map_or(0, |(at, _)| at);
    }

    /// The whole answer as it was handed on; nothing when it went round in circles.
    pub(super) fn finish(mut self) -> String {
        let rest = std::mem::take(&mut self.open);
        self.hand_on(&rest);
        if self.repeated >= CIRCLES {
            return String::new();
        }
        self.told.trim_end().to_owned()
    }

    fn hand_on(&mut self, sentence: &str) {
        if sentence.is_empty() || self.told.is_empty() && sentence.trim().is_empty() {
            return;
        }
        if !sentence.trim().is_empty() && self.told.contains(sentence.trim()) {
            self.repeated += 1;
            return;
        }
        if self.told.chars().count() + sentence.chars().count() > LONGEST {
            return;
        }
        let sentence = if claims::claims_change(sentence, &self.done()) {
            if std::mem::replace(&mut self.replaced, true) {
                return;
            }
            let space = &sentence[sentence.trim_end().len()..];
            format!("{}{space}", notes::nothing_changed(&self.material.language))
        } else {
            harmless(sentence, self.material)
        };
        if let Some(run) = self.run {
            run.tell([TurnEvent::Text(sentence.clone())]);
        }
        self.told.push_str(&sentence);
    }

    fn done(&self) -> Vec<&Task> {
        let tasks = self.material.tasks.iter();
        tasks.filter(|task| task.completed()).collect()
    }
}

/// The byte behind a sentence: its mark and the white space after it, or a line break.
fn end_of_sentence(text: &str) -> Option<usize> {
    let mut after_mark = false;
    for (at, c) in text.char_indices() {
        if c == '\n' || after_mark && c.is_whitespace() {
            return Some(at + c.len_utf8());
        }
        after_mark = matches!(c, '.' | '!' | '?' | '…' | '。');
    }
    None
}

/// Without links, images and HTML: they could carry the list to somebody else's server. Addresses that the user's own
/// tasks or message have in them stay as they are.
fn harmless(sentence: &str, material: &Material) -> String {
    let mut clean = String::with_capacity(sentence.len());
    for word in sentence.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let is_address = ["://", "www.", "data:", "javascript:", "mailto:"]
            .iter()
            .any(|mark| bare.to_lowercase().contains(mark));
        if is_address && !is_the_users(bare, material) {
            clean.push('…');
            clean.push_str(&word[bare.len()..]);
        } else {
            clean.push_str(word);
        }
    }
    clean
        .replace("](", "] (")
        .replace("![", "[")
        .replace('<', "‹")
}

fn is_the_users(address: &str, material: &Material) -> bool {
    let address = address.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    material.message.contains(address)
        || material
            .tasks
            .iter()
            .any(|task| task.title.as_str().contains(address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language_model::material::tests::material, test_support::task};

    fn told(text: &str) -> String {
        let mut material = material("what should I do first?");
        material.tasks = vec![task(1, "Read https://example.org/paper"), task(2, "Report")];
        let mut guarded = Guarded::new(&material, None);
        for piece in text.split_inclusive(' ') {
            guarded.take(piece);
        }
        guarded.finish()
    }

    #[test]
    fn what_claims_nothing_goes_on_as_it_is() {
        for text in [
            "Start with #2 Report. It is due **today**.",
            "1. #2 Report\n2. #1 Read it\n\nThen rest!",
            "You completed three tasks this week.",
        ] {
            assert_eq!(told(text), text);
        }
    }

    #[test]
    fn a_claim_is_replaced_by_what_happened() {
        assert_eq!(
            told("Sure! I have deleted the report. I also added a task. Start with #1."),
            "Sure! Nothing was changed. Start with #1."
        );
        assert_eq!(told("Done!"), "Nothing was changed.");
    }

    #[test]
    fn an_answer_that_goes_round_in_circles_is_none() {
        assert_eq!(told("Pay the rent. Pay the rent."), "Pay the rent.");
        assert_eq!(told(&"It is a JSON document. ".repeat(9)), "");
    }

    #[test]
    fn nothing_leads_out() {
        assert_eq!(
            told(
                "See ![x](https://evil.example/?q=list) or [here](https://evil.example) <img src=x>"
            ),
            "See … or … ‹img src=x>"
        );
        assert_eq!(
            told("Read https://example.org/paper first."),
            "Read https://example.org/paper first."
        );
    }

    #[test]
    fn a_sentence_ends_wherever_it_is_cut() {
        let text = "Wait… 1.5 hours are für Ülli. I deleted the rest!\nDone?\nStart with #2.";
        let whole = told(text);
        let material = material("what should I do first?");
        for length in [1, 2, 3, 5] {
            let mut guarded = Guarded::new(&material, None);
            let letters: Vec<char> = text.chars().collect();
            for piece in letters.chunks(length) {
                guarded.take(&piece.iter().collect::<String>());
            }
            assert_eq!(guarded.finish(), whole, "{length}");
        }
        assert!(whole.contains("Ülli. Nothing was changed.\n"), "{whole}");
    }

    #[test]
    fn what_is_streamed_is_what_is_stored() {
        let material = material("what should I do first?");
        let run = Run::new();
        let mut guarded = Guarded::new(&material, Some(&run));
        for piece in ["Start ", "with the rent. I del", "eted the rest. Bye", "."] {
            guarded.take(piece);
        }
        let told = guarded.finish();
        assert_eq!(run.told(), "Start with the rent. Nothing was changed. Bye.");
        assert_eq!(told, run.told());
    }
}
