//! How well the embedded engine understands, measured on what is labelled in `evaluation/`.
//!
//! Labels and what was understood are compared in one notation ([`notation`]); each kind of material has a module that
//! scores it, [`gates`] says which scores must be reached. It knows the engine only from outside.

pub mod cases;
pub mod dates;
pub mod dialogues;
pub mod gates;
pub mod notation;
pub mod report;
pub mod risk;
pub mod sentences;
