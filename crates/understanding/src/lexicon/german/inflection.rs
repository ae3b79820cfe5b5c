//! The regular forms of German verbs, derived so that the tables hold infinitives only, and back from a form to the
//! infinitive that a title has.

use crate::lexicon::{Forms, Lexicon};
use tasktalk_domain::text::fold;

/// Prefixes with which a participle has no "ge".
const INSEPARABLE: &[&str] = &[
    "be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider", "hinter",
    "voll",
];

/// Prefixes that come off, longer ones first.
const SEPARABLE: &[&str] = &[
    "zurück", "zusammen", "weiter", "heraus", "herunter", "wieder", "fertig", "bereit", "durch",
    "nach", "raus", "rein", "rum", "rück", "fest", "heim", "hoch", "her", "hin", "mit", "vor",
    "weg", "auf", "aus", "ein", "ab", "an", "um", "zu", "los", "dar", "frei", "staub", "kennen",
    "vorbei", "dazu", "teil", "bei", "statt", "voll", "hinein", "herum", "hinaus",
];

/// Reads a table entry: `an|rufen:angerufen` has a prefix that comes off and an irregular participle.
pub(super) fn forms(entry: &str) -> Forms {
    let (head, irregular) = entry.split_once(':').unwrap_or((entry, ""));
    let (prefix, verb) = head.split_once('|').unwrap_or(("", head));
    let stem = verb
        .strip_suffix("en")
        .or_else(|| verb.strip_suffix('n'))
        .unwrap_or(verb);
    let base = format!("{prefix}{verb}");
    let participle = if irregular.is_empty() {
        regular_participle(prefix, verb, stem)
    } else {
        irregular.to_owned()
    };
    let first = if verb.ends_with("eln") {
        format!("{prefix}{}le", &stem[..stem.len() - 2])
    } else {
        format!("{prefix}{stem}e")
    };
    Forms {
        gerund: if prefix.is_empty() {
            base.clone()
        } else {
            format!("{prefix}zu{verb}")
        },
        base,
        past: vec![participle],
        others: vec![first],
    }
}

/// "gekauft", "eingekauft", "bezahlt", "reserviert", "geöffnet".
fn regular_participle(prefix: &str, verb: &str, stem: &str) -> String {
    let without_ge = verb.ends_with("ieren")
        || INSEPARABLE
            .iter()
            .any(|start| verb.starts_with(start) && verb.len() > start.len() + 4);
    let ge = if without_ge { "" } else { "ge" };
    let linked = ["t", "d", "chn", "ffn", "gn", "dm", "tm"]
        .iter()
        .any(|end| stem.ends_with(end));
    let end = if linked { "et" } else { "t" };
    format!("{prefix}{ge}{stem}{end}")
}

/// The infinitive at the end of a title, from what was said in a clause: "Mama anzurufen" and "Miete zu bezahlen" after
/// "daran"; with a subject before it ("dass ich …") "Mama anrufe" and "Miete bezahlen soll" as well.
pub(super) fn infinitive(lexicon: &Lexicon, title: &str, subject: bool) -> Option<String> {
    let (rest, last) = title.rsplit_once(' ')?;
    if last.starts_with(char::is_uppercase) {
        return None;
    }
    let said = fold(last);
    if subject && MODALS.contains(&said.as_str()) {
        return Some(infinitive(lexicon, rest, true).unwrap_or_else(|| rest.to_owned()));
    }
    if let Some(whole) = without_zu(last) {
        return Some(format!("{rest} {whole}"));
    }
    if last.ends_with('n')
        && let Some(rest) = rest.strip_suffix(" zu")
    {
        return Some(format!("{rest} {last}"));
    }
    let base = lexicon.entry(&said)?.base.as_deref()?;
    let first = subject && last.ends_with('e');
    first.then(|| format!("{rest} {base}"))
}

/// Verbs behind an infinitive that say no more than that it is to be done.
const MODALS: &[&str] = &[
    "muss", "mussen", "soll", "sollen", "sollte", "sollten", "will", "wollen", "wollte", "musste",
    "darf", "kann", "mochte",
];

/// "anzurufen" → "anrufen".
fn without_zu(word: &str) -> Option<String> {
    SEPARABLE.iter().find_map(|prefix| {
        let verb = word.strip_prefix(prefix)?.strip_prefix("zu")?;
        (verb.len() > 3 && verb.ends_with('n')).then(|| format!("{prefix}{verb}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tongue;
    use crate::lexicon::Language;

    #[test]
    fn regular_and_irregular_forms() {
        for (entry, base, past, with_zu, first) in [
            ("kaufen", "kaufen", "gekauft", "kaufen", "kaufe"),
            (
                "ein|kaufen",
                "einkaufen",
                "eingekauft",
                "einzukaufen",
                "einkaufe",
            ),
            (
                "an|rufen:angerufen",
                "anrufen",
                "angerufen",
                "anzurufen",
                "anrufe",
            ),
            ("bezahlen", "bezahlen", "bezahlt", "bezahlen", "bezahle"),
            (
                "reservieren",
                "reservieren",
                "reserviert",
                "reservieren",
                "reserviere",
            ),
            ("bügeln", "bügeln", "gebügelt", "bügeln", "bügle"),
            ("arbeiten", "arbeiten", "gearbeitet", "arbeiten", "arbeite"),
            (
                "vor|bereiten",
                "vorbereiten",
                "vorbereitet",
                "vorzubereiten",
                "vorbereite",
            ),
        ] {
            let forms = forms(entry);
            let found = (
                &*forms.base,
                &*forms.past[0],
                &*forms.gerund,
                &*forms.others[0],
            );
            assert_eq!(found, (base, past, with_zu, first));
        }
    }

    #[test]
    fn clauses_become_infinitives() {
        let lexicon = &Language::of(Tongue::German).lexicon;
        for (said, subject, title) in [
            ("Mama anzurufen", false, Some("Mama anrufen")),
            ("Die Miete zu bezahlen", false, Some("Die Miete bezahlen")),
            ("Mama anrufe", true, Some("Mama anrufen")),
            (
                "Die Rollatoren überprüfen soll",
                true,
                Some("Die Rollatoren überprüfen"),
            ),
            ("Mama anrufen", true, None),
            ("Karten für die messe", false, None),
            ("Milch", true, None),
        ] {
            assert_eq!(
                infinitive(lexicon, said, subject).as_deref(),
                title,
                "{said}"
            );
        }
    }
}
