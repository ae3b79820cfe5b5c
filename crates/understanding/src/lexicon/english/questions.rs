//! What is asked back in English when a message lacks something.

use crate::reading::Missing;

/// The question for what is missing.
pub(super) fn question(missing: Missing) -> &'static str {
    match missing {
        Missing::Title => "What should I add?",
        Missing::CompleteWhich => "Which task is done?",
        Missing::ReopenWhich => "Which task should I open again?",
        Missing::DeleteWhich => "Which task should I delete?",
        Missing::UpdateWhich => "Which task should I change, and how?",
        Missing::UpdateHow => "What should I change about it?",
        Missing::When => "To when should I move it?",
        Missing::WhichDate => "Which of the two dates do you mean?",
    }
}
