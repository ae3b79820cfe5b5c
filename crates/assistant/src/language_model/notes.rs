//! What is said about the model itself, by language.

/// It was to be asked and gave no answer; the embedded engine's answer stands above.
pub(crate) fn answered_alone(language: &str, why: &str) -> &'static str {
    let used_up = why == BUDGET;
    match (language, used_up) {
        ("de", false) => "ℹ️ Das Sprachmodell hat nicht geantwortet; das ist meine eigene Antwort.",
        ("de", true) => {
            "ℹ️ Das heutige Kontingent des Sprachmodells ist aufgebraucht; das ist meine eigene Antwort."
        }
        ("es", false) => "ℹ️ El modelo de lenguaje no respondió; esta es mi propia respuesta.",
        ("es", true) => {
            "ℹ️ Se agotó el cupo de hoy del modelo de lenguaje; esta es mi propia respuesta."
        }
        (_, false) => "ℹ️ The language model gave no answer; this one is my own.",
        (_, true) => "ℹ️ Today's share of the language model is used up; this answer is my own.",
    }
}

/// What really happened where a model claims a change.
pub(super) fn nothing_changed(language: &str) -> &'static str {
    match language {
        "de" => "Es wurde nichts geändert.",
        "es" => "No se cambió nada.",
        _ => "Nothing was changed.",
    }
}

/// A turn that nobody can finish any more.
pub(crate) fn abandoned(language: &str) -> &'static str {
    match language {
        "de" => {
            "❌ Diese Nachricht blieb ohne Antwort, weil der Server dazwischen angehalten wurde. Es wurde nichts geändert. Sag es bitte noch einmal."
        }
        "es" => {
            "❌ Este mensaje quedó sin respuesta porque el servidor se detuvo entretanto. No se cambió nada. Dilo otra vez, por favor."
        }
        _ => {
            "❌ This message got no answer, because the server stopped in between. Nothing was changed. Please say it again."
        }
    }
}

/// The same where something else was said since.
pub(crate) fn abandoned_earlier(language: &str, message: &str) -> String {
    match language {
        "de" => format!(
            "❌ Deine Nachricht „{message}“ blieb ohne Antwort, weil der Server dazwischen angehalten wurde. Es wurde nichts geändert. Sag es bitte noch einmal."
        ),
        "es" => format!(
            "❌ Tu mensaje «{message}» quedó sin respuesta porque el servidor se detuvo entretanto. No se cambió nada. Dilo otra vez, por favor."
        ),
        _ => format!(
            "❌ Your message “{message}” got no answer, because the server stopped in between. Nothing was changed. Please say it again."
        ),
    }
}

/// The user stopped the turn.
pub(crate) fn stopped(language: &str) -> &'static str {
    match language {
        "de" => "⏹️ Angehalten. Es wurde nichts geändert.",
        "es" => "⏹️ Detenido. No se cambió nada.",
        _ => "⏹️ Stopped. Nothing was changed.",
    }
}

/// Why a model was not asked: it is left alone after failures.
pub(crate) const UNAVAILABLE: &str = "unavailable";
/// Why a model was not asked: so much time was lost before that too little was left.
pub(crate) const NO_TIME: &str = "no_time";
/// Why a model was not asked: the person's tokens of the day are used up.
pub(crate) const BUDGET: &str = "budget_used_up";
/// Why a turn has no answer: the program stopped in between.
pub(crate) const ABANDONED: &str = "abandoned";
/// Why a turn has no answer, or a part of one: the user stopped it.
pub(crate) const STOPPED: &str = "stopped";
