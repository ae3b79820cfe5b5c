//! Accounts and secrets.

use serde_json::json;
use tasktalk_domain::{Change, Email, Locale, User, UserId, Zone};
use tasktalk_storage::{
    Conflict, StorageError, secrets,
    users::{self, NewUser, ProfilePatch},
};

use crate::support::{Test, at, on_both};

on_both!(
    accounts_are_found_by_all_their_names,
    an_address_has_one_account,
    profiles_change_only_where_asked,
    the_terminals_user_is_claimed_once,
    whoever_leaves_is_not_found_for_changes,
    accounts_are_listed_by_number,
    programs_that_start_together_agree_on_a_secret,
);

fn email(name: &str) -> Email {
    Email::parse(&format!("{name}@example.com")).unwrap()
}

async fn create(test: &Test, new: NewUser) -> Result<UserId, StorageError> {
    test.write(move |tx| {
        let new = new.clone();
        Box::pin(async move { Ok(users::create(tx, new, at(0)).await?.id) })
    })
    .await
}

async fn accounts_are_found_by_all_their_names(test: Test) {
    let new = NewUser {
        email: Some(email("anna")),
        external_id: Some("auth0|7".to_owned()),
        name: Some("Anna".to_owned()),
        password_hash: Some("$argon2id$…".to_owned()),
        timezone: Some(Zone::parse("Europe/Berlin").unwrap()),
        locale: Some(Locale::parse("de").unwrap()),
    };
    let id = create(&test, new).await.unwrap();
    assert_eq!(id, UserId(1));
    let (by_id, by_email, by_external_id, unknown) = test
        .read(move |s| {
            Box::pin(async move {
                Ok((
                    users::by_id(s, id).await?.unwrap(),
                    users::by_email(s, &email("anna")).await?.unwrap(),
                    users::by_external_id(s, "auth0|7").await?.unwrap(),
                    users::by_email(s, &email("bob")).await?,
                ))
            })
        })
        .await;
    assert_eq!(by_id.name.as_deref(), Some("Anna"));
    assert_eq!(by_id.timezone.as_ref().unwrap().name(), "Europe/Berlin");
    assert_eq!(by_id.locale.as_ref().unwrap().as_str(), "de");
    assert_eq!(by_id.settings, json!({}));
    assert_eq!(by_email, (by_id.clone(), Some("$argon2id$…".to_owned())));
    assert_eq!(by_external_id, by_id);
    assert_eq!(unknown, None);
}

async fn an_address_has_one_account(test: Test) {
    for (new, expected) in [
        (
            NewUser {
                email: Some(email("anna")),
                ..NewUser::default()
            },
            Conflict::Email,
        ),
        (
            NewUser {
                external_id: Some("x".to_owned()),
                ..NewUser::default()
            },
            Conflict::ExternalId,
        ),
    ] {
        create(&test, new.clone()).await.unwrap();
        let again = create(&test, new).await;
        assert!(
            matches!(&again, Err(StorageError::Conflict(conflict)) if *conflict == expected),
            "{again:?}"
        );
    }
    // Accounts with neither are not in each other's way.
    create(&test, NewUser::default()).await.unwrap();
    create(&test, NewUser::default()).await.unwrap();
}

async fn profiles_change_only_where_asked(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let patch = |patch: ProfilePatch| {
        let database = test.database.clone();
        async move {
            database
                .write(move |tx| Box::pin(users::update_profile(tx, owner, patch.clone(), at(5))))
                .await
                .map_err(|error: StorageError| error)
                .unwrap()
                .unwrap()
        }
    };
    let user = patch(ProfilePatch {
        name: Change::Set("Anna".to_owned()),
        settings: Some(json!({"theme": "dark"})),
        ..ProfilePatch::default()
    })
    .await;
    assert_eq!(user.name.as_deref(), Some("Anna"));
    assert_eq!(user.settings, json!({"theme": "dark"}));
    assert_eq!(user.updated_at, at(5));
    let user = patch(ProfilePatch {
        name: Change::Clear,
        timezone: Change::Set(Zone::utc()),
        ..ProfilePatch::default()
    })
    .await;
    assert_eq!(user.name, None);
    assert_eq!(user.timezone, Some(Zone::utc()));
    assert_eq!(user.settings, json!({"theme": "dark"}));
    let nobody = test
        .write(|tx| {
            Box::pin(users::update_profile(
                tx,
                UserId(99),
                ProfilePatch::default(),
                at(5),
            ))
        })
        .await
        .unwrap();
    assert_eq!(nobody, None);
}

async fn the_terminals_user_is_claimed_once(test: Test) {
    let terminal = create(&test, NewUser::default()).await.unwrap();
    test.person("bob").await;
    let (first, claimable) = test
        .read(|s| {
            Box::pin(async move { Ok((users::first(s).await?, users::claimable_first(s).await?)) })
        })
        .await;
    assert_eq!(first.unwrap().id, terminal);
    assert_eq!(claimable.unwrap().id, terminal);
    let user = claim(&test, terminal, "anna").await.unwrap().unwrap();
    assert_eq!(user.email, Some(email("anna")));
    assert_eq!(user.name.as_deref(), Some("anna"));
    assert_eq!(claim(&test, terminal, "carl").await.unwrap(), None);
    let other = create(&test, NewUser::default()).await.unwrap();
    assert!(matches!(
        claim(&test, other, "bob").await,
        Err(StorageError::Conflict(Conflict::Email))
    ));
}

async fn claim(test: &Test, id: UserId, name: &'static str) -> Result<Option<User>, StorageError> {
    test.write(move |tx| {
        Box::pin(async move {
            users::claim(tx, id, &email(name), "hash", Some(name), None, at(1)).await
        })
    })
    .await
}

async fn whoever_leaves_is_not_found_for_changes(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    anna.change(move |tx, _| Box::pin(users::mark_deleted(tx, owner, at(5))))
        .await
        .unwrap();
    let (locked, early, due, first) = test
        .write(move |tx| {
            Box::pin(async move {
                Ok((
                    users::lock(tx, owner).await?.is_some(),
                    users::due_for_erasure(tx, at(5)).await?,
                    users::due_for_erasure(tx, at(6)).await?,
                    users::first(tx).await?,
                ))
            })
        })
        .await
        .unwrap();
    assert_eq!(
        (locked, early, due, first),
        (false, vec![], vec![owner], None)
    );
}

async fn accounts_are_listed_by_number(test: Test) {
    for name in ["anna", "bob", "carl"] {
        test.person(name).await;
    }
    let (all, rest) = test
        .read(|s| {
            Box::pin(async move {
                Ok((
                    users::list(s, None, 2).await?,
                    users::list(s, Some(UserId(2)), 2).await?,
                ))
            })
        })
        .await;
    assert_eq!(all.iter().map(|user| user.id.0).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(rest.iter().map(|user| user.id.0).collect::<Vec<_>>(), [3]);
}

async fn programs_that_start_together_agree_on_a_secret(test: Test) {
    let attempts = (0..8).map(|n| {
        let value = format!("secret {n}");
        test.database.write::<_, StorageError, _>(move |tx| {
            let value = value.clone();
            Box::pin(async move { secrets::get_or_create(tx, "jwt", &value).await })
        })
    });
    let got = futures_util::future::try_join_all(attempts).await.unwrap();
    assert!(got.iter().all(|secret| *secret == got[0]), "{got:?}");
}
