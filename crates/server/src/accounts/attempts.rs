//! How many attempts to sign in are taken: a few at once, then ever fewer, per account and per network address.
//!
//! Failures are rows in the database, written in a transaction of their own: they survive restarts and count for all
//! instances. A pause ends by itself, and strangers can't keep a person out: whoever signed in from a network
//! within the last month is counted there apart from what others try elsewhere. Keys are hashes, so that nothing
//! about people without an account is stored.

use std::net::{IpAddr, Ipv6Addr};

use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::Email;
use tasktalk_storage::{
    Database, StorageError, Transaction,
    login_attempts::{self, Attempts, Policy},
};

use super::opaque_token::sha256;

/// After how long failures are forgotten, counted from the first.
const FORGET_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// For how long a network stays familiar to an account after signing in.
pub(super) const FAMILIAR_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How many failures are free, and how long the pauses after them get.
#[derive(Clone, Copy, Debug)]
struct Patience {
    free: i64,
    longest_pause: SignedDuration,
}

const WITH_ACCOUNT: Patience = Patience {
    free: 5,
    longest_pause: SignedDuration::from_mins(5),
};
/// Many people can share an address, so it has more attempts.
const WITH_ADDRESS: Patience = Patience {
    free: 20,
    longest_pause: SignedDuration::from_mins(15),
};

/// Too many failures: come back later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Throttled {
    /// After how many seconds, at least 1.
    pub(crate) seconds: u64,
}

/// One attempt to sign in, and whose failures it is counted with.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// Attempts at the account from anywhere unfamiliar.
    account: String,
    /// Attempts at the account from this network.
    account_here: String,
    /// That the account was signed in to from this network.
    familiar: String,
    address: String,
}

impl Attempt {
    /// An attempt at the account with this e-mail address, whether or not there is one.
    pub(crate) fn new(email: &Email, from: IpAddr) -> Self {
        let account = sha256(email.as_str());
        let here = sha256(&format!("{} {email}", network(from)));
        Self {
            account: format!("account:{account}"),
            account_here: format!("account-here:{here}"),
            familiar: format!("familiar:{here}"),
            address: address_key(from),
        }
    }

    /// Refuses while a pause lasts.
    pub(crate) async fn check(
        &self,
        database: &Database,
        now: Timestamp,
    ) -> Result<Result<(), Throttled>, StorageError> {
        let rows = read(database, self.keys()).await?;
        Ok(refuse_until(self.counted_on(&rows, now), &rows, now))
    }

    /// Counts a failure on the account and on the address.
    pub(crate) async fn record_failure(
        self,
        database: &Database,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        database
            .write(move |tx| {
                let attempt = self.clone();
                Box::pin(async move {
                    let rows = login_attempts::get(tx, &references(&attempt.keys())).await?;
                    let [account, address] = attempt.counted_on(&rows, now);
                    count(tx, account, WITH_ACCOUNT, now).await?;
                    count(tx, address, WITH_ADDRESS, now).await
                })
            })
            .await
    }

    /// Forgets the account's failures and remembers the network. The address keeps its failures, or one account of
    /// one's own would pay for guessing at others.
    pub(crate) async fn record_success(
        &self,
        tx: &Transaction<'_>,
        now: Timestamp,
    ) -> Result<(), StorageError> {
        login_attempts::clear(tx, &self.account).await?;
        login_attempts::clear(tx, &self.account_here).await?;
        login_attempts::remember(tx, &self.familiar, now).await
    }

    fn keys(&self) -> Vec<String> {
        vec![
            self.account.clone(),
            self.account_here.clone(),
            self.familiar.clone(),
            self.address.clone(),
        ]
    }

    /// The two counters of this attempt.
    fn counted_on(&self, rows: &[Attempts], now: Timestamp) -> [&str; 2] {
        let familiar = rows
            .iter()
            .any(|row| row.key == self.familiar && now.duration_since(row.first_at) < FAMILIAR_FOR);
        let account = if familiar {
            &self.account_here
        } else {
            &self.account
        };
        [account, &self.address]
    }
}

/// Refuses an address while its pause lasts, whatever it asks for.
pub(crate) async fn check_address(
    database: &Database,
    from: IpAddr,
    now: Timestamp,
) -> Result<Result<(), Throttled>, StorageError> {
    let key = address_key(from);
    let rows = read(database, vec![key.clone()]).await?;
    Ok(refuse_until([&key, &key], &rows, now))
}

/// Counts a failure on an address alone.
pub(crate) async fn record_address_failure(
    database: &Database,
    from: IpAddr,
    now: Timestamp,
) -> Result<(), StorageError> {
    let key = address_key(from);
    database
        .write(move |tx| {
            let key = key.clone();
            Box::pin(async move { count(tx, &key, WITH_ADDRESS, now).await })
        })
        .await
}

async fn read(database: &Database, keys: Vec<String>) -> Result<Vec<Attempts>, StorageError> {
    database
        .read(move |snapshot| {
            Box::pin(async move { login_attempts::get(snapshot, &references(&keys)).await })
        })
        .await
}

fn references(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).collect()
}

fn refuse_until(counters: [&str; 2], rows: &[Attempts], now: Timestamp) -> Result<(), Throttled> {
    let until = rows
        .iter()
        .filter(|row| counters.contains(&row.key.as_str()))
        .filter_map(|row| row.blocked_until)
        .max();
    match until {
        Some(until) if until > now => {
            let rest = until.duration_since(now);
            let seconds = rest.as_secs().unsigned_abs() + u64::from(rest.subsec_nanos() > 0);
            Err(Throttled { seconds })
        }
        _ => Ok(()),
    }
}

async fn count(
    tx: &Transaction<'_>,
    key: &str,
    patience: Patience,
    now: Timestamp,
) -> Result<(), StorageError> {
    let failures = login_attempts::get(tx, &[key])
        .await?
        .first()
        .filter(|row| now.duration_since(row.first_at) <= FORGET_AFTER)
        .map_or(0, |row| row.failures)
        + 1;
    let pause = patience.pause_after(failures);
    let policy = Policy {
        window: FORGET_AFTER,
        free: patience.free,
        block_for: pause.unwrap_or_default(),
    };
    login_attempts::record_failure(tx, key, now, policy).await?;
    if let Some(pause) = pause {
        tracing::warn!(
            failures,
            pause_seconds = pause.as_secs(),
            counter = key.split(':').next().unwrap_or_default(),
            "too many failed attempts to sign in"
        );
    }
    Ok(())
}

impl Patience {
    /// Nothing for the first failures, then a second, doubled with each further one.
    fn pause_after(self, failures: i64) -> Option<SignedDuration> {
        let beyond = failures
            .checked_sub(self.free)
            .filter(|&beyond| beyond > 0)?;
        let doublings = (beyond - 1).min(32);
        let pause = SignedDuration::from_secs(1_i64 << doublings);
        Some(pause.min(self.longest_pause))
    }
}

fn address_key(from: IpAddr) -> String {
    format!("address:{}", sha256(&network(from).to_string()))
}

/// One customer often has a whole /64 of IPv6 addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(
            address.to_bits() & !u128::from(u64::MAX),
        )),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_their_longest() {
        let pause = |failures| {
            WITH_ACCOUNT
                .pause_after(failures)
                .map(|pause| pause.as_secs())
        };
        assert_eq!(pause(0), None);
        assert_eq!(pause(5), None);
        assert_eq!(pause(6), Some(1));
        assert_eq!(pause(7), Some(2));
        assert_eq!(pause(10), Some(16));
        assert_eq!(pause(15), Some(300));
        assert_eq!(pause(i64::MAX), Some(300));
    }

    #[test]
    fn a_customers_ipv6_addresses_are_one() {
        let key = |text: &str| address_key(text.parse().unwrap());
        assert_eq!(key("2001:db8::1"), key("2001:db8::ffff:1"));
        assert_ne!(key("2001:db8::1"), key("2001:db8:0:1::1"));
        assert_ne!(key("192.0.2.1"), key("192.0.2.2"));
        assert_eq!(key("192.0.2.1"), key("::ffff:192.0.2.1"));
    }

    #[test]
    fn no_name_or_address_is_stored_readably() {
        let email = Email::parse("anna@example.com").unwrap();
        let attempt = Attempt::new(&email, "192.0.2.1".parse().unwrap());
        for key in attempt.keys() {
            assert!(!key.contains("anna") && !key.contains("192"), "{key}");
        }
    }

    #[test]
    fn a_familiar_network_is_counted_apart() {
        let now: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        let email = Email::parse("anna@example.com").unwrap();
        let attempt = Attempt::new(&email, "192.0.2.1".parse().unwrap());
        let blocked = |key: &str, seconds| Attempts {
            key: key.to_owned(),
            failures: 9,
            first_at: now,
            blocked_until: now.checked_add(SignedDuration::from_secs(seconds)).ok(),
        };
        let strangers = [blocked(&attempt.account, 60)];
        let judge = |rows: &[Attempts]| refuse_until(attempt.counted_on(rows, now), rows, now);
        assert_eq!(judge(&strangers), Err(Throttled { seconds: 60 }));
        let familiar = Attempts {
            failures: 0,
            blocked_until: None,
            ..blocked(&attempt.familiar, 0)
        };
        assert_eq!(judge(&[strangers[0].clone(), familiar.clone()]), Ok(()));
        let here = blocked(&attempt.account_here, 5);
        assert_eq!(judge(&[here, familiar]), Err(Throttled { seconds: 5 }));
    }
}
