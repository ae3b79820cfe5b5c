//! HTTP/1 and HTTP/2 on one port, told apart by how a connection begins, in whatever pieces that comes.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::support::{App, Start, on_sqlite, raw};

on_sqlite![both_are_understood_however_they_begin];

/// Sends pieces, each after the one before had time to arrive alone.
async fn connect(app: &App, pieces: &[&[u8]]) -> TcpStream {
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    for piece in pieces {
        stream.write_all(piece).await.unwrap();
        stream.flush().await.unwrap();
        // An answered request on another connection: the server has had its turn.
        app.client.health().await.unwrap();
    }
    stream
}

async fn both_are_understood_however_they_begin(start: Start) {
    let app = start.app().await;
    let get: &[u8] = b"GET /health HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n";
    let post: &[u8] =
        b"POST /api/auth/signin HTTP/1.1\r\nhost: test\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    for (request, status, cuts) in [
        (get, 200, &[][..]),
        (get, 200, &[1]),
        (post, 415, &[]),
        // So far it could become HTTP/2 as well.
        (post, 415, &[1]),
        (post, 415, &[1, 2, 30]),
    ] {
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts {
            pieces.push(&request[from..*cut]);
            from = *cut;
        }
        pieces.push(&request[from..]);
        let mut stream = connect(&app, &pieces).await;
        let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
        assert_eq!(answer.status, status, "{cuts:?}");
    }

    // RFC 9113, 3.4: the preface, and empty settings; the server begins with its own settings.
    let preface: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    let settings: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];
    let whole = [preface, settings].concat();
    for cut in [0, 1, 3, 4, 20] {
        let mut stream = connect(&app, &[&whole[..cut], &whole[cut..]]).await;
        let mut head = [0; 9];
        stream.read_exact(&mut head).await.unwrap();
        assert_eq!(head[3], 4, "a SETTINGS frame after {cut} bytes: {head:?}");
    }
    app.stop().await;
}
