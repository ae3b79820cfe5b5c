//! English words that carry grammar rather than meaning.

/// Words before a noun.
pub(super) const DETERMINERS: &str =
    "the a an my our your his her their this that these those some any all every each another";

/// Words that say nothing about which task is meant.
pub(super) const FILLERS: &str = "
    the a an my our your his her their this that these those some to of for on in at from with and or about task
    tasks todo to-do item items one ones thing things reminder entry please list is are be it me i need have";

/// Function words: a name of a task or a tag is none of them.
pub(super) const STOP: &str = "
    the a an my our your his her their this that these those some any all every each another to of for on in at from
    with and or but if then so as by about into onto over under is are was were be been being am do does did have has
    had i you he she it we they me him us them what which who whom whose when where why how not no yes can could will
    would shall should may might must there here just only also too very please up out off down again still yet already
    than because while until till since";

/// Words that ask.
pub(super) const QUESTIONS: &str =
    "what which who whom whose when where why how what's whats who's when's where's how's";

/// Auxiliary verbs: first in a sentence they ask.
pub(super) const AUXILIARIES: &str = "
    is are was were am do does did have has had can could will would shall should may might must isn't aren't don't
    doesn't didn't haven't hasn't can't couldn't won't wouldn't shouldn't";

/// Words of negation.
pub(super) const NEGATIONS: &str = "
    not don't dont doesn't doesnt didn't didnt won't wont wouldn't never isn't isnt aren't arent wasn't wasnt weren't
    haven't havent hasn't hasnt hadn't can't cant cannot couldn't shouldn't no nor neither without";

/// People one calls, writes to or visits.
pub(super) const PEOPLE: &str = "
    mum mom mummy mommy dad daddy mother father grandma grandpa granny nana gran sister brother aunt uncle cousin son daughter
    wife husband partner girlfriend boyfriend friend friends kids boss manager landlord neighbour neighbor dentist doctor
    plumber electrician mechanic accountant lawyer bank insurance vet school grandparents parents";

/// Contractions written without their apostrophe, and what they stand for.
pub(super) const UNDOTTED: &[(&str, &str)] = &[
    ("dont", "don't"),
    ("whats", "what's"),
    ("im", "i'm"),
    ("ive", "i've"),
    ("didnt", "didn't"),
    ("havent", "haven't"),
    ("hasnt", "hasn't"),
    ("doesnt", "doesn't"),
    ("isnt", "isn't"),
    ("arent", "aren't"),
    ("cant", "can't"),
    ("wont", "won't"),
    ("wasnt", "wasn't"),
    ("shouldnt", "shouldn't"),
    ("couldnt", "couldn't"),
    ("wouldnt", "wouldn't"),
    ("thats", "that's"),
    ("lets", "let's"),
    ("hows", "how's"),
    ("wheres", "where's"),
    ("whens", "when's"),
    ("whos", "who's"),
    ("theres", "there's"),
    ("theyre", "they're"),
    ("youre", "you're"),
    ("weve", "we've"),
    ("youve", "you've"),
    ("pls", "please"),
    ("plz", "please"),
    ("u", "you"),
    ("ur", "your"),
    ("tmrw", "tomorrow"),
];

/// Words that other languages have as frequent ones and English has too: they tell no language from it.
pub(super) const SHARED: &str = "
    todo todos to-do to-dos agenda filter bin binned um er im uber leg na nix task tasks undo done code crushed
    u o e ya yo un del meter tender hay son sin ha da di al lee llama registrar mover remover extender defender ella pan plan";

/// Frequent words that no other language shares.
pub(super) const SIGNS: &str = "
    today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday next week weekend month year
    morning afternoon evening night anything something everything nothing left due maybe sure hello thanks sorry milk";
