// The TypeScript SDKs as agents use them. Prints one JSON object: what came of each call.
//
//   node clients.mjs v1|v1-asks|v2 CONFIG       CONFIG is JSON: {url, token, calls: {name: {tool, arguments}}}
const [kind, config] = process.argv.slice(2);
const { url, token, calls } = JSON.parse(config);
const headers = token ? { authorization: `Bearer ${token}` } : {};

async function connect() {
  const saysYes = async () => ({ action: "accept", content: { confirm: true } });
  if (kind === "v1" || kind === "v1-asks") {
    const { Client } = await import("@modelcontextprotocol/sdk/client/index.js");
    const { StreamableHTTPClientTransport } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js");
    const asks = kind === "v1-asks";
    const client = new Client({ name: "oracle", version: "1" }, { capabilities: asks ? { elicitation: {} } : {} });
    if (asks) client.setRequestHandler((await import("@modelcontextprotocol/sdk/types.js")).ElicitRequestSchema, saysYes);
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
    return client;
  }
  const { Client, StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const options = { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } };
  const client = new Client({ name: "oracle", version: "1" }, options);
  client.setRequestHandler("elicitation/create", saysYes);
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

const told = {};
try {
  const client = await connect();
  told.tools = (await client.listTools()).tools.length;
  for (const [name, { tool, arguments: given }] of Object.entries(calls)) {
    const result = await client.callTool({ name: tool, arguments: given });
    told[name] = { isError: result.isError === true, ...result.structuredContent };
  }
  await client.close();
} catch (error) {
  told.refused = String(error?.message ?? error);
  told.status = error?.code ?? error?.status ?? null;
}
console.log(JSON.stringify(told));
process.exit(0);
