//! The regular forms of English verbs, derived so that the tables hold base forms only.

use crate::lexicon::Forms;

/// Reads a table entry: `plan+` doubles its last letter, `take:took,taken` has irregular past forms
/// (one that ends in `ing` is the gerund).
pub(super) fn forms(entry: &str) -> Forms {
    let (head, irregular) = entry.split_once(':').unwrap_or((entry, ""));
    let base = head.trim_end_matches('+');
    let stem = match base.chars().last() {
        Some(last) if head.ends_with('+') => format!("{base}{last}"),
        _ => base.to_owned(),
    };
    let consonant_y = base.ends_with('y') && !ends_in_vowel(&base[..base.len() - 1]);
    let mut past: Vec<String> = Vec::new();
    let mut gerund = None;
    for form in irregular.split(',').filter(|form| !form.is_empty()) {
        if form.ends_with("ing") {
            gerund = Some(form.to_owned());
        } else {
            past.push(form.to_owned());
        }
    }
    if past.is_empty() {
        past.push(if base.ends_with('e') {
            format!("{base}d")
        } else if consonant_y {
            format!("{}ied", &base[..base.len() - 1])
        } else {
            format!("{stem}ed")
        });
    }
    let gerund = gerund.unwrap_or_else(|| {
        if let Some(stem) = base.strip_suffix("ie") {
            format!("{stem}ying")
        } else if base.ends_with('e') && !base.ends_with("ee") {
            format!("{}ing", &base[..base.len() - 1])
        } else {
            format!("{stem}ing")
        }
    });
    let third = if consonant_y {
        format!("{}ies", &base[..base.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|ending| base.ends_with(ending))
    {
        format!("{base}es")
    } else {
        format!("{base}s")
    };
    Forms {
        base: base.to_owned(),
        past,
        gerund,
        others: vec![third],
    }
}

fn ends_in_vowel(text: &str) -> bool {
    text.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular_forms() {
        for (entry, past, gerund, third) in [
            ("call", "called", "calling", "calls"),
            ("plan+", "planned", "planning", "plans"),
            ("tidy", "tidied", "tidying", "tidies"),
            ("pray", "prayed", "praying", "prays"),
            ("bake", "baked", "baking", "bakes"),
            ("take:took,taken", "took", "taking", "takes"),
            ("tie:tied,tying", "tied", "tying", "ties"),
            ("wash", "washed", "washing", "washes"),
        ] {
            let forms = forms(entry);
            assert_eq!(
                (
                    forms.past[0].as_str(),
                    &*forms.gerund,
                    forms.others[0].as_str()
                ),
                (past, gerund, third)
            );
        }
    }
}
