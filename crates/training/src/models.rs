//! The three models: which kind a message is, which of its words are the object, and where in it a new command begins.

use std::thread;

use tasktalk_evaluation::cases;
use tasktalk_understanding::model::{BOUNDARY_CLASSES, KINDS, Kind, OBJECT_CLASSES};

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

/// How many features the networks of a language know at most, and what they are taught with.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// That of the kinds.
    pub kinds: usize,
    /// That of the objects.
    pub objects: usize,
    /// That of the boundaries, where there is one.
    pub boundaries: Option<usize>,
    /// How much a sentence that asks for nothing counts in that of the kinds: to do what nobody asked for costs more than a question.
    pub withheld: f32,
}

/// English is first and best; every other language costs less than a megabyte of the program.
pub fn size(language: &str) -> Size {
    if language == cases::ENGLISH {
        Size {
            kinds: 48_000,
            objects: 24_000,
            boundaries: Some(16_000),
            withheld: 1.3,
        }
    } else {
        Size {
            kinds: 20_000,
            objects: 8_000,
            boundaries: None,
            withheld: if language == "es" { 0.9 } else { 1.2 },
        }
    }
}

/// The networks of a language, as bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Made {
    /// That of the kinds.
    pub kinds: Vec<u8>,
    /// That of the objects.
    pub objects: Vec<u8>,
    /// That of the boundaries, where there is one.
    pub boundaries: Option<Vec<u8>>,
}

/// All networks of a language, made side by side: each by itself is always the same.
pub fn make(examples: &[Example], size: Size) -> Made {
    thread::scope(|scope| {
        let objects = scope.spawn(|| objects(examples, size));
        let boundaries = scope.spawn(|| size.boundaries.map(|most| boundaries(examples, most)));
        let kinds = kinds(examples, size);
        let joined = "it does not panic";
        Made {
            kinds,
            objects: objects.join().expect(joined),
            boundaries: boundaries.join().expect(joined),
        }
    })
}

/// The network of the kinds, as bytes.
pub fn kinds<'e>(examples: impl IntoIterator<Item = &'e Example>, size: Size) -> Vec<u8> {
    let lessons: Vec<Lesson<'_, KINDS>> = examples
        .into_iter()
        .map(|example| Lesson {
            features: &example.features,
            wanted: wanted(example),
            weight: weight(example, size.withheld),
        })
        .collect();
    learning::learn::<32, KINDS>(&lessons, size.kinds)
}

fn weight(example: &Example, withheld: f32) -> f32 {
    match () {
        () if example.generated => GENERATED,
        () if example.kind == Kind::Nothing => withheld,
        () => 1.0,
    }
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
pub fn objects<'e>(examples: impl IntoIterator<Item = &'e Example>, size: Size) -> Vec<u8> {
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
    learning::learn::<16, OBJECT_CLASSES>(&lessons, size.objects)
}

/// The network of the boundaries, as bytes.
pub fn boundaries<'e>(examples: impl IntoIterator<Item = &'e Example>, most: usize) -> Vec<u8> {
    let lessons: Vec<Lesson<'_, BOUNDARY_CLASSES>> = examples
        .into_iter()
        .flat_map(|example| &example.boundaries)
        .map(|boundary| Lesson {
            features: &boundary.features,
            wanted: if boundary.cut { [0.0, 1.0] } else { [1.0, 0.0] },
            weight: 1.0,
        })
        .collect();
    learning::learn::<16, BOUNDARY_CLASSES>(&lessons, most)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tasktalk_understanding::{languages, model};

    use super::*;
    use crate::examples;

    #[test]
    fn the_networks_in_the_program_are_made_from_the_sentences_in_the_repository() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for language in languages() {
            let examples = examples::all(&root, language).unwrap();
            let (made, weights) = (
                make(&examples, size(language)),
                model::weights(language).unwrap(),
            );
            let same = made.kinds == weights.kinds
                && made.objects == weights.objects
                && made.boundaries.as_deref() == weights.boundaries;
            assert!(
                same,
                "{language}: run `cargo xtask train` and commit what it writes"
            );
        }
    }
}
