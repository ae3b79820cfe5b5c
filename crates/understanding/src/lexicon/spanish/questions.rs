//! What is asked back in Spanish when a message lacks something.

use crate::reading::Missing;

/// The question for what is missing.
pub(super) fn question(missing: Missing) -> &'static str {
    match missing {
        Missing::Title => "¿Qué quieres que añada?",
        Missing::CompleteWhich => "¿Qué tarea está hecha?",
        Missing::ReopenWhich => "¿Qué tarea vuelvo a abrir?",
        Missing::DeleteWhich => "¿Qué tarea borro?",
        Missing::UpdateWhich => "¿Qué tarea cambio, y cómo?",
        Missing::UpdateHow => "¿Qué quieres cambiar?",
        Missing::When => "¿Para cuándo la paso?",
        Missing::WhichDate => "¿A cuál de las dos fechas te refieres?",
    }
}
