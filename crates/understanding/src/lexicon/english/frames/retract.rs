//! What takes back what was just done. It counts only right after a change of that kind.

use crate::frames::Denied::{self, Change, Completion, Deletion};

#[rustfmt::skip] // one pattern a line
pub(super) const RETRACTIONS: &[(Denied, &str)] = &[
    (Change, "(keep/leave) (it/that/them/those/that one/this one/both) [please/in/there/alone/on the list/on my list/as it is/as it was/as they are/as they were/where it is/where it was]"),
    (Change, "(keep/leave) {ref} (in/there/alone/on the list/on my list/as it is/as it was/as they are/as they were/where it is/where it was)"),
    (Change, "(i/we) [still/actually/do] (want/need/wanted) (to keep/to leave) (it/that/them/those/{ref})"),
    (Deletion, "(i/we) [still/actually/do/actually still/do still/still do] need (it/that/them/those/{ref})"),
    (Deletion, "(keep/leave) {ref}"),
    (Change, "(don't/do not/no don't/no stop/stop/wait stop/stop wait) [do (it/that)] [please]"),
    (Deletion, "(don't/do not/never/you shouldn't have/you should not have) (delete/deleted/remove/removed/erase/bin/cancel/clear) [it/that/them/those/{ref}] [yet/though/please]"),
    (Deletion, "(i/we) (didn't/did not/don't/do not) (want/mean) [you] (to delete/to remove/to bin/to cancel) {ref}"),
    (Completion, "(don't/do not) (complete/finish/mark/tick/check/tick off/check off) [it/that/them/those/{ref}] [off] [as (done/complete/completed/finished)] [yet]"),
    (Completion, "(not done/not finished/not complete/not completed/not yet/not done yet/not finished yet/not really done/undone)"),
    (Completion, "(it/that/this) (isn't/is not/wasn't/was not) [really/actually/quite] (done/finished/complete/completed) [yet/actually/though/at all]"),
    (Completion, "(it's/that's/they're/they aren't/they are) not [really/actually/quite] (done/finished/complete/completed) [yet/actually/though/at all]"),
    (Completion, "(they/those) (aren't/are not/weren't) [really/actually/all] (done/finished/complete/completed) [yet/actually]"),
    (Completion, "(i/we) [still/actually/really] (haven't/have not/didn't/did not) [actually/really] [yet/actually/though/really]"),
    (Completion, "(i/we) [still/actually/really] (haven't/have not/didn't/did not) [actually/really] (done/do/finished/finish/completed/complete/got to/get to) [it/that/them/this/those/so] [yet/actually/though/at all]"),
    (Completion, "(i/we) [still/actually/really] (haven't/have not/didn't/did not) [actually/really] {ref} [yet/actually/though]"),
    (Completion, "{ref} (isn't/is not/wasn't/was not/aren't/are not) [really/actually/quite] (done/finished/complete/completed) [yet/actually/though]"),
    (Change, "[but/and] not {ref} [though/please/yet]"),
];
