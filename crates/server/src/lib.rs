//! The HTTP server: routes, authentication, limits, telemetry.
//!
//! [`build`] makes an [`App`] from [`Settings`], [`serve()`] runs it on a listener until it is told to stop. Everything
//! it can do is done by `assistant` and `storage`; this crate turns requests into calls and results into answers.

pub mod accounts;
mod app;
mod chatkit;
mod database;
mod event_streams;
mod extract;
mod housekeeping;
mod limits;
pub mod mcp;
mod metrics;
mod middleware;
mod model;
mod openapi;
mod page;
mod problem;
mod readiness;
mod reminders;
mod router;
mod routes;
mod serve;
pub mod settings;
mod state;
pub mod telemetry;
mod turn_stream;
mod wire;

pub use self::{
    app::{App, BuildError, assemble, build},
    database::{IfMissing, OpenError, is_missing, open_database},
    extract::{ClientAddress, CurrentUser},
    openapi::openapi_json,
    page::PageError,
    problem::{Code, Problem},
    serve::{Listener, StopSignals, serve},
    settings::Settings,
    state::AppState,
};
