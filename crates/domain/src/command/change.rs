//! A value that a command keeps, clears or sets.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What shall become of a value that may be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It goes away.
    Clear,
    /// It becomes this.
    Set(T),
}

impl<T> Change<T> {
    /// The new value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Whether nothing shall change.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The value after the change.
    pub fn apply(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// The same change of something computed from the value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Change<U> {
        match self {
            Self::Keep => Change::Keep,
            Self::Clear => Change::Clear,
            Self::Set(value) => Change::Set(f(value)),
        }
    }
}

/// In a command's JSON, `null` keeps and `"none"` clears.
impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep => serializer.serialize_none(),
            Self::Clear => serializer.serialize_str("none"),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        enum Cleared {
            #[serde(rename = "none")]
            None,
        }
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form<T> {
            Cleared(Cleared),
            Value(T),
        }
        Ok(match Option::<Form<T>>::deserialize(deserializer)? {
            None => Self::Keep,
            Some(Form::Cleared(Cleared::None)) => Self::Clear,
            Some(Form::Value(value)) => Self::Set(value),
        })
    }
}
