/** One message of an event stream (HTML Living Standard, 9.2). */
export interface StreamMessage {
  /** The last `id:` seen, which a reconnecting client sends as `Last-Event-ID`. */
  id: string | null
  data: string
}

/** Reads an event stream to its end. Comments (heartbeats) and unknown fields are passed over. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamMessage> {
  let id: string | null = null
  let data: string[] = []
  for await (const line of lines(body)) {
    if (line === '') {
      if (data.length > 0) yield { id, data: data.join('\n') }
      data = []
      continue
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'id' && !value.includes('\0')) id = value
  }
}

/** Lines end in CR, LF or both, and may be cut anywhere by the network. What has no end yet is no line. */
async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      // A CR at the very end may be half of a CRLF.
      const whole = rest.endsWith('\r') ? rest.slice(0, -1) : rest
      const parts = whole.split(/\r\n|\n|\r/)
      const last = parts.pop() ?? ''
      rest = last + rest.slice(whole.length)
      yield* parts
    }
  } finally {
    // Ends the request when the reader of these lines stops early.
    await reader.cancel().catch(() => {})
  }
}
