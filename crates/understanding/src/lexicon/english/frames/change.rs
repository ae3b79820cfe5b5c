//! Changing existing tasks.

use crate::frames::{Act::*, Row};

pub(super) const COMPLETE: &[Row] = &[
    (
        Complete,
        0.97,
        "(mark/set/flag/check/tick/put/make/label/report/register/call/consider/declare/record/count/log/move/change/turn/update) {ref} [off] [down] [as/to/to be/is/being/into/'s status to/status to/status as] [now/already/being/all] (done/complete/completed/finished/ticked/checked/ticked off/checked off/taken care of/accomplished/closed/resolved/sorted/dealt with)",
    ),
    (
        Complete,
        0.95,
        "(mark/set/change/update) [the] status (of/for) {ref} (as/to) (done/complete/completed/finished/closed)",
    ),
    (
        Complete,
        0.95,
        "(check/tick/cross/mark/strike/scratch/knock/tic) off {ref}",
    ),
    (
        Complete,
        0.95,
        "(check/tick/cross/mark/strike/scratch/knock) {ref} off [of/from] [my/the/our/this] [todo/to-do/to do/task] [list/lists]",
    ),
    (
        Complete,
        0.95,
        "(check/tick/cross/mark/strike/scratch/knock) {ref} off (of/from) {tag} list",
    ),
    (
        Complete,
        0.95,
        "(check/tick/cross/mark/strike/scratch/knock) {ref} off",
    ),
    (Complete, 0.9, "(cross/strike) (out/through) {ref}"),
    (Complete, 0.9, "(cross/strike) {ref} (out/through)"),
    (Complete, 0.9, "(complete/accomplish) {ref}"),
    (
        CompleteNamed,
        0.93,
        "(finish/close/close out/resolve/tick/conclude/fulfil/fulfill/check) {ref}",
    ),
    (
        Complete,
        0.95,
        "(done/finished/completed/complete/through) : {ref}",
    ),
    (
        Complete,
        0.95,
        "[i'm/i am/we're/we are/just/and/already/all/am] [all/finally/now/just/also/already] (done/finished/through) with {ref}",
    ),
    (
        Complete,
        0.93,
        "[i/i've/i have/we/we've/we have/just/ive] [have] [already/just/finally/now/also/all] (done/finished/completed/accomplished/wrapped up/taken care of/took care of/dealt with/handled/sorted out/sorted/ticked off/checked off/crossed off/knocked out/got done with/did) [with] {ref}",
    ),
    (
        Complete,
        0.9,
        "[i/i've/i have/we/we've] (got/gotten/have/had) {ref} (done/finished/completed/sorted/out of the way/taken care of)",
    ),
    (
        CompleteStated,
        0.92,
        "{ref} (is/are/was/were/has been/have been/'s been/got/just got) [now/already/all/finally/also/both] (done/finished/completed/complete/over/sorted/handled/resolved/accomplished/taken care of/dealt with/out of the way/ticked off/checked off)",
    ),
    (
        CompletePast,
        0.88,
        "{ref} (is/are/was/were/has been/have been/'s been/got/just got) [now/already/all/finally/also/both] %past",
    ),
    (
        CompleteStated,
        0.85,
        "{ref} (done/finished/completed/complete) [now/already/today]",
    ),
    (CompleteStated, 0.85, "{ref} (✅/✓/✔/☑/👍)"),
    (Complete, 0.85, "(✅/✓/✔/☑) {ref}"),
    (
        CompleteNamed,
        0.8,
        "(that/it/this/that one) (is/was) [now/already/all] (done/finished/completed/complete)",
    ),
    (
        CompleteIt,
        0.85,
        "(that's/it's/that is/it is/this is/that one's/that one is/this one's/this one is) [now/already/all/finally] (done/finished/completed/complete/taken care of/sorted/handled)",
    ),
    (
        CompleteIt,
        0.85,
        "[i/i've/i have] [have] [already/just/finally] (did/done/finished/completed) (it/that/this/that one/this one) [already/now/today]",
    ),
    (
        CompleteThem,
        0.85,
        "(they're/they are/those are/these are/both are/all of them are/both of them are) [now/already/all/both] (done/finished/completed/complete)",
    ),
    (
        CompleteEmpty,
        0.8,
        "(complete/finish/check off/tick off/mark as done/mark as complete/mark as completed/mark done/mark complete/cross off/mark off) [a/the/one/my] [%task]",
    ),
    (
        CompleteEmpty,
        0.6,
        "[i'm/i am/we're/all] [just/all/now] (done/finished) [now]",
    ),
    (
        CompleteEmpty,
        0.6,
        "i [just/have/already] (finished/completed/did) [a/one] [%task/something/one]",
    ),
    (
        Reopen,
        0.97,
        "(mark/set/flag/change/put/move/turn/label/make/switch/update) {ref} [back] [as/to/to be/is/into] [being] [still] (not done/not complete/not completed/not finished/not yet done/undone/incomplete/unfinished/pending/open/uncompleted/to do/todo/to-do/active/unchecked/not done yet/still open/still to do/unticked/outstanding) [again]",
    ),
    (
        Reopen,
        0.95,
        "(reopen/uncheck/untick/unmark/uncomplete/unfinish/reactivate/re-open/un-check/un-complete/re-activate/undo completing/undo the completion of/uncross) {ref} [again]",
    ),
    (Reopen, 0.85, "open {ref} (again/back up)"),
    (
        Reopen,
        0.8,
        "(put/bring/move) {ref} back (on/to/onto/in/into) [my/the/our] [to do/todo/to-do/task/pending/open/active] (list/tasks/pending)",
    ),
    (
        Reopen,
        0.8,
        "{ref} (isn't/is not/wasn't/was not) [really/actually] (done/finished/completed/complete) after all",
    ),
    (
        ReopenEmpty,
        0.8,
        "(reopen/uncheck/untick/unmark/uncomplete) [a/the/one] [%task]",
    ),
];

pub(super) const DELETE: &[Row] = &[
    (
        Delete,
        0.95,
        "(delete/remove/erase/trash/discard/scrap/purge/eliminate/ditch/del) {ref}",
    ),
    (
        Delete,
        0.95,
        "(delete/remove/erase/trash/take/discard/drop/wipe/strike/cut/clear/scratch/pull) {ref} (from/off/out of/off of) [my/the/our/this] [todo/to-do/to do/task/current] (list/lists/tasks/todos/to-dos/agenda/reminders/things to do/list of things to do/list to do)",
    ),
    (
        Delete,
        0.93,
        "(delete/remove/erase/take/discard/drop/strike/cut/clear/scratch/pull) {ref} (from/off/out of/off of) {tag} (list/lists)",
    ),
    (
        Delete,
        0.93,
        "(get rid of/throw away/throw out/do away with/get rid/rid me of/dispose of) {ref}",
    ),
    (
        Delete,
        0.93,
        "(move/send/put/throw/toss/drag/chuck) {ref} (to/in/into) [the/my] (trash/bin/recycle bin/rubbish/garbage/trash can)",
    ),
    (Delete, 0.9, "(delete/remove/erase/bin) (:) {ref}"),
    (
        Delete,
        0.86,
        "(drop/bin/kill/dump/nuke/toss/lose/axe) {ref}",
    ),
    (
        DeleteNamed,
        0.92,
        "(clear/clear out/clean out/clean up/wipe/wipe out/empty/flush/reset/clear off/clean/archive) {ref}",
    ),
    (
        DeleteWeak,
        0.88,
        "(cancel/abandon/forget/forget about/skip/call off/scratch) {ref}",
    ),
    (
        DeleteWeak,
        0.8,
        "(i/we) (don't/do not/no longer/won't) (need/want/have) [to do/to] {ref} (anymore/any more/any longer/after all/no more)",
    ),
    (
        DeleteWeak,
        0.8,
        "(i/we) no longer (need/want/have) [to do/to] {ref}",
    ),
    (
        DeleteWeak,
        0.78,
        "{ref} (is/are/'s) (no longer needed/not needed anymore/not needed any more/no longer relevant/no longer necessary/obsolete/cancelled/canceled/off/not happening/called off/irrelevant)",
    ),
    (
        DeleteWeak,
        0.78,
        "{ref} (can go/can be deleted/can be removed/should be deleted/should be removed/needs to go/has to go/needs to be removed/needs to be deleted)",
    ),
    (
        DeleteEmpty,
        0.85,
        "(delete/remove/erase/discard/get rid of/take off) [a/an/the/some/one/this/from] [%task/item from my list/item from list/%task from my list/something/from my list/from list/something from my list/an item from my list]",
    ),
];

pub(super) const UPDATE: &[Row] = &[
    // Titles
    (
        Rename,
        0.97,
        "(rename/retitle/reword/rephrase/relabel) {ref} [to/as/into/:] : {title}",
    ),
    (
        Rename,
        0.97,
        "(rename/retitle/reword/rephrase/relabel) {ref} (to/as/into) {title}",
    ),
    (
        Rename,
        0.97,
        "(change/edit/update/set/modify/correct/fix/alter/make) [the] (title/name/text/wording/description text) (of/for/on) {ref} (to/as/into/to be/to say/to read) {title}",
    ),
    (
        Rename,
        0.93,
        "(change/edit/update/modify/alter/correct/reword) {ref} (to say/to read/so it says/so that it says/so it reads/to be called/to be) {title}",
    ),
    (
        Rename,
        0.9,
        "(call/name) {ref} {title} (instead/now/from now on)",
    ),
    (
        Rename,
        0.85,
        "{ref} should (be called/be named/be/say/read/be titled) {title}",
    ),
    (
        Rename,
        0.9,
        "(replace/swap/substitute) {ref} (with/by/for) {title}",
    ),
    (
        Set,
        0.95,
        "(change/edit/update/modify/alter/set/adjust/amend/turn/switch/correct/revise) {ref} (to/into/from/with/for/:) {title}",
    ),
    (Set, 0.93, "make {ref} [into] {title}"),
    (
        Set,
        0.85,
        "(change/make/switch/set) {ref} {title} [instead]",
    ),
    // Dates
    (
        Move,
        0.97,
        "(move/reschedule/shift/push/postpone/delay/defer/bump/bring/put/re-schedule/schedule/transfer/carry/slide/kick/roll/change/pull/drag/advance/set/switch/snooze/extend) {ref} [back/forward/forwards/off/up/out/over/ahead/on/along] [from {from}] (to/until/till/for/on/into/onto/til/'til/by/at/towards) {when} [instead/please]",
    ),
    (
        Move,
        0.95,
        "(move/reschedule/shift/push/postpone/delay/defer/bump/bring/put/schedule/change/pull/set/snooze) {ref} [back/forward/off/up/out/over] [from {from}] {when} [instead]",
    ),
    (
        Move,
        0.95,
        "(move/push/bring/put/pull) (back/forward/off/up/out/over) {ref} (to/until/till/for/on/by) {when}",
    ),
    (
        Shift,
        0.97,
        "(move/reschedule/shift/push/postpone/delay/defer/bump/bring/put/extend/advance/slide/kick/pull/snooze/set) {ref} [back/forward/forwards/off/up/out/ahead/earlier/later/over] [by/for/another/an extra/with] {shift} [later/earlier/back/forward/forwards/ahead/more/out/sooner]",
    ),
    (
        Shift,
        0.9,
        "(move/push/bring/put/pull/set) (back/forward/off/up/out) {ref} [by/for/another] {shift}",
    ),
    (
        Shift,
        0.85,
        "make {ref} [due] {shift} (later/earlier/sooner)",
    ),
    (
        Move,
        0.96,
        "(set/change/move/update/make/put/edit/adjust/push/extend/modify/add) [a/the/an] [new] (due date/deadline/date/due time/time/due/reminder) (of/for/on/to) {ref} (to/as/for/:/is/be/until/on) {when}",
    ),
    (
        Move,
        0.95,
        "(set/change/move/update/put/edit/push/extend) {ref} [new] (due date/deadline/date/due time/time) (to/as/for/on/until/at) {when}",
    ),
    (
        Move,
        0.95,
        "(add/give/assign/set) [a/the] (due date/deadline/date/reminder) (of/for/on) {when} (to/for/on) {ref}",
    ),
    (
        Move,
        0.95,
        "(add/give/assign/set) {ref} [a/the/as] (due date/deadline/date/due) [of/for/on/to/as/:] {when}",
    ),
    (
        Move,
        0.95,
        "(add/set) [a/the] (due date/deadline/date) (to/for/on) {ref} [of/for/on/:] {when}",
    ),
    (
        Move,
        0.95,
        "(make/set/mark) {ref} [to be] (due/start/happen/for/on/at/be on) [on/by/at/for] {when}",
    ),
    (Move, 0.9, "make {ref} {when} [instead]"),
    (
        Move,
        0.85,
        "{ref} (is/are/was/'s) (now/due/actually/now due/moved to/postponed to/rescheduled to/rescheduled for/postponed until/postponed till/actually due/really) [on/by/at/for] {when} [instead/now]",
    ),
    (
        Move,
        0.8,
        "{ref} (should be/needs to be/has to be/must be/should be moved to/got moved to/was moved to/has been moved to/has moved to/got pushed to/got rescheduled to) [due/done/finished] [on/by/at/for] {when} [instead]",
    ),
    (
        MoveEmpty,
        0.85,
        "(reschedule/postpone/move/delay/defer/push back/snooze) {ref}",
    ),
    (
        ClearDue,
        0.97,
        "(remove/clear/delete/drop/take off/get rid of/erase/cancel/unset) [the/its/any/all] (due date/deadline/date/due/due time/due dates/dates/deadlines/time) (from/of/for/on/off/off of) {ref}",
    ),
    (
        ClearDue,
        0.95,
        "(remove/clear/delete/drop/take off/get rid of/erase/unset) [the/its/any] (due date/deadline/date/due time)",
    ),
    (
        ClearDue,
        0.95,
        "(remove/clear/delete/drop/take/erase) {ref} (due date/deadline)",
    ),
    (
        ClearDue,
        0.85,
        "(set/make/leave) {ref} [with/to have/have] (no due date/no deadline/undated/no date/without due date/without a due date)",
    ),
    (
        ClearDue,
        0.8,
        "{ref} (has no/doesn't have a/does not have a/doesn't need a/needs no/has no more) [more] (due date/deadline)",
    ),
    // Recurrence
    (
        Repeat,
        0.95,
        "(make/set/have/let/get) {ref} [to] (repeat/recur/recurring/repeating/happen/come back/be/a/occur/into a) [a/an/to] {when} [task/thing/one]",
    ),
    (Repeat, 0.95, "(repeat/recur/schedule) {ref} {when}"),
    (
        Repeat,
        0.9,
        "{ref} (repeats/recurs/should repeat/should recur/happens/is now/comes back/should happen) {when}",
    ),
    (
        ClearRepeat,
        0.95,
        "(stop/end/remove/cancel/quit) (repeating/recurring/the recurrence of/the repetition of/the repeat of/the recurrence from/recurrence of/the recurrence for/the repeat from) {ref}",
    ),
    (
        ClearRepeat,
        0.95,
        "(make/set) {ref} [to] (not repeat/non recurring/non-recurring/not recurring/a one off/one-off/a one-off/one time/a one time task/not repeating/non-repeating)",
    ),
    (
        ClearRepeat,
        0.9,
        "(stop/don't/do not) {ref} (from repeating/from recurring/repeating/recurring/repeat)",
    ),
    (
        ClearRepeat,
        0.85,
        "{ref} (should not repeat/shouldn't repeat/should stop repeating/doesn't repeat anymore/no longer repeats)",
    ),
    // Priority
    (
        Prioritise,
        0.97,
        "(make/mark/set/flag/change/label/give/put/treat/rate/tag/bump/raise/lower/move/update) {ref} [as/to/a/with/on/with a/to a/at/to be/up to/down to/is/of] {priority}",
    ),
    (
        Prioritise,
        0.97,
        "(set/change/make/raise/lower/bump/update/increase/decrease/reduce/put/drop) [the/its] (priority/importance/urgency) (of/for/on) {ref} [up/down] (to/as/at/:) {priority}",
    ),
    (
        Prioritise,
        0.95,
        "(set/change/make/raise/lower/bump/update/increase) [the/its] priority [up/down] (to/as/at/:) {priority}",
    ),
    (
        Prioritise,
        0.95,
        "(set/change/raise/lower/bump/update/increase) {ref} priority (to/as/at/:) {priority}",
    ),
    (
        Prioritise,
        0.95,
        "(add/assign/give) {priority} (to/for) {ref}",
    ),
    (PrioritiseUp, 0.9, "(prioritise/prioritize/star/pin) {ref}"),
    (
        PrioritiseUp,
        0.85,
        "(raise/increase/bump/bump up) [up] [the] priority (of/for/on) {ref}",
    ),
    (
        PrioritiseDown,
        0.9,
        "(deprioritise/deprioritize/unstar/unpin/de-prioritise/de-prioritize) {ref}",
    ),
    (
        PrioritiseDown,
        0.85,
        "(lower/decrease/reduce/drop) [the] priority (of/for/on) {ref}",
    ),
    (
        Prioritise,
        0.78,
        "{ref} (is/are) [now/really/very/super/actually/no longer] {priority}",
    ),
    (
        ClearPriority,
        0.95,
        "(remove/clear/delete/drop/take off/unset) [the/its/any] priority [from/of/for/on] [{ref}]",
    ),
    // Tags
    (
        Tag,
        0.95,
        "(tag/label/categorise/categorize) {ref} (as/with/to/under/:) {tag}",
    ),
    (Tag, 0.9, "(tag/label) {ref} {tag}"),
    (
        Tag,
        0.95,
        "(add/put/give/attach/apply) [the/a] (tag/tags/label/labels/category) {tag} (to/on/onto/for) {ref}",
    ),
    (
        Tag,
        0.93,
        "(add/put/attach) {tag} as [a] (tag/label) (to/on/for) {ref}",
    ),
    (
        Tag,
        0.95,
        "(give/set/add/assign) {ref} [a/the/to] (tag/tags/label/category) [of/:/called] {tag}",
    ),
    (
        Tag,
        0.95,
        "(add/put/attach) [the/a] {tag} (tag/label) (to/on/for) {ref}",
    ),
    (
        Tag,
        0.95,
        "(move/put/transfer/shift) {ref} (to/on/onto/into/in) {tag} (list/lists/category/tag/project)",
    ),
    (
        Untag,
        0.95,
        "(untag/un-tag/unlabel) {ref} (from/as/with) {tag}",
    ),
    (
        Untag,
        0.95,
        "(remove/delete/take/drop/clear) [the] (tag/tags/label) {tag} (from/off/of/on/off of) {ref}",
    ),
    (
        Untag,
        0.95,
        "(remove/delete/take/drop/clear) [the] {tag} (tag/label) (from/off/of/on/off of) {ref}",
    ),
    (
        Untag,
        0.9,
        "(remove/delete/drop/clear) [the] (tag/label) {tag}",
    ),
    (
        Untag,
        0.9,
        "(remove/delete/drop/clear) [the] {tag} (tag/label)",
    ),
    // Descriptions
    (
        Note,
        0.97,
        "(add/attach/append/put/write/leave/make) [a/the/this/an] (note/description/comment/detail/notes/details/memo) (to/on/for/in) {ref} : {note}",
    ),
    (
        Note,
        0.95,
        "(add/attach/append/put/write/leave) [a/the/this] (note/description/comment/notes/details) (to/on/for/in) {ref} (saying/that says/that/to say/with/which says/stating) [:] {note}",
    ),
    (
        Note,
        0.95,
        "(add/attach/append/put/write/leave) [a/the/this] (note/description/comment/notes/details) [saying/that says/that/:] {note} (to/on/for/in) {ref}",
    ),
    (
        Note,
        0.93,
        "(add/append/write/put) {note} (to/in/into/on) (the description of/the notes of/the note of/the notes for/the description for/the notes on) {ref}",
    ),
    (
        Note,
        0.97,
        "(set/change/update/edit/make/replace) [the] (description/note/notes/comment/details) (of/for/on/to) {ref} (to/as/:/with/say/to say) {note}",
    ),
    (Note, 0.93, "(describe) {ref} (as/:/with) {note}"),
    (Note, 0.9, "(note/comment) (on/for) {ref} : {note}"),
    (
        ClearNote,
        0.95,
        "(remove/clear/delete/drop/erase) [the/its] (description/note/notes/comment/details) [from/of/for/on] [{ref}]",
    ),
    (
        UpdateEmpty,
        0.85,
        "(update/edit/change/modify/alter/adjust/amend) {ref}",
    ),
    (
        UpdateEmpty,
        0.8,
        "(update/edit/change/modify/rename) [a/the/my/one] [%task]",
    ),
];

pub(super) const UNDO: &[Row] = &[
    (
        Undo,
        0.98,
        "(undo/revert/rollback/roll back/reverse/unto/ctrl z/ctrl+z) [that/it/this/please/everything you just did/what you just did/what you did/what i just did/that change/this change/the change/my change/again/once more/one more/one more time]",
    ),
    (
        Undo,
        0.97,
        "(undo/revert/reverse/take back/roll back/cancel) [the/my/your] (last/previous/latest/recent/most recent) [{number}] [thing/things/change/changes/action/actions/step/steps/command/commands/one/edit/edits/operation/operations/update/move/request/of them/of those] [i did/you did/i made/you made/you just did]",
    ),
    (
        Undo,
        0.95,
        "(undo/revert) {number} [thing/things/change/changes/action/actions/step/steps/commands/times/of them]",
    ),
    (Undo, 0.95, "undo (both/them/those/those changes/twice) "),
    (
        Undo,
        0.95,
        "(undo/revert/reverse) [the/that/this/my/your] [last] (delete/deletion/deleting/removal/add/addition/change/completion/edit/update/rename/move/deleting it/deleting that)",
    ),
    (Undo, 0.9, "(take/put/bring) (that/it/this/them/those) back"),
    (
        Undo,
        0.9,
        "(take back/go back on/bring back/put back) (that/it/this/them)",
    ),
    (
        Undo,
        0.85,
        "(restore/recover/undelete/un-delete/unremove) (it/that/this/them/the last one/that one/those)",
    ),
    (
        UndoNamed,
        0.65,
        "(restore/recover/undelete/un-delete/bring back/put back/get back) {ref}",
    ),
    (UndoNamed, 0.65, "(undo) {ref}"),
    (
        Undo,
        0.92,
        "(oops/whoops/oopsie/woops/ooops/whoopsie/oops sorry)",
    ),
    (
        Undo,
        0.92,
        "(oops/whoops/oh no/damn/shit/no/no no/sorry) (undo/undo that/undo it/revert/revert that/put it back/put that back/bring it back/put them back/take that back/that was a mistake/my mistake/wrong one/i didn't mean that/i didn't mean to/take it back)",
    ),
    (
        Undo,
        0.9,
        "(i/we) (didn't/did not/don't/do not) mean (to/that/it/to do that/to do it/to delete it/to delete that/to delete that one/to remove it/to remove that/to complete it/to complete that/to add it/to add that/to change it/to change that)",
    ),
    (
        Undo,
        0.7,
        "(that/it/this) (was a mistake/was an accident/was wrong/was by mistake/was not what i wanted/wasn't what i wanted/was unintentional)",
    ),
    (
        Undo,
        0.7,
        "(that's/that is/it's) (a mistake/not what i wanted/not what i meant/not what i asked for/not what i asked)",
    ),
    (
        Undo,
        0.7,
        "(go back/step back/back/scratch that/strike that/by mistake/my mistake/my bad/cancel that/cancel the last one/nope undo)",
    ),
];

pub(super) const CORRECT: &[Row] = &[
    (
        Correct,
        0.95,
        "[no/nope/oh/sorry/wait/oops/hmm/actually/ah] [no/sorry/wait/actually/i'm sorry/my mistake] (i meant/i mean/i did mean/what i meant was/i said/i meant to say/i wanted/i was talking about/i actually meant/i really meant/meant/make that/it should be/should be/should have been/it should have been/it's supposed to be/i meant it for/i meant for) {title}",
    ),
    (
        Correct,
        0.93,
        "(no/nope/sorry/wait/oops/actually/hmm/ah/oh) [no/sorry/wait/actually] (make it/make that/change it to/change that to/set it to/let's make it/let's do/let's say/it's/it is/that's/that should be/should be/do/rather/better/for/on/at/by) {title}",
    ),
    (
        Correct,
        0.9,
        "(no/nope/wait/oops/sorry/actually) [no/sorry/actually] {when} [instead/please]",
    ),
    (
        Correct,
        0.85,
        "(no/nope/wait/actually/sorry) [no/sorry/actually] {priority} [instead]",
    ),
    (
        Correct,
        0.9,
        "(make/change/set/do/call) (it/that/this) {title} instead",
    ),
    (
        Correct,
        0.85,
        "(let's make it/let's make that/make that/change that to) {title} [instead]",
    ),
    (Correct, 0.8, "{when} instead"),
    (
        CorrectNot,
        0.93,
        "[no/sorry/wait/oops/actually] not {ref} [but] : {title}",
    ),
    (
        CorrectNot,
        0.9,
        "[no/sorry/wait/oops/actually] not {when} [but] {title}",
    ),
    (
        CorrectOther,
        0.93,
        "[no/nope/sorry/wait/oops] not (that/that one/this one/this/it/them/those) [but/i meant/i mean/rather] {ref}",
    ),
    (
        CorrectOther,
        0.93,
        "(no/nope/sorry/wait/oops) [not that one] [i meant] (the other one/the other/the others/the other ones/the first one/the second one/the third one/the last one/the first/the second/the last)",
    ),
    (
        CorrectOther,
        0.93,
        "(wrong one/the wrong one/that's the wrong one/that was the wrong one/wrong task/that's the wrong task/that was the wrong task/that's not the one/that's not the right one/not that one/not this one/not that) [i meant/i mean/it's/it was/should be] [{ref}]",
    ),
    (
        CorrectOther,
        0.8,
        "the (other/others) (one/ones) [instead/i meant/please]",
    ),
];
