//! What a word does in a sentence, by names that hold in every language. Which words do it is data of the language.

/// A part that a word can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Joins what is alike: "and".
    And,
    /// Offers another: "or".
    Or,
    /// Says that it comes on top: "also".
    Also,
    /// Says what comes next: "then".
    Then,
    /// Sets against what was said: "but".
    But,
    /// Opens a condition or an indirect question: "if".
    If,
    /// Opens a clause of time: "when".
    Whenever,
    /// Before a goal, a person or an infinitive: "to".
    To,
    /// Before the whole of a part: "of".
    Of,
    /// Before a purpose or a span of time: "for".
    For,
    /// Before a day or a surface: "on".
    On,
    /// Before an hour: "at".
    At,
    /// Before a time limit: "by".
    By,
    /// Before what comes later: "before".
    Before,
    /// Before what comes earlier: "after".
    After,
    /// Before an origin: "from".
    From,
    /// Before a place or a span of time: "in".
    In,
    /// Before a span of time that holds it: "within".
    Within,
    /// Before a place something is put in: "into".
    Into,
    /// Before an end: "until".
    Until,
    /// Before what comes along: "with".
    With,
    /// Before a topic: "about".
    About,
    /// Before what something is taken for: "as".
    As,
    /// Away from something: "off".
    Off,
    /// Away from inside: "out".
    Out,
    /// Belongs to the verb before it: "up".
    Particle,
    /// Says of a thing that it is at its end: "over".
    Over,
    /// The speaker: "i".
    I,
    /// The speaker, with an auxiliary: "i'm".
    IAm,
    /// The speaker, with the auxiliary of a past: "i've".
    IHave,
    /// The speaker, as an object: "me".
    Me,
    /// Of the speaker: "my".
    My,
    /// The one spoken to: "you".
    You,
    /// Somebody else: "he".
    They,
    /// Somebody else, as an object: "him".
    Him,
    /// One thing just spoken of: "it".
    It,
    /// Several things just spoken of: "them".
    Them,
    /// Two things just spoken of: "both".
    Both,
    /// Points at one thing: "this".
    This,
    /// Points at one thing, or opens a clause: "that".
    That,
    /// Points at several: "these".
    These,
    /// Stands for a noun, or counts it: "one".
    One,
    /// Stands for a noun in the plural: "ones".
    Ones,
    /// Those that were not named: "others".
    Others,
    /// Not the one named: "other".
    Other,
    /// One more: "another".
    Another,
    /// The whole of many: "all".
    All,
    /// The whole, without a noun: "everything".
    Everything,
    /// One by one of the whole: "every".
    Every,
    /// No matter what: "anything".
    Anything,
    /// No matter which: "any".
    Any,
    /// A number that is not said: "some".
    Some,
    /// A person who is not said: "someone".
    Someone,
    /// No thing at all: "nothing".
    Nothing,
    /// A number on top: "more".
    More,
    /// What a question for a number asks: "many".
    Many,
    /// Of the smallest number: "least".
    Least,
    /// Denies, or counts none: "no".
    No,
    /// Denies as an answer: "nope".
    Nope,
    /// Negates: "not".
    Not,
    /// Forbids: "don't".
    Dont,
    /// Agrees: "yes".
    Yes,
    /// The definite article: "the".
    The,
    /// The indefinite article: "a".
    A,
    /// The copula: "is".
    Is,
    /// A pronoun with the copula: "it's".
    ItIs,
    /// The infinitive of the copula: "be".
    Be,
    /// The auxiliary of a past, or possession: "have".
    Have,
    /// The auxiliary of a question, or a chore without a name: "do".
    Do,
    /// The same in the past: "did".
    Did,
    /// Says that something can, shall or may be: "can".
    Modal,
    /// Says that something has to be: "must".
    Must,
    /// Proposes: "let".
    Let,
    /// Stands for a subject or a place: "there".
    There,
    /// Asks for one of many, or opens a relative clause: "which".
    Which,
    /// Asks for a thing or a person: "what".
    What,
    /// The same with the copula: "what's".
    WhatIs,
    /// Asks for a manner or a number: "how".
    How,
    /// Only polite: "please".
    Polite,
    /// Only fills a pause: "um".
    Hesitation,
    /// An interjection: "oh".
    Oh,
    /// Takes back what was said before: "wait".
    Retract,
    /// Sets right what was said before: "actually".
    Actually,
    /// In its place, or by preference: "instead".
    Instead,
    /// Draws a conclusion: "so".
    So,
    /// Says that it is not sure: "maybe".
    Maybe,
    /// Says that something is over by now: "already".
    Already,
    /// This moment: "now".
    Now,
    /// This day: "today".
    Today,
    /// The next day: "tomorrow".
    Tomorrow,
    /// In a short time: "soon".
    Soon,
    /// Restricts: "only".
    Only,
    /// Says that something lasts: "still".
    Still,
    /// Once more: "again".
    Again,
    /// To where it was: "back".
    Back,
    /// Two times: "twice".
    Twice,
    /// The one that follows: "next".
    Next,
    /// The one at the beginning: "first".
    First,
    /// The one at the end: "last".
    Last,
    /// Comes before a number that names something: "number".
    Number,
    /// One task: "task".
    Task,
    /// One task, by a word that says little: "thing".
    Thing,
    /// Several tasks: "tasks".
    Things,
    /// A task that is told in time: "reminder".
    Reminder,
    /// The list of tasks: "list".
    List,
    /// One of several that are offered: "option".
    Option,
    /// What is said about a task beside its title: "note".
    Note,
    /// A tag: "tag".
    Tag,
    /// How often, as an adjective: "daily".
    Frequency,
    /// The days of rest: "weekend".
    Weekend,
    /// Has a time limit: "due".
    Due,
    /// Leaves out: "except".
    Except,
    /// Of high priority: "urgent".
    Important,
    /// A mark of priority: "p1".
    Priority,
    /// Not there before: "new".
    New,
    /// Adds a task: "add".
    Add,
    /// Adds a task that is told in time: "remind".
    Remind,
    /// Gives a time: "schedule".
    Schedule,
    /// Puts somewhere: "put".
    Put,
    /// Takes somewhere: "bring".
    Bring,
    /// Moves things, and tasks only in a figure of speech: "carry".
    Drag,
    /// Gives another time: "move".
    Move,
    /// Gives another value: "change".
    Change,
    /// Gives a value: "set".
    Set,
    /// Gives a property: "make".
    Make,
    /// Gives a setting to a machine, or a property to a thing: "turn".
    Turn,
    /// Gives a state: "mark".
    Mark,
    /// Gives a title: "rename".
    Rename,
    /// Has a title, which follows: "called".
    Called,
    /// Says that something is over, or ends it: "done".
    Done,
    /// Ends something: "finish".
    Finish,
    /// Takes a task off the list: "delete".
    Delete,
    /// The change that deleted or completed: "deletion".
    Deletion,
    /// Takes a change back: "undo".
    Undo,
    /// Brings a task back: "restore".
    Restore,
    /// Asks to see: "show".
    Show,
    /// Asks to see, among other things: "check".
    Fetch,
    /// Fetches: "get".
    Get,
    /// Puts in order: "sort".
    Sort,
    /// Puts the most important first, or makes it that: "prioritise".
    Prioritise,
    /// Asks how many: "count".
    Count,
    /// Lets things be as they are: "keep".
    Keep,
    /// Encourages: "go".
    Ahead,
    /// Comes before thanks that are part of a title: "say".
    Bestow,
    /// Put in words: "said".
    Said,
    /// Has in mind: "mean".
    Mean,
    /// Believes: "think".
    Think,
    /// Wishes: "want".
    Want,
    /// Says what was to be, or was spoken of: "should".
    Ought,
    /// Fails to do: "forget".
    Forget,
    /// Does not fail to do: "remember".
    Remember,
    /// Objects, or what one thinks with: "mind".
    Mind,
    /// Gets for money: "buy".
    Buy,
    /// Has something taken to somebody: "send".
    Send,
    /// Speaks with somebody: "talk".
    Talk,
    /// What a machine is asked for that is spoken with: "know".
    Attend,
    /// Gives ear to something: "hear".
    Hear,
    /// Has a time at which it is: "happen".
    Happen,
    /// A state or an event, of a thing that is no task: "needs".
    Happens,
    /// Tells of the past, but of nothing that was got done: "missed".
    Unfinished,
    /// Leads to what follows it, and is nothing where that was cut: "by".
    Connector,
    /// The end of one's efforts: "quits".
    Quits,
    /// Ends in a full stop that ends no sentence: "mrs".
    Abbreviation,
}

/// The roles of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles([u64; 3]);

impl Roles {
    /// Whether this role is among them.
    pub(crate) fn has(self, role: Role) -> bool {
        let (block, bit) = place(role);
        self.0[block] & bit != 0
    }

    /// Adds a role.
    pub(super) fn add(&mut self, role: Role) {
        let (block, bit) = place(role);
        self.0[block] |= bit;
    }
}

/// The block of a role and its bit there.
fn place(role: Role) -> (usize, u64) {
    let number = role as usize;
    (number / 64, 1 << (number % 64))
}
