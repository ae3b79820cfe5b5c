//! An agent with a token.

use serde_json::{Value, json};
use tasktalk_api::tokens::NewToken;

use crate::support::{Actor, App, raw};

pub(crate) const EVERYTHING: [&str; 3] = ["tasks:read", "tasks:write", "tasks:delete"];
pub(crate) const NEWEST: &str = "2026-07-28";

/// An agent of a person.
pub(crate) struct Agent<'a> {
    app: &'a App,
    pub(crate) token: String,
}

impl<'a> Agent<'a> {
    /// An agent that may do everything.
    pub(crate) async fn of(app: &'a App, person: &Actor) -> Self {
        Self::with_scopes(app, person, &EVERYTHING).await
    }

    pub(crate) async fn with_scopes(app: &'a App, person: &Actor, scopes: &[&str]) -> Self {
        let token = NewToken {
            name: "agent".to_owned(),
            scopes: scopes.iter().map(ToString::to_string).collect(),
            expires_in: None,
        };
        let made = person.create_token(&token).await.expect("a token is made");
        Self {
            app,
            token: made.token,
        }
    }

    /// A request of protocol 2025-11-25, which needs no introduction where no sessions are kept.
    pub(crate) async fn request(&self, method: &str, params: Value) -> Value {
        let message = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let answer = self.app.send(post(&message).token(&self.token)).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    /// A request of protocol 2026-07-28 from a client with these capabilities.
    pub(crate) async fn request_with(
        &self,
        method: &str,
        mut params: Value,
        capabilities: Value,
    ) -> Value {
        params["_meta"] = json!({
            "io.modelcontextprotocol/protocolVersion": NEWEST,
            "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
            "io.modelcontextprotocol/clientCapabilities": capabilities,
        });
        let name = params["name"].as_str().unwrap_or_default().to_owned();
        let message = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let request = post(&message)
            .token(&self.token)
            .header("mcp-protocol-version", NEWEST)
            .header("mcp-method", method)
            .header("mcp-name", &name);
        let answer = self.app.send(request).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    /// The result of a call. Its text says the same as its structured content, whatever a client reads.
    pub(crate) async fn result(&self, tool: &str, arguments: Value) -> Value {
        let call = json!({"name": tool, "arguments": arguments});
        let answer = self.request("tools/call", call).await;
        let result = answer["result"].clone();
        assert!(result.is_object(), "{answer}");
        let text = result["content"][0]["text"]
            .as_str()
            .expect("there is text");
        let said: Value = serde_json::from_str(text).expect("the text is JSON");
        assert_eq!(said, result["structuredContent"]);
        result
    }

    /// What a call that succeeds comes to.
    pub(crate) async fn call(&self, tool: &str, arguments: Value) -> Value {
        let result = self.result(tool, arguments).await;
        assert_eq!(result["isError"], false, "{result}");
        result["structuredContent"].clone()
    }

    /// The code of a call that is refused.
    pub(crate) async fn refusal(&self, tool: &str, arguments: Value) -> String {
        let result = self.result(tool, arguments).await;
        assert_eq!(result["isError"], true, "{result}");
        let refused = &result["structuredContent"];
        assert_eq!(refused["success"], false, "{refused}");
        for field in ["error", "next_step"] {
            assert!(refused[field].is_string(), "{field} is missing: {refused}");
        }
        refused["code"].as_str().expect("a code").to_owned()
    }

    /// The names of the tools that it is shown.
    pub(crate) async fn tools(&self) -> Vec<String> {
        let listed = self.request("tools/list", json!({})).await;
        let tools = listed["result"]["tools"].as_array().expect("a list");
        tools
            .iter()
            .map(|tool| tool["name"].as_str().expect("a name").to_owned())
            .collect()
    }
}

/// A message to the endpoint, without a token.
pub(crate) fn post(message: &Value) -> raw::Request {
    raw::Request::new("POST", "/mcp")
        .host("localhost:8002")
        .header("accept", "application/json, text/event-stream")
        .json(message.to_string())
}

/// Whether a value has these keys.
pub(crate) fn has(value: &Value, keys: &[&str]) {
    for key in keys {
        assert!(value.get(key).is_some(), "{key} is missing: {value}");
    }
}
