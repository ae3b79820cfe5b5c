//! Taking changes back and correcting the last one.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const MESSAGES: &[(&str, &str)] = &[
    ("no make it wednesday instead", "correct 2026-11-25"),
    ("I meant friday then", "correct 2026-11-27"),
    ("undo", "undo"),
    ("undo that", "undo"),
    ("Undo please", "undo"),
    ("undo the last one", "undo 1"),
    ("undo the last two", "undo 2"),
    ("undo the last 3 changes", "undo 3"),
    ("undo my last change", "undo"),
    ("undo the delete", "undo <it>"),
    ("undo twice", "undo 2"),
    ("oops", "undo"),
    ("oops, undo that", "undo"),
    ("no, put it back", "undo <it>"),
    ("no, the budget one", "correct <budget>"),
    ("no, buy butter", "correct <buy butter> 'Buy butter'"),
    ("at 6 actually", "correct 2026-11-22 18:00"),
    ("friday rather", "correct 2026-11-27"),
    ("no milk", "unknown"),
    ("put it back", "undo <it>"),
    ("bring it back", "undo <it>"),
    ("take that back", "undo"),
    ("revert", "undo"),
    ("revert the last change", "undo"),
    ("I didn't mean to delete that", "undo"),
    ("that was a mistake", "undo"),
    ("restore the dentist task", "undo <dentist>"),
    ("restore it", "undo <it>"),
    ("ctrl z", "undo"),
    ("go back", "undo"),
    ("no, I meant Friday", "correct 2026-11-27"),
    ("I meant friday", "correct 2026-11-27"),
    ("no i meant tomorrow at 5", "correct 2026-11-23 17:00"),
    ("no, friday", "correct 2026-11-27"),
    ("sorry, friday", "correct 2026-11-27"),
    ("actually make it 4pm", "correct 2026-11-22 16:00"),
    ("actually, make that thursday", "correct 2026-11-26"),
    ("make that 5pm", "correct 2026-11-22 17:00"),
    ("actually high priority", "correct p1"),
    ("no, the other one", "correct <others>"),
    ("not that one, the other", "correct <others>"),
    ("not that one", "correct <others>"),
    ("wrong one", "correct <others>"),
    ("wrong one, I meant the dentist", "correct <dentist>"),
    ("no, I meant the report", "correct <report>"),
    ("I meant almond milk", "correct <almond milk> 'Almond milk'"),
    ("no I meant task 4", "correct <#4>"),
    ("not friday, saturday", "correct 2026-11-28"),
    ("no, 4pm", "correct 2026-11-22 16:00"),
    ("friday instead", "correct 2026-11-27"),
    ("no, the second one", "correct <nth 2>"),
    ("no the last one", "correct <last 1>"),
    ("oh it should be tomorrow", "correct 2026-11-23"),
    ("oh no I deleted the wrong one", "undo"),
    ("bring back the milk task", "undo <milk>"),
    ("undo last", "undo"),
    ("undo the last change please", "undo"),
    ("go back one step", "undo"),
    ("please undo what you just did", "undo"),
    ("do it tomorrow instead", "correct 2026-11-23"),
    ("no wait, I meant the other one", "correct <others>"),
    ("nope, saturday", "correct 2026-11-28"),
    ("sorry I meant 5pm", "correct 2026-11-22 17:00"),
    ("undo that last thing", "undo"),
    ("put them back", "undo <them>"),
    ("undo the deletion", "undo <it>"),
    ("undo the last deletion", "undo <it>"),
    ("undo the completion", "undo <it>"),
    ("undo the rename", "undo"),
    ("oops, bring them back", "undo <them>"),
    ("restore those", "undo <them>"),
    ("restore", "undo <it>"),
    ("restore #3 and bring back #5", "undo <#3> ; undo <#5>"),
    ("take it back", "undo"),
    ("undo it", "undo"),
];

#[test]
fn second_thoughts_are_understood() {
    check(MESSAGES);
}

/// Second thoughts before the sentence is over.
#[rustfmt::skip] // one message a line
const WITHIN: &[(&str, &str)] = &[
    ("ring Tom tomorrow, no wait, thursday", "add 'Ring Tom' 2026-11-26"),
    ("ring Tom tomorrow no i mean thursday", "add 'Ring Tom' 2026-11-26"),
    ("remind me to feed the cat on tuesday, sorry, on wednesday", "add 'Feed the cat' 2026-11-25"),
    ("add dentist on thursday at 3pm, actually friday", "add 'Dentist' 2026-11-27 15:00"),
    ("ring Tom on thursday at 4pm, actually make it 5", "add 'Ring Tom' 2026-11-26 17:00"),
    ("ring Tom on thursday at 4pm, no, at 10am", "add 'Ring Tom' 2026-11-26 10:00"),
    ("sweep the yard every monday, no, every friday", "add 'Sweep the yard' 2026-11-27 FREQ=WEEKLY;BYDAY=FR"),
    ("ring Tom on monday or tuesday", "?add 'Ring Tom on monday or tuesday' ; what?"),
    ("remind me to mow the lawn today or tomorrow", "?add 'Mow the lawn today or tomorrow' ; what?"),
    ("ring Tom on friday no later than noon", "add 'Ring Tom' 2026-11-27 12:00"),
    ("ring Tom tomorrow. No, thursday", "add 'Ring Tom' 2026-11-26"),
    ("ring Tom tomorrow at 4pm, actually make it thursday", "add 'Ring Tom' 2026-11-26 16:00"),
    ("move #3 to thursday, no, saturday", "update <#3> 2026-11-28"),
    ("move the yard to thursday, actually on saturday", "update <yard> 2026-11-28"),
    ("feed the cat tomorrow. Actually high priority", "add 'Feed the cat' 2026-11-23 p1"),
];

#[test]
fn second_thoughts_within_a_sentence_count() {
    check(WITHIN);
}
