use tasktalk_domain::{Locale, Zone};

use super::*;

fn options() -> Vec<AnswerOption<'static>> {
    [
        (3, "#3: Team meeting"),
        (14, "#14: Dentist appointment"),
        (20, "#20: Meeting notes"),
    ]
    .into_iter()
    .map(|(id, label)| AnswerOption {
        label,
        task_id: TaskId::try_from(id).ok(),
        due: None,
        numbered: true,
    })
    .collect()
}

/// Friday.
fn moment() -> Moment {
    Moment {
        now: jiff::civil::datetime(2026, 11, 27, 9, 0, 0, 0),
        zone: Zone::utc(),
        locale: Locale::default(),
    }
}

#[test]
fn a_choice_is_answered_by_place_number_or_words() {
    for (text, expected) in [
        ("2", Some(Answer::Option(1))),
        ("#14", Some(Answer::Option(1))),
        ("14", Some(Answer::Option(1))),
        ("the second one please", Some(Answer::Option(1))),
        ("option 3", Some(Answer::Option(2))),
        ("number one", Some(Answer::Option(0))),
        ("one", Some(Answer::Option(0))),
        ("the last one", Some(Answer::Option(2))),
        ("first", Some(Answer::Option(0))),
        ("task 20", Some(Answer::Option(2))),
        ("the dentist one", Some(Answer::Option(1))),
        ("I meant the team meeting", Some(Answer::Option(0))),
        ("notes", Some(Answer::Option(2))),
        ("neither", Some(Answer::Neither)),
        ("none of these", Some(Answer::Neither)),
        ("no", Some(Answer::Neither)),
        ("never mind", Some(Answer::Neither)),
        ("all of them", Some(Answer::All)),
        ("9", None),
        ("yes", None),
        ("meeting", None),
        ("buy milk", None),
        ("show my tasks", None),
        ("", None),
    ] {
        assert_eq!(
            understand_answer(text, &options(), PendingKind::Choice, &moment()),
            expected,
            "{text:?}"
        );
    }
}

#[test]
fn a_confirmation_takes_yes_and_no_in_many_words() {
    for (text, expected) in [
        ("yes", Some(Answer::Yes)),
        ("Yes, please!", Some(Answer::Yes)),
        ("yeah go ahead", Some(Answer::Yes)),
        ("do it", Some(Answer::Yes)),
        ("ok", Some(Answer::Yes)),
        ("yes delete them all", Some(Answer::Yes)),
        ("no", Some(Answer::No)),
        ("nope", Some(Answer::No)),
        ("no, keep them", Some(Answer::No)),
        ("don't", Some(Answer::No)),
        ("cancel", Some(Answer::No)),
        ("never mind", Some(Answer::No)),
        ("2", None),
        ("yes and add milk", None),
        ("show my list", None),
    ] {
        assert_eq!(
            understand_answer(text, &[], PendingKind::Confirm, &moment()),
            expected,
            "{text:?}"
        );
    }
}

#[test]
fn one_candidate_is_confirmed_by_yes() {
    let one = &options()[..1];
    assert_eq!(
        understand_answer("yes", one, PendingKind::Choice, &moment()),
        Some(Answer::Option(0))
    );
}

#[test]
fn an_answer_that_contradicts_itself_or_asks_back_decides_nothing() {
    for text in [
        "yes no",
        "yes?",
        "no yes",
        "yes, keep them",
        "ok?",
        "sure, don't",
    ] {
        assert_eq!(
            understand_answer(text, &[], PendingKind::Confirm, &moment()),
            Some(Answer::Unclear),
            "{text:?}"
        );
    }
    for text in ["why not?", "yes of course"] {
        assert_eq!(
            understand_answer(text, &[], PendingKind::Confirm, &moment()),
            Some(Answer::Yes),
            "{text:?}"
        );
    }
}

#[test]
fn several_options_are_chosen_by_places_numbers_and_exceptions() {
    for (text, expected) in [
        ("1 and 3", Some(Answer::Options(vec![0, 2]))),
        ("1, 3", Some(Answer::Options(vec![0, 2]))),
        ("#3 and #20", Some(Answer::Options(vec![0, 2]))),
        ("the first two", Some(Answer::Options(vec![0, 1]))),
        ("the last two", Some(Answer::Options(vec![1, 2]))),
        ("all but the first", Some(Answer::Options(vec![1, 2]))),
        (
            "the first and the last one",
            Some(Answer::Options(vec![0, 2])),
        ),
        ("all three", Some(Answer::All)),
        ("both", Some(Answer::Unclear)),
        ("not the first", Some(Answer::Unclear)),
        ("1 and 9", None),
        ("the first five", None),
    ] {
        assert_eq!(
            understand_answer(text, &options(), PendingKind::Choice, &moment()),
            expected,
            "{text:?}"
        );
    }
    let two = &options()[..2];
    for (text, expected) in [
        ("not the first", Answer::Option(1)),
        ("not 2", Answer::Option(0)),
        ("both", Answer::All),
    ] {
        assert_eq!(
            understand_answer(text, two, PendingKind::Choice, &moment()),
            Some(expected),
            "{text:?}"
        );
    }
}

#[test]
fn an_option_is_chosen_by_its_day_and_by_what_it_is_though_it_has_no_number() {
    let meeting = |id, label, day, numbered| AnswerOption {
        label,
        task_id: TaskId::try_from(id).ok(),
        due: Some(jiff::civil::date(2026, 11, day)),
        numbered,
    };
    let options = [
        meeting(1, "#1 Team meeting (Sat 28 Nov)", 28, true),
        meeting(2, "#2 Budget meeting (Mon 30 Nov)", 30, true),
        meeting(3, "#3 Meeting with Smith (Mon 30 Nov)", 30, false),
    ];
    for (text, expected) in [
        ("tomorrow", Some(Answer::Option(0))),
        ("the one tomorrow", Some(Answer::Option(0))),
        ("the saturday one", Some(Answer::Option(0))),
        ("the monday one", Some(Answer::Unclear)),
        ("the budget one on monday", Some(Answer::Option(1))),
        ("smith", Some(Answer::Option(2))),
        ("the meeting one", Some(Answer::Unclear)),
        ("3", Some(Answer::Option(2))),
        ("the third", None),
        ("the last one", Some(Answer::Option(1))),
        ("buy bread tomorrow", None),
        ("sunday", None),
    ] {
        assert_eq!(
            understand_answer(text, &options, PendingKind::Choice, &moment()),
            expected,
            "{text:?}"
        );
    }
}
