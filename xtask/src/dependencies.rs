//! The rules about dependencies that matter most, checked without a tool; `deny.toml` has all of them.

use std::{collections::BTreeSet, fs};

use crate::process::{self, cargo, output};

/// TLS is rustls with aws-lc-rs, so that there is one library to patch and nothing to install.
const BANNED: [&str; 4] = ["native-tls", "openssl", "openssl-sys", "ring"];

/// Two of one of these do not fit together: their types differ in name only.
const SINGLE: [&str; 5] = ["axum", "http", "hyper", "rustls", "tower"];

pub(crate) fn check() -> Result<(), String> {
    let manifest = fs::read_to_string(process::root().join("Cargo.toml"))
        .map_err(|error| format!("Cargo.toml cannot be read: {error}"))?;
    let tree = [
        "tree",
        "--workspace",
        "--locked",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
    ];
    let tree = output(&mut cargo(&tree))?;

    let mut complaints = without_a_reason(&manifest);
    complaints.extend(unwanted(&tree));
    for complaint in &complaints {
        println!("{complaint}");
    }
    if !complaints.is_empty() {
        return Err(format!("{} to mend", complaints.len()));
    }
    if process::quietly(&mut cargo(&["deny", "--version"])) {
        return process::run(&mut cargo(&[
            "deny", "check", "bans", "licenses", "sources",
        ]));
    }
    println!("cargo-deny is not installed: deny.toml's further rules were not checked.");
    Ok(())
}

/// Banned packages and second versions in a tree whose lines begin `name vVERSION`.
fn unwanted(tree: &str) -> Vec<String> {
    let packages: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .collect();
    let versions = |name: &str| -> Vec<&str> {
        packages
            .iter()
            .filter(|package| package.0 == name)
            .map(|package| package.1)
            .collect()
    };
    let banned = BANNED
        .iter()
        .filter(|name| !versions(name).is_empty())
        .map(|name| format!("{name} is banned; `cargo tree --invert {name}` shows who brings it"));
    let doubled = SINGLE
        .iter()
        .filter(|name| versions(name).len() > 1)
        .map(|name| {
            format!(
                "there must be one {name}, not {}; see `cargo tree -d`",
                versions(name).join(" and ")
            )
        });
    banned.chain(doubled).collect()
}

/// Lines of `[workspace.dependencies]` that do not say what the dependency is for. Our own crates say it themselves.
fn without_a_reason(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| {
            let (name, entry) = line.split_once('=')?;
            let (name, entry) = (name.trim(), without_strings(entry));
            let reason = entry
                .split_once('#')
                .map_or("", |(_, reason)| reason)
                .trim();
            let ours = name.starts_with("tasktalk-");
            let comment = name.starts_with('#');
            (!ours && !comment && reason.is_empty())
                .then(|| format!("Cargo.toml does not say what {name} is for"))
        })
        .collect()
}

/// The line without what stands in quotes, where a `#` begins no comment.
fn without_strings(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_a_reason_is_named() {
        let manifest = r#"
[workspace]
resolver = "3"

[workspace.dependencies]
# hints = "are not dependencies"
tasktalk-domain = { path = "crates/domain" }

serde = { version = "1", features = ["derive"] } # JSON shapes
anyhow = "1"
odd = "1#2"
tokio = "1" #

[profile.dev]
debug = false
"#;
        assert_eq!(
            without_a_reason(manifest),
            ["anyhow", "odd", "tokio"]
                .map(|name| format!("Cargo.toml does not say what {name} is for"))
        );
    }

    #[test]
    fn banned_packages_and_second_versions_are_named() {
        let tree = "tasktalk v0.1.0 (/somewhere)\nhttp v1.4.0\nhttp v1.4.0 (*)\nring v0.17.14\nhttp v0.2.12\n\
                    syn v1.0.0\nsyn v2.0.0\nrustls v0.23.46\nhttp-body v1.0.1\n";
        let complaints = unwanted(tree).join("\n");
        assert!(complaints.contains("ring is banned"), "{complaints}");
        assert!(
            complaints.contains("one http, not v0.2.12 and v1.4.0"),
            "{complaints}"
        );
        assert_eq!(complaints.lines().count(), 2, "{complaints}");
    }

    #[test]
    fn a_tree_of_single_versions_is_fine() {
        assert_eq!(
            unwanted("axum v0.8.9\nhyper v1.12.0\naxum v0.8.9 (*)\n"),
            Vec::<String>::new()
        );
    }
}
