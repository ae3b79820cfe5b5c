//! How well words point at a title. It knows spelling and word forms, not the user's list.

mod names;
mod replacing;
mod words;

use tasktalk_domain::text;

pub use self::names::{Names, names, names_a_part};
pub(crate) use self::replacing::share_a_word;
pub use self::replacing::{capitalised, with_part_replaced};
use self::words::language_of;
pub use self::words::{alike, base, forms, is_word, singular};

use crate::lexicon::{Class, Language};

/// What a small word counts where there are no others ("the"), what a verb counts ("pay" in "pay the rent"), and any
/// other.
const FILLER_WEIGHT: f32 = 0.05;
const VERB_WEIGHT: f32 = 0.4;
const WORD_WEIGHT: f32 = 1.0;
/// What words in another order lose.
const ORDER_PENALTY: f32 = 0.04;
/// What every small word that the title lacks loses: "the packing list" is "Packing list" before it is "Packing".
const SMALL_PENALTY: f32 = 0.001;
/// What a title that is covered only in part loses at most.
const COVERAGE_PENALTY: f32 = 0.3;

/// How well `words` point at a task called `title`, in [0, 1]: 1 for the title itself, above 0.7 for a distinct part of it,
/// below 0.5 when an important word is missing.
pub fn score(words: &str, title: &str) -> f32 {
    let query = weigh(words);
    let target = weigh(title);
    if query.is_empty() || target.is_empty() {
        return 0.0;
    }
    if query
        .iter()
        .map(|w| &w.text)
        .eq(target.iter().map(|w| &w.text))
    {
        return 1.0;
    }
    let mut used = vec![false; target.len()];
    let mut found = 0.0;
    let mut covered = 0.0;
    let mut asked = 0.0;
    let mut lacking = 0.0;
    let mut places = Vec::new();
    for word in &query {
        let best = target
            .iter()
            .enumerate()
            .filter(|(place, _)| !used[*place])
            .map(|(place, candidate)| (place, letters_alike(&word.text, &candidate.text)))
            .filter(|(_, alike)| *alike > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((place, alike)) = best {
            used[place] = true;
            found += word.weight * alike;
            covered += target[place].weight * alike;
            if word.weight > FILLER_WEIGHT {
                places.push(place);
            }
        } else if word.passing {
            lacking += SMALL_PENALTY;
            continue;
        }
        asked += word.weight;
    }
    let asked = found / asked;
    let coverage = (covered / target.iter().map(|word| word.weight).sum::<f32>()).min(1.0);
    let ordered = places.is_sorted();
    let score = asked.powf(1.5) * (1.0 - COVERAGE_PENALTY * (1.0 - coverage));
    (score - lacking - if ordered { 0.0 } else { ORDER_PENALTY }).clamp(0.0, 1.0)
}

/// Whether words end in the plural of a noun that the title has in the singular: "the reports" for "Monthly report".
pub fn plural(words: &str, title: &str) -> bool {
    let language = Language::english();
    let (words, title) = (text::fold(words), text::fold(title));
    let cut = |c: char| !(c.is_alphanumeric() || c == '\'');
    let last = words
        .rsplit(cut)
        .find(|word| !word.is_empty() && !language.lexicon.class(word).any(Class::FILLER));
    let Some(last) = last else { return false };
    let one = language.habits.singular(last);
    one != last
        && title.split(cut).all(|word| word != last)
        && title.split(cut).any(|word| word == one)
}

struct Weighed {
    text: String,
    weight: f32,
    /// Counts only where the title has it too: "please", "one".
    passing: bool,
}

/// The words that count, folded to their base forms; when there are only small words, those.
fn weigh(words: &str) -> Vec<Weighed> {
    let words = read(words);
    let only_small = words.iter().all(|(_, class)| class.any(Class::FILLER));
    let classes: Vec<Class> = words.iter().map(|(_, class)| *class).collect();
    words
        .into_iter()
        .enumerate()
        .filter(|(at, (_, class))| {
            only_small || !class.any(Class::FILLER) || tells(&classes[*at..])
        })
        .map(|(_, (text, class))| Weighed {
            text,
            weight: weight(class, only_small),
            passing: !only_small && class.any(Class::FILLER) && !class.any(Class::DETERMINER),
        })
        .collect()
}

fn weight(class: Class, only_small: bool) -> f32 {
    if only_small {
        FILLER_WEIGHT
    } else if class.any(Class::CHORE.with(Class::PAST)) && !class.any(Class::FILLER) {
        VERB_WEIGHT
    } else {
        WORD_WEIGHT
    }
}

/// A beginning of a word has at least so many letters; with fewer, it begins too many.
const SHORTEST_BEGINNING: usize = 4;
/// The folded words in their base forms, and what they are.
fn read(words: &str) -> Vec<(String, Class)> {
    let english = Language::english();
    text::fold(words)
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .take(64)
        .map(|word| {
            let word = english.habits.owner(word).unwrap_or(word).replace('\'', "");
            let language = language_of(&word);
            (
                text::fold(language.lexicon.base(&word)),
                language.lexicon.class(&word),
            )
        })
        .collect()
}

/// Whether the first of these small words says something, given what follows it. "For", "the" and "a" only lead to
/// the next word; where none follows, as in "Plan A", "Gift for her" and "Check in", they are all that tells the title
/// from another one.
fn tells(classes: &[Class]) -> bool {
    match classes {
        [only, ..] if only.any(Class::TASK) => false,
        [article, next, ..] if article.any(Class::DETERMINER) => next.any(Class::STOP),
        [_, next, ..] => {
            next.any(Class::FILLER) && next.any(Class::STOP) && !next.any(Class::DETERMINER)
        }
        _ => true,
    }
}

/// How alike two folded words are as they stand, in [0, 1].
fn letters_alike(a: &str, b: &str) -> f32 {
    let habits = &Language::english().habits;
    if a == b {
        return 1.0;
    }
    if a.chars().all(|c| c.is_ascii_digit()) || b.chars().all(|c| c.is_ascii_digit()) {
        return 0.0;
    }
    if habits.singular(a) == habits.singular(b) {
        return 0.97;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let length = short.chars().count();
    if length >= 4 && within_one_typo(a, b) {
        // Another letter makes another word of a short one: "zeta" is hardly "beta".
        let replaced = a.chars().count() == b.chars().count() && !is_anagram(a, b);
        return if replaced && length <= 5 { 0.72 } else { 0.85 };
    }
    if length >= 4 && within_one_typo(&habits.singular(a), &habits.singular(b)) {
        return 0.8;
    }
    // "groc" and "groceries", "photo" and "photograph": the asked word begins the other.
    if length >= SHORTEST_BEGINNING && long.starts_with(short) {
        return 0.75;
    }
    0.0
}

/// Whether two words have the same letters.
pub(crate) fn is_anagram(a: &str, b: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

/// Whether one insertion, deletion, substitution or swap of neighbours (Damerau–Levenshtein) turns one word into the other.
pub(crate) fn within_one_typo(one: &str, other: &str) -> bool {
    // A character has at most four bytes.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let pairs = one.iter().zip(&other);
    let same_start = pairs.take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[same_start..], &other[same_start..]);
    let pairs = one.iter().rev().zip(other.iter().rev());
    let same_end = pairs.take_while(|(left, right)| left == right).count();
    match (
        &one[..one.len() - same_end],
        &other[..other.len() - same_end],
    ) {
        ([] | [_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_itself_scores_one_whatever_surrounds_it() {
        for (words, title) in [
            ("Buy groceries", "Buy groceries"),
            ("the report task", "Report"),
            ("CALL MUM", "Call mum"),
            ("café", "Cafe"),
            ("the", "The"),
            ("pay the rent", "Pay rent"),
            ("my dentist appointment", "Dentist appointment"),
        ] {
            assert!(
                (score(words, title) - 1.0).abs() < 1e-6,
                "{words} / {title}"
            );
        }
    }

    #[test]
    fn better_matches_score_higher() {
        let better = |words: &str, a: &str, b: &str| {
            assert!(
                score(words, a) > score(words, b),
                "{words}: {a} {} / {b} {}",
                score(words, a),
                score(words, b)
            );
        };
        better("call mum", "Call mum", "Buy mum a present");
        better("meeting", "Meeting", "Prepare the budget meeting");
        better("meeting", "Team meeting", "Meet Anna");
        better("grocery", "Buy groceries", "Buy flowers");
        better("rent", "Pay rent", "Rental car");
        better("paid the rent", "Pay the rent", "Pay the taxes");
        better("task 12", "Room 12", "Room 21");
    }

    #[test]
    fn one_typo_a_word_plurals_and_order_are_forgiven() {
        for (words, title) in [
            ("denitst", "Call the dentist"),
            ("grocreies", "Buy groceries"),
            ("reports", "Write report"),
            ("mum call", "Call mum"),
            ("the plants", "Water plant"),
            ("groc", "Groceries"),
        ] {
            assert!(
                score(words, title) > 0.6,
                "{words} / {title}: {}",
                score(words, title)
            );
        }
    }

    #[test]
    fn another_letter_in_a_short_word_points_only_roughly() {
        assert!(score("gamma", "Gamna") < 0.68);
        assert!(score("lima", "Lime") < 0.68);
        assert!(score("liem", "Lime") > 0.7);
        assert!(score("presentatiom", "Presentation") > 0.7);
    }

    #[test]
    fn small_words_count_where_they_tell_titles_apart() {
        for (words, one, other) in [
            ("the plan", "Plan A", "Plan B"),
            ("plan for work", "Plan A for work", "Plan B for work"),
            ("plan by monday", "Plan A by Monday", "Plan B by Monday"),
            ("vitamin", "Vitamin A and zinc", "Vitamin C and zinc"),
            ("the gift", "Gift for her", "Gift for him"),
            ("meet", "Meet me", "Meet you"),
            ("check", "Check in", "Check out"),
        ] {
            let difference = score(words, one) - score(words, other);
            assert!(difference.abs() < 1e-6, "{words}: {one} / {other}");
        }
        for (words, title, other) in [
            ("plan a", "Plan A", "Plan B"),
            ("plan a", "Plan A for work", "Plan B for work"),
            ("the packing list", "Packing list", "Packing"),
            ("gift for her", "Gift for her", "Gift for him"),
            ("the one with Bob", "Meeting with Bob", "Team meeting"),
        ] {
            assert!(score(words, title) > score(words, other), "{words}");
        }
        assert!(score("milk please", "Milk") > 0.98);
    }

    #[test]
    fn a_plural_is_told_from_a_title_that_has_it() {
        for (words, title, expected) in [
            ("the reports", "Monthly report", true),
            ("the reports", "Reports archive", false),
            ("groceries", "Buy groceries", false),
            ("the report", "Report", false),
            ("the bus", "Bus", false),
        ] {
            assert_eq!(plural(words, title), expected, "{words} / {title}");
        }
    }

    #[test]
    fn other_words_do_not_point_here() {
        for (words, title) in [
            ("dentist", "Buy milk"),
            ("cat", "Car"),
            ("12", "13"),
            ("", "Buy milk"),
            ("!!!", "Buy milk"),
            ("the quarterly report", "The yearly review"),
        ] {
            assert!(
                score(words, title) < 0.3,
                "{words} / {title}: {}",
                score(words, title)
            );
        }
    }
}
