//! What a word does in a sentence, by names that hold in every language. Which words do it is data of the language.

/// A part that a word can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Joins what is alike: "and".
    Conjunction,
    /// Offers another: "or".
    Disjunction,
    /// Says that it comes on top: "also".
    Additive,
    /// Says what comes next: "then".
    Sequence,
    /// Sets against what was said: "but".
    Adversative,
    /// Opens a condition or an indirect question: "if".
    Conditional,
    /// Opens a clause of time: "when".
    Temporal,
    /// Before a goal, a person or an infinitive: "to".
    PrepositionTo,
    /// Before the whole of a part: "of".
    PrepositionOf,
    /// Before a purpose or a span of time: "for".
    PrepositionFor,
    /// Before a day or a surface: "on".
    PrepositionOn,
    /// Before an hour: "at".
    PrepositionAt,
    /// Before a time limit: "by".
    PrepositionBy,
    /// Before what comes later: "before".
    PrepositionBefore,
    /// Before what comes earlier: "after".
    PrepositionAfter,
    /// Before an origin: "from".
    PrepositionFrom,
    /// Before a place or a span of time: "in".
    PrepositionIn,
    /// Before a span of time that holds it: "within".
    PrepositionWithin,
    /// Before a place something is put in: "into".
    PrepositionInto,
    /// Before an end: "until".
    PrepositionUntil,
    /// Before what comes along: "with".
    PrepositionWith,
    /// Before a topic: "about".
    PrepositionAbout,
    /// Before what something is taken for: "as".
    PrepositionAs,
    /// Away from something: "off".
    AdverbOff,
    /// Away from inside: "out".
    AdverbOut,
    /// Belongs to the verb before it: "up".
    VerbParticle,
    /// Says of a thing that it is at its end: "over".
    AdverbOver,
    /// The speaker: "i".
    PronounFirst,
    /// The speaker and others: "we".
    PronounFirstMany,
    /// The speaker, with an auxiliary: "I'm".
    FirstWithAuxiliary,
    /// The speaker and others, with the copula: "we're".
    FirstManyWithCopula,
    /// The speaker, with the auxiliary of a past: "i've".
    FirstWithPerfect,
    /// The speaker, as an object: "me".
    PronounFirstObject,
    /// Of the speaker: "my".
    PossessiveFirst,
    /// Of the speaker and others: "our".
    PossessiveFirstMany,
    /// The one spoken to: "you".
    PronounSecond,
    /// Somebody else: "he".
    PronounThird,
    /// Somebody else, as an object: "him".
    PronounThirdObject,
    /// One thing just spoken of: "it".
    PronounOne,
    /// Several things just spoken of: "them".
    PronounMany,
    /// Two things just spoken of: "both".
    PronounTwo,
    /// Points at one thing: "this".
    DemonstrativeNear,
    /// Points at one thing, or opens a clause: "that".
    DemonstrativeFar,
    /// Points at several: "these".
    DemonstrativeMany,
    /// Stands for a noun, or counts it: "one".
    ProformOne,
    /// Stands for a noun in the plural: "ones".
    ProformMany,
    /// Those that were not named: "others".
    ProformOthers,
    /// Not the one named: "other".
    AdjectiveOther,
    /// One more: "another".
    DeterminerAnother,
    /// The whole of many: "all".
    QuantifierAll,
    /// The whole, without a noun: "everything".
    PronounAll,
    /// One by one of the whole: "every".
    QuantifierEvery,
    /// No matter what: "anything".
    PronounAny,
    /// No matter which: "any".
    QuantifierAny,
    /// A number that is not said: "some".
    QuantifierSome,
    /// A thing that is not said: "something".
    PronounSomething,
    /// A share of many: "most".
    QuantifierShare,
    /// A small number: "several".
    QuantifierFew,
    /// A person who is not said: "someone".
    PronounSomebody,
    /// No thing at all: "nothing".
    PronounNothing,
    /// A number on top: "more".
    QuantifierMore,
    /// What a question for a number asks: "many".
    QuantifierMany,
    /// Of the smallest number: "least".
    QuantifierLeast,
    /// Denies, or counts none: "no".
    Denial,
    /// Denies as an answer: "nope".
    DenialAnswer,
    /// Negates: "not".
    Negation,
    /// Forbids: "don't".
    Prohibition,
    /// Agrees: "yes".
    Affirmation,
    /// The definite article: "the".
    ArticleDefinite,
    /// The indefinite article: "a".
    ArticleIndefinite,
    /// The copula: "is".
    Copula,
    /// A pronoun with the copula: "it's".
    PronounWithCopula,
    /// A demonstrative with the copula: "that's".
    DemonstrativeWithCopula,
    /// The infinitive of the copula: "be".
    CopulaInfinitive,
    /// The auxiliary of a past, or possession: "have".
    AuxiliaryPerfect,
    /// The same, of others or of the past: "has".
    AuxiliaryPerfectThird,
    /// The auxiliary of a question, or a chore without a name: "do".
    AuxiliaryDo,
    /// The same in the past: "did".
    AuxiliaryPast,
    /// Says that something can, shall or may be: "can".
    AuxiliaryModal,
    /// Says that something will be, or not: "will".
    AuxiliaryFuture,
    /// Says that something has to be: "must".
    VerbOfNeed,
    /// Proposes: "let".
    Hortative,
    /// Stands for a subject or a place: "there".
    Expletive,
    /// Asks for one of many, or opens a relative clause: "which".
    InterrogativeWhich,
    /// Asks for a thing: "what".
    InterrogativeWhat,
    /// Asks for a person: "who".
    InterrogativeWho,
    /// Asks for a thing, with the copula: "what's".
    InterrogativeWithCopula,
    /// Asks for a manner or a number: "how".
    InterrogativeHow,
    /// Only polite: "please".
    Politeness,
    /// Only fills a pause: "um".
    Hesitation,
    /// An interjection: "oh".
    Interjection,
    /// A laugh: "lol".
    Laughter,
    /// An interjection after which something else is said: "ah".
    Exclamation,
    /// Takes back what was said before: "wait".
    Retraction,
    /// Sets right what was said before: "actually".
    Correction,
    /// By preference: "rather".
    Preference,
    /// In its place: "instead".
    Substitution,
    /// Draws a conclusion: "so".
    Consequence,
    /// Says that it is not sure: "maybe".
    Uncertainty,
    /// Says that something is over by now: "already".
    AdverbAlready,
    /// This moment: "now".
    AdverbNow,
    /// This day: "today".
    AdverbToday,
    /// The next day: "tomorrow".
    AdverbTomorrow,
    /// In a short time: "soon".
    AdverbSoon,
    /// Restricts: "only".
    Restriction,
    /// Says that something lasts: "still".
    AdverbStill,
    /// Once more: "again".
    AdverbAgain,
    /// To where it was: "back".
    AdverbBack,
    /// Two times: "twice".
    AdverbTwice,
    /// The one that follows: "next".
    OrdinalNext,
    /// The one at the beginning: "first".
    OrdinalFirst,
    /// The one that stands highest: "top".
    OrdinalTop,
    /// The one at the end: "last".
    OrdinalLast,
    /// Comes before a number that names something: "number".
    NounNumber,
    /// A number that names something: "id".
    NounIdentifier,
    /// One task: "task".
    NounTask,
    /// One task, by a word that says little: "thing".
    NounThing,
    /// Several tasks: "tasks".
    NounTasks,
    /// Several tasks, without saying how many: "stuff".
    NounStuff,
    /// A task that is told in time: "reminder".
    NounReminder,
    /// The list of tasks: "list".
    NounList,
    /// One of several that are offered: "option".
    NounOption,
    /// What is said about a task beside its title: "note".
    NounNote,
    /// Writes something beside a task: "append".
    VerbNote,
    /// Leads to what something is compared with: "than".
    Comparison,
    /// A tag: "tag".
    NounTag,
    /// How often, as an adjective: "daily".
    AdjectiveFrequency,
    /// The days of rest: "weekend".
    NounWeekend,
    /// Has a time limit: "due".
    AdjectiveDue,
    /// Leaves out: "except".
    Exceptive,
    /// Of high priority: "urgent".
    AdjectiveImportant,
    /// A mark of priority: "p1".
    PriorityMark,
    /// Not there before: "new".
    AdjectiveNew,
    /// Adds a task: "add".
    VerbAdd,
    /// Makes something: "create".
    VerbCreate,
    /// Adds a task that is told in time: "remind".
    VerbRemind,
    /// Gives a time: "schedule".
    VerbSchedule,
    /// Puts somewhere: "put".
    VerbPut,
    /// Takes somewhere: "bring".
    VerbBring,
    /// Moves things, and tasks only in a figure of speech: "carry".
    VerbDrag,
    /// Gives another time: "move".
    VerbMove,
    /// Gives another value: "change".
    VerbChange,
    /// Gives a value: "set".
    VerbSet,
    /// Gives a property: "make".
    VerbMake,
    /// Gives a setting to a machine, or a property to a thing: "turn".
    VerbTurn,
    /// Gives a state: "mark".
    VerbMark,
    /// Gives a title: "rename".
    VerbRename,
    /// Has a title, which follows: "called".
    ParticipleCalled,
    /// Says that something is over, or ends it: "done".
    ParticipleDone,
    /// Ends something: "finish".
    VerbFinish,
    /// Takes a task off the list: "delete".
    VerbDelete,
    /// The change that deleted or completed: "deletion".
    NounDeletion,
    /// Takes a change back: "undo".
    VerbUndo,
    /// Brings a task back: "restore".
    VerbRestore,
    /// Asks to see: "show".
    VerbShow,
    /// Asks to see, among other things: "give".
    VerbFetch,
    /// Looks at something, or fetches it: "check".
    VerbCheck,
    /// Fetches: "get".
    VerbGet,
    /// Puts in order: "sort".
    VerbSort,
    /// Puts the most important first, or makes it that: "prioritise".
    VerbPrioritise,
    /// Asks how many: "count".
    VerbCount,
    /// Lets things be as they are: "keep".
    VerbKeep,
    /// Encourages: "go".
    Encouragement,
    /// Puts in words: "say".
    VerbSay,
    /// Comes before thanks that are part of a title: "say".
    VerbBestow,
    /// Put in words: "said".
    PastSaid,
    /// Has in mind: "mean".
    VerbMean,
    /// Believes: "think".
    VerbThink,
    /// Wishes: "want".
    VerbWant,
    /// Says what was to be, or was spoken of: "should".
    VerbOught,
    /// Fails to do: "forget".
    VerbForget,
    /// Does not fail to do: "remember".
    VerbRemember,
    /// Objects, or what one thinks with: "mind".
    VerbMind,
    /// Gets for money: "buy".
    VerbBuy,
    /// Has something taken to somebody: "send".
    VerbSend,
    /// Speaks with somebody: "talk".
    VerbTalk,
    /// What a machine is asked for that is spoken with: "know".
    VerbAttend,
    /// Gives ear to something: "hear".
    VerbHear,
    /// Has a time at which it is: "happen".
    VerbHappen,
    /// A state or an event, of a thing that is no task: "needs".
    VerbOfEvent,
    /// Tells of the past, but of nothing that was got done: "missed".
    PastUndone,
    /// Leads to what follows it, and is nothing where that was cut: "by".
    Connector,
    /// The end of one's efforts: "quits".
    NounQuits,
    /// Ends in a full stop that ends no sentence: "mrs".
    Abbreviation,
    /// Restricts to what follows where it doesn't speak of time: "just the first".
    RestrictionJust,
    /// One time of what happens again and again: "session".
    NounSession,
    /// Says at the end that it comes on top: "too".
    AdditiveLast,
    /// Says that it is agreed to: "confirmed".
    VerbConfirm,
    /// What is agreed to: "the command".
    NounCommand,
    /// Heads what somebody says in a protocol: "system".
    NounSpeaker,
    /// Sets rules aside: "ignore".
    VerbDisregard,
    /// What a machine goes by: "instructions".
    NounInstruction,
}
