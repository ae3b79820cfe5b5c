//! Requests are JSON objects, by name. Serde's derived structs would take an array of their fields in order as well,
//! which no document of ours promises and which turns a mistake into a guess.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};

/// Reads a value from an object, and from nothing else.
pub(crate) fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    fields: impl FieldsOf<'de, T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor {
        fields,
        value: PhantomData,
    })
}

/// Reads the fields of a `T`; what `#[serde(remote = "Self")]` derives.
pub(crate) trait FieldsOf<'de, T> {
    fn read<A: MapAccess<'de>>(self, map: MapAccessDeserializer<A>) -> Result<T, A::Error>;
}

struct ObjectVisitor<F, T> {
    fields: F,
    value: PhantomData<T>,
}

impl<'de, T, F: FieldsOf<'de, T>> Visitor<'de> for ObjectVisitor<F, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        self.fields.read(MapAccessDeserializer::new(map))
    }
}

/// Implements serde's traits for types that derive them with `#[serde(remote = "Self")]`.
macro_rules! objects {
    ($($name:ident),* $(,)?) => {$(
        const _: () = {
            struct Fields;

            impl<'de> $crate::object::FieldsOf<'de, $name> for Fields {
                fn read<A: serde::de::MapAccess<'de>>(
                    self,
                    map: serde::de::value::MapAccessDeserializer<A>,
                ) -> Result<$name, A::Error> {
                    $name::deserialize(map)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Self, D::Error> {
                    $crate::object::read(deserializer, Fields)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    $name::serialize(self, serializer)
                }
            }
        };
    )*};
}
pub(crate) use objects;

#[cfg(test)]
mod tests {
    use crate::tasks::{Due, NewTask};

    #[test]
    fn an_array_is_not_an_object() {
        let task: NewTask =
            serde_json::from_str(r#"{"title":"Buy milk","due":{"date":"2026-11-27"}}"#).unwrap();
        assert_eq!(task.due, Some(Due::on("2026-11-27")));
        for json in [
            "[]",
            r#"["Buy milk"]"#,
            r#"{"title":"Buy milk","due":["2026-11-27"]}"#,
            "null",
            "3",
        ] {
            let error = serde_json::from_str::<NewTask>(json).unwrap_err();
            assert!(error.is_data(), "{json}: {error}");
        }
    }
}
