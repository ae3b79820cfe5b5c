//! One answer, put together from the pieces of a stream (server-sent events) or read from one document.

use serde::Deserialize;
use serde_json::Value;

use super::{Failure, json_text};

/// The longest answer, and the longest single event or document, in bytes.
pub(super) const LARGEST: usize = 64 * 1024;
/// The largest body: what surrounds each token of a stream is some twenty times as long as the token.
pub(super) const LARGEST_BODY: usize = 2 * 1024 * 1024;
/// More tokens than this are not believed of one request; long contexts and long thoughts stay below.
const MOST_TOKENS: u32 = 1_000_000;
/// A token is about so many characters, where the server doesn't count.
const CHARACTERS_PER_TOKEN: usize = 4;

/// Tokens of a language model, its prompt's and its answer's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Of what was asked.
    pub prompt: u32,
    /// Of what was answered.
    pub completion: u32,
}

impl Tokens {
    /// Both together.
    pub fn total(self) -> u32 {
        self.prompt.saturating_add(self.completion)
    }

    /// A guess from the length of texts, for servers that don't count.
    pub fn estimate(prompt_bytes: usize, completion_bytes: usize) -> Self {
        let tokens =
            |bytes: usize| u32::try_from(bytes.div_ceil(CHARACTERS_PER_TOKEN)).unwrap_or(u32::MAX);
        Self {
            prompt: tokens(prompt_bytes),
            completion: tokens(completion_bytes),
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.prompt = self.prompt.saturating_add(other.prompt);
        self.completion = self.completion.saturating_add(other.completion);
    }
}

/// An answer as far as it has come.
#[derive(Debug, Default)]
pub(super) struct Completion {
    /// Its words.
    pub(super) text: String,
    /// The arguments of the function that it calls.
    arguments: String,
    /// It has come to its end.
    pub(super) complete: bool,
    /// Something of it has come, if only thoughts.
    pub(super) begun: bool,
    /// How many tokens it took, if the server says so.
    pub(super) tokens: Option<Tokens>,
}

/// What comes, as far as it matters. Everything may be missing or null.
#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Option<Vec<Choice>>,
    #[serde(default)]
    usage: Option<Usage>,
    #[serde(default)]
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    delta: Option<Delta>,
    /// Where a server doesn't stream.
    #[serde(default)]
    message: Option<Delta>,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Delta {
    content: Option<Content>,
    reasoning_content: Option<String>,
    reasoning: Option<String>,
    tool_calls: Option<Vec<ToolCall>>,
}

/// Text by the protocol; some servers send it in parts, thoughts among them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Content {
    Text(String),
    Parts(Vec<Part>),
}

#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    text: Option<String>,
}

#[derive(Deserialize)]
struct ToolCall {
    #[serde(default)]
    index: Option<usize>,
    #[serde(default)]
    function: Option<Function>,
}

#[derive(Deserialize)]
struct Function {
    #[serde(default)]
    arguments: Option<Arguments>,
}

/// Text by the protocol; some servers send the object itself.
#[derive(Deserialize)]
#[serde(untagged)]
enum Arguments {
    Text(String),
    Object(Value),
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: Value,
    #[serde(default)]
    completion_tokens: Value,
}

impl Content {
    fn words(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Parts(parts) => parts.into_iter().filter_map(|part| part.text).collect(),
        }
    }
}

impl Usage {
    /// What it says, if it can be: no more than a server could read or write for a request of ours.
    fn tokens(&self) -> Option<Tokens> {
        let count = |value: &Value| {
            let count = value.as_f64().filter(|count| *count >= 0.0)?;
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is between 0 and the largest"
            )]
            let count = count.min(f64::from(MOST_TOKENS)) as u32;
            Some(count)
        };
        Some(Tokens {
            prompt: count(&self.prompt_tokens)?,
            completion: count(&self.completion_tokens).unwrap_or(0),
        })
    }
}

impl Completion {
    /// Takes in one event of a stream, or the whole document of a server that doesn't stream; the new words, if any.
    pub(super) fn take(&mut self, json: &str) -> Result<Option<String>, Failure> {
        let Ok(chunk) = serde_json::from_str::<Chunk>(json) else {
            return Err(Failure::Nonsense);
        };
        if chunk.error.is_some() {
            return Err(Failure::ServerError { status: 200 });
        }
        if let Some(usage) = chunk.usage {
            self.tokens = usage.tokens();
        }
        let Some(choice) = chunk.choices.into_iter().flatten().next() else {
            return Ok(None);
        };
        self.complete |= choice.finish_reason.is_some();
        let delta = choice.delta.or(choice.message).unwrap_or_default();
        let thoughts = delta.reasoning_content.or(delta.reasoning);
        self.begun |= thoughts.is_some_and(|text| !text.is_empty());
        for call in delta.tool_calls.into_iter().flatten() {
            // One function is offered; more calls than one are no answer to what was asked.
            if call.index.unwrap_or(0) == 0
                && let Some(arguments) = call.function.and_then(|function| function.arguments)
            {
                match arguments {
                    Arguments::Text(text) => self.arguments.push_str(&text),
                    Arguments::Object(value) => self.arguments = value.to_string(),
                }
                self.begun = true;
            }
        }
        self.begun |= matches!(delta.content, Some(Content::Parts(_)));
        let words = delta.content.map(Content::words);
        let words = words.filter(|text| !text.is_empty());
        if let Some(words) = &words {
            self.text.push_str(words);
            self.begun = true;
        }
        if self.text.len() + self.arguments.len() > LARGEST {
            return Err(Failure::TooLarge);
        }
        Ok(words)
    }

    /// The JSON object that it is, or has in it.
    pub(super) fn json(&self) -> Option<Value> {
        if self.arguments.is_empty() {
            json_text::object_in(&self.text)
        } else {
            json_text::object_in(&self.arguments)
        }
    }

    /// What it cost, guessed where the server doesn't say.
    pub(super) fn cost(&self, prompt_bytes: usize) -> Tokens {
        self.tokens.unwrap_or_else(|| {
            Tokens::estimate(prompt_bytes, self.text.len() + self.arguments.len())
        })
    }
}

/// The lines of a stream of server-sent events, from the pieces in which they come.
#[derive(Debug, Default)]
pub(super) struct Events(Vec<u8>);

impl Events {
    /// Takes in bytes, and gives out the data of the events that are complete.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Result<Vec<String>, Failure> {
        self.0.extend_from_slice(bytes);
        let mut data = Vec::new();
        // Taken out all at once: a server may send nothing but ends of lines.
        let mut taken = 0;
        while let Some(length) = self.0[taken..].iter().position(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(&self.0[taken..taken + length]);
            if let Some(value) = line.strip_prefix("data:") {
                data.push(value.trim().to_owned());
            }
            taken += length + 1;
        }
        self.0.drain(..taken);
        if self.0.len() > LARGEST {
            return Err(Failure::TooLarge);
        }
        Ok(data)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_stream_is_put_together_wherever_it_is_cut() {
        let stream = "\u{feff}: hello\r\n\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"{\\\"ä\\\":\"}}]}\r\n\r\n\
                      data:{\"choices\":[{\"delta\":{\"content\":\"1}\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n";
        for size in [1, 2, 3, 7, 1_000] {
            let mut events = Events::default();
            let mut completion = Completion::default();
            for piece in stream.as_bytes().chunks(size) {
                for data in events.take(piece).unwrap() {
                    if data != "[DONE]" {
                        completion.take(&data).unwrap();
                    }
                }
            }
            assert_eq!(completion.json(), Some(json!({"ä": 1})), "{size}");
            assert!(completion.complete);
        }
    }

    #[test]
    fn a_flood_of_ends_of_lines_is_nothing_and_quickly_so() {
        let mut events = Events::default();
        let began = std::time::Instant::now();
        assert!(events.take(&vec![b'\n'; LARGEST_BODY]).unwrap().is_empty());
        assert!(events.0.is_empty());
        // Line by line out of the front of the buffer it takes minutes.
        assert!(began.elapsed() < std::time::Duration::from_secs(10));
    }

    #[test]
    fn a_function_call_is_put_together() {
        let mut completion = Completion::default();
        for arguments in ["{\"a\"", ":2}"] {
            let chunk = json!({"choices": [{"delta": {"content": null, "tool_calls": [
                {"index": 0, "function": {"arguments": arguments}},
            ]}}]});
            completion.take(&chunk.to_string()).unwrap();
        }
        assert_eq!(completion.json(), Some(json!({"a": 2})));
        assert!(!completion.complete);
    }

    #[test]
    fn odd_but_harmless_chunks_are_taken() {
        let mut completion = Completion::default();
        for chunk in [
            "{}",
            r#"{"choices":[],"usage":{"prompt_tokens":-5,"completion_tokens":"none"}}"#,
            r#"{"choices":[],"usage":{"prompt_tokens":5.0,"completion_tokens":2}}"#,
            r#"{"choices":[{"delta":null,"extra":[1]}]}"#,
            r#"{"choices":[{"delta":{"reasoning_content":"hm","reasoning":"hm"},"message":null}],"usage":null}"#,
        ] {
            completion.take(chunk).unwrap();
        }
        assert!(completion.begun);
        assert_eq!(completion.tokens.unwrap().total(), 7);
    }

    #[test]
    fn text_in_parts_is_text_and_thoughts_are_none() {
        let mut completion = Completion::default();
        let chunk = json!({"choices": [{"delta": {"content": [
            {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
            {"type": "text", "text": "{\"a\":"},
            {"type": "text", "text": "1}"},
        ]}}]});
        completion.take(&chunk.to_string()).unwrap();
        assert_eq!(completion.json(), Some(json!({"a": 1})));
    }

    #[test]
    fn a_count_of_tokens_that_cannot_be_is_not_believed() {
        for (usage, expected) in [
            (
                json!({"prompt_tokens": 7, "completion_tokens": 1e300}),
                Some(1_000_007),
            ),
            (json!({"prompt_tokens": -7, "completion_tokens": 3}), None),
            (json!({"prompt_tokens": "many"}), None),
            (json!({}), None),
        ] {
            let mut completion = Completion::default();
            completion
                .take(&json!({"usage": usage}).to_string())
                .unwrap();
            assert_eq!(completion.tokens.map(Tokens::total), expected, "{usage}");
        }
    }

    #[test]
    fn an_error_in_the_stream_is_one() {
        let mut completion = Completion::default();
        for (chunk, word) in [
            (r#"{"error":{"message":"out of memory"}}"#, "server_error"),
            ("<html>", "nonsense"),
            (r#"{"choices":"none"}"#, "nonsense"),
        ] {
            assert_eq!(
                completion.take(chunk).unwrap_err().as_str(),
                word,
                "{chunk}"
            );
        }
        let long = json!({"choices": [{"delta": {"content": "x".repeat(LARGEST + 1)}}]});
        assert_eq!(
            completion.take(&long.to_string()).unwrap_err().as_str(),
            "too_large"
        );
    }
}
