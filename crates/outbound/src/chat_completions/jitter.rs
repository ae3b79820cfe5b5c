//! A random pause, so that many who failed at once don't come back at once.

use std::{
    hash::{BuildHasher as _, RandomState},
    time::Duration,
};

/// The shortest and the longest pause before a retry, in milliseconds.
const SHORTEST: u64 = 200;
const LONGEST: u64 = 800;

/// A pause between the two.
pub(super) fn pause() -> Duration {
    // Each state of the standard hasher has random keys. That is chance enough for a pause.
    let chance = RandomState::new().hash_one(0_u8);
    Duration::from_millis(SHORTEST + chance % (LONGEST - SHORTEST + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_differ_and_are_bounded() {
        let pauses: std::collections::HashSet<_> = (0..50).map(|_| pause()).collect();
        assert!(pauses.len() > 1);
        let bounds = Duration::from_millis(SHORTEST)..=Duration::from_millis(LONGEST);
        assert!(pauses.iter().all(|pause| bounds.contains(pause)));
    }
}
