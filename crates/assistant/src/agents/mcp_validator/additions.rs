//! Adding a task: its parameters become a [`NewTask`], or are refused.

use tasktalk_domain::{
    Change, Command, Description, NewTask, Parameters, Tag, TaskTitle, command::CLARIFY_BELOW,
    task::InvalidTask,
};

use super::questions;
use crate::{
    pipeline::{Plan, Problem, Step},
    tools::{AddTask, Tool, ToolContext},
};

pub(super) fn plan(context: &ToolContext<'_>, command: Command, question: Option<String>) -> Plan {
    if command
        .parameters
        .title
        .as_deref()
        .is_none_or(|title| title.trim().is_empty())
    {
        let question = question.unwrap_or_else(|| "What should I add?".to_owned());
        let pending = questions::what_to_add(context, &command, question);
        return Plan::ask(command, pending);
    }
    let task = match new_task(&command.parameters) {
        Ok(task) => task,
        Err(refused) => return Plan::refuse(command, Problem::Refused(refused.to_string())),
    };
    if command.confidence < CLARIFY_BELOW {
        let pending = questions::offer_to_add(context, &command, &task.title);
        return Plan::ask(command, pending);
    }
    Plan::new(command, Step::Run(vec![Tool::AddTask(AddTask { task })]))
}

fn new_task(parameters: &Parameters) -> Result<NewTask, InvalidTask> {
    Ok(NewTask {
        title: TaskTitle::parse(parameters.title.as_deref().unwrap_or_default())?,
        description: match &parameters.description {
            Change::Set(text) => Description::parse(text)?,
            Change::Keep | Change::Clear => None,
        },
        due: parameters.due.clone().apply(None),
        recurrence: parameters.recurrence.clone().apply(None),
        priority: parameters.priority.unwrap_or_default(),
        tags: Tag::parse_all(&parameters.tags.iter().map(Tag::as_str).collect::<Vec<_>>())?,
    })
}
