//! Learns a network by stochastic gradient descent, with a step of its own for every row (Adagrad).

use std::{collections::HashMap, iter};

use tasktalk_understanding::model::{LARGEST_STEP, feature_value};

use crate::random::Random;

/// How often every lesson is seen.
const EPOCHS: usize = 8;
/// Of so many epochs at the end the mean is taken: where the last few lessons happened to lead to counts less.
const AVERAGED: usize = 3;
/// The first step of a row.
const STEP: f32 = 0.1;
/// How strongly weights are drawn back to 0 whenever they are used.
const DECAY: f32 = 2e-5;
/// How many of a thousand features are left out of a lesson each time it is seen, so that none is relied on alone.
const LEFT_OUT: usize = 300;
/// How much of the likelihood is kept for what a lesson does not say, so that nothing is believed to be certain.
const DOUBT: f32 = 0.05;
/// A feature of fewer lessons is not learned.
const LEAST_LESSONS: f32 = 1.5;

/// Features, and how likely each of `CLASSES` classes should be with them.
#[derive(Clone, Debug)]
pub struct Lesson<'e, const CLASSES: usize> {
    /// The features.
    pub features: &'e [u32],
    /// The likelihoods; together they are 1.
    pub wanted: [f32; CLASSES],
    /// How much it counts.
    pub weight: f32,
}

/// Learns a network of at most so many features from lessons, as the bytes that
/// [`Network::read`](tasktalk_understanding::model::Network::read) reads.
pub fn learn<const HIDDEN: usize, const CLASSES: usize>(
    lessons: &[Lesson<'_, CLASSES>],
    most: usize,
) -> Vec<u8> {
    let known = known(lessons, most);
    let rows: HashMap<u32, usize> = known.iter().copied().zip(0..).collect();
    let lessons: Vec<Seen<CLASSES>> = lessons
        .iter()
        .map(|lesson| Seen::of(lesson, &rows))
        .collect();
    let mut random = Random::new(0x7461_736b_7461_6c6b);
    let mut learner = Learner::<HIDDEN, CLASSES>::new(known.len(), &mut random);
    let mut average = Average::new(&mut learner);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        #[expect(clippy::cast_precision_loss, reason = "a dozen epochs")]
        let step = STEP * (1.0 - epoch as f32 / EPOCHS as f32);
        for &at in &order {
            learner.see(&lessons[at], step, &mut random);
        }
        if epoch + AVERAGED >= EPOCHS {
            average.take(&mut learner);
        }
    }
    average.put(&mut learner);
    learner.written(&known)
}

/// The features that most lessons have, in ascending order.
fn known<const CLASSES: usize>(lessons: &[Lesson<'_, CLASSES>], most: usize) -> Vec<u32> {
    let mut counts: HashMap<u32, f32> = HashMap::new();
    for lesson in lessons {
        let mut features = lesson.features.to_vec();
        features.sort_unstable();
        features.dedup();
        for feature in features {
            *counts.entry(feature).or_default() += lesson.weight;
        }
    }
    let mut counted: Vec<(u32, f32)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= LEAST_LESSONS)
        .collect();
    counted.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    counted.truncate(most);
    let mut known: Vec<u32> = counted.into_iter().map(|(feature, _)| feature).collect();
    known.sort_unstable();
    known
}

/// A lesson by the rows of its known features: each, and how often it is there.
struct Seen<const CLASSES: usize> {
    rows: Vec<(usize, u16)>,
    wanted: [f32; CLASSES],
    weight: f32,
}

impl<const CLASSES: usize> Seen<CLASSES> {
    fn of(lesson: &Lesson<'_, CLASSES>, rows: &HashMap<u32, usize>) -> Self {
        let known = lesson
            .features
            .iter()
            .filter_map(|feature| rows.get(feature));
        let mut all: Vec<usize> = known.copied().collect();
        all.sort_unstable();
        let mut counted: Vec<(usize, u16)> = Vec::with_capacity(all.len());
        for row in all {
            match counted.last_mut() {
                Some((last, count)) if *last == row => *count += 1,
                _ => counted.push((row, 1)),
            }
        }
        Self {
            rows: counted,
            wanted: lesson.wanted,
            weight: lesson.weight,
        }
    }
}

/// A row of weights and the sum of the squares of its steps.
struct Row<const HIDDEN: usize> {
    weights: [f32; HIDDEN],
    square: f32,
}

/// The network while it is learned.
struct Learner<const HIDDEN: usize, const CLASSES: usize> {
    rows: Vec<Row<HIDDEN>>,
    hidden: Row<HIDDEN>,
    classes: [(f32, Row<HIDDEN>); CLASSES],
}

impl<const HIDDEN: usize, const CLASSES: usize> Learner<HIDDEN, CLASSES> {
    /// Rows that say nothing yet, and classes that listen to the hidden units in random ways, so that these become different.
    fn new(known: usize, random: &mut Random) -> Self {
        let mut any = |most: f32| {
            #[expect(clippy::cast_precision_loss, reason = "a thousand steps")]
            let share = random.below(2001) as f32 / 1000.0 - 1.0;
            share * most
        };
        let classes = std::array::from_fn(|_| {
            let weights = std::array::from_fn(|_| any(0.7));
            (
                0.0,
                Row {
                    weights,
                    square: 1.0,
                },
            )
        });
        let mut row = |most| Row {
            weights: std::array::from_fn(|_| any(most)),
            square: 1e-2,
        };
        Self {
            rows: (0..known).map(|_| row(0.02)).collect(),
            hidden: Row {
                weights: [0.1; HIDDEN],
                square: 1.0,
            },
            classes,
        }
    }

    fn see(&mut self, lesson: &Seen<CLASSES>, step: f32, random: &mut Random) {
        let rows: Vec<(usize, u16)> = lesson
            .rows
            .iter()
            .filter(|_| random.below(1000) >= LEFT_OUT)
            .copied()
            .collect();
        let count = rows.iter().map(|(_, count)| count).sum();
        let value = feature_value(count);
        let mut hidden = self.hidden.weights;
        for &(row, count) in &rows {
            let value = value * f32::from(count);
            for (unit, weight) in hidden.iter_mut().zip(&self.rows[row].weights) {
                *unit += value * weight;
            }
        }
        let hidden = hidden.map(|unit| unit.max(0.0));
        let scores: [f32; CLASSES] = std::array::from_fn(|class| {
            let (bias, row) = &self.classes[class];
            bias + hidden
                .iter()
                .zip(&row.weights)
                .map(|(a, b)| a * b)
                .sum::<f32>()
        });
        let likelihoods = exact(scores);
        let mut blame = [0.0; HIDDEN];
        for (class, (bias, row)) in self.classes.iter_mut().enumerate() {
            let error =
                lesson.weight * (likelihoods[class] - doubted(lesson.wanted[class], CLASSES));
            for (blame, weight) in blame.iter_mut().zip(&row.weights) {
                *blame += error * weight;
            }
            let slopes = hidden.map(|unit| error * unit);
            row.descend(&slopes, step);
            *bias -= step * 0.1 * error;
        }
        for (blame, unit) in blame.iter_mut().zip(hidden) {
            if unit <= 0.0 {
                *blame = 0.0;
            }
        }
        self.hidden.descend(&blame, step);
        for &(row, count) in &rows {
            let value = value * f32::from(count);
            self.rows[row].descend(&blame.map(|blame| blame * value), step);
        }
    }

    /// Every weight and bias.
    fn weights(&mut self) -> impl Iterator<Item = &mut f32> {
        let classes = self.classes.iter_mut();
        let classes = classes.flat_map(|(bias, row)| iter::once(bias).chain(&mut row.weights));
        let rows = self.rows.iter_mut().flat_map(|row| &mut row.weights);
        classes.chain(&mut self.hidden.weights).chain(rows)
    }

    fn written(&self, known: &[u32]) -> Vec<u8> {
        let all = || self.rows.iter().flat_map(|row| row.weights);
        let largest = all().fold(1e-6_f32, |largest, weight| largest.max(weight.abs()));
        let scale = largest / LARGEST_STEP;
        let mut bytes = Vec::new();
        bytes.extend(u32::try_from(known.len()).unwrap_or_default().to_le_bytes());
        bytes.extend(scale.to_le_bytes());
        bytes.extend(
            self.hidden
                .weights
                .iter()
                .flat_map(|bias| bias.to_le_bytes()),
        );
        for (bias, row) in &self.classes {
            bytes.extend(bias.to_le_bytes());
            bytes.extend(row.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        }
        bytes.extend(known.iter().flat_map(|feature| feature.to_le_bytes()));
        bytes.extend(all().map(|weight| {
            #[expect(clippy::cast_possible_truncation, reason = "between -127 and 127")]
            let step = (weight / scale).round() as i8;
            step.cast_unsigned()
        }));
        bytes
    }
}

impl<const HIDDEN: usize> Row<HIDDEN> {
    /// A step downhill, the smaller the more were taken before.
    fn descend(&mut self, slopes: &[f32; HIDDEN], step: f32) {
        #[expect(clippy::cast_precision_loss, reason = "some dozen units")]
        let mean = slopes.iter().map(|slope| slope * slope).sum::<f32>() / HIDDEN as f32;
        self.square += mean;
        let step = step / self.square.sqrt();
        for (weight, slope) in self.weights.iter_mut().zip(slopes) {
            *weight -= step * (slope + DECAY * *weight);
        }
    }
}

/// The mean of a network's weights at several times.
struct Average {
    /// The sum of each weight, in the order of [`Learner::weights`].
    sums: Vec<f32>,
    times: f32,
}

impl Average {
    fn new<const HIDDEN: usize, const CLASSES: usize>(
        learner: &mut Learner<HIDDEN, CLASSES>,
    ) -> Self {
        Self {
            sums: vec![0.0; learner.weights().count()],
            times: 0.0,
        }
    }

    /// Takes in what a network has learned until now.
    fn take<const HIDDEN: usize, const CLASSES: usize>(
        &mut self,
        learner: &mut Learner<HIDDEN, CLASSES>,
    ) {
        self.times += 1.0;
        for (sum, weight) in self.sums.iter_mut().zip(learner.weights()) {
            *sum += *weight;
        }
    }

    /// Gives the network the mean.
    fn put<const HIDDEN: usize, const CLASSES: usize>(
        self,
        learner: &mut Learner<HIDDEN, CLASSES>,
    ) {
        for (weight, sum) in learner.weights().zip(self.sums) {
            *weight = sum / self.times;
        }
    }
}

/// What is wanted of a class, a little of it given to all of them.
fn doubted(wanted: f32, classes: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of classes")]
    let share = DOUBT / classes as f32;
    wanted * (1.0 - DOUBT) + share
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
    use tasktalk_understanding::model::Network;

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
        // What is seen once only is not learned.
        let lessons: Vec<_> = lessons.iter().cycle().take(40).cloned().collect();
        let bytes = learn::<4, 2>(&lessons, 3);
        let [first, second] = Network::<4, 2>::read(&bytes).unwrap().scores(&[1, 3]);
        assert!(second > first);
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
