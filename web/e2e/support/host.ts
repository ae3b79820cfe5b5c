// A host of MCP Apps (specification 2026-01-26), as small as one can be: it shows a tool's document in a sandbox, with the
// content security policy that the specification gives it, and speaks the protocol over postMessage.
import type { APIRequestContext, FrameLocator, Page } from '@playwright/test'
import type { Server } from './server.ts'

/** What the specification allows a document that declares nothing. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; media-src data:; connect-src 'none'"

interface Message {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  error?: { code: number }
}

/** An agent of someone's, with a token of its own. */
export class Agent {
  readonly #request: APIRequestContext
  readonly #url: string
  readonly #token: string

  private constructor(request: APIRequestContext, url: string, token: string) {
    this.#request = request
    this.#url = url
    this.#token = token
  }

  static async of(email: string, server: Server, request: APIRequestContext): Promise<Agent> {
    const made = ['--user', email, '--name', 'agent', '--scopes', 'tasks:read,tasks:write']
    const token = await server.run('token', 'create', ...made)
    return new Agent(request, `${server.url}/mcp`, token.trim())
  }

  /** The result of a tool. */
  async calls(name: string, input: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    return this.#asks('tools/call', { name, arguments: input })
  }

  /** The document that a tool's results are shown with. */
  async document(tool: string): Promise<string> {
    const { tools } = await this.#asks('tools/list', {})
    const { _meta } = tools.find((listed: { name: string }) => listed.name === tool)
    const { contents } = await this.#asks('resources/read', { uri: _meta.ui.resourceUri })
    return contents[0].text
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes back is the protocol's business, and a test reads what it needs.
  async #asks(method: string, params: unknown): Promise<any> {
    const answer = await this.#request.post(this.#url, {
      headers: { authorization: `Bearer ${this.#token}`, accept: 'application/json, text/event-stream' },
      data: { jsonrpc: '2.0', id: 1, method, params },
    })
    return (await answer.json()).result
  }
}

/** Shows a document, and answers its greeting with what the host looks like. */
export async function show(page: Page, html: string, hostContext: Record<string, unknown> = {}): Promise<FrameLocator> {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  const dark = hostContext.theme === 'dark'
  const colours = dark ? 'color-scheme: dark; background: #1e1e1e' : 'background: #fff'
  await page.setContent(`<!doctype html><html style="${colours}"><body style="margin: 16px"></body></html>`)
  await page.evaluate(
    ({ html, hostContext }) => {
      const frame = document.createElement('iframe')
      frame.sandbox.add('allow-scripts')
      frame.style.cssText = 'width: 100%; border: 0'
      const heard: Message[] = []
      Object.assign(window, { heard })
      const tell = (message: Message) => frame.contentWindow?.postMessage({ jsonrpc: '2.0', ...message }, '*')
      Object.assign(window, { tell })
      window.addEventListener('message', event => {
        if (event.source !== frame.contentWindow) return
        const message: Message = event.data
        heard.push(message)
        if (message.method === 'ui/initialize' && message.id !== undefined) {
          const hostInfo = { name: 'host', version: '1' }
          tell({
            id: message.id,
            result: { protocolVersion: '2026-01-26', hostInfo, hostCapabilities: {}, hostContext },
          })
        }
        const height = message.method === 'ui/notifications/size-changed' && message.params?.height
        if (height) frame.style.height = `${height}px`
      })
      frame.srcdoc = html
      document.body.append(frame)
    },
    { html: html.replace('<head>', `<head>${meta}`), hostContext },
  )
  await page.waitForFunction(() =>
    Reflect.get(window, 'heard').some((message: Message) => message.method === 'ui/notifications/initialized'),
  )
  return page.frameLocator('iframe')
}

/** Tells the document something. */
export async function tell(page: Page, message: Message): Promise<void> {
  await page.evaluate(message => Reflect.get(window, 'tell')(message), message)
}

/** What the document answers to a request. */
export async function answer(page: Page, id: number): Promise<Message> {
  const found = await page.waitForFunction(
    id => Reflect.get(window, 'heard').find((message: Message) => message.id === id && !message.method),
    id,
  )
  return found.jsonValue()
}
