//! What a server knows of the protocol. It is found out from what it refuses, and remembered once something worked.

use serde_json::{Map, Value, json};

use super::{ChatRole, Prompt, Shape, failure::Complaint};

/// How a request is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// How JSON is asked for.
    pub(super) format: Format,
    /// The limit of tokens is called `max_completion_tokens`.
    completion_tokens: bool,
    /// A temperature may be set.
    temperature: bool,
    /// Tokens are counted at the end of a stream when asked for.
    usage_in_stream: bool,
}

/// How JSON is asked for, the surest way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    /// `response_format` with a JSON Schema.
    Schema,
    /// A function that has to be called.
    Tool,
    /// In words.
    Plain,
}

/// The dialect that works with a server.
#[derive(Debug)]
pub(super) struct Remembered {
    pub(super) dialect: Dialect,
    /// It has worked before, so one odd answer says nothing against it.
    proven: bool,
}

impl Remembered {
    pub(super) fn of(base_url: &str) -> Self {
        Self {
            dialect: Dialect {
                format: Format::Schema,
                // OpenAI's newer models refuse the old name; most other servers know no other.
                completion_tokens: base_url.contains("//api.openai.com/"),
                temperature: true,
                usage_in_stream: true,
            },
            proven: false,
        }
    }

    /// An answer made sense. `by_chance`: it says nothing about the format, when another one was tried because of one
    /// odd answer, or none was asked for.
    pub(super) fn worked(&mut self, dialect: Dialect, by_chance: bool) {
        let format = if by_chance && self.proven {
            self.dialect.format
        } else {
            dialect.format
        };
        self.proven |= !by_chance;
        self.dialect = Dialect { format, ..dialect };
    }
}

impl Format {
    pub(super) fn simpler(self) -> Self {
        match self {
            Self::Schema => Self::Tool,
            Self::Tool | Self::Plain => Self::Plain,
        }
    }
}

impl Dialect {
    /// Leaves out what a server complains about; `false` when there is nothing left to leave out.
    pub(super) fn give_in(&mut self, complaint: &Complaint, shaped: bool) -> bool {
        let Complaint(text) = complaint;
        if self.temperature && text.contains("temperature") {
            self.temperature = false;
        } else if !self.completion_tokens && text.contains("max_completion_tokens") {
            self.completion_tokens = true;
        } else if self.completion_tokens && text.contains("max_completion_tokens") {
            self.completion_tokens = false;
        } else if self.usage_in_stream && text.contains("stream_options") {
            self.usage_in_stream = false;
        } else if shaped && self.format != Format::Plain {
            self.format = self.format.simpler();
        } else {
            return false;
        }
        true
    }

    /// The body of a request.
    pub(super) fn body(self, model: &str, prompt: &Prompt, shape: Option<&Shape>) -> Vec<u8> {
        let mut body = Map::new();
        let mut set = |name: &str, value: Value| body.insert(name.to_owned(), value);
        set("model", model.into());
        set("stream", true.into());
        if self.usage_in_stream {
            set("stream_options", json!({"include_usage": true}));
        }
        if self.temperature {
            set("temperature", 0.into());
        }
        let limit = if self.completion_tokens {
            "max_completion_tokens"
        } else {
            "max_tokens"
        };
        set(limit, prompt.max_tokens.into());
        let mut messages = prompt.messages.clone();
        match (shape, self.format) {
            (Some(shape), Format::Schema) => {
                set("response_format", as_schema(shape));
            }
            (Some(shape), Format::Tool) => {
                set("tools", as_tools(shape));
                set(
                    "tool_choice",
                    json!({"type": "function", "function": {"name": shape.name}}),
                );
            }
            (Some(shape), Format::Plain) => {
                let instructions = messages
                    .iter_mut()
                    .find(|message| message.role == ChatRole::System);
                if let Some(message) = instructions {
                    message.content.push_str(&in_words(shape));
                }
            }
            (None, _) => {}
        }
        set("messages", json!(messages));
        Value::Object(body).to_string().into_bytes()
    }
}

fn as_schema(shape: &Shape) -> Value {
    json!({
        "type": "json_schema",
        "json_schema": {"name": shape.name, "strict": true, "schema": shape.schema},
    })
}

fn as_tools(shape: &Shape) -> Value {
    json!([{
        "type": "function",
        "function": {
            "name": shape.name,
            "description": shape.description,
            "parameters": shape.schema,
        },
    }])
}

fn in_words(shape: &Shape) -> String {
    format!(
        "\n\nAnswer with one JSON object and nothing else. Its JSON Schema: {}",
        shape.schema
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat_completions::ChatMessage;

    fn body(dialect: Dialect) -> Value {
        let prompt = Prompt {
            messages: vec![ChatMessage {
                role: ChatRole::System,
                content: "Be brief.".to_owned(),
            }],
            max_tokens: 7,
        };
        let shape = Shape {
            name: "understood",
            description: "What was understood",
            schema: json!({"type": "object"}),
        };
        serde_json::from_slice(&dialect.body("m", &prompt, Some(&shape))).unwrap()
    }

    fn complaint(text: &str) -> Complaint {
        Complaint(text.to_owned())
    }

    #[test]
    fn what_a_server_refuses_is_left_out_until_nothing_is_left() {
        let mut dialect = Remembered::of("http://localhost:11434/v1").dialect;
        assert_eq!(body(dialect)["max_tokens"], 7);
        assert!(dialect.give_in(&complaint("use 'max_completion_tokens' instead"), true));
        assert_eq!(body(dialect)["max_completion_tokens"], 7);
        assert!(dialect.give_in(&complaint("'temperature' does not support 0"), true));
        assert_eq!(body(dialect)["temperature"], Value::Null);
        assert!(dialect.give_in(&complaint("unknown field stream_options"), true));
        assert_eq!(body(dialect)["stream_options"], Value::Null);
        assert!(body(dialect)["response_format"].is_object());
        assert!(dialect.give_in(&complaint("no json_schema here"), true));
        assert_eq!(body(dialect)["response_format"], Value::Null);
        assert_eq!(body(dialect)["tools"][0]["function"]["name"], "understood");
        assert!(dialect.give_in(&complaint("no tools either"), true));
        let plain = body(dialect);
        assert_eq!(plain["tools"], Value::Null);
        let instructions = plain["messages"][0]["content"].as_str().unwrap();
        assert!(instructions.contains("JSON Schema"), "{instructions}");
        assert!(!dialect.give_in(&complaint("no"), true));
    }

    #[test]
    fn one_odd_answer_does_not_change_what_is_proven() {
        let mut remembered = Remembered::of("http://localhost/v1");
        let schema = remembered.dialect;
        let mut tool = schema;
        tool.format = Format::Tool;
        remembered.worked(schema, false);
        remembered.worked(tool, true);
        assert_eq!(remembered.dialect.format, Format::Schema);
        remembered.worked(tool, false);
        assert_eq!(remembered.dialect.format, Format::Tool, "it was refused");
    }

    #[test]
    fn what_never_worked_is_not_tried_first_again() {
        let mut remembered = Remembered::of("http://localhost/v1");
        let mut tool = remembered.dialect;
        tool.format = Format::Tool;
        remembered.worked(tool, true);
        assert_eq!(remembered.dialect.format, Format::Tool);
    }
}
