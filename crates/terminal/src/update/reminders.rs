//! Reminders: told, and answered by keys.

use tasktalk_api::reminders::Reminder;

use super::{Effect, When, reading};
use crate::{
    harmless::Harmless,
    model::{Model, Pane, Told},
};

/// The reminders that wait are there. Rings when there is one that was not there before.
pub(super) fn read(model: &mut Model, reminders: Vec<Reminder>) -> Vec<Effect> {
    let told: Vec<Told> = reminders
        .into_iter()
        .filter(|reminder| reminder.snoozed_until.is_none())
        .map(Told::from)
        .filter(|told| !model.answered.contains(&told.occasion()))
        .collect();
    let is_new = |told: &Told| {
        let same = |before: &Told| before.occasion() == told.occasion();
        !model.reminders.iter().any(same)
    };
    let news = told.iter().any(is_new);
    model.reminders = told;
    let mut effects = Vec::new();
    if model.reading_reminders.over() {
        effects.push(Effect::LoadReminders(When::Soon));
    }
    if news {
        effects.push(Effect::Bell);
    }
    effects
}

/// F2 to F5 answer the one that is shown.
pub(super) fn answer(model: &mut Model, key: u8) -> Vec<Effect> {
    let Some(told) = model.reminders.first().cloned() else {
        return Vec::new();
    };
    if key == 5 {
        // It goes away when the task has another time.
        let words = (model.words.move_to)(told.task_id);
        model.input.replace(words);
        model.pane = Pane::Talk;
        return Vec::new();
    }
    model.reminders.remove(0);
    model.answered.push(told.occasion());
    vec![match key {
        2 => Effect::Finish(told.id, told.task_id),
        3 => Effect::Snooze(told.id),
        _ => Effect::Dismiss(told.id),
    }]
}

/// It still waits.
pub(super) fn not_answered(model: &mut Model, id: &str, why: &str) -> Vec<Effect> {
    model.answered.retain(|(answered, _)| answered != id);
    model.notice = Some(Harmless::line(why));
    reading::reminders(model).into_iter().collect()
}
