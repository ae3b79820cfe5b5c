//! Sets of roles.

use super::Role;

/// The roles of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles([u64; 4]);

impl Roles {
    /// Whether this role is among them.
    pub(crate) fn has(self, role: Role) -> bool {
        let (block, bit) = place(role);
        self.0[block] & bit != 0
    }

    /// Adds a role.
    pub(super) fn add(&mut self, role: Role) {
        let (block, bit) = place(role);
        self.0[block] |= bit;
    }
}

/// The block of a role and its bit there.
fn place(role: Role) -> (usize, u64) {
    let number = role as usize;
    (number / 64, 1 << (number % 64))
}
