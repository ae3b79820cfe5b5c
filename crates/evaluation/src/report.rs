//! Scores as text.

use std::fmt;

/// How many of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    /// Those of which it holds.
    pub of_these: u32,
    /// All.
    pub all: u32,
}

impl Ratio {
    /// Counts one more.
    pub fn count(&mut self, holds: bool) {
        self.all += 1;
        self.of_these += u32::from(holds);
    }

    /// The share; 0 of nothing.
    pub fn share(self) -> f64 {
        f64::from(self.of_these) / f64::from(self.all.max(1))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:6.2} %  ({} of {})",
            100.0 * self.share(),
            self.of_these,
            self.all
        )
    }
}

/// A case that was not understood as labelled.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// Where it stands.
    pub place: String,
    /// What was said.
    pub text: String,
    /// What it means.
    pub expected: String,
    /// What was understood.
    pub found: String,
    /// What is wrong with it.
    pub faults: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} [{}] {}\n    expected {}\n    found    {}",
            self.place, self.faults, self.text, self.expected, self.found
        )
    }
}
