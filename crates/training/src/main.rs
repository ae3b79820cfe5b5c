//! `cargo xtask train`: writes the weights, and says how well weights made so do on sentences left out.
#![expect(
    clippy::print_stdout,
    reason = "a command line program talks on standard output"
)]

use std::{env, fs, path::Path};

use anyhow::Context as _;
use tasktalk_evaluation::{cases, report::Ratio};
use tasktalk_training::{examples, folds, models};
use tasktalk_understanding::{languages, model::Kind};

/// Seen from the checkout's root.
const WEIGHTS: &str = "crates/understanding/src/model";

/// Makes the weights of every language, or of those whose tags are given.
fn main() -> anyhow::Result<()> {
    let wanted: Vec<String> = env::args().skip(1).collect();
    languages()
        .filter(|language| wanted.is_empty() || wanted.iter().any(|tag| tag == language))
        .try_for_each(train)
}

fn train(language: &str) -> anyhow::Result<()> {
    let examples = examples::all(Path::new("."), language)?;
    let size = models::size(language);
    let judged = folds::judge_apart(&examples, size);
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
    println!("{language}: written sentences left out, judged by weights made from the others");
    println!("  right                           {all}");
    println!("  commands of the right kind      {commands}");
    println!("  command where there is none     {invented}");
    println!("  words in the object or not      {words}");
    let folder = cases::folder_of(language, Path::new(WEIGHTS));
    fs::create_dir_all(&folder)?;
    write(&folder.join("kinds.bin"), &models::kinds(&examples, size))?;
    write(
        &folder.join("objects.bin"),
        &models::objects(&examples, size),
    )?;
    println!("Made from {} sentences.", examples.len());
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(file, bytes).with_context(|| format!("{} can't be written", file.display()))
}
