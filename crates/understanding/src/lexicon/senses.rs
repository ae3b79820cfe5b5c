//! What words are about, so that a word never seen in a training sentence is known to be like others.

/// A class of words by what they are about; none is 0.
pub(crate) type Sense = u8;

/// The words of a language and what they are about.
#[derive(Debug, Default)]
pub(crate) struct Senses {
    /// By the hash of the word: 17,000 words are too many for a map of texts.
    known: Vec<(u32, [Sense; 2])>,
}

/// Endings that are taken off a word to find its base form, and what is put in their place.
pub(crate) type Endings = &'static [(&'static str, &'static str)];

impl Senses {
    /// Reads lines such as `v_clean: wipe scrub`.
    pub(crate) fn read(text: &str) -> Self {
        let mut known: Vec<(u32, [Sense; 2])> = Vec::new();
        let mut classes: Vec<&str> = Vec::new();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for (class, words) in lines.filter_map(|line| line.split_once(':')) {
            let number = classes
                .iter()
                .position(|known| *known == class)
                .unwrap_or_else(|| {
                    classes.push(class);
                    classes.len() - 1
                });
            let sense = Sense::try_from(number + 1).unwrap_or_default();
            known.extend(
                words
                    .split_whitespace()
                    .map(|word| (hash(word), [sense, 0])),
            );
        }
        known.sort_unstable();
        known.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                first.1[1] = next.1[0];
            }
            same
        });
        known.shrink_to_fit();
        Self { known }
    }

    /// What a folded word is about, in its own form or as an inflected one.
    pub(crate) fn of(&self, word: &str, endings: Endings) -> [Sense; 2] {
        let last = word.rsplit(['-', '\'']).find(|part| part.len() > 1);
        self.find(word)
            .or_else(|| {
                endings
                    .iter()
                    .find_map(|ending| self.without(word, *ending))
            })
            .or_else(|| self.find(last.filter(|last| *last != word)?))
            .unwrap_or_default()
    }

    fn without(&self, word: &str, (ending, instead): (&str, &str)) -> Option<[Sense; 2]> {
        let stem = word.strip_suffix(ending).filter(|stem| stem.len() >= 2)?;
        if !instead.is_empty() {
            return self.find_hash(continued(hash(stem), instead));
        }
        // "stopped": the last letter was doubled.
        let mut letters = stem.chars();
        let doubled = letters.next_back() == letters.clone().next_back();
        self.find(stem)
            .or_else(|| self.find(letters.as_str()).filter(|_| doubled))
    }

    fn find(&self, word: &str) -> Option<[Sense; 2]> {
        self.find_hash(hash(word))
    }

    fn find_hash(&self, hash: u32) -> Option<[Sense; 2]> {
        let at = self
            .known
            .binary_search_by_key(&hash, |known| known.0)
            .ok()?;
        Some(self.known[at].1)
    }
}

/// FNV-1a.
pub(crate) fn hash(word: &str) -> u32 {
    continued(0x811c_9dc5, word)
}

/// The hash of what was hashed so far and more.
fn continued(hash: u32, more: &str) -> u32 {
    more.bytes().fold(hash, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Language;

    #[test]
    fn inflected_and_compound_words_are_about_what_their_base_form_is_about() {
        let language = Language::english();
        let about = |word: &str| language.about(word);
        assert_ne!(about("descale"), [0, 0]);
        for (word, base) in [
            ("kettles", "kettle"),
            ("scrubbing", "scrub"),
            ("wiped", "wipe"),
            ("tidied", "tidy"),
            ("berries", "berry"),
            ("mum's", "mum"),
            ("e-bike", "bike"),
        ] {
            assert_eq!(about(word), about(base), "{word}");
        }
        assert_eq!(about("xyzzy"), [0, 0]);
    }
}
