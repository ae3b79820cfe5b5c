//! In which language a message is: guessed by the words that every language's data lists as its own.
//!
//! Frequent words give a language away even in short messages. A word that several languages have counts half, the
//! first word of a message double, and the user's locale decides between equals.

mod foreign;

use std::collections::HashMap;
use std::sync::LazyLock;

use tasktalk_domain::{Locale, text};

use crate::lexicon::{self, Language};
use crate::tokens::{Token, TokenKind, tokenize};
use foreign::FOREIGN;

/// The BCP 47 subtags of the languages that are understood; English is the first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    Tongue::ALL.iter().map(|tongue| tongue.tag())
}

/// The BCP 47 subtag of the language in which a message is read, for a user with this locale.
pub fn language_of(message: &str, locale: &Locale) -> &'static str {
    guess(&tokenize(message), locale).tongue.tag()
}

/// The language that the words of a message tell, whatever the user's locale; none when they may be of any.
pub fn language_told(message: &str) -> Option<&'static str> {
    let tokens = tokenize(message);
    let letters: usize = words(&tokens).map(|token| token.text.chars().count()).sum();
    // A letter is a short answer in any of them.
    if letters < 2 {
        return None;
    }
    let scores = scores(&tokens);
    let (known, _) = scores.split_at(Tongue::ALL.len());
    let best = known
        .iter()
        .map(|score| score.points)
        .max()
        .unwrap_or_default();
    let mut told = Tongue::ALL.iter().zip(known);
    let mut best_ones = told.by_ref().filter(|(_, score)| score.points == best);
    match (best, best_ones.next(), best_ones.next()) {
        (0, _, _) => by_lexicon(&tokens).map(Tongue::tag),
        (_, Some((tongue, _)), None) => Some(tongue.tag()),
        _ => None,
    }
}

/// The one language whose lexicon has words of a message that no language lists as its own: "kaufe Brot".
fn by_lexicon(tokens: &[Token<'_>]) -> Option<Tongue> {
    // The first word tells, if it is long enough to be no other language's abbreviation: "tue".
    let first = tokens
        .iter()
        .position(|token| token.kind == TokenKind::Word)?;
    if tokens[first].text.chars().count() < TELLING {
        return None;
    }
    let mut knowing = Tongue::ALL
        .iter()
        .copied()
        .filter(|tongue| tongue.knows_any(&tokens[first..=first]));
    let first = knowing.next()?;
    knowing.next().is_none().then_some(first)
}

/// A language that is understood. The compiler names every place where another one needs data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// English.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
}

impl Tongue {
    /// All of them; the first is that of messages and locales that tell nothing.
    pub(crate) const ALL: &[Self] = &[Self::English, Self::German, Self::Spanish];

    /// Its BCP 47 subtag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
        }
    }

    /// The one with this subtag.
    pub(crate) fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|tongue| tongue.tag() == tag)
    }

    /// Its characteristic words.
    fn words(self) -> &'static [&'static str] {
        match self {
            Self::English => lexicon::ENGLISH_WORDS,
            Self::German => lexicon::GERMAN_WORDS,
            Self::Spanish => lexicon::SPANISH_WORDS,
        }
    }

    /// Whether its lexicon has one of these words.
    fn knows_any(self, tokens: &[Token<'_>]) -> bool {
        let lexicon = &Language::of(self).lexicon;
        words(tokens).take(ENOUGH).any(|token| {
            let entry = lexicon.entry(&token.folded);
            entry.is_some_and(|entry| entry.id != 0)
        })
    }

    /// The language of a locale, or the first.
    fn of_locale(locale: &Locale) -> Self {
        let of_locale = Self::ALL.iter().find(|tongue| locale.is_in(tongue.tag()));
        *of_locale.unwrap_or(&Self::ALL[0])
    }
}

/// What a message is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guess {
    /// The language to read it in.
    pub(crate) tongue: Tongue,
    /// When it is plainly in none that is understood: the BCP 47 subtag of its language.
    pub(crate) foreign: Option<&'static str>,
}

/// BCP 47 for a language that is not known.
pub(crate) const UNDETERMINED: &str = "und";

/// A word of fewer letters may be of any language.
const TELLING: usize = 4;

/// More words than these need not be looked at.
const ENOUGH: usize = 48;

/// The languages, those that are understood first, and the set of languages of each word, a bit each.
type Words = HashMap<String, u32>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let known = Tongue::ALL.iter().map(|tongue| tongue.words());
    let foreign = FOREIGN.iter().map(|(_, words)| std::slice::from_ref(words));
    let mut all = Words::new();
    for (language, lists) in known.chain(foreign).enumerate() {
        for word in lists.iter().flat_map(|list| list.split_whitespace()) {
            // Tables of verbs have their forms behind the verb, and a bar where a prefix comes off.
            let word = word.split([':', '+']).next().unwrap_or_default();
            let word = text::fold(&word.replace('|', ""));
            *all.entry(word).or_default() |= 1 << language;
        }
    }
    all
});

const LANGUAGES: usize = Tongue::ALL.len() + FOREIGN.len();

/// The language of a message, for a user with this locale.
pub(crate) fn guess(tokens: &[Token<'_>], locale: &Locale) -> Guess {
    let scores = scores(tokens);
    let (known, foreign) = scores.split_at(Tongue::ALL.len());
    let of_locale = Tongue::of_locale(locale);
    let unknown = known.iter().all(|score| score.points == 0) && !of_locale.knows_any(tokens);
    let favourite = (unknown.then(|| by_lexicon(tokens)).flatten()).unwrap_or(of_locale);
    let known = Tongue::ALL.iter().zip(known).rev();
    let (tongue, ours) = known
        .max_by_key(|(tongue, score)| (score.points, **tongue == favourite))
        .map_or((favourite, Score::default()), |(tongue, score)| {
            (*tongue, *score)
        });
    let foreign = FOREIGN.iter().zip(foreign);
    let foreign = if are_in_another_script(tokens) {
        Some(UNDETERMINED)
    } else {
        foreign
            .max_by_key(|((tag, _), score)| (score.points, locale.is_in(tag)))
            .filter(|(_, score)| score.outweighs(ours))
            .map(|((tag, _), _)| *tag)
    };
    Guess { tongue, foreign }
}

/// How much the words speak for each language.
fn scores(tokens: &[Token<'_>]) -> [Score; LANGUAGES] {
    let mut scores = [Score::default(); LANGUAGES];
    for (place, token) in words(tokens).take(ENOUGH).enumerate() {
        let found = WORDS.get(token.folded.as_ref());
        let languages = found.copied().unwrap_or_default();
        let mut left = languages;
        while left != 0 {
            scores[left.trailing_zeros() as usize].add(place, languages.is_power_of_two());
            left &= left - 1;
        }
    }
    scores
}

fn words<'a, 't>(tokens: &'a [Token<'t>]) -> impl Iterator<Item = &'a Token<'t>> {
    tokens.iter().filter(|token| token.kind == TokenKind::Word)
}

/// What speaks for a language.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    points: u32,
    /// How many words are in it.
    words: usize,
    /// Whether the first word is in it and in no other.
    begins: bool,
}

impl Score {
    fn add(&mut self, place: usize, alone: bool) {
        let weight = if alone { 2 } else { 1 };
        self.points += if place == 0 { 2 * weight } else { weight };
        self.words += 1;
        self.begins |= place == 0 && alone;
    }

    /// Whether a message is plainly in this language and not in one that is understood: a foreign word, name or title in it
    /// is not enough.
    fn outweighs(self, ours: Self) -> bool {
        self.words > 1 && !ours.begins && self.points > 3 && self.points > 2 * ours.points
    }
}

/// Whether there are words and no letter of theirs is Latin, as those of all languages that are understood are.
fn are_in_another_script(tokens: &[Token<'_>]) -> bool {
    let latin = |c: char| c <= '\u{24f}' || ('\u{1e00}'..='\u{1eff}').contains(&c);
    let mut letters = words(tokens)
        .flat_map(|token| token.text.chars())
        .filter(|c| c.is_alphabetic())
        .peekable();
    letters.peek().is_some() && !letters.any(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(text: &str, locale: &str) -> Option<&'static str> {
        let locale = Locale::parse(locale).unwrap();
        guess(&tokenize(text), &locale).foreign
    }

    #[test]
    fn other_languages_are_told_apart() {
        for (text, expected) in [
            ("ajoute du lait à ma liste", "fr"),
            ("supprime toutes les tâches", "fr"),
            ("cancella tutte le attività", "it"),
            ("aggiungi latte alla lista per domani", "it"),
            ("apaga todas as minhas tarefas", "pt"),
            ("verwijder alle taken van mijn lijst", "nl"),
            ("ta bort alla mina uppgifter", "sv"),
            ("usuń wszystkie moje zadania", "pl"),
            ("удали все задачи", "und"),
            ("買い物リストを見せて", "und"),
            ("je ne sais pas", "fr"),
        ] {
            assert_eq!(foreign(text, "en"), Some(expected), "{text}");
            assert!(foreign(text, "fr-CA").is_some(), "{text}");
        }
    }

    #[test]
    fn each_known_language_is_read_as_itself_under_every_locale() {
        let tongue = |text: &str, locale: &str| {
            let guess = guess(&tokenize(text), &Locale::parse(locale).unwrap());
            assert_eq!(guess.foreign, None, "{text}");
            guess.tongue
        };
        for locale in ["en", "de", "de-AT", "fr"] {
            for text in [
                "lösche alle Aufgaben",
                "erinnere mich morgen an den Zahnarzt",
                "ich habe die Miete bezahlt",
                "Mama anrufen",
                "was steht heute an?",
                "verschieb 3 auf Freitag",
            ] {
                assert_eq!(tongue(text, locale), Tongue::German, "{text} ({locale})");
            }
            for text in [
                "buy milk",
                "delete all my tasks",
                "bin it",
                "I paid the rent",
                "what's due today?",
                "todo: call Müller",
            ] {
                assert_eq!(tongue(text, locale), Tongue::English, "{text} ({locale})");
            }
        }
    }

    #[test]
    fn english_is_english_for_everybody_whatever_it_names() {
        for text in [
            "buy milk",
            "dentist",
            "milk",
            "no",
            "delete it",
            "done",
            "2",
            "🎉",
            "email van der Berg",
            "watch la casa de papel",
            "buy el pan de la abuela",
            "El Paso trip",
            "add 'je ne sais pas' to my list",
            "la la land tickets",
            "read Die Zeit",
            "call Müller",
            "add купить молоко",
            "is there a list",
            "pasta e fagioli for dinner",
            "bin #3",
        ] {
            for locale in ["en", "de", "fr-FR", "es", "it", "ja"] {
                assert_eq!(foreign(text, locale), None, "{text} ({locale})");
            }
        }
    }
}
