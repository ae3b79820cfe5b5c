//! The texts of replies, by language. English is the reference: what it has, every language has, or nothing compiles.

mod english;
mod german;
mod spanish;

use std::fmt::Display;

/// The texts of one language; what stands in braces is filled in.
#[derive(Debug)]
#[rustfmt::skip] // one text a line
pub(crate) struct Texts {
    /// Their language, as a BCP 47 subtag.
    pub(crate) language: &'static str,
    /// The days of the week, short, Monday first.
    pub(crate) weekdays: [&'static str; 7],
    /// The months, short.
    pub(crate) months: [&'static str; 12],
    /// Tasks of any status, open ones, done ones: none of them, one, several.
    pub(crate) nouns: [[&'static str; 3]; 3],
    /// A place in a row.
    pub(crate) ordinal: fn(u8) -> String,
    /// Rules of one day, week, month or year.
    pub(crate) every_one: [&'static str; 4],
    /// The same of several.
    pub(crate) every_few: [&'static str; 4],
    /// A rule.
    pub(crate) every_weekday: &'static str,
    /// Months of a rule.
    pub(crate) in_months: &'static str,
    /// Days of the month of a rule.
    pub(crate) on_the: &'static str,
    /// Weekdays of a rule.
    pub(crate) on_days: &'static str,
    /// A day of a rule.
    pub(crate) last_day: &'static str,
    /// A day of a rule.
    pub(crate) nth_last_day: &'static str,
    /// A weekday of a rule.
    pub(crate) last_weekday: &'static str,
    /// A weekday of a rule.
    pub(crate) nth_last_weekday: &'static str,
    /// A weekday of a rule.
    pub(crate) nth_weekday: &'static str,
    /// An end of a rule.
    pub(crate) times: &'static str,
    /// An end of a rule.
    pub(crate) until: &'static str,
    /// A mode.
    pub(crate) also_missed: &'static str,
    /// A mode.
    pub(crate) after_done: &'static str,
    /// Priorities in a list, the highest first.
    pub(crate) priorities: [&'static str; 4],
    /// A day.
    pub(crate) day: &'static str,
    /// This day.
    pub(crate) today: &'static str,
    /// The next day.
    pub(crate) tomorrow: &'static str,
    /// A task is new.
    pub(crate) created: &'static str,
    /// A task is done.
    pub(crate) completed: &'static str,
    /// It was done a moment ago.
    pub(crate) just_completed: &'static str,
    /// It was done before.
    pub(crate) already_completed: &'static str,
    /// When it comes again.
    pub(crate) next: &'static str,
    /// A task is open again.
    pub(crate) reopened: &'static str,
    /// It was open.
    pub(crate) already_open: &'static str,
    /// A task is changed.
    pub(crate) updated: &'static str,
    /// Its title before.
    pub(crate) was: &'static str,
    /// A task is in the trash.
    pub(crate) deleted: &'static str,
    /// It was there.
    pub(crate) already_deleted: &'static str,
    /// A task is back.
    pub(crate) restored: &'static str,
    /// It was not away.
    pub(crate) already_listed: &'static str,
    /// Several are done.
    pub(crate) many_completed: &'static str,
    /// Several are open again.
    pub(crate) many_reopened: &'static str,
    /// Several are changed.
    pub(crate) many_updated: &'static str,
    /// Several are in the trash.
    pub(crate) many_deleted: &'static str,
    /// Of several an occurrence is left out.
    pub(crate) many_skipped: &'static str,
    /// Some are not named.
    pub(crate) and_more: &'static str,
    /// Some were so already.
    pub(crate) needed_no_change: &'static str,
    /// The first and the last date of several.
    pub(crate) dates_between: &'static str,
    /// A task is in the trash, by its title.
    pub(crate) in_trash: &'static str,
    /// The due date is gone.
    pub(crate) no_due_any_more: &'static str,
    /// A series changed.
    pub(crate) from_now_on: &'static str,
    /// The series is gone.
    pub(crate) no_repeat_any_more: &'static str,
    /// The tags are gone.
    pub(crate) no_tags_any_more: &'static str,
    /// The description before.
    pub(crate) instead_of: &'static str,
    /// The description is gone.
    pub(crate) no_description_any_more: &'static str,
    /// A tag that was not there.
    pub(crate) has_no_tag: &'static str,
    /// Nothing to change.
    pub(crate) already_so: &'static str,
    /// An addition is taken back.
    pub(crate) off_again: &'static str,
    /// A deletion is taken back.
    pub(crate) back_again: &'static str,
    /// A completion is taken back.
    pub(crate) open_again: &'static str,
    /// A reopening is taken back.
    pub(crate) completed_again: &'static str,
    /// A change is taken back.
    pub(crate) as_it_was: &'static str,
    /// Without a date.
    pub(crate) no_due: &'static str,
    /// It was so already.
    pub(crate) nothing_to_undo: &'static str,
    /// A date in the past.
    pub(crate) past: &'static str,
    /// A date that there isn't.
    pub(crate) no_such_date: &'static str,
    /// A year that was not said.
    pub(crate) guessed_year: &'static str,
    /// A date far ahead.
    pub(crate) far_ahead: &'static str,
    /// A priority.
    pub(crate) high: &'static str,
    /// A priority.
    pub(crate) medium: &'static str,
    /// A priority.
    pub(crate) low: &'static str,
    /// A priority.
    pub(crate) no_priority: &'static str,
    /// The heading of a list.
    pub(crate) your_tasks: &'static str,
    /// An empty list.
    pub(crate) you_have_no: &'static str,
    /// How many.
    pub(crate) you_have: &'static str,
    /// A list is cut.
    pub(crate) more_listed: &'static str,
    /// A list goes on after this page.
    pub(crate) list_goes_on: &'static str,
    /// A list was shown to its end before.
    pub(crate) list_ends: &'static str,
    /// The heading of deleted tasks.
    pub(crate) trash: &'static str,
    /// No deleted tasks.
    pub(crate) trash_is_empty: &'static str,
    /// How one comes back.
    pub(crate) trash_hint: &'static str,
    /// The heading of repeating tasks.
    pub(crate) repeating: &'static str,
    /// No repeating tasks.
    pub(crate) none_repeats: &'static str,
    /// A task is late.
    pub(crate) overdue_mark: &'static str,
    /// What was done and goes on.
    pub(crate) repeating_done: &'static str,
    /// When it was done.
    pub(crate) last_done: &'static str,
    /// A status.
    pub(crate) pending: &'static str,
    /// A status.
    pub(crate) done: &'static str,
    /// A condition.
    pub(crate) overdue: &'static str,
    /// The same behind the noun.
    pub(crate) that_are_overdue: &'static str,
    /// A condition.
    pub(crate) without_due: &'static str,
    /// A condition.
    pub(crate) with_due: &'static str,
    /// On a day, after a word for "done".
    pub(crate) done_on: &'static str,
    /// The same, between two days.
    pub(crate) done_between: &'static str,
    /// The same, since a day.
    pub(crate) done_from: &'static str,
    /// The same, until a day.
    pub(crate) done_by: &'static str,
    /// A condition.
    pub(crate) due_on: &'static str,
    /// A condition.
    pub(crate) due_between: &'static str,
    /// A condition.
    pub(crate) due_from: &'static str,
    /// A condition.
    pub(crate) due_by: &'static str,
    /// A condition.
    pub(crate) without_priority: &'static str,
    /// A condition.
    pub(crate) with_priority: &'static str,
    /// A condition.
    pub(crate) tagged: &'static str,
    /// A condition.
    pub(crate) matching: &'static str,
    /// An exception.
    pub(crate) but_not: &'static str,
    /// Between alternatives.
    pub(crate) or: &'static str,
    /// Before the last.
    pub(crate) and: &'static str,
    /// A question still stands.
    pub(crate) not_an_answer: &'static str,
    /// A second question.
    pub(crate) not_at_once: &'static str,
    /// A question that waits.
    pub(crate) still_open: &'static str,
    /// What can be said.
    pub(crate) help: &'static str,
    /// Hello.
    pub(crate) greeting: &'static str,
    /// Thanks.
    pub(crate) thanks: &'static str,
    /// Not understood again.
    pub(crate) rephrase: &'static str,
    /// Not understood at all.
    pub(crate) give_up: &'static str,
    /// Nothing was asked for.
    pub(crate) changed_nothing: &'static str,
    /// The same of a thought.
    pub(crate) just_say_so: &'static str,
    /// The same of another's matter.
    pub(crate) only_your_list: &'static str,
    /// A language that is not understood.
    pub(crate) unknown_language: &'static str,
    /// A "yes" without a question.
    pub(crate) nothing_to_confirm: &'static str,
    /// A question was denied.
    pub(crate) left_alone: &'static str,
    /// A question is dropped.
    pub(crate) question_forgotten: &'static str,
    /// A reminder is put off.
    pub(crate) put_off: &'static str,
    /// It is not any more.
    pub(crate) stands_again: &'static str,
    /// Not understood.
    pub(crate) not_understood: &'static str,
    /// The nearest tasks.
    pub(crate) meant_these: &'static str,
    /// A number that is none.
    pub(crate) invalid_id: &'static str,
    /// No such number.
    pub(crate) not_found: &'static str,
    /// A task in the trash, by its number.
    pub(crate) id_in_trash: &'static str,
    /// No such words.
    pub(crate) nothing_matched: &'static str,
    /// What is like them.
    pub(crate) the_nearest: &'static str,
    /// No such tasks.
    pub(crate) none_such: &'static str,
    /// Some words are unknown.
    pub(crate) part_unknown: &'static str,
    /// Everything is excepted.
    pub(crate) nothing_left: &'static str,
    /// A place that is not there.
    pub(crate) only_one_shown: &'static str,
    /// The same of more.
    pub(crate) only_shown: &'static str,
    /// No list to count in.
    pub(crate) no_current_list: &'static str,
    /// Too many at once.
    pub(crate) too_many: &'static str,
    /// One that may not be meant.
    pub(crate) not_sure: &'static str,
    /// Several that may be meant.
    pub(crate) several_fit: &'static str,
    /// Nothing to take back now.
    pub(crate) nothing_recent: &'static str,
    /// Nothing to bring back.
    pub(crate) nothing_to_bring_back: &'static str,
    /// Asks what was meant instead of what was done last.
    pub(crate) what_instead: &'static str,
    /// Nothing to correct.
    pub(crate) nothing_to_correct: &'static str,
    /// A part found nothing.
    pub(crate) rest_lost: &'static str,
    /// A part waits.
    pub(crate) rest_waits: &'static str,
    /// A question that is over.
    pub(crate) too_late: &'static str,
    /// A task in a sentence.
    pub(crate) named: &'static str,
    /// Which of several.
    pub(crate) which: &'static str,
    /// Which of many.
    pub(crate) which_of_many: &'static str,
    /// Which, when some are shown.
    pub(crate) which_of_some: &'static str,
    /// Whether this one.
    pub(crate) did_you_mean: &'static str,
    /// Whether all of these.
    pub(crate) confirm_named: &'static str,
    /// The same of many.
    pub(crate) confirm_sampled: &'static str,
    /// It changed.
    pub(crate) changed_since: &'static str,
    /// What is asked about one.
    pub(crate) doing_one: &'static str,
    /// What is asked about several.
    pub(crate) doing: &'static str,
    /// The answer.
    pub(crate) yes: &'static str,
    /// Whether to take back.
    pub(crate) undo_last: &'static str,
    /// The same of several.
    pub(crate) undo_several: &'static str,
    /// Whether to overwrite.
    pub(crate) overwrite: &'static str,
    /// A date in an offer.
    pub(crate) offer_due: &'static str,
    /// Whether to add.
    pub(crate) offer: &'static str,
    /// A done task among answers.
    pub(crate) done_mark: &'static str,
    /// What is done.
    pub(crate) verb_delete: &'static str,
    /// What is done.
    pub(crate) verb_reopen: &'static str,
    /// What is done.
    pub(crate) verb_complete: &'static str,
    /// What is done.
    pub(crate) verb_restore: &'static str,
    /// What is done.
    pub(crate) verb_skip: &'static str,
    /// What is done.
    pub(crate) verb_change: &'static str,
    /// An answer.
    pub(crate) none_of_these: &'static str,
    /// An answer.
    pub(crate) no_leave: &'static str,
    /// An answer.
    pub(crate) undo_it: &'static str,
    /// An answer.
    pub(crate) undo_anyway: &'static str,
    /// An answer.
    pub(crate) no: &'static str,
    /// An answer.
    pub(crate) add_it: &'static str,
    /// An answer.
    pub(crate) never_mind: &'static str,
}

impl Texts {
    /// The texts of the language with this BCP 47 subtag; those of English where there are no others.
    pub(crate) fn of(language: &str) -> &'static Self {
        match language {
            "de" => &german::TEXTS,
            "es" => &spanish::TEXTS,
            _ => &english::TEXTS,
        }
    }
}

/// Puts values in the place of their names.
pub(crate) fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(&value.to_string());
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_values_and_values_stay_as_they_are() {
        let text = fill("{a} and {b}{c}.", &[("a", &"{b}"), ("b", &2)]);
        assert_eq!(text, "{b} and 2.");
    }
}
