//! A release without the page is never made by accident. Nothing is built here: the page is, by `cargo xtask run` or by
//! npm, before.
#![expect(
    clippy::disallowed_methods,
    reason = "cargo talks to build scripts through the environment"
)]

use std::{env, path::Path};

const INDEX: &str = "../../web/dist/index.html";
const WITHOUT: &str = "TASKTALK_WITHOUT_PAGE";

fn main() {
    println!("cargo::rerun-if-env-changed={WITHOUT}");
    // In other profiles the page is read from the disk when the program starts.
    if env::var_os("PROFILE").is_none_or(|profile| profile != "release") {
        return;
    }
    if Path::new(INDEX).is_file() {
        // A file more or less in the folder is another page.
        println!("cargo::rerun-if-changed=../../web/dist");
    } else if env::var_os(WITHOUT).is_none_or(|value| value.is_empty()) {
        println!(
            "cargo::error=the web page was not built: `cargo xtask page` builds it (with Node 20 or later), and \
             {WITHOUT}=1 makes a program without it"
        );
    }
}
