//! `tasktalk openapi`: the document of the HTTP API, as it is committed in `openapi.json`.

/// Prints it.
pub(super) fn run() -> anyhow::Result<()> {
    Ok(super::print(&tasktalk_server::openapi_json())?)
}
