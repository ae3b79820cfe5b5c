// @vitest-environment node
import { readFileSync } from 'node:fs'
import { DefaultChatTransport, readUIMessageStream, type UIMessage } from 'ai'
import { UIMessageStreamDecoder } from 'assistant-stream'
import { expect, test } from 'vitest'
import { readChunks } from './chunks'
import { applyChunk, EMPTY_REPLY } from './reply'

// Turns as the server streamed them (recorded with curl, docs/API.md, "Streaming"). The readers that others use must find in them what this page finds.
const turns = ['changes', 'question']

const recorded = (name: string) =>
  new Response(readFileSync(new URL(`fixtures/${name}.sse`, import.meta.url)), {
    headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
  })

async function ours(name: string) {
  let reply = EMPTY_REPLY
  for await (const chunk of readChunks(recorded(name))) reply = applyChunk(reply, chunk)
  return reply
}

/** What the AI SDK's chat transport makes of a turn; it refuses parts that its schema does not know. */
async function aiSdk(name: string): Promise<UIMessage> {
  const transport = new DefaultChatTransport({ api: 'http://server/chat', fetch: async () => recorded(name) })
  const said: UIMessage = { id: 'u', role: 'user', parts: [{ type: 'text', text: 'hello' }] }
  const stream = await transport.sendMessages({
    chatId: 'c',
    messages: [said],
    trigger: 'submit-message',
    messageId: undefined,
    abortSignal: undefined,
  })
  let message: UIMessage | undefined
  for await (const next of readUIMessageStream({ stream, terminateOnError: true })) message = next
  if (!message) throw new Error('no message')
  return message
}

test.each(turns)('the AI SDK reads the same turn: %s', async name => {
  const [reply, message] = [await ours(name), await aiSdk(name)]
  expect(message.id).toBe(reply.turn?.message_id)
  expect(message.parts.flatMap(part => (part.type === 'text' ? [part.text] : [])).join('')).toBe(reply.text)
  const tools = message.parts.flatMap(part => ('toolCallId' in part ? [part] : []))
  expect(tools.map(tool => [tool.type, tool.state])).toEqual(
    reply.steps.map(step => [`tool-${step.name}`, 'output-available']),
  )
  const receipts = message.parts.flatMap(part =>
    part.type === 'data-receipt' && 'data' in part ? [part.data] : [],
  )
  expect(receipts).toEqual(reply.receipts)
})

test.each(turns)('assistant-ui reads the same turn: %s', async name => {
  const reply = await ours(name)
  const body = recorded(name).body as ReadableStream<Uint8Array<ArrayBuffer>>
  const decoded = body.pipeThrough(new UIMessageStreamDecoder())
  let text = ''
  const tools: string[] = []
  for await (const chunk of decoded) {
    if (chunk.type === 'text-delta') text += chunk.textDelta
    if (chunk.type === 'part-start' && chunk.part.type === 'tool-call') tools.push(chunk.part.toolName)
  }
  expect(tools).toEqual(reply.steps.map(step => step.name))
  // Arguments of tools are text as well, in front of the answer.
  expect(text.endsWith(reply.text)).toBe(true)
})
