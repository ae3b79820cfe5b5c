//! The account as its owner sees and changes it.

use serde_json::{Map, Value};
use tasktalk_api::{
    Patch,
    me::{ProfilePatch, User as WireUser},
};
use tasktalk_assistant::reminders::follow_settings;
use tasktalk_domain::{Change, Locale, ReminderSetting, User, Zone, text};
use tasktalk_storage::{StorageError, refresh_tokens, users};

use super::Accounts;
use crate::{problem::Problem, wire::plain_text};

/// The longest name, in characters.
const LONGEST_NAME: usize = 200;
/// The largest settings, in bytes of JSON: they are read with every request.
const LARGEST_SETTINGS: usize = 16 * 1024;

/// The account on the wire.
pub(crate) fn on_the_wire(user: &User) -> WireUser {
    WireUser {
        id: user.public_id(),
        email: user.email.as_ref().map(ToString::to_string),
        name: user.name.clone(),
        timezone: user.timezone.as_ref().map(ToString::to_string),
        locale: user.locale.as_ref().map(ToString::to_string),
        settings: match &user.settings {
            Value::Object(settings) => settings.clone(),
            _ => Map::new(),
        },
        model_consent: user.model_consent,
        created_at: user.created_at.to_string(),
        updated_at: user.updated_at.to_string(),
    }
}

/// A name of 1 to 200 characters in one line.
pub(crate) fn clean_name(name: &str) -> Result<String, Problem> {
    plain_text("name", name)?;
    let name = text::one_line(name);
    if (1..=LONGEST_NAME).contains(&name.chars().count()) {
        Ok(name)
    } else {
        Err(Problem::field(
            "name",
            format!("Name must be 1 to {LONGEST_NAME} characters"),
        ))
    }
}

/// A time zone that the time zone database knows.
pub(crate) fn zone(name: &str) -> Result<Zone, Problem> {
    Zone::parse(name).map_err(|error| Problem::field("timezone", error.to_string()))
}

/// Reads what shall change. The first thing that can't be is told.
pub(crate) fn read_patch(patch: ProfilePatch) -> Result<users::ProfilePatch, Problem> {
    let locale =
        |tag: &str| Locale::parse(tag).map_err(|error| Problem::field("locale", error.to_string()));
    Ok(users::ProfilePatch {
        name: change(patch.name, clean_name)?,
        timezone: change(patch.timezone, zone)?,
        locale: change(patch.locale, locale)?,
        settings: match patch.settings {
            Patch::Keep => None,
            Patch::Clear => Some(Value::Object(Map::new())),
            Patch::Set(settings) => Some(checked_settings(settings)?),
        },
        model_consent: match patch.model_consent {
            Patch::Keep => None,
            Patch::Clear => Some(false),
            Patch::Set(consent) => Some(consent),
        },
    })
}

fn change<T>(
    patch: Patch<String>,
    read: impl FnOnce(&str) -> Result<T, Problem>,
) -> Result<Change<T>, Problem> {
    Ok(match patch {
        Patch::Keep => Change::Keep,
        Patch::Clear => Change::Clear,
        Patch::Set(text) => Change::Set(read(&text)?),
    })
}

fn checked_settings(settings: Map<String, Value>) -> Result<Value, Problem> {
    if let Some(reminders) = settings.get("reminders") {
        ReminderSetting::parse(reminders)
            .map_err(|error| Problem::field("settings.reminders", error.to_string()))?;
    }
    let settings = Value::Object(settings);
    if settings.to_string().len() <= LARGEST_SETTINGS {
        Ok(settings)
    } else {
        Err(Problem::field(
            "settings",
            format!("Settings must be at most {LARGEST_SETTINGS} bytes of JSON"),
        ))
    }
}

impl Accounts {
    /// Changes the profile. `None`: the account was deleted meanwhile.
    pub(crate) async fn change_profile(
        &self,
        user: &User,
        patch: users::ProfilePatch,
    ) -> Result<Option<User>, StorageError> {
        let (id, now) = (user.id, self.clock().now());
        self.database()
            .write(move |tx| {
                let patch = patch.clone();
                Box::pin(async move {
                    let Some(before) = users::lock(tx, id).await? else {
                        return Ok::<_, StorageError>(None);
                    };
                    let after = users::update_profile(tx, id, patch, now).await?;
                    if let Some(after) = &after {
                        follow_settings(tx, &before.user, after, now).await?;
                    }
                    Ok(after)
                })
            })
            .await
    }

    /// Asks for the erasure of the account: from now on it is refused everywhere, and after the grace period
    /// everything of it is erased.
    pub(crate) async fn delete(&self, user: &User) -> Result<(), StorageError> {
        let (id, now) = (user.id, self.clock().now());
        self.database()
            .write(move |tx| {
                Box::pin(async move {
                    if users::lock(tx, id).await?.is_none() {
                        return Ok::<_, StorageError>(());
                    }
                    refresh_tokens::revoke_all(tx, id, now).await?;
                    users::mark_deleted(tx, id, now).await
                })
            })
            .await?;
        tracing::info!(user = id.0, "the erasure of an account was asked for");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(patch: Value) -> Result<users::ProfilePatch, Problem> {
        read_patch(serde_json::from_value(patch).unwrap())
    }

    #[test]
    fn absent_keeps_null_clears_and_a_value_sets() {
        let patch = read(json!({"name": " Anna\n B. ", "timezone": null})).unwrap();
        assert_eq!(patch.name, Change::Set("Anna B.".to_owned()));
        assert_eq!(patch.timezone, Change::Clear);
        assert_eq!(patch.locale, Change::Keep);
        assert_eq!(patch.settings, None);
        let patch = read(json!({"settings": null})).unwrap();
        assert_eq!(patch.settings, Some(json!({})));
    }

    #[test]
    fn what_a_profile_cannot_hold_is_refused() {
        for patch in [
            json!({"name": ""}),
            json!({"name": "x".repeat(201)}),
            json!({"timezone": "Mars/Olympus"}),
            json!({"locale": "!"}),
            json!({"settings": {"x": "y".repeat(16 * 1024)}}),
            json!({"settings": {"reminders": {"when": "before"}}}),
        ] {
            assert!(read(patch.clone()).is_err(), "{patch}");
        }
    }
}
