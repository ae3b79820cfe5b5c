//! Help, greetings, thanks.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("how do I add reminders", "help"),
    ("help", "help"),
    ("Help!", "help"),
    ("help me", "help"),
    ("what can you do", "help"),
    ("what can I say?", "help"),
    ("how does this work", "help"),
    ("how do I add a task?", "help"),
    ("how do I delete a task", "help"),
    ("how to rename a task", "help"),
    ("show me what you can do", "help"),
    ("?", "help"),
    ("hi", "greeting"),
    ("hello", "greeting"),
    ("Hello there!", "greeting"),
    ("hey", "greeting"),
    ("good morning", "greeting"),
    ("good evening tasktalk", "greeting"),
    ("hi, how are you", "greeting"),
    ("how are you?", "greeting"),
    ("bye", "greeting"),
    ("good night", "greeting"),
    ("thanks", "thanks"),
    ("thank you so much", "thanks"),
    ("thx", "thanks"),
    ("great, thanks!", "thanks"),
    ("ok thanks", "thanks"),
    ("perfect", "thanks"),
    ("cool", "thanks"),
    ("awesome", "thanks"),
    ("who are you", "help"),
    ("how do you work", "help"),
    ("can you add tasks?", "help"),
    ("can you help me", "help"),
    ("could you tell me how to delete a task?", "help"),
    ("are you there?", "greeting"),
    ("thank you, that's all", "thanks"),
    ("good job", "thanks"),
    ("thanks, that's all for today", "thanks"),
    ("that's all for now", "thanks"),
    ("ok thanks, that was all for today", "thanks"),
    ("great, that'll be all", "thanks"),
    ("thank you, that's everything for tonight", "thanks"),
];

#[test]
fn small_talk_changes_nothing() {
    check(MESSAGES);
}
