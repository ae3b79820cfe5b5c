//! The language model, from the settings.

use tasktalk_assistant::{LanguageModel, WhenAsked};
use tasktalk_outbound::{
    Bearer, Outbound, OutboundError, Refusal,
    chat_completions::{ChatLimits, ChatModel, ChatServer},
};

use crate::{
    Settings,
    settings::{ModelConsent, ModelUse},
};

/// Why the language model of the settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// Its address is refused.
    #[error(
        "OPENAI_BASE_URL can't be reached: https to a public address is, and what OUTBOUND_ALLOWED lists as HOST:PORT"
    )]
    Address(#[source] Refusal),
    /// Its key has characters that no header can carry.
    #[error("OPENAI_API_KEY has characters in it that no key has")]
    Key,
    /// The client can't be made.
    #[error("the client for the language model can't be made")]
    Client(#[source] OutboundError),
}

/// The language model of the settings, if they have one.
pub(crate) fn from_settings(settings: &Settings) -> Result<Option<LanguageModel>, ModelError> {
    let model = &settings.model;
    let Some(base_url) = model.base_url() else {
        return Ok(None);
    };
    let outbound = Outbound::connecting_within(
        model.model_connect_timeout.0,
        settings.network.outbound.outbound_allowed.clone(),
    )
    .map_err(ModelError::Client)?;
    outbound.check(base_url).map_err(ModelError::Address)?;
    let key = match &model.openai_api_key {
        Some(key) => Some(Bearer::new(key.expose()).ok_or(ModelError::Key)?),
        None => None,
    };
    let server = ChatServer {
        base_url: base_url.to_owned(),
        model: model.openai_model.clone(),
        key,
    };
    let limits = ChatLimits {
        first_token: model.model_first_token_timeout.0,
        concurrency: model.model_concurrency.into(),
        queue: model.model_queue.into(),
    };
    Ok(Some(LanguageModel {
        chat: ChatModel::new(outbound, server, limits),
        when: match model.model_use {
            ModelUse::Always => WhenAsked::Always,
            ModelUse::WhenUnsure | ModelUse::Never => WhenAsked::Unsure,
        },
        everybody_agreed: model.model_consent == ModelConsent::Given,
        tokens_per_day: Some(model.model_tokens_per_day).filter(|tokens| *tokens > 0),
        time: model.thinking_time(settings.limits.request_timeout.0),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, allowed: &[&str]) -> Settings {
        let mut settings = Settings::defaults();
        settings.model.openai_base_url = Some(url.to_owned());
        settings.model.openai_api_key = Some("sk-canary".parse().expect("any text"));
        settings.network.outbound.outbound_allowed = allowed
            .iter()
            .map(|host| host.parse().expect("a host and port"))
            .collect();
        settings
    }

    #[test]
    fn only_what_the_operator_listed_is_private_or_plain() {
        let url = "http://localhost:11434/v1";
        let refused = from_settings(&settings(url, &[])).unwrap_err();
        assert!(
            refused.to_string().contains("OUTBOUND_ALLOWED"),
            "{refused}"
        );
        assert!(from_settings(&settings(url, &["localhost:1"])).is_err());
        let model = from_settings(&settings(url, &["localhost:11434"])).unwrap();
        assert!(!format!("{model:?}").contains("canary"));
        for inner in [
            "https://169.254.169.254/v1",
            "https://10.0.0.7/v1",
            "file:///v1",
        ] {
            assert!(from_settings(&settings(inner, &[])).is_err(), "{inner}");
        }
        assert!(from_settings(&settings("https://api.example.com/v1", &[])).is_ok());
    }
}
