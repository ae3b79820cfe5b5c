//! `cargo xtask train`: writes the networks, and says how well networks made so do on sentences left out.
#![expect(
    clippy::print_stdout,
    reason = "a command line program talks on standard output"
)]

use std::{fs, path::Path};

use anyhow::Context as _;
use clap::Parser;
use tasktalk_evaluation::{cases, report::Ratio};
use tasktalk_training::{
    examples::{self, Example},
    folds,
    models::{self, Size},
};
use tasktalk_understanding::{languages, model::Kind};

/// Seen from the checkout's root.
const WEIGHTS: &str = "crates/understanding/src/model";

/// Makes the networks of the embedded engine from the sentences in the repository.
#[derive(Debug, Parser)]
#[command(name = "tasktalk-training")]
struct Arguments {
    /// Files of sentences to leave out, without `.txt`, so that `evaluate --sentences` can measure on them. What is written then is
    /// not to be committed.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    without: Vec<String>,

    /// Only this language, as a BCP 47 subtag.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let wanted = |language: &&str| {
        let only = arguments.language.as_deref();
        only.is_none_or(|only| only == *language)
    };
    languages()
        .filter(wanted)
        .try_for_each(|language| train(language, &arguments.without))
}

fn train(language: &str, without: &[String]) -> anyhow::Result<()> {
    let examples = examples::all_without(Path::new("."), language, without)?;
    let size = models::size(language);
    println!("{language}: made from {} sentences", examples.len());
    if without.is_empty() {
        print_scores(&examples, size);
    }
    let folder = cases::folder_of(language, Path::new(WEIGHTS));
    fs::create_dir_all(&folder)?;
    let made = models::make(&examples, size);
    write(&folder.join("kinds.bin"), &made.kinds)?;
    write(&folder.join("objects.bin"), &made.objects)?;
    match made.boundaries {
        Some(boundaries) => write(&folder.join("boundaries.bin"), &boundaries),
        None => Ok(()),
    }
}

/// How well networks do on sentences that they were not made from.
fn print_scores(examples: &[Example], size: Size) {
    let judged = folds::judge_apart(examples, size);
    let (mut all, mut commands, mut invented) =
        (Ratio::default(), Ratio::default(), Ratio::default());
    let mut words = Ratio::default();
    let written = examples
        .iter()
        .zip(&judged)
        .filter(|(example, _)| !example.generated);
    for (example, judged) in written {
        let (kind, _) = judged.kinds.best();
        words.of_these += judged.words.0;
        words.all += judged.words.1;
        all.count(kind == example.kind);
        if example.kind == Kind::Nothing {
            invented.count(kind != Kind::Nothing);
        } else {
            commands.count(kind == example.kind);
        }
    }
    println!("Written sentences left out, judged by networks made from the others");
    println!("  right                           {all}");
    println!("  commands of the right kind      {commands}");
    println!("  command where there is none     {invented}");
    println!("  words in the object or not      {words}");
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(file, bytes).with_context(|| format!("{} can't be written", file.display()))
}
