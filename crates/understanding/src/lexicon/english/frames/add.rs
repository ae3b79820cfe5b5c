//! Adding tasks.

use crate::frames::{Act::*, Row};

/// The title comes after `to` or a colon and is taken as it is; the title of `AddNamed` loses its article.
pub(super) const FRAMES: &[Row] = &[
    // "add a task to buy groceries", "create a new todo called …"
    (
        Add,
        0.97,
        "(add/create/make/put/enter/insert/record/register/open/save/set/log/write/jot/start/include/new) [down/up/in] [me/us] [for me] (a/an/another/one more/the/one/some/this/the following/these/new/my/more) [new/quick/extra/following/high priority/low priority/urgent/important/more/few/next] (%task/to do/list item/to-do item/todo item/to do item) [for me] [(to/on/in/onto) [my/the/our] [to do/todo/to-do/task] (list/tasks/agenda)] [for me] (called/named/titled/labelled/labeled/entitled/saying/that says/which says/to/for/about/that/of/with the title/with title/with the name/:/as/where i/in which i) {title}",
    ),
    (
        Add,
        0.95,
        "(add/create/make/enter/insert/record/register/log/include) [new/more] (%task/to do/list item/to-do item/todo item/to do item) [to/called/named/titled/for/:/about] {title}",
    ),
    (
        Add,
        0.95,
        "(add/create/put) (a/an/another/one more/the/new) [new] (%task/to do) {title}",
    ),
    (
        Add,
        0.95,
        "(new/another/next) (%task/to do/to do item/todo item) [to/called/named/titled/for/:/about/is] {title}",
    ),
    (Add, 0.95, "(%task/to do/note/memo) : {title}"),
    (Add, 0.85, "(todo/to-do) {title}"),
    (
        Add,
        0.9,
        "(task/note/memo/reminder/note to self/memo to self/self reminder) (to/that i/about) {title}",
    ),
    (
        Add,
        0.95,
        "(note/memo/reminder/message) to [self/myself] [:/to/about/that] {title}",
    ),
    (Add, 0.8, "(reminder/task) {title}"),
    (
        Add,
        0.95,
        "(add/put/write/note/jot/pencil) (down/in) [that/:/to/a note to/i (have/need) to/a reminder to/the following :] {title}",
    ),
    (Add, 0.8, "(note/jot) [down] (that/to/:) {title}"),
    (
        AddEmpty,
        0.95,
        "(add/create/make/put/enter/insert/record/new) [down/in] [me] [a/an/another/one more/the/this/my/one/some] [new] (%task/to do/note) [for me] [(to/on/in/into/onto) [my/the/our/a/this] [to do/todo/to-do/task] (list/tasks/agenda)]",
    ),
    (
        AddEmpty,
        0.85,
        "(add/create/insert/put) [it/this/that/something/something else] [(to/on/in/into/onto) [my/the/our/a/this] [to do/todo/to-do/task] (list/tasks/agenda)]",
    ),
    (
        AddEmpty,
        0.9,
        "(set/create/make/add/give/put) [me/us/up] [a/an/another/the/my] [new] reminder",
    ),
    (AddEmpty, 0.8, "remind (me/us) [later/again/please]"),
    (
        AddEmpty,
        0.8,
        "remind (me/us) [of/about/to do] (something/this/that/it)",
    ),
    // "add eggs to the shopping list"
    (
        AddTo,
        0.97,
        "(add/put/include/insert/place/enter/throw/stick/get/write/pop/chuck/save/append/move/record/log) [in/down] {title} (to/on/onto/in/into/under/for/at) {tag} (list/lists/checklist) [please] [{when}]",
    ),
    (
        AddTo,
        0.95,
        "(add/put/include/insert/place/throw/stick/pop/chuck) {title} (to/on/onto/in/into) [my/the/our/a/this] (list/lists) (of/for/with) {tag}",
    ),
    (
        AddTo,
        0.93,
        "(to/on/onto/in/for) {tag} (list/lists) [please] (add/put/include/write) {title}",
    ),
    (
        AddTo,
        0.93,
        "(add/put/include/insert/place/write) (to/on/onto/in/into) {tag} (list/lists) [:/the item/item] {title}",
    ),
    (AddTo, 0.85, "{tag} list : {title}"),
    (
        AddTo,
        0.9,
        "(open/take/get/go to/pull up) {tag} list and (add/put/write/include) {title}",
    ),
    (
        AddNamed,
        0.97,
        "(add/put/include/insert/place/throw/stick/write/pop/chuck/save/append) [in/down] {title} (to/on/onto/in/into) [my/the/our/a/this] (tasks/todos/to-dos/agenda/todo/to-do/to do/tasklist/checklist/backlog/inbox/queue/reminders/to do's/things to do/list of things to do/list of tasks/list to do/chores) [please] [{when}]",
    ),
    (AddNamed, 0.88, "(add/include/append) {title}"),
    (AddNamed, 0.55, "(put/place/insert/enter) {title}"),
    (AddNamed, 0.6, "(create/make) (a/an) {title}"),
    (
        AddNamed,
        0.75,
        "(schedule/plan/arrange/set up) (a/an) {title} {when}",
    ),
    (
        AddNamed,
        0.75,
        "(i have/i've got/i've/there's/there is/we have) (a/an) {title} {when}",
    ),
    (AddNamed, 0.7, "(schedule/arrange/set up) (a/an) {title}"),
    (AddNamed, 0.45, "(i/we) need [some/more/a/an] {title}"),
    (
        AddNamed,
        0.45,
        "(we're/we are/i'm/i am) (out of/running low on/running out of/low on) {title}",
    ),
    // "remind me to …", "set a reminder for 5 to …"
    (
        Add,
        0.97,
        "remind (me/us/myself) [please/again/also/later/gently] [{when}] (to/that i (need/have) to/that i should/that i must/that/:/i need to/i have to/i should/i must) {title}",
    ),
    (
        AddNamed,
        0.96,
        "remind (me/us/myself) [please/again/also] [{when}] (about/of/for) {title}",
    ),
    (Add, 0.85, "(remind/remember) (me/us/myself) {title}"),
    (
        Add,
        0.97,
        "(set/create/make/add/give/put/schedule/leave/send/place) [me/us/up/in] [a/an/another/the/my/one] [new/quick/daily/weekly/monthly] (reminder/reminders) [for me/for myself] [{when}] [for me/for myself] (to/that i (need/have) to/that i should/that/saying/that says/:/so i/so that i) {title}",
    ),
    (
        AddNamed,
        0.96,
        "(set/create/make/add/give/put/schedule/leave/send/place) [me/us/up/in] [a/an/another/the/my/one] [new/quick/daily/weekly/monthly] (reminder/reminders) [for me/for myself] [{when}] (about/of/for/on/regarding) {title}",
    ),
    (
        Add,
        0.85,
        "(set/create/make/add/schedule) [me] [a/an/the/my] (reminder/reminders) {title}",
    ),
    (
        Add,
        0.9,
        "(i/we) (want/need/would like/'d like) (a reminder/reminding/to be reminded) [{when}] (to/about/of/that/for) {title}",
    ),
    (
        Add,
        0.85,
        "(give/drop/send/ping/poke/nudge/text/tell/notify/alert) me [a] [reminder/nudge/shout/ping/note/alert] [{when}] to {title}",
    ),
    // "don't forget to …", "make sure I …"
    (
        Add,
        0.93,
        "(don't/do not/never/not to/can't/cannot/must not/mustn't/better not/shouldn't/should not/won't) [you/let me/let us/please] forget [to/about/that i (have/need) to/that/:] {title}",
    ),
    (
        Add,
        0.93,
        "(i/we) (don't/do not/can't/cannot/must not/mustn't/better not/shouldn't/should not/'d better not) (want to forget/wanna forget/forget) [to/about/that i (have/need) to/that] {title}",
    ),
    (
        Add,
        0.93,
        "(i/we) (need/have/want/must/ought/got/would like/am going/'d like) [to] (remember/not forget/keep in mind/make sure/be reminded) [to/about/that (i/we) (need/have) to/that/of/i/we] {title}",
    ),
    (
        Add,
        0.93,
        "(i/we) (must/should/'ve got to/gotta/have got to) (remember/not forget) [to/about/that] {title}",
    ),
    (
        Add,
        0.88,
        "(remember/make sure/be sure/make certain/see to it/ensure) [that] [i/we/you remind me] [don't forget/do not forget/remember] [to/i (need/have) to] {title}",
    ),
    (
        Add,
        0.93,
        "(help me/let me/make me) [to] remember [to/about/that i (need/have) to/that] {title}",
    ),
    (
        Add,
        0.92,
        "(make/take/write/put/leave/add) [me/down] (a note/note) [for me/for myself/to self/to myself] [to/that/of/about/:/that i (need/have) to] {title}",
    ),
    (
        Add,
        0.9,
        "(make/take/keep) (a mental note/a mental reminder/a note) (to/that) {title}",
    ),
    (
        Add,
        0.8,
        "(keep in mind/bear in mind) [to/that/that i (have/need) to] {title}",
    ),
    // "I need to …": obligations, which a bare verb after them makes sure.
    (
        AddWish,
        0.86,
        "(i/we) [also/really/still/just/definitely/desperately/urgently/probably] (need to/have to/must/gotta/have got to/'ve got to/got to/ought to/am supposed to/had better/better/absolutely must/need) {title}",
    ),
    (
        AddWish,
        0.86,
        "(i've/we've) [also/really/still/just] got to {title}",
    ),
    (AddWish, 0.86, "(i'd/we'd) better {title}"),
    (
        AddWish,
        0.84,
        "(need to/have to/gotta/got to/must/need) {title}",
    ),
    (
        AddWish,
        0.8,
        "(i'm/we're/i am/we are) [also/really] (supposed to/meant to/due to/to) {title}",
    ),
    (
        AddWish,
        0.75,
        "(i/we) [also/really/probably] (should/wanna/want to/would like to/intend to/plan to/mean to/hope to) {title}",
    ),
    (
        AddWish,
        0.75,
        "(i'd/we'd) [also/really] (like/love) to {title}",
    ),
    (
        AddWish,
        0.72,
        "(i'm/we're/i am/we are) [also] (going to/gonna/planning to/hoping to/planning on) {title}",
    ),
    (AddWish, 0.7, "(i/we) will {title}"),
    (AddWish, 0.7, "(i'll/we'll) [have to/need to] {title}"),
    (AddWish, 0.8, "(it's/it is) time to {title}"),
    (
        AddWish,
        0.8,
        "(someone/somebody) (needs to/has to/should) {title}",
    ),
    (
        AddWish,
        0.8,
        "(my plan/the plan/the goal/my goal/my task/my job/the next step/next step) is to {title}",
    ),
    (
        AddWish,
        0.75,
        "(i've/i have) (been meaning/been wanting) to {title}",
    ),
];
