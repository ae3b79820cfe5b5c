//! What an idle event stream (`GET /api/{user_id}/events`) keeps of the server's memory.

use std::{net::Ipv4Addr, path::Path};

use anyhow::ensure;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::sleep,
};

use crate::{
    base::{Base, serve},
    child::{Server, free_port},
    figures::SETTLE,
};

/// So many are there when the memory is read for the first time: what the first of them needs is not theirs.
const FEW: usize = 5;
/// So many are there in the end.
const MANY: usize = 1_000;

/// Bytes that one more stream takes.
pub(crate) async fn measure(base: &Base, program: &Path) -> anyhow::Result<f64> {
    let database = base.copy().await;
    let port = free_port()?;
    let mut command = serve(program, &database.address(), port);
    let server = Server::start(port, &mut command, "/health/ready").await?;
    let people = base.people(0, 1);
    let tokens = people.iter().map(|(_, token)| token).cycle();
    let mut open = Vec::new();
    let mut few = 0;
    for token in tokens.take(MANY) {
        if open.len() == FEW {
            sleep(SETTLE).await;
            few = server.meter(None)?.memory()?;
        }
        open.push(listen(port, token).await?);
    }
    sleep(SETTLE).await;
    let many = server.meter(None)?.memory()?;
    server.end().await?;
    Ok(many.saturating_sub(few) as f64 / (MANY - FEW) as f64)
}

/// Opens a stream, as a browser asks for one, and waits until it says that it listens.
async fn listen(port: u16, token: &str) -> anyhow::Result<TcpStream> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await?;
    let request = format!(
        "GET /api/me/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\n\
         Accept: text/event-stream\r\nAccept-Language: en-US,en;q=0.9\r\nCache-Control: no-cache\r\n\
         Referer: http://127.0.0.1:{port}/\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\n\
         Sec-Fetch-Site: same-origin\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await?;
    let mut said = Vec::new();
    while !said.windows(11).any(|window| window == b": connected") {
        let open = stream.read_buf(&mut said).await? > 0;
        ensure!(
            open && said.len() < 16 * 1024,
            "no event stream: {}",
            String::from_utf8_lossy(&said)
        );
    }
    Ok(stream)
}
