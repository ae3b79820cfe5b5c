// The real program, on a free port, with a database of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { NOW, ZONE } from './clock.ts'

const PROGRAM =
  process.env.TASKTALK || new URL('../../../target/debug/tasktalk', import.meta.url).pathname

export interface ServerOptions {
  /** Where its clock starts; it runs from there. */
  clock?: string
  /** Further settings, by their variables. */
  settings?: Record<string, string>
}

/** A running server. */
export class Server {
  /** `http://127.0.0.1:…`; the same one after a restart. */
  url = ''
  readonly folder = mkdtempSync(join(tmpdir(), 'tasktalk-page-'))
  #child: ChildProcess | null = null
  #log: string[] = []
  readonly #options: ServerOptions

  private constructor(options: ServerOptions) {
    this.#options = options
  }

  static async start(options: ServerOptions = {}): Promise<Server> {
    const server = new Server(options)
    await server.begin()
    return server
  }

  /** Starts it, again on the port it had; with another clock, if it was away for so long. */
  async begin(clock = this.#options.clock): Promise<void> {
    const port = this.url ? new URL(this.url).port : '0'
    const child = spawn(PROGRAM, ['serve', '--port', port], { cwd: this.folder, env: this.#environment(clock) })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`the server ended (${code}):\n${this.log()}`)))
      createInterface({ input: child.stderr }).on('line', line => {
        this.#log.push(line)
        const found = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)
        if (!found?.[1]) return
        this.url = found[1]
        resolve()
      })
    })
  }

  /** Runs one of the program's other commands on the same database, and gives what it printed. */
  async run(...args: string[]): Promise<string> {
    const child = spawn(PROGRAM, args, {
      cwd: this.folder,
      env: this.#environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', chunk => {
      printed += chunk
    })
    const code = await new Promise(resolve => child.once('close', resolve))
    if (code !== 0) throw new Error(`tasktalk ${args.join(' ')} ended with ${code}`)
    return printed
  }

  /** Ends it without a word, as a crash does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Ends it in order and removes its database. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** What it wrote so far. */
  log(): string {
    return this.#log.join('\n')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.removeAllListeners('exit')
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  #environment(clock?: string): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: this.folder,
      DATABASE_URL: `sqlite:${join(this.folder, 'tasktalk.db')}`,
      ADMIN_ADDRESS: 'off',
      TASKTALK_CLOCK: clock ?? NOW,
      TIMEZONE: ZONE,
      DRAIN_TIMEOUT: '1',
      ...this.#options.settings,
    }
  }
}
