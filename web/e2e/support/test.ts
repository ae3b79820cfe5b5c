// What every test has: a server of its own, a browser whose clock agrees with it, and a guard that lets nothing pass
// that no page of ours may do.
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { NOW } from './clock.ts'
import { guard } from './guard.ts'
import { Person } from './person.ts'
import { Server, type ServerOptions } from './server.ts'

interface Options {
  /** Where the clocks start. */
  clock: string
  /** Settings of the server, by their variables. */
  settings: ServerOptions['settings']
}

interface Fixtures {
  server: Server
  /** Another browser of its own, guarded, with the same clock. */
  newContext: () => Promise<BrowserContext>
  /** Someone with an account, signed in in `page`. */
  anna: Person
}

export const test = base.extend<Options & Fixtures>({
  clock: [NOW, { option: true }],
  settings: [{}, { option: true }],
  server: async ({ clock, settings }, use, info) => {
    const server = await Server.start({ clock, settings })
    await use(server)
    await server.stop()
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log() })
  },
  baseURL: async ({ server }, use) => use(server.url),
  context: async ({ context, server, clock }, use) => {
    const verdict = await guard(context, server.url)
    await context.clock.install({ time: clock })
    await use(context)
    verdict()
  },
  newContext: async ({ browser, contextOptions, server, clock }, use) => {
    const made: { context: BrowserContext; verdict: () => void }[] = []
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL: server.url })
      made.push({ context, verdict: await guard(context, server.url) })
      await context.clock.install({ time: clock })
      return context
    })
    for (const { context, verdict } of made) {
      await context.close()
      verdict()
    }
  },
  anna: async ({ context, server }, use) => use(await Person.signUp(context, server, 'anna')),
})

export { expect, type Page }
