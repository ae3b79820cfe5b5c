//! What is sent to the endpoint and is no message of the protocol, answered as JSON-RPC 2.0 says (section 5.1): with a
//! code and a sentence, and nothing of how messages are read here.

use rmcp::model::{ErrorData, JsonRpcError, RequestId};
use serde::Deserialize;
use serde_json::Value;

/// A message as far as it has to be readable to be answered. Requests and responses have more.
#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    id: Value,
}

/// The error for a message that can't be read.
///
/// Its id is left out where it is not known, as MCP says since 2026-07-28 ("Error Responses"); earlier revisions have it
/// optional too.
pub(super) fn error(message: &[u8]) -> JsonRpcError {
    let Ok(value) = serde_json::from_slice::<Value>(message) else {
        let error = ErrorData::parse_error("The message is not JSON", None);
        return JsonRpcError::new(None, error);
    };
    if value.is_array() {
        let sentence = "Batches are not taken: send each message by itself";
        return JsonRpcError::new(None, ErrorData::invalid_request(sentence, None));
    }
    let id = serde_json::from_value::<Envelope>(value)
        .ok()
        .and_then(|message| request_id(&message.id));
    let sentence = "This is no JSON-RPC 2.0 message of the Model Context Protocol";
    JsonRpcError::new(id, ErrorData::invalid_request(sentence, None))
}

fn request_id(id: &Value) -> Option<RequestId> {
    // `null` is no id of MCP.
    (id.is_string() || id.is_i64())
        .then(|| serde_json::from_value(id.clone()).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_apart_and_nothing_is_told_of_the_parser() {
        for (message, code, id) in [
            (&b""[..], -32_700, None),
            (b"{", -32_700, None),
            (b"\xff\xfe", -32_700, None),
            (b"{\"jsonrpc\":\"2.0\",", -32_700, None),
            (b"[]", -32_600, None),
            (
                b"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]",
                -32_600,
                None,
            ),
            (b"7", -32_600, None),
            (b"{\"id\":null}", -32_600, None),
            (b"{\"id\":{}}", -32_600, None),
            (
                b"{\"id\":4,\"method\":\"ping\"}",
                -32_600,
                Some(RequestId::Number(4)),
            ),
            (
                b"{\"jsonrpc\":\"1.0\",\"id\":\"a\",\"method\":\"ping\"}",
                -32_600,
                Some(RequestId::String("a".into())),
            ),
        ] {
            let told = error(message);
            let shown = String::from_utf8_lossy(message);
            assert_eq!((told.error.code.0, told.id), (code, id), "{shown}");
            assert!(!told.error.message.contains("line"), "{shown}");
        }
    }
}
