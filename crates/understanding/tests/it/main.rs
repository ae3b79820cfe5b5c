//! What the engine understands, as tables of messages and their meaning. The messages are our own.

mod shorthand;
