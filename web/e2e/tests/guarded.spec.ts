// What holds for the page as a whole: how much is loaded, what the browser is told, what it may be installed as.
import { messageBox, open } from '../support/places.ts'
import { expect, test } from '../support/test.ts'

/** What the first view may weigh, compressed. */
const FIRST_VIEW = 250_000

test('the first view weighs at most 250 kB, compressed', async ({ page, anna }) => {
  expect(anna.email).toBeTruthy()
  const weights = new Map<string, number>()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const paths = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, response }) => {
    paths.set(requestId, new URL(response.url).pathname)
    if (/\.(js|css|html)$/.test(new URL(response.url).pathname))
      expect(response.headers['content-encoding'] ?? response.headers['Content-Encoding'], response.url).toMatch(/br|gzip/)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights.set(paths.get(requestId) ?? requestId, encodedDataLength)
  })
  await open(page)
  await page.waitForLoadState('load')
  const files = [...weights].filter(([path]) => !path.startsWith('/api/'))
  const total = files.reduce((sum, [, weight]) => sum + weight, 0)
  console.log(`first view: ${total} bytes: ${files.map(([path, weight]) => `${path} ${weight}`).join(', ')}`)
  expect(files.length).toBeGreaterThan(2)
  expect(total).toBeLessThanOrEqual(FIRST_VIEW)
})

test('the policy refuses what is not ours', async ({ browser, server }) => {
  // A browser without the guard, which would take offence at what this test does on purpose.
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.url)
  const run = await page.evaluate(async () => {
    const refused: string[] = []
    // The picture's own error may come before the browser tells why.
    const both = new Promise<void>(resolve =>
      document.addEventListener('securitypolicyviolation', event => {
        refused.push(event.violatedDirective)
        if (refused.includes('script-src-elem') && refused.includes('img-src')) resolve()
      }),
    )
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.head.append(inline)
    const picture = new Image()
    picture.src = 'https://elsewhere.invalid/picture.png'
    const loaded = new Promise(resolve => picture.addEventListener('load', resolve))
    await Promise.race([both, loaded])
    return { refused, inlineRan: 'inlineRan' in window }
  })
  await context.close()
  expect(run.inlineRan).toBe(false)
  expect(run.refused).toContain('script-src-elem')
  expect(run.refused).toContain('img-src')
})

test('the page can be installed', async ({ page, anna }) => {
  expect(anna.email).toBeTruthy()
  await open(page)
  const link = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await page.request.get(link ?? '')
  expect(manifest.headers()['content-type']).toBe('application/manifest+json')
  const { icons, start_url, display, name } = await manifest.json()
  expect({ start_url, display, name }).toEqual({ start_url: '/', display: 'standalone', name: 'Tasktalk' })
  for (const icon of icons) {
    const picture = await page.request.get(icon.src)
    expect(picture.status(), icon.src).toBe(200)
    expect(picture.headers()['content-type'], icon.src).toBe(icon.type)
  }
})

test('no flash of the wrong theme: the chosen one is there before the first paint', async ({ page, anna }) => {
  expect(anna.email).toBeTruthy()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.addInitScript(() => localStorage.setItem('tasktalk.theme', 'dark'))
  // Nothing of the page's own code runs: what is painted now is what is painted first.
  await page.route('**/assets/*.js', route => route.abort())
  await page.goto('/')
  const [red] = await page.evaluate(() =>
    (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number),
  )
  expect(red).toBeLessThan(60)
  await expect(messageBox(page)).not.toBeVisible()
})
