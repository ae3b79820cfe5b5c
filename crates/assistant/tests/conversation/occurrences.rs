//! Single occurrences of a repeating task: skipped, moved, done on another day, without touching the series.

use jiff::SignedDuration;
use tasktalk_domain::Due;

use crate::home::{Home, Person, on_each_engine};

/// Someone who goes to the gym on Mondays, Wednesdays and Fridays, the next time tomorrow, and does yoga on Tuesdays.
async fn sporty(home: &Home) -> Person {
    let alice = home.alice();
    alice
        .says_all(&[
            "gym every mon, wed and fri at 7am",
            "yoga every tuesday at 6pm",
            "call the dentist on friday",
        ])
        .await;
    alice
}

/// When a task is due: `2026-11-27 07:00`.
async fn due(person: &Person, id: i64) -> String {
    match person.task(id).await.due {
        Some(Due::DateTime { date_time, .. }) => date_time.strftime("%F %H:%M").to_string(),
        Some(Due::Date { date }) => date.to_string(),
        None => "never".to_owned(),
    }
}

/// Says each thing, and compares when task 1 is due afterwards.
async fn dialogue(person: &Person, turns: &[(&str, &str)]) {
    for (message, expected) in turns {
        let turn = person.says(message).await;
        let found = due(person, 1).await;
        assert_eq!(found, *expected, "{message}: {}", turn.response);
    }
}

#[tokio::test]
async fn skipping_says_what_comes_next_and_can_be_undone() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        let before = alice.task(1).await;
        let turn = alice.says("skip tomorrow's gym").await;
        assert_eq!(
            turn.response,
            "⏭️ Task #1 skipped: **Gym** (Mon 23 Nov, 07:00)\n🔁 next: Wed 25 Nov, 07:00"
        );
        assert_eq!(turn.receipts.len(), 1);
        alice.says("undo").await;
        let after = alice.task(1).await;
        assert_eq!(
            (after.due, after.recurrence, after.exceptions),
            (before.due, before.recurrence, before.exceptions)
        );
    })
    .await;
}

#[tokio::test]
async fn ways_of_skipping() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        dialogue(
            &alice,
            &[
                ("skip gym on friday", "2026-11-23 07:00"),
                ("skip the next gym", "2026-11-25 07:00"),
                ("done with the gym", "2026-11-30 07:00"),
                ("skip the gym on 30 november", "2026-12-02 07:00"),
                ("skip it this time", "2026-12-04 07:00"),
                ("skip the gym", "2026-12-07 07:00"),
                ("cancel the next gym", "2026-12-09 07:00"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_moved_occurrence_leaves_the_series_where_it_was() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        let turn = alice.says("move the gym to tuesday").await;
        assert_eq!(
            turn.response,
            "✏️ Task #1 updated: **Gym**\n📅 Tue 24 Nov 2026, 07:00 (instead of Mon 23 Nov, 07:00)\n\
             🔁 only this once; then Wed 25 Nov, 07:00"
        );
        dialogue(
            &alice,
            &[
                ("move wednesday's gym to thursday at 8", "2026-11-24 07:00"),
                ("done with the gym", "2026-11-26 08:00"),
                ("undo", "2026-11-24 07:00"),
                ("undo", "2026-11-24 07:00"),
                ("undo", "2026-11-23 07:00"),
                ("just this once, do the gym on sunday at 9", "2026-11-29 09:00"),
                ("done with the gym", "2026-11-25 07:00"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn one_or_the_whole_series_is_asked_where_it_is_not_clear() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        let asked = alice.says("delete monday's gym").await;
        assert_eq!(
            asked.pending.as_ref().unwrap().question,
            "Task #1 'Gym' repeats. Only Monday's, or the whole series?"
        );
        let labels: Vec<&str> = asked
            .pending
            .iter()
            .flat_map(|it| &it.options)
            .map(|it| it.label.as_str())
            .collect();
        assert_eq!(
            labels,
            [
                "Only this one (Mon 23 Nov, 07:00)",
                "The whole series",
                "Neither"
            ]
        );
        alice.clicks(&asked, "1").await.unwrap();
        assert_eq!(due(&alice, 1).await, "2026-11-25 07:00");
        for (day, answer, list) in [
            ("wednesday", "neither", 3),
            ("wednesday", "only this one", 3),
            ("friday", "the whole series", 2),
        ] {
            alice.says(&format!("delete {day}'s gym")).await;
            alice.says(answer).await;
            assert_eq!(alice.list().await.len(), list, "{answer}");
        }
        assert!(alice.task(1).await.deleted_at.is_some());
        assert_eq!(due(&alice, 1).await, "2026-11-27 07:00");
    })
    .await;
}

#[tokio::test]
async fn a_new_time_is_for_one_or_for_all() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        dialogue(
            &alice,
            &[
                ("move the gym to 8am", "2026-11-23 07:00"),
                ("only monday", "2026-11-23 08:00"),
                ("done with the gym", "2026-11-25 07:00"),
                ("move the gym to 8am", "2026-11-25 07:00"),
                ("2", "2026-11-25 08:00"),
                ("skip the next gym", "2026-11-27 08:00"),
                ("move the gym to 9am from now on", "2026-11-27 09:00"),
                ("move the gym to 10am this time only", "2026-11-27 10:00"),
                ("skip it this time", "2026-11-30 09:00"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_about_what_was_changed() {
    on_each_engine(async |home| {
        let alice = home.alice();
        dialogue(
            &alice,
            &[
                ("gym every monday at 7am", "2026-11-23 07:00"),
                ("no, make it 8am", "2026-11-23 08:00"),
                ("move the gym to wednesday", "2026-11-25 08:00"),
                ("no, I meant thursday", "2026-11-26 08:00"),
                ("done with the gym", "2026-11-30 08:00"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn skipping_what_does_not_repeat_asks_whether_to_delete_it() {
    on_each_engine(async |home| {
        let alice = sporty(home).await;
        let asked = alice.says("skip the dentist on friday").await;
        assert!(asked.response.contains("delete #3"), "{}", asked.response);
        assert_eq!(alice.list().await.len(), 3);
        let told = alice.says("skip gym on saturday").await;
        assert!(told.receipts.is_empty());
        assert!(
            told.response
                .contains("no occurrence on Sat 28 Nov; its next one is Mon 23 Nov, 07:00"),
            "{}",
            told.response
        );
    })
    .await;
}

#[tokio::test]
async fn done_yesterday_counts_from_yesterday() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says("water the plants every 3 days after I finish")
            .await;
        dialogue(
            &alice,
            &[
                ("I watered the plants yesterday", "2026-11-24"),
                ("I did the plants", "2026-11-24"),
                ("undo", "2026-11-22"),
                ("I did the plants", "2026-11-25"),
                ("undo", "2026-11-22"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn strictly_owes_what_was_missed_and_catching_up_does_not() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["take out the bins every day, strictly", "run every day"])
            .await;
        home.clock.advance(SignedDuration::from_hours(72));
        alice
            .says_all(&["done with the bins", "done with the run"])
            .await;
        assert_eq!(due(&alice, 1).await, "2026-11-23");
        assert_eq!(due(&alice, 2).await, "2026-11-26");
    })
    .await;
}
