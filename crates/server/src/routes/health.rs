//! Whether the process lives, and whether it can work. No token, no limit: machines ask often.

use axum::extract::State;
use tasktalk_api::health::Health;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(health))
        .routes(routes!(ready))
}

/// The process lives.
#[utoipa::path(
    get,
    path = "/health",
    tag = "operations",
    responses((status = 200, description = "It lives", body = Health))
)]
async fn health() -> axum::Json<Health> {
    ok()
}

/// The server can work: its database answers and it is not stopping.
#[utoipa::path(
    get,
    path = "/health/ready",
    tag = "operations",
    responses((status = 200, description = "Send it work", body = Health))
)]
async fn ready(State(state): State<AppState>) -> Result<axum::Json<Health>, Problem> {
    if state.readiness.is_stopping() {
        return Err(Problem::new(
            Code::ShuttingDown,
            "This instance is stopping and takes no new work.",
        ));
    }
    state.database.ready().await?;
    Ok(ok())
}

fn ok() -> axum::Json<Health> {
    axum::Json(Health {
        status: "ok".to_owned(),
    })
}
