//! What processes cost, as Linux counts it in `/proc` (`proc_pid_stat(5)`, `proc_pid_status(5)`).

use std::fs;

use anyhow::Context as _;

/// Microseconds of one tick in `/proc/PID/stat`: Linux tells user space 100 ticks a second, whatever its own clock.
const TICK_US: u64 = 10_000;

/// Reads what the measured program, and the database server beside it, have used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meter {
    /// The measured process.
    pub(crate) program: u32,
    /// The database server's first process, if there is one that can be seen.
    pub(crate) postmaster: Option<u32>,
}

/// CPU used so far, in microseconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Used {
    pub(crate) program_us: f64,
    pub(crate) database_us: Option<f64>,
}

impl Used {
    /// What was used since an earlier reading.
    pub(crate) fn since(&self, before: &Self) -> Self {
        Self {
            program_us: self.program_us - before.program_us,
            database_us: self
                .database_us
                .zip(before.database_us)
                .map(|(after, before)| after - before),
        }
    }
}

impl Meter {
    /// CPU used so far.
    pub(crate) fn read(&self) -> anyhow::Result<Used> {
        let program = Stat::read(self.program).context("the measured process has ended")?;
        Ok(Used {
            program_us: micros(program.own_ticks),
            database_us: self.postmaster.and_then(server_ticks).map(micros),
        })
    }

    /// The most memory the program had in use at once, in bytes.
    pub(crate) fn peak_memory(&self) -> anyhow::Result<u64> {
        memory(self.program, "VmHWM:")
    }

    /// The memory the program has in use, in bytes.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        memory(self.program, "VmRSS:")
    }
}

fn micros(ticks: u64) -> f64 {
    (ticks * TICK_US) as f64
}

/// The server's first process, with those of its children that have ended, and those that live.
fn server_ticks(postmaster: u32) -> Option<u64> {
    let first = Stat::read(postmaster)?;
    let living: u64 = fs::read_dir("/proc")
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(Stat::read)
        .filter(|stat| stat.parent == postmaster)
        .map(|stat| stat.own_ticks)
        .sum();
    Some(first.own_ticks + first.ended_children_ticks + living)
}

struct Stat {
    parent: u32,
    own_ticks: u64,
    ended_children_ticks: u64,
}

impl Stat {
    fn read(process: u32) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        // The second field is the program's name in parentheses, and may hold anything.
        let (_, rest) = text.rsplit_once(')')?;
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let number = |nth: usize| fields.get(nth - 3)?.parse::<u64>().ok();
        Some(Self {
            parent: u32::try_from(number(4)?).ok()?,
            own_ticks: number(14)? + number(15)?,
            ended_children_ticks: number(16)? + number(17)?,
        })
    }
}

fn memory(process: u32, key: &str) -> anyhow::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))
        .context("the measured process has ended")?;
    let kibibytes: u64 = status
        .lines()
        .find_map(|line| line.strip_prefix(key))
        .and_then(|value| value.trim().strip_suffix("kB")?.trim().parse().ok())
        .with_context(|| format!("/proc says nothing of {key}"))?;
    Ok(kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programs_name_does_not_move_the_fields() {
        let text = "42 (a) b 9 (x) S 7 42 42 0 -1 4194560 1 2 3 4 11 22 33 44 20 0 1 0 5";
        let stat = Stat::parse(text).unwrap();
        assert_eq!((stat.parent, stat.own_ticks), (7, 33));
        assert_eq!(stat.ended_children_ticks, 77);
    }

    #[test]
    fn this_process_uses_memory() {
        let meter = Meter {
            program: std::process::id(),
            postmaster: None,
        };
        assert!(meter.memory().unwrap() > 100_000);
        assert!(meter.peak_memory().unwrap() >= meter.memory().unwrap() / 2);
        assert!(meter.read().unwrap().database_us.is_none());
    }
}
