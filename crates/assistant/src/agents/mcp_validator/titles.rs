//! New titles that take the place of some words of the old one: "change john smith to jane smith".

use std::borrow::Cow;

use tasktalk_domain::{Command, Parameters, Reference, SpanKind, Task};
use tasktalk_understanding::matching;

/// The command as it is meant for one task: where its new title is for a part of the old one only, with all of it.
pub(super) fn within<'c>(command: &'c Command, task: &Task) -> Cow<'c, Command> {
    let Some(title) = new_title(command, task) else {
        return Cow::Borrowed(command);
    };
    let parameters = Parameters {
        title: Some(title),
        title_part: None,
        ..command.parameters.clone()
    };
    Cow::Owned(Command {
        parameters,
        ..command.clone()
    })
}

/// Whether a new title is for a part that the title of a task just talked about doesn't have: "make it three bottles".
pub(super) fn is_lost(command: &Command, task: &Task) -> bool {
    let it = (command.reference.as_ref()).is_some_and(Reference::is_pronoun);
    it && command.parameters.title_part.is_some() && new_title(command, task).is_none()
}

fn new_title(command: &Command, task: &Task) -> Option<String> {
    let part = command.parameters.title_part.as_deref()?;
    let new = command.parameters.title.as_deref()?;
    // A title begins with a capital, words inside one as they were written.
    let written = (command.spans.iter())
        .find(|span| span.kind == SpanKind::Title && span.text.eq_ignore_ascii_case(new))
        .map_or(new, |span| &span.text);
    let title = matching::with_part_replaced(task.title.as_str(), part, written)?;
    Some(if task.title.as_str().starts_with(char::is_uppercase) {
        matching::capitalised(&title)
    } else {
        title
    })
}
