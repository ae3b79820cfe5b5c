//! What the terminal says of its own, in the person's language. What a server says stays as it is: an answer comes in the
//! language of the message.

mod english;
mod german;
mod spanish;

/// All texts in one language. Functions are texts in which something is filled in.
#[derive(Debug)]
pub struct Words {
    pub(crate) too_small: &'static str,
    pub(crate) line_mode: &'static str,
    pub(crate) welcome: &'static str,
    pub(crate) stopped: &'static str,
    pub(crate) trying_again: &'static str,
    pub(crate) rows_below: fn(usize) -> String,
    pub(crate) undo_hint: &'static str,
    pub(crate) answer_freely: &'static str,
    pub(crate) not_connected: &'static str,

    pub(crate) to_do: &'static str,
    pub(crate) all_tasks: &'static str,
    pub(crate) nothing_to_do: &'static str,
    pub(crate) nothing_found: &'static str,
    pub(crate) more_tasks: fn(usize) -> String,
    pub(crate) overdue: &'static str,
    pub(crate) yesterday: &'static str,
    pub(crate) today: &'static str,
    pub(crate) tomorrow: &'static str,
    /// From Monday on.
    pub(crate) weekdays: [&'static str; 7],
    /// A day of a month (0 is January).
    pub(crate) day: fn(i8, usize) -> String,
    pub(crate) priorities: [&'static str; 3],
    pub(crate) repeats: &'static str,

    pub(crate) late: fn(i64) -> String,
    pub(crate) more_reminders: fn(usize) -> String,
    pub(crate) reminder_keys: &'static str,
    /// What moves a task to another time, as far as it is said before the time.
    pub(crate) move_to: fn(i64) -> String,

    pub(crate) conversations: &'static str,
    pub(crate) no_conversations: &'static str,
    pub(crate) conversation_keys: &'static str,
    pub(crate) rename_keys: &'static str,
    pub(crate) renamed: fn(&str) -> String,
    pub(crate) rename_how: &'static str,
    pub(crate) nothing_to_rename: &'static str,

    pub(crate) keys_talk: &'static str,
    pub(crate) keys_running: &'static str,
    pub(crate) keys_list: &'static str,
    pub(crate) keys_finding: &'static str,
    pub(crate) keys_title: &'static str,
    pub(crate) keys: [(&'static str, &'static str); 21],

    pub(crate) leave_hint: &'static str,
    pub(crate) wait: &'static str,
    pub(crate) nothing_to_undo: &'static str,
    pub(crate) done: &'static str,
    pub(crate) open_again: &'static str,
    pub(crate) deleted: &'static str,
    pub(crate) taken_back: &'static str,
    pub(crate) no_shell: &'static str,
    pub(crate) unreachable: &'static str,
    pub(crate) gave_up: &'static str,
    pub(crate) delete_conversation: &'static str,
}

impl Words {
    /// The texts for the first of these language tags or locale names that there are texts for (`de`, `es-MX`,
    /// `de_AT.UTF-8`); English otherwise.
    pub fn of<'t>(tags: impl IntoIterator<Item = &'t str>) -> &'static Self {
        tags.into_iter()
            .find_map(|tag| match tag.split(['-', '_', '.', '@']).next()? {
                "en" => Some(&english::WORDS),
                "de" => Some(&german::WORDS),
                "es" => Some(&spanish::WORDS),
                _ => None,
            })
            .unwrap_or(&english::WORDS)
    }
}

impl Default for &'static Words {
    fn default() -> Self {
        &english::WORDS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_is_spoken() {
        let done = |tags: &[&str]| Words::of(tags.iter().copied()).done;
        assert_eq!(done(&["de_AT.UTF-8"]), german::WORDS.done);
        assert_eq!(done(&["es-MX", "de"]), spanish::WORDS.done);
        assert_eq!(done(&["fr_FR", "de"]), german::WORDS.done);
        assert_eq!(done(&["fr"]), english::WORDS.done);
        assert_eq!(done(&["C.UTF-8", "de"]), german::WORDS.done);
        assert_eq!(done(&[]), english::WORDS.done);
    }
}
