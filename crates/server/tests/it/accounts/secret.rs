//! The secret that signs tokens when none was given.

use super::{refusal, sign_up};
use crate::support::{Start, on_both_engines};

on_both_engines!(instances_agree_on_the_secret_and_keep_it);

async fn instances_agree_on_the_secret_and_keep_it(start: Start) {
    // Two that start at the same time on an empty database.
    let (one, other) = tokio::join!(start.app(), start.app());
    let session = sign_up(&one, "anna@example.com").await;
    assert_eq!(refusal(&other, &session.access_token).await, None);
    one.stop().await;
    other.stop().await;
    let restarted = start.app().await;
    assert_eq!(refusal(&restarted, &session.access_token).await, None);
    restarted.stop().await;
}
