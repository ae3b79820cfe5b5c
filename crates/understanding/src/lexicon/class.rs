//! What kind of word a word is.

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

impl Class {
    /// Belongs to no class.
    pub(crate) const NONE: Self = Self(0);
    /// A verb that begins a chore: "buy".
    pub(crate) const CHORE: Self = Self(1);
    /// A chore verb that a home assistant could be asked with as well: "order", "send".
    pub(crate) const SERVICE: Self = Self(1 << 1);
    /// A verb that only machines are asked with: "play", "mute".
    pub(crate) const MACHINE: Self = Self(1 << 2);
    /// A verb that only leads to the next one: "go … and …".
    pub(crate) const LEADING: Self = Self(1 << 3);
    /// The past tense or participle of a chore verb: "bought".
    pub(crate) const PAST: Self = Self(1 << 4);
    /// The `-ing` form of a chore verb.
    pub(crate) const GERUND: Self = Self(1 << 5);
    /// A word for a task.
    pub(crate) const TASK: Self = Self(1 << 6);
    /// A word for the list.
    pub(crate) const LIST: Self = Self(1 << 7);
    /// What makes "… list" simply the list: "my", "to-do".
    pub(crate) const PLAIN_LIST: Self = Self(1 << 8);
    /// A usual name of a tag: "work".
    pub(crate) const TAG_NAME: Self = Self(1 << 9);
    /// A noun that stands for something to do: "dentist".
    pub(crate) const EVENT: Self = Self(1 << 10);
    /// A noun of media, machines and the world: "weather".
    pub(crate) const WORLD: Self = Self(1 << 11);
    /// A noun of the program itself: "account".
    pub(crate) const ACCOUNT: Self = Self(1 << 12);
    /// "urgent".
    pub(crate) const URGENT: Self = Self(1 << 13);
    /// "the".
    pub(crate) const DETERMINER: Self = Self(1 << 14);
    /// Says nothing about which task is meant.
    pub(crate) const FILLER: Self = Self(1 << 15);
    /// A function word.
    pub(crate) const STOP: Self = Self(1 << 16);
    /// "what".
    pub(crate) const QUESTION: Self = Self(1 << 17);
    /// "should".
    pub(crate) const AUXILIARY: Self = Self(1 << 18);
    /// "not".
    pub(crate) const NEGATION: Self = Self(1 << 19);
    /// Somebody one calls.
    pub(crate) const PERSON: Self = Self(1 << 20);

    /// A device or a setting of one: "lights", "volume".
    pub(crate) const DEVICE: Self = Self(1 << 21);
    /// Something one is driven in: "taxi".
    pub(crate) const RIDE: Self = Self(1 << 22);
    /// A verb that asks to see something: "show".
    pub(crate) const SHOW: Self = Self(1 << 23);
    /// A past form after which nothing is done: "forgot".
    pub(crate) const UNDONE: Self = Self(1 << 24);

    /// A chore verb that a machine is asked with when its object belongs to machines: "send a tweet".
    pub(crate) const REMOTE: Self = Self(1 << 25);

    /// A verb whose object can be a task's number: "move 4 to friday".
    pub(crate) const MOVES: Self = Self(1 << 26);

    /// A verb of buying a service: "book".
    pub(crate) const BOOKING: Self = Self(1 << 27);

    /// A list with a name, in one word: "Einkaufsliste".
    pub(crate) const NAMED_LIST: Self = Self(1 << 28);

    /// Whether any class of `other` is among these.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The class that patterns call by this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "chore" => Self::CHORE,
            "past" => Self::PAST,
            "gerund" => Self::GERUND,
            "task" => Self::TASK,
            "list" => Self::LIST,
            "ownlist" => Self::NAMED_LIST,
            "plain" => Self::PLAIN_LIST,
            "tag" => Self::TAG_NAME,
            "event" => Self::EVENT,
            "world" => Self::WORLD,
            "urgent" => Self::URGENT,
            "det" => Self::DETERMINER,
            "question" => Self::QUESTION,
            "aux" => Self::AUXILIARY,
            "negation" => Self::NEGATION,
            "person" => Self::PERSON,
            _ => return None,
        })
    }
}
