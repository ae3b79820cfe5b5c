//! A small network: known features → one hidden layer → classes. What it knows is bytes; this reads them.
//!
//! A log-linear model adds up what each word says; the hidden layer also learns what words say together. It does not know most
//! features of a new message: those that are rare in the training sentences say nothing and are left out.

/// The largest step of a weight in a row.
pub const LARGEST_STEP: f32 = 127.0;

/// A network with `HIDDEN` units between its features and `CLASSES` classes. Its bytes, numbers in little-endian order: how many
/// features it knows and what one step of a row's weight is worth; the biases of the hidden units; for each class its bias and
/// its weight for each hidden unit; the features in ascending order; for each feature its row, one step a hidden unit.
#[derive(Debug)]
pub struct Network<'b, const HIDDEN: usize, const CLASSES: usize> {
    scale: f32,
    hidden: [f32; HIDDEN],
    classes: [(f32, [f32; HIDDEN]); CLASSES],
    rows: &'b [[u8; HIDDEN]],
    /// For each feature a place that follows from it, and the next ones when that is taken: the feature and its row.
    table: Vec<(u32, u16)>,
}

/// No row is this: the place in the table is free.
const FREE: u16 = u16::MAX;

impl<'b, const HIDDEN: usize, const CLASSES: usize> Network<'b, HIDDEN, CLASSES> {
    /// Reads a network from its bytes; `None` when they are something else.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let known = usize::try_from(reader.number()?).ok()?;
        let scale = reader.float()?;
        let hidden = reader.floats()?;
        let mut classes = [(0.0, [0.0; HIDDEN]); CLASSES];
        for class in &mut classes {
            *class = (reader.float()?, reader.floats()?);
        }
        let size = (2 * known).next_power_of_two();
        let mut table = vec![(0, FREE); size];
        for row in 0..u16::try_from(known).ok().filter(|known| *known < FREE)? {
            let feature = reader.number()?;
            let mut place = place(feature, size);
            while table[place].1 != FREE {
                place = (place + 1) % size;
            }
            table[place] = (feature, row);
        }
        let (rows, rest) = reader.0.as_chunks();
        (rows.len() == known && rest.is_empty()).then_some(Self {
            scale,
            hidden,
            classes,
            rows,
            table,
        })
    }

    /// How much these features speak for each class, in log odds.
    pub fn scores(&self, features: &[u32]) -> [f32; CLASSES] {
        let mut sums = [0_i32; HIDDEN];
        let mut known = 0_u16;
        for row in features.iter().filter_map(|feature| self.row(*feature)) {
            known = known.saturating_add(1);
            for (sum, step) in sums.iter_mut().zip(row) {
                *sum += i32::from(step.cast_signed());
            }
        }
        let value = self.scale * feature_value(known);
        let mut hidden = self.hidden;
        for (unit, sum) in hidden.iter_mut().zip(sums) {
            // A message has some hundred features of at most 127 steps: no sum is ever rounded.
            #[expect(clippy::cast_precision_loss, reason = "far below 2²⁴")]
            let sum = sum as f32;
            *unit = (*unit + value * sum).max(0.0);
        }
        std::array::from_fn(|class| {
            let (bias, weights) = &self.classes[class];
            bias + hidden.iter().zip(weights).map(|(a, b)| a * b).sum::<f32>()
        })
    }

    fn row(&self, feature: u32) -> Option<&'b [u8; HIDDEN]> {
        let size = self.table.len();
        let mut place = place(feature, size);
        loop {
            let (there, row) = self.table[place];
            if row == FREE {
                return None;
            }
            if there == feature {
                return self.rows.get(usize::from(row));
            }
            place = (place + 1) % size;
        }
    }
}

/// Where a feature is looked for first. Features are hashes: their low bits are as good as any.
fn place(feature: u32, size: usize) -> usize {
    usize::try_from(feature).unwrap_or_default() % size.max(1)
}

/// The value of each of so many features: all together are one long.
pub fn feature_value(count: u16) -> f32 {
    1.0 / f32::from(count.max(1)).sqrt()
}

struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn four(&mut self) -> Option<[u8; 4]> {
        let (four, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*four)
    }

    fn number(&mut self) -> Option<u32> {
        self.four().map(u32::from_le_bytes)
    }

    fn float(&mut self) -> Option<f32> {
        self.four().map(f32::from_le_bytes)
    }

    fn floats<const N: usize>(&mut self) -> Option<[f32; N]> {
        let mut floats = [0.0; N];
        for float in &mut floats {
            *float = self.float()?;
        }
        Some(floats)
    }
}
