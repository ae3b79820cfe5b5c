//! A running server.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::atomic::{AtomicU16, Ordering},
};

use jiff::Timestamp;
use tasktalk_api::{Client, auth::SignupRequest};
use tasktalk_domain::{Clock, Zone};
use tasktalk_server::{AppState, Listener, Settings, assemble, serve, settings::AdminAddress};
use tasktalk_storage::{Database, Engine, Options, testing::TestDatabase};
use tokio::{sync::oneshot, task::JoinHandle};

use super::{Actor, raw};

/// The instant at which the tests' clocks stand: a Sunday morning in UTC.
pub(crate) const NOW: &str = "2026-11-22T09:00:00Z";
/// The password of every actor.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A port for a listener that a setting names: free, and none of those that the system gives to whoever asks for any, so
/// that it is still free a moment later.
pub(crate) fn free_port() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const FIRST: u16 = 25_000;
    const COUNT: u16 = 7_000;
    // Tests of other processes begin elsewhere.
    let start = u16::try_from(std::process::id() * 61 % u32::from(COUNT)).expect("it is small");
    (0..COUNT)
        .map(|_| FIRST + (start + NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT)
        .map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .find(|address| TcpListener::bind(address).is_ok())
        .expect("there is a free port")
}

/// A database on which servers can be started.
pub(crate) struct Start {
    pub(crate) database: TestDatabase,
    pub(crate) options: Options,
}

impl Start {
    /// Runs a test on an engine, unless tests on it were left out on purpose.
    pub(crate) async fn on<F: Future<Output = ()>>(engine: Engine, test: impl FnOnce(Self) -> F) {
        if let Some(database) = TestDatabase::create(engine).await {
            let start = Self {
                database,
                options: Options::default(),
            };
            test(start).await;
        }
    }

    /// A server with the settings that tests want.
    pub(crate) async fn app(&self) -> App {
        self.app_with(|_| {}).await
    }

    /// A server with settings of the test's own.
    pub(crate) async fn app_with(&self, change: impl FnOnce(&mut Settings)) -> App {
        let mut settings = Settings::defaults();
        settings.timezone = Zone::utc();
        settings.network.admin_address = Some(AdminAddress::Off);
        // Tests ask faster than people; those about the limits set their own.
        settings.limits.rate_limit = 0;
        settings.limits.address_rate_limit = 0;
        change(&mut settings);

        let database = self.database.open(self.options.clone()).await;
        let now: Timestamp = NOW.parse().expect("an instant");
        let clock = Clock::fixed(now);
        let app = assemble(settings, database.clone(), clock.clone())
            .await
            .expect("the server can be put together");
        let state = app.state().clone();
        let listener = Listener::tcp(SocketAddr::from(([127, 0, 0, 1], 0)))
            .await
            .expect("there is a free port");
        let address = listener.local_address().expect("it is a TCP listener");
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(serve(app, listener, async {
            // A dropped sender means the same as a sent word.
            let _ = stopped.await;
        }));
        App {
            client: Client::connect(&format!("http://{address}")).expect("the URL is one"),
            address,
            clock,
            database,
            state,
            stop: Some(stop),
            serving,
        }
    }
}

/// A running server.
pub(crate) struct App {
    /// A client without a token.
    pub(crate) client: Client,
    pub(crate) address: SocketAddr,
    pub(crate) clock: Clock,
    pub(crate) database: Database,
    /// What its handlers reach.
    pub(crate) state: AppState,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl App {
    /// A new person with an account.
    pub(crate) async fn signup(&self, name: &str) -> Actor {
        let session = self
            .client
            .signup(&SignupRequest {
                email: format!("{name}@example.com"),
                password: PASSWORD.to_owned(),
                name: Some(name.to_owned()),
                timezone: None,
            })
            .await
            .expect("a new person can sign up");
        Actor::new(&self.client, session)
    }

    /// One request as it is written, and the answer as it comes.
    pub(crate) async fn send(&self, request: raw::Request) -> raw::Answer {
        raw::send(self.address, &request).await
    }

    /// Tells it to stop, without waiting.
    pub(crate) fn begin_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Stops it and waits until it has closed its database.
    pub(crate) async fn stop(mut self) {
        self.begin_stop();
        let App {
            client, serving, ..
        } = self;
        drop(client);
        serving
            .await
            .expect("the server does not panic")
            .expect("the server stops in order");
    }
}
