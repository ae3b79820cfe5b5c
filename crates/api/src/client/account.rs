//! Accounts, sessions and personal access tokens.

use reqwest::Method;

use super::{Client, ClientError, segment};
use crate::{
    auth::{RefreshRequest, Session, SigninRequest, SignupRequest},
    me::{ProfilePatch, User},
    tokens::{CreatedToken, NewToken, TokenList},
};

impl Client {
    /// Makes an account and signs in.
    pub async fn signup(&self, request: &SignupRequest) -> Result<Session, ClientError> {
        self.send(Method::POST, "/api/auth/signup", request).await
    }

    /// Signs in.
    pub async fn signin(&self, request: &SigninRequest) -> Result<Session, ClientError> {
        self.send(Method::POST, "/api/auth/signin", request).await
    }

    /// Trades the newest refresh token for a new session; it is good for one trade.
    pub async fn refresh(&self, refresh_token: &str) -> Result<Session, ClientError> {
        let request = RefreshRequest {
            refresh_token: Some(refresh_token.to_owned()),
        };
        self.send(Method::POST, "/api/auth/refresh", &request).await
    }

    /// Ends the session that a refresh token belongs to.
    pub async fn signout(&self, refresh_token: &str) -> Result<(), ClientError> {
        let request = RefreshRequest {
            refresh_token: Some(refresh_token.to_owned()),
        };
        self.send(Method::POST, "/api/auth/signout", &request).await
    }

    /// The account.
    pub async fn me(&self) -> Result<User, ClientError> {
        self.get("/api/me").await
    }

    /// Changes the profile.
    pub async fn update_me(&self, patch: &ProfilePatch) -> Result<User, ClientError> {
        self.send(Method::PATCH, "/api/me", patch).await
    }

    /// Ends the account; everything in it is erased after a grace period.
    pub async fn delete_me(&self) -> Result<(), ClientError> {
        self.delete("/api/me").await
    }

    /// Makes a personal access token.
    pub async fn create_token(&self, token: &NewToken) -> Result<CreatedToken, ClientError> {
        self.send(Method::POST, "/api/me/tokens", token).await
    }

    /// The personal access tokens that are not revoked.
    pub async fn tokens(&self) -> Result<TokenList, ClientError> {
        self.get("/api/me/tokens").await
    }

    /// Revokes a personal access token.
    pub async fn revoke_token(&self, id: &str) -> Result<(), ClientError> {
        self.delete(&format!("/api/me/tokens/{}", segment(id)))
            .await
    }
}
