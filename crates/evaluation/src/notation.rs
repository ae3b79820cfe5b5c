//! Labels, and what was understood, as commands that can be compared. The notation is described in
//! `evaluation/README.md`; the engine's side of it is [`tasktalk_understanding::shorthand`].

use std::collections::BTreeSet;

use anyhow::bail;

/// One command of a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Whether it is asked about instead of done.
    pub asks: bool,
    /// What is to be done.
    pub verb: String,
    /// On which tasks, in the words of the label.
    pub reference: Option<String>,
    /// The new title.
    pub title: Option<String>,
    /// The due date, or `-`.
    pub due: Option<String>,
    /// The recurrence rule, or `-`.
    pub rule: Option<String>,
    /// By how much the due date moves.
    pub shift: Option<String>,
    /// `p1` to `p4`.
    pub priority: Option<String>,
    /// Tags with their `#`, those to be removed with `-#`, all of them `tags-`.
    pub tags: BTreeSet<String>,
    /// The note, or `-`.
    pub note: Option<String>,
    /// Which tasks a list shows; their being open is not compared.
    pub filter: BTreeSet<String>,
    /// Of how many changes an undo is.
    pub steps: Option<String>,
}

/// What can be done; `nothing` is no command at all.
const VERBS: [&str; 14] = [
    "add", "list", "count", "done", "reopen", "delete", "update", "skip", "undo", "correct",
    "help", "greeting", "thanks", "unknown",
];

/// Reads a label; `nothing` is an empty one.
pub fn read(label: &str) -> anyhow::Result<Vec<Piece>> {
    let label = label.trim().trim_end_matches(" ; what?");
    if label == "nothing" {
        return Ok(Vec::new());
    }
    let mut pieces = Vec::new();
    let mut rest = label;
    loop {
        let end = next_command(rest);
        pieces.push(piece(rest[..end].trim())?);
        match rest[end..].strip_prefix(" ; ") {
            Some(more) => rest = more,
            None => return Ok(pieces),
        }
    }
}

/// Where the first command of a label ends: before ` ; ` and a verb, since titles may hold semicolons.
fn next_command(label: &str) -> usize {
    label
        .match_indices(" ; ")
        .map(|(at, _)| at)
        .find(|at| begins(&label[at + 3..]))
        .unwrap_or(label.len())
}

fn begins(text: &str) -> bool {
    let word = text
        .trim_start_matches('?')
        .split([' ', ':'])
        .next()
        .unwrap_or_default();
    VERBS.contains(&word) || word == "nothing"
}

fn piece(text: &str) -> anyhow::Result<Piece> {
    let (asks, text) = match text.strip_prefix('?') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (verb, mut rest) = text.split_once(' ').unwrap_or((text, ""));
    let verb = verb.split(':').next().unwrap_or_default();
    if !VERBS.contains(&verb) {
        bail!("no such command: {text:?}");
    }
    let mut piece = Piece {
        asks,
        verb: verb.to_owned(),
        ..Piece::default()
    };
    while !rest.is_empty() {
        rest = detail(&mut piece, rest)?.trim_start();
    }
    Ok(piece)
}

/// Reads the detail at the beginning, and gives what follows it.
fn detail<'t>(piece: &mut Piece, text: &'t str) -> anyhow::Result<&'t str> {
    if let Some(rest) = text.strip_prefix('<') {
        let (reference, rest) = until(rest, ">")?;
        piece.reference = Some(words(reference));
        return Ok(rest);
    }
    if let Some(rest) = text.strip_prefix('[') {
        let (filter, rest) = until(rest, "]")?;
        piece.filter = conditions(filter);
        return Ok(rest);
    }
    if let Some(rest) = text.strip_prefix('\'') {
        let (title, rest) = until(rest, "'")?;
        piece.title = Some(title.to_owned());
        return Ok(rest);
    }
    if let Some(rest) = text.strip_prefix("note '") {
        let (note, rest) = until(rest, "'")?;
        piece.note = Some(note.to_owned());
        return Ok(rest);
    }
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "due-" => piece.due = Some("-".to_owned()),
        "repeat-" => piece.rule = Some("-".to_owned()),
        "note-" => piece.note = Some("-".to_owned()),
        "p1" | "p2" | "p3" | "p4" => piece.priority = Some(word.to_owned()),
        "by" => {
            let (what, rest) = rest.split_once(' ').unwrap_or((rest, ""));
            if what.starts_with(|first: char| first.is_ascii_digit()) {
                piece.shift = Some(what.to_owned());
            }
            return Ok(rest);
        }
        "tags-" => {
            piece.tags.insert(word.to_owned());
        }
        "trash" | "repeating" => {
            piece.filter.insert(word.to_owned());
        }
        "Asc" | "Desc" | "once" | "series" => {}
        _ if word.starts_with("FREQ=") => piece.rule = Some(rule(word)),
        _ if word.starts_with('#') || word.starts_with("-#") => {
            piece.tags.insert(word.to_lowercase());
        }
        _ if is_date(word) => {
            let (time, after) = rest.split_once(' ').unwrap_or((rest, ""));
            if time.len() == 5 && time.as_bytes()[2] == b':' {
                piece.due = Some(format!("{word} {time}"));
                return Ok(after);
            }
            piece.due = Some(word.to_owned());
        }
        _ if word.parse::<u32>().is_ok() => piece.steps = Some(word.to_owned()),
        _ => bail!("not understood: {text:?}"),
    }
    Ok(rest)
}

/// Up to a closing sign after which the label ends or a detail begins: titles may hold apostrophes.
fn until<'t>(text: &'t str, sign: &str) -> anyhow::Result<(&'t str, &'t str)> {
    let end = text.match_indices(sign).map(|(at, _)| at).find(|at| {
        let rest = &text[at + 1..];
        rest.is_empty() || rest.strip_prefix(' ').is_some_and(is_detail)
    });
    match end {
        Some(end) => Ok((&text[..end], &text[end + 1..])),
        None => bail!("no end of {text:?}"),
    }
}

fn is_detail(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    text.starts_with(['\'', '[', '<'])
        || [
            "due-", "repeat-", "note-", "tags-", "note", "by", "p1", "p2", "p3", "p4", "once",
            "series",
        ]
        .contains(&word)
        || word.starts_with("FREQ=")
        || word.starts_with('#')
        || word.starts_with("-#")
        || is_date(word)
}

fn is_date(word: &str) -> bool {
    word.len() == 10 && word.parse::<jiff::civil::Date>().is_ok()
}

/// Words that say nothing in a reference, in each language.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "my", "our", "task", "der", "die", "das", "den", "dem", "des",
];

/// Words of a reference, comparable: articles say nothing.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    lower
        .split_whitespace()
        .filter(|word| !ARTICLES.contains(word))
        .collect::<Vec<_>>()
        .join(" ")
        .replace('"', "")
}

fn conditions(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let quoted = rest
            .strip_prefix('\'')
            .and_then(|inner| inner.split_once('\''));
        let (condition, after) = if let Some((inside, after)) = quoted {
            (words(inside), after)
        } else {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            (word.to_lowercase(), after)
        };
        if condition != "open" {
            found.insert(condition);
        }
        rest = after.trim_start();
    }
    found
}

/// A rule with its parts in one order.
pub(crate) fn rule(text: &str) -> String {
    let mut parts: Vec<&str> = text.split(';').collect();
    parts.retain(|part| *part != "INTERVAL=1");
    parts.sort_unstable();
    parts.join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_may_hold_apostrophes_and_semicolons() {
        let label = "add 'Post gran's parcel; now' 2026-11-26 17:00 p1 #home ; delete <the report>";
        let pieces = read(label).unwrap();
        assert_eq!(pieces[0].title.as_deref(), Some("Post gran's parcel; now"));
        assert_eq!(pieces[0].due.as_deref(), Some("2026-11-26 17:00"));
        assert_eq!(pieces[0].priority.as_deref(), Some("p1"));
        assert_eq!(pieces[1].verb, "delete");
        assert_eq!(pieces[1].reference.as_deref(), Some("report"));
        assert!(read("nothing").unwrap().is_empty());
        assert!(read("fly <me>").is_err());
    }

    #[test]
    fn the_engines_lines_are_in_the_same_notation() {
        let pieces = read("?update <#4> by 0m2d0min -#x note 'a b' ; what?").unwrap();
        assert!(pieces[0].asks);
        assert_eq!(pieces[0].shift.as_deref(), Some("0m2d0min"));
        let pieces = read("unknown:negated ; list [open p1] by Due Asc").unwrap();
        assert_eq!(pieces[1].filter, BTreeSet::from(["p1".to_owned()]));
    }
}
