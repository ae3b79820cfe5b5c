//! The embedded engine of Tasktalk: text in, commands out.
//!
//! A message flows one way: tokens → quotes and payloads protected → commands split → spans recognised → intent
//! with evidence → parameters → confidence. Nothing in here performs I/O, reads a clock or knows the user's tasks:
//! what a [`Reference`](tasktalk_domain::Reference) points at is found out elsewhere.

mod afterthought;
mod answer;
mod antecedent;
mod best;
mod candidates;
mod clause;
mod condition;
mod dates;
mod evidence;
mod filter;
mod frames;
mod gapping;
mod inert;
mod intents;
mod language;
mod lexicon;
mod lines;
pub mod matching;
mod message;
pub mod model;
mod moment;
mod once;
mod one;
mod parse_line;
mod pattern;
mod payload;
mod phrases;
mod reading;
mod reference;
mod retraction;
mod segment;
mod shift;
pub mod shorthand;
mod snoozing;
mod spelling;
mod tokens;
mod understand;
mod units;
pub mod when;

pub use answer::{Answer, AnswerOption, Part, understand_answer};
pub use language::{language_of, language_told, languages};
pub use moment::Moment;
pub use parse_line::{ParsedCommand, ParsedLine, ParsedParameters, parse_line};
pub use retraction::{Denied, Retraction, understand_retractions};
pub use snoozing::{SnoozeKind, Snoozing, Until, understand_snoozing};
pub use tokens::{Token, TokenKind, tokenize};
pub use understand::{understand, understand_both};
