//! How sure an engine is of a command, and how sure it must be.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Below this confidence a command is asked about instead of carried out (the original's threshold).
pub const CLARIFY_BELOW: Confidence = Confidence(0.7);
/// Below this confidence a deletion is asked about.
pub const CLARIFY_DELETE_BELOW: Confidence = Confidence(0.85);

/// How sure an engine is, in [0, 1].
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Confidence(f32);

impl Confidence {
    /// Certain.
    pub const CERTAIN: Self = Self(1.0);

    /// A confidence; what is outside [0, 1] or no number is refused.
    pub fn new(value: f32) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// A confidence from a computation, forced into [0, 1] and rounded to a hundredth.
    pub fn clamped(value: f32) -> Self {
        let value = if value.is_nan() {
            0.0
        } else {
            value.clamp(0.0, 1.0)
        };
        Self((value * 100.0).round() / 100.0)
    }

    /// The number.
    pub fn get(self) -> f32 {
        self.0
    }
}

/// With two digits: `0.97`, not the nearest binary fraction's `0.9700000286102295`.
impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((f64::from(self.0) * 100.0).round() / 100.0)
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f32::deserialize(deserializer)?;
        Self::new(value)
            .ok_or_else(|| serde::de::Error::custom("a confidence lies between 0 and 1"))
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confidence_is_written_with_two_digits() {
        let json = serde_json::to_string(&Confidence::clamped(0.97)).unwrap();
        assert_eq!(json, "0.97");
        let value = serde_json::to_value(Confidence::clamped(0.85)).unwrap();
        assert_eq!(value.to_string(), "0.85");
    }

    #[test]
    fn confidences_outside_the_unit_interval_are_refused() {
        for json in ["1.01", "-0.1", "NaN", "\"0.9\""] {
            assert!(serde_json::from_str::<Confidence>(json).is_err(), "{json}");
        }
    }
}
