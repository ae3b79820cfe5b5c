//! What it was measured on.

use std::{fmt, fs, thread};

use serde::Serialize;

/// The machine, and how busy it was before the run.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    cores: usize,
    cpu: String,
    memory_gib: f64,
    kernel: String,
    /// Over one, five and fifteen minutes.
    load_average: String,
}

impl Machine {
    pub(crate) fn look() -> Self {
        let value = |file: &str, key: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            text.lines()
                .find(|line| line.starts_with(key))
                .and_then(|line| Some(line.split_once(':')?.1.trim().to_owned()))
                .unwrap_or_else(|| "unknown".to_owned())
        };
        let memory: f64 = value("/proc/meminfo", "MemTotal")
            .trim_end_matches("kB")
            .trim()
            .parse()
            .unwrap_or(0.0);
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            cpu: value("/proc/cpuinfo", "model name"),
            memory_gib: (memory / 1024.0 / 1024.0).round(),
            kernel: first_words("/proc/sys/kernel/osrelease", 1),
            load_average: first_words("/proc/loadavg", 3),
        }
    }
}

fn first_words(file: &str, count: usize) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().take(count).collect();
    words.join(" ")
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cores ({}), {} GiB, Linux {}, load average before: {}",
            self.cores, self.cpu, self.memory_gib, self.kernel, self.load_average
        )
    }
}
