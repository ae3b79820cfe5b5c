//! Help, greetings, thanks.

use crate::frames::{
    Act::{Greeting, Help, Thanks},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    (Help, 0.97, "(help/help me/i need help/i need some help/help please/?/commands/manual/instructions/usage/h/show help/show me help/get help/help menu/give me help/show commands/list commands/show me the commands/what are the commands/examples/can you help me/can you help/assist me)"),
    (Help, 0.95, "(what/what all/what else/what things/which things/which commands) (can/could/do) (you/i/we/tasktalk/this/it) (do/say/ask/ask you/type/tell you/ask for/do for me/do here/do with this/do with you/understand/use/help with/help me with/offer)"),
    (Help, 0.95, "(show me/tell me/explain) (what you can do/how this works/how it works/how you work/what i can do/what i can say/how to use this/how to use you/what i can ask/what you do)"),
    (Help, 0.97, "(how do/how does/how can/how would/how should/how could) (i/we/you/this/it/one/tasktalk/the app) [%aux] (add/create/delete/remove/complete/mark/finish/change/edit/update/rename/undo/list/use/set/tag/move/reschedule/search) [{filter}]"),
    (Help, 0.9, "(how do/how does) (you/this/it/tasktalk/the app) (work/function)"),
    (Help, 0.9, "how (do/can) i (use you/use this/use it/start/get started/talk to you/see my tasks/show my tasks)"),
    (Help, 0.99, "(can/could/do/will/would) (you/i/we) (add/create/delete/remove/complete/change/edit/update/rename/undo/list/show/set/search/find/tag/sort/handle/do/repeat/schedule/manage) (tasks/reminders/things/due dates/tags/lists/priorities/recurring tasks/deadlines/todos/notes/changes/items)"),
    (Help, 0.9, "how to (add/create/delete/remove/complete/mark/finish/change/edit/update/rename/undo/list/show/use/set/tag/move/reschedule/search) [{filter}]"),
    (Help, 0.85, "(tell/show/teach/explain) me how (i can/i could/to/do i/can i/i) (add/create/delete/remove/complete/mark/finish/change/edit/update/rename/undo/list/show/use/set/tag/move/reschedule/search/see) [{filter}]"),
    (Help, 0.9, "(who/what) are you"),
    (Help, 0.9, "(what's this/what is this/what is tasktalk/what's tasktalk/what is this thing/what do you do/what are you for/how does this work/how do you work/i don't know what to do/i don't know how to use this/i'm lost/what now/what are my options/get started/getting started)"),
    (Greeting, 0.97, "(hi/hello/hey/howdy/hiya/heya/yo/greetings/good morning/good afternoon/good evening/good day/morning/evening/afternoon/hi there/hello there/hey there/hi again/hello again/hallo/sup/what's up/hey you/gday) [assistant/bot/tasktalk/everyone/all/buddy/friend/there/mate/you/again/my friend/to you] [how are you/how's it going/how is it going/how are you doing/how are you today/how do you do/what's up/nice to meet you/are you there]"),
    (Greeting, 0.95, "(how are you/how's it going/how is it going/how are you doing/how are you today/how do you do/nice to meet you/are you there/you there/anyone there/is anybody there/hello are you there) [today/there/doing/doing today]"),
    (Greeting, 0.9, "(bye/goodbye/good bye/see you/see ya/good night/goodnight/cya/later/see you later/talk to you later/take care/bye bye/see you tomorrow) [then/now/bot/everyone/for now]"),
    (Thanks, 0.97, "[ok/okay/great/perfect/cool/nice/awesome/wonderful/excellent/brilliant/alright/yes/super/good/lovely/fantastic/no/no that's all/that's all/yeah/oh] (thanks/thank you/thx/ty/cheers/much appreciated/appreciate it/i appreciate it/i appreciate that/many thanks/thank u/tysm/thankyou/thnx) [so much/very much/a lot/a bunch/a million/again/a ton/for that/for your help/for the help/for helping/for everything/for this/you/so much for your help/buddy/mate/man/tasktalk/bot/my friend/that's all/that's it/that is all/that's great/that was helpful/bye/have a nice day]"),
    (Thanks, 0.97, "[ok/okay/great/perfect/cool/nice/alright/yes/no/good/well] [thanks/thank you/thx/cheers/many thanks] [so much/very much/a lot] [and/so] (that's/that is/that was/that'll be/that will be/this is/this was) (all/it/everything) [i need/i needed/i wanted/from me] [for] [today/tonight/now/this morning/this evening/this week/the day/the moment]"),
    (Thanks, 0.97, "(well done/good job/great job/nice work/great work/good work) {filter}"),
    (Thanks, 0.85, "(great/perfect/cool/nice/awesome/wonderful/excellent/brilliant/amazing/lovely/fantastic/good job/well done/great job/nice work/nice one/good work/you're the best/you are the best/you rock/love it/sweet/super/good bot/you're great/you're awesome/that's great/that's perfect/that's wonderful/that is great/sounds good/very good/very nice/that's nice/that's helpful/great work) [job/work/stuff/one/to know/indeed/then]"),
];
