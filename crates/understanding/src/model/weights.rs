//! Weights as they are kept in the program: for every bucket, how much a feature in it speaks for each of `N` classes.

/// How many buckets features are hashed into.
pub const BUCKETS: usize = 1 << 16;

/// One byte a weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights<const N: usize> {
    /// What one step of a weight is worth.
    pub scale: f32,
    /// What speaks for a class without any feature.
    pub bias: [f32; N],
    /// The weights of each bucket.
    pub steps: Vec<[i8; N]>,
}

impl<const N: usize> Weights<N> {
    /// How much these features speak for each class, in log odds.
    pub fn scores(&self, features: &[u16]) -> [f32; N] {
        let mut sums = [0_i32; N];
        for &feature in features {
            for (sum, step) in sums.iter_mut().zip(self.steps[usize::from(feature)]) {
                *sum += i32::from(step);
            }
        }
        let value = self.scale * feature_value(features.len());
        let mut scores = self.bias;
        for (score, sum) in scores.iter_mut().zip(sums) {
            // A message has some hundred features of at most 127 steps: no sum is ever rounded.
            #[expect(clippy::cast_precision_loss, reason = "far below 2²⁴")]
            let sum = sum as f32;
            *score += value * sum;
        }
        scores
    }

    /// Reads what [`write`](Self::write) wrote; `None` when it is something else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (head, body) = bytes.split_at_checked(4 * (1 + N))?;
        let mut numbers = head.chunks_exact(4).filter_map(|four| {
            let four: [u8; 4] = four.try_into().ok()?;
            Some(f32::from_le_bytes(four))
        });
        let scale = numbers.next()?;
        let mut bias = [0.0; N];
        for bias in &mut bias {
            *bias = numbers.next()?;
        }
        let steps: Vec<[i8; N]> = body
            .chunks_exact(N)
            .map(|chunk| std::array::from_fn(|class| chunk[class].cast_signed()))
            .collect();
        (body.len() == BUCKETS * N).then_some(Self { scale, bias, steps })
    }

    /// As bytes: the scale and the biases as little-endian numbers, then the steps bucket by bucket.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 * (1 + N) + BUCKETS * N);
        bytes.extend(self.scale.to_le_bytes());
        bytes.extend(self.bias.iter().flat_map(|bias| bias.to_le_bytes()));
        bytes.extend(self.steps.iter().flatten().map(|step| step.cast_unsigned()));
        bytes
    }
}

/// The value of each of so many features: all together are one long.
pub fn feature_value(count: usize) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a message has some thousand features at most"
    )]
    let count = count.max(1) as f32;
    1.0 / count.sqrt()
}
