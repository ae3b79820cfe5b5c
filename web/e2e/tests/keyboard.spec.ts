// Everything with the keyboard alone: not one click in this file.
import type { Locator } from '@playwright/test'
import { answered, list, log, messageBox, open, ready, task } from '../support/places.ts'
import { PASSWORD } from '../support/person.ts'
import { expect, type Page, test } from '../support/test.ts'

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate(element => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${target}`)
}

test('signing up, talking, undoing and checking off', async ({ page }) => {
  await page.goto('/')
  const toSignUp = page.getByRole('button', { name: 'New here? Create an account' })
  await toSignUp.waitFor()
  await tabTo(page, toSignUp)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail address' }))
  await page.keyboard.type('anna@example.com')
  await tabTo(page, page.getByRole('textbox', { name: 'Password' }))
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')

  await expect(messageBox(page)).toBeFocused()
  await page.keyboard.type('add buy milk')
  await page.keyboard.press('Enter')
  await expect(task(page, 'Buy milk')).toBeVisible()
  await expect(messageBox(page)).toBeFocused()

  // The list has it before the answer is over, and then what was the answer is drawn anew, without the focus.
  await answered(page)
  await tabTo(page, log(page).getByRole('button', { name: 'Undo: Buy milk' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(task(page, 'Buy milk')).not.toBeVisible()
  // The list hears of it before the button does; until then a further press counts for nothing.
  await expect(log(page).getByRole('button', { name: 'Redo: Buy milk' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(task(page, 'Buy milk')).toBeVisible()

  await tabTo(page, task(page, 'Buy milk'))
  await page.keyboard.press('Space')
  await expect(task(page, 'Buy milk')).not.toBeVisible()
})

test('Enter sends, Shift+Enter begins a line, the arrow edits what was said last', async ({ page, anna }) => {
  await open(page)
  await expect(messageBox(page)).toBeFocused()
  await page.keyboard.type('add buy milk')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('add call mum')
  await expect(messageBox(page)).toHaveValue('add buy milk\nadd call mum')
  await page.keyboard.press('Enter')
  await expect(task(page, 'Call mum')).toBeVisible()

  await answered(page)
  await page.keyboard.press('ArrowUp')
  await expect(messageBox(page)).toHaveValue('add buy milk\nadd call mum')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('add buy bread')
  await page.keyboard.press('Enter')
  await expect(task(page, 'Buy bread')).toBeVisible()
  await expect(task(page, 'Buy milk')).not.toBeVisible()
  expect(await anna.titles()).toEqual(['Buy bread'])
})

test('the list of keys, and finding a conversation', async ({ page, anna }) => {
  await anna.says('add buy milk')
  await anna.says('add call mum')
  await open(page)
  await ready(page)
  await page.keyboard.press('Control+k')
  const finder = page.getByRole('combobox', { name: 'Find a conversation' })
  await expect(finder).toBeFocused()
  await page.keyboard.type('milk')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('Buy milk')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await tabTo(page, page.getByRole('button', { name: 'Keyboard' }))
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Send the message')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(messageBox(page)).toBeFocused()
})

test('a question is answered without a mouse', async ({ page, anna }) => {
  await anna.adds('Team meeting')
  await anna.adds('Budget meeting')
  await open(page)
  await ready(page)
  await page.keyboard.type('delete the meeting task')
  await page.keyboard.press('Enter')
  const candidate = log(page).getByRole('button', { name: /Budget meeting/ })
  await candidate.waitFor()
  await tabTo(page, candidate, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(task(page, 'Budget meeting')).not.toBeVisible()
})

test('the list: arrows move, keys act, and the focus is never lost', async ({ page, anna }) => {
  for (const title of ['Buy milk', 'Call mum', 'Pay the rent']) await anna.adds(title)
  await open(page)
  const title = (name: string) => list(page).getByRole('button', { name, exact: true })
  await title('Buy milk').waitFor()
  await tabTo(page, title('Buy milk'))
  await page.keyboard.press('ArrowDown')
  await expect(title('Call mum')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(task(page, 'Call mum')).not.toBeVisible()
  await expect(title('Pay the rent')).toBeFocused()

  await page.keyboard.press('Enter')
  const field = list(page).getByRole('textbox', { name: 'Title' })
  await tabTo(page, field, 'Shift+Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Pay the rent in full')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(task(page, 'Pay the rent in full')).toBeVisible()
  await expect(title('Pay the rent in full')).toBeFocused()
  // The page shows a change before the server has it.
  await expect.poll(() => anna.titles()).toEqual(['Buy milk', 'Pay the rent in full'])
})
