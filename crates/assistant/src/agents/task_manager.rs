//! Runs a plan's tools for their owner, in order, inside the turn's transaction. It decides nothing.

use tasktalk_storage::StorageError;

use super::mcp_validator::questions;
use crate::{
    pipeline::{Listed, Outcome, Plan, Ran, Remark, Step},
    tools::{self, Tool, ToolContext, ToolFailure},
};

/// Carries a plan out.
pub(crate) async fn run(context: &ToolContext<'_>, plan: Plan) -> Result<Outcome, StorageError> {
    let mut outcome = Outcome {
        command: plan.command,
        lookups: plan.lookups,
        problems: plan.problems,
        alternatives: plan.alternatives,
        ran: Vec::new(),
        question: plan.then_ask,
        remark: None,
        answers_pending: plan.answers_pending,
    };
    match plan.step {
        Step::Ask(pending) => outcome.question = Some(pending),
        Step::Say(remark) => outcome.remark = Some(remark),
        Step::PutOff(put_off) => {
            for (reminder, title) in put_off.reminders.iter().cloned() {
                crate::reminders::put_off(context, reminder, &title, put_off.until).await?;
            }
            outcome.remark = Some(Remark::PutOff(put_off));
        }
        Step::Run(calls) => {
            for call in calls {
                let listed = match &call {
                    Tool::ListTasks(list) if !list.count_only => Some(Listed {
                        filter: list.filter.clone(),
                        sort: list.sort,
                        order: list.order,
                        goes_on: list.cursor.is_some(),
                    }),
                    _ => None,
                };
                let ran = tools::run(context, call).await?;
                if let Some(ToolFailure::ChangedSince { task }) = ran.failure() {
                    let question = questions::confirm_overwriting(context, &outcome.command, task);
                    outcome.question = Some(Box::new(question));
                }
                outcome.ran.push(Ran {
                    outcome: ran,
                    listed,
                });
            }
        }
    }
    Ok(outcome)
}
