//! The web page as browsers get it: its own files, compressed and kept as long as is right, and no one else's paths.

use std::{fs, path::Path};

use futures_util::future::join_all;
use tempfile::TempDir;

use crate::support::{App, Start, on_sqlite, raw};

on_sqlite![
    the_page_is_at_the_root_and_at_its_views,
    a_path_of_the_api_never_gets_the_page,
    files_are_what_their_names_say,
    named_after_their_content_they_are_kept_for_ever_and_others_are_asked_for,
    each_client_gets_the_smallest_form_that_it_takes,
    what_a_client_has_is_not_sent_again,
    a_head_request_gets_the_same_without_the_body,
    nothing_from_elsewhere_and_no_inline_script_may_run,
    looking_at_the_page_does_not_count_as_guessing,
    a_folder_without_a_page_is_told_at_the_start,
];

const INDEX: &str = "<!doctype html><title>Tasktalk</title>";
const SCRIPT: &str = "console.log('a script that is long enough to be worth compressing')";

/// A folder as the build leaves it. What the compressed files hold is nothing to the server.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    write("index.html", INDEX);
    write("index.html.br", "index by brotli");
    write("index.html.gz", "index by gzip");
    write("assets/app-3fG_x.js", SCRIPT);
    write("assets/app-3fG_x.js.br", "script by brotli");
    write("assets/app-3fG_x.js.gz", "script by gzip");
    write("assets/app-9aZ.css", "body { margin: 0 }");
    write("sw.js", "self.addEventListener('fetch', () => {})");
    write("manifest.webmanifest", "{}");
    write(
        "icons/icon.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    folder
}

async fn app(start: &Start, folder: &Path) -> App {
    let folder = folder.to_owned();
    start
        .app_with(|settings| settings.page_folder = Some(folder))
        .await
}

fn get(path: &str) -> raw::Request {
    raw::Request::new("GET", path)
}

fn text(answer: &raw::Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

async fn the_page_is_at_the_root_and_at_its_views(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    for path in ["/", "/settings", "/c/01a2", "/?theme=dark", "/apiary"] {
        let answer = app.send(get(path)).await;
        assert_eq!((answer.status, text(&answer)), (200, INDEX), "{path}");
        assert_eq!(
            answer.header("content-type"),
            Some("text/html; charset=utf-8")
        );
    }
    app.stop().await;
}

async fn a_path_of_the_api_never_gets_the_page(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    for path in [
        "/api",
        "/api/me/nothing",
        "/docs/nothing",
        "/health/nothing",
        "/chatkit/x",
        "/.well-known/nothing",
        "/robots.txt",
        "/assets/gone-1.js",
        "/assets/gone",
        "/../Cargo.toml",
        "/assets/..%2f..%2fCargo.toml",
    ] {
        let answer = app.send(get(path)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (404, "route_not_found"),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
    }
    let posted = app.send(raw::Request::new("POST", "/settings")).await;
    assert_eq!(posted.code(), "route_not_found");
    for path in ["/", "/assets/app-3fG_x.js"] {
        let posted = app.send(raw::Request::new("POST", path)).await;
        assert_eq!(posted.code(), "method_not_allowed");
        assert_eq!(posted.header("allow"), Some("GET,HEAD"));
    }
    app.stop().await;
}

async fn files_are_what_their_names_say(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    for (path, kind) in [
        ("/assets/app-3fG_x.js", "text/javascript; charset=utf-8"),
        ("/assets/app-9aZ.css", "text/css; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/icons/icon.svg", "image/svg+xml"),
    ] {
        let answer = app.send(get(path)).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
    }
    app.stop().await;
}

async fn named_after_their_content_they_are_kept_for_ever_and_others_are_asked_for(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    let immutable = "public, max-age=31536000, immutable";
    for (path, kept) in [
        ("/", "no-cache"),
        ("/settings", "no-cache"),
        ("/sw.js", "no-cache"),
        ("/manifest.webmanifest", "no-cache"),
        ("/assets/app-3fG_x.js", immutable),
        ("/assets/app-9aZ.css", immutable),
    ] {
        let answer = app.send(get(path)).await;
        assert_eq!(answer.header("cache-control"), Some(kept), "{path}");
    }
    app.stop().await;
}

async fn each_client_gets_the_smallest_form_that_it_takes(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    let mut tags = Vec::new();
    for (takes, coding, body) in [
        ("gzip, deflate, br, zstd", Some("br"), "script by brotli"),
        ("gzip, deflate", Some("gzip"), "script by gzip"),
        ("br;q=0, gzip;q=0", None, SCRIPT),
        ("identity", None, SCRIPT),
    ] {
        let request = get("/assets/app-3fG_x.js").header("accept-encoding", takes);
        let answer = app.send(request).await;
        assert_eq!(answer.header("content-encoding"), coding, "{takes}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        assert_eq!(text(&answer), body, "{takes}");
        tags.push(answer.header("etag").unwrap().to_owned());
    }
    assert_eq!(tags[2], tags[3]);
    assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2]);
    let request = get("/assets/app-9aZ.css").header("accept-encoding", "br, gzip");
    let small = app.send(request).await;
    assert_eq!(small.header("content-encoding"), None);
    app.stop().await;
}

async fn what_a_client_has_is_not_sent_again(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    let first = app.send(get("/").header("accept-encoding", "br")).await;
    let tag = first.header("etag").unwrap();
    let again = |takes: &'static str| {
        get("/settings")
            .header("accept-encoding", takes)
            .header("if-none-match", tag)
    };
    let kept = app.send(again("br")).await;
    assert_eq!((kept.status, kept.body.as_slice()), (304, &b""[..]));
    for name in ["etag", "cache-control", "vary", "content-security-policy"] {
        assert_eq!(kept.header(name), first.header(name), "{name}");
    }
    // The same page in another form is something else.
    assert_eq!(app.send(again("gzip")).await.status, 200);

    fs::write(folder.path().join("index.html.br"), "another index").unwrap();
    app.stop().await;
    let app = self::app(&start, folder.path()).await;
    assert_eq!(app.send(again("br")).await.status, 200);
    app.stop().await;
}

async fn a_head_request_gets_the_same_without_the_body(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    for path in ["/", "/settings", "/assets/app-3fG_x.js", "/sw.js"] {
        let got = app.send(get(path)).await;
        let head = app.send(raw::Request::new("HEAD", path)).await;
        assert_eq!((head.status, head.body.as_slice()), (200, &b""[..]));
        for name in ["content-type", "content-length", "etag", "cache-control"] {
            assert!(got.header(name).is_some(), "{path}: {name}");
            assert_eq!(head.header(name), got.header(name), "{path}: {name}");
        }
    }
    app.stop().await;
}

async fn nothing_from_elsewhere_and_no_inline_script_may_run(start: Start) {
    let folder = folder();
    let app = app(&start, folder.path()).await;
    // The service worker's own policy counts for what it fetches.
    for path in ["/", "/settings", "/sw.js"] {
        let answer = app.send(get(path)).await;
        let policy = answer.header("content-security-policy").unwrap();
        let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
        for directive in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data:",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(directives.contains(&directive), "{directive}: {policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*'));
        for name in ["x-content-type-options", "referrer-policy"] {
            assert!(answer.header(name).is_some(), "{path}: {name}");
        }
    }
    app.stop().await;
}

async fn looking_at_the_page_does_not_count_as_guessing(start: Start) {
    let folder = folder();
    let path = folder.path().to_owned();
    let app = start
        .app_with(|settings| {
            settings.page_folder = Some(path);
            settings.limits.address_rate_limit = 1;
            settings.limits.address_rate_limit_burst = 1;
        })
        .await;
    for _ in 0..5 {
        for path in ["/", "/assets/app-3fG_x.js"] {
            assert_eq!(app.send(get(path)).await.status, 200);
        }
    }
    assert_eq!(app.send(get("/guess")).await.status, 200);
    // At once, since one more is let through each second.
    let guesses = join_all((0..20).map(|_| app.send(get("/guess")))).await;
    assert!(guesses.iter().any(|answer| answer.status == 429));
    app.stop().await;
}

async fn a_folder_without_a_page_is_told_at_the_start(start: Start) {
    let empty = tempfile::tempdir().unwrap();
    let mut settings = tasktalk_server::Settings::defaults();
    settings.page_folder = Some(empty.path().to_owned());
    let database = start.database.open(start.options.clone()).await;
    let clock = tasktalk_domain::Clock::system();
    let error = tasktalk_server::assemble(settings, database, clock)
        .await
        .expect_err("there is no page");
    let source = std::error::Error::source(&error).expect("it has a reason");
    assert!(source.to_string().contains("npm run build"), "{source}");
}
