//! One request and its answer: the head in time, the body piece by piece in time, and what every status means.

use std::{sync::atomic::Ordering, time::Duration};

use tokio::time::{Instant, sleep, timeout_at};

use super::{
    BETWEEN_TOKENS, ChatModel, Failure, Until,
    completion::{Completion, Events, LARGEST, LARGEST_BODY, Tokens},
    failure::Complaint,
    jitter,
};
use crate::Incoming;

/// A server that asks for a longer pause than this is not asked again in the same turn.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How long a refused key is not tried again.
const KEY_REST: Duration = Duration::from_mins(1);
/// How much of a complaint is read, in bytes.
const COMPLAINT: usize = 4 * 1024;

impl ChatModel {
    /// Sends a request, a second time after a passing failure if nothing of an answer had come.
    pub(super) async fn exchange(
        &self,
        body: &[u8],
        until: Until,
        on_piece: &mut (dyn FnMut(&str) + Send),
        tokens: &mut Tokens,
    ) -> Result<Completion, Failure> {
        self.0.retries.called();
        let mut completion = Completion::default();
        let first = self.attempt(body, until, &mut completion, on_piece).await;
        let result = match first {
            Err(failure) if failure.is_passing() => {
                let asked_for = match &failure {
                    Failure::Overloaded { retry_after } => retry_after.unwrap_or_default(),
                    _ => Duration::ZERO,
                };
                let pause = jitter::pause().max(asked_for);
                let again = asked_for <= LONGEST_PAUSE
                    && Instant::now() + pause < until.deadline
                    && self.0.breaker.admit(Instant::now()) == super::Admission::Yes
                    && self.0.retries.take();
                if again {
                    sleep(pause).await;
                    self.attempt(body, until, &mut completion, on_piece).await
                } else {
                    Err(failure)
                }
            }
            result => result,
        };
        // What was given up was worked on all the same.
        if result.as_ref().err().is_none_or(Failure::costs) {
            tokens.add(completion.cost(body.len()));
        }
        result.map(|()| completion)
    }

    /// Sends a request once, and notes how the server is.
    pub(super) async fn attempt(
        &self,
        body: &[u8],
        until: Until,
        completion: &mut Completion,
        on_piece: &mut (dyn FnMut(&str) + Send),
    ) -> Result<(), Failure> {
        let began = Instant::now();
        let result = self.send(body, until.deadline, completion, on_piece).await;
        let took = began.elapsed().as_millis();
        match &result {
            Err(Failure::TimedOut) if until.is_ours(Instant::now()) => tracing::debug!(
                ms = took,
                "no answer from the language model in the little time that was left for it"
            ),
            Err(failure) if failure.is_the_servers() => {
                let rest = match failure {
                    Failure::Overloaded { retry_after } => *retry_after,
                    Failure::KeyRefused => Some(KEY_REST),
                    _ => None,
                };
                self.0.breaker.failed(Instant::now(), rest);
                self.complain_about_the_key(failure);
                tracing::debug!(
                    why = failure.as_str(),
                    ms = took,
                    "no answer from the language model"
                );
            }
            // Whether the answer is of any use is seen later.
            _ => tracing::debug!(ms = took, "the language model answered"),
        }
        result
    }

    /// Notes what a call came to, after all its requests.
    pub(super) fn note<T>(&self, result: &Result<T, Failure>) {
        match result {
            Ok(_) => {
                self.0.breaker.answered();
                self.0.key_complained.store(false, Ordering::Relaxed);
            }
            Err(failure) if failure.is_the_answers() => {
                self.0.breaker.failed(Instant::now(), None);
            }
            // Noted with the request.
            Err(_) => {}
        }
    }

    /// Once is enough, until the key works again.
    fn complain_about_the_key(&self, failure: &Failure) {
        if matches!(failure, Failure::KeyRefused)
            && !self.0.key_complained.swap(true, Ordering::Relaxed)
        {
            tracing::error!(
                "the language model's server refuses the key: check OPENAI_API_KEY; until then the embedded engine \
                 answers alone"
            );
        }
    }

    async fn send(
        &self,
        body: &[u8],
        deadline: Instant,
        completion: &mut Completion,
        on_piece: &mut (dyn FnMut(&str) + Send),
    ) -> Result<(), Failure> {
        let first = deadline.min(Instant::now() + self.0.limits.first_token);
        let head = self.0.outbound.post_json(
            &self.0.url,
            self.0.key.as_ref(),
            body.to_vec(),
            LARGEST_BODY,
        );
        let incoming = timeout_at(first, head)
            .await
            .map_err(|_| Failure::TimedOut)??;
        match incoming.status {
            200..=299 => read(incoming, first, deadline, completion, on_piece).await,
            401 | 403 => Err(Failure::KeyRefused),
            429 | 503 => Err(Failure::Overloaded {
                retry_after: incoming.retry_after,
            }),
            status @ 500.. if status != 501 => Err(Failure::ServerError { status }),
            status => {
                let complaint = timeout_at(first, complaint(incoming)).await;
                Err(Failure::Rejected {
                    status,
                    complaint: complaint.unwrap_or_default(),
                })
            }
        }
    }
}

/// Reads an answer: a stream of events, or one document of a server that doesn't stream.
async fn read(
    mut incoming: Incoming,
    first: Instant,
    deadline: Instant,
    completion: &mut Completion,
    on_piece: &mut (dyn FnMut(&str) + Send),
) -> Result<(), Failure> {
    let streams = incoming.media_type == "text/event-stream";
    let mut events = Events::default();
    let mut document = Vec::new();
    loop {
        let patience = if completion.begun {
            deadline.min(Instant::now() + BETWEEN_TOKENS)
        } else {
            first
        };
        let Some(bytes) = timeout_at(patience, incoming.next())
            .await
            .map_err(|_| Failure::TimedOut)?
            .map_err(broke_off)?
        else {
            break;
        };
        if !streams {
            document.extend_from_slice(&bytes);
            if document.len() > LARGEST {
                return Err(Failure::TooLarge);
            }
            continue;
        }
        for data in events.take(&bytes)? {
            if data == "[DONE]" {
                completion.complete = true;
                return Ok(());
            }
            let begun = completion.begun;
            let words = completion.take(&data).map_err(|failure| match failure {
                // Not to be asked again: what has come was handed on.
                Failure::ServerError { .. } if begun => Failure::BrokeOff,
                failure => failure,
            })?;
            if let Some(words) = words {
                on_piece(&words);
            }
        }
    }
    if !streams {
        let text = String::from_utf8(document).map_err(|_| Failure::Nonsense)?;
        if let Some(words) = completion.take(&text)? {
            on_piece(&words);
        }
        return Ok(());
    }
    if completion.complete {
        Ok(())
    } else {
        Err(Failure::BrokeOff)
    }
}

/// The connection was there, so what fails now is the answer.
fn broke_off(error: crate::OutboundError) -> Failure {
    match Failure::from(error) {
        Failure::Unreachable(_) => Failure::BrokeOff,
        failure => failure,
    }
}

async fn complaint(mut incoming: Incoming) -> Complaint {
    let mut text = Vec::new();
    while text.len() < COMPLAINT {
        match incoming.next().await {
            Ok(Some(bytes)) => text.extend_from_slice(&bytes),
            _ => break,
        }
    }
    text.truncate(COMPLAINT);
    Complaint(String::from_utf8_lossy(&text).into_owned())
}
