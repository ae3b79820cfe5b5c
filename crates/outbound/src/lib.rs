//! The one guarded HTTP client for everything that leaves the machine.
