// The demonstration of OpenAI's component: what it says where that can't be had.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Server } from '../support/server.ts'

/** The one address that this page may ask elsewhere, on purpose; here nothing leaves the machine. */
const COMPONENT = 'https://cdn.platform.openai.com/**'

async function start(page: Page, server: Server) {
  await page.goto(`${server.url}/chatkit-demo`)
  await page.getByLabel('Token').fill('tt_anything')
  await page.getByRole('button', { name: 'Start' }).click()
}

const sentence = (page: Page) => page.getByRole('status').filter({ hasText: "ChatKit can't be loaded" })

test.describe('switched on', () => {
  let server: Server
  test.beforeAll(async () => {
    server = await Server.start({ settings: { CHATKIT_DEMO: 'true' } })
  })
  test.afterAll(() => server.stop())

  test('without the network it says so, and that all else works', async ({ page }) => {
    await page.route(COMPONENT, route => route.abort('internetdisconnected'))
    await start(page, server)
    await expect(sentence(page)).toContainText('Tasktalk works without it')
    // The token can be given again when the network is back.
    await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled()
    await page.screenshot({ path: 'results/views/chatkit-demo-not-loaded.png' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target).join(', ')}`)).toEqual([])
  })

  test('a network that never answers does not keep one waiting', async ({ page }) => {
    await page.clock.install()
    // Neither answered nor refused.
    await page.route(COMPONENT, () => {})
    await start(page, server)
    await expect(page.getByRole('status')).toHaveText('Loading ChatKit …')
    await page.clock.runFor(5_000)
    await expect(sentence(page)).toBeVisible()
  })
})

test('it is not there unless it is wanted', async ({ page }) => {
  const server = await Server.start()
  const answer = await page.goto(`${server.url}/chatkit-demo`)
  await server.stop()
  expect(answer?.status()).toBe(404)
})
