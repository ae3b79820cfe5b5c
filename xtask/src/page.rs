//! The web page: built into `web/dist`, from where the program takes it.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Failure, npm, process};

/// What a release build is told when it may do without the page (`crates/server/build.rs`).
const WITHOUT: &str = "TASKTALK_WITHOUT_PAGE";
/// What lies in `web` and makes no difference to what is built there.
const NOT_SOURCE: [&str; 3] = ["node_modules", "dist", "e2e"];

/// `cargo xtask page`: the page alone.
pub(crate) fn page(arguments: &[OsString]) -> Result<(), Failure> {
    if let Some(argument) = arguments.first() {
        let reason = format!("page takes no {}", argument.display());
        return Err(Failure::Usage(reason));
    }
    Ok(build()?)
}

/// Where its source is.
pub(crate) fn folder() -> PathBuf {
    process::root().join("web")
}

/// Builds the page if it can be built here. If not, it says so, and the program is built without it, or with what was
/// built before.
pub(crate) fn provide_for(release: &mut Command) {
    let Err(reason) = build() else {
        release.env_remove(WITHOUT);
        return;
    };
    if index().is_file() {
        println!("The web page could not be built ({reason}): it will be as it was built before.");
    } else {
        println!(
            "The web page could not be built ({reason}): everything but the page will be there."
        );
    }
    release.env(WITHOUT, "1");
}

/// Installs what the page is made with, and builds it, each only when something has changed.
pub(crate) fn build() -> Result<(), String> {
    if let Some(reason) = npm::is_missing() {
        return Err(reason);
    }
    let stamp = process::root().join("target/page.built");
    let source = fingerprint(&folder())
        .map_err(|error| format!("{} can't be read: {error}", folder().display()))?;
    let built = fs::read_to_string(&stamp).is_ok_and(|built| built == source);
    if built && index().is_file() {
        return Ok(());
    }
    println!("Building the web page …");
    npm::install(&folder())?;
    process::run(&mut npm::script(&folder(), "build"))?;
    fs::write(&stamp, source).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Types, lints, tests and weight of the page; leaves it built.
pub(crate) fn check() -> Result<(), String> {
    if let Some(reason) = npm::is_missing() {
        return Err(format!("{reason}; install it, or use --without page"));
    }
    npm::install(&folder())?;
    process::run(&mut npm::script(&folder(), "check"))
}

fn index() -> PathBuf {
    folder().join("dist/index.html")
}

/// Another text for other sources, names of files included.
fn fingerprint(folder: &Path) -> io::Result<String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in next.read_dir()? {
            let path = entry?.path();
            let name = path.strip_prefix(folder).unwrap_or(&path).to_owned();
            if NOT_SOURCE.iter().any(|other| name == Path::new(other)) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}
