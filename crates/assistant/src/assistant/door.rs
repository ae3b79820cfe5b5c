//! Under which circumstances tools run that are called by themselves, outside of any conversation.

use tasktalk_domain::{Clock, Zone};
use tasktalk_storage::{Transaction, users::LockedUser};

use super::Defaults;
use crate::{
    Permissions,
    agents::wording::catalogue::Texts,
    tools::{Known, ToolContext},
};

/// What is the same for all calls of one caller.
pub(super) struct Door<'a> {
    /// What the caller may do.
    pub(super) permissions: Permissions,
    pub(super) clock: &'a Clock,
    pub(super) defaults: &'a Defaults,
}

impl<'a> Door<'a> {
    /// The circumstances of one transaction, whose changes are undone one by one: no conversation has them.
    pub(super) fn context(
        &self,
        tx: &'a Transaction<'a>,
        user: &'a LockedUser,
        zone: &'a Zone,
        known: &'a Known,
    ) -> ToolContext<'a> {
        ToolContext {
            tx,
            user,
            now: self.clock.now(),
            clock: self.clock,
            zone,
            texts: Texts::of(&self.defaults.locale.language()),
            batch: self.clock.new_id(),
            conversation: None,
            permissions: self.permissions,
            known,
        }
    }
}
