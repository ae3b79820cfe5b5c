//! English answers that mean the same whatever was asked.

use crate::answer::Answer;

#[rustfmt::skip] // one answer a line
pub(super) const ANSWERS: &[(&str, Answer)] = &[
    ("yes/y/yeah/yep/yup/sure/ok/okay/k/do it/go ahead/go for it/yes please/please do/of course/certainly/absolutely/definitely/confirm/confirmed/correct/right/that's right/that's correct/affirmative/aye/sounds good/proceed/continue/fine/yes do it/yes go ahead/sure thing/sure go ahead/ok do it/okay do it/yes yes/i'm sure/yes i'm sure/yes i am/i do/yes i do/please/alright/all right/yes that's right/yes correct/ja/si/why not/yeah sure/yes sure/you bet/make it so/exactly/indeed/👍/✅/yes of course/yes thanks/i am sure/do that/yes do that/that one/that's the one/this one/yes that one", Answer::Yes),
    ("no/n/nope/nah/no thanks/no thank you/don't/do not/cancel/stop/never mind/nevermind/forget it/not now/no way/no don't/don't do it/don't do that/abort/leave it/leave them/keep it/keep them/negative/not really/no cancel/no stop/no never mind/rather not/better not/no need/no no/no please don't/please don't/hold on/wait/cancel that/cancel it/i changed my mind/changed my mind/no forget it/no leave it/scratch that/skip/not yet/👎/❌/no not now/not at all", Answer::No),
    ("neither/none/none of them/none of these/none of those/neither of them/neither of these/not any of them/no one/nothing/something else/another one/a different one/none of the above/not these/neither one/no none/no neither/none of those thanks/no none of them/not one of them/it's not there/not listed", Answer::Neither),
    ("all/all of them/both/both of them/all three/them all/everything/each/all of these/all of those/every one/all 3/all two/both please/yes all of them/yes all/yes both/the lot/all of the above/every one of them", Answer::All),
    ("more/next/show more/show me more/next page/the next page/more please/next please/go on/show the rest/show me the rest/the rest/and the rest/what else/and then/next ones/the next ones/keep going/more of them", Answer::More),
];
