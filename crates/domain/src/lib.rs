//! The nouns and rules of Tasktalk: tasks, due dates, recurrence, conversations, commands and receipts.
//!
//! Nothing in here performs I/O, and only [`clock`] reads the time or makes ids. Values are parsed once, at the
//! edge, into these types; whoever holds a [`TaskTitle`] holds a valid title.

pub mod clock;
pub mod command;
pub mod conversation;
pub mod due;
pub mod exceptions;
pub mod ids;
pub mod locale;
pub mod message;
pub mod model_use;
pub mod pending;
pub mod receipt;
pub mod recurrence;
pub mod reference;
pub mod reminder;
pub mod search_words;
pub mod series;
pub mod task;
pub mod task_filter;
pub mod text;
pub mod user;

pub use clock::Clock;
pub use command::{
    Change, Collection, Command, Confidence, DuePart, Intent, Parameters, Reason, Shift, Span,
    SpanKind, Understood, WhichOccurrence,
};
pub use conversation::{Conversation, ConversationTitle};
pub use due::{Due, Zone};
pub use exceptions::{Exception, Exceptions};
pub use ids::{ConversationId, MessageId, TaskId, UserId};
pub use locale::Locale;
pub use message::{Message, MessageMetadata, NextPage, Role, ShownList, ToolCall};
pub use model_use::ModelUse;
pub use pending::{Continuation, Pending, PendingKind, PendingOption, Target};
pub use receipt::{Operation, Receipt};
pub use recurrence::{Recurrence, RecurrenceMode, Rule};
pub use reference::{Position, Pronoun, Reference, Selector};
pub use reminder::{OccurrenceTime, Reminder, ReminderSetting};
pub use series::{Occurrence, Series};
pub use task::{Description, NewTask, Priority, Tag, Task, TaskPatch, TaskTitle};
pub use task_filter::{DoneFilter, DueFilter, SortKey, SortOrder, StatusFilter, TaskFilter};
pub use user::{Email, User};
