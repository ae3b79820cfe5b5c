//! `tasktalk openapi`: the document of the HTTP API, as it is committed in `openapi.json`.

/// Prints it.
pub(super) fn run() -> anyhow::Result<()> {
    Ok(super::print_line(&tasktalk_server::openapi_json())?)
}
