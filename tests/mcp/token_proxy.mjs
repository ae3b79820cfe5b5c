// Adds a token to requests for a server that wants one, for clients that can't send any: the conformance suite has no
// option for it. Everything else goes through as it is, Host included. With several targets they take turns.
//
//   node token_proxy.mjs TOKEN PORT [PORT…]     prints the port on which it listens
import http from "node:http";

const [token, ...targets] = process.argv.slice(2);
let turn = 0;

const server = http.createServer((request, response) => {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  const port = targets[turn++ % targets.length];
  const options = { host: "127.0.0.1", port, method: request.method, path: request.url, headers };
  const onward = http.request(options, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
    // A stream that the server ends early has ended here too.
    answer.on("aborted", () => response.destroy());
  });
  onward.on("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  response.on("close", () => onward.destroy());
  request.pipe(onward);
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
