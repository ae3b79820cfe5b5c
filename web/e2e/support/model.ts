// A language model that does what a test tells it to; nothing but this machine's loopback is asked.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A language model's server, as OpenAI's API describes it. */
export class Model {
  /** The answers that are being given, oldest first. */
  readonly #answers: ServerResponse[] = []
  readonly #waiting: ((answer: ServerResponse) => void)[] = []
  readonly #server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const next = this.#waiting.shift()
    if (next) next(response)
    else this.#answers.push(response)
  })

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The next request that comes, to be answered piece by piece. */
  async asked(): Promise<Answer> {
    const response = this.#answers.shift() ?? (await new Promise<ServerResponse>(next => this.#waiting.push(next)))
    return new Answer(response)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }
}

/** One answer of the model. */
export class Answer {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
  }

  /** Says something, and does not end. */
  says(content: string): void {
    this.#send({ choices: [{ index: 0, delta: { content } }] })
  }

  ends(): void {
    this.#send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
    this.#response.end('data: [DONE]\n\n')
  }

  #send(chunk: unknown): void {
    this.#response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
}
