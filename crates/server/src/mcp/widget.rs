//! The task list as hosts can show it: an MCP App (`io.modelcontextprotocol/ui`, specification 2026-01-26). One
//! self-contained document; it asks for nothing from the network, and all that people wrote is set as text.

use std::sync::LazyLock;

use crate::wire;

/// The extension's name.
pub(crate) const EXTENSION: &str = "io.modelcontextprotocol/ui";
/// The type of the document.
pub(crate) const MIME_TYPE: &str = "text/html;profile=mcp-app";
/// The document.
pub(crate) const HTML: &str = include_str!("widget/task_list.html");

/// Its address has its fingerprint, so that a host that keeps documents notices a new one.
static URI: LazyLock<String> = LazyLock::new(|| {
    let hash = wire::hash(HTML.as_bytes());
    format!("ui://tasktalk/task-list-{}.html", &hash[..12])
});

pub(crate) fn uri() -> &'static str {
    &URI
}
