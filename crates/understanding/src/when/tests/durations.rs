//! Lengths of time. Said on Sunday, 22 November 2026, at nine in the morning.

/// What was said, and what it means.
pub(super) const DURATIONS: &[(&str, &str)] = &[
    ("for two hours", "PT2H"),
    ("for 30 min", "PT30M"),
    ("two hours", "PT2H"),
    ("quarter of an hour", "PT15M"),
    ("3 quarters of an hour", "PT45M"),
    ("an hour and 15 minutes", "PT1H15M"),
    ("for 3 days", "P3D"),
    ("for a week", "P1W"),
    ("for an hour and a half", "PT1H30M"),
    ("for 45 minutes", "PT45M"),
    ("90 minutes", "PT90M"),
    ("3 weeks and 2 days", "P3W2D"),
    ("2 years", "P2Y"),
];
