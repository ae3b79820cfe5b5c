//! The files of labelled cases.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use jiff::civil::{self, DateTime};
use tasktalk_domain::{Locale, Zone};
use tasktalk_understanding::Moment;

/// One line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `adding.txt:17`.
    pub place: String,
    /// The line, without white space around it.
    pub text: String,
}

/// A text and its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub place: String,
    /// What is said.
    pub text: String,
    /// What it means.
    pub label: String,
}

/// The language of what stands in a folder itself.
pub const ENGLISH: &str = "en";

/// Where a folder keeps what is in a language: that of English is the folder itself, and every other has one of its tag inside.
pub fn folder_of(language: &str, folder: &Path) -> PathBuf {
    if language == ENGLISH {
        folder.to_owned()
    } else {
        folder.join(language)
    }
}

/// When everything in a language is said unless a case says otherwise: Wednesday, 25 November 2026, ten in the morning in
/// Berlin.
pub fn moment(language: &str) -> Moment {
    Moment {
        now: civil::datetime(2026, 11, 25, 10, 0, 0, 0),
        zone: Zone::parse("Europe/Berlin").expect("Berlin has a time zone"),
        locale: Locale::parse(language).expect("a tag is a locale"),
    }
}

/// Every line of a folder's `.txt` files that is no comment, in the order of the files' names. Blank lines are kept out.
pub fn lines(folder: &Path) -> anyhow::Result<Vec<Line>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("{} can't be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let mut lines = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} can't be read", file.display()))?;
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with("# ") {
                lines.push(Line {
                    place: format!("{name}:{number}"),
                    text: line.to_owned(),
                });
            }
        }
    }
    Ok(lines)
}

/// Cuts a line into what is said and what it means.
pub fn case(line: &Line) -> anyhow::Result<Case> {
    let Some((text, label)) = line.text.rsplit_once(" => ") else {
        bail!("{}: no ` => ` in {:?}", line.place, line.text);
    };
    Ok(Case {
        place: line.place.clone(),
        text: text.trim().to_owned(),
        label: label.trim().to_owned(),
    })
}

/// `@ 2026-03-28T22:00 en-GB Europe/London`: another moment; `@` alone is the usual one of the language.
pub fn moment_of(line: &str, language: &str) -> anyhow::Result<Moment> {
    let mut moment = moment(language);
    for word in line.trim_start_matches('@').split_whitespace() {
        if let Ok(now) = word.parse::<DateTime>() {
            moment.now = now;
        } else if word.contains('/') {
            moment.zone = Zone::parse(word)?;
        } else {
            moment.locale = Locale::parse(word)?;
        }
    }
    Ok(moment)
}
