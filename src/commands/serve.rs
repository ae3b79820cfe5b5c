//! `tasktalk serve`: the server.

use tasktalk_server::{Listener, Settings, StopSignals, settings::AuthMode, telemetry};

/// Runs the server until it is told to stop (SIGTERM or Ctrl-C; twice for at once).
pub(super) fn serve(settings: Settings) -> anyhow::Result<()> {
    telemetry::start(&settings.logs)?;
    super::runtime()?.block_on(async {
        let address = settings.network.address();
        let database = settings.data.database_url()?;
        let chosen = settings.data.database_url.is_some();
        let auth_mode = settings.auth.auth_mode;
        // First of all: nothing is opened or changed when the port is taken.
        let listener = Listener::tcp(address).await?;
        let app = tasktalk_server::build(settings).await?;
        let address = listener.local_address().unwrap_or(address);
        greet(
            &address.to_string(),
            app.has_page(),
            &database.to_string(),
            chosen,
            auth_mode,
        );
        tasktalk_server::serve(app, listener, told_to_stop(StopSignals::listen())).await?;
        Ok(())
    })
}

/// Completes at the first signal. A second one, while requests in work are finished, ends the program at once.
async fn told_to_stop(mut signals: StopSignals) {
    signals.next().await;
    tokio::spawn(async move {
        signals.next().await;
        eprintln!("Stopped at once; what was in work is not finished.");
        std::process::exit(1);
    });
}

/// What a person who has just started it wants to know. It goes beside the log, to standard error.
fn greet(address: &str, has_page: bool, database: &str, chosen: bool, auth_mode: AuthMode) {
    let base = format!("http://{address}");
    let page = if has_page {
        base.as_str()
    } else {
        "none: this program was made without it (`cargo xtask run` makes it)"
    };
    eprintln!(
        "\nTasktalk listens on {base}\n  page       {page}\n  database   {database}\n  API        {base}/docs"
    );
    if auth_mode == AuthMode::External {
        eprintln!("  accounts   another app's: send its token as 'Authorization: Bearer …'\n");
        return;
    }
    let flag = if chosen {
        format!(" --database-url {database}")
    } else {
        String::new()
    };
    eprintln!(
        "  sign up    curl {base}/api/auth/signup -H 'content-type: application/json' \\\n             \
         -d '{{\"email\": \"you@example.com\", \"password\": \"at least eight\"}}'\n  \
         or talk    tasktalk chat{flag}      (here, no account needed)\n"
    );
}
