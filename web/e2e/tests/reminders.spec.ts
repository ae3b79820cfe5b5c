// A reminder that reminds: at its time, in every tab, and later if nobody was there.
import { log, messageBox, open, say, task } from '../support/places.ts'
import { Person } from '../support/person.ts'
import { expect, type Page, test } from '../support/test.ts'

/** Until its time has come. */
const A_MOMENT = { timeout: 40_000 }

const reminder = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Reminders' })
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) })

test.describe('a moment before its time', () => {
  test.use({ clock: '2026-11-27T08:59:30Z' })

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
    await open(page)
    await say(page, 'remind me to call mum at 10:00')
    await expect(log(page)).toContainText('10:00')
    await expect(reminder(page, 'Call mum')).toHaveCount(0)

    await expect(reminder(page, 'Call mum')).toBeVisible(A_MOMENT)
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
  // Early enough to make an account and a task before.
  test.use({ clock: '2026-11-27T08:59:40Z' })

  test('one that nobody saw waits for the page, is put off, and is gone in every tab', async ({ page, context, anna }) => {
    await anna.adds('Call mum', { due: { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' } })
    await expect.poll(() => anna.reminded(), A_MOMENT).toEqual(['Call mum'])
    await open(page)
    await expect(reminder(page, 'Call mum')).toBeVisible()
    const other = await context.newPage()
    await open(other)
    await expect(reminder(other, 'Call mum')).toBeVisible()

    await reminder(page, 'Call mum').getByRole('button', { name: 'In 10 minutes' }).click()
    await expect(reminder(page, 'Call mum')).toHaveCount(0)
    await expect(reminder(other, 'Call mum')).toHaveCount(0)
    await expect(page.getByText('“Call mum” reminds again: 10:1')).toBeVisible()
    expect(await anna.reminded()).toEqual([])
    await expect(task(page, 'Call mum')).toBeVisible()
  })

  test('it can be made due at another time', async ({ page, anna }) => {
    await anna.adds('Call mum', { due: { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' } })
    await expect.poll(() => anna.reminded(), A_MOMENT).toEqual(['Call mum'])
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
    test(`what is needed beside it can be used, at ${width}×${height}`, async ({ page, anna }) => {
      await page.setViewportSize({ width, height })
      const due = { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' }
      for (const title of ['Call mum', 'Call dad', 'Call Ben']) await anna.adds(title, { due })
      await expect.poll(async () => (await anna.reminded()).length, A_MOMENT).toBe(3)
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

  test('whoever wants none gets none', async ({ page, anna, server, newContext }) => {
    const bob = await Person.signUp(await newContext(), server, 'bob')
    await anna.sets({ settings: { reminders: { when: 'never' } } })
    const due = { date_time: '2026-11-27T10:00', timezone: 'Europe/Berlin' }
    await anna.adds('Call mum', { due })
    await bob.adds('Call dad', { due })
    await open(page)
    // The same moment has come for both.
    await expect.poll(() => bob.reminded(), A_MOMENT).toEqual(['Call dad'])
    expect(await anna.reminded()).toEqual([])
    await expect(page.getByRole('region', { name: 'Reminders' }).getByRole('article')).toHaveCount(0)
  })
})
