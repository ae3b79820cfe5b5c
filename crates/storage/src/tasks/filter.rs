//! A filter as SQL: fixed fragments, joined; what the user said goes into parameters only.

use jiff::civil;
use tasktalk_domain::{DueFilter, StatusFilter, TaskFilter, UserId, search_words};

use super::{
    clocks::Clocks,
    due_key,
    row::{DONE, OPEN, TRASH, priority_number},
};
use crate::value::{Parameters, Value, parameters};

/// Most words of a search that are looked at.
const WORDS: usize = 8;
/// Comes after every letter and digit, so that `word < prefix + LAST` ends the words that begin with the prefix.
const LAST: char = '\u{10ffff}';

/// What follows WHERE, and its parameters. `$1` is the owner.
pub(super) struct Condition {
    pub(super) sql: String,
    pub(super) parameters: Parameters,
}

impl Condition {
    /// The tasks of an owner that a filter means, or those of them in the trash.
    pub(super) fn new(owner: UserId, filter: &TaskFilter, clocks: &Clocks, trash: bool) -> Self {
        let mut condition = Self {
            sql: "user_id = $1".to_owned(),
            parameters: parameters![owner],
        };
        condition.add_status(filter.status, trash);
        condition.add(filter, clocks);
        condition
    }

    /// Everything but the status, which reads differently in the trash.
    fn add(&mut self, filter: &TaskFilter, clocks: &Clocks) {
        if let Some(text) = &filter.text {
            self.add_text(text);
        }
        if let Some(tag) = &filter.tag {
            let tag = self.parameter(tag.as_str());
            self.and(&format!(
                "id IN (SELECT task_id FROM task_tags WHERE user_id = $1 AND tag = {tag})"
            ));
        }
        if let Some(priority) = filter.priority {
            let priority = self.parameter(priority_number(priority));
            self.and(&format!("priority = {priority}"));
        }
        if let Some(due) = &filter.due {
            self.add_due(due, clocks);
        }
        if let Some(done) = &filter.done {
            let (from, before) = (self.parameter(done.from), self.parameter(done.before));
            self.and(&format!(
                "completed_at >= {from} AND completed_at < {before}"
            ));
        }
        if !filter.either.is_empty() {
            let either = self.alternatives(&filter.either, clocks);
            self.and(&either);
        }
        if !filter.except.is_empty() {
            let excepted = self.alternatives(&filter.except, clocks);
            self.and(&format!("NOT {excepted}"));
        }
    }

    /// What at least one of these filters lets through.
    fn alternatives(&mut self, filters: &[TaskFilter], clocks: &Clocks) -> String {
        let each: Vec<String> = filters
            .iter()
            .map(|filter| self.nested(filter, clocks))
            .collect();
        format!("({})", each.join(" OR "))
    }

    /// One filter by itself. Its parameters are counted with those of the whole.
    fn nested(&mut self, filter: &TaskFilter, clocks: &Clocks) -> String {
        let mut inner = Self {
            sql: match filter.status {
                StatusFilter::All => "1 = 1",
                StatusFilter::Pending => "completed_at IS NULL",
                StatusFilter::Completed => "completed_at IS NOT NULL",
            }
            .to_owned(),
            parameters: std::mem::take(&mut self.parameters),
        };
        inner.add(filter, clocks);
        self.parameters = inner.parameters;
        format!("({})", inner.sql)
    }

    /// Adds a parameter, and says its placeholder.
    pub(super) fn parameter(&mut self, value: impl Into<Value>) -> String {
        self.parameters.push(value.into());
        format!("${}", self.parameters.len())
    }

    /// Adds a condition that must hold as well.
    pub(super) fn and(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    fn add_status(&mut self, status: StatusFilter, trash: bool) {
        match (trash, status) {
            (false, StatusFilter::Pending) => self.and(&format!("state = {OPEN}")),
            (false, StatusFilter::Completed) => self.and(&format!("state = {DONE}")),
            (false, StatusFilter::All) => self.and(&format!("state < {TRASH}")),
            (true, StatusFilter::Pending) => {
                self.and(&format!("state = {TRASH} AND completed_at IS NULL"));
            }
            (true, StatusFilter::Completed) => {
                self.and(&format!("state = {TRASH} AND completed_at IS NOT NULL"));
            }
            (true, StatusFilter::All) => self.and(&format!("state = {TRASH}")),
        }
    }

    /// Every word begins a word of the task. A text without words (`?!`) is in none.
    fn add_text(&mut self, text: &str) {
        let words = search_words::of_text(text);
        if words.is_empty() {
            self.and("1 = 0");
        }
        for word in words.iter().take(WORDS) {
            let (from, to) = range(word);
            let (from, to) = (self.parameter(from), self.parameter(to));
            self.and(&format!(
                "id IN (SELECT task_id FROM task_words \
                 WHERE user_id = $1 AND word >= {from} AND word < {to})"
            ));
        }
    }

    fn add_due(&mut self, due: &DueFilter, clocks: &Clocks) {
        match due {
            DueFilter::None => self.and("due_key = '~'"),
            DueFilter::Any => self.and("due_key < '~'"),
            DueFilter::Between { from, to } => {
                if let Some(from) = from {
                    let from = self.parameter(due_key::start_of(*from));
                    self.and(&format!("due_key >= {from}"));
                }
                let to = to.map_or_else(|| due_key::NONE.to_owned(), after);
                let to = self.parameter(to);
                self.and(&format!("due_key < {to}"));
            }
            DueFilter::Overdue => self.add_overdue(clocks),
        }
    }

    /// Open, and either a whole day before the reader's or a time that has passed in its own zone.
    fn add_overdue(&mut self, clocks: &Clocks) {
        let latest = self.parameter(clocks.latest.as_str());
        let today = self.parameter(due_key::start_of(clocks.today));
        let passed = self.parameter(clocks.passed.as_str());
        let mut times = vec![format!("due_key <= {passed}")];
        for (zone, now) in &clocks.zones {
            let (zone, now) = (self.parameter(zone.as_str()), self.parameter(now.as_str()));
            times.push(format!("due_zone = {zone} AND due_key <= {now}"));
        }
        let times = times.join(" OR ");
        self.and(&format!(
            "state = {OPEN} AND due_key <= {latest} AND (due_time IS NULL AND due_key < {today} \
             OR due_time IS NOT NULL AND ({times}))"
        ));
    }
}

/// A key after everything that is due on this day, and before the next.
fn after(date: civil::Date) -> String {
    due_key::end_of(date) + "~"
}

/// The words that begin with this one: from the first, to before the second.
pub(super) fn range(word: &str) -> (String, String) {
    (word.to_owned(), format!("{word}{LAST}"))
}
