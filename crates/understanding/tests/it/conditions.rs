//! Which of several tasks: conditions denied and put together, exceptions, numbers of tasks.

use crate::shorthand::check;

#[rustfmt::skip] // one message a line
const DENIED: &[(&str, &str)] = &[
    ("complete everything not tagged home", "done <[!(#home)]>"),
    ("complete all tasks that aren't urgent", "done <[!(p1)]>"),
    ("complete everything not due today", "done <[!(2026-11-22)]>"),
    ("complete everything that isn't due", "done <[undated]>"),
    ("complete everything not tagged home or work", "done <[!(#home) !(#work)]>"),
    ("complete everything not tagged home and not urgent", "done <[!(#home) !(p1)]>"),
    ("delete all tasks that aren't done", "delete <[open]>"),
    ("delete everything that doesn't have the tag home", "delete <[!(#home)]>"),
    ("complete everything without the tag home", "done <[!(#home)]>"),
    ("delete everything that is neither urgent nor tagged home", "delete <[!(p1) !(#home)]>"),
    ("complete every task not on the shopping list", "done <[!(#shopping)]>"),
    ("show everything not tagged home", "list [!(#home)]"),
    ("show everything except the rent", "list [!('rent')]"),
    ("show all tasks except milk and bread", "list [!('milk') !('bread')]"),
    // What no filter says is at most a title.
    ("delete everything I don't like", "delete <\"everything I don't like\">"),
    ("delete all, only the holiday one stays", "delete <\"all, only the holiday one stays\">"),
    ("complete everything not tagged home and work", "done <\"everything not tagged home and work\">"),
    ("complete everything due before noon tomorrow", "done <\"everything due before noon tomorrow\">"),
];

#[rustfmt::skip] // one message a line
const TOGETHER: &[(&str, &str)] = &[
    ("complete everything due tomorrow and friday", "done <[(2026-11-23 | 2026-11-27)]>"),
    ("delete everything tagged home or work", "delete <[(#home | #work)]>"),
    ("delete all high and medium priority tasks", "delete <[(p1 | p2)]>"),
    ("show overdue or urgent tasks", "list [open (overdue | p1)]"),
    ("show overdue and urgent tasks", "list [open p1 overdue]"),
    ("show urgent or overdue tasks tagged home", "list [open #home (p1 | overdue)]"),
    ("do I have anything due tomorrow or on friday?", "list [open (2026-11-23 | 2026-11-27)]"),
    ("complete everything due before friday", "done <[..2026-11-26]>"),
    ("complete everything due by friday", "done <[..2026-11-27]>"),
    ("move everything due after friday to monday", "update <[2026-11-28..]> 2026-11-23"),
    ("what's due after next week", "list [open 2026-11-30..]"),
    ("complete everything due after the weekend", "done <[2026-11-23..]>"),
    ("what's due within a week", "list [open 2026-11-22..2026-11-29]"),
    ("complete everything due in a week", "done <[2026-11-29]>"),
];

#[rustfmt::skip] // one message a line
const EXCEPTIONS: &[(&str, &str)] = &[
    ("complete everything except oil and ham", "done <all except oil, ham>"),
    ("complete everything but milk or oil", "done <all except milk, oil>"),
    ("complete everything without the milk", "done <all except milk>"),
    ("complete all except rent and call mum", "done <all except rent, call mum>"),
    ("delete everything except call mum and feed cat", "delete <all except call mum, feed cat>"),
    ("complete everything except the urgent ones", "done <all except [p1]>"),
    ("complete everything except those tagged home and the rent", "done <all except [#home], rent>"),
    ("delete everything except #home", "delete <all except [#home]>"),
    ("complete everything and just add milk", "done <all> ; add 'Milk'"),
    ("wipe the list, only keep number 3", "delete <all except #3>"),
    ("delete all done tasks, just not number 7", "delete <[done] except #7>"),
    ("delete everything and keep the milk", "delete <all except milk>"),
    ("complete everything bar the cheese", "done <all except cheese>"),
    ("delete all tasks without a due date", "delete <[undated]>"),
    ("mark all as done except the report and milk", "done <all except report, milk>"),
    ("move everything to monday except the rent", "update <all except rent> 2026-11-23"),
];

#[rustfmt::skip] // one message a line
const COUNTS: &[(&str, &str)] = &[
    ("complete three tasks", "?done ; what?"),
    ("delete 1 task", "?delete ; what?"),
    ("delete one of them", "?delete ; what?"),
    ("complete some tasks", "?done ; what?"),
    ("complete a couple of tasks", "?done ; what?"),
    ("move two tasks to friday", "?update 2026-11-27 ; what?"),
    ("remove something from my list", "?delete ; what?"),
    ("complete tasks 1 and 2", "done <#1, #2>"),
    ("delete no tasks", "unknown:negated"),
    ("delete none of them", "unknown:negated"),
];

#[test]
fn what_is_denied_is_left_out() {
    check(DENIED);
}

#[test]
fn conditions_are_put_together_as_their_joints_say() {
    check(TOGETHER);
}

#[test]
fn every_exception_is_read() {
    check(EXCEPTIONS);
}

#[test]
fn how_many_says_not_which() {
    check(COUNTS);
}
