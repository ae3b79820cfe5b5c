//! What is counted, and its text form for Prometheus. Labels are route templates and fixed words, never what a caller
//! sent.

use std::{sync::Arc, time::Duration};

use metrics::{counter, gauge, histogram, with_local_recorder};
use metrics_exporter_prometheus::{
    BuildError, Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder,
};
use tasktalk_domain::ModelUse;

/// Upper bounds of the latency buckets, in seconds.
const LATENCY: [f64; 12] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

/// Upper bounds of the buckets of how late reminders are, in seconds: to the second when all is well, to the day after a
/// time when no server ran.
const LATENESS: [f64; 9] = [0.5, 1.0, 2.0, 5.0, 15.0, 60.0, 3_600.0, 43_200.0, 86_400.0];

/// The counters of one server. Each server has its own, so that two in one process do not mix.
#[derive(Clone)]
pub(crate) struct Metrics {
    recorder: Arc<PrometheusRecorder>,
    handle: PrometheusHandle,
}

impl Metrics {
    pub(crate) fn new() -> Result<Self, BuildError> {
        let recorder = PrometheusBuilder::new()
            .set_buckets(&LATENCY)?
            .set_buckets_for_metric(
                Matcher::Full("tasktalk_reminder_lateness_seconds".to_owned()),
                &LATENESS,
            )?
            .build_recorder();
        let handle = recorder.handle();
        let metrics = Self {
            recorder: Arc::new(recorder),
            handle,
        };
        metrics.describe();
        Ok(metrics)
    }

    /// One request was answered.
    pub(crate) fn request(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        with_local_recorder(&*self.recorder, || {
            let route = route.to_owned();
            counter!("tasktalk_requests_total", "route" => route.clone(), "method" => method, "status" => status.to_string())
                .increment(1);
            histogram!("tasktalk_request_seconds", "route" => route, "method" => method)
                .record(took);
        });
    }

    /// One turn ended: `done`, `asked`, `not_done`, `replayed` or `refused`.
    pub(crate) fn turn(&self, outcome: &'static str, took: Duration) {
        with_local_recorder(&*self.recorder, || {
            counter!("tasktalk_turns_total", "outcome" => outcome).increment(1);
            histogram!("tasktalk_turn_seconds").record(took);
        });
    }

    /// One tool ran in a turn.
    pub(crate) fn tool(&self, name: &str, success: bool) {
        with_local_recorder(&*self.recorder, || {
            let success = if success { "true" } else { "false" };
            counter!("tasktalk_tool_calls_total", "tool" => name.to_owned(), "success" => success)
                .increment(1);
        });
    }

    /// A language model took part in a turn, or was to.
    pub(crate) fn model(&self, used: &ModelUse) {
        with_local_recorder(&*self.recorder, || {
            // The outcomes are fixed words of ours.
            counter!("tasktalk_model_turns_total", "outcome" => used.outcome.clone()).increment(1);
            for (kind, tokens) in [
                ("prompt", used.prompt_tokens),
                ("completion", used.completion_tokens),
            ] {
                counter!("tasktalk_model_tokens_total", "kind" => kind).increment(tokens.into());
            }
        });
    }

    /// One connection was opened.
    pub(crate) fn connection_opened(&self) {
        with_local_recorder(&*self.recorder, || {
            gauge!("tasktalk_connections").increment(1);
        });
    }

    /// One connection was closed.
    pub(crate) fn connection_closed(&self) {
        with_local_recorder(&*self.recorder, || {
            gauge!("tasktalk_connections").decrement(1);
        });
    }

    /// One reminder was told, so long after its time.
    pub(crate) fn reminder_told(&self, late: Duration) {
        with_local_recorder(&*self.recorder, || {
            histogram!("tasktalk_reminder_lateness_seconds").record(late);
        });
    }

    /// Reminders could not be told, and will be tried again.
    pub(crate) fn reminder_failed(&self) {
        with_local_recorder(&*self.recorder, || {
            counter!("tasktalk_reminder_failures_total").increment(1);
        });
    }

    /// One event stream began.
    pub(crate) fn event_stream_opened(&self) {
        with_local_recorder(&*self.recorder, || {
            gauge!("tasktalk_event_streams").increment(1);
        });
    }

    /// One event stream ended.
    pub(crate) fn event_stream_closed(&self) {
        with_local_recorder(&*self.recorder, || {
            gauge!("tasktalk_event_streams").decrement(1);
        });
    }

    /// One connection was closed to make room, or turned away.
    pub(crate) fn connection_refused(&self, why: &'static str) {
        with_local_recorder(&*self.recorder, || {
            counter!("tasktalk_connections_refused_total", "why" => why).increment(1);
        });
    }

    /// The text form (Prometheus exposition format 0.0.4), with what is true at this moment.
    pub(crate) fn render(&self, waiting_for_database: usize) -> String {
        with_local_recorder(&*self.recorder, || {
            #[expect(clippy::cast_precision_loss, reason = "thousands, not quadrillions")]
            gauge!("tasktalk_database_waiting").set(waiting_for_database as f64);
        });
        self.handle.render()
    }

    /// Folds what was recorded since, so that memory does not grow when nobody asks.
    pub(crate) fn run_upkeep(&self) {
        self.handle.run_upkeep();
    }

    fn describe(&self) {
        use metrics::{describe_counter, describe_gauge, describe_histogram};
        with_local_recorder(&*self.recorder, || {
            describe_counter!(
                "tasktalk_requests_total",
                "Requests answered, by route template, method and status."
            );
            describe_histogram!(
                "tasktalk_request_seconds",
                "Seconds from a request's head to its answer's head."
            );
            describe_counter!("tasktalk_turns_total", "Turns of conversation, by outcome.");
            describe_histogram!("tasktalk_turn_seconds", "Seconds a turn took.");
            describe_counter!(
                "tasktalk_tool_calls_total",
                "Tools that ran in turns, by name and success."
            );
            describe_counter!(
                "tasktalk_model_turns_total",
                "Turns in which the language model took part, or was to, by what came of it."
            );
            describe_counter!(
                "tasktalk_model_tokens_total",
                "Tokens of the language model, asked (prompt) and answered (completion)."
            );
            describe_gauge!("tasktalk_connections", "Open connections.");
            describe_gauge!("tasktalk_event_streams", "Open event streams.");
            describe_histogram!(
                "tasktalk_reminder_lateness_seconds",
                "Seconds from a reminder's time to its telling; its count is that of reminders told."
            );
            describe_counter!(
                "tasktalk_reminder_failures_total",
                "Attempts to tell reminders that failed and are repeated."
            );
            describe_gauge!(
                "tasktalk_database_waiting",
                "Writes that wait for their turn (SQLite), or transactions for a connection (PostgreSQL)."
            );
            describe_counter!(
                "tasktalk_connections_refused_total",
                "Connections turned away or closed to make room."
            );
        });
    }
}

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_can_be_read() {
        let metrics = Metrics::new().unwrap();
        let took = Duration::from_millis(3);
        metrics.request("/api/{user_id}/chat", "POST", 200, took);
        metrics.turn("done", took);
        let text = metrics.render(7);
        assert!(
            text.contains(r#"tasktalk_requests_total{route="/api/{user_id}/chat",method="POST",status="200"} 1"#),
            "{text}"
        );
        assert!(text.contains("tasktalk_request_seconds_bucket"), "{text}");
        assert!(text.contains("tasktalk_database_waiting 7"), "{text}");
        assert!(
            text.contains(r#"tasktalk_turns_total{outcome="done"} 1"#),
            "{text}"
        );
    }
}
