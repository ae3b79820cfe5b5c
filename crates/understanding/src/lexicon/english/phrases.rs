//! English phrases inside commands: what points at tasks, what restricts them, and what says more about one.

use tasktalk_domain::{Priority, SortKey, SortOrder};

use crate::phrases::{Condition::*, Pointer, Source};

pub(super) const SOURCE: Source = Source {
    priorities: &[
        (
            Priority::High,
            "[with/at/as/of/and/in/set to/,] [a/the] (high/highest/top/urgent/max/maximum/critical/higher/very high) (priority/prio/importance/urgency)",
        ),
        (
            Priority::Medium,
            "[with/at/as/of/and/in/set to] [a/the] (medium/normal/mid/moderate/middle/average/standard/regular) (priority/prio/importance/urgency)",
        ),
        (
            Priority::Low,
            "[with/at/as/of/and/in/set to] [a/the] (low/lowest/minor/lower/very low) (priority/prio/importance/urgency)",
        ),
        (Priority::None, "[with/at/as/of] (no/zero) (priority/prio)"),
        (
            Priority::High,
            "[with/at/and/in] [the/its/set] (priority/prio/importance) [to/is/of/:/level] (high/highest/urgent/1/p1/one/top/critical/a)",
        ),
        (
            Priority::Medium,
            "[with/at/and/in] [the/its/set] (priority/prio/importance) [to/is/of/:/level] (medium/normal/2/p2/two/mid/moderate/b)",
        ),
        (
            Priority::Low,
            "[with/at/and/in] [the/its/set] (priority/prio/importance) [to/is/of/:/level] (low/lowest/3/p3/three/c)",
        ),
        (
            Priority::None,
            "[with/at/and/in] [the/its/set] (priority/prio) [to/is/of/:/level] (none/4/p4/zero)",
        ),
        (Priority::High, "[as/with/and] (p1/high-priority/prio1)"),
        (Priority::Medium, "[as/with/and] (p2/medium-priority/prio2)"),
        (Priority::Low, "[as/with/and] (p3/low-priority/prio3)"),
        (Priority::None, "[as/with] (p4/prio4)"),
    ],
    edge_priorities: &[
        (
            Priority::High,
            "[it's/its/it is/this is/that's/this one is/which is/and it's/very/super/really/as/mark it as/mark it/make it/marked as/marked/this one's] (urgent/urgently)",
        ),
        (
            Priority::High,
            "(it's/it is/this is/that's/which is/mark it as/mark it/mark as/marked as/marked/make it) [very/super/really/quite/pretty] (important/critical/crucial/high priority/a priority)",
        ),
        (
            Priority::High,
            "(it's/it is/this is/that's/make it/mark it as/mark it) [a] (high/top) [priority/prio]",
        ),
        (
            Priority::Low,
            "(not urgent/no rush/no hurry/it's not urgent/not important/low/it can wait)",
        ),
    ],
    lone_priorities: &[
        (
            Priority::High,
            "[very/really/super/a/as] (urgent/important/critical/crucial/high/highest/top/p1/1/a priority/top priority/most important/high prio/higher)",
        ),
        (
            Priority::Medium,
            "[a/as] (medium/normal/mid/p2/2/moderate/medium prio/average)",
        ),
        (
            Priority::Low,
            "[a/as] (low/lowest/p3/3/unimportant/not urgent/not important/low prio/not so important/less important/minor/lower)",
        ),
        (Priority::None, "[a/as] (none/no/p4/4/nothing/normal again)"),
    ],
    tag_heads: &[
        "[and] (tagged/labelled/labeled/categorised/categorized) [as/with/under]",
        "[and] (tag/label) (it/this/that/them) [as/with/:]",
        "[with/and/under] [the/a] (tag/tags/label/labels/category) [:/of/called]",
    ],
    note_heads: &[
        "(with/and/plus) [a/an/the/this] [short/quick/little] (note/description/comment/memo/notes/detail/details) [saying/that says/which says/of/:/that/to/stating]",
        "(note/notes/description/desc/details/comment/memo) :",
        "(and note/and a note that/and mention that/noting that/noting/note that)",
        "description",
    ],
    pointers: &[
        (
            Pointer::Id,
            "[the/my] (%task/to do/number/no/nr/num/id/list item) [with] [number/no/nr/num/id/#/:] {number}",
        ),
        (Pointer::Id, "[the] {number} [%task]"),
        (
            Pointer::Nth,
            "[the/my/task/item] {place} [most recent] [one/%task/to do/on the list/in the list/thing on the list/of them/of those/entry/on it/from the top/thing on my list/on my list/item on the list/task on the list/item on my list/task on my list/task in the list/task in my list]",
        ),
        (Pointer::Nth, "[the/my] [%task/item] (number) {place}"),
        (
            Pointer::First,
            "[the/my] (first/top) {number} [ones/%task/to dos/of them/of those/on the list/on my list]",
        ),
        (
            Pointer::Last,
            "[the/my] (last/bottom/latest/final/previous) {number} [ones/%task/to dos/of them/of those/on the list/on my list]",
        ),
        (
            Pointer::Top,
            "[the/my] (top/topmost) [one/%task/to do/on the list/of the list/item on the list]",
        ),
        (
            Pointer::FromEnd,
            "[the/my] (last/latest/bottom/final/newest/most recent) [one/%task/to do/on the list/of them/of the list/thing/item on the list/task on the list/on my list/item on my list/task on my list]",
        ),
        (
            Pointer::SecondFromEnd,
            "[the/my] (second to last/next to last/second last/penultimate/last but one/second from last/second from the end) [one/%task/to do]",
        ),
        (
            Pointer::It,
            "(it/that/this/that one/this one/the same/the same one/this same task/the same task/said task/that (task/item/todo/reminder/entry)/this (task/item/todo/reminder/entry)/the (one) [i/you/we] (just) (added/mentioned/created/made/showed)/the one above/the task you just (added/created/made)/the task i just (added/created/made)/what i just added/the thing i just added/the one you just (added/created)/the one i just (added/created/made/mentioned))",
        ),
        (Pointer::It, "the (task/todo/item/reminder)"),
        (
            Pointer::Both,
            "(both/both of (them/those/these)/both (tasks/ones/items/of the tasks)/the two/the two of them/those two/these two/them both/the pair)",
        ),
        (
            Pointer::Them,
            "(them/those/these/those (tasks/ones/items/things/two/three)/these (tasks/ones/items/things/two/three)/all of (them/those/these)/them all/all (those/these/three/four/five)/all (three/four/five) [of them]/every one of them/each of them)",
        ),
        (
            Pointer::Others,
            "(the other/the others/the rest/the other (one/ones/task/tasks/item/items/two/three)/others/the remaining (ones/one/tasks)/the remaining/the rest of (them/those/the list/it/the tasks)/other one/everything else/all the others/all the rest/all others/the others too)",
        ),
        (
            Pointer::All,
            "(everything/all/all of it/it all/every single (task/thing/one/item)/every (task/thing/one/item/todo)/all (tasks/todos/items/things/reminders)/all (my/the/of my/of the/our/these) (tasks/todos/to-dos/items/things/stuff/reminders/chores/to dos/todo list/to do list/list/lists)/my (tasks/todos/to-dos/list/todos list/todo list/to-do list/to do list/tasklist/task list/reminders/whole list/entire list/items/tasks list)/the (tasks/list/todo list/to-do list/to do list/task list/whole list/entire list/whole thing/todos/lot/entire to do list/whole to do list/list of tasks/list of things to do/items)/(this/the current) list/list/lists/tasks/everything [there is] [on/in/from] [my/the] [todo/to-do/to do/task] (list/lists)/each (task/item)/all (items/tasks/things/stuff/of them) (on/in/from) [my/the] [todo/to-do/to do/task] list/all that/whole list/entire list/absolutely everything/all the (tasks/things/items)/every last (one/task))",
        ),
    ],
    exceptions: "(except/except for/but/but not/apart from/other than/besides/excluding/save for/minus/not including/aside from/all but/with the exception of/but keep/but leave/and keep/and leave/leave/keep)",
    named: "[the/a/my] [%task/to do/one/thing/item/reminder/entry] (called/named/titled/labelled/labeled/entitled/saying/that says/which says/with the title/with title/about/regarding/concerning/related to/for/to/of/on)",
    conditions: &[
        (
            Pending,
            "(pending/open/active/incomplete/unfinished/remaining/left/outstanding/undone/uncompleted/unchecked/unticked/current/upcoming/todo/to-do)",
        ),
        (
            Pending,
            "(not done/not completed/not finished/not complete/still to do/to do/left to do/left to be done/not yet done/not yet completed/not yet finished/still open/to be done/i still have/coming up/i have left/yet to do/to complete/to finish/haven't been done/aren't done/are not done/not been done/isn't done/i haven't (done/finished/completed)/i have not (done/finished/completed)/i need to do/i have to do/i should do/still/need to be done/i must do/need doing/on my plate/that remain/which remain)",
        ),
        (
            Completed,
            "(completed/complete/done/finished/closed/accomplished/ticked/checked/past/old/resolved)",
        ),
        (
            Completed,
            "(ticked off/checked off/crossed off/already done/i finished/i've finished/i completed/i've completed/i have completed/i have finished/i have done/i've done/i did/i already did/i already finished/i got done/been done/been completed/been finished/i have already done/marked as (done/complete/completed)/marked (done/complete/completed)/i (ticked/checked/crossed) off)",
        ),
        (
            Overdue,
            "(overdue/late/past due/past their due date/past the due date/past its due date/past deadline/past their deadline/missed/expired/behind schedule/i missed/delayed/over due)",
        ),
        (
            Undated,
            "(without [a/any] (due date/deadline/date/due dates/deadlines/dates)/[with/that have/which have/having/has/have] no (due date/deadline/date/due dates/deadlines/dates)/undated/unscheduled/not due/that don't have a (due date/deadline))",
        ),
        (
            Dated,
            "(with [a/any] (due date/deadline/due dates/deadlines)/that have a (due date/deadline)/dated/with due dates)",
        ),
        (
            Urgent(Priority::High),
            "(high priority/high-priority/urgent/important/top priority/highest priority/most urgent/most important/critical/crucial/p1/priority/high prio/priority high/with high priority/of high priority/marked (urgent/important))",
        ),
        (
            Urgent(Priority::Medium),
            "(medium priority/medium-priority/p2/normal priority/medium prio/with medium priority)",
        ),
        (
            Urgent(Priority::Low),
            "(low priority/low-priority/p3/lowest priority/unimportant/low prio/not urgent/with low priority)",
        ),
        (
            Urgent(Priority::None),
            "(without [a/any] priority/no priority/unprioritised/unprioritized)",
        ),
        (
            Tagged,
            "(tagged/labelled/labeled/categorised/categorized) [as/with/under] {tag}",
        ),
        (
            Tagged,
            "(with/having/that have/under/in/of) [the/a] (tag/tags/label/category) {tag}",
        ),
        (
            Listed,
            "[that are/which are] (on/in/from/off/of/at/for) {tag} (list/lists)",
        ),
        (
            About,
            "(about/containing/that contain/that contains/which contain/mentioning/that mention/which mention/matching/related to/regarding/with the word/with the words/with the text/named/called/involving/concerning/including/that say/that says/that have to do with/having to do with/to do with/relating to) {filter}",
        ),
        (
            Sorted(SortKey::Due, SortOrder::Asc),
            "[and] (sorted/sort/ordered/order/arranged/arrange/ranked/in order) [them/it] [by/of/on] (due date/deadline/date/due/due dates/date due/when they are due/when they're due/soonest/time)",
        ),
        (
            Sorted(SortKey::Priority, SortOrder::Desc),
            "[and] (sorted/sort/ordered/order/arranged/arrange/ranked/in order) [them/it] [by/of/on] (priority/importance/urgency/most urgent/most important)",
        ),
        (
            Sorted(SortKey::Title, SortOrder::Asc),
            "[and] [sorted/sort/ordered/order/arranged/arrange] [them/it] [by/in] (title/name/alphabet/alphabetically/alphabetical order/alphabetic order/titles/names/a to z)",
        ),
        (
            Sorted(SortKey::Created, SortOrder::Asc),
            "[and] (sorted/sort/ordered/order/arranged/arrange) [them/it] [by] (created/creation/creation date/date added/when i added them/id/number/age)",
        ),
        (
            Sorted(SortKey::Updated, SortOrder::Desc),
            "[and] (sorted/sort/ordered/order) [them/it] [by] (updated/last change/last updated/recently changed/modification date)",
        ),
        (
            Sorted(SortKey::Created, SortOrder::Desc),
            "(newest first/most recent first/latest first/newest on top/recent first)",
        ),
        (
            Sorted(SortKey::Created, SortOrder::Asc),
            "(oldest first/oldest on top)",
        ),
        (
            Sorted(SortKey::Due, SortOrder::Asc),
            "(soonest first/most urgent first/by due date/by deadline/by date)",
        ),
        (
            Sorted(SortKey::Priority, SortOrder::Desc),
            "(by priority/by importance/most important first/highest priority first)",
        ),
        (
            Descending,
            "(descending/in reverse/reversed/reverse order/in descending order/in reverse order)",
        ),
        (
            Everything,
            "(all/every/everything/each/whole/entire/complete list/full list)",
        ),
    ],
    ignored: "(me/my/mine/the/a/an/our/of/that/which/are/is/were/was/i/we/have/has/had/to/do/did/be/been/being/on/in/for/from/at/there/still/currently/now/right/just/only/some/any/anything/something/one/ones/us/please/got/get/need/needs/must/should/this/these/those/them/it/its/so/far/up/out/already/yet/else/today's/what/what's/so/and/with/by/you/can/see/also/again/or/whatever/things/stuff/thing/list/lists/tasks/task/todos/item/items/reminders/agenda/chores/errands/to-dos/backlog/due/work/plate/schedule/scheduled/planned/going/personal/own/next/look/overview/summary/status/everything's/titles/names/first/most/really/actually/here/back/who/'s/total/in total/altogether/entries/whole)",
    shift_units: &[
        ("minute minutes min mins", 0, 0, 1),
        ("hour hours hr hrs", 0, 0, 60),
        ("day days", 0, 1, 0),
        ("week weeks wk wks", 0, 7, 0),
        ("fortnight fortnights", 0, 14, 0),
        ("month months", 1, 0, 0),
        ("quarter quarters", 3, 0, 0),
        ("year years", 12, 0, 0),
    ],
    earlier: "earlier forward forwards ahead sooner up",
};
