//! Logistic regression by stochastic gradient descent with a step of its own for every weight (Adagrad).

use tasktalk_understanding::model::{BUCKETS, Weights, feature_value};

use crate::random::Random;

/// How often every example is seen.
const EPOCHS: usize = 12;
/// The first step of a weight.
const STEP: f32 = 0.5;
/// How strongly weights are drawn back to 0 whenever they are used.
const DECAY: f32 = 4e-5;
/// The largest step of a written weight.
const LARGEST: f32 = 127.0;

/// Features, and how likely each of `N` classes should be with them.
#[derive(Clone, Debug)]
pub struct Lesson<'e, const N: usize> {
    /// The features.
    pub features: &'e [u16],
    /// The likelihoods; together they are 1.
    pub wanted: [f32; N],
    /// How much it counts.
    pub weight: f32,
}

/// The weights while they are learned.
struct Learner<const N: usize> {
    weights: Vec<[f32; N]>,
    squares: Vec<[f32; N]>,
    bias: [f32; N],
    bias_squares: [f32; N],
}

/// Learns weights from lessons.
pub fn learn<const N: usize>(lessons: &[Lesson<'_, N>]) -> Weights<N> {
    let mut learner = Learner {
        weights: vec![[0.0; N]; BUCKETS],
        squares: vec![[1e-3; N]; BUCKETS],
        bias: [0.0; N],
        bias_squares: [1e-1; N],
    };
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = Random::new(0x7461_736b_7461_6c6b);
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &at in &order {
            learner.see(&lessons[at]);
        }
    }
    learner.written()
}

impl<const N: usize> Learner<N> {
    fn see(&mut self, lesson: &Lesson<'_, N>) {
        let value = feature_value(lesson.features.len());
        let mut scores = self.bias;
        for &feature in lesson.features {
            for (score, weight) in scores.iter_mut().zip(self.weights[usize::from(feature)]) {
                *score += value * weight;
            }
        }
        let errors: [f32; N] = {
            let likelihoods = exact(scores);
            std::array::from_fn(|class| lesson.weight * (likelihoods[class] - lesson.wanted[class]))
        };
        for (class, error) in errors.into_iter().enumerate() {
            self.bias_squares[class] += error * error;
            self.bias[class] -= STEP * error / self.bias_squares[class].sqrt();
        }
        for &feature in lesson.features {
            let weights = &mut self.weights[usize::from(feature)];
            let squares = &mut self.squares[usize::from(feature)];
            for class in 0..N {
                let slope = errors[class] * value + DECAY * weights[class];
                squares[class] += slope * slope;
                weights[class] -= STEP * slope / squares[class].sqrt();
            }
        }
    }

    fn written(&self) -> Weights<N> {
        let largest = self
            .weights
            .iter()
            .flatten()
            .fold(1e-6_f32, |largest, weight| largest.max(weight.abs()));
        let scale = largest / LARGEST;
        let step = |weight: f32| {
            #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127")]
            let step = (weight / scale).round() as i8;
            step
        };
        Weights {
            scale,
            bias: self.bias,
            steps: self
                .weights
                .iter()
                .map(|weights| weights.map(step))
                .collect(),
        }
    }
}

/// Shares by an exponential function of our own: that of the machine's library may differ in its last bit.
fn exact<const N: usize>(scores: [f32; N]) -> [f32; N] {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let shares = scores.map(|score| exponential(score - highest));
    let sum: f32 = shares.iter().sum();
    shares.map(|share| share / sum)
}

/// `e` to a power that is not positive.
fn exponential(power: f32) -> f32 {
    if power < -30.0 {
        return 0.0;
    }
    // (1 + x + x²/2 + …) for a small part of the power, then squared ten times.
    let small = power / 1024.0;
    let mut result = 1.0 + small * (1.0 + small * (0.5 + small * (1.0 / 6.0 + small / 24.0)));
    for _ in 0..10 {
        result *= result;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_learned() {
        let lessons = [
            Lesson {
                features: &[1, 2],
                wanted: [1.0, 0.0],
                weight: 1.0,
            },
            Lesson {
                features: &[1, 3],
                wanted: [0.0, 1.0],
                weight: 1.0,
            },
        ];
        let weights = learn(&lessons);
        let [first, second] = weights.scores(&[1, 3]);
        assert!(second > first);
        assert_eq!(Weights::read(&weights.write()), Some(weights));
    }

    #[test]
    fn our_exponential_is_one() {
        for power in [0.0, -0.1, -1.0, -5.0, -20.0_f32] {
            let ours = exponential(power);
            assert!(
                (ours - power.exp()).abs() < 1e-3 * ours.max(1e-6),
                "{power}"
            );
        }
    }
}
