//! The two models: which kind a message is, and which of its words are the object.

use tasktalk_understanding::model::{KINDS, Kind, OBJECT_CLASSES};

use crate::{
    examples::Example,
    learning::{self, Lesson},
};

/// How likely it is that what should be asked about asks for nothing.
const DOUBT: f32 = 0.4;

/// How likely what asks for several things of one kind is several commands, and not one of its kind.
const SEVERAL: f32 = 0.6;

/// How much a sentence from the grammar counts beside one that somebody wrote.
const GENERATED: f32 = 0.25;

/// How many features the networks know at most.
const KIND_FEATURES: usize = 48_000;
const OBJECT_FEATURES: usize = 24_000;

/// The network of the kinds, as bytes.
pub fn kinds<'e>(examples: impl IntoIterator<Item = &'e Example>) -> Vec<u8> {
    let lessons: Vec<Lesson<'_, KINDS>> = examples
        .into_iter()
        .map(|example| Lesson {
            features: &example.features,
            wanted: wanted(example),
            weight: if example.generated { GENERATED } else { 1.0 },
        })
        .collect();
    learning::learn::<32, KINDS>(&lessons, KIND_FEATURES)
}

fn wanted(example: &Example) -> [f32; KINDS] {
    let doubt = if example.doubtful { DOUBT } else { 0.0 };
    let several = if example.several { SEVERAL } else { 0.0 };
    let mut wanted = [0.0; KINDS];
    wanted[Kind::Several as usize] += several;
    wanted[example.kind as usize] += 1.0 - doubt - several;
    wanted[Kind::Nothing as usize] += doubt;
    wanted
}

/// The network of the objects, as bytes.
pub fn objects<'e>(examples: impl IntoIterator<Item = &'e Example>) -> Vec<u8> {
    let lessons: Vec<Lesson<'_, OBJECT_CLASSES>> = examples
        .into_iter()
        .filter_map(|example| example.object.as_ref())
        .flat_map(|object| object.features.iter().zip(&object.inside))
        .map(|(features, inside)| Lesson {
            features,
            wanted: if *inside { [0.0, 1.0] } else { [1.0, 0.0] },
            weight: 1.0,
        })
        .collect();
    learning::learn::<16, OBJECT_CLASSES>(&lessons, OBJECT_FEATURES)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tasktalk_understanding::model::{KIND_BYTES, OBJECT_BYTES};

    use super::*;
    use crate::examples;

    #[test]
    fn the_networks_in_the_program_are_made_from_the_sentences_in_the_repository() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let examples = examples::all(&root).unwrap();
        let same = kinds(&examples) == KIND_BYTES && objects(&examples) == OBJECT_BYTES;
        assert!(same, "run `cargo xtask train` and commit what it writes");
    }
}
