// Two tabs, another device and another program: everybody sees the same within a second.
import type { Locator } from '@playwright/test'
import { list, log, open, say, task } from '../support/places.ts'
import { PASSWORD } from '../support/person.ts'
import { expect, test } from '../support/test.ts'

/** How long another tab may take. */
const A_SECOND = 1_000

/** Waits for something, and tells how long it took. */
async function until(what: () => Promise<void>): Promise<number> {
  const before = performance.now()
  await what()
  return performance.now() - before
}

const appears = (what: Locator) => () => expect(what).toBeVisible({ timeout: 10_000 })

test('two tabs are in step within a second, in both directions', async ({ page, context, anna }) => {
  await anna.adds('Call mum')
  await open(page)
  const other = await context.newPage()
  await open(other)
  await expect(task(other, 'Call mum')).toBeVisible()

  await say(page, 'add buy milk')
  await expect(task(page, 'Buy milk')).toBeVisible()
  expect(await until(appears(task(other, 'Buy milk')))).toBeLessThan(A_SECOND)

  await task(other, 'Call mum').check()
  // What was checked off stays in sight for a moment, so that everybody sees what happened.
  const checked = () => expect(task(page, 'Call mum')).toBeChecked({ timeout: 10_000 })
  expect(await until(checked)).toBeLessThan(A_SECOND)
  await expect(task(page, 'Call mum')).not.toBeVisible()
})

test('a conversation goes on in the other tab', async ({ page, context, anna }) => {
  const { conversation_id } = await anna.says('add buy milk')
  await open(page, `/c/${conversation_id}`)
  const other = await context.newPage()
  await open(other, `/c/${conversation_id}`)
  await expect(log(other)).toContainText('add buy milk')
  await say(page, 'add call mum')
  await expect(log(page)).toContainText('Call mum')
  expect(await until(appears(log(other).getByText('add call mum')))).toBeLessThan(A_SECOND)
})

test('what another program does appears, on another device too', async ({ page, newContext, anna }) => {
  await open(page)
  const elsewhere = await (await newContext()).newPage()
  await elsewhere.goto('/')
  await elsewhere.getByRole('textbox', { name: 'E-mail address' }).fill(anna.email)
  await elsewhere.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(list(elsewhere)).toBeVisible()
  await expect(list(elsewhere)).toContainText('Nothing to do')

  await anna.adds('From a script')
  await expect(task(page, 'From a script')).toBeVisible()
  await expect(task(elsewhere, 'From a script')).toBeVisible()
})
