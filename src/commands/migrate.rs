//! `tasktalk migrate`: the schema, brought up to date. `serve` does the same when it starts.

use clap::Args;
use tasktalk_server::{IfMissing, settings::DataSettings};

/// Bring the database's schema up to date.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[command(flatten)]
    data: DataSettings,
}

/// Applies what is missing and names it.
pub(super) fn run(migrate: &Migrate) -> anyhow::Result<()> {
    super::runtime()?.block_on(async {
        let url = migrate.data.database_url()?;
        let (database, applied) =
            tasktalk_server::open_database(&migrate.data, IfMissing::Make).await?;
        database.close().await;
        for name in &applied {
            super::print_line(&format!("applied {name}"))?;
        }
        super::print_line(&format!("{url} is up to date"))?;
        Ok(())
    })
}
