//! Asking for who someone is, before a conversation.

use std::io::{self, BufRead as _, Write as _};

use crossterm::{
    event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read},
    terminal::{disable_raw_mode, enable_raw_mode},
};

use crate::harmless::Harmless;

/// Asks for a line; `None` when the input ends.
pub fn ask(question: &str) -> io::Result<Option<String>> {
    say(question)?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}

/// Asks for something that is not shown as it is typed; `None` when the person would rather not say (Ctrl+C, Ctrl+D, Esc).
/// Call it on a terminal.
pub fn ask_secret(question: &str) -> io::Result<Option<String>> {
    say(question)?;
    enable_raw_mode()?;
    let typed = type_unseen();
    disable_raw_mode()?;
    say("\n")?;
    typed
}

fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "{}", Harmless::text(text))?;
    out.flush()
}

fn type_unseen() -> io::Result<Option<String>> {
    let mut typed = String::new();
    loop {
        let Event::Key(key) = read()? else {
            continue;
        };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        match press(&mut typed, key) {
            Typing::GoesOn => {}
            Typing::Ends => return Ok(Some(typed)),
            Typing::IsBrokenOff => return Ok(None),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    GoesOn,
    Ends,
    IsBrokenOff,
}

fn press(typed: &mut String, key: KeyEvent) -> Typing {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Enter => return Typing::Ends,
        KeyCode::Char('j' | 'm') if control => return Typing::Ends,
        KeyCode::Char('c' | 'd') if control => return Typing::IsBrokenOff,
        KeyCode::Esc => return Typing::IsBrokenOff,
        KeyCode::Char('u') if control => typed.clear(),
        KeyCode::Backspace => {
            typed.pop();
        }
        KeyCode::Char(c) if !control => typed.push(c),
        _ => {}
    }
    Typing::GoesOn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_typed_mended_and_broken_off() {
        let mut typed = String::new();
        let mut press = |code, modifiers| press(&mut typed, KeyEvent::new(code, modifiers));
        let (none, control) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
        press(KeyCode::Char('x'), none);
        press(KeyCode::Char('u'), control);
        for c in "päß!".chars() {
            assert_eq!(press(KeyCode::Char(c), none), Typing::GoesOn);
        }
        press(KeyCode::Backspace, none);
        assert_eq!(press(KeyCode::Char('c'), control), Typing::IsBrokenOff);
        assert_eq!(press(KeyCode::Enter, none), Typing::Ends);
        assert_eq!(typed, "päß");
    }
}
