//! How often each caller may ask: a user with a good token by the user's number, everyone else by address.
//!
//! Counted by this instance alone; attempts to sign in are counted in the database, by [`crate::accounts`].

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
};

use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    state::keyed::DefaultKeyedStateStore,
};
use tasktalk_domain::UserId;

use crate::{
    extract::ClientAddress,
    problem::{Code, Problem},
    settings::LimitSettings,
};

/// After how many checks the callers that have been quiet are forgotten.
const FORGET_EVERY: u32 = 10_000;

#[derive(Debug)]
pub(crate) struct RateLimits {
    users: Option<Limit<UserId>>,
    addresses: Option<Limit<IpAddr>>,
}

impl RateLimits {
    pub(crate) fn new(settings: &LimitSettings) -> Self {
        Self {
            users: Limit::new(settings.rate_limit, settings.rate_limit_burst),
            addresses: Limit::new(
                settings.address_rate_limit,
                settings.address_rate_limit_burst,
            ),
        }
    }

    pub(crate) fn check_user(&self, user: UserId) -> Result<(), Problem> {
        self.users
            .as_ref()
            .map_or(Ok(()), |limit| limit.check(&user))
    }

    pub(crate) fn check_address(&self, address: ClientAddress) -> Result<(), Problem> {
        self.addresses
            .as_ref()
            .map_or(Ok(()), |limit| limit.check(&network_of(address.0)))
    }
}

/// One customer often has a whole /64 of IPv6 addresses.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
    }
}

struct Limit<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock>,
    checks: AtomicU32,
}

impl<K: Hash + Eq + Clone> Limit<K> {
    fn new(per_second: u32, burst: u32) -> Option<Self> {
        let quota = Quota::per_second(NonZeroU32::new(per_second)?)
            .allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN));
        Some(Self {
            limiter: RateLimiter::keyed(quota),
            checks: AtomicU32::new(0),
        })
    }

    fn check(&self, key: &K) -> Result<(), Problem> {
        if self.checks.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Problem::new(
                Code::RateLimited,
                "Too many requests. Wait as long as the Retry-After header says.",
            )
            .retry_after(wait.as_secs() + 1)
        })
    }
}

impl<K: Hash + Eq + Clone> std::fmt::Debug for Limit<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limit").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    fn limits(rate: u32, burst: u32) -> RateLimits {
        let mut settings = Settings::defaults().limits;
        settings.address_rate_limit = rate;
        settings.address_rate_limit_burst = burst;
        RateLimits::new(&settings)
    }

    fn address(text: &str) -> ClientAddress {
        ClientAddress(text.parse().unwrap())
    }

    #[test]
    fn one_caller_that_asks_too_much_is_told_to_wait_and_others_are_not() {
        let limits = limits(1, 2);
        assert!(limits.check_address(address("192.0.2.1")).is_ok());
        assert!(limits.check_address(address("192.0.2.1")).is_ok());
        let refused = limits.check_address(address("192.0.2.1")).unwrap_err();
        assert_eq!(refused.code(), Code::RateLimited);
        assert!(limits.check_address(address("192.0.2.2")).is_ok());
    }

    #[test]
    fn addresses_of_one_ipv6_network_are_one_caller() {
        let limits = limits(1, 1);
        assert!(limits.check_address(address("2001:db8::1")).is_ok());
        assert!(limits.check_address(address("2001:db8::2")).is_err());
        assert!(limits.check_address(address("2001:db8:0:1::2")).is_ok());
    }

    #[test]
    fn zero_does_not_limit() {
        let limits = limits(0, 1);
        assert!((0..100).all(|_| limits.check_address(address("192.0.2.1")).is_ok()));
    }
}
