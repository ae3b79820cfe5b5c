// Adding to the list when the network loses what was sent or what was answered.
import { list, open, task } from '../support/places.ts'
import { expect, type Page, test } from '../support/test.ts'

const add = (page: Page) => list(page).getByRole('textbox', { name: 'Add a task' })

/** Loses the answers to the first so many requests to add a task; the server has heard them. Answers with their keys. */
async function loseAnswers(page: Page, count: number): Promise<string[]> {
  const keys: string[] = []
  await page.route('**/api/me/tasks', async route => {
    const request = route.request()
    if (request.method() !== 'POST') return route.fallback()
    keys.push((await request.headerValue('idempotency-key')) ?? '')
    if (keys.length > count) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  return keys
}

test('a task whose answer was lost is asked for again, and is there once', async ({ page, anna }) => {
  await open(page)
  const keys = await loseAnswers(page, 1)
  await add(page).fill('call mum tomorrow at 5pm')
  await add(page).press('Enter')
  await page.clock.runFor(2_000)
  await expect(add(page)).toHaveValue('')
  await expect(task(page, 'Call mum')).toHaveCount(1)
  expect(await anna.titles()).toEqual(['Call mum'])
  expect(new Set(keys).size).toBe(1)
  expect(keys).toHaveLength(2)
})

test('a task that is added again by hand is the same one, until something else is typed', async ({ page, anna }) => {
  await open(page)
  const keys = await loseAnswers(page, 3)
  await add(page).fill('buy milk in 2 hours')
  await add(page).press('Enter')
  // It gives up, says so, and keeps what was typed.
  await expect(async () => {
    await page.clock.runFor(1_000)
    await expect(page.getByRole('alert').filter({ hasText: /reach/i })).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(add(page)).toHaveValue('buy milk in 2 hours')
  // By now two hours from now are others; the task is the one that was meant.
  await page.clock.runFor(90_000)
  await add(page).press('Enter')
  await expect(add(page)).toHaveValue('')
  expect(await anna.titles()).toEqual(['Buy milk'])
  expect(new Set(keys).size).toBe(1)

  await add(page).fill('buy milk in 2 hours')
  await add(page).press('Enter')
  await expect(add(page)).toHaveValue('')
  await expect.poll(() => anna.titles()).toEqual(['Buy milk', 'Buy milk'])
})
