//! The embedded engine: text in, commands out.
