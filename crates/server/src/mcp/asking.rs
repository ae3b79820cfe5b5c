//! Asking the user in the middle of a call: whether the client can be asked, how, and what it answered.
//!
//! Clients of protocol 2026-07-28 are answered that input is required, and call again with it; older ones are asked on
//! their live connection, if there is one. Only a client that declared elicitation with forms is asked at all.

use std::time::Duration;

use rmcp::{
    Peer, RoleServer,
    model::{
        CallToolRequestParams, ElicitRequest, ElicitRequestParams, ElicitResult, ElicitationAction,
        ElicitationSchema, InputRequest, InputRequests, InputRequiredResult, InputResponses,
        ProtocolVersion,
    },
    service::RequestContext,
};

/// The name under which the question travels.
const QUESTION: &str = "confirm";
/// How long a live connection waits for the user.
const PATIENCE: Duration = Duration::from_mins(5);

/// How this call's client can be asked, and what it brings along when it was.
#[derive(Clone)]
pub(crate) struct Asking<'a> {
    means: Means<'a>,
    state: Option<&'a str>,
    responses: Option<&'a InputResponses>,
}

#[derive(Clone)]
enum Means<'a> {
    None,
    CallAgain,
    Live(&'a Peer<RoleServer>),
}

/// What the user said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Consent {
    Yes,
    No,
}

/// What comes of asking.
pub(crate) enum Asked {
    /// The client can't be asked.
    Unable,
    /// The client shall call again.
    CallAgain(Box<InputRequiredResult>),
    /// It was asked, and answered.
    Answered(Consent),
}

impl<'a> Asking<'a> {
    /// There is nobody to ask.
    pub(crate) fn nobody() -> Self {
        Self {
            means: Means::None,
            state: None,
            responses: None,
        }
    }

    pub(crate) fn of(
        request: &'a CallToolRequestParams,
        context: &'a RequestContext<RoleServer>,
    ) -> Self {
        Self {
            means: Means::of(context),
            state: request.request_state.as_deref(),
            responses: request.input_responses.as_ref(),
        }
    }

    /// The state of an earlier question, with its answer, if this call brings them.
    pub(crate) fn answered(&self) -> Option<(&'a str, Consent)> {
        let state = self.state?;
        let answer = self.responses?.get(QUESTION)?;
        let answer: Option<ElicitResult> = serde_json::from_value(answer.clone()).ok();
        Some((state, consent(answer.as_ref())))
    }

    /// Asks for consent; `state` comes back with the answer.
    pub(crate) async fn ask(&self, question: String, state: &str) -> Asked {
        let Some(form) = form(question) else {
            return Asked::Unable;
        };
        match self.means {
            Means::None => Asked::Unable,
            Means::CallAgain => {
                let request = InputRequest::Elicitation(ElicitRequest::new(form));
                let requests = InputRequests::from([(QUESTION.to_owned(), request)]);
                let result = InputRequiredResult::new(Some(requests), Some(state.to_owned()));
                Asked::CallAgain(Box::new(result))
            }
            Means::Live(peer) => {
                match peer
                    .create_elicitation_with_timeout(form, Some(PATIENCE))
                    .await
                {
                    Ok(answer) => Asked::Answered(consent(Some(&answer))),
                    Err(error) => {
                        tracing::debug!(%error, "a client that declared elicitation could not be asked");
                        Asked::Unable
                    }
                }
            }
        }
    }
}

impl<'a> Means<'a> {
    fn of(context: &'a RequestContext<RoleServer>) -> Self {
        let declared = context
            .client_capabilities()
            .and_then(|client| client.elicitation)
            // Nothing said means forms: they came first.
            .is_some_and(|asks| asks.form.is_some() || asks.url.is_none());
        if !declared {
            return Self::None;
        }
        if is_stateless(context) {
            Self::CallAgain
        } else {
            Self::Live(&context.peer)
        }
    }
}

/// Whether the request is of the protocol without sessions, 2026-07-28 or newer.
pub(super) fn is_stateless(context: &RequestContext<RoleServer>) -> bool {
    context
        .protocol_version()
        .is_some_and(|version| version.as_str() >= ProtocolVersion::V_2026_07_28.as_str())
}

fn form(message: String) -> Option<ElicitRequestParams> {
    let requested_schema = ElicitationSchema::builder()
        .required_bool_with(QUESTION, |field| field.title("Yes, delete them"))
        .build()
        .ok()?;
    Some(ElicitRequestParams::FormElicitationParams {
        meta: None,
        message,
        requested_schema,
    })
}

/// Only an accepted form with its box ticked is a yes.
fn consent(answer: Option<&ElicitResult>) -> Consent {
    let yes = answer.is_some_and(|answer| {
        answer.action == ElicitationAction::Accept
            && answer
                .content
                .as_ref()
                .is_some_and(|content| content[QUESTION] == true)
    });
    if yes { Consent::Yes } else { Consent::No }
}
