//! A PostgreSQL server for one run: found or installed, private, gone afterwards.

use std::{
    io::{self, BufRead as _, BufReader},
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::{debian, process::variable};

mod installation;

/// What the server risks for speed.
#[derive(Clone, Copy)]
pub(crate) enum Durability {
    /// No fsync. Our tests kill our own program, never the server or the machine: what the server has acknowledged is
    /// with the kernel, and survives that.
    ForTests,
    /// As PostgreSQL is shipped, for measuring.
    AsShipped,
}

/// A server to test on; one that was started here stops when this value is dropped, or when this process ends in any
/// other way.
pub(crate) struct Server {
    url: String,
    /// Keeps the started server alive by holding its standard input open (`postgres.sh`).
    supervisor: Option<Child>,
}

impl Server {
    /// Where tests make their databases, as `TEST_DATABASE_URL` takes it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(supervisor) = &mut self.supervisor {
            // Waiting closes its standard input first. It removes its files whether or not anyone waits.
            let _ = supervisor.wait();
        }
    }
}

/// Gives the server that `TEST_DATABASE_URL` names, else starts one, after installing it where it is missing.
pub(crate) fn provide(durability: Durability) -> Result<Server, String> {
    if let Some(url) = variable("TEST_DATABASE_URL") {
        let url = url
            .into_string()
            .map_err(|_| "TEST_DATABASE_URL is not text".to_owned())?;
        println!("Using the server that TEST_DATABASE_URL names.");
        return Ok(Server {
            url,
            supervisor: None,
        });
    }
    let programs = installation::find_or_install()?;
    println!(
        "Starting {} from {} …",
        programs.version,
        programs.folder.display()
    );
    start(&programs.folder, durability)
}

fn start(programs: &Path, durability: Durability) -> Result<Server, String> {
    let mut command = Command::new("sh");
    command.args(["-c", include_str!("postgres.sh"), "tasktalk-postgres"]);
    command.arg(programs).arg(match durability {
        Durability::ForTests => "-c fsync=off -c full_page_writes=off",
        Durability::AsShipped => "",
    });
    // PG* variables of whoever works here are about other servers.
    command
        .env_clear()
        .env("PATH", variable("PATH").unwrap_or_default())
        .env("LC_ALL", "C");
    // A group of its own: Ctrl-C is for the tests, and the server outlives them.
    command
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    become_server_user(&mut command)?;

    let start = |command: &mut Command| -> io::Result<(Child, String)> {
        let mut child = command.spawn()?;
        let mut folder = String::new();
        let printed = child.stdout.take().expect("standard output is piped");
        BufReader::new(printed).read_line(&mut folder)?;
        Ok((child, folder.trim().to_owned()))
    };
    let (mut supervisor, folder) =
        start(&mut command).map_err(|error| format!("sh could not be run: {error}"))?;
    if folder.is_empty() {
        let _ = supervisor.wait();
        return Err("PostgreSQL did not start; its own words are above".to_owned());
    }
    // The host of a URL may be a folder of sockets when its slashes are escaped.
    let url = format!(
        "postgres://postgres@{}/postgres",
        folder.replace('/', "%2F")
    );
    Ok(Server {
        url,
        supervisor: Some(supervisor),
    })
}

/// PostgreSQL refuses to run as root: it runs as its own user then, or as nobody.
fn become_server_user(command: &mut Command) -> Result<(), String> {
    if !debian::is_root()? {
        return Ok(());
    }
    for user in ["postgres", "nobody"] {
        if let (Ok(uid), Ok(gid)) = (debian::id(&["-u", user]), debian::id(&["-g", user])) {
            command.uid(uid).gid(gid);
            return Ok(());
        }
    }
    Err(
        "PostgreSQL does not run as root, and there is neither a user postgres nor nobody"
            .to_owned(),
    )
}
