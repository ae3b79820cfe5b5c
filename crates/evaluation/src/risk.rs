//! What it costs to act: how many commands would be done at each confidence, and how many of them wrongly.

/// Confidences from which on commands could be done without asking.
const BOUNDS: [f64; 9] = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95];

/// A point of the curve of coverage and risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The confidence from which on commands are done.
    pub bound: f64,
    /// The share of all commands that is done.
    pub coverage: f64,
    /// The share of what is done that is of a wrong kind, or was not asked for.
    pub risk: f64,
}

/// The curve of commands, each with its confidence and whether it is of a kind that was asked for.
pub fn curve(judged: &[(f64, bool)]) -> impl Iterator<Item = Point> {
    BOUNDS.into_iter().map(|bound| {
        let done = || {
            judged
                .iter()
                .filter(move |(confidence, _)| *confidence >= bound)
        };
        let wrong = done().filter(|(_, right)| !right).count();
        Point {
            bound,
            coverage: share(done().count(), judged.len()),
            risk: share(wrong, done().count()),
        }
    })
}

fn share(of_these: usize, all: usize) -> f64 {
    let count = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    count(of_these) / count(all.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_acts_more_risks_more() {
        let judged = [(0.2, false), (0.72, false), (0.75, true), (0.97, true)];
        let points: Vec<Point> = curve(&judged).collect();
        let at = |bound: f64| {
            let point = points
                .iter()
                .find(|point| (point.bound - bound).abs() < 1e-9);
            point.map(|point| (point.coverage, point.risk)).unwrap()
        };
        assert_eq!(at(0.0), (1.0, 0.5));
        assert_eq!(at(0.7), (0.75, 1.0 / 3.0));
        assert_eq!(at(0.95), (0.25, 0.0));
    }
}
