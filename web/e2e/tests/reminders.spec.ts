// A reminder that reminds: at its time, in every tab, and later if nobody was there.
import type { BrowserContext } from '@playwright/test'
import { list, log, messageBox, open, say, task } from '../support/places.ts'
import { Person } from '../support/person.ts'
import type { Server } from '../support/server.ts'
import { expect, type Page, test } from '../support/test.ts'

/** The moment before ten in Berlin. The clocks of the tests begin so much earlier that nothing is late before it. */
const JUST_BEFORE = '2026-11-27T08:59:57Z'
const EARLY = '2026-11-27T08:52:00Z'
const MINUTES = 8

test.use({ clock: EARLY })

/** Lets the time of the reminders come: for the server, which was away meanwhile, and for those who look at the page. */
async function timeComes(server: Server, context: BrowserContext) {
  await server.kill()
  await context.clock.fastForward(MINUTES * 60_000)
  await server.begin(JUST_BEFORE)
}

const reminder = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Reminders' })
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) })

test.describe('at its time', () => {
  test('a reminder that was asked for appears, tells the system, and is done with a click', async ({
    page,
    context,
    anna,
    server,
  }) => {
    await context.grantPermissions(['notifications'], { origin: server.url })
    await page.addInitScript(() => {
      const told: string[] = []
      Object.assign(window, { told })
      // A headless browser has no place to show one.
      ServiceWorkerRegistration.prototype.showNotification = async title => void told.push(title)
      // The person looks elsewhere.
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
    })
    const hears = page.waitForResponse(`${server.url}/api/me/events`)
    await open(page)
    await hears
    await expect(list(page)).toContainText('Nothing to do')
    await say(page, 'remind me to call mum at 10:00')
    await expect(log(page)).toContainText('10:00')
    await expect(reminder(page, 'Call mum')).toHaveCount(0)
    // Having heard of one thing, it goes on from there when the server is back; else it would only look what there is.
    await anna.adds('Pay the rent')
    await expect(task(page, 'Pay the rent')).toBeVisible()

    await timeComes(server, context)
    await expect(reminder(page, 'Call mum')).toBeVisible()
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told)
    await expect.poll(told).toEqual(['Call mum'])
    await reminder(page, 'Call mum').getByRole('button', { name: 'Done' }).click()
    await expect(reminder(page, 'Call mum')).toHaveCount(0)
    await expect(page.getByText('Done: Call mum')).toBeVisible()
    await expect(task(page, 'Call mum')).not.toBeVisible()
    expect(await anna.titles('?status=completed')).toEqual(['Call mum'])
  })
})

test.describe('after its time', () => {
  test('one that nobody saw waits for the page, is put off, and is gone in every tab', async ({
    page,
    context,
    anna,
    server,
  }) => {
    await anna.adds('Call mum', { due: { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' } })
    await timeComes(server, context)
    await expect.poll(() => anna.reminded()).toEqual(['Call mum'])
    await open(page)
    await expect(reminder(page, 'Call mum')).toBeVisible()
    const other = await context.newPage()
    await open(other)
    await expect(reminder(other, 'Call mum')).toBeVisible()

    await reminder(page, 'Call mum').getByRole('button', { name: 'In 10 minutes' }).click()
    await expect(reminder(page, 'Call mum')).toHaveCount(0)
    await expect(reminder(other, 'Call mum')).toHaveCount(0)
    await expect(page.getByText('“Call mum” reminds again: 10:1')).toBeVisible()
    await expect.poll(() => anna.reminded()).toEqual([])
    await expect(task(page, 'Call mum')).toBeVisible()
  })

  test('it can be made due at another time', async ({ page, context, anna, server }) => {
    await anna.adds('Call mum', { due: { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' } })
    await timeComes(server, context)
    await expect.poll(() => anna.reminded()).toEqual(['Call mum'])
    await open(page)
    await reminder(page, 'Call mum').getByRole('button', { name: 'Later' }).click()
    await page.getByRole('menuitem', { name: 'Another time …' }).click()
    const dialog = page.getByRole('dialog')
    // What it proposes is still to come; the past is refused, and nothing is lost.
    await expect(dialog.getByLabel('New time for “Call mum”')).toHaveValue('2026-11-27T11:00')
    await dialog.getByLabel('New time for “Call mum”').fill('2026-11-27T09:00')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toContainText('This time has passed')
    await dialog.getByLabel('New time for “Call mum”').fill('2026-11-30T09:00')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).not.toBeVisible()
    await expect(reminder(page, 'Call mum')).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Monday' })).toContainText('Call mum')
  })

  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [844, 390],
    [1280, 800],
  ] as const) {
    test(`what is needed beside it can be used, at ${width}×${height}`, async ({
      page,
      context,
      anna,
      server,
    }) => {
      await page.setViewportSize({ width, height })
      const due = { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' }
      for (const title of ['Call mum', 'Call dad', 'Call Ben']) await anna.adds(title, { due })
      await timeComes(server, context)
      await expect.poll(async () => (await anna.reminded()).length).toBe(3)
      await open(page)
      await expect(reminder(page, 'Call mum')).toBeAttached()
      await reminder(page, 'Call mum').getByRole('button', { name: 'In 10 minutes' }).click()
      await expect(page.getByText('reminds again')).toBeVisible()

      // A click is refused where something else lies over it.
      await messageBox(page).fill('buy milk')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(log(page)).toContainText('Buy milk')
      if (width < 1152) {
        await page.getByRole('button', { name: 'Conversations' }).click()
        await page.keyboard.press('Escape')
      }
      if (width < 768) {
        await page.getByRole('navigation', { name: 'Tasktalk' }).getByRole('button', { name: 'Tasks' }).click()
      }
      await page.getByRole('textbox', { name: 'Add a task' }).fill('buy eggs')
      await page.keyboard.press('Enter')
      await expect.poll(() => anna.titles()).toContain('Buy eggs')
      // The menu of a reminder is whole, though the reminders scroll.
      await reminder(page, 'Call dad').getByRole('button', { name: 'Later' }).click()
      for (const item of await page.getByRole('menuitem').all()) await item.click({ trial: true })
    })
  }

  test('whoever wants none gets none', async ({ page, context, anna, server, newContext }) => {
    const bob = await Person.signUp(await newContext(), server, 'bob')
    await anna.sets({ settings: { reminders: { when: 'never' } } })
    const due = { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' }
    await anna.adds('Call mum', { due })
    await bob.adds('Call dad', { due })
    await open(page)
    await timeComes(server, context)
    // The same moment has come for both.
    await expect.poll(() => bob.reminded()).toEqual(['Call dad'])
    expect(await anna.reminded()).toEqual([])
    await expect(page.getByRole('region', { name: 'Reminders' }).getByRole('article')).toHaveCount(0)
  })
})
