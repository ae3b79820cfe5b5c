//! `cargo xtask evaluate`: the scores, and what went wrong.
#![expect(
    clippy::print_stdout,
    reason = "a command line program talks on standard output"
)]

use std::path::{Path, PathBuf};

use clap::Parser;
use tasktalk_evaluation::{cases, dates, dialogues, report::Wrong, risk, sentences};

/// Measures how well the embedded engine understands what is labelled in a folder.
#[derive(Debug, Parser)]
#[command(name = "tasktalk-evaluation")]
struct Arguments {
    /// The folder with `sentences`, `dates` and `dialogues`.
    #[arg(long, value_name = "FOLDER", default_value = "evaluation")]
    folder: PathBuf,

    /// A folder of sentences instead, such as `crates/understanding/training`.
    #[arg(long, value_name = "FOLDER")]
    sentences: Option<PathBuf>,

    /// Only this language, as a BCP 47 subtag.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// How many of the cases that went wrong are shown, of each kind.
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    show: usize,

    /// Only those whose faults, place or text contain this.
    #[arg(long, default_value = "", value_name = "TEXT")]
    only: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let Some(folder) = &arguments.sentences {
        let language = arguments.language.as_deref().unwrap_or(cases::ENGLISH);
        print_sentences(&arguments, &sentences::evaluate(folder, language)?);
        return Ok(());
    }
    let wanted = |language: &&str| {
        arguments
            .language
            .as_deref()
            .is_none_or(|only| only == *language)
    };
    for language in tasktalk_understanding::languages().filter(wanted) {
        if language != cases::ENGLISH {
            println!("\n=== {language} ===\n");
        }
        let folder = cases::folder_of(language, &arguments.folder);
        evaluate(&arguments, &folder, language).await?;
    }
    Ok(())
}

async fn evaluate(arguments: &Arguments, folder: &Path, language: &str) -> anyhow::Result<()> {
    print_sentences(
        arguments,
        &sentences::evaluate(&folder.join("sentences"), language)?,
    );
    print_dates(
        arguments,
        &dates::evaluate(&folder.join("dates"), language)?,
    );
    let held = dialogues::evaluate(&folder.join("dialogues"), language).await?;
    println!("\nDialogues");
    println!("  turn with exactly the right list    {}", held.turns);
    println!("  dialogue right to the end           {}", held.dialogues);
    println!(
        "  change where none was due           {}",
        held.changed_for_nothing
    );
    print_wrong(arguments, &held.wrong);
    Ok(())
}

fn print_sentences(arguments: &Arguments, scores: &sentences::Scores) {
    println!("Sentences");
    println!("  right intent                        {}", scores.intent);
    println!(
        "  wrong kind of change, of all done   {}",
        scores.wrong_kind
    );
    println!(
        "  change where nothing was asked for  {}",
        scores.changed_for_nothing
    );
    println!(
        "  question where nothing was asked    {}",
        scores.asked_for_nothing
    );
    println!(
        "  needless question                   {}",
        scores.needless_question
    );
    println!("  title exactly right                 {}", scores.title);
    println!("  due date exactly right              {}", scores.due);
    println!(
        "  recurrence exactly right            {}",
        scores.recurrence
    );
    println!("  reference exactly right             {}", scores.reference);
    println!("  everything exactly right            {}", scores.whole);
    println!(
        "  calibration error                   {:6.3}",
        scores.calibration
    );
    println!("  confidence   commands   right");
    for (count, confidence, right) in scores.classes() {
        println!("    {confidence:.2}       {count:6}      {right:.2}");
    }
    println!("  done from   share of commands   wrong");
    for point in risk::curve(&scores.judged) {
        println!(
            "    {:.2}       {:6.2} %          {:6.2} %",
            point.bound,
            100.0 * point.coverage,
            100.0 * point.risk
        );
    }
    let (median, slowest) = scores.latencies();
    println!(
        "  one message  {median:?} median, {slowest:?} of 99 in a hundred (as built for tests)"
    );
    println!("  meant → understood, where they differ");
    for ((meant, said), count) in &scores.confusion {
        if meant != said {
            println!("    {meant:8} → {said:8} {count:5}");
        }
    }
    print_wrong(arguments, &scores.wrong);
}

fn print_dates(arguments: &Arguments, scores: &dates::Scores) {
    println!("\nDates");
    println!("  right                               {}", scores.right);
    println!(
        "  wrong                               {}",
        scores.wrong_reading
    );
    println!(
        "  recurrences right                   {}",
        scores.recurrences
    );
    println!("  date found where there is none      {}", scores.invented);
    print_wrong(arguments, &scores.wrong);
}

fn print_wrong(arguments: &Arguments, wrong: &[Wrong]) {
    let only = &arguments.only;
    let shown = wrong.iter().filter(|case| {
        case.faults.contains(only) || case.place.contains(only) || case.text.contains(only)
    });
    for case in shown.take(arguments.show) {
        println!("  {case}");
    }
}
