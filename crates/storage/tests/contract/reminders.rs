//! Reminders: planned once for each occurrence, told by one teller, gone and back with their task.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::{OccurrenceTime, UserId};
use tasktalk_storage::{
    reminders::{self, NewReminder, ReminderState, StoredReminder},
    users,
};
use uuid::Uuid;

use crate::support::{Person, Test, at, id, on_both};

on_both!(
    an_occurrence_has_one_reminder,
    a_reminder_is_leased_to_one_teller_until_the_lease_ends,
    what_was_called_off_comes_back_as_it_was,
    the_time_before_is_for_those_that_were_not_put_off,
    tasks_without_reminders_are_found_once,
);

fn occurrence(day: i8) -> OccurrenceTime {
    OccurrenceTime::parse(&format!("2026-11-{day:02}T09:00:00[UTC]")).unwrap()
}

async fn plan(person: &Person, day: i8, fire_at: Timestamp) {
    let owner = person.id;
    let new = NewReminder {
        id: Uuid::from_u128(
            u128::from(day.unsigned_abs()) + 1_000 * u128::from(owner.0.unsigned_abs()),
        ),
        task: id(1),
        occurrence: occurrence(day),
        due_at: fire_at,
        fire_at,
    };
    person
        .change(move |tx, _| {
            let new = new.clone();
            Box::pin(async move { reminders::plan(tx, owner, &new).await })
        })
        .await
        .unwrap();
}

async fn call_off(person: &Person, but_for: Vec<OccurrenceTime>) {
    let owner = person.id;
    person
        .change(move |tx, _| {
            let but_for = but_for.clone();
            Box::pin(async move { reminders::call_off(tx, owner, id(1), &but_for).await })
        })
        .await
        .unwrap();
}

/// Leases what is due at this minute, for half a minute.
async fn lease(test: &Test, teller: u128, minute: i64, most: usize) -> (Vec<UserId>, usize) {
    let now = at(minute);
    let until = now + SignedDuration::from_secs(30);
    let longest = until + SignedDuration::from_secs(30);
    test.write(move |tx| {
        Box::pin(reminders::lease(
            tx,
            Uuid::from_u128(teller),
            now,
            until,
            longest,
            most,
        ))
    })
    .await
    .unwrap()
}

async fn leased(test: &Test, owner: UserId, teller: u128) -> Vec<StoredReminder> {
    test.read(move |s| Box::pin(reminders::leased(s, owner, Uuid::from_u128(teller))))
        .await
}

async fn tell(person: &Person, reminder: &StoredReminder, minute: i64) {
    let (owner, reminder) = (person.id, reminder.clone());
    person
        .change(move |tx, _| {
            let reminder = reminder.clone();
            Box::pin(async move { reminders::tell(tx, owner, &reminder, at(minute), 0).await })
        })
        .await
        .unwrap();
}

async fn told(test: &Test, owner: UserId) -> Vec<(Uuid, String)> {
    let told = test
        .read(move |s| Box::pin(reminders::told(s, owner, 9)))
        .await;
    told.into_iter()
        .map(|(one, title)| (one.id, title))
        .collect()
}

async fn get(test: &Test, owner: UserId, id: Uuid) -> Option<StoredReminder> {
    test.read(move |s| Box::pin(reminders::get(s, owner, id)))
        .await
        .map(|found| found.0)
}

async fn an_occurrence_has_one_reminder(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Gym").await;
    for _ in 0..3 {
        plan(&anna, 23, at(5)).await;
    }
    plan(&anna, 24, at(6)).await;
    assert_eq!(lease(&test, 1, 4, 9).await, (Vec::new(), 0));
    assert_eq!(lease(&test, 1, 6, 9).await, (vec![anna.id], 2));
    let mine = leased(&test, anna.id, 1).await;
    tell(&anna, &mine[0], 6).await;
    // Planned again after it was told, it stays told.
    plan(&anna, 23, at(9)).await;
    let expected = (mine[0].id, "Gym".to_owned());
    assert_eq!(told(&test, anna.id).await, [expected]);
    // A later one of the same task takes its place.
    tell(&anna, &mine[1], 7).await;
    let expected = (mine[1].id, "Gym".to_owned());
    assert_eq!(told(&test, anna.id).await, [expected]);
    let nobodys = test.person("bob").await;
    assert_eq!(get(&test, nobodys.id, mine[1].id).await, None);
    // What ended is forgotten in time, what is told is not.
    let owner = anna.id;
    anna.change(move |tx, _| Box::pin(reminders::forget(tx, owner, id(1), at(60))))
        .await
        .unwrap();
    assert_eq!(get(&test, owner, mine[0].id).await, None);
    assert!(get(&test, owner, mine[1].id).await.is_some());
}

async fn a_reminder_is_leased_to_one_teller_until_the_lease_ends(test: Test) {
    let mut people = Vec::new();
    for name in ["a", "b", "c", "d"] {
        let person = test.person(name).await;
        person.add("Gym").await;
        for day in 1..=25 {
            plan(&person, day, at(day.into())).await;
        }
        people.push(person);
    }
    // Five tellers at once, each as often as there is something: nothing is leased twice.
    let tellers = (1..=5_u128).map(|teller| {
        let test = &test;
        async move {
            let mut count = 0;
            loop {
                let (_, found) = lease(test, teller, 25, 7).await;
                count += found;
                if found == 0 {
                    return count;
                }
            }
        }
    });
    assert_eq!(join_all(tellers).await.iter().sum::<usize>(), 100);
    let mut seen = std::collections::HashSet::new();
    for person in &people {
        for teller in 1..=5 {
            for one in leased(&test, person.id, teller).await {
                assert!(seen.insert(one.id), "leased by two");
            }
        }
    }
    assert_eq!(seen.len(), 100);

    // The tellers are gone. Half a minute later another one has them all, and the first has nothing to tell any more.
    assert_eq!(lease(&test, 6, 26, 999).await.1, 100);
    assert_eq!(leased(&test, people[0].id, 1).await, []);
    // A lease from a clock that was put back far is none.
    assert_eq!(lease(&test, 7, 25, 999).await.1, 100);

    // What its task calls off meanwhile, nobody tells.
    call_off(&people[0], Vec::new()).await;
    assert_eq!(leased(&test, people[0].id, 7).await, []);
    let owner = people[1].id;
    test.write(move |tx| Box::pin(reminders::call_off_all(tx, owner)))
        .await
        .unwrap();
    assert_eq!(leased(&test, owner, 7).await, []);
    let (left, count) = lease(&test, 8, 27, 999).await;
    assert_eq!((left.len(), count), (2, 50));
}

async fn what_was_called_off_comes_back_as_it_was(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Gym").await;
    let owner = anna.id;
    plan(&anna, 23, at(5)).await;
    plan(&anna, 24, at(50)).await;
    lease(&test, 1, 5, 9).await;
    let first = leased(&test, owner, 1).await.remove(0);
    tell(&anna, &first, 5).await;
    call_off(&anna, Vec::new()).await;
    assert_eq!(told(&test, owner).await, []);
    let revive = async |not_before: i64| {
        anna.change(move |tx, _| {
            Box::pin(async move {
                let one = occurrence(23);
                reminders::revive(tx, owner, id(1), &one, at(not_before)).await
            })
        })
        .await
        .unwrap();
    };
    // Told before, it is told again only in the list.
    revive(0).await;
    assert_eq!(told(&test, owner).await.len(), 1);
    assert_eq!(lease(&test, 2, 40, 9).await.1, 0);
    // Put off, called off, and back: at the time it was put off to.
    let first_id = first.id;
    anna.change(move |tx, _| Box::pin(reminders::snooze(tx, owner, first_id, at(30))))
        .await
        .unwrap();
    call_off(&anna, vec![occurrence(24)]).await;
    assert_eq!(lease(&test, 3, 40, 9).await.1, 0);
    revive(31).await;
    assert_eq!(lease(&test, 3, 40, 9).await.1, 0, "too long ago");
    revive(30).await;
    assert_eq!(lease(&test, 3, 40, 9).await.1, 1);
    // One that was never told comes with the time that is planned now.
    call_off(&anna, Vec::new()).await;
    plan(&anna, 24, at(45)).await;
    assert_eq!(lease(&test, 4, 45, 9).await.1, 1);
    anna.change(move |tx, _| {
        Box::pin(reminders::close(
            tx,
            owner,
            first_id,
            ReminderState::Answered,
        ))
    })
    .await
    .unwrap();
    revive(0).await;
    let first = get(&test, owner, first_id).await.unwrap();
    assert_eq!(
        first.state,
        ReminderState::Answered,
        "what was answered stays so"
    );
}

async fn the_time_before_is_for_those_that_were_not_put_off(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    for person in [&anna, &bob] {
        person.add("Gym").await;
        plan(person, 21, at(8)).await;
        plan(person, 23, at(20)).await;
        plan(person, 24, at(60)).await;
        plan(person, 25, at(90)).await;
    }
    let owner = anna.id;
    anna.change(move |tx, _| {
        Box::pin(async move {
            let put_off = Uuid::from_u128(25 + 1_000 * u128::from(owner.0.unsigned_abs()));
            reminders::snooze(tx, owner, put_off, at(95)).await?;
            reminders::reschedule(tx, owner, SignedDuration::from_mins(15), at(10)).await
        })
    })
    .await
    .unwrap();
    let mut times = Vec::new();
    for day in [21, 23, 24, 25] {
        let id = Uuid::from_u128(day + 1_000 * u128::from(owner.0.unsigned_abs()));
        times.push(get(&test, owner, id).await.unwrap().fire_at);
    }
    // Past ones stay; 20 − 15 has passed, so it is the time itself; the one put off stays put off.
    assert_eq!(times, [at(8), at(20), at(45), at(95)]);
    assert_eq!(lease(&test, 1, 50, 9).await.1, 5, "nobody else's moved");
}

async fn tasks_without_reminders_are_found_once(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    assert!(
        unplanned(&test).await.is_empty(),
        "new people need no planning"
    );
    test.home
        .run_sql("UPDATE users SET reminders_planned = FALSE")
        .await;
    assert_eq!(unplanned(&test).await, [anna.id, bob.id]);
    let (hers, his) = (anna.id, bob.id);
    anna.change(move |tx, _| Box::pin(reminders::mark_planned(tx, hers)))
        .await
        .unwrap();
    bob.change(move |tx, _| Box::pin(users::mark_deleted(tx, his, at(1))))
        .await
        .unwrap();
    assert!(unplanned(&test).await.is_empty());
}

async fn unplanned(test: &Test) -> Vec<UserId> {
    test.read(|s| Box::pin(reminders::unplanned(s, UserId(0), 9)))
        .await
}
