//! Whether the process lives, and whether it can work.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A sign of life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// Always `ok`; anything else is a problem document.
    #[schema(examples("ok"))]
    pub status: String,
}
