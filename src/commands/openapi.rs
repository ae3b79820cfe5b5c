//! `tasktalk openapi`: the document of the HTTP API, as it is committed in `openapi.json`.

/// Prints it.
pub fn run() -> anyhow::Result<()> {
    println!("{}", tasktalk_server::openapi_json());
    Ok(())
}
