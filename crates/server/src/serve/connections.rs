//! The places for connections: a bounded number, and a bounded number for each address.
//!
//! When they are all taken, the connection that has waited longest without a request in work makes room for the new
//! one. So a thousand connections that never say anything (slowloris) cost their owner connections, and nobody else:
//! whoever sends a request at once is served.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    metrics::Metrics,
    settings::{LimitSettings, TrustedProxy},
};

pub(super) struct Connections {
    open: Mutex<Open>,
    most: usize,
    most_per_address: usize,
    /// A proxy's connections are many callers'.
    proxies: Vec<TrustedProxy>,
    metrics: Metrics,
    tasks: TaskTracker,
    cut_off: CancellationToken,
}

#[derive(Default)]
struct Open {
    next_id: u64,
    entries: HashMap<u64, Entry>,
    per_address: HashMap<IpAddr, usize>,
}

struct Entry {
    address: Option<IpAddr>,
    activity: Arc<Activity>,
    evict: CancellationToken,
}

/// What one connection is doing.
pub(super) struct Activity {
    started: Instant,
    begun: AtomicBool,
    in_work: AtomicUsize,
    /// Milliseconds after `started` at which it last had nothing in work.
    idle_since: AtomicU64,
}

/// A connection's place; dropping it makes the place free.
pub(super) struct Place {
    connections: Arc<Connections>,
    id: u64,
    pub(super) activity: Arc<Activity>,
    /// Told to make room, or to go because the drain time is over.
    pub(super) evict: CancellationToken,
}

impl Connections {
    pub(super) fn new(
        limits: &LimitSettings,
        proxies: Vec<TrustedProxy>,
        metrics: Metrics,
    ) -> Self {
        Self {
            open: Mutex::default(),
            most: limits.max_connections as usize,
            most_per_address: limits.max_connections_per_address as usize,
            proxies,
            metrics,
            tasks: TaskTracker::new(),
            cut_off: CancellationToken::new(),
        }
    }

    /// A place for a new connection, if need be one that another had; `None` when all others are at work.
    pub(super) fn admit(self: &Arc<Self>, address: Option<IpAddr>, now: Instant) -> Option<Place> {
        // Connections over the local socket and those of proxies are not counted per address.
        let address =
            address.filter(|address| !self.proxies.iter().any(|proxy| proxy.contains(*address)));
        let mut open = self.lock();
        if let Some(address) = address
            && open.per_address.get(&address).copied().unwrap_or(0) >= self.most_per_address
            && !open.evict_longest_idle(Some(address))
        {
            self.metrics.connection_refused("address");
            return None;
        }
        if open.entries.len() >= self.most && !open.evict_longest_idle(None) {
            self.metrics.connection_refused("all");
            return None;
        }
        let id = open.next_id;
        open.next_id += 1;
        let activity = Arc::new(Activity::new(now));
        let evict = self.cut_off.child_token();
        open.entries.insert(
            id,
            Entry {
                address,
                activity: activity.clone(),
                evict: evict.clone(),
            },
        );
        if let Some(address) = address {
            *open.per_address.entry(address).or_default() += 1;
        }
        drop(open);
        self.metrics.connection_opened();
        Some(Place {
            connections: self.clone(),
            id,
            activity,
            evict,
        })
    }

    /// Runs a connection, so that [`Connections::all_closed`] waits for it.
    pub(super) fn spawn(&self, connection: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(connection);
    }

    /// Completes when the last connection is closed. Call it once no more are accepted.
    pub(super) async fn all_closed(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Ends every connection, whatever it is doing.
    pub(super) fn cut_off(&self) {
        self.cut_off.cancel();
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// Ends the connection (of one address, or of all) that has had nothing in work for longest.
    fn evict_longest_idle(&mut self, of: Option<IpAddr>) -> bool {
        let longest = self
            .entries
            .iter()
            .filter(|(_, entry)| of.is_none() || entry.address == of)
            .filter_map(|(id, entry)| Some((entry.activity.idle_since()?, *id)))
            .min();
        let Some((_, id)) = longest else {
            return false;
        };
        if let Some(entry) = self.remove(id) {
            entry.evict.cancel();
        }
        true
    }

    fn remove(&mut self, id: u64) -> Option<Entry> {
        let entry = self.entries.remove(&id)?;
        if let Some(address) = entry.address
            && let Some(count) = self.per_address.get_mut(&address)
        {
            *count -= 1;
            if *count == 0 {
                self.per_address.remove(&address);
            }
        }
        Some(entry)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.lock().remove(self.id);
        self.connections.metrics.connection_closed();
    }
}

impl Activity {
    fn new(started: Instant) -> Self {
        Self {
            started,
            begun: AtomicBool::new(false),
            in_work: AtomicUsize::new(0),
            idle_since: AtomicU64::new(0),
        }
    }

    /// A request begins; it ends when the returned value is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> InWork {
        self.begun.store(true, Ordering::SeqCst);
        self.in_work.fetch_add(1, Ordering::SeqCst);
        InWork(self.clone())
    }

    /// Whether there has been a request.
    pub(super) fn has_begun(&self) -> bool {
        self.begun.load(Ordering::SeqCst)
    }

    /// Since when nothing is in work; `None` while something is.
    fn idle_since(&self) -> Option<Instant> {
        (self.in_work.load(Ordering::SeqCst) == 0)
            .then(|| self.started + Duration::from_millis(self.idle_since.load(Ordering::SeqCst)))
    }

    /// How much longer it may have nothing in work; `None` while something is.
    pub(super) fn idle_left(&self, limit: Duration) -> Option<Duration> {
        self.idle_since()
            .map(|since| limit.saturating_sub(since.elapsed()))
    }
}

/// A request in work.
pub(super) struct InWork(Arc<Activity>);

impl Drop for InWork {
    fn drop(&mut self) {
        let now = u64::try_from(self.0.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.0.idle_since.store(now, Ordering::SeqCst);
        self.0.in_work.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    fn places(most: u32, per_address: u32) -> Arc<Connections> {
        let mut limits = Settings::defaults().limits;
        limits.max_connections = most;
        limits.max_connections_per_address = per_address;
        Arc::new(Connections::new(
            &limits,
            vec!["10.0.0.0/8".parse().unwrap()],
            Metrics::new().unwrap(),
        ))
    }

    /// Takes a place so many seconds after the others began.
    fn admit(places: &Arc<Connections>, address: &str, seconds: u64) -> Option<Place> {
        let now = Instant::now() + Duration::from_secs(seconds);
        places.admit(Some(address.parse().unwrap()), now)
    }

    #[test]
    fn the_connection_that_waited_longest_makes_room() {
        let places = places(10, 2);
        let first = admit(&places, "192.0.2.1", 1).unwrap();
        let second = admit(&places, "192.0.2.1", 2).unwrap();
        let third = admit(&places, "192.0.2.1", 3).unwrap();
        assert!(first.evict.is_cancelled());
        assert!(!second.evict.is_cancelled() && !third.evict.is_cancelled());
    }

    #[test]
    fn a_connection_at_work_is_never_sent_away() {
        let places = places(10, 1);
        let busy = admit(&places, "192.0.2.1", 4).unwrap();
        let request = busy.activity.begin();
        assert!(admit(&places, "192.0.2.1", 5).is_none());
        assert!(admit(&places, "192.0.2.2", 6).is_some());
        drop(request);
        assert!(admit(&places, "192.0.2.1", 7).is_some());
        assert!(busy.evict.is_cancelled());
    }

    #[test]
    fn proxies_are_bounded_only_by_the_whole() {
        let places = places(3, 1);
        let kept: Vec<_> = (0..3)
            .map(|_| admit(&places, "10.1.2.3", 8).unwrap())
            .collect();
        assert!(kept.iter().all(|place| !place.evict.is_cancelled()));
        let _fourth = admit(&places, "10.1.2.3", 9).unwrap();
        assert_eq!(
            kept.iter()
                .filter(|place| place.evict.is_cancelled())
                .count(),
            1
        );
    }

    #[test]
    fn a_closed_connection_leaves_its_place() {
        let places = places(1, 1);
        drop(admit(&places, "192.0.2.1", 10).unwrap());
        let next = admit(&places, "192.0.2.1", 11).unwrap();
        assert!(!next.evict.is_cancelled());
    }
}
