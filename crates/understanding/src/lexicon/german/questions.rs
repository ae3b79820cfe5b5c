//! What is asked back in German when a message lacks something.

use crate::reading::Missing;

/// The question for what is missing.
pub(super) fn question(missing: Missing) -> &'static str {
    match missing {
        Missing::Title => "Was soll ich eintragen?",
        Missing::CompleteWhich => "Welche Aufgabe ist erledigt?",
        Missing::ReopenWhich => "Welche Aufgabe soll ich wieder öffnen?",
        Missing::DeleteWhich => "Welche Aufgabe soll ich löschen?",
        Missing::UpdateWhich => "Welche Aufgabe soll ich ändern, und wie?",
        Missing::UpdateHow => "Was soll ich daran ändern?",
        Missing::When => "Auf wann soll ich sie verschieben?",
        Missing::WhichDate => "Welches der beiden Daten meinst du?",
    }
}
