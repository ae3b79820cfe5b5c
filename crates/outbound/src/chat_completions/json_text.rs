//! The JSON object in what a model wrote: bare, in a fence, behind its thoughts, or with a sentence around it.

use serde_json::Value;

/// The object, if the text holds one.
pub(super) fn object_in(text: &str) -> Option<Value> {
    // Some models think aloud first.
    let text = match text.rsplit_once("</think>") {
        Some((_, behind)) => behind,
        None => text,
    };
    if let Some(value) = object(text.trim()) {
        return Some(value);
    }
    let from = text.find('{')?;
    let to = text.rfind('}')?;
    object(text.get(from..=to)?)
}

fn object(text: &str) -> Option<Value> {
    serde_json::from_str::<Value>(text)
        .ok()
        .filter(Value::is_object)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_is_found_in_what_surrounds_it() {
        for text in [
            r#"{"a":1}"#,
            "```json\n{\"a\": 1}\n```",
            "<think>maybe {no}</think>\n{\"a\":1}",
            "Here you are: {\"a\":1}. Anything else?",
        ] {
            assert_eq!(object_in(text), Some(json!({"a": 1})), "{text}");
        }
    }

    #[test]
    fn half_an_object_is_none() {
        for text in ["", "{", "{\"a\":", "[1]", "7", "a } b {", "no json"] {
            assert_eq!(object_in(text), None, "{text}");
        }
        let deep = format!("{}{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
        assert_eq!(object_in(&deep), None);
    }
}
