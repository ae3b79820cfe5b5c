//! The full-screen chat's I/O: keys and news in, effects and cells out. What they mean is decided in [`crate::update`].

mod doing;
mod listening;
mod saying;
mod screen;

use std::{io, time::Duration};

use crossterm::event::{Event as Typed, EventStream};
use futures_util::StreamExt as _;
use rustix::process::Signal;
use rustyline::history::{FileHistory, History as _, SearchDirection};
use tasktalk_api::Client;
use tokio::{
    runtime::Handle,
    signal::unix::{SignalKind, signal},
    sync::mpsc::{self, UnboundedReceiver},
    time::{MissedTickBehavior, interval},
};

use self::{doing::Doer, screen::Screen};
use crate::{
    Options, TerminalError,
    markdown::Style,
    model::{Input, Leaving, Model, Talk},
    update::{self, Effect, Event},
};

/// How often the clock is looked at, so that "overdue" and "today" stay true.
const CLOCK: Duration = Duration::from_secs(20);

/// Talks on the whole screen until the person leaves or the system ends the program (SIGTERM, SIGHUP); the terminal is then
/// as it was before. Gives back the conversation's id, when one was begun or gone on with. Blocks; call it outside the
/// runtime's own threads.
pub fn converse_full_screen(
    runtime: &Handle,
    client: &Client,
    options: &Options,
) -> Result<Option<String>, TerminalError> {
    let mut history = FileHistory::new();
    if let Some(path) = &options.history {
        // No history yet is no failure: the file appears with the first conversation.
        let _ = history.load(path);
    }
    let model = model(options, &history)?;
    let (model, said) = runtime.block_on(talk(client, options, model))?;
    for line in said {
        history.add(&line)?;
    }
    if let Some(path) = &options.history {
        history.append(path)?;
    }
    Ok(model.talk.conversation)
}

fn model(options: &Options, history: &FileHistory) -> Result<Model, TerminalError> {
    let mut lines = Vec::new();
    for index in 0..history.len() {
        if let Some(found) = history.get(index, SearchDirection::Forward)? {
            lines.push(found.entry.into_owned());
        }
    }
    Ok(Model {
        size: crossterm::terminal::size()?,
        coloured: options.style == Style::Coloured,
        words: options.words,
        now: (options.local_now)(options.timezone.as_deref()),
        timezone: options.timezone.clone(),
        input: Input::with_history(lines),
        talk: Talk {
            conversation: options.conversation.clone(),
            ..Talk::default()
        },
        ..Model::default()
    })
}

/// The loop. Gives back what is known at the end, and the lines that were said.
async fn talk(
    client: &Client,
    options: &Options,
    mut model: Model,
) -> Result<(Model, Vec<String>), TerminalError> {
    let mut world = World::open(client, options)?;
    let mut said = Vec::new();
    let mut effects = update::begin(&mut model);
    while model.leaving != Leaving::Left {
        for effect in effects.drain(..) {
            match effect {
                Effect::Redraw => world.screen.clear()?,
                Effect::Bell => world.screen.bell()?,
                Effect::Suspend => suspend(&mut model)?,
                Effect::Remember(line) => said.push(line),
                effect => world.doer.begin(effect),
            }
        }
        world.screen.draw(&model)?;
        let mut event = world.next().await?;
        // What is there already is taken in before the next drawing.
        while let Some(happened) = event.take() {
            effects.extend(update::update(&mut model, happened));
            event = world.news.try_recv().ok();
        }
    }
    Ok((model, said))
}

/// Everything that is not the model. Dropping it gives the screen back and ends what is being done.
struct World {
    screen: Screen,
    doer: Doer,
    news: UnboundedReceiver<Event>,
    keys: EventStream,
    terminate: tokio::signal::unix::Signal,
    hang_up: tokio::signal::unix::Signal,
    stop: tokio::signal::unix::Signal,
    go_on: tokio::signal::unix::Signal,
    clock: tokio::time::Interval,
    now: Box<dyn Fn() -> String>,
}

impl World {
    fn open(client: &Client, options: &Options) -> io::Result<Self> {
        let (sender, news) = mpsc::unbounded_channel();
        let terminate = signal(SignalKind::terminate())?;
        let hang_up = signal(SignalKind::hangup())?;
        let stop = signal(SignalKind::from_raw(Signal::TSTP.as_raw()))?;
        let go_on = signal(SignalKind::from_raw(Signal::CONT.as_raw()))?;
        let mut clock = interval(CLOCK);
        clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (local_now, zone) = (options.local_now, options.timezone.clone());
        Ok(Self {
            screen: Screen::open()?,
            doer: Doer::new(client.clone(), options.new_key, sender),
            news,
            keys: EventStream::new(),
            terminate,
            hang_up,
            stop,
            go_on,
            clock,
            now: Box::new(move || local_now(zone.as_deref())),
        })
    }

    /// Waits for what happens next; `None` when it means nothing.
    async fn next(&mut self) -> io::Result<Option<Event>> {
        tokio::select! {
            typed = self.keys.next() => match typed {
                Some(typed) => Ok(read(typed?)),
                // The terminal is gone.
                None => Ok(Some(Event::Ended)),
            },
            news = self.news.recv() => Ok(news),
            _ = self.clock.tick() => Ok(Some(Event::Now((self.now)()))),
            _ = self.terminate.recv() => Ok(Some(Event::Ended)),
            _ = self.hang_up.recv() => Ok(Some(Event::Ended)),
            _ = self.stop.recv() => {
                screen::suspend()?;
                Ok(Some(Event::Back))
            }
            // Whoever stopped us in a way that can't be noticed may have used the terminal.
            _ = self.go_on.recv() => {
                screen::take_over_again()?;
                Ok(Some(Event::Back))
            }
        }
    }
}

/// The person goes back to the shell for a while. Being continued is what is waited for next: it draws everything anew.
fn suspend(model: &mut Model) -> io::Result<()> {
    if !screen::has_shell() {
        update::update(model, Event::NoShell);
        return Ok(());
    }
    screen::suspend()
}

fn read(typed: Typed) -> Option<Event> {
    match typed {
        Typed::Key(key) => Some(Event::Key(key)),
        Typed::Paste(text) => Some(Event::Paste(text)),
        Typed::Resize(columns, rows) => Some(Event::Resized(columns, rows)),
        Typed::FocusGained | Typed::FocusLost | Typed::Mouse(_) => None,
    }
}
