//! The task list as it is shown: one row for each task, and the one that the keys are for.

use tasktalk_api::tasks::{Due, Priority, Task, TaskList};

use super::Reading;
use crate::harmless::Harmless;

/// How many tasks are read in one go: a page of the API at its largest.
pub const PAGE: u32 = 200;

/// Which tasks are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskQuery {
    /// Done ones too.
    pub all: bool,
    /// Only those that have these words.
    pub find: Option<String>,
    /// How many pages of [`PAGE`] tasks.
    pub pages: usize,
}

/// The tasks that are shown.
#[derive(Clone, Debug, Default)]
pub struct TaskRows {
    /// One row for each task, in the server's order.
    pub rows: Vec<TaskRow>,
    /// How many there are, with those that are not shown.
    pub count: usize,
    /// Which row the keys are for.
    pub selected: usize,
    /// Whether done tasks are shown too.
    pub all: bool,
    /// Whether they were read at all.
    pub loaded: bool,
    /// Whether they are being read.
    pub reading: Reading,
    /// The words that a task must have to be shown.
    pub find: String,
    /// Whether these words are being typed.
    pub finding: bool,
    /// How many pages are shown beyond the first.
    pub further: usize,
}

/// A task in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// Its number.
    pub id: i64,
    /// What is to be done.
    pub title: Harmless,
    /// Whether it is done.
    pub completed: bool,
    /// When it is due: `2026-11-27`, or with the local time `2026-11-27T15:00:00`.
    pub due: Option<String>,
    /// The zone in which that is local, when it isn't the person's own.
    pub zone: Option<Harmless>,
    /// How urgent it is.
    pub priority: Priority,
    /// Whether it repeats.
    pub repeats: bool,
    /// Its tags.
    pub tags: Vec<Harmless>,
}

impl TaskRows {
    /// Shows other tasks; the selected one stays selected where it is still there.
    pub fn replace(&mut self, list: TaskList, own_zone: Option<&str>) {
        let selected = self.selected_row().map(|row| row.id);
        self.rows = list
            .tasks
            .into_iter()
            .map(|task| TaskRow::of(task, own_zone))
            .collect();
        self.count = usize::try_from(list.count).unwrap_or(self.rows.len());
        self.loaded = true;
        self.selected = selected
            .and_then(|id| self.rows.iter().position(|row| row.id == id))
            .unwrap_or(self.selected)
            .min(self.rows.len().saturating_sub(1));
    }

    /// Which tasks to read.
    pub fn query(&self) -> TaskQuery {
        let find = self.find.trim();
        TaskQuery {
            all: self.all,
            find: (!find.is_empty()).then(|| find.to_owned()),
            pages: self.further + 1,
        }
    }

    /// Whether the selected task is the last one that was read, and there are more.
    pub fn is_at_the_end(&self) -> bool {
        self.selected + 1 == self.rows.len() && self.rows.len() < self.count
    }

    /// The task that the keys are for.
    pub fn selected_row(&self) -> Option<&TaskRow> {
        self.rows.get(self.selected)
    }

    /// Other tasks are to be shown: from the first one on.
    pub fn begin_anew(&mut self) {
        self.selected = 0;
        self.further = 0;
    }

    /// Selects another one, so many rows further down or up.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.rows.len().saturating_sub(1));
    }
}

impl TaskRow {
    fn of(task: Task, own_zone: Option<&str>) -> Self {
        let due = task.due.unwrap_or_default();
        let zone = zone_to_tell(&due, own_zone);
        Self {
            id: task.id,
            title: Harmless::line(&task.title),
            completed: task.completed,
            due: due
                .date_time
                .or(due.date)
                .map(|text| Harmless::line(&text).to_string()),
            zone,
            priority: task.priority,
            repeats: task.recurrence.is_some(),
            tags: task.tags.iter().map(|tag| Harmless::line(tag)).collect(),
        }
    }

    /// Whether it should have been done by now. A time in another zone is never called late here: its own clock isn't
    /// known.
    pub fn is_overdue(&self, now: &str) -> bool {
        let Some(due) = self.due.as_deref() else {
            return false;
        };
        let passed = match due.len() {
            10 => now.get(..10).is_some_and(|today| due < today),
            _ => due < now,
        };
        passed && !self.completed && self.zone.is_none()
    }
}

fn zone_to_tell(due: &Due, own_zone: Option<&str>) -> Option<Harmless> {
    due.date_time.as_ref()?;
    let zone = due.timezone.as_deref()?;
    (own_zone.is_some_and(|own| own != zone)).then(|| Harmless::line(zone))
}
