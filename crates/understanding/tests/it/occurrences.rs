//! One occurrence of a repeating task: left out, moved alone, done early or late.

use crate::shorthand::check;

#[test]
fn an_occurrence_is_left_out() {
    check(&[
        ("skip gym on friday", "skip <gym> once"),
        ("skip the gym this week", "skip <gym> once"),
        ("skip tomorrow's yoga", "skip <['yoga' 2026-11-23]>"),
        ("I'll skip my run today", "skip <run> once"),
        ("skip #4", "skip <#4>"),
        ("skip task 4 this week", "skip <#4> once"),
        ("no gym on friday", "?skip <['gym' 2026-11-27]>"),
        ("give the gym a miss this week", "skip <gym> once"),
        ("skip the next one", "skip <it> once"),
        ("skip the next standup", "skip <standup> once"),
        ("skip the next gym session", "skip <gym> once"),
        ("skip the next session of the gym", "skip <gym> once"),
        ("skip the next yoga class", "skip <yoga> once"),
        (
            "skip the next book club meeting",
            "skip <book club meeting> once",
        ),
        ("skip the next piano lesson", "skip <piano> once"),
        ("cancel the next standup", "skip <standup> once"),
        ("skip it this week", "skip <it> once"),
        ("skip the bins this time", "skip <bins> once"),
        ("just this once skip yoga", "skip <yoga> once"),
    ]);
}

#[test]
fn without_a_day_only_the_list_can_tell_whether_it_is_ours() {
    check(&[
        ("skip gym", "?skip <gym>"),
        ("skip breakfast", "?skip <breakfast>"),
    ]);
}

#[test]
fn one_occurrence_moves_alone() {
    check(&[
        (
            "move gym to friday just this once",
            "update <gym> 2026-11-27 once",
        ),
        (
            "just this once, do the bins on thursday",
            "update <bins> 2026-11-26 once",
        ),
        (
            "only this week move the bins to thursday",
            "update <bins> 2026-11-26 once",
        ),
        (
            "move the next gym to friday",
            "update <gym> 2026-11-27 once",
        ),
        (
            "reschedule the next standup to friday at 10",
            "update <standup> 2026-11-27 10:00 once",
        ),
        (
            "move yoga to 7 this time only",
            "update <yoga> 2026-11-23 07:00 once",
        ),
        (
            "push yoga to 8 just for tomorrow",
            "update <yoga> 2026-11-23 08:00 once",
        ),
        (
            "only tomorrow's yoga at 7",
            "update <yoga> 2026-11-23 07:00 once",
        ),
        (
            "do the laundry on saturday instead of friday",
            "update <['laundry' 2026-11-27]> 2026-11-28",
        ),
        (
            "push gym back a day just this once",
            "update <gym> once by 0m1d0min",
        ),
        (
            "move the standup to 9:30 from now on",
            "update <standup> 2026-11-22 09:30 series",
        ),
    ]);
}

#[test]
fn it_can_be_done_early_or_late() {
    check(&[
        ("i did the plants early", "done <plants>"),
        ("i did the plants yesterday", "done <plants>"),
        ("i watered the plants yesterday", "done <water plants>"),
        ("i did the bins a day early", "done <bins>"),
    ]);
}

#[test]
fn what_other_machines_skip_is_not_ours() {
    check(&[
        ("skip this song", "unknown:notours 'Skip this song'"),
        ("skip it", "unknown:notours 'Skip it'"),
        ("don't skip the gym", "unknown:negated"),
        ("should i skip the gym?", "unknown:hypothetical"),
        ("just buy milk tomorrow", "add 'Buy milk' 2026-11-23"),
    ]);
}
