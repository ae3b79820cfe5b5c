//! The values that pass from one stage of a turn to the next, in their order. Each knows only those before it.

mod ground;
pub(crate) mod memory;
mod open_turn;
mod outcome;
mod parsed_turn;
mod plan;
mod reply;

pub(crate) use self::{
    ground::{Ground, Lost},
    memory::{Memory, Sight},
    open_turn::OpenTurn,
    outcome::{Listed, Outcome, Ran, Tally},
    parsed_turn::{Asked, ParsedTurn, PutOff},
    plan::{LINES, Plan, Problem, Remark, Step},
    reply::Reply,
};
