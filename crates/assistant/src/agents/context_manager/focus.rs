//! What a whole turn was about, while its commands each had their own "it".

use tasktalk_domain::TaskId;

use super::Memory;

/// The tasks that the commands of one turn were about.
#[derive(Debug, Default)]
pub(crate) struct Focus(Vec<TaskId>);

impl Focus {
    /// Adds the tasks of one command.
    pub(crate) fn add(&mut self, tasks: &[TaskId]) {
        for task in tasks {
            if !self.0.contains(task) {
                self.0.push(*task);
            }
        }
    }

    /// From the next turn on, "both" and "them" mean the tasks of this whole turn.
    pub(crate) fn settle(self, memory: &mut Memory) {
        if !self.0.is_empty() {
            memory.focus = self.0;
        }
    }
}
