//! What surrounds a command: politeness, connectives, wishes, and what takes everything back.

/// Taken off before a command, again and again; they change nothing.
pub(super) const PREFACES: &[&str] = &[
    "(please/kindly/hey/hi/hello/ok/okay/yo/um/umm/uh/er/erm/hmm/well/so/oh/ah/right/alright/now/just/quickly/yes/yeah/yep/sure/great/cool/perfect/fine/and/then/also/plus/next/finally/lastly/first/firstly/secondly/no/nope/wait/sorry/actually/but/anyway/btw/fyi/additionally/afterwards/like/basically/honestly)",
    "(hey/hi/hello/ok/okay/yo/dear) (assistant/bot/tasktalk/there/buddy/computer/mate/friend/you/robot/guys)",
    "(thanks/thank you) [so much/very much]",
    "(by the way/for now/one more thing/after that/and then/on top of that/in addition/if possible/if you can/if you could/if you don't mind/when you can/when you get a chance/real quick/as well/let's see/you know)",
    "(go ahead and/be so kind and/be so kind as to/be so kind to/be a dear and/feel free to/don't hesitate to/do me a favor and/do me a favour and/do me a favor/do me a favour/try to/make sure to/be sure to/see if you can)",
    "(on/from/in/in/for) [my/the] (list/todos/to dos/to do list/todo list/task list/tasks/to-do list)",
    "i (said/repeat/told you to/told you/asked you to/already said/already told you to)",
];

/// Taken off as well: what follows is asked of the machine, so that a bare chore after it is no reminder.
pub(super) const ADDRESSED: &[&str] = &[
    "(can/could/would/will) (you/u/ya) [please/kindly/just/also/possibly/maybe/quickly/perhaps/go ahead and/help me]",
    "(can/could/may/might) i [please/just/also] (ask you to/get you to/have you/trouble you to)",
    "(i want/i need/i'd like/i would like/i'd love/i want for/i would love/i just want/i just need/i really need/i'm asking) you to [please/also]",
    "(i'd appreciate it if you/i would appreciate it if you/i was wondering if you/i wonder if you/do you think you/is it possible for you to/would it be possible for you to/is there any way you/any chance you/it would be great if you/it'd be great if you/would be great if you/it would be nice if you/it'd be nice if you/would be nice if you/be great if you/it would help if you/i was hoping you) [could/can/would]",
    "(would/do) you mind",
    "(can/could) we [please/just/also]",
    "you (can/may/could) [please/go ahead and/now]",
    "(assistant/bot/tasktalk/computer)",
];

/// Taken off only before an unmistakable command: "I want to see my tasks", but not "I want to cancel the gym".
pub(super) const WISHES: &[&str] = &[
    "(i/we) [also/really/just] (want to/wanna/need to/have to/would like to/would love to/must/should/wish to/'d like to) [see/know/hear]",
    "(i'd/we'd) [also/really/just] (like to/love to/like) [see/know/hear]",
    "(it'd be/it would be/would be) (nice/great/good) to have",
    "(i'm/i am/we're/we are) (going to/trying to/looking to/looking for/here to)",
    "(let/lets/let's/allow) [me/us] [to]",
    "let's",
    "(can/could/may) (i/we) [please/just/also/get/have]",
    "(i want/i need/give me/i'd like/i would like)",
    "time to",
    "(show/tell/remind/give/read/let) (me/us) [know/see]",
    "do you know",
];

/// Between two commands.
pub(super) const CONNECTIVES: &[&str] = &[
    "and",
    "then",
    "also",
    "plus",
    "&",
    "afterwards",
    "next",
    "but",
];

/// Taken off after a command.
pub(super) const AFTERWORDS: &[&str] = &[
    "please",
    "pls",
    "thanks",
    "thank you",
    "thx",
    "cheers",
    "thank you very much",
    "thanks a lot",
    "for me",
    "will you",
    "would you",
    "could you",
    "can you",
    "ok",
    "okay",
    "if you can",
    "if you could",
    "if possible",
    "if you don't mind",
    "right away",
    "as well",
    "too",
    "already",
    "now",
    "right now",
    "quickly",
    "real quick",
    "kindly",
    "mate",
    "buddy",
    "lol",
    "haha",
    "when you can",
    "when you get a chance",
    "you know",
    "thank you so much",
    "many thanks",
    "would you please",
    "will you please",
    "can you please",
    "yeah",
    "ta",
    "tysm",
    "tyvm",
    "ugh",
    "lmao",
    "eh",
    "full stop",
    "without fail",
    "sometime",
    "some time",
    "while you're at it",
    "please remind me",
    "remind me",
    "remind me please",
    "(add/put/note/track) (that/it/this) [in/down/please/on my list/to my list/to the list/on the list]",
];

/// Alone after a command, they take the whole message back.
pub(super) const ABORTS: &[&str] = &[
    "[no/oh/ah/actually/or/hmm/but/wait] [no/wait/actually/sorry] (don't/never mind/nevermind/cancel/abort/do nothing/nothing/forget it/forget that/forget about it/cancel that/scratch that/strike that/wait/no wait/don't do that/don't do it/do not do that/do not do it/stop/hold on/hang on/just kidding/jk/kidding/not really/or not/maybe not/actually no/no/i changed my mind/ignore that/ignore me/disregard/disregard that/disregard this/ignore that last message/don't bother/leave it/on second thought don't/on second thoughts don't/on second thought no)",
];
