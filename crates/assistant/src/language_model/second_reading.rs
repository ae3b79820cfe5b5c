//! What counts of a model's reading. A model that is wrong, or lies, must not do harm, so its word alone changes nothing:
//!
//! - A change is *carried out* on its word only where the embedded engine read the same kind of change in the message,
//!   if unsurely, and the message itself speaks of the task. Where the embedded engine is sure, nothing else counts.
//! - Where only one of the two is so, it is *asked about*; where neither is, it is dropped. A task that was not among
//!   those given to the model doesn't exist.
//! - What the embedded engine knows to be denied, doubted or reported ("don't delete it") changes nothing.

use tasktalk_domain::{
    Command, Confidence, Intent, Parameters, Reason, Reference, Selector, StatusFilter, Tag, Task,
    Understood,
    command::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW},
    text,
};

use super::{
    dates,
    grounding::{self, Ground},
    material::Material,
    schema::{ReadCommand, ReadIntent, Reading},
};

/// So sure a model is that doesn't say how sure it is.
const UNSAID: f32 = 0.5;
/// The most that its word alone is worth: it is asked about.
const ASKED_ABOUT: f32 = 0.69;
/// So sure it has to be to be asked about with nothing in the message that speaks for it.
const INSISTS: f32 = 0.9;

/// The commands that count, or `None` when the embedded engine's reading stands.
pub(super) fn understood(reading: &Reading, material: &Material) -> Option<Understood> {
    let withheld = material.embedded.iter().any(is_withheld);
    let commands: Vec<Command> = reading
        .commands
        .iter()
        .filter(|read| !withheld || read.intent == ReadIntent::ListTasks)
        .filter_map(|read| command(read, material))
        .collect();
    if loses_some(&commands, material) {
        return None;
    }
    let confidence = commands
        .iter()
        .map(|command| command.confidence)
        .reduce(|least, next| if next < least { next } else { least })?;
    Some(Understood {
        language: material.language.clone(),
        confidence,
        question: None,
        commands,
    })
}

/// Whether something that the embedded engine is sure of is missing: no command that was given may be lost.
fn loses_some(commands: &[Command], material: &Material) -> bool {
    let sure = material.embedded.iter().filter(|command| is_sure(command));
    sure.clone().any(|one| {
        let wanted = sure
            .clone()
            .filter(|other| other.intent == one.intent)
            .count();
        let found = commands
            .iter()
            .filter(|command| command.intent == one.intent)
            .count();
        found < wanted
    })
}

fn is_sure(command: &Command) -> bool {
    let threshold = if command.intent == Intent::DeleteTask {
        CLARIFY_DELETE_BELOW
    } else {
        CLARIFY_BELOW
    };
    command.intent != Intent::Unknown && command.confidence >= threshold
}

fn is_withheld(command: &Command) -> bool {
    matches!(
        command.reason,
        Some(Reason::Negated | Reason::Hypothetical | Reason::Reported)
    )
}

fn command(read: &ReadCommand, material: &Material) -> Option<Command> {
    let (intent, completed) = kind(read.intent);
    let agreed = material.embedded.iter().find(|command| {
        command.intent == intent
            && (intent != Intent::CompleteTask
                || command.parameters.completed.unwrap_or(true) == completed)
    });
    // Where it is sure of all that it read, a model can better that, but not ask for something else.
    if agreed.is_none() && material.embedded.iter().all(is_sure) {
        return None;
    }
    let sure = read.confidence.unwrap_or(UNSAID);
    match intent {
        Intent::ListTasks => list(read, material, agreed, sure),
        Intent::AddTask => add(read, material, agreed, sure),
        _ => change(read, intent, completed, material, agreed, sure),
    }
}

fn kind(intent: ReadIntent) -> (Intent, bool) {
    match intent {
        ReadIntent::AddTask => (Intent::AddTask, false),
        ReadIntent::ListTasks => (Intent::ListTasks, false),
        ReadIntent::CompleteTask => (Intent::CompleteTask, true),
        ReadIntent::ReopenTask => (Intent::CompleteTask, false),
        ReadIntent::UpdateTask => (Intent::UpdateTask, false),
        ReadIntent::DeleteTask => (Intent::DeleteTask, false),
    }
}

/// Looking does no harm, but isn't forced on anyone either.
fn list(
    read: &ReadCommand,
    material: &Material,
    agreed: Option<&Command>,
    sure: f32,
) -> Option<Command> {
    if let Some(agreed) = agreed {
        return Some(agreed.clone());
    }
    let mut command = made(Intent::ListTasks, sure)?;
    command.parameters.filter.status = read.status.unwrap_or(StatusFilter::Pending);
    let said = |tag: &&String| grounding::has_word(&material.message, tag.trim_start_matches('#'));
    command.parameters.filter.tag =
        (read.tags.iter().find(said)).and_then(|tag| Tag::parse(tag).ok());
    let (tasks, _) = grounding::given(&read.task_ids, &material.tasks);
    if !tasks.is_empty() {
        let include = tasks.iter().map(|task| Selector::Id(task.id)).collect();
        command.reference = Some(Reference {
            include,
            exclude: Vec::new(),
        });
    }
    (sure > ASKED_ABOUT).then_some(command)
}

fn add(
    read: &ReadCommand,
    material: &Material,
    agreed: Option<&Command>,
    sure: f32,
) -> Option<Command> {
    let title = read
        .title
        .as_deref()
        .map(|title| without(title, read.when.as_deref()));
    let title = title
        .filter(|title| grounding::is_made_of(title, &material.message))
        .or_else(|| agreed?.parameters.title.clone())?;
    let mut command = made(Intent::AddTask, worth(sure, agreed.is_some(), true)?)?;
    command.parameters = details(read, material, agreed);
    command.parameters.title = Some(title);
    Some(command)
}

fn change(
    read: &ReadCommand,
    intent: Intent,
    completed: bool,
    material: &Material,
    agreed: Option<&Command>,
    sure: f32,
) -> Option<Command> {
    let (reference, grounded) = match agreed.and_then(grounding::exact_reference) {
        Some(exact) => (exact.clone(), true),
        None => pointed_at(read, material)?,
    };
    let several = reference.include.len() > 1;
    let worth = worth(sure, agreed.is_some(), grounded).or_else(|| {
        let insists = sure >= INSISTS && intent != Intent::DeleteTask && !several;
        insists.then_some(ASKED_ABOUT)
    })?;
    let mut command = made(intent, worth)?;
    command.reference = Some(reference);
    match intent {
        Intent::CompleteTask => {
            command.parameters.completed = Some(completed);
            command.parameters.done_on = agreed.and_then(|agreed| agreed.parameters.done_on);
        }
        Intent::UpdateTask => {
            command.parameters = details(read, material, agreed);
            let new = (read.title.as_deref())
                .map(|title| without(title, read.when.as_deref()))
                .filter(|title| {
                    !several
                        && grounding::is_made_of(title, &material.message)
                        && !is_title_of(title, &command, material)
                });
            if new.is_some() {
                command.parameters.title = new;
            }
            if command.parameters == Parameters::default() {
                return None;
            }
        }
        _ => {}
    }
    Some(command)
}

/// What a change is worth: the model's word where the message says so twice, a question where it does once.
fn worth(sure: f32, agreed: bool, grounded: bool) -> Option<f32> {
    match (agreed, grounded) {
        (true, true) => Some(sure),
        (true, false) | (false, true) => Some(sure.min(ASKED_ABOUT)),
        (false, false) => None,
    }
}

/// The tasks that a model means, and whether the message speaks of all of them.
fn pointed_at(read: &ReadCommand, material: &Material) -> Option<(Reference, bool)> {
    let (tasks, invented) = grounding::given(&read.task_ids, &material.tasks);
    if invented {
        tracing::warn!("the language model named a task that it was not given; that is ignored");
    }
    if tasks.is_empty() {
        return None;
    }
    let mut grounded = true;
    let mut include: Vec<Selector> = Vec::new();
    for task in tasks {
        let selector = match grounding::of(&material.message, task, &material.tasks) {
            Ground::Plain => Selector::Id(task.id),
            // Which of them is not for the model to guess.
            Ground::Shared(words) => Selector::Words {
                text: words,
                exact: false,
            },
            Ground::None => {
                grounded = false;
                Selector::Id(task.id)
            }
        };
        if !include.contains(&selector) {
            include.push(selector);
        }
    }
    let reference = Reference {
        include,
        exclude: Vec::new(),
    };
    Some((reference, grounded))
}

/// What the embedded engine found, completed by what the model found in the user's words.
fn details(read: &ReadCommand, material: &Material, agreed: Option<&Command>) -> Parameters {
    let mut parameters = agreed
        .map(|agreed| agreed.parameters.clone())
        .unwrap_or_default();
    if let Some(words) = &read.when {
        dates::set(&mut parameters, words, material);
    }
    if parameters.priority.is_none() && agreed.is_none() {
        parameters.priority = read.priority;
    }
    for tag in &read.tags {
        let said = grounding::has_word(&material.message, tag.trim_start_matches('#'));
        if let Ok(tag) = Tag::parse(tag)
            && said
            && !parameters.tags.contains(&tag)
        {
            parameters.tags.push(tag);
        }
    }
    parameters
}

fn made(intent: Intent, sure: f32) -> Option<Command> {
    Some(Command::new(intent, Confidence::new(sure)?))
}

/// A title without the words that say when, which models like to leave in.
fn without(title: &str, when: Option<&str>) -> String {
    let title = title.trim();
    let Some(when) = when.map(str::trim).filter(|when| !when.is_empty()) else {
        return title.to_owned();
    };
    let cut = title
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| text::fold(&title[*at..]) == text::fold(when))
        .map_or(title, |at| title[..at].trim_end());
    if cut.is_empty() {
        title.to_owned()
    } else {
        cut.to_owned()
    }
}

/// Whether a "new" title is only the one that the task has.
fn is_title_of(title: &str, command: &Command, material: &Material) -> bool {
    let same = |task: &Task| text::fold(task.title.as_str()) == text::fold(title);
    let pointed = command
        .reference
        .iter()
        .flat_map(|reference| &reference.include);
    pointed.into_iter().any(|selector| match selector {
        Selector::Id(id) => material
            .tasks
            .iter()
            .any(|task| task.id == *id && same(task)),
        _ => material.tasks.iter().any(same),
    })
}

#[cfg(test)]
mod tests;
