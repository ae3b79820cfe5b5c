// What the page shows of what was said and done: once, readable, and also when something ends.
import { log, open, say, task } from '../support/places.ts'
import { expect, test } from '../support/test.ts'

test('another answer does not repeat what was asked, also after a reload', async ({ page, anna }) => {
  await open(page)
  await say(page, 'add buy milk')
  await expect(task(page, 'Buy milk')).toBeVisible()
  await log(page).getByRole('button', { name: /^Answer again/ }).click()
  await expect(log(page).getByText('created:')).toHaveCount(2)
  await expect(log(page).getByText('add buy milk', { exact: true })).toHaveCount(1)
  await page.reload()
  await expect(log(page).getByText('created:')).toHaveCount(2)
  await expect(log(page).getByText('add buy milk', { exact: true })).toHaveCount(1)
  expect(await anna.titles()).toEqual(['Buy milk'])
})

test('an answer is copied as it is read', async ({ page, context, anna, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  await anna.sets({ name: 'Anna' })
  await open(page)
  await say(page, 'add buy milk')
  await log(page).getByRole('button', { name: 'Copy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^✅ Task #\d+ created: Buy milk$/)
})

test('a long row of what was recognised is there as a whole', async ({ page, anna }) => {
  await anna.sets({ name: 'Anna' })
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('water the plants every saturday at 9 #home p1')
  const chips = page.getByRole('list', { name: 'Recognised' })
  await expect(chips.getByRole('listitem')).toHaveCount(4)
  await expect(chips).toContainText('every week on Sat, first')
  const cut = await chips.getByRole('listitem').evaluateAll(items =>
    items.filter(item => item.getBoundingClientRect().right > innerWidth).map(item => item.textContent),
  )
  expect(cut).toEqual([])
})

test('a find that finds nothing is closed by one Esc', async ({ page, anna }) => {
  await anna.says('add buy milk')
  await open(page)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('no such words')
  await expect(dialog).toContainText('Nothing found.')
  await page.keyboard.press('Escape')
  await expect(dialog).not.toBeVisible()
})

test('whoever deletes their account is told that it is gone', async ({ page, anna }) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Delete my account …' }).click()
  await page.getByRole('textbox', { name: /^To confirm/ }).fill(anna.email)
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('Your account was deleted.')).toBeVisible()
})
