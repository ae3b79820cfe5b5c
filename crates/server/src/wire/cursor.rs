//! Cursors as they travel: bound to the list that gave them out, so that one can't be taken for a place in another.
//!
//! They are no secrets: a list takes its owner from the token, never from a cursor. The seal finds mistakes.

use aws_lc_rs::digest;
use serde::Serialize;
use tasktalk_domain::UserId;

use crate::problem::{Code, Problem};

/// Hexadecimal digits of a seal: enough that two lists of one user never share one.
const SEAL: usize = 16;

/// One list: whose, of what, filtered and sorted how. The length of its pages may change from page to page.
pub(crate) struct List {
    seal: String,
}

impl List {
    /// The list of this kind; `which` is everything that decides what is in it and in which order.
    pub(crate) fn new(kind: &str, owner: UserId, which: impl Serialize) -> Self {
        let described = serde_json::to_vec(&(kind, owner.0, which)).expect("filters are only text");
        let digest = digest::digest(&digest::SHA256, &described);
        let mut start = [0; SEAL / 2];
        start.copy_from_slice(&digest.as_ref()[..SEAL / 2]);
        Self {
            seal: format!("{:016x}", u64::from_be_bytes(start)),
        }
    }

    /// A cursor to give out.
    pub(crate) fn seal(&self, cursor: &str) -> String {
        format!("{}{cursor}", self.seal)
    }

    /// A cursor that this list gave out, or a refusal.
    pub(crate) fn open<C>(
        &self,
        text: Option<&str>,
        decode: impl FnOnce(&str) -> Option<C>,
    ) -> Result<Option<C>, Problem> {
        let Some(text) = text else { return Ok(None) };
        text.strip_prefix(&self.seal)
            .and_then(decode)
            .map(Some)
            .ok_or_else(|| {
                Problem::new(
                    Code::InvalidCursor,
                    "The cursor is not one that this list gave out. Begin again without it.",
                )
                .with_error("cursor", "Not a cursor of this list")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_opens_only_where_it_was_sealed() {
        let list = List::new("tasks", UserId(1), ("due", "asc"));
        let cursor = list.seal("ab12");
        let open = |list: &List, text: &str| {
            list.open(Some(text), |text| Some(text.to_owned()))
                .map_err(|problem| problem.code())
        };
        let same = List::new("tasks", UserId(1), ("due", "asc"));
        assert_eq!(open(&same, &cursor), Ok(Some("ab12".to_owned())));
        for other in [
            List::new("trash", UserId(1), ("due", "asc")),
            List::new("tasks", UserId(2), ("due", "asc")),
            List::new("tasks", UserId(1), ("due", "desc")),
        ] {
            assert_eq!(open(&other, &cursor), Err(Code::InvalidCursor));
        }
        for text in ["", "ab12", "nonsense", "é"] {
            assert_eq!(open(&list, text), Err(Code::InvalidCursor), "{text}");
        }
    }
}
