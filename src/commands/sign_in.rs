//! Signing in to a server from the terminal, once: what is kept is a personal access token, never the password.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use tasktalk_api::{
    Client, ClientError,
    auth::SigninRequest,
    tokens::{ExpiresIn, NewToken},
};
use tasktalk_terminal::asking;

/// How often a wrong address or password may be mended.
const ATTEMPTS: u32 = 3;
/// What the token may do: everything that can be said.
const SCOPES: [&str; 3] = ["tasks:read", "tasks:write", "tasks:delete"];
/// How long it works.
const EXPIRES: &str = "90d";

/// The tokens of servers, in a file that only its user can read.
#[derive(Debug)]
pub(super) struct Tokens {
    path: PathBuf,
}

impl Tokens {
    /// Those in the user's state folder.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self {
            path: folder.join("servers.json"),
        }
    }

    /// The one for a server.
    pub(super) fn of(&self, server: &str) -> Option<String> {
        self.read().remove(name(server))
    }

    fn keep(&self, server: &str, token: String) -> io::Result<()> {
        let mut tokens = self.read();
        tokens.insert(name(server).to_owned(), token);
        self.write(&tokens)
    }

    /// Forgets the one for a server; whether there was one.
    pub(super) fn forget(&self, server: &str) -> io::Result<bool> {
        let mut tokens = self.read();
        let known = tokens.remove(name(server)).is_some();
        if known {
            self.write(&tokens)?;
        }
        Ok(known)
    }

    /// A file that is missing or broken holds none: the person signs in again.
    fn read(&self) -> BTreeMap<String, String> {
        fs::read_to_string(&self.path)
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Wholly or not at all; a temporary file is for its user alone from the beginning.
    fn write(&self, tokens: &BTreeMap<String, String>) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(serde_json::to_string(tokens)?.as_bytes())?;
        file.persist(&self.path)?;
        Ok(())
    }
}

/// Asks who it is, and keeps a token for the next time. Call it where a person sits at a terminal.
pub(super) async fn sign_in(
    client: &Client,
    server: &str,
    tokens: Option<&Tokens>,
) -> anyhow::Result<String> {
    super::print_line(&format!("Sign in to {server}"))?;
    for attempt in 1.. {
        let Some(request) = who()? else {
            bail!("not signed in");
        };
        let session = match client.signin(&request).await {
            Ok(session) => session,
            Err(error) if error.status() == Some(401) && attempt < ATTEMPTS => {
                super::print_line(&error.to_string())?;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let token = token(&client.with_token(session.access_token)).await?;
        if let Some(refresh) = session.refresh_token {
            // The token is all that is needed; a session that can't be ended ends by itself.
            let _ = client.signout(&refresh).await;
        }
        if let Some(tokens) = tokens
            && let Err(error) = tokens.keep(server, token.clone())
        {
            super::print_line(&format!("This can't be kept for the next time: {error}"))?;
        }
        return Ok(token);
    }
    unreachable!("the last attempt returns")
}

fn who() -> anyhow::Result<Option<SigninRequest>> {
    let asked = || -> io::Result<Option<SigninRequest>> {
        let Some(email) = asking::ask("E-mail: ")?.filter(|email| !email.is_empty()) else {
            return Ok(None);
        };
        let password = asking::ask_secret("Password: ")?;
        Ok(password.map(|password| SigninRequest { email, password }))
    };
    asked().context("the terminal can't be used")
}

async fn token(client: &Client) -> Result<String, ClientError> {
    let token = NewToken {
        name: "tasktalk chat".to_owned(),
        scopes: SCOPES.map(str::to_owned).to_vec(),
        expires_in: Some(ExpiresIn::Text(EXPIRES.to_owned())),
    };
    Ok(client.create_token(&token).await?.token)
}

/// The same server is written with and without a slash at the end.
fn name(server: &str) -> &str {
    server.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_kept_for_their_server_and_their_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::TempDir::new().unwrap();
        let tokens = Tokens::in_folder(folder.path());
        assert_eq!(tokens.of("http://a"), None);
        tokens.keep("http://a/", "tt_a".to_owned()).unwrap();
        tokens.keep("http://b", "tt_b".to_owned()).unwrap();
        assert_eq!(tokens.of("http://a").as_deref(), Some("tt_a"));
        let mode = fs::metadata(&tokens.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(tokens.forget("http://a").unwrap());
        assert!(!tokens.forget("http://a").unwrap());
        assert_eq!(tokens.of("http://a"), None);
        assert_eq!(tokens.of("http://b/").as_deref(), Some("tt_b"));
    }

    #[test]
    fn a_broken_file_holds_none() {
        let folder = tempfile::TempDir::new().unwrap();
        let tokens = Tokens::in_folder(folder.path());
        fs::write(&tokens.path, "{").unwrap();
        assert_eq!(tokens.of("http://a"), None);
        tokens.keep("http://a", "tt_a".to_owned()).unwrap();
        assert_eq!(tokens.of("http://a").as_deref(), Some("tt_a"));
    }
}
