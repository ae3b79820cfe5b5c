//! How many small durable writes a second: `cargo run --release --example write_throughput -- [ADDRESS …]`.
//!
//! Each write locks a user, appends an event and stores the counters: three statements, acknowledged when on disk.
//! Without an address it measures SQLite in a temporary folder, with and without group commit. An address is that of
//! an empty database; what is stored there stays. The processor time is this program's, not a server's.

#![expect(clippy::print_stdout, reason = "it prints a table")]

use std::time::{Duration, Instant};

use futures_util::future::try_join_all;
use jiff::Timestamp;
use tasktalk_domain::UserId;
use tasktalk_storage::{Database, DatabaseUrl, Durability, Options, StorageError, events, users};

const CALLERS: [usize; 3] = [1, 16, 64];
const LENGTH: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!(
        "{:<32} {:>7} {:>9} {:>9} {:>9} {:>9}",
        "", "callers", "writes/s", "p50 ms", "p99 ms", "CPU µs"
    );
    let addresses: Vec<String> = std::env::args().skip(1).collect();
    if addresses.is_empty() {
        for (name, durability, group_commit) in [
            ("SQLite FULL, group commit", Durability::Full, true),
            ("SQLite FULL, one by one", Durability::Full, false),
            ("SQLite NORMAL, group commit", Durability::Normal, true),
        ] {
            let folder = tempfile::tempdir()?;
            let url = DatabaseUrl::sqlite(folder.path().join("tasktalk.db"));
            let options = Options {
                durability,
                group_commit,
                ..Options::default()
            };
            measure(name, &url, options).await?;
        }
    }
    for address in addresses {
        let url: DatabaseUrl = address.parse()?;
        measure(&url.to_string(), &url, Options::default()).await?;
    }
    Ok(())
}

async fn measure(name: &str, url: &DatabaseUrl, options: Options) -> Result<(), StorageError> {
    let database = Database::open(url, options).await?;
    database.migrate().await?;
    for callers in CALLERS {
        let people = try_join_all((0..callers).map(|_| person(&database))).await?;
        let (began, cpu) = (Instant::now(), processor_time());
        let mut times: Vec<Duration> = try_join_all(
            people
                .into_iter()
                .map(|owner| tokio::spawn(write_on(database.clone(), owner))),
        )
        .await
        .map_err(|_| StorageError::Busy)?
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?
        .concat();
        let (seconds, cpu) = (began.elapsed().as_secs_f64(), processor_time() - cpu);
        times.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "nobody reads the last digit")]
        let count = times.len() as f64;
        let quantile = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1e3;
        println!(
            "{name:<32} {callers:>7} {:>9.0} {:>9.2} {:>9.2} {:>9.1}",
            count / seconds,
            quantile(50),
            quantile(99),
            cpu / count * 1e6,
        );
    }
    database.close().await;
    Ok(())
}

/// The processor time of this program so far, in seconds: user and system, in hundredths (`man 5 proc`).
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks = fields.split_whitespace().skip(11).take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

async fn person(database: &Database) -> Result<UserId, StorageError> {
    database
        .write(|tx| {
            Box::pin(async move {
                let user =
                    users::create(tx, users::NewUser::default(), Timestamp::UNIX_EPOCH).await?;
                Ok(user.id)
            })
        })
        .await
}

/// Writes until the time is over, and says how long each write took.
async fn write_on(database: Database, owner: UserId) -> Result<Vec<Duration>, StorageError> {
    let end = Instant::now() + LENGTH;
    let mut times = Vec::new();
    while Instant::now() < end {
        let began = Instant::now();
        database
            .write::<_, StorageError, _>(move |tx| {
                Box::pin(async move {
                    let Some(locked) = users::lock(tx, owner).await? else {
                        return Ok(());
                    };
                    let at = Timestamp::UNIX_EPOCH;
                    events::append(tx, owner, &locked, "task.created", "1", 1, at).await
                })
            })
            .await?;
        times.push(began.elapsed());
    }
    Ok(times)
}
