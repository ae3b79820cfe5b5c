//! Places and pronouns: what they mean is what this conversation last showed and talked about.

use tasktalk_domain::{Position, Pronoun, TaskId};

use crate::pipeline::{Memory, Problem, Sight};

/// What a place or a pronoun points at.
#[derive(Debug, PartialEq)]
pub(super) enum Pointed {
    /// Exactly these.
    At {
        tasks: Vec<TaskId>,
        alternatives: Vec<TaskId>,
    },
    /// One of these.
    Unclear(Vec<TaskId>),
    /// Nothing.
    Nowhere(Problem),
}

fn at(tasks: Vec<TaskId>) -> Pointed {
    Pointed::At {
        tasks,
        alternatives: Vec::new(),
    }
}

/// A place in the list as last shown.
pub(super) fn position(memory: &Memory, position: Position) -> Pointed {
    let tasks = match memory.sight() {
        Sight::Current(list) => &list.tasks,
        Sight::Outdated(_) | Sight::Nothing => return Pointed::Nowhere(Problem::NoCurrentList),
    };
    let length = tasks.len();
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let places = match position {
        Position::Nth(n) => number(n).checked_sub(1).map(|first| first..first + 1),
        Position::FromEnd(n) => length
            .checked_sub(number(n))
            .filter(|_| n > 0)
            .map(|first| first..first + 1),
        Position::First(n) => Some(0..number(n)),
        Position::Last(n) => length.checked_sub(number(n)).map(|first| first..length),
    };
    places
        .and_then(|places| tasks.get(places))
        .filter(|pointed| !pointed.is_empty())
        .map_or(
            Pointed::Nowhere(Problem::OutOfRange { shown: length }),
            |pointed| at(pointed.to_vec()),
        )
}

/// A word for what was just talked about.
pub(super) fn pronoun(memory: &Memory, pronoun: Pronoun) -> Pointed {
    let shown: &[TaskId] = match memory.sight() {
        Sight::Current(list) => &list.tasks,
        Sight::Outdated(_) | Sight::Nothing => &[],
    };
    let focus = memory.focus.as_slice();
    let several = if memory.in_this_turn.len() > 1 {
        &memory.in_this_turn
    } else {
        focus
    };
    // The list only counts while it is what is being talked about.
    let list: &[TaskId] = if focus.iter().all(|id| shown.contains(id)) {
        shown
    } else {
        &[]
    };
    let pointed = match pronoun {
        Pronoun::It => match (focus, list) {
            ([only], _) => Some(Pointed::At {
                tasks: vec![*only],
                alternatives: memory.alternatives.clone(),
            }),
            ([], [only]) => Some(at(vec![*only])),
            ([], _) => None,
            (several, _) => Some(Pointed::Unclear(several.to_vec())),
        },
        Pronoun::Both => match (several, list) {
            (two @ [_, _], _) | (_, two @ [_, _]) => Some(at(two.to_vec())),
            ([] | [_], [] | [_]) => None,
            (_, several @ [_, ..]) | (several, []) => Some(Pointed::Unclear(several.to_vec())),
        },
        // One task is no "them": then the list is meant, if there is one.
        Pronoun::Them => match (several, list) {
            (several @ [_, _, ..], _) | (_, several @ [_, _, ..]) => Some(at(several.to_vec())),
            ([only], _) if shown.len() == 1 => Some(at(vec![*only])),
            _ => None,
        },
        Pronoun::Others if !memory.alternatives.is_empty() => Some(at(memory.alternatives.clone())),
        Pronoun::Others => {
            let others: Vec<TaskId> = list
                .iter()
                .filter(|id| !focus.contains(id))
                .copied()
                .collect();
            (!others.is_empty()).then(|| at(others))
        }
    };
    pointed.unwrap_or(Pointed::Nowhere(Problem::NoCurrentList))
}

/// "Them" are several: where one task was talked about last and another just before, both may be meant.
pub(super) fn several(pointed: Pointed, last: &[TaskId], mut before: Vec<TaskId>) -> Pointed {
    let found = match &pointed {
        Pointed::At { tasks, .. } => tasks.len(),
        _ => 0,
    };
    if found > 1 || last.is_empty() || before.is_empty() {
        return pointed;
    }
    before.retain(|id| !last.contains(id));
    before.extend(last);
    Pointed::Unclear(before)
}

/// "Both" and "the other" without a list: two tasks that were dealt with one by one, the latest last. Of more it is not
/// known which two.
pub(super) fn of_two(pronoun: Pronoun, one_by_one: Vec<TaskId>) -> Pointed {
    match (pronoun, one_by_one.as_slice()) {
        (Pronoun::Both, [_, _]) => at(one_by_one),
        (Pronoun::Others, [other, _]) => at(vec![*other]),
        (_, [] | [_]) => Pointed::Nowhere(Problem::NoCurrentList),
        (_, [.., latest]) if pronoun == Pronoun::Others => {
            let latest = *latest;
            Pointed::Unclear(one_by_one.into_iter().filter(|id| *id != latest).collect())
        }
        _ => Pointed::Unclear(one_by_one),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use tasktalk_domain::TaskFilter;

    use super::*;

    fn ids(numbers: &[i64]) -> Vec<TaskId> {
        numbers
            .iter()
            .map(|number| TaskId::try_from(*number).unwrap())
            .collect()
    }

    fn memory(shown: &[i64], focus: &[i64]) -> Memory {
        let mut memory = Memory::default();
        memory.show(
            ids(shown),
            TaskFilter::default(),
            None,
            Timestamp::UNIX_EPOCH,
        );
        memory.talk_about(ids(focus), Vec::new(), Timestamp::UNIX_EPOCH);
        memory.settle(Timestamp::UNIX_EPOCH);
        memory
    }

    #[test]
    fn places_count_from_both_ends_and_end_where_the_list_ends() {
        let memory = memory(&[5, 3, 9], &[]);
        for (place, expected) in [
            (Position::Nth(2), vec![3]),
            (Position::FromEnd(1), vec![9]),
            (Position::FromEnd(2), vec![3]),
            (Position::First(2), vec![5, 3]),
            (Position::Last(2), vec![3, 9]),
        ] {
            assert_eq!(position(&memory, place), at(ids(&expected)), "{place:?}");
        }
        for place in [
            Position::Nth(4),
            Position::Nth(0),
            Position::FromEnd(4),
            Position::FromEnd(0),
            Position::First(4),
            Position::First(0),
            Position::Last(4),
            Position::Nth(u32::MAX),
        ] {
            assert_eq!(
                position(&memory, place),
                Pointed::Nowhere(Problem::OutOfRange { shown: 3 }),
                "{place:?}"
            );
        }
    }

    #[test]
    fn pronouns_follow_what_was_talked_about() {
        let after_one = memory(&[5, 3, 9], &[3]);
        assert_eq!(pronoun(&after_one, Pronoun::It), at(ids(&[3])));
        assert_eq!(pronoun(&after_one, Pronoun::Others), at(ids(&[5, 9])));
        let elsewhere = memory(&[5, 3], &[7]);
        for word in [Pronoun::Both, Pronoun::Others] {
            assert_eq!(
                pronoun(&elsewhere, word),
                Pointed::Nowhere(Problem::NoCurrentList),
                "{word:?}"
            );
        }
        assert_eq!(pronoun(&after_one, Pronoun::Them), at(ids(&[5, 3, 9])));
        assert_eq!(
            pronoun(&memory(&[], &[3]), Pronoun::Them),
            Pointed::Nowhere(Problem::NoCurrentList)
        );
        let after_two = memory(&[5, 3, 9], &[3, 9]);
        assert_eq!(pronoun(&after_two, Pronoun::Both), at(ids(&[3, 9])));
        assert_eq!(
            pronoun(&after_two, Pronoun::It),
            Pointed::Unclear(ids(&[3, 9]))
        );
        assert_eq!(
            pronoun(&Memory::default(), Pronoun::Them),
            Pointed::Nowhere(Problem::NoCurrentList)
        );
    }

    #[test]
    fn within_a_message_it_is_the_last_task_and_both_are_two() {
        let mut memory = Memory::default();
        for task in [4, 6] {
            memory.talk_about(ids(&[task]), Vec::new(), Timestamp::UNIX_EPOCH);
        }
        assert_eq!(pronoun(&memory, Pronoun::It), at(ids(&[6])));
        assert_eq!(pronoun(&memory, Pronoun::Both), at(ids(&[4, 6])));
        assert_eq!(
            pronoun(&memory, Pronoun::Others),
            Pointed::Nowhere(Problem::NoCurrentList)
        );
        memory.settle(Timestamp::UNIX_EPOCH);
        assert_eq!(position(&memory, Position::Nth(2)), at(ids(&[6])));
    }
}
