//! Asking for the list, or about tasks.

use crate::frames::{
    Act::{Ask, Count, Find, List, ListOnly, Show},
    Row,
};

/// Frames without a noun for tasks: with one, the filter words decide (`crate::intents::list`).
#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (List, 0.97, "(what's/what is/what are/what was/what were/what/which are/which ones are/what all is) [still/currently/all/else] (pending/left/open/outstanding/remaining/overdue/late/due/undone/incomplete/unfinished/uncompleted/unchecked/not done/not finished/past due) [{filter}]"),
    (List, 0.93, "(what's/what is/what are) [still/currently/the most/most/really] (urgent/important/high priority/next/up next/coming up/upcoming/to do/to be done/needed/scheduled/planned/still to do/still to be done/left to do) [{filter}]"),
    (List, 0.95, "(what's/what is/what are/what) [else/all/still/currently/currently still] [is] [left/things/stuff] (on/in/inside/under) {filter}"),
    (List, 0.92, "(what's/what is/what are/what was/what were) [already/all/been] (done/completed/finished/complete/checked off/ticked off) [{filter}]"),
    (List, 0.93, "what (do i gotta/i gotta) (do/finish) [{filter}]"),
    (List, 0.93, "what (do/am/should/must/have/did/can/shall/will/else do/all do/all have/else have/others do) (i/we) [still/currently/already/all/also/actually/just] [have/got/need/supposed/get/gotten/be] [to/got/left] [still] (do/done/have/get done/finish/finished/completed/complete/accomplish/accomplished/achieve/achieved/left/pending/planned/scheduled/due/coming up/open/outstanding/to do/going on/on/on my plate/check off/checked off/ticked off/tick off/get through/remember/be doing/work on/tackle/doing) [next/first/left/to do/still] [{filter}]"),
    (List, 0.93, "what (do/have) (i/we) [still] (have/got/need) [left/on/going on/coming up/planned/scheduled/to do/on my plate/on my list] [{filter}]"),
    (List, 0.93, "(what's/what is) (my/the/our) [next/first/most urgent/top] (plan/schedule/day/agenda/workload/week) [look like] [{filter}]"),
    (List, 0.9, "(what's/what is) (my/the/our) (next/first/most urgent/most important/top/top priority) (thing/thing to do/priority/todo/task/deadline) [{filter}]"),
    (List, 0.85, "(what's/what is) (for/on for/up for/up) {filter}"),
    (List, 0.85, "(what does/how does) (my/the/our) (day/week/schedule/agenda/list/today/tomorrow/weekend/month) look [like] [{filter}]"),
    (List, 0.85, "(what/what's) (needs/need/has/have/must/left) [to] [be] (doing/done/get done/do/finishing/attention/happen/my attention) [{filter}]"),
    (List, 0.85, "(what/which things) (i/we) [still] (am/are/have/need/must/should/had) [got] [to/going to/supposed to/left to] (do/finish/complete/get done) [{filter}]"),
    (List, 0.85, "(what/everything/anything/all) (i/we) (haven't/have not/didn't/did not) (done/finished/completed/do/finish/complete/get done) [{filter}]"),
    (ListOnly, 0.9, "[(show/list/display/give/see) [me]] (only/just) [show/list/me] [the/my] {filter}"),
    (ListOnly, 0.85, "(show/list/display) [me] [the/my] {filter}"),
    (ListOnly, 0.85, "[do i have/have i got/do we have/got/is there/have you got] (anything/something/any) {filter}"),
    (List, 0.85, "(what am i/what are we) (forgetting/missing/behind on/late on/late with)"),
    (List, 0.93, "[is there/are there/do i have/have i got/is/are/got/have we got/do we have/did i leave] (anything/any/something/nothing/stuff/things) [else/that's/that is/i have/that needs/which is] (pending/left/open/outstanding/remaining/overdue/late/due/urgent/important/to do/for/on/scheduled/planned/coming up/undone/unfinished/high priority/done/completed/needing attention/i need to do/i should do/i have to do/with) [{filter}]"),
    (List, 0.85, "(do/have) (i/we) [still] (have/got) [anything/something/a lot/much/stuff] [left] [to do/on/planned/scheduled/due/going on/pending/open] [{filter}]"),
    (List, 0.85, "(how does/how's/how is) (my/the) (day/week/list/schedule/agenda) [look/looking] [like] [{filter}]"),
    (List, 0.85, "how am i doing [{filter}]"),
    (List, 0.8, "(what/which) (ones/one) (are/is) {filter}"),
    (List, 0.75, "(everything/anything/all) (due/overdue/pending/open/left/tagged/completed/done) [{filter}]"),
    (List, 0.75, "(pending/overdue/outstanding) [please]"),
    (Count, 0.95, "how many [%task/things/more/of them/of those/are] [do i have/have i/did i/are there/do we have/have i got/are/i have/are still/is] [still/got] {filter}"),
    (Count, 0.9, "(how much/how many things) [work] (do i have/have i got/is there/is/are) [still] [left/to do] [{filter}]"),
    (Count, 0.9, "(count/what's the number of/what is the number of/number of/the count of/give me a count of) {filter}"),
    // Questions about one task.
    (Ask, 0.86, "(do/did) (i/we) [still/really/also/actually] (have/need/got) to {filter}"),
    (Ask, 0.86, "(must/should) (i/we) still {filter}"),
    (Ask, 0.84, "(did/have/had) (i/we) [already/ever/also/actually/not] {filter}"),
    (Ask, 0.86, "(is/are/was/were/has/have) {filter} [already/still/yet/been] (on [my/the/our] [todo/to-do/to do/task/tasks] list/pending/open/overdue/due/completed/complete/outstanding/left/done/finished/checked off/ticked off/%past) [yet/already]"),
    (Ask, 0.75, "(when/what time/what day/when's) [is/are/was] [my/the/our/next] {filter}"),
    (Ask, 0.86, "(when/what day/what time/what date) (is/are/was) {filter} (due/scheduled/planned/supposed to be done)"),
    (Ask, 0.85, "(when's/when is/what's/what is) the (due date/deadline/priority/status) (of/for/on) {filter}"),
    (Ask, 0.82, "(when/by when/what day/what time) (do i/must i/should i/am i supposed to/do we/did i/have i) [have to/need to/got to] {filter}"),
    (Ask, 0.8, "(what's/what is) (the status of/with/happening with/going on with/the state of) {filter}"),
    (Ask, 0.8, "(do i have/is there/have i got/are there) (a/an/any/another) [%task/reminder/todo] (to/for/about/called/named/with/containing/on) {filter}"),
    // Searching.
    (Find, 0.85, "(search/look/searching/looking/query) [my/the/in my] [%task/list/%list] for {filter}"),
    (Find, 0.93, "(search/find/look up/locate/look for/filter/show/list) [me] [all/any/my/the/every] [of my] (%task/ones/everything/anything/something) (about/containing/that contain/that contains/with the word/with the words/mentioning/that mention/which mention/matching/related to/regarding/involving/with/for/concerning/on/that say/that says/named/called/that have to do with) {filter}"),
    (Find, 0.85, "(search/find/locate) [my/the] {filter} (%task/ones/one) [in my list/on my list]"),
    (Find, 0.85, "(search/find/look for/look up/locate/show me/show) {filter} (in/on/from/among) [my/the] (list/tasks/todos/to-dos/to do list)"),
    (Find, 0.6, "(search/search up/find) {filter}"),
    (Find, 0.85, "(where's/where is) [my/the] {filter} (%task/on my list)"),
    (Find, 0.88, "(what/which) (%task/things/ones) (are about/mention/contain/do i have about/do i have for/do i have with/have to do with/involve/are related to/are there about) {filter}"),
    (Show, 0.85, "(show/open/display/view/see/read/check/tell me about/give me/details of/details for/show details of/show me details of/describe/look at/what is/what's) [me] [details of/details for/the details of] {ref}"),
];
