//! The server that `tasktalk chat` starts for itself when none is named: the same server, on a local socket that only this
//! user can open, for the database's first user.

use anyhow::Context as _;
use tasktalk_api::Client;
use tasktalk_domain::Clock;
use tasktalk_server::{
    Listener, Settings,
    accounts::manage,
    settings::{DataSettings, ModelSettings, OutboundSettings},
};
use tasktalk_storage::DatabaseUrl;
use tempfile::TempDir;
use tokio::{sync::oneshot, task::JoinHandle};

/// A server inside this process. Stop it, so that the database is closed in order.
pub(super) struct LocalServer {
    pub(super) client: Client,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
    /// Holds the socket; removed with this value.
    _folder: TempDir,
}

impl LocalServer {
    /// Starts it over the local database, which is made if it is missing, with a language model if there is one.
    pub(super) async fn start(
        data: &DataSettings,
        model: &ModelSettings,
        outbound: &OutboundSettings,
    ) -> anyhow::Result<Self> {
        Self::start_in(folder()?, data, model, outbound).await
    }

    /// Starts it over an empty database that is gone when it stops: for who only looks where there is nothing yet.
    pub(super) async fn start_empty(
        data: &DataSettings,
        model: &ModelSettings,
        outbound: &OutboundSettings,
    ) -> anyhow::Result<Self> {
        let folder = folder()?;
        let data = DataSettings {
            database_url: Some(DatabaseUrl::sqlite(folder.path().join("empty.db"))),
            ..data.clone()
        };
        Self::start_in(folder, &data, model, outbound).await
    }

    async fn start_in(
        folder: TempDir,
        data: &DataSettings,
        model: &ModelSettings,
        outbound: &OutboundSettings,
    ) -> anyhow::Result<Self> {
        let mut settings = Settings::defaults();
        // One person at one terminal: there is nobody to hold back, and no proxy that loses patience.
        settings.limits.rate_limit = 0;
        let patience = settings.limits.request_timeout.0;
        settings.limits.request_timeout.0 = patience.max(model.model_turn_timeout.0);
        settings.data = data.clone();
        settings.model = model.clone();
        settings.network.outbound = outbound.clone();
        let app = tasktalk_server::build(settings).await?;
        let user = manage::terminal_user(&app.state().database, &Clock::system()).await?;
        let token = app.state().accounts.admit(user.id);

        let socket = folder.path().join("socket");
        let listener = Listener::unix(&socket).context("the local socket could not be made")?;
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(tasktalk_server::serve(app, listener, async {
            // A dropped sender means the same as a sent word.
            let _ = stopped.await;
        }));
        Ok(Self {
            client: Client::on_unix_socket(&socket)?.with_token(token),
            stop,
            serving,
            _folder: folder,
        })
    }

    /// Finishes what is in work and closes the database.
    pub(super) async fn stop(self) -> anyhow::Result<()> {
        let _ = self.stop.send(());
        // The connection is kept open for the next message; there will be none.
        drop(self.client);
        Ok(self.serving.await??)
    }
}

fn folder() -> anyhow::Result<TempDir> {
    tempfile::Builder::new()
        .prefix("tasktalk-")
        .tempdir()
        .context("no folder for the local socket could be made")
}
