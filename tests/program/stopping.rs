//! Being told to stop, and told again.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::{
    program::{Home, PATIENCE, signal},
    server::Server,
};

#[tokio::test]
async fn a_second_signal_does_not_wait_for_what_is_in_work() {
    let home = Home::new();
    let database = format!("sqlite:{}/tasks.db", home.path().display());
    let mut server = Server::start(&database).await;
    let address = ("127.0.0.1", server.port);
    // A request whose body never comes.
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = "POST /api/auth/signin HTTP/1.1\r\nhost: test\r\ncontent-type: application/json\r\n\
                content-length: 10\r\nexpect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut asked = [0; 25];
    stream.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n");

    signal(&server.child, "TERM").await;
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    signal(&server.child, "INT").await;
    let status = timeout(PATIENCE, server.child.wait())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(status.code(), Some(1));
}

#[tokio::test]
async fn without_a_home_the_place_of_the_database_is_asked_for() {
    let home = Home::new();
    let mut command = home.command(&["migrate"]);
    let run = command
        .env_remove("HOME")
        .env("XDG_DATA_HOME", "data")
        .output();
    let output = timeout(PATIENCE, run).await.unwrap().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success());
    assert!(told.contains("DATABASE_URL"), "{told}");
    assert!(!home.path().join("data").exists());
}
