//! Finding PostgreSQL's programs, and installing them where Debian's packages are to be had.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    debian,
    process::{output, variable},
};

/// The oldest major version that Tasktalk supports.
const OLDEST: u32 = 15;

/// Installs the server without the cluster that Debian would make and start with it.
const INSTALL: &str = "
set -eu
settings=/etc/postgresql-common/createcluster.d
mkdir -p $settings
trap 'rm -f $settings/tasktalk.conf' EXIT
echo 'create_main_cluster = false' >$settings/tasktalk.conf
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 postgresql
";

/// Where PostgreSQL's server programs are.
pub(super) struct Programs {
    pub(super) folder: PathBuf,
    /// What `postgres --version` says.
    pub(super) version: String,
}

pub(super) fn find_or_install() -> Result<Programs, String> {
    if let Some(programs) = find() {
        return Ok(programs);
    }
    if !debian::is_here() {
        return Err(format!(
            "PostgreSQL {OLDEST} or later was not found, and this is not a Debian system: install it, \
             name a server in TEST_DATABASE_URL, or test --without postgres"
        ));
    }
    println!("Installing PostgreSQL from Debian's packages …");
    debian::run_as_root(INSTALL)
        .map_err(|reason| format!("PostgreSQL could not be installed ({reason})"))?;
    find().ok_or_else(|| format!("Debian's PostgreSQL is older than {OLDEST}"))
}

/// The newest of those in Debian's folders, where `pg_config` points, and on the search path.
fn find() -> Option<Programs> {
    let debian = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut folders: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    if let Ok(folder) = output(Command::new("pg_config").arg("--bindir")) {
        folders.push(folder.trim().into());
    }
    folders.extend(env::split_paths(&variable("PATH").unwrap_or_default()));

    let found = folders.into_iter().filter_map(|folder| {
        let version = version(&folder)?;
        Some((major(&version)?, Programs { folder, version }))
    });
    // The first of equals: what Debian installed, before a copy that the path leads to.
    let newest = found.reduce(|best, next| if next.0 > best.0 { next } else { best });
    newest
        .filter(|(major, _)| *major >= OLDEST)
        .map(|(_, programs)| programs)
}

/// What the server in this folder says of itself, if the programs to run it are all there.
fn version(folder: &Path) -> Option<String> {
    let complete = ["initdb", "pg_ctl", "postgres"]
        .iter()
        .all(|name| folder.join(name).is_file());
    if !complete {
        return None;
    }
    let printed = output(Command::new(folder.join("postgres")).arg("--version")).ok()?;
    Some(printed.trim().to_owned())
}

/// 15 of `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, 19 of `postgres (PostgreSQL) 19beta1`.
fn major(version: &str) -> Option<u32> {
    let number = version.strip_prefix("postgres (PostgreSQL) ")?;
    number
        .split(|character: char| !character.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version_as_each_kind_of_release_writes_it() {
        assert_eq!(
            major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"),
            Some(15)
        );
        assert_eq!(major("postgres (PostgreSQL) 19beta1"), Some(19));
        assert_eq!(major("postgres (PostgreSQL) 9.6.24"), Some(9));
        assert_eq!(major("EnterpriseDB 17"), None);
    }
}
