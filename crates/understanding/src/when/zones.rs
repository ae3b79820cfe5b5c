//! Reads offsets from universal time behind a time: "17:00 UTC", "EST", "+02:00".

use super::words::Words;

/// Zones that people write behind a time, in capitals, and their offsets in minutes.
const ZONES: &[(&str, i32)] = &[
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("IST", 330),
    ("JST", 540),
    ("AEST", 600),
    ("AEDT", 660),
];

/// The offset from universal time named after a time, in seconds: "UTC", "EST", "+02:00".
pub(super) fn zone_offset(words: &Words<'_>, at: usize) -> (Option<i32>, usize) {
    let written = words.written(at);
    let name = match words.folded(at) {
        "utc" => "UTC",
        "gmt" => "GMT",
        _ => written,
    };
    if let Some((_, minutes)) = ZONES.iter().find(|zone| zone.0 == name) {
        return (Some(minutes * 60), at + 1);
    }
    // Only in "2026-11-27T17:00+01:00"; "11:30-13:30" are two times.
    let sign = match written {
        "+" => 1,
        "-" => -1,
        _ => return (None, at),
    };
    let is_iso = (at.saturating_sub(6)..at).any(|before| words.folded(before) == "t");
    if !is_iso {
        return (None, at);
    }
    let offset = || {
        if !words.is_glued(at) || !words.is_glued(at + 1) || !words.is_inner_sign(at + 2, ':') {
            return None;
        }
        let hours = words
            .number(at + 1)
            .filter(|n| n.digits == 2 && n.value <= 14)?;
        let minutes = words
            .number(at + 3)
            .filter(|n| n.digits == 2 && n.value < 60)?;
        i32::try_from(hours.value * 3600 + minutes.value * 60).ok()
    };
    match offset() {
        Some(seconds) => (Some(sign * seconds), at + 4),
        None => (None, at),
    }
}
