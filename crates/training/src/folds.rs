//! How well weights do on examples that they were not made from: each fifth is judged by weights made from the others.

use std::collections::HashMap;

use tasktalk_understanding::model::{KINDS, KindNetwork, Likelihoods, ObjectNetwork};

use crate::{
    examples::Example,
    models::{self, Size},
    random::Random,
};

/// Into how many parts the examples are cut.
const FOLDS: usize = 5;

/// What weights made from the other examples say of an example.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// How likely each kind is.
    pub kinds: Likelihoods,
    /// How many of its words were rightly told to belong to the object or not, and how many there are.
    pub words: (u32, u32),
}

/// Judges every example by weights made from others.
pub fn judge_apart(examples: &[Example], size: Size) -> Vec<Judged> {
    let fold = folds(examples);
    let nothing = Judged {
        kinds: Likelihoods::of_scores([0.0; KINDS]),
        words: (0, 0),
    };
    let mut judged = vec![nothing; examples.len()];
    for left_out in 0..FOLDS {
        let others = || {
            examples
                .iter()
                .zip(&fold)
                .filter(|(_, fold)| **fold != left_out)
                .map(|(example, _)| example)
        };
        let (kinds, objects) = (
            models::kinds(others(), size),
            models::objects(others(), size),
        );
        let kinds = KindNetwork::read(&kinds).expect("it was just written");
        let objects = ObjectNetwork::read(&objects).expect("it was just written");
        for (at, example) in examples.iter().enumerate() {
            if fold[at] != left_out {
                continue;
            }
            judged[at].kinds = Likelihoods::of_scores(kinds.scores(&example.features));
            if let Some(object) = &example.object {
                for (features, inside) in object.features.iter().zip(&object.inside) {
                    let [outside_score, inside_score] = objects.scores(features);
                    let right = (inside_score > outside_score) == *inside;
                    judged[at].words.0 += u32::from(right);
                    judged[at].words.1 += 1;
                }
            }
        }
    }
    judged
}

/// The part that each example is in. Whoever says the same is in the same part, or a sentence would be judged by weights that were
/// made from it.
fn folds(examples: &[Example]) -> Vec<usize> {
    let mut random = Random::new(0x666f_6c64_7321);
    let mut of_text: HashMap<&str, usize> = HashMap::new();
    examples
        .iter()
        .map(|example| {
            *of_text
                .entry(&example.text)
                .or_insert_with(|| random.below(FOLDS))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use tasktalk_understanding::model::Kind;

    use super::*;

    #[test]
    fn the_same_sentence_is_always_in_the_same_part() {
        let example = |text: &str| Example {
            text: text.to_owned(),
            features: Vec::new(),
            kind: Kind::Add,
            several: false,
            doubtful: false,
            generated: false,
            object: None,
            boundaries: Vec::new(),
        };
        let texts = ["a", "b", "c", "d", "a", "b", "c", "d"].map(example);
        let parts = folds(&texts);
        assert_eq!(parts[..4], parts[4..]);
    }
}
