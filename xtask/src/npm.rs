//! What npm installs, in one place and once.

use std::{fs, path::Path, process::Command};

use crate::process::{self, output};

/// The oldest Node that builds the page.
const OLDEST: (u32, u32) = (20, 19);

/// Why Node can't be used here; `None` when it can.
pub(crate) fn is_missing() -> Option<String> {
    let wanted = format!("Node {}.{} or later, with npm,", OLDEST.0, OLDEST.1);
    let Ok(version) = output(Command::new("node").arg("--version")) else {
        return Some(format!("{wanted} was not found"));
    };
    let version = version.trim();
    if !is_new_enough(version) {
        return Some(format!("{wanted} is needed, and this is {version}"));
    }
    (!process::succeeds("npm", &["--version"])).then(|| "npm was not found".to_owned())
}

/// Installs exactly what a folder's `package-lock.json` names, unless that is there; tries twice, as networks fail.
pub(crate) fn install(folder: &Path) -> Result<(), String> {
    let lock = folder.join("package-lock.json");
    let wanted =
        fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    // It goes when what was installed goes.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    clean_install(folder).or_else(|reason| {
        println!("{reason}; trying once more …");
        clean_install(folder)
    })?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Runs a script of a folder's `package.json`, with arguments.
pub(crate) fn script(folder: &Path, name: &str) -> Command {
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", name])
        .current_dir(folder)
        .env("NO_UPDATE_NOTIFIER", "1");
    command
}

fn clean_install(folder: &Path) -> Result<(), String> {
    // No package's own script runs; those that hold programs bring them ready-made.
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    process::run(Command::new("npm").args(arguments).current_dir(folder))
}

/// `v20.19.0` and the like.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|number| number.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(major), Some(minor)) => (major, minor) >= OLDEST,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_an_old_node_from_a_new_one() {
        for version in ["v20.19.0", "v20.20.2", "v22.0.0", "v24.21.0"] {
            assert!(is_new_enough(version), "{version}");
        }
        for version in ["v18.20.4", "v20.18.3", "", "v", "twenty"] {
            assert!(!is_new_enough(version), "{version}");
        }
    }
}
