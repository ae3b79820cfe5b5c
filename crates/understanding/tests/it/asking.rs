//! Tasks that are added only after a question.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("remind me to", "?add ; what?"),
    ("add an", "?add ; what?"),
    ("add it again", "?add ; what?"),
    ("i want to learn Spanish", "?add 'Learn Spanish'"),
    ("i need to delete the old photos", "?add 'Delete the old photos'"),
    ("read \"Dune\"", "?add 'Read \"Dune\"'"),
    ("book a table for friday 7pm", "?add 'Book a table' 2026-11-27 19:00"),
    ("order new glasses", "?add 'Order new glasses'"),
    ("laundry", "?add 'Laundry'"),
    ("eBay listing for the bike tomorrow", "?add 'eBay listing for the bike' 2026-11-23"),
    ("add a task", "?add ; what?"),
    ("add a new task to my list", "?add ; what?"),
    ("remind me", "?add ; what?"),
    ("add it", "?add ; what?"),
    ("create a reminder", "?add ; what?"),
    ("add something to my list", "?add ; what?"),
    ("add a task for tomorrow", "?add 2026-11-23 ; what?"),
    ("new task", "?add ; what?"),
    ("we're out of milk", "?add 'Milk'"),
    ("i need milk", "?add 'Milk'"),
    ("i need some new shoes", "?add 'New shoes'"),
    ("clean the kitchen", "?add 'Clean the kitchen'"),
    ("vacuum the living room", "?add 'Vacuum the living room'"),
    ("keep the report", "?add 'Keep the report'"),
    ("translate hello to french", "?add 'Translate hello to french'"),
    ("tell mum I'm late", "?add 'Tell mum I'm late'"),
    ("oh and also the car needs an oil change next week", "?add 'The car needs an oil change' 2026-11-23"),
    ("need to get: bread, cheese, wine", "?add 'Get: bread, cheese, wine'"),
    ("get milk", "?add 'Get milk'"),
    ("ask Sarah for the key", "?add 'Ask Sarah for the key'"),
    ("give Anna her book back", "?add 'Give Anna her book back'"),
    ("close the savings account by june", "?add 'Close the savings account' 2027-06-01"),
    ("set up the new router", "?add 'Set up the new router'"),
    ("I want to add a task", "?add ; what?"),
    ("plus order balloons", "?add 'Order balloons'"),
];

#[test]
fn unsure_adds_are_asked_about() {
    check(MESSAGES);
}
