//! The page in a real browser, against the real program. What is done and expected there is in `web/e2e`; here is what
//! that needs: Chromium, Playwright, the page, and our program.

use std::{ffi::OsString, path::PathBuf, process::Command};

use crate::{
    Failure, debian, npm, page,
    process::{self, cargo, variable},
    test_runner::Counts,
};

/// Names of Chromium and its kin, as systems have them.
const PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// Fonts make the pictures what people see, emoji included.
const INSTALL: &str = "
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 \
    chromium fonts-liberation fonts-noto-color-emoji
";

/// `cargo xtask browser`: these tests alone; arguments go to Playwright.
pub(crate) fn browser(arguments: &[OsString]) -> Result<(), Failure> {
    page::build()?;
    let browser = Browser::prepare()?;
    let mut counts = Counts::default();
    Ok(browser.run(arguments, &mut counts)?)
}

/// Everything a run needs, installed and built.
pub(crate) struct Browser {
    chromium: PathBuf,
    folder: PathBuf,
}

impl Browser {
    /// Installs Chromium and Playwright where they are missing, and builds our program.
    pub(crate) fn prepare() -> Result<Self, String> {
        let browser = Self {
            chromium: find_or_install()?,
            folder: page::folder().join("e2e"),
        };
        npm::install(&browser.folder)?;
        process::run(&mut npm::script(&browser.folder, "check"))?;
        process::run(&mut cargo(&["build", "--locked"]))?;
        Ok(browser)
    }

    /// Runs the tests and adds what they count.
    pub(crate) fn run(&self, arguments: &[OsString], counts: &mut Counts) -> Result<(), String> {
        let mut playwright = npm::script(&self.folder, "test");
        playwright
            .arg("--")
            .args(arguments)
            .env("CHROMIUM", &self.chromium)
            .env("TASKTALK", process::root().join("target/debug/tasktalk"));
        process::run_watched(playwright, |line| counts.read_playwright(line))
    }
}

fn find_or_install() -> Result<PathBuf, String> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !debian::is_here() {
        return Err(
            "Chromium was not found, and this is not a Debian system: install it, name it in CHROMIUM, or test \
             --without browser"
                .to_owned(),
        );
    }
    println!("Installing Chromium from Debian's packages …");
    debian::run_as_root(INSTALL)
        .map_err(|reason| format!("Chromium could not be installed ({reason})"))?;
    find().ok_or_else(|| "Debian's Chromium was installed and is not there".to_owned())
}

/// The program that `CHROMIUM` names, else the first one on the search path.
fn find() -> Option<PathBuf> {
    if let Some(named) = variable("CHROMIUM") {
        return Some(named.into());
    }
    let path = variable("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    PROGRAMS
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|program| {
            program.is_file() && process::quietly(Command::new(program).arg("--version"))
        })
}
