//! Where log lines go: standard error, as text or as JSON.

use std::io::IsTerminal as _;

use tracing_subscriber::{EnvFilter, fmt, prelude::*, registry};

use crate::settings::{LogFormat, LogSettings};

/// A log filter that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("LOG_LEVEL '{0}' is not a filter such as 'info' or 'info,tasktalk_storage=debug'")]
pub struct InvalidFilter(String);

/// Starts logging for the whole process. A second call changes nothing.
pub fn start(settings: &LogSettings) -> Result<(), InvalidFilter> {
    let filter: EnvFilter = settings
        .log_level
        .parse()
        .map_err(|_| InvalidFilter(settings.log_level.clone()))?;
    // Colours only where someone looks: a file keeps the words alone.
    let lines = fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let started = match settings.log_format {
        LogFormat::Text => registry().with(filter).with(lines).try_init(),
        LogFormat::Json => registry()
            .with(filter)
            .with(lines.json().flatten_event(true).with_span_list(false))
            .try_init(),
    };
    // It fails only when logging was started before, which is what was asked for.
    drop(started);
    Ok(())
}
