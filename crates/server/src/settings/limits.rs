//! How much one caller may ask for, and how long anything may take.

use clap::Args;

use super::Seconds;

/// Sizes, rates and time-outs.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Limits")]
pub struct LimitSettings {
    /// Largest request body, in bytes; a larger one gets 413.
    #[arg(
        long,
        env = "BODY_LIMIT",
        default_value_t = 65_536,
        value_name = "BYTES"
    )]
    pub body_limit: usize,

    /// Requests a second of one user, in the long run; 0 does not limit. Per instance.
    #[arg(
        long,
        env = "RATE_LIMIT",
        default_value_t = 100,
        value_name = "PER_SECOND"
    )]
    pub rate_limit: u32,

    /// Requests of one user at once before the rate counts.
    #[arg(long, env = "RATE_LIMIT_BURST", default_value_t = 300, value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub rate_limit_burst: u32,

    /// Requests a second of one address that come without a good token, in the long run; 0 does not limit.
    #[arg(
        long,
        env = "ADDRESS_RATE_LIMIT",
        default_value_t = 20,
        value_name = "PER_SECOND"
    )]
    pub address_rate_limit: u32,

    /// Requests without a good token of one address at once before the rate counts.
    #[arg(long, env = "ADDRESS_RATE_LIMIT_BURST", default_value_t = 100, value_name = "REQUESTS", value_parser = clap::value_parser!(u32).range(1..))]
    pub address_rate_limit_burst: u32,

    /// Most requests in work at once; more get 503 and `Retry-After`.
    #[arg(long, env = "MAX_REQUESTS", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_requests: u32,

    /// Most connections at once. When it is reached, the connection that has waited longest without a request makes
    /// room for the new one.
    #[arg(long, env = "MAX_CONNECTIONS", default_value_t = 4_096, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections: u32,

    /// Most connections at once from one address (trusted proxies excepted), with the same rule.
    #[arg(long, env = "MAX_CONNECTIONS_PER_ADDRESS", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections_per_address: u32,

    /// Most event streams at once; each keeps a connection. More get 503 and `Retry-After`.
    #[arg(long, env = "MAX_EVENT_STREAMS", default_value_t = 2_048, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_event_streams: u32,

    /// Most event streams of one user at once; more get 429. Per instance.
    #[arg(long, env = "EVENT_STREAMS_PER_USER", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub event_streams_per_user: u32,

    /// Seconds after which an event stream that has nothing to say says so; less than proxies wait.
    #[arg(long, env = "EVENT_HEARTBEAT", default_value_t = Seconds::new(15), value_name = "SECONDS")]
    pub event_heartbeat: Seconds,

    /// Seconds between two looks for what other instances changed, for those who listen to events.
    #[arg(long, env = "EVENT_POLL", default_value_t = Seconds(std::time::Duration::from_millis(250)), value_name = "SECONDS")]
    pub event_poll: Seconds,

    /// Seconds within which a request's head must have come; also how long a connection may rest between requests.
    #[arg(long, env = "HEADER_TIMEOUT", default_value_t = Seconds::new(10), value_name = "SECONDS")]
    pub header_timeout: Seconds,

    /// Seconds within which a request's body must have come.
    #[arg(long, env = "BODY_TIMEOUT", default_value_t = Seconds::new(10), value_name = "SECONDS")]
    pub body_timeout: Seconds,

    /// Seconds for which a client may refuse to read its answer.
    #[arg(long, env = "WRITE_TIMEOUT", default_value_t = Seconds::new(10), value_name = "SECONDS")]
    pub write_timeout: Seconds,

    /// Seconds after which a request that is not answered gets 503.
    #[arg(long, env = "REQUEST_TIMEOUT", default_value_t = Seconds::new(30), value_name = "SECONDS")]
    pub request_timeout: Seconds,

    /// Seconds that requests in work have to finish when the server stops.
    #[arg(long, env = "DRAIN_TIMEOUT", default_value_t = Seconds::new(20), value_name = "SECONDS")]
    pub drain_timeout: Seconds,
}
