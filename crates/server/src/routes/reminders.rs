//! Reminders that were told: what is not answered yet, putting one off, dismissing one. They are told as events.

use axum::{extract::State, http::StatusCode};
use jiff::{SignedDuration, Timestamp};
use tasktalk_api::{
    Problem as WireProblem,
    reminders::{Reminder, ReminderList, Snooze},
};
use tasktalk_assistant::ReminderAnswer;
use tasktalk_domain::reminder::SNOOZE_LIMIT;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{Json, PathUser, Read, ReminderPath, Write, path_id::reminder_not_found},
    openapi::parts::{NotFound, ReminderParam, UserParam},
    problem::{Code, Problem},
    state::AppState,
    wire,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(snooze))
        .routes(routes!(dismiss))
}

/// List the reminders that wait for an answer.
///
/// Those that were told as `reminder.due` and neither dismissed nor put off since: for a page that was closed then. One
/// is answered as well by completing its task, or by making it due at another time.
#[utoipa::path(
    get, path = "/api/{user_id}/reminders", operation_id = "list_reminders", tag = "reminders",
    params(UserParam),
    responses((status = 200, description = "The reminders, the last told first", body = ReminderList))
)]
async fn list(
    State(state): State<AppState>,
    caller: PathUser<Read>,
) -> Result<axum::Json<ReminderList>, Problem> {
    let told = state.assistant.told_reminders(caller.user.id).await?;
    Ok(axum::Json(ReminderList {
        reminders: told.iter().map(wire::reminder::reminder).collect(),
    }))
}

/// Put a reminder off.
///
/// It is told again then, with the same id. Works before it was told, and after it was dismissed, too.
#[utoipa::path(
    post, path = "/api/{user_id}/reminders/{id}/snooze", operation_id = "snooze_reminder", tag = "reminders",
    params(UserParam, ReminderParam),
    request_body = Snooze,
    responses(
        (status = 200, description = "It is put off", body = Reminder),
        NotFound,
        (status = 409, description = "Its task is done, gone or due at another time", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn snooze(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    ReminderPath(id): ReminderPath,
    Json(request): Json<Snooze>,
) -> Result<axum::Json<Reminder>, Problem> {
    let until = until(&request, state.clock.now())?;
    let answer = state
        .assistant
        .snooze_reminder(caller.user.id, id, until)
        .await?;
    match answer {
        ReminderAnswer::Done(reminder) => Ok(axum::Json(wire::reminder::reminder(&reminder))),
        ReminderAnswer::NotFound => Err(reminder_not_found()),
        ReminderAnswer::CalledOff => Err(Problem::new(
            Code::ReminderCalledOff,
            "The task is done, gone or due at another time. Give it a due time to be reminded again.",
        )),
    }
}

/// Dismiss a reminder.
///
/// It is not told again; later occurrences of its task are. Dismissing it twice changes nothing.
#[utoipa::path(
    post, path = "/api/{user_id}/reminders/{id}/dismiss", operation_id = "dismiss_reminder", tag = "reminders",
    params(UserParam, ReminderParam),
    responses((status = 204, description = "It is dismissed"), NotFound)
)]
async fn dismiss(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    ReminderPath(id): ReminderPath,
) -> Result<StatusCode, Problem> {
    match state.assistant.dismiss_reminder(caller.user.id, id).await? {
        ReminderAnswer::NotFound => Err(reminder_not_found()),
        ReminderAnswer::Done(_) | ReminderAnswer::CalledOff => Ok(StatusCode::NO_CONTENT),
    }
}

fn until(request: &Snooze, now: Timestamp) -> Result<Timestamp, Problem> {
    let latest = now.saturating_add(SNOOZE_LIMIT).unwrap_or(Timestamp::MAX);
    let (field, until) = match (request.minutes, &request.until) {
        (Some(minutes), None) => {
            let minutes = i32::try_from(minutes).unwrap_or(i32::MAX);
            let until = now.saturating_add(SignedDuration::from_mins(minutes.into()));
            ("minutes", until.ok())
        }
        (None, Some(until)) => ("until", until.parse().ok()),
        _ => {
            return Err(Problem::field(
                "minutes",
                "Send either 'minutes' or 'until'.",
            ));
        }
    };
    until
        .filter(|until| *until > now && *until <= latest)
        .ok_or_else(|| {
            Problem::field(
                field,
                "Give a time to come, at most 366 days from now: 'minutes' from 1, or 'until' as an instant such as '2026-11-23T17:00:00Z'.",
            )
        })
}
