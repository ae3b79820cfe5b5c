//! From the text of a pattern to its steps.

use super::{Slot, Step};
use crate::lexicon::{Class, Lexicon, WordId};
use crate::units::Gap;

/// Cuts a pattern's text at white space and around its brackets.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut piece = String::new();
        for c in word.chars() {
            if matches!(c, '[' | ']' | '(' | ')' | '/') {
                if !piece.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
                pieces.push(c.to_string());
            } else {
                piece.push(c);
            }
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}

pub(super) fn sequence(
    pieces: &mut &[String],
    steps: &mut Vec<Step>,
    lexicon: &mut Lexicon,
) -> Result<(), String> {
    while let Some((piece, rest)) = pieces.split_first() {
        match piece.as_str() {
            "]" | ")" | "/" => return Ok(()),
            "[" => {
                *pieces = rest;
                alternatives(pieces, steps, true, lexicon)?;
                close(pieces, "]")?;
            }
            "(" => {
                *pieces = rest;
                alternatives(pieces, steps, false, lexicon)?;
                close(pieces, ")")?;
            }
            word => {
                *pieces = rest;
                single(word, steps, lexicon)?;
            }
        }
    }
    Ok(())
}

fn close(pieces: &mut &[String], bracket: &str) -> Result<(), String> {
    match pieces.split_first() {
        Some((piece, rest)) if piece == bracket => {
            *pieces = rest;
            Ok(())
        }
        _ => Err(format!("a '{bracket}' is missing")),
    }
}

fn alternatives(
    pieces: &mut &[String],
    steps: &mut Vec<Step>,
    optional: bool,
    lexicon: &mut Lexicon,
) -> Result<(), String> {
    let mut branches = Vec::new();
    // Alternatives of one word each are one step.
    let mut words = Vec::new();
    loop {
        let mut branch = Vec::new();
        sequence(pieces, &mut branch, lexicon)?;
        match branch.as_slice() {
            [Step::Word(word)] => words.extend_from_slice(word),
            _ => branches.push(branch),
        }
        match pieces.split_first() {
            Some((piece, rest)) if piece == "/" => *pieces = rest,
            _ => break,
        }
    }
    if !words.is_empty() {
        words.sort_unstable();
        words.dedup();
        branches.push(vec![Step::Word(words.into())]);
    }
    if optional {
        branches.push(Vec::new());
    }
    let mut jumps = Vec::new();
    let count = branches.len();
    for (index, branch) in branches.into_iter().enumerate() {
        let last = index + 1 == count;
        if last {
            append(steps, branch);
        } else {
            let fork = steps.len();
            steps.push(Step::Fork(fork + 1, 0));
            append(steps, branch);
            jumps.push(steps.len());
            steps.push(Step::Jump(0));
            steps[fork] = Step::Fork(fork + 1, steps.len());
        }
    }
    let end = steps.len();
    for jump in jumps {
        steps[jump] = Step::Jump(end);
    }
    Ok(())
}

/// Appends compiled steps, moving their targets.
fn append(steps: &mut Vec<Step>, branch: Vec<Step>) {
    let offset = steps.len();
    steps.extend(branch.into_iter().map(|step| match step {
        Step::Fork(a, b) => Step::Fork(a + offset, b + offset),
        Step::Jump(a) => Step::Jump(a + offset),
        other => other,
    }));
}

fn single(word: &str, steps: &mut Vec<Step>, lexicon: &mut Lexicon) -> Result<(), String> {
    if word == "$" {
        steps.push(Step::End);
    } else if word == ":" {
        steps.push(Step::Mark(Gap::COLON));
    } else if word == "," {
        steps.push(Step::Mark(Gap::COMMA));
    } else if let Some(class) = word.strip_prefix('%') {
        steps.push(Step::Class(
            Class::named(class).ok_or_else(|| format!("there is no class '{class}'"))?,
        ));
    } else if let Some(name) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
        let slot = Slot::named(name).ok_or_else(|| format!("there is no slot '{name}'"))?;
        steps.push(Step::Begin(slot));
        match slot {
            Slot::When | Slot::From => steps.push(Step::When),
            Slot::Number => steps.push(Step::Number),
            Slot::Place => steps.push(Step::Place),
            Slot::Priority => steps.push(Step::Priority),
            Slot::Shift => steps.push(Step::Shift),
            _ if name == "word" => steps.push(Step::Any),
            _ if name == "ownlist" => steps.push(Step::Class(Class::NAMED_LIST)),
            _ => {
                let any = steps.len();
                steps.push(Step::Any);
                steps.push(Step::Fork(any + 2, any));
            }
        }
        steps.push(Step::Finish(slot));
    } else {
        steps.push(Step::Word(Box::new([lexicon.intern(word)])));
    }
    Ok(())
}

/// The words that come next at a step, sorted; `None` when others than words can come.
pub(super) fn words_next(steps: &[Step], from: usize) -> Option<Vec<WordId>> {
    let mut words = Vec::new();
    let mut todo = vec![from];
    let mut seen = vec![false; steps.len()];
    while let Some(step) = todo.pop() {
        if std::mem::replace(&mut seen[step], true) {
            continue;
        }
        match &steps[step] {
            Step::Word(next) => words.extend_from_slice(next),
            Step::Fork(a, b) => todo.extend([*a, *b]),
            Step::Jump(a) => todo.push(*a),
            Step::Begin(_) | Step::Finish(_) | Step::Mark(_) => todo.push(step + 1),
            _ => return None,
        }
    }
    words.sort_unstable();
    words.dedup();
    Some(words)
}
