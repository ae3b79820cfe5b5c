// What no page of ours may do, whatever the test is about: ask another host, break the content security policy, throw.
import { type BrowserContext, expect } from '@playwright/test'

/** Watches everything in this context; the answer tells at the end what was wrong. */
export async function guard(context: BrowserContext, url: string): Promise<() => void> {
  const wrong: string[] = []
  context.on('request', request => {
    const target = request.url()
    if (!target.startsWith(`${url}/`) && !/^(data|blob):/.test(target)) wrong.push(`asked for ${target}`)
  })
  context.on('weberror', error => wrong.push(`threw ${error.error().stack}`))
  context.on('console', message => {
    if (!['error', 'warning'].includes(message.type())) return
    // A refused request is an answer; what the page makes of it is the test's business.
    if (/Failed to load resource|net::ERR/.test(message.text())) return
    wrong.push(`${message.type()}: ${message.text()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} (${event.sourceFile})`)
    })
  })
  return () => expect(wrong, 'what no page of ours may do').toEqual([])
}
