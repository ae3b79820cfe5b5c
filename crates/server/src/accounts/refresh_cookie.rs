//! The cookie in which a browser keeps its refresh token: out of reach of scripts, sent to `/api/auth` only, and
//! never along with requests that other sites cause.

use axum::http::{HeaderMap, HeaderValue, header};

use super::opaque_token::OpaqueToken;

const NAME: &str = "tasktalk_refresh";

/// The refresh token in the request's cookie, if there is one.
pub(crate) fn read(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .map(|(_, value)| value.to_owned())
}

/// `Set-Cookie` with a new token that the browser keeps for this many seconds.
pub(crate) fn keep(token: &OpaqueToken, seconds: i64, secure: bool) -> HeaderValue {
    header_value(token.reveal(), seconds, secure)
}

/// `Set-Cookie` that makes the browser forget the token.
pub(crate) fn forget(secure: bool) -> HeaderValue {
    header_value("", 0, secure)
}

fn header_value(value: &str, seconds: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let cookie = format!(
        "{NAME}={value}; Path=/api/auth; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
    );
    let mut header =
        HeaderValue::try_from(cookie).expect("tokens consist of letters, digits, '-' and '_'");
    header.set_sensitive(true);
    header
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::opaque_token::Kind;

    #[test]
    fn what_is_kept_is_read_back() {
        let token = OpaqueToken::generate(Kind::Refresh);
        let set = keep(&token, 60, true);
        let set = set.to_str().unwrap();
        for attribute in [
            "Path=/api/auth",
            "HttpOnly",
            "SameSite=Strict",
            "Secure",
            "Max-Age=60",
        ] {
            assert!(set.contains(attribute), "{attribute}");
        }
        let pair = set.split(';').next().unwrap();
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "theme=dark; x".parse().unwrap());
        headers.append(header::COOKIE, format!("a=b;{pair}").parse().unwrap());
        assert_eq!(read(&headers).as_deref(), Some(token.reveal()));
    }

    #[test]
    fn without_tls_the_cookie_works_too() {
        assert!(!forget(false).to_str().unwrap().contains("Secure"));
    }

    #[test]
    fn other_cookies_are_not_taken_for_it() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            "xtasktalk_refresh=a; tasktalk_refreshx=b".parse().unwrap(),
        );
        assert_eq!(read(&headers), None);
    }
}
