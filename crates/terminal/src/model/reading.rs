//! When something is read from the server.

/// One reading at a time: an older answer never comes after a newer one, and a hundred changes at once are read together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    runs: bool,
    again: bool,
}

impl Reading {
    /// It is to be read: whether to begin. If not, it will be read once more after the reading that runs.
    #[must_use]
    pub fn wanted(&mut self) -> bool {
        self.again = self.runs;
        !std::mem::replace(&mut self.runs, true)
    }

    /// A reading is over: whether to read once more.
    #[must_use]
    pub fn over(&mut self) -> bool {
        self.runs = std::mem::take(&mut self.again);
        self.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_wishes_are_one_more_reading() {
        let mut reading = Reading::default();
        assert!(reading.wanted());
        assert!(!reading.wanted() && !reading.wanted());
        assert!(reading.over(), "what changed meanwhile is read");
        assert!(!reading.over());
        assert!(reading.wanted());
    }
}
