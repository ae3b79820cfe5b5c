// Other people's readers of our streams, against a running program: the AI SDK's schema, reader and transport, and
// assistant-ui's decoder. `cargo xtask test` starts it; by hand:
//
//   TASKTALK=target/debug/tasktalk node check.mjs      with what package.json lists installed beside it
//
// It says what it did line by line, and ends with 1 when anything was not as it must be.
import { spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { DefaultChatTransport, parseJsonEventStream, readUIMessageStream, uiMessageChunkSchema } from "ai";
import { AssistantMessageAccumulator, UIMessageStreamDecoder } from "assistant-stream";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tasktalk-streams-"));
let failures = 0;

function check(what, good, details = "") {
  console.log(`${good ? "ok  " : "FAIL"} ${what}${good ? "" : `: ${JSON.stringify(details)}`}`);
  if (!good) failures += 1;
}

// ── a language model that waits until it is told to go on, and the program ───────────────────────────────────────

const words = ["Pay the rent. ", "I have deleted the milk. ", "Then rest."];
let goOn = () => {};

const model = http.createServer((request, answer) => {
  request.resume().on("end", async () => {
    answer.writeHead(200, { "content-type": "text/event-stream" });
    const say = (content) => answer.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
    words.slice(0, 2).forEach(say);
    await new Promise((resolve) => (goOn = resolve));
    say(words[2]);
    answer.end("data: [DONE]\n\n");
  });
});

const listen = (server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));

const modelPort = await listen(model);
const program = spawn(process.env.TASKTALK, ["serve", "--port", "0", "--admin-address", "off", "--log-level", "error", "--database-url", `sqlite:${path.join(folder, "tasktalk.db")}`], {
  // A clean environment: nothing of someone's shell decides what is tested.
  env: { PATH: process.env.PATH, HOME: folder, TIMEZONE: "UTC", OPENAI_BASE_URL: `http://127.0.0.1:${modelPort}/v1`, OUTBOUND_ALLOWED: `127.0.0.1:${modelPort}`, MODEL_CONSENT: "given" },
  stdio: ["ignore", "ignore", "pipe"],
});
process.on("exit", () => {
  program.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function json(method, url, body, token) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(base + url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return answer.status === 204 ? null : answer.json();
}

// A port that it takes itself: one that was free a moment ago may be somebody else's by now.
const base = await new Promise((resolve, reject) => {
  program.once("exit", (code) => reject(new Error(`the server ended at its start (${code})`)));
  readline.createInterface({ input: program.stderr }).on("line", (line) => {
    console.error(line);
    const found = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line);
    if (found) resolve(found[1]);
  });
});

// ── the AI SDK, connected as docs/API.md says ────────────────────────────────────────────────────────────────────

const { access_token: token } = await json("POST", "/api/auth/signup", { email: "oracle@example.com", password: "correct horse battery" });
const headers = () => ({ Authorization: `Bearer ${token}`, Accept: "text/event-stream" });
let conversation;

const transport = new DefaultChatTransport({
  api: `${base}/api/me/chat`,
  headers,
  prepareSendMessagesRequest: ({ messages }) => ({
    headers: { ...headers(), "Idempotency-Key": crypto.randomUUID() },
    body: { message: messages.at(-1).parts.map((part) => part.text ?? "").join(""), conversation_id: conversation, timezone: "UTC" },
  }),
  prepareReconnectToStreamRequest: () => ({ api: `${base}/api/me/conversations/${conversation}/stream`, headers: headers() }),
});

const saying = (text) => ({ chatId: "c", trigger: "submit-message", messages: [{ id: "u", role: "user", parts: [{ type: "text", text }] }] });

/// The message that the AI SDK makes of a stream. The transport refuses every chunk that its schema doesn't know.
async function read(stream, onChunk = () => {}) {
  const chunks = [];
  const seen = stream.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        chunks.push(chunk);
        if (chunk.type === "data-conversation") conversation = chunk.data.id;
        onChunk(chunk);
        controller.enqueue(chunk);
      },
    }),
  );
  let message;
  let error;
  for await (const state of readUIMessageStream({ stream: seen, onError: (caught) => (error = caught) })) message = state;
  return { message, chunks, error, turn: chunks.find((chunk) => chunk.type === "data-turn")?.data };
}

const text = (message) => message.parts.filter((part) => part.type === "text").map((part) => part.text).join("");

{
  const { message, chunks, error, turn } = await read(await transport.sendMessages(saying("add buy milk, and pay the rent tomorrow")));
  check("AI SDK: a turn with tools is read without an error", !error, `${error}`);
  check("AI SDK: the text is the response", text(message) === turn.response, message);
  const tools = message.parts.filter((part) => part.type.startsWith("tool-"));
  check("AI SDK: two tools with their results", tools.length === 2 && tools.every((part) => part.state === "output-available" && part.output.success), tools);
  check("AI SDK: two receipts are parts of the message", message.parts.filter((part) => part.type === "data-receipt" && part.id === part.data.undo_token).length === 2, message.parts);
  check("AI SDK: the conversation is told and no part", conversation && !message.parts.some((part) => part.type === "data-conversation"), conversation);
  check("AI SDK: the message has its id", message.id === turn.message_id, message.id);
  check("AI SDK: every text is closed", chunks.filter((chunk) => chunk.type === "text-start").length === chunks.filter((chunk) => chunk.type === "text-end").length);
}
{
  const first = await read(await transport.sendMessages(saying("complete #99")));
  const failed = first.message.parts.find((part) => part.type.startsWith("tool-"));
  check("AI SDK: what was not done is an error of its tool, or none", !failed || failed.state === "output-error" || failed.output, failed);
  await read(await transport.sendMessages(saying("add team meeting, and add budget meeting")));
  const asked = await read(await transport.sendMessages(saying("delete the meeting task")));
  check("AI SDK: a question is a part", asked.message.parts.some((part) => part.type === "data-pending" && part.data.options.some((option) => option.task_id)), asked.message);
}
{
  const { message, turn } = await read(await transport.sendMessages(saying("what should I do first?")), (chunk) => {
    // The first sentence is here while the model still waits.
    if (chunk.type === "text-delta") goOn();
  });
  check("AI SDK: a model's words come while it speaks", text(message).startsWith("Pay the rent. Nothing was changed. Then rest."), message);
  check("AI SDK: and are what is stored", text(message).trim() === turn.response.trim(), turn);
}
{
  // The page is reloaded in the middle, and comes back.
  const stream = await transport.sendMessages(saying("summarise my week"));
  const reader = stream.getReader();
  while ((await reader.read()).value.type !== "text-delta");
  await reader.cancel();
  const again = await transport.reconnectToStream({ chatId: "c" });
  const { message, error } = await read(again, (chunk) => chunk.type === "text-delta" && goOn());
  check("AI SDK: a lost stream is found again from its beginning", !error && text(message).includes("Then rest."), message);
  check("AI SDK: nothing to resume is null", (await transport.reconnectToStream({ chatId: "c" })) === null);
}
{
  const { chunks, message, error } = await read(await transport.sendMessages(saying("summarise my week")), (chunk) => {
    if (chunk.type === "text-delta" && chunk.delta.startsWith("Pay")) json("POST", `/api/me/conversations/${conversation}/stop`, undefined, token);
  });
  check("AI SDK: a stop ends the stream in order", !error && chunks.at(-1).type === "abort" && text(message).includes("Stopped"), chunks.at(-1));
  goOn();
}

// ── the bytes themselves, and assistant-ui's decoder over the same ───────────────────────────────────────────────

async function recorded(message) {
  const answer = await fetch(`${base}/api/me/chat`, { method: "POST", headers: { ...headers(), "content-type": "application/json" }, body: JSON.stringify({ message }) });
  return new Uint8Array(await answer.arrayBuffer());
}

const stream = (bytes) => new ReadableStream({ start: (controller) => { controller.enqueue(bytes); controller.close(); } });

for (const message of ["add call mum tomorrow at 5", "what's on my list?", "hello", "been to the tooth doctor"]) {
  const answer = recorded(message);
  // Where the model is asked, it goes on at once.
  const going = setInterval(() => goOn(), 20);
  const bytes = await answer;
  clearInterval(going);
  const parsed = [];
  for await (const chunk of parseJsonEventStream({ stream: stream(bytes), schema: uiMessageChunkSchema })) parsed.push(chunk);
  check(`AI SDK's schema takes every chunk of "${message}"`, parsed.length > 4 && parsed.every((chunk) => chunk.success), parsed.find((chunk) => !chunk.success));
  const turn = parsed.find((chunk) => chunk.value.type === "data-turn").value.data;
  const data = [];
  let decoded;
  const decoder = stream(bytes).pipeThrough(new UIMessageStreamDecoder({ onData: (part) => data.push(part.type) }));
  for await (const state of decoder.pipeThrough(new AssistantMessageAccumulator())) decoded = state;
  const said = decoded.parts.filter((part) => part.type === "text").map((part) => part.text).join("");
  check(`assistant-ui reads the same text of "${message}"`, said === turn.response, decoded.parts);
  const calls = decoded.parts.filter((part) => part.type === "tool-call");
  check(`assistant-ui sees ${turn.tool_calls.length} tools of "${message}", and our data`, calls.length === turn.tool_calls.length && calls.every((call) => call.result) && data.includes("data-conversation") && data.includes("data-turn"), [calls, data]);
}

model.close();
model.closeAllConnections();
console.log(failures ? `${failures} failed` : "all good");
process.exit(failures ? 1 : 0);
