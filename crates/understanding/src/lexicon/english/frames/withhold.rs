//! What sounds like a command and asks for nothing.

use crate::frames::{
    Act::{Hypothetical, Negated, Reported, Unserved},
    Row,
};

#[rustfmt::skip] // one frame a line
pub(super) const FRAMES: &[Row] = &[
    // Negation. "Don't forget" is an add, and its frames are surer.
    (Negated, 0.92, "[please/so/and/but/just/ok/okay/well] (don't/do not/never/please don't/please do not/do n't) {title}"),
    (Negated, 0.92, "(don't/do not/no don't/no/no wait/wait don't/stop/wait stop)"),
    (Negated, 0.92, "(i/we/they/he/she) [still/really/just/also/actually] (haven't/have not/hasn't/has not/didn't/did not/don't/do not/doesn't/does not/never/won't/will not/can't/cannot/could not/couldn't/wouldn't/would not/wasn't/weren't/shouldn't/should not/needn't/mustn't/am not/was not/are not) {title}"),
    (Negated, 0.92, "(i've/we've/i'm/we're/i'd/we'd/i'll/they've/he's/she's) [still/really] (not/never) {title}"),
    (Negated, 0.92, "(you/we/nobody/no one/one) (shouldn't/should not/mustn't/must not/can't/cannot/don't have to/do not have to/needn't/don't need to/do not need to/won't/better not/may not) {title}"),
    (Negated, 0.92, "(i'd rather not/i would rather not/let's not/lets not/rather not/better not/no need to/no need for/there's no need to/there's no need for/there is no need to/there is no need for/not going to/i'm not going to/i am not going to/i refuse to/without) {title}"),
    (Negated, 0.93, "{title} (isn't/is not/aren't/are not/wasn't/was not/hasn't been/has not been/haven't been/have not been/still isn't/still is not/still aren't) [yet/really/quite/been/fully/actually] (done/finished/complete/completed/paid/ready/over/bought/sent/sorted/cleaned/called/booked/submitted/written/there/resolved/%past) [yet/though/at all]"),
    (Negated, 0.9, "(not yet/not now/not today/not anymore/not any more/not really/not done/not done yet/not finished/not finished yet)"),
    (Negated, 0.88, "(keep/leave) {ref} (as it is/as is/alone/there/as they are/on the list/on my list/open/where it is)"),
    (Negated, 0.85, "(leave it/leave that/leave it alone/leave it as is/keep it/keep them/keep that/keep both)"),
    (Negated, 0.9, "(i/we) (changed my mind/changed our mind) [about] [{title}]"),
    // Questions about doing it.
    (Hypothetical, 0.93, "(should/shall/ought) (i/we/you) {title}"),
    (Hypothetical, 0.93, "(what/and what) (if/happens if/happens when/would happen if/will happen if/will happen when/would happen when/happens once/happens to) {title}"),
    (Hypothetical, 0.9, "(if/when/once/unless/suppose/supposing/imagine/assuming/say) (i/we/you/it/that/this/the/someone) {title}"),
    (Hypothetical, 0.93, "(would it be/is it/was it/will it be/would that be) [ok/okay/alright/better/best/good/bad/wise/safe/fine/possible/a good idea/a bad idea/worth/worth it/smart/right/wrong/necessary/too late/time] [for me/if] [to/if/that] {title}"),
    (Hypothetical, 0.93, "(do you think/don't you think/does it make sense/do you recommend/would you recommend/do you suggest/what do you think) [that] [about/if/i/we/to] {title}"),
    (Hypothetical, 0.9, "(i might/i may/i could/we could/we might/perhaps/maybe/i wonder/i'm wondering/i am wondering/i was wondering/i was going to/i was about to/i was thinking/i'm thinking/i am thinking/i'm considering/i am considering/i considered/i'm not sure/i am not sure/not sure/i don't know/i'm tempted to/i feel like/i'm debating/i keep meaning to/i wish/i used to/thinking about/thinking of/considering) [if/whether/that/of/about/i/we/to] {title}"),
    (Hypothetical, 0.8, "(i think i/i guess i/i suppose i/maybe i/i believe i/i hope i/i think we/i thought i/i thought about) [should/will/might/could/can/would/must] {title}"),
    (Hypothetical, 0.98, "(can/could/may) (i/we) [just/really/safely] (delete/remove/erase/complete/finish/cancel/clear/restore/undo) {title}"),
    (Hypothetical, 0.9, "(why/how come/how/who/whom/whose) {title}"),
    (Hypothetical, 0.85, "(did/have/has/had/do/does/are/were/is/was/will/would) (you/he/she/they/someone/somebody/anyone/anybody/it) {title}"),
    (Hypothetical, 0.85, "(are you sure/is it true) [that] {title}"),
    (Hypothetical, 0.88, "you (can/could/should/might/may/would/will/did/have/had/were/deleted/removed/completed/added/changed/forgot/said/told/just) {title}"),
    // Other people's words.
    (Reported, 0.9, "{ref} [just/also/always/once/never/already/keeps/has/had] (said/says/told/asked/wants/wanted/thinks/thought/suggested/suggests/mentioned/wrote/recommends/recommended/insists/insisted/claims/claimed/told me/asked me/advised/advises/reckons/texted/emailed/saying) [to/that/me/us/him/her/them/you] {title}"),
    (Reported, 0.9, "(according to/apparently/allegedly/quote) {title}"),
    (Unserved, 0.95, "(swap/switch/copy/duplicate/clone/merge/combine) [task/tasks] {number} [and/with] [{number}]"),
    // What we can't do: an undo is not taken back.
    (Unserved, 0.95, "archive [the/my] [task/tasks] ({number}/it/them/everything/all)"),
    // A task is something to do, not something to obey.
    (Unserved, 0.97, "[please] (do/follow/obey/execute/perform/run) (what/whatever/the instructions in/the instructions of/the orders in/the text of/the title of) {ref} (says/say/tells/asks/wants/said/orders) [you/me] [to] [do]"),
    (Unserved, 0.97, "[please] (follow/obey/execute/perform/run/act on/carry out) [what/the instructions in/the instructions of/the orders of/the orders in/the text of] [the/my] [first/second/third/last/next] %task [{number}]"),
    (Unserved, 0.95, "(redo/re-do) [that/it/this/them/again/the last one/the last change/the change/the last (undo/step/action)]"),
];
