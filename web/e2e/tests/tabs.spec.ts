// Two tabs, another device and another program: everybody sees the same within a second.
import type { Page } from '@playwright/test'
import { list, log, open, say, task } from '../support/places.ts'
import { PASSWORD } from '../support/person.ts'
import { expect, test } from '../support/test.ts'

/** How long another tab may take. */
const A_SECOND = 1_000
/** What is asked of the machine for comparison takes a few milliseconds: so many of them are a second, or more. */
const TRIPS = 20

/** Asks the server for something trivial and waits for the next picture, as often as it takes `over` to come true. */
async function longestTrip(page: Page, over: () => boolean): Promise<number> {
  let longest = 0
  do {
    const before = performance.now()
    await page.evaluate(() => fetch('/health').then(() => new Promise(requestAnimationFrame)))
    longest = Math.max(longest, performance.now() - before)
  } while (!over())
  return longest
}

/**
 * Something is to become true in a tab within a second. On a machine that is busy with other things, the same tab's
 * way to the server and back takes longer meanwhile, and so may this.
 */
async function withinASecond(page: Page, what: () => Promise<unknown>): Promise<void> {
  const before = performance.now()
  let took = 0
  const done = () => {
    took = performance.now() - before
  }
  const waited = what().then(done, error => {
    done()
    throw error
  })
  const [trip] = await Promise.all([longestTrip(page, () => took > 0), waited])
  expect(took).toBeLessThan(Math.max(A_SECOND, TRIPS * trip))
}

/** Looks for a task in the list at each new picture, which sees also what is there for a moment only. */
const sees = (page: Page, selector: string) =>
  list(page).evaluate(
    (root, looked) =>
      new Promise<void>(resolve => {
        const look = () => (root.querySelector(looked) ? resolve() : requestAnimationFrame(look))
        look()
      }),
    selector,
  )

test('two tabs are in step within a second, in both directions', async ({ page, context, anna }) => {
  await anna.adds('Call mum')
  await open(page)
  const other = await context.newPage()
  await open(other)
  await expect(task(other, 'Call mum')).toBeVisible()

  await expect(task(page, 'Call mum')).toBeVisible()
  await say(page, 'add buy milk')
  await expect(task(page, 'Buy milk')).toBeVisible()
  await withinASecond(other, () => sees(other, '[aria-label="Buy milk"]'))

  // What was checked off stays in sight for a moment, so that everybody sees what happened.
  const checked = sees(page, '[aria-label="Call mum"]:checked')
  await task(other, 'Call mum').click()
  await withinASecond(page, () => checked)
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
  await withinASecond(other, () => log(other).getByText('add call mum').waitFor())
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
