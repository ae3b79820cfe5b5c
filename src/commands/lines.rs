//! `tasktalk parse` and `tasktalk when`: one line of text in, one JSON object a line out.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context as _, anyhow};
use clap::Args;
use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};
use tasktalk_domain::{Clock, Locale, Zone};
use tasktalk_understanding::{Moment, parse_line, when};

/// Longest line that is read, in bytes; a longer one is answered with an error.
const LINE_LIMIT: usize = 64 * 1024;

/// What the embedded engine understands: one message a line in, one JSON object a line out.
///
/// Example: echo "remind me to call mum tomorrow at 5pm" | tasktalk parse
#[derive(Debug, Args)]
pub(super) struct Lines {
    /// Read objects instead of plain text: {"text", "now"?, "timezone"?, "locale"?}
    #[arg(long)]
    jsonl: bool,
    /// The moment at which the words are said, local ("2026-11-22T09:00:00") or with an offset (RFC 3339); default: now
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// The speaker's time zone, an IANA name
    #[arg(long, env = "TIMEZONE", default_value = "UTC", value_name = "ZONE")]
    timezone: String,
    /// The speaker's locale, a language tag
    #[arg(long, env = "LOCALE", default_value = "en", value_name = "TAG")]
    locale: String,
    /// The text itself; without it, lines are read from standard input
    text: Vec<String>,
}

/// One line of input with `--jsonl`. Unknown keys are ignored, so that labelled files can be piped in as they are.
#[derive(Deserialize)]
struct InputLine {
    text: String,
    now: Option<String>,
    timezone: Option<String>,
    locale: Option<String>,
}

/// Runs `tasktalk parse`.
pub(super) fn parse(lines: &Lines, clock: &Clock) -> anyhow::Result<()> {
    answer_each(lines, clock, |text, moment| {
        to_json(&parse_line(text, moment))
    })
}

/// Runs `tasktalk when`.
pub(super) fn when(lines: &Lines, clock: &Clock) -> anyhow::Result<()> {
    answer_each(lines, clock, |text, moment| {
        to_json(&when::resolve(text, moment))
    })
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("our own types have JSON forms")
}

/// Answers every line in order; a line that can't be read is answered with `{"error": …}`, and the rest goes on.
fn answer_each(
    lines: &Lines,
    clock: &Clock,
    answer: impl Fn(&str, &Moment) -> String,
) -> anyhow::Result<()> {
    let default = moment(lines.now.as_deref(), &lines.timezone, &lines.locale, clock)?;
    let mut out = BufWriter::new(io::stdout().lock());
    if !lines.text.is_empty() {
        writeln!(out, "{}", answer(&lines.text.join(" "), &default))?;
        return Ok(out.flush()?);
    }
    let mut bad_lines = 0_u64;
    let mut input = io::stdin().lock();
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let answered =
            read_line(lines, &bytes, &default, clock).map(|(text, at)| answer(&text, &at));
        match answered {
            Ok(json) => writeln!(out, "{json}")?,
            Err(error) => {
                bad_lines += 1;
                let error = format!("line {number}: {error:#}");
                writeln!(out, "{}", serde_json::json!({ "error": error }))?;
            }
        }
    }
    out.flush()?;
    match bad_lines {
        0 => Ok(()),
        1 => Err(anyhow!("one line could not be read; its answer says why")),
        count => Err(anyhow!(
            "{count} lines could not be read; their answers say why"
        )),
    }
}

fn read_line(
    lines: &Lines,
    bytes: &[u8],
    default: &Moment,
    clock: &Clock,
) -> anyhow::Result<(String, Moment)> {
    if bytes.len() > LINE_LIMIT {
        return Err(anyhow!("longer than {LINE_LIMIT} bytes"));
    }
    let line = std::str::from_utf8(bytes)
        .context("not UTF-8")?
        .trim_end_matches(['\n', '\r']);
    if !lines.jsonl {
        return Ok((line.to_owned(), default.clone()));
    }
    let input: InputLine = serde_json::from_str(line).context("not an object with a \"text\"")?;
    if input.now.is_none() && input.timezone.is_none() && input.locale.is_none() {
        return Ok((input.text, default.clone()));
    }
    let at = moment(
        input.now.as_deref().or(lines.now.as_deref()),
        input.timezone.as_deref().unwrap_or(&lines.timezone),
        input.locale.as_deref().unwrap_or(&lines.locale),
        clock,
    )?;
    Ok((input.text, at))
}

fn moment(now: Option<&str>, zone: &str, locale: &str, clock: &Clock) -> anyhow::Result<Moment> {
    let zone = Zone::parse(zone)?;
    let now = match now {
        None => zone.local(clock.now()),
        Some(text) => local_time(text, &zone)?,
    };
    Ok(Moment {
        now,
        zone,
        locale: Locale::parse(locale)?,
    })
}

fn local_time(text: &str, zone: &Zone) -> anyhow::Result<DateTime> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(zone.local(instant));
    }
    text.parse()
        .with_context(|| format!("'{text}' is no time such as 2026-11-22T09:00:00"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_is_local_or_an_instant() {
        let berlin = Zone::parse("Europe/Berlin").unwrap();
        let local = local_time("2026-11-22T09:00:00", &berlin).unwrap();
        assert_eq!(local_time("2026-11-22T08:00:00Z", &berlin).unwrap(), local);
        assert!(local_time("nine", &berlin).is_err());
    }
}
