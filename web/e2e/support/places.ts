// The places of the page, by the roles and names that everybody else finds them by.
import { expect, type Locator, type Page } from '@playwright/test'

/** The conversation. */
export const chat = (page: Page): Locator => page.getByRole('region', { name: 'Chat' })

/** The message box. */
export const messageBox = (page: Page): Locator => page.getByRole('textbox', { name: 'Message', exact: true })

/** What was said so far. */
export const log = (page: Page): Locator => page.getByRole('log', { name: 'Messages' })

/** The task list. */
export const list = (page: Page): Locator => page.getByRole('region', { name: 'Tasks', exact: true })

/** A task's box to check it off, which everyone who sees the task has. */
export const task = (page: Page, title: string): Locator => list(page).getByRole('checkbox', { name: title, exact: true })

/** A task's line in the list. */
export const row = (page: Page, title: string): Locator =>
  list(page).getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: title, exact: true }) })

/** The button that sends; while an answer comes, Stop is in its place. */
const send = (page: Page): Locator => chat(page).getByRole('button', { name: 'Send' })

/** Waits until an answer has come to its end: what it did is in the list before that. */
export async function answered(page: Page): Promise<void> {
  await send(page).waitFor()
}

/** Says something and sends it with Enter, which does nothing as long as an answer is coming. */
export async function say(page: Page, words: string): Promise<void> {
  await messageBox(page).fill(words)
  await expect(send(page)).toBeEnabled()
  await messageBox(page).press('Enter')
}

/** Opens the page and waits until the person is in. */
export async function open(page: Page, path = '/'): Promise<void> {
  await page.goto(path)
  await messageBox(page).waitFor()
}

/** Waits until the page does what keys say: where there is a keyboard, it ends its beginning with this focus. */
export async function ready(page: Page): Promise<void> {
  await expect(messageBox(page)).toBeFocused()
}
