//! The pool of connections.

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};

use super::tls;
use crate::{Options, Result, StorageError, url::Server};

/// Our tables live in a schema of their own; a forgotten transaction or an endless statement must not hold others up.
const SETTINGS: &str = "-c search_path=tasktalk -c lock_timeout=10s -c statement_timeout=30s \
                        -c idle_in_transaction_session_timeout=60s";

/// Makes the pool. It connects when it is first asked for a connection.
pub(super) fn open(server: &Server, options: &Options) -> Result<Pool> {
    let mut config = server.config.clone();
    let given = config.get_options().unwrap_or_default();
    config.options(format!("{given} {SETTINGS}").trim_start());
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(options.patience);
    }
    if config.get_application_name().is_none() {
        config.application_name("tasktalk");
    }
    // A closed connection is noticed when it happens, so nothing needs to be asked before each use.
    let manager = Manager::from_config(
        config,
        tls::connector(&server.verify)?,
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    Pool::builder(manager)
        .max_size(options.pool_size.max(1))
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(options.patience))
        .create_timeout(Some(options.patience))
        .recycle_timeout(Some(options.patience))
        .build()
        .map_err(StorageError::driver)
}
