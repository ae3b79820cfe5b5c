// The page in a hand.
import { list, log, messageBox, open, task } from '../support/places.ts'
import { expect, type Page, test } from '../support/test.ts'

test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true })

/** Nothing may be wider than the screen. */
async function fits(page: Page) {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content).toBeLessThanOrEqual(screen ?? 0)
}

test('talk and list are two tabs, and both are usable', async ({ page, anna }) => {
  await anna.adds('A task with a title that is much longer than what fits on one line of such a small screen')
  await open(page)
  await fits(page)
  await expect(list(page)).not.toBeVisible()
  await messageBox(page).fill('buy milk tomorrow at 9')
  await page.getByRole('button', { name: 'Send' }).tap()
  await expect(log(page).getByRole('button', { name: 'Undo: Buy milk' })).toBeVisible()
  await fits(page)

  const tabs = page.getByRole('navigation', { name: 'Tasktalk' })
  await tabs.getByRole('button', { name: 'Tasks' }).tap()
  await expect(messageBox(page)).not.toBeVisible()
  await fits(page)
  await task(page, 'Buy milk').tap()
  await expect(task(page, 'Buy milk')).not.toBeVisible()

  await list(page).getByRole('button', { name: /^A task with a title/ }).tap()
  await fits(page)
  await tabs.getByRole('button', { name: 'Chat' }).tap()
  await expect(log(page)).toContainText('Buy milk')
})

test('the other conversations are in a drawer', async ({ page, anna }) => {
  await anna.says('add buy milk')
  await open(page)
  await page.getByRole('button', { name: 'Conversations' }).tap()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('link', { name: 'add buy milk' }).tap()
  await expect(log(page)).toContainText('Buy milk')
  await expect(drawer).not.toBeVisible()
})

test('whatever can be touched is large enough for a finger', async ({ page, anna }) => {
  await anna.adds('Call mum')
  await anna.says('buy milk tomorrow')
  const { conversation_id } = await anna.says('pay the rent on friday #home')
  await open(page, `/c/${conversation_id}`)
  await expect(log(page)).toContainText('Pay the rent')
  for (const tab of ['Chat', 'Tasks']) {
    await page.getByRole('navigation', { name: 'Tasktalk' }).getByRole('button', { name: tab }).tap()
    const small = await page.getByRole('button').or(page.getByRole('link')).evaluateAll(elements =>
      elements
        .map(element => ({ name: element.getAttribute('aria-label') ?? element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    )
    expect(small, tab).toEqual([])
  }
})
