//! Taking one change back by its receipt's token.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::chat::Receipt;
use crate::object::objects;

/// Which change to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct UndoRequest {
    /// The `undo_token` of a receipt, or of the `undo-token` header of a change over REST.
    #[schema(format = "uuid")]
    pub undo_token: String,
}

/// What taking it back changed; these receipts can be undone in turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UndoResponse {
    /// The changes of the reversal.
    pub receipts: Vec<Receipt>,
}

objects!(UndoRequest);
