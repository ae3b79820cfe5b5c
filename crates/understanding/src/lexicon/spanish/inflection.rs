//! The regular forms of Spanish verbs, without accents, derived so that the tables hold infinitives only.
//!
//! Past are the forms by which somebody says that he has done it: the participle and the first persons of the preterite.
//! The others lead back to the infinitive: "recuérdame que llame" is to call.

use crate::lexicon::Forms;

/// Reads a table entry: `pedir+i` changes the last vowel of the stem where it is stressed, and what stands after `:`
/// replaces a regular form: first the participle, then the first person of the preterite, then further forms.
pub(super) fn forms(entry: &str) -> Forms {
    let (head, irregular) = entry.split_once(':').unwrap_or((entry, ""));
    let (base, change) = head.split_once('+').unwrap_or((head, ""));
    let mut irregular = irregular.split(',');
    let mut replaced = || irregular.next().filter(|form| !form.is_empty());
    let stem = &base[..base.len() - 2];
    let stressed = changed(stem, change);
    let is_ar = base.ends_with("ar");
    // Before "e" the sound is kept by another letter.
    let soft = |stem: &str| {
        if is_ar {
            softened(stem)
        } else {
            stem.to_owned()
        }
    };
    let participle = replaced().map_or_else(
        || format!("{stem}{}", if is_ar { "ado" } else { "ido" }),
        str::to_owned,
    );
    let preterite = replaced().map_or_else(
        || format!("{}{}", soft(stem), if is_ar { "e" } else { "i" }),
        str::to_owned,
    );
    let root = &participle[..participle.len() - 1];
    let mut past: Vec<String> = ["o", "a", "os", "as"]
        .iter()
        .map(|ending| format!("{root}{ending}"))
        .collect();
    let strong = preterite.strip_suffix('e').filter(|_| !is_ar);
    past.push(match strong {
        Some(strong) => format!("{strong}imos"),
        None => format!("{stem}{}", if is_ar { "amos" } else { "imos" }),
    });
    past.push(preterite);
    let (present, wished) = if is_ar { ("a", "e") } else { ("e", "a") };
    let wish = soft(&stressed);
    let mut others: Vec<String> = ["", "s", "n"]
        .iter()
        .flat_map(|end| {
            [
                format!("{stressed}{present}{end}"),
                format!("{wish}{wished}{end}"),
            ]
        })
        .collect();
    others.push(format!("{stressed}o"));
    others.push(format!("{}{wished}mos", soft(stem)));
    others.extend(irregular.map(str::to_owned));
    Forms {
        base: base.to_owned(),
        past,
        gerund: format!("{stem}{}", if is_ar { "ando" } else { "iendo" }),
        others,
    }
}

/// The stem with its last vowel changed.
fn changed(stem: &str, change: &str) -> String {
    let vowel = match change {
        "ie" | "i" => 'e',
        "ue" if stem.contains('o') => 'o',
        "ue" => 'u',
        _ => return stem.to_owned(),
    };
    match stem.rfind(vowel) {
        Some(at) => format!("{}{change}{}", &stem[..at], &stem[at + 1..]),
        None => stem.to_owned(),
    }
}

fn softened(stem: &str) -> String {
    match stem.chars().last() {
        Some('c') => format!("{}qu", &stem[..stem.len() - 1]),
        Some('g') => format!("{stem}u"),
        Some('z') => format!("{}c", &stem[..stem.len() - 1]),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms() {
        for (entry, past, other) in [
            (
                "comprar",
                &["comprado", "compradas", "compre", "compramos"][..],
                "compro",
            ),
            ("pagar", &["pagado", "pague", "pagamos"], "pague"),
            ("cerrar+ie", &["cerrado", "cerre"], "cierre"),
            ("pedir+i", &["pedido", "pedi", "pedimos"], "pida"),
            ("jugar+ue", &["jugado", "jugue"], "juegue"),
            (
                "hacer:hecho,hice,hago,haga",
                &["hecha", "hice", "hicimos"],
                "haga",
            ),
            ("escribir:escrito", &["escrita", "escribi"], "escriba"),
        ] {
            let forms = forms(entry);
            for form in past {
                assert!(
                    forms.past.iter().any(|known| known == form),
                    "{form}: {forms:?}"
                );
            }
            assert!(forms.others.iter().any(|known| known == other), "{forms:?}");
        }
    }
}
