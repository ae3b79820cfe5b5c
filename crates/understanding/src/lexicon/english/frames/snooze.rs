//! What puts a reminder off that was told. It counts only when one was.

use crate::frames::Snoozed::{self, Again, AgainLater, Answer, AnswerLater, Named};

#[rustfmt::skip] // one pattern a line
pub(super) const SNOOZES: &[(Snoozed, &str)] = &[
    (AgainLater, "[not now] (remind/nudge/ping/notify/alert/tell/ask) (me/us) [about (it/that/this)] [again] later [again/on] [about (it/that/this)]"),
    (AgainLater, "snooze [it/that/this/the reminder/this reminder/that reminder] [for/till/until] later"),
    (Again, "[not now] (remind/nudge/ping/notify/alert/tell/ask) (me/us) [about (it/that/this)] again [about (it/that/this)] [[in/after/for] ({when}/{shift})]"),
    (Again, "[not now] (remind/nudge/ping/notify/alert/tell/ask) (me/us) [about (it/that/this)] [in/after/for] ({when}/{shift}) again [about (it/that/this)]"),
    (Again, "snooze [[for/by/until/till/to/another] ({when}/{shift})]"),
    (Again, "(snooze/delay/postpone/put off/push back) (the/this/that/my/the last) (reminder/alarm/notification) [[for/by/until/till/to/another] ({when}/{shift})]"),
    (Again, "snooze (it/that/this)"),
    (Named, "snooze {ref} [for/by/until/till/to/another] ({when}/{shift})"),
    (Named, "(delay/postpone/put off/push back) (the/my) {ref} (reminder/reminders) [for/by/until/till/to/another] ({when}/{shift})"),
    (Named, "(delay/postpone/put off/push back) (the/my) (reminder/reminders) (for/about/of) {ref} [by/until/till/to/another] ({when}/{shift})"),
    (Named, "(remind/nudge/ping/notify/alert) (me/us) again (about/of) {ref} [in/after/for] ({when}/{shift})"),
    (Named, "(remind/nudge/ping/notify/alert) (me/us) (about/of) {ref} again [in/after/for] ({when}/{shift})"),
    (Named, "(remind/nudge/ping/notify/alert) (me/us) again [in/after/for] ({when}/{shift}) (about/of) {ref}"),
    (Named, "snooze {ref}"),
    (Answer, "[not now] [(remind/nudge/ping/notify/alert) (me/us) [about (it/that/this)]] [in/after/for] ({when}/{shift})"),
    (Answer, "[give me/just/i need] [another] {shift}"),
    (AnswerLater, "(not now/later/maybe later/not yet/not right now)"),
];
