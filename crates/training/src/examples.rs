//! Sentences as examples: their features, and which kind they are.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use tasktalk_evaluation::{
    cases::{self, Line},
    notation::{self, Piece},
};
use tasktalk_understanding::{
    Moment,
    model::{self, BoundaryExample, Kind, ObjectExample},
};

use crate::grammar::Grammar;

/// One sentence.
#[derive(Clone, Debug)]
pub struct Example {
    /// What is said.
    pub text: String,
    /// Its features.
    pub features: Vec<u32>,
    /// What it asks for.
    pub kind: Kind,
    /// It asks for several things, all of this kind.
    pub several: bool,
    /// It is right to ask back: perhaps it asks for nothing.
    pub doubtful: bool,
    /// It was made from the grammar.
    pub generated: bool,
    /// Which of its words are the object, where that is known.
    pub object: Option<ObjectExample>,
    /// Where in it a command may end, where it is known whether one does.
    pub boundaries: Vec<BoundaryExample>,
}

/// Everything that the networks of a language are made from, in a checkout. A language has a folder of its tag beside the files of
/// English, and need not have a grammar.
pub fn all(root: &Path, language: &str) -> anyhow::Result<Vec<Example>> {
    all_without(root, language, &[])
}

/// The same without some files of sentences, so that what is made from it can be measured on them.
pub fn all_without(root: &Path, language: &str, files: &[String]) -> anyhow::Result<Vec<Example>> {
    let engine = root.join("crates/understanding");
    let moment = cases::moment(language);
    let folder = cases::folder_of(language, &engine.join("training"));
    let mut examples = read(&folder, files, &moment)?;
    let tables = of_tables(
        &cases::folder_of(language, &engine.join("tests/it")),
        &moment,
    )?;
    for _ in 0..TABLES_SEEN {
        examples.extend(tables.iter().cloned());
    }
    let grammar = folder.join("grammar.rules");
    if grammar.exists() {
        examples.extend(of_grammar(&grammar, &moment)?);
    }
    Ok(examples)
}

/// How often the tables are seen: they are what the engine promises.
const TABLES_SEEN: usize = 3;

/// How many sentences are made from the grammar.
const GENERATED: usize = 20_000;

fn of_grammar(file: &Path, moment: &Moment) -> anyhow::Result<Vec<Example>> {
    let sentences = Grammar::read(file)?.sentences(GENERATED);
    Ok(sentences
        .into_iter()
        .map(|(text, label)| Example {
            features: model::features(&text, moment),
            kind: kind(label.trim_end_matches('?')),
            several: false,
            doubtful: label.ends_with('?'),
            generated: true,
            object: None,
            boundaries: Vec::new(),
            text,
        })
        .collect())
}

/// The examples in a folder.
pub fn read(folder: &Path, without: &[String], moment: &Moment) -> anyhow::Result<Vec<Example>> {
    let mut examples = Vec::new();
    let left_out = |line: &Line| {
        let file = line.place.split('.').next();
        without.iter().any(|name| Some(name.as_str()) == file)
    };
    for line in cases::lines(folder)?.iter().filter(|line| !left_out(line)) {
        let case = cases::case(line)?;
        let pieces = notation::read(&case.label)?;
        examples.extend(examples_of(case.text, &pieces, moment));
    }
    Ok(examples)
}

/// The examples that a message is: itself, and when it asks for several things, its parts.
fn examples_of(text: String, pieces: &[Piece], moment: &Moment) -> Vec<Example> {
    let whole = match pieces {
        [] => (Kind::Nothing, false),
        [piece] => (kind(&piece.verb), piece.asks),
        [first, others @ ..] => {
            let alike = others.iter().all(|other| other.verb == first.verb);
            let one = if alike {
                kind(&first.verb)
            } else {
                Kind::Several
            };
            (one, false)
        }
    };
    let mut examples = Vec::new();
    if let [_, _, ..] = pieces {
        let clauses = model::features_of_clauses(&text, moment);
        if clauses.len() == pieces.len() {
            let parts = clauses.into_iter().zip(pieces);
            examples.extend(parts.map(|(features, piece)| Example {
                text: text.clone(),
                features,
                kind: kind(&piece.verb),
                several: false,
                doubtful: piece.asks,
                generated: false,
                object: None,
                boundaries: Vec::new(),
            }));
        }
    }
    let object = match pieces {
        [piece] => {
            object(piece).and_then(|object| model::object_example(&text, &object, whole.0, moment))
        }
        _ => None,
    };
    examples.push(Example {
        boundaries: boundaries(&text, pieces, moment),
        features: model::features(&text, moment),
        text,
        kind: whole.0,
        several: pieces.len() > 1,
        doubtful: whole.1,
        generated: false,
        object,
    });
    examples
}

/// Where a command may end in a message.
fn boundaries(text: &str, pieces: &[Piece], moment: &Moment) -> Vec<BoundaryExample> {
    let objects: Option<Vec<String>> = match pieces {
        [] | [_] => Some(Vec::new()),
        several => several.iter().map(object).collect(),
    };
    let said = objects.filter(|objects| !objects.iter().any(String::is_empty));
    said.map_or_else(Vec::new, |objects| {
        model::boundary_examples(text, &objects, moment)
    })
}

/// The words of a command's object; empty when it is none of its words.
fn object(piece: &Piece) -> Option<String> {
    if piece.verb == "add" {
        return piece.title.clone();
    }
    let reference = piece.reference.as_ref()?;
    let plain = !reference.contains(['#', '[', ',']) && !reference.contains(" except ");
    let pointer = ["it", "them", "both", "others", "all"].contains(&reference.as_str())
        || ["nth ", "last ", "first "]
            .iter()
            .any(|word| reference.starts_with(word));
    if pointer || reference.starts_with('#') {
        return Some(String::new());
    }
    plain.then(|| reference.clone())
}

/// The examples in the tables of the engine's own tests: lines such as `("buy milk", "add 'Buy milk'"),`.
pub fn of_tables(folder: &Path, moment: &Moment) -> anyhow::Result<Vec<Example>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("{} can't be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path: &PathBuf| path.is_file());
    files.sort();
    let mut examples = Vec::new();
    for file in files {
        for line in fs::read_to_string(&file)?.lines() {
            let Some((text, label)) = row(line) else {
                continue;
            };
            // What is not in the notation tests something else.
            let Ok(pieces) = notation::read(&label) else {
                continue;
            };
            examples.extend(examples_of(text, &pieces, moment));
        }
    }
    Ok(examples)
}

/// The two texts of a row of a table.
fn row(line: &str) -> Option<(String, String)> {
    let inner = line.trim().strip_prefix("(\"")?.strip_suffix("\"),")?;
    let (text, label) = inner.split_once("\", \"")?;
    let plain = |text: &str| text.replace("\\\"", "\"").replace("\\n", "\n");
    Some((plain(text), plain(label)))
}

fn kind(verb: &str) -> Kind {
    match verb {
        "add" => Kind::Add,
        "list" | "count" => Kind::List,
        "done" => Kind::Done,
        "reopen" => Kind::Reopen,
        "update" | "skip" | "correct" => Kind::Update,
        "delete" => Kind::Delete,
        "undo" => Kind::Undo,
        _ => Kind::Nothing,
    }
}
