//! What people say: of ten turns four add a task, three list, two complete one and one renames one.
//!
//! The same turns are measured over HTTP, without HTTP and as bare statements, so what they are is decided here, once.

use std::fmt::Write as _;

/// What a turn asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Add,
    List,
    Complete,
    Rename,
}

/// One turn.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    pub(crate) kind: Kind,
    /// The words.
    pub(crate) message: String,
    /// The task that is completed or renamed, or how a new one is called.
    pub(crate) task: i64,
    pub(crate) title: String,
    /// Which of the person's conversations it belongs to; a new one in one turn of ten.
    pub(crate) conversation: Option<u64>,
    /// Different for every turn of this person.
    pub(crate) number: u64,
}

/// One person with a list, and what they will say next.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The number of the account.
    pub(crate) user: i64,
    said: u64,
    newest_task: i64,
    newest_completed: i64,
}

/// How many conversations a person has, and tasks in the beginning, none of them done.
pub(crate) const CONVERSATIONS: u64 = 5;
pub(crate) const TASKS: i64 = 50;

const ORDER: [Kind; 10] = [
    Kind::Add,
    Kind::List,
    Kind::Add,
    Kind::Complete,
    Kind::Add,
    Kind::List,
    Kind::Rename,
    Kind::Add,
    Kind::Complete,
    Kind::List,
];

const CHORES: [&str; 16] = [
    "buy groceries",
    "call mum",
    "pay the electricity bill",
    "water the plants",
    "renew the passport",
    "book a dentist appointment",
    "send the invoice to Anna",
    "clean the kitchen",
    "return the library books",
    "prepare the slides for the team meeting",
    "fix the bicycle",
    "pick up the parcel",
    "write the travel report",
    "wash the car",
    "order new printer paper",
    "feed the cat",
];
const ENDINGS: [&str; 6] = [
    "",
    " tomorrow at 5pm",
    "",
    " on friday",
    " #home",
    " next week",
];
const ADD: [&str; 4] = [
    "Add a task to ",
    "remind me to ",
    "I need to remember to ",
    "add task: ",
];
const LIST: [&str; 4] = [
    "Show me all my tasks",
    "What's pending?",
    "what's due this week?",
    "What have I completed?",
];
const COMPLETE: [&str; 4] = [
    "Mark task # as complete",
    "I finished task #",
    "complete task #",
    "task # is done",
];

impl Person {
    pub(crate) fn new(user: i64) -> Self {
        Self {
            user,
            // People are at different places of the order.
            said: user.unsigned_abs() * 7,
            newest_task: TASKS,
            newest_completed: 0,
        }
    }

    /// What they say next.
    pub(crate) fn say(&mut self) -> Turn {
        let number = self.said;
        self.said += 1;
        let kind = ORDER[place(number, ORDER.len())];
        // Steps that share no factor with the lengths reach every combination.
        let chore = chore(number);
        let (message, task) = match kind {
            Kind::Add => {
                let ending = ENDINGS[place(number / 3, ENDINGS.len())];
                (
                    format!("{}{chore}{ending}", ADD[place(number / 2, ADD.len())]),
                    0,
                )
            }
            Kind::List => (LIST[place(number / 4, LIST.len())].to_owned(), 0),
            Kind::Complete => {
                self.newest_completed += 1;
                let words = COMPLETE[place(number / 5, COMPLETE.len())];
                let task = self.newest_completed;
                (words.replace('#', &task.to_string()), task)
            }
            Kind::Rename => {
                let task = self.newest_task;
                (format!("Change task {task} to '{}'", capital(chore)), task)
            }
        };
        Turn {
            kind,
            message,
            task,
            title: capital(chore),
            conversation: (number % 10 != 4).then_some(number / 2 % CONVERSATIONS),
            number,
        }
    }

    /// Notes a task that was made.
    pub(crate) fn has_task(&mut self, number: i64) {
        self.newest_task = self.newest_task.max(number);
    }
}

/// One of the things to do.
pub(crate) fn chore(number: u64) -> &'static str {
    CHORES[place(number * 5, CHORES.len())]
}

/// With a capital letter, as titles are written.
pub(crate) fn capital(text: &str) -> String {
    let mut title = String::with_capacity(text.len());
    let mut letters = text.chars();
    if let Some(first) = letters.next() {
        let _ = write!(title, "{}", first.to_uppercase());
    }
    title.push_str(letters.as_str());
    title
}

fn place(number: u64, length: usize) -> usize {
    usize::try_from(number % length as u64).expect("less than a length")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_ten_turns_four_add_three_list_two_complete_and_one_renames() {
        let mut person = Person::new(1);
        let kinds: Vec<Kind> = (0..100).map(|_| person.say().kind).collect();
        let count = |kind| kinds.iter().filter(|other| **other == kind).count();
        assert_eq!(
            [Kind::Add, Kind::List, Kind::Complete, Kind::Rename].map(count),
            [40, 30, 20, 10]
        );
    }

    #[test]
    fn no_task_is_completed_twice_or_before_it_was_made() {
        let mut person = Person::new(3);
        let mut completed = 0;
        for _ in 0..10_000 {
            let turn = person.say();
            match turn.kind {
                Kind::Add => person.has_task(person.newest_task + 1),
                Kind::Complete => {
                    assert!(turn.task > completed && turn.task <= person.newest_task);
                    completed = turn.task;
                }
                Kind::List | Kind::Rename => {}
            }
        }
    }
}
