//! The one place that reads the time and makes ids; everything else gets a [`Clock`].

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use uuid::{ContextV7, Uuid};

/// Where "now" and new ids come from. Cheap to clone; clones share their source.
#[derive(Clone, Debug)]
pub struct Clock {
    source: Source,
    /// Keeps UUIDv7 values of one process in the order in which they were made, within a millisecond too.
    order: Arc<std::sync::Mutex<ContextV7>>,
}

#[derive(Clone, Debug)]
enum Source {
    /// The machine's clock, shifted.
    System { shift: SignedDuration },
    /// Microseconds since 1970; moves only when told to.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::new(Source::System {
            shift: SignedDuration::ZERO,
        })
    }

    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self::new(Source::System {
            shift: start.duration_since(machine_now()),
        })
    }

    /// A clock that stands still until [`Clock::advance`] is called.
    pub fn fixed(at: Timestamp) -> Self {
        Self::new(Source::Fixed(Arc::new(AtomicI64::new(at.as_microsecond()))))
    }

    fn new(source: Source) -> Self {
        Self {
            source,
            order: Arc::new(std::sync::Mutex::new(ContextV7::new())),
        }
    }

    /// The present instant, in whole microseconds (that is what storage keeps).
    pub fn now(&self) -> Timestamp {
        match &self.source {
            Source::System { shift } => whole_microseconds(
                machine_now()
                    .saturating_add(*shift)
                    .unwrap_or(Timestamp::MAX),
            ),
            Source::Fixed(at) => Timestamp::from_microsecond(at.load(Ordering::SeqCst))
                .expect("only valid instants are stored"),
        }
    }

    /// Moves a fixed clock forward; a running clock is left alone.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Fixed(at) = &self.source {
            let moved = self.now().saturating_add(by).unwrap_or(Timestamp::MAX);
            at.store(moved.as_microsecond(), Ordering::SeqCst);
        }
    }

    /// A new UUIDv7 (RFC 9562): ids of one process sort in the order in which they were made.
    pub fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.as_second()).unwrap_or(0);
        let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or(0);
        let order = self
            .order
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(uuid::Timestamp::from_unix(&*order, seconds, nanoseconds))
    }

    /// An unguessable id (UUIDv4, 122 random bits), for tokens that must not be predictable.
    #[expect(clippy::disallowed_methods, reason = "this is the file that may")]
    pub fn random_id(&self) -> Uuid {
        Uuid::new_v4()
    }
}

/// The zone this machine is set to, when it has a name; what a person at this machine most likely lives in.
pub fn machine_zone() -> Option<crate::Zone> {
    crate::Zone::parse(jiff::tz::TimeZone::system().iana_name()?).ok()
}

#[expect(clippy::disallowed_methods, reason = "this is the file that may")]
fn machine_now() -> Timestamp {
    Timestamp::now()
}

fn whole_microseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_moves_only_when_told() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        assert_eq!(clock.now(), clock.now());
        clock.advance(SignedDuration::from_mins(5));
        assert_eq!(clock.now().to_string(), "2026-11-22T09:05:00Z");
    }

    #[test]
    fn ids_sort_in_the_order_they_were_made() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let ids: Vec<_> = (0..2_000).map(|_| clock.new_id()).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn a_shifted_clock_starts_where_it_was_told() {
        let start: Timestamp = "2027-03-28T00:59:00Z".parse().unwrap();
        let passed = Clock::starting_at(start).now().duration_since(start);
        assert!(passed >= SignedDuration::ZERO && passed < SignedDuration::from_secs(60));
    }
}
