// Other people's MCP clients, the conformance suite, and ChatKit's own types, against our program. `cargo xtask test` starts it; by hand:
//
//   node run.mjs conformance|clients|chatkit      with TASKTALK, TASKTALK_WITH_FIXTURES, PYTHON and perhaps TEST_DATABASE_URL
//
// It says what it did line by line, and ends with 1 when anything was not as it must be.
import { execFile, spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = import.meta.dirname;
const modules = process.env.NODE_MODULES ?? path.join(here, "node_modules");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tasktalk-mcp-"));
const children = [];
const serverLog = path.join(folder, "servers.log");
let failures = 0;

function check(what, good, details = "") {
  console.log(`${good ? "ok  " : "FAIL"} ${what}${good ? "" : `: ${details}`}`);
  if (!good) failures += 1;
}

// ── servers ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// A clean environment: nothing of someone's shell decides what is tested.
const environment = (more = {}) => ({ PATH: process.env.PATH, HOME: folder, TIMEZONE: "UTC", ...more });

async function serve(program, database, more = {}) {
  const argumentsOf = ["serve", "--port", "0", "--admin-address", "off", "--rate-limit", "0", "--log-level", "error"];
  const child = spawn(program, [...argumentsOf, "--database-url", database], { env: environment(more), stdio: ["ignore", "ignore", "pipe"] });
  children.push(child);
  // A port that it takes itself: one that was free a moment ago may be somebody else's by now.
  const port = await new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${program} ended at its start (${code})`)));
    readline.createInterface({ input: child.stderr }).on("line", (line) => {
      fs.appendFileSync(serverLog, `${line}\n`);
      const found = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
      if (found) resolve(found[1]);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return { port, url, mcp: `${url}/mcp` };
}

const sqlite = (name) => `sqlite:${path.join(folder, `${name}.db`)}`;

async function json(url, body, token) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return answer.json();
}

async function session(server) {
  const account = { email: `${crypto.randomUUID()}@example.com`, password: "correct horse battery" };
  return (await json(`${server.url}/api/auth/signup`, account)).access_token;
}

async function personalToken(server) {
  const scopes = ["tasks:read", "tasks:write", "tasks:delete"];
  return (await json(`${server.url}/api/me/tokens`, { name: "oracle", scopes }, await session(server))).token;
}

/// A proxy that adds a token; several servers take turns behind it.
async function withToken(token, servers) {
  const ports = servers.map((server) => `${server.port}`);
  const child = spawn(process.execPath, [path.join(here, "token_proxy.mjs"), token, ...ports], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [port] = await new Promise((resolve) => child.stdout.once("data", (data) => resolve(`${data}`.split("\n"))));
  return `http://127.0.0.1:${port}/mcp`;
}

// ── the conformance suite ────────────────────────────────────────────────────────────────────────────────────────

async function suite(name, url, revision, baseline) {
  const program = path.join(modules, "@modelcontextprotocol/conformance/dist/index.js");
  const expected = baseline ? ["--expected-failures", path.join(here, "baselines", `${baseline}-${revision}.yaml`)] : [];
  const output = path.join(folder, `${name}-${revision}`.replaceAll(" ", "-"));
  const command = [program, "server", "--url", url, "--requirements", revision, ...expected, "-o", output];
  const options = { timeout: 120_000, maxBuffer: 64 << 20, cwd: folder };
  const ended = await run(process.execPath, command, options).catch((error) => error);
  const told = `${ended.stdout ?? ""}${ended.stderr ?? ""}`;
  const total = told.match(/Total: (.*)/)?.[1] ?? "";
  check(`conformance ${revision}, ${name}: ${total}`, !ended.code && !ended.killed, `\n${told.split("\n").slice(-40).join("\n")}`);
}

async function twoInstances(program) {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return null;
  const name = `mcp_oracle_${process.pid}`;
  await run("psql", [server, "-qc", `CREATE DATABASE ${name}`]);
  const url = server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  const first = await serve(program, url);
  const second = await serve(program, url);
  const drop = () => run("psql", [server, "-qc", `DROP DATABASE ${name} WITH (FORCE)`]);
  return { servers: [first, second], drop };
}

async function conformance() {
  const { TASKTALK: own, TASKTALK_WITH_FIXTURES: fixtures } = process.env;
  {
    const server = await serve(own, sqlite("own"));
    const url = await withToken(await personalToken(server), [server]);
    await suite("our own program", url, "2025-11-25", "own");
    await suite("our own program", url, "2026-07-28", "own");
  }
  {
    const server = await serve(fixtures, sqlite("fixtures"), { MCP_SESSIONS: "true" });
    const url = await withToken(await personalToken(server), [server]);
    await suite("fixtures with sessions", url, "2025-11-25");
    await suite("fixtures with sessions", url, "2026-07-28");
  }
  const two = await twoInstances(fixtures);
  if (two) {
    const url = await withToken(await personalToken(two.servers[0]), two.servers);
    await suite("fixtures, stateless, two instances on PostgreSQL", url, "2025-11-25", "stateless");
    await suite("fixtures, stateless, two instances on PostgreSQL", url, "2026-07-28");
    await stop();
    await two.drop();
  } else {
    const server = await serve(fixtures, sqlite("stateless"));
    const url = await withToken(await personalToken(server), [server]);
    await suite("fixtures, stateless", url, "2025-11-25", "stateless");
    await suite("fixtures, stateless", url, "2026-07-28");
  }
}

// ── clients ──────────────────────────────────────────────────────────────────────────────────────────────────────

const SECRET = "5f1d7a3e9b60c84f2d13e57a9c40b86e";
const ISSUER = "https://login.example.com";

/// An OAuth access token of the other app.
function oauth(audience, subject, seconds) {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: ISSUER, aud: audience, sub: subject, scope: "tasks:read tasks:write tasks:delete", exp: Math.floor(Date.now() / 1000) + seconds };
  const text = `${encode({ alg: "HS256", typ: "at+jwt" })}.${encode(claims)}`;
  return `${text}.${crypto.createHmac("sha256", SECRET).update(text).digest("base64url")}`;
}

/// What every client does, and what must come of it.
const CALLS = {
  happy: { tool: "add_task", arguments: { title: "Buy milk", when: "tomorrow at 5pm" } },
  listed: { tool: "list_tasks", arguments: {} },
  overview: { tool: "get_overview", arguments: {} },
  validation: { tool: "add_task", arguments: { title: "x".repeat(201) } },
  missing: { tool: "get_task", arguments: { task_id: 4242 } },
  foreign: { tool: "list_tasks", arguments: { user_id: "someone-else" } },
  pair: { tool: "add_tasks", arguments: { tasks: [{ title: "One" }, { title: "Two" }] } },
  deletion: { tool: "delete_tasks", arguments: { task_ids: [2, 3] } },
};

/// The clients that can ask their user, who says yes here; to the others the tasks are shown.
const CAN_ASK = ["TypeScript SDK v1 with a session", "TypeScript client v2", "fastmcp over stdio"];

function judge(client, told) {
  const all = JSON.stringify(told);
  check(`${client}: list`, told.tools === 19, all);
  check(`${client}: happy call`, told.happy?.isError === false && told.happy.status === "created" && told.happy.task.due !== null, all);
  check(`${client}: reads`, told.listed?.count >= 1 && told.overview?.upcoming?.count >= 1, all);
  check(`${client}: validation error`, told.validation?.isError === true && told.validation.code === "title_too_long", all);
  check(`${client}: not found`, told.missing?.isError === true && told.missing.code === "task_not_found", all);
  const confirmed = CAN_ASK.includes(client) ? told.deletion?.succeeded === 2 : typeof told.deletion?.confirm_token === "string";
  check(`${client}: ${CAN_ASK.includes(client) ? "asks before two are deleted" : "shows what would be deleted"}`, told.deletion?.isError === false && confirmed, all);
  check(`${client}: another user's id`, told.foreign?.isError === true && told.foreign.code === "wrong_user", all);
}

async function output(program, parameters, more = {}) {
  const options = { timeout: 90_000, maxBuffer: 16 << 20, cwd: here, ...more };
  const ended = await run(program, parameters, options).catch((error) => error);
  return { code: ended.code ?? 0, text: ended.stdout ?? "", errors: ended.stderr ?? "" };
}

async function ask(program, script, kind, config) {
  const { text, errors } = await output(program, [path.join(here, script), kind, JSON.stringify(config)]);
  try {
    return JSON.parse(text.trim().split("\n").at(-1));
  } catch {
    return { broken: text + errors };
  }
}

async function overHttp(client, program, script, kind, server) {
  judge(client, await ask(program, script, kind, { url: server.mcp, token: server.token(client), calls: CALLS }));
  for (const [what, token] of [["no token", null], ["expired token", server.expired], ["wrong audience", server.misdirected]]) {
    const told = await ask(program, script, kind, { url: server.mcp, token, calls: { happy: CALLS.happy } });
    check(`${client}: ${what}`, told.refused !== undefined && told.happy === undefined && told.tools === undefined, JSON.stringify(told));
  }
}

const inspector = (parameters) => output(process.execPath, [path.join(modules, "@modelcontextprotocol/inspector/clients/launcher/build/index.js"), "--cli", ...parameters]);

async function withInspector(server) {
  const authorised = (token) => [server.mcp, "--transport", "http", ...(token ? ["--header", `Authorization: Bearer ${token}`] : [])];
  const list = (token) => inspector([...authorised(token), "--method", "tools/list", "--strict"]);
  const call = (tool, ...given) => inspector([...authorised(server.token("inspector")), "--method", "tools/call", "--tool-name", tool, ...given.flatMap((one) => ["--tool-arg", one])]);
  const listed = await list(server.token("inspector"));
  check("Inspector: strict list", listed.code === 0 && listed.text.includes("add_task"), listed.text + listed.errors);
  const happy = await call("add_task", "title=milk");
  check("Inspector: happy call", happy.code === 0 && happy.text.includes("created"), happy.text + happy.errors);
  for (const [what, code, ended] of [
    ["validation error", "title_required", await call("add_task", "title= ")],
    ["not found", "task_not_found", await call("get_task", "task_id=4242")],
    ["another user's id", "wrong_user", await call("list_tasks", "user_id=someone-else")],
  ]) check(`Inspector: ${what}`, ended.code === 5 && ended.text.includes(code), `${ended.code} ${ended.text}${ended.errors}`);
  for (const [what, token] of [["no token", null], ["expired token", server.expired], ["wrong audience", server.misdirected]]) {
    const refused = await inspector([...authorised(token), "--stored-auth-only", "--method", "tools/list"]);
    check(`Inspector: ${what}`, refused.code !== 0 && !refused.text.includes("add_task"), `${refused.code} ${refused.text}`);
  }
}

async function overStdio(program) {
  const database = sqlite("stdio");
  const variables = environment({ DATABASE_URL: database });
  judge("fastmcp over stdio", await ask(process.env.PYTHON, "clients.py", "fastmcp", { program, environment: variables, calls: CALLS }));
  for (const [what, token] of [["expired token", "tt_expired"], ["wrong audience", oauth("https://elsewhere.example", "anna", 600)]]) {
    const config = { program, environment: { ...variables, TASKTALK_TOKEN: token }, calls: { happy: CALLS.happy } };
    const told = await ask(process.env.PYTHON, "clients.py", "fastmcp", config);
    check(`fastmcp over stdio: ${what}`, told.refused !== undefined && told.happy === undefined, JSON.stringify(told));
  }
}

/// What a model reads with every conversation, counted with the tokenizer of current models.
async function countTokens(server) {
  const { encode } = await import(path.join(modules, "gpt-tokenizer/esm/encoding/o200k_base.js"));
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream", authorization: `Bearer ${server.token("tokens")}` };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  const { result } = await (await fetch(server.mcp, { method: "POST", headers, body })).json();
  const tokens = encode(JSON.stringify(result.tools)).length;
  check(`the list of tools has ${tokens} tokens, fewer than 6,000`, tokens < 6_000);
}

async function clients() {
  const program = process.env.TASKTALK;
  const url = "https://tasks.example.com/mcp";
  const settings = { AUTH_MODE: "external", JWT_SECRET: SECRET, JWT_ISSUER: ISSUER, MCP_URL: url };
  const server = await serve(program, sqlite("clients"), settings);
  server.token = (subject) => oauth(url, subject, 600);
  server.expired = oauth(url, "anna", -600);
  server.misdirected = oauth("https://elsewhere.example/mcp", "anna", 600);
  await countTokens(server);
  // Two at once: as many as there are cores.
  await Promise.all([
    (async () => {
      await overHttp("TypeScript SDK v1", process.execPath, "clients.mjs", "v1", server);
      await overHttp("TypeScript client v2", process.execPath, "clients.mjs", "v2", server);
      await withInspector(server);
      // With a session an older client can be asked on its live connection.
      const other = await serve(program, sqlite("sessions"), { ...settings, MCP_SESSIONS: "true" });
      await overHttp("TypeScript SDK v1 with a session", process.execPath, "clients.mjs", "v1-asks", { ...server, ...other });
    })(),
    (async () => {
      await overHttp("Python mcp, auto", process.env.PYTHON, "clients.py", "auto", server);
      await overHttp("Python mcp, legacy", process.env.PYTHON, "clients.py", "legacy", server);
      await overHttp("openai-agents", process.env.PYTHON, "clients.py", "agents", server);
      await overStdio(program);
    })(),
  ]);
}

// ── ChatKit ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// What its own types and its own server class say of ours.
async function chatkit() {
  const server = await serve(process.env.TASKTALK, sqlite("chatkit"));
  const config = { url: `${server.url}/chatkit`, token: await session(server), stranger: await session(server) };
  const { text, errors } = await output(process.env.PYTHON, [path.join(here, "chatkit_types.py"), JSON.stringify(config)]);
  let wrong;
  try {
    wrong = JSON.parse(text.trim().split("\n").at(-1));
  } catch {
    wrong = { "the run itself": [text + errors] };
  }
  for (const [asked, found] of Object.entries(wrong)) check(`ChatKit: ${asked}`, false, found.join("\n"));
  check("ChatKit: every event, object and refusal by its own types, and beside its own server", Object.keys(wrong).length === 0);
}

// ── start and end ────────────────────────────────────────────────────────────────────────────────────────────────

async function stop() {
  const ended = children.splice(0).map((child) => new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", resolve);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
  }));
  await Promise.all(ended);
}

try {
  await { conformance, clients, chatkit }[process.argv[2]]();
} catch (error) {
  check("the run itself", false, error.stack);
} finally {
  await stop();
  if (failures > 0 && fs.existsSync(serverLog)) console.log(fs.readFileSync(serverLog, "utf8").split("\n").slice(-80).join("\n"));
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? "all as it must be" : `${failures} not as it must be`);
process.exit(failures === 0 ? 0 : 1);
