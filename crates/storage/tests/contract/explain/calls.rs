//! A call of every function of the crate.

use jiff::{SignedDuration, civil::date};
use tasktalk_domain::{
    ConversationTitle, DoneFilter, DueFilter, Email, MessageId, OccurrenceTime, Priority, SortKey,
    SortOrder, StatusFilter, Tag, Task, TaskFilter, UserId, Zone,
};
use tasktalk_storage::{
    Snapshot, StorageError, Transaction,
    access_tokens::{self, AccessToken},
    changes, completions, conversations, events, idempotency, login_attempts, messages,
    model_usage,
    refresh_tokens::{self, RefreshToken},
    reminders, secrets, tasks,
    turns::{self, RunningTurn},
    users,
};
use uuid::Uuid;

use crate::support::{at, conversation, id, message, misspelt, receipt, task};

const OWNER: UserId = UserId(1);
const NOTHING: Uuid = Uuid::from_u128(0);

pub(super) async fn change_everything(tx: &Transaction<'_>) -> Result<(), StorageError> {
    let locked = users::lock(tx, OWNER).await?.unwrap();
    let zone = Zone::utc();
    users::update_profile(tx, OWNER, users::ProfilePatch::default(), at(0)).await?;
    let email = Email::parse("x@example.com").unwrap();
    users::claim(tx, OWNER, &email, "", None, Some(&zone), at(0)).await?;
    users::set_password_hash(tx, OWNER, "", at(0)).await?;
    // The last of the erasures below finds this one.
    let new = users::NewUser::default();
    let leaving = users::create(tx, new, at(0)).await?.id;
    users::mark_deleted(tx, leaving, at(0)).await?;

    let number = id(1_000);
    let full = Task {
        tags: Tag::parse_all(&["a", "b", "c"]).unwrap(),
        ..task(number, "one two three four five six seven")
    };
    let other = task(number, "nothing like it");
    tasks::insert(tx, OWNER, &full).await?;
    tasks::save(tx, OWNER, &full, &other).await?;
    completions::insert(tx, OWNER, number, None, at(0)).await?;
    completions::delete_newest(tx, OWNER, number).await?;

    let talk = conversation(1, 0);
    conversations::insert(tx, OWNER, &talk).await?;
    let title = ConversationTitle::parse("x").unwrap();
    conversations::set_title(tx, OWNER, talk.id, &title, at(0)).await?;
    conversations::touch(tx, OWNER, talk.id, at(0)).await?;
    messages::append(tx, OWNER, talk.id, &message(1, "x")).await?;
    messages::append(tx, OWNER, talk.id, &message(2, "y")).await?;
    messages::delete_from(tx, OWNER, talk.id, message(2, "y").id).await?;

    let receipt_1 = receipt(1, &other);
    changes::insert(tx, OWNER, &locked, NOTHING, Some(talk.id), &receipt_1).await?;
    let receipt_2 = receipt(2, &other);
    changes::insert_reversal(tx, OWNER, &locked, NOTHING, None, &receipt_2).await?;
    changes::mark_undone(tx, OWNER, NOTHING, at(0)).await?;
    changes::mark_token_undone(tx, OWNER, NOTHING, at(0)).await?;
    events::append(tx, OWNER, &locked, "x", "x", 1, at(0)).await?;
    let event = events::NewEvent {
        kind: "x",
        object_id: "x",
        version: 1,
        at: at(0),
        data: None,
    };
    events::append_with_data(tx, OWNER, &locked, event).await?;
    remind(tx).await?;
    idempotency::store(tx, OWNER, "key", "", 200, "", at(0)).await?;
    idempotency::store_if_none(tx, OWNER, "key", "", 200, "", at(0)).await?;
    idempotency::forget(tx, OWNER, "key").await?;
    let running = RunningTurn {
        owner: OWNER,
        message: MessageId(NOTHING),
        conversation: talk.id,
        idempotency: None,
        lease_until: at(0),
    };
    turns::begin(tx, OWNER, &running).await?;
    turns::end(tx, OWNER, running.message).await?;
    model_usage::add(tx, OWNER, date(2026, 11, 22), 1).await?;

    let refresh = RefreshToken {
        id: NOTHING,
        family: NOTHING,
        user: OWNER,
        token_hash: "x".to_owned(),
        successor: None,
        created_at: at(0),
        expires_at: at(0),
        used_at: None,
        revoked_at: None,
    };
    refresh_tokens::insert(tx, &refresh).await?;
    refresh_tokens::mark_used(tx, OWNER, NOTHING, NOTHING, at(0)).await?;
    refresh_tokens::revoke_family(tx, OWNER, NOTHING, at(0)).await?;
    refresh_tokens::revoke_all(tx, OWNER, at(0)).await?;
    let access = AccessToken {
        id: NOTHING,
        owner: OWNER,
        name: "x".to_owned(),
        prefix: "x".to_owned(),
        token_hash: "x".to_owned(),
        scopes: String::new(),
        created_at: at(0),
        expires_at: None,
        last_used_at: None,
        revoked_at: None,
    };
    access_tokens::insert(tx, &access).await?;
    access_tokens::touch(tx, OWNER, NOTHING, at(0)).await?;
    access_tokens::revoke(tx, OWNER, NOTHING, at(0)).await?;
    let policy = login_attempts::Policy {
        window: SignedDuration::from_mins(1),
        free: 1,
        block_for: SignedDuration::from_mins(1),
    };
    login_attempts::remember(tx, "y", at(0)).await?;
    login_attempts::record_failure(tx, "x", at(0), policy).await?;
    secrets::get_or_create(tx, "x", "x").await.map(|_| ())
}

async fn remind(tx: &Transaction<'_>) -> Result<(), StorageError> {
    let one = OccurrenceTime::parse("2026-11-22T09:00:00[UTC]").unwrap();
    let new = reminders::NewReminder {
        id: NOTHING,
        task: id(1),
        occurrence: one.clone(),
        due_at: at(0),
        fire_at: at(0),
    };
    reminders::plan(tx, OWNER, &new).await?;
    reminders::revive(tx, OWNER, id(1), &one, at(0)).await?;
    reminders::reschedule(tx, OWNER, SignedDuration::from_mins(1), at(0)).await?;
    reminders::lease(tx, NOTHING, at(0), at(1), at(2), 50).await?;
    let (stored, _) = reminders::get(tx, OWNER, NOTHING).await?.unwrap();
    reminders::tell(tx, OWNER, &stored, at(0), 0).await?;
    reminders::snooze(tx, OWNER, NOTHING, at(0)).await?;
    reminders::unsnooze(tx, OWNER, NOTHING).await?;
    reminders::close(tx, OWNER, NOTHING, stored.state).await?;
    reminders::call_off(tx, OWNER, id(1), &[one]).await?;
    reminders::call_off_all(tx, OWNER).await?;
    reminders::mark_planned(tx, OWNER).await?;
    reminders::forget(tx, OWNER, id(1), at(0)).await
}

pub(super) async fn read_everything(s: &Snapshot<'_>) -> Result<(), StorageError> {
    users::by_id(s, OWNER).await?;
    users::by_email(s, &Email::parse("x@example.com").unwrap()).await?;
    users::by_external_id(s, "x").await?;
    users::first(s).await?;
    users::claimable_first(s).await?;
    users::list(s, Some(OWNER), 50).await?;
    users::due_for_erasure(s, at(0)).await?;

    turns::running(s, OWNER).await?;
    turns::abandoned(s, at(0)).await?;
    model_usage::tokens_on(s, OWNER, date(2026, 11, 22)).await?;
    tasks::get(s, OWNER, id(1)).await?;
    tasks::get_many(s, OWNER, &[id(1), id(2), id(3)]).await?;
    tasks::recent(s, OWNER, 50).await?;
    tasks::titled(s, OWNER, "x", 1).await?;
    find_in_every_way(s).await?;
    list_in_every_way(s).await?;
    completions::last(s, OWNER, id(1)).await?;
    tasks::done_and_open(s, OWNER, 50).await?;

    let talk = conversation(1, 0).id;
    conversations::get(s, OWNER, talk).await?;
    list_conversations(s).await?;
    messages::last(s, OWNER, talk, 20).await?;
    messages::remembered(s, OWNER, talk, 20).await?;
    messages::get(s, OWNER, talk, MessageId(NOTHING)).await?;
    for order in [SortOrder::Asc, SortOrder::Desc] {
        messages::walk(s, OWNER, talk, None, order, 20).await?;
        messages::walk(s, OWNER, talk, Some(MessageId(NOTHING)), order, 20).await?;
    }
    for number in 0..3 {
        let said = messages::page(s, OWNER, talk, number, None).await?;
        messages::page(s, OWNER, talk, 1, said.next.as_ref()).await?;
    }
    changes::newest_batches(s, OWNER, talk, 1, at(0)).await?;
    changes::by_token(s, OWNER, NOTHING).await?;
    changes::undone(s, OWNER, &[NOTHING, NOTHING]).await?;
    events::after(s, OWNER, 0, 50).await?;
    events::newest(s, OWNER).await?;
    events::newest_of(s, &[OWNER, UserId(2), UserId(3)]).await?;
    tasks::with_time(s, OWNER, None, 50).await?;
    tasks::tags(s, OWNER).await?;
    reminders::any_due(s, at(0)).await?;
    reminders::leased(s, OWNER, NOTHING).await?;
    reminders::get(s, OWNER, NOTHING).await?;
    reminders::told(s, OWNER, 50).await?;
    reminders::unplanned(s, OWNER, 50).await?;
    idempotency::find(s, OWNER, "key").await?;
    refresh_tokens::by_hash(s, "x").await?;
    refresh_tokens::family_is_live(s, OWNER, NOTHING, at(0)).await?;
    access_tokens::by_hash(s, "x").await?;
    access_tokens::list(s, OWNER).await?;
    access_tokens::is_live(s, OWNER, NOTHING, at(0)).await?;
    login_attempts::get(s, &["x", "y", "z"]).await.map(|_| ())
}

/// By few words and many, rare and common ones, on the list and in the trash.
async fn find_in_every_way(s: &Snapshot<'_>) -> Result<(), StorageError> {
    let words = ["first", "second", "third", "fourth", "fifth"].map(str::to_owned);
    for count in 0..=words.len() {
        let some = || words[..count].to_vec();
        let query = tasks::WordQuery {
            whole: some(),
            beginnings: some(),
            misspelt: words[..count].iter().map(|word| misspelt(word)).collect(),
        };
        tasks::vocabulary(s, OWNER, &query).await?;
        for tasks_each in [1, 1_500, 3_000] {
            let asked = |word: String| {
                let known = tasks::KnownWord {
                    word,
                    tasks: tasks_each,
                };
                tasks::AskedWord {
                    spellings: vec![(known, 1.0)],
                }
            };
            let clues = tasks::TaskClues {
                titles: some(),
                words: some().into_iter().map(asked).collect(),
                among: tasks::Among::Open,
            };
            tasks::candidates(s, OWNER, &clues, 50).await?;
        }
    }
    Ok(())
}

async fn list_conversations(s: &Snapshot<'_>) -> Result<(), StorageError> {
    for text in [None, Some("x".to_owned())] {
        let mut query = conversations::ConversationQuery {
            limit: 1,
            cursor: None,
            text,
        };
        query.cursor = conversations::page(s, OWNER, &query).await?.next;
        conversations::page(s, OWNER, &query).await?;
    }
    Ok(())
}

/// Every filter by itself, and all at once, in every order, first pages and further ones.
async fn list_in_every_way(s: &Snapshot<'_>) -> Result<(), StorageError> {
    let day = date(2026, 11, 27);
    let now = at(0);
    let due = |due| TaskFilter {
        due: Some(due),
        ..TaskFilter::default()
    };
    let done = DoneFilter::between(Some(day), Some(day), &Zone::utc());
    let all_at_once = TaskFilter {
        status: StatusFilter::Pending,
        text: Some("one two".to_owned()),
        tag: Some(Tag::parse("a").unwrap()),
        priority: Some(Priority::High),
        due: Some(DueFilter::on(day)),
        done: Some(Box::new(done)),
        either: vec![due(DueFilter::Overdue), due(DueFilter::on(day))],
        except: vec![due(DueFilter::Any)],
    };
    let filters = [
        TaskFilter::default(),
        TaskFilter {
            status: StatusFilter::Completed,
            done: Some(Box::new(done)),
            ..TaskFilter::default()
        },
        TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        },
        TaskFilter {
            status: StatusFilter::Completed,
            ..TaskFilter::default()
        },
        TaskFilter {
            text: Some("one".to_owned()),
            ..TaskFilter::default()
        },
        TaskFilter {
            tag: Some(Tag::parse("a").unwrap()),
            ..TaskFilter::default()
        },
        due(DueFilter::None),
        due(DueFilter::Any),
        due(DueFilter::Overdue),
        TaskFilter {
            status: StatusFilter::Completed,
            done: Some(Box::new(done)),
            ..TaskFilter::default()
        },
        all_at_once,
    ];
    let sorts = [
        SortKey::Created,
        SortKey::Due,
        SortKey::Priority,
        SortKey::Title,
        SortKey::Updated,
    ];
    for filter in filters {
        tasks::count(s, OWNER, &filter, day, now).await?;
        for sort in sorts {
            for order in [SortOrder::Asc, SortOrder::Desc] {
                let mut query = tasks::TaskQuery {
                    filter: filter.clone(),
                    today: day,
                    now,
                    sort,
                    order,
                    limit: 1,
                    cursor: None,
                    trash: false,
                };
                query.cursor = tasks::list(s, OWNER, &query).await?.next;
                tasks::list(s, OWNER, &query).await?;
                query.trash = true;
                tasks::list(s, OWNER, &query).await?;
            }
        }
    }
    Ok(())
}

pub(super) async fn remove_everything(tx: &Transaction<'_>) -> Result<(), StorageError> {
    conversations::delete(tx, OWNER, conversation(1, 0).id).await?;
    tasks::prune_trash(tx, at(0)).await?;
    changes::prune(tx, OWNER, at(0)).await?;
    events::prune(tx, OWNER, at(0)).await?;
    for found in [
        idempotency::prune(tx, at(0)).await?,
        model_usage::prune(tx, date(2026, 11, 22)).await?,
        refresh_tokens::prune(tx, at(0)).await?,
        login_attempts::prune(tx, at(0)).await?,
    ] {
        assert_eq!(found, 500);
    }
    login_attempts::clear(tx, "x").await?;
    users::erase(tx, OWNER).await
}
