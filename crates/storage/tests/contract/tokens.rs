//! Refresh tokens, personal access tokens, failed attempts to sign in.

use jiff::SignedDuration;
use tasktalk_domain::UserId;
use tasktalk_storage::{
    access_tokens::{self, AccessToken},
    login_attempts::{self, Attempts, Policy},
    refresh_tokens::{self, RefreshToken},
};
use uuid::Uuid;

use crate::support::{Test, at, on_both};

on_both!(
    a_refresh_token_is_used_once,
    revoking_ends_a_session,
    expired_tokens_are_forgotten,
    access_tokens_live_until_revoked,
    failures_add_up_and_block,
    failures_are_forgotten,
);

fn refresh_token(user: UserId, number: u128, family: u128) -> RefreshToken {
    RefreshToken {
        id: Uuid::from_u128(number),
        family: Uuid::from_u128(family),
        user,
        token_hash: format!("hash {number}"),
        successor: None,
        created_at: at(0),
        expires_at: at(100),
        used_at: None,
        revoked_at: None,
    }
}

async fn store(test: &Test, token: RefreshToken) {
    test.write(move |tx| {
        let token = token.clone();
        Box::pin(async move { refresh_tokens::insert(tx, &token).await })
    })
    .await
    .unwrap();
}

async fn a_refresh_token_is_used_once(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let token = refresh_token(owner, 1, 9);
    store(&test, token.clone()).await;
    let found = test
        .read(|s| Box::pin(refresh_tokens::by_hash(s, "hash 1")))
        .await;
    assert_eq!(found.as_ref(), Some(&token));
    let successor = Uuid::from_u128(2);
    for expected in [true, false] {
        let used = anna
            .change(move |tx, _| {
                Box::pin(refresh_tokens::mark_used(
                    tx,
                    owner,
                    token.id,
                    successor,
                    at(3),
                ))
            })
            .await
            .unwrap();
        assert_eq!(used, expected);
    }
    let found = test
        .read(|s| Box::pin(refresh_tokens::by_hash(s, "hash 1")))
        .await
        .unwrap();
    assert_eq!(
        (found.used_at, found.successor),
        (Some(at(3)), Some(successor))
    );
    let other = test
        .read(|s| Box::pin(refresh_tokens::by_hash(s, "hash 2")))
        .await;
    assert_eq!(other, None);
}

async fn revoking_ends_a_session(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    for (number, family) in [(1, 8), (2, 8), (3, 9), (4, 10)] {
        store(&test, refresh_token(owner, number, family)).await;
    }
    anna.change(move |tx, _| {
        Box::pin(refresh_tokens::revoke_family(
            tx,
            owner,
            Uuid::from_u128(8),
            at(1),
        ))
    })
    .await
    .unwrap();
    let live = |minute| {
        test.read(move |s| {
            Box::pin(async move {
                let mut live = Vec::new();
                for family in [8, 9, 10, 11] {
                    let family = Uuid::from_u128(family);
                    live.push(refresh_tokens::family_is_live(s, owner, family, at(minute)).await?);
                }
                Ok(live)
            })
        })
    };
    assert_eq!(live(1).await, [false, true, true, false]);
    assert_eq!(live(100).await, [false; 4]);
    anna.change(move |tx, _| Box::pin(refresh_tokens::revoke_all(tx, owner, at(2))))
        .await
        .unwrap();
    assert_eq!(live(1).await, [false; 4]);
}

async fn expired_tokens_are_forgotten(test: Test) {
    let anna = test.person("anna").await;
    store(&test, refresh_token(anna.id, 1, 9)).await;
    for (minute, expected) in [(100, 0), (101, 1)] {
        let forgotten = test
            .write(move |tx| Box::pin(refresh_tokens::prune(tx, at(minute))))
            .await
            .unwrap();
        assert_eq!(forgotten, expected);
    }
}

async fn access_tokens_live_until_revoked(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let (owner, stranger) = (anna.id, bob.id);
    let token = AccessToken {
        id: Uuid::from_u128(1),
        owner,
        name: "my script".to_owned(),
        prefix: "tt_abc".to_owned(),
        token_hash: "hash".to_owned(),
        scopes: "tasks:read tasks:write".to_owned(),
        created_at: at(0),
        expires_at: None,
        last_used_at: None,
        revoked_at: None,
    };
    let stored = token.clone();
    let touched = anna
        .change(move |tx, _| {
            let token = stored.clone();
            Box::pin(async move {
                access_tokens::insert(tx, &token).await?;
                access_tokens::touch(tx, owner, token.id, at(7)).await?;
                access_tokens::by_hash(tx, "hash").await
            })
        })
        .await
        .unwrap();
    let (found, user) = touched.unwrap();
    assert_eq!(user.id, owner);
    assert_eq!(
        found,
        AccessToken {
            last_used_at: Some(at(7)),
            ..token
        }
    );
    let (foreign, first, second, listed) = anna
        .change(move |tx, _| {
            Box::pin(async move {
                let id = Uuid::from_u128(1);
                assert_eq!(access_tokens::list(tx, owner).await?.len(), 1);
                Ok((
                    access_tokens::revoke(tx, stranger, id, at(8)).await?,
                    access_tokens::revoke(tx, owner, id, at(8)).await?,
                    access_tokens::revoke(tx, owner, id, at(9)).await?,
                    access_tokens::list(tx, owner).await?,
                ))
            })
        })
        .await
        .unwrap();
    assert_eq!((foreign, first, second), (false, true, false));
    assert!(listed.is_empty());
    let (revoked, _) = test
        .read(|s| Box::pin(access_tokens::by_hash(s, "hash")))
        .await
        .unwrap();
    assert_eq!(revoked.revoked_at, Some(at(8)));
}

fn policy() -> Policy {
    Policy {
        window: SignedDuration::from_mins(10),
        free: 2,
        block_for: SignedDuration::from_mins(5),
    }
}

async fn fail(test: &Test, minute: i64) -> Attempts {
    test.write(move |tx| {
        Box::pin(login_attempts::record_failure(
            tx,
            "account:anna",
            at(minute),
            policy(),
        ))
    })
    .await
    .unwrap()
}

async fn failures_add_up_and_block(test: Test) {
    for (minute, failures, blocked_until) in [
        (0, 1, None),
        (1, 2, None),
        (2, 3, Some(at(7))),
        (8, 4, Some(at(13))),
        // The first was more than ten minutes ago: it begins again.
        (20, 1, None),
    ] {
        let attempts = fail(&test, minute).await;
        assert_eq!(attempts.failures, failures, "minute {minute}");
        assert_eq!(attempts.blocked_until, blocked_until, "minute {minute}");
    }
}

async fn failures_are_forgotten(test: Test) {
    fail(&test, 0).await;
    let keys = ["account:anna", "address:192.0.2.1", "account:bob"];
    let known = || test.read(move |s| Box::pin(async move { login_attempts::get(s, &keys).await }));
    let found = known().await;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].key.as_str(), found[0].first_at), (keys[0], at(0)));
    test.write(|tx| Box::pin(login_attempts::clear(tx, "account:anna")))
        .await
        .unwrap();
    assert!(known().await.is_empty());
    fail(&test, 3).await;
    for (minute, expected) in [(3, 0), (4, 1)] {
        let forgotten = test
            .write(move |tx| Box::pin(login_attempts::prune(tx, at(minute))))
            .await
            .unwrap();
        assert_eq!(forgotten, expected);
    }
}
