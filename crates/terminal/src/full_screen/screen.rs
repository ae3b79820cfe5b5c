//! The terminal taken over, and given back as it was: at the end, on an error, and on a panic.

use std::{
    io::{self, Stdout, Write as _, stdout},
    panic,
    sync::{Mutex, Once, PoisonError},
    thread::{self, ThreadId},
};

use crossterm::{
    cursor,
    event::{DisableBracketedPaste, EnableBracketedPaste},
    execute,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use ratatui::{
    Terminal,
    backend::CrosstermBackend,
    layout::{Position, Rect},
};
use rustix::process::{self, Signal};

use crate::{model::Model, view};

/// The thread whose screen is open, for a panic in it; and what others that panicked had to say.
static OPEN: Mutex<Option<(ThreadId, Vec<String>)>> = Mutex::new(None);

/// The terminal, while it is ours: raw keys, a screen beside the one with the person's own lines, and pastes told from
/// keys.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn open() -> io::Result<Self> {
        give_back_on_panic();
        take_over()?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout()));
        if terminal.is_err() {
            give_back();
        }
        Ok(Self {
            terminal: terminal?,
        })
    }

    /// Draws what changed.
    pub(super) fn draw(&mut self, model: &Model) -> io::Result<()> {
        self.terminal
            .draw(|frame| view::draw(model, frame))
            .map(drop)
    }

    /// Forgets what is on the screen, so that everything is drawn anew.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // Not by `Terminal::clear`: it asks the terminal where the cursor is, and waits for an answer that a slow line brings
        // too late and that comes among the keys.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Rings.
    pub(super) fn bell(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(b"\x07")?;
        out.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back and stops the process, until it is told to continue: the terminal is ours again then, and what was
/// drawn is gone.
pub(super) fn suspend() -> io::Result<()> {
    give_back();
    // Stops here.
    process::kill_process(process::getpid(), Signal::STOP)?;
    take_over()
}

/// Takes a terminal over that others had meanwhile.
pub(super) fn take_over_again() -> io::Result<()> {
    give_back();
    take_over()
}

/// Whether someone gets the terminal when this process stops: a shell that started it as a job of its own, as those with job
/// control do. Where there is none, a stopped process could not be continued by the person.
pub(super) fn has_shell() -> bool {
    let parent = process::getppid();
    let session = process::getsid(None).ok();
    parent.is_some()
        && session.is_some()
        && process::getsid(parent).ok() == session
        && process::getpgid(parent).ok() != process::getpgid(None).ok()
}

fn take_over() -> io::Result<()> {
    *state() = Some((thread::current().id(), Vec::new()));
    let taken = enable_raw_mode()
        .and_then(|()| execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste));
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Gives the terminal back, once. A terminal that can't be written to has nothing to be given back.
fn give_back() {
    let Some((_, unsaid)) = state().take() else {
        return;
    };
    let _ = execute!(
        stdout(),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    for panic in unsaid {
        eprintln!("{panic}");
    }
}

/// A panic of this thread ends the chat: its message belongs on the person's own screen. One of another thread, such as a
/// server's in the same process, is an error that is answered as such: its message waits until the screen is given back.
fn give_back_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            match state().as_mut() {
                Some((owner, unsaid)) if *owner != thread::current().id() => {
                    unsaid.push(panic.to_string());
                    return;
                }
                _ => {}
            }
            give_back();
            before(panic);
        }));
    });
}

fn state() -> std::sync::MutexGuard<'static, Option<(ThreadId, Vec<String>)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
