//! What the full-screen chat knows: plain values, changed by [`crate::update`] and drawn by [`crate::view`]. Text that
//! came from elsewhere is [`Harmless`] here, so that nothing else can be drawn.

pub mod chooser;
pub mod input;
pub mod list;
pub mod reading;
pub mod talk;

use tasktalk_api::reminders::Reminder;

pub use self::{
    chooser::{Chooser, Renaming},
    input::Input,
    list::{TaskQuery, TaskRows},
    reading::Reading,
    talk::{Entry, Question, Reply, Running, Talk},
};
use crate::{harmless::Harmless, words::Words};

/// From this width on, the list stands beside the conversation.
pub const WIDE: u16 = 80;

/// From this height on, there is room for a title and a rule.
pub const HIGH: u16 = 8;

/// Everything there is to draw.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether there are colours beside bold, dim and reversed.
    pub coloured: bool,
    /// In which language the terminal speaks.
    pub words: &'static Words,
    /// The person's time zone, said with each message.
    pub timezone: Option<String>,
    /// The local date and time, `2026-11-27T09:00:00`.
    pub now: String,
    /// What the keys go to.
    pub pane: Pane,
    /// The conversation.
    pub talk: Talk,
    /// What is being typed.
    pub input: Input,
    /// The task list.
    pub list: TaskRows,
    /// Reminders that were told and wait to be answered; the first one is shown.
    pub reminders: Vec<Told>,
    /// Those that were answered here, each with when it was told: what was read just before does not bring them back.
    pub answered: Vec<(String, Option<String>)>,
    /// Whether the reminders are being read.
    pub reading_reminders: Reading,
    /// The conversations to choose from, while one is chosen.
    pub chooser: Option<Chooser>,
    /// Whether changes made elsewhere arrive.
    pub live: bool,
    /// Why the server does not let us in any more.
    pub shut_out: Option<Harmless>,
    /// Whether the keys are explained.
    pub keys_shown: bool,
    /// A word about the last key or what became of it, until the next key.
    pub notice: Option<Harmless>,
    /// Whether Ctrl+C was pressed just now.
    pub leaving: Leaving,
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The conversation and what is typed.
    #[default]
    Talk,
    /// The task list.
    List,
}

/// How far the person is in leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    /// Not at all.
    #[default]
    No,
    /// The next Ctrl+C leaves.
    Asked,
    /// Gone: the screen is to be given back.
    Left,
}

/// A reminder as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The reminder's id.
    pub id: String,
    /// The task's number.
    pub task_id: i64,
    /// The task's title.
    pub title: Harmless,
    /// When it was told, so that a reminder that was put off is told again.
    pub fired_at: Option<String>,
    /// How many minutes late that was.
    pub minutes_late: i64,
}

impl Model {
    /// Whether there is room for a title and a rule beside what is needed.
    pub fn is_high(&self) -> bool {
        self.size.1 >= HIGH
    }

    /// Whether both panes fit beside each other.
    pub fn is_wide(&self) -> bool {
        self.size.0 >= WIDE
    }
}

impl Told {
    /// The reminder and when it was told: one that was put off is told again.
    pub fn occasion(&self) -> (String, Option<String>) {
        (self.id.clone(), self.fired_at.clone())
    }
}

impl From<Reminder> for Told {
    fn from(reminder: Reminder) -> Self {
        Self {
            id: reminder.id,
            task_id: reminder.task_id,
            title: Harmless::line(&reminder.title),
            fired_at: reminder.fired_at,
            minutes_late: reminder.late_by_seconds / 60,
        }
    }
}
