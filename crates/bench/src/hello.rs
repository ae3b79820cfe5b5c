//! The yardstick: the least that a JSON answer costs with the same web framework.

use std::net::Ipv4Addr;

use axum::{Json, Router, routing::get};
use serde_json::{Value, json};

/// Serves `GET /` until the process is ended.
pub(crate) async fn serve(port: u16) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    axum::serve(listener, Router::new().route("/", get(hello))).await?;
    Ok(())
}

async fn hello() -> Json<Value> {
    Json(json!({ "message": "Hello, world!" }))
}
