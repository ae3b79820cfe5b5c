//! Sentences from a grammar: the common ways of asking, densely, where the handwritten sentences are the uncommon ones.
//!
//! `$name = a | b` defines a slot, `kind: pattern` a sentence; in both, `{name}` is a slot, `(a|b)` a choice, and `[x]` is
//! there half of the time.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Context as _, bail};

use crate::random::Random;

/// Slots within slots end here: a grammar that goes deeper goes in circles.
const DEEPEST: u32 = 12;

/// The kind of what asks for nothing, and how often it is seen for each time a command is: the world says far more than
/// there are patterns for.
const NOTHING: &str = "nothing";
const SEEN: usize = 4;

/// A grammar.
#[derive(Debug, Default)]
pub struct Grammar {
    slots: HashMap<String, Vec<Pattern>>,
    sentences: Vec<(String, Pattern)>,
}

/// What a pattern is made of, one after the other.
type Pattern = Vec<Part>;

#[derive(Clone, Debug)]
enum Part {
    Text(String),
    Slot(String),
    Choice(Vec<Pattern>),
    Perhaps(Pattern),
}

impl Grammar {
    /// Reads a grammar from a file.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(file)
            .with_context(|| format!("{} can't be read", file.display()))?;
        let mut grammar = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with("# ") && line != "#" {
                grammar
                    .take(line)
                    .with_context(|| format!("{}:{number}: {line}", file.display()))?;
            }
        }
        grammar.check()?;
        Ok(grammar)
    }

    fn take(&mut self, line: &str) -> anyhow::Result<()> {
        if let Some((name, rule)) = line.strip_prefix('$').and_then(|rule| rule.split_once('=')) {
            let slot = self.slots.entry(name.trim().to_owned()).or_default();
            for alternative in alternatives(rule) {
                slot.push(pattern_of(alternative.trim())?);
            }
            return Ok(());
        }
        let (kind, pattern) = line.split_once(": ").context("neither a slot nor a kind")?;
        let sentence = (kind.trim().to_owned(), pattern_of(pattern.trim())?);
        let times = if sentence.0 == NOTHING { SEEN } else { 1 };
        self.sentences.extend(std::iter::repeat_n(sentence, times));
        Ok(())
    }

    /// Every slot that is named has to be defined.
    fn check(&self) -> anyhow::Result<()> {
        let patterns = self.sentences.iter().map(|(_, pattern)| pattern);
        for pattern in patterns.chain(self.slots.values().flatten()) {
            self.check_pattern(pattern)?;
        }
        Ok(())
    }

    fn check_pattern(&self, pattern: &Pattern) -> anyhow::Result<()> {
        for part in pattern {
            match part {
                Part::Text(_) => {}
                Part::Slot(name) if self.slots.contains_key(name) => {}
                Part::Slot(name) => bail!("no slot is called {name}"),
                Part::Choice(patterns) => {
                    patterns
                        .iter()
                        .try_for_each(|pattern| self.check_pattern(pattern))?;
                }
                Part::Perhaps(pattern) => self.check_pattern(pattern)?,
            }
        }
        Ok(())
    }

    /// So many sentences of every kind's patterns, each with its kind, always the same ones.
    pub fn sentences(&self, count: usize) -> Vec<(String, String)> {
        let mut random = Random::new(0x6772_616d_6d61_7221);
        (0..count)
            .map(|nth| {
                let (kind, pattern) = &self.sentences[nth % self.sentences.len()];
                let mut text = String::new();
                self.write(pattern, &mut random, 0, &mut text);
                let words: Vec<&str> = text.split_whitespace().collect();
                (words.join(" "), kind.clone())
            })
            .collect()
    }

    fn write(&self, pattern: &Pattern, random: &mut Random, depth: u32, text: &mut String) {
        for part in pattern {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Slot(name) if depth < DEEPEST => {
                    let patterns = &self.slots[name];
                    let chosen = &patterns[random.below(patterns.len())];
                    self.write(chosen, random, depth + 1, text);
                }
                Part::Slot(_) => {}
                Part::Choice(patterns) => {
                    let chosen = &patterns[random.below(patterns.len())];
                    self.write(chosen, random, depth, text);
                }
                Part::Perhaps(pattern) => {
                    if random.below(2) == 0 {
                        self.write(pattern, random, depth, text);
                    }
                }
            }
        }
    }
}

/// Alternatives, separated by bars outside of brackets.
fn alternatives(text: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    text.split(|sign| {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        sign == '|' && depth == 0
    })
    .collect()
}

fn pattern_of(text: &str) -> anyhow::Result<Pattern> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['(', '[', '{']) {
        if at > 0 {
            parts.push(Part::Text(rest[..at].to_owned()));
        }
        let end =
            closing(&rest[at..]).with_context(|| format!("no end of {:?}", &rest[at..]))? + at;
        let inside = &rest[at + 1..end];
        parts.push(match rest.as_bytes()[at] {
            b'{' => Part::Slot(inside.trim().to_owned()),
            b'[' => Part::Perhaps(pattern_of(inside)?),
            _ => Part::Choice(
                alternatives(inside)
                    .into_iter()
                    .map(pattern_of)
                    .collect::<anyhow::Result<_>>()?,
            ),
        });
        rest = &rest[end + 1..];
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    Ok(parts)
}

/// Where the bracket closes that a text begins with.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_expanded() {
        let mut grammar = Grammar::default();
        for line in [
            "$thing = milk | (red|green) apples",
            "add: [please] add {thing}",
            "nothing?: is {thing} good",
        ] {
            grammar.take(line).unwrap();
        }
        grammar.check().unwrap();
        let sentences = grammar.sentences(40);
        assert_eq!(sentences, grammar.sentences(40));
        for text in ["add milk", "please add red apples", "is green apples good"] {
            assert!(sentences.iter().any(|(found, _)| found == text), "{text}");
        }
    }

    #[test]
    fn what_is_not_defined_is_refused() {
        let mut grammar = Grammar::default();
        grammar.take("add: add {thing}").unwrap();
        assert!(grammar.check().is_err());
        assert!(grammar.take("add: (a|b").is_err());
    }
}
