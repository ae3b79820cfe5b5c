// The places of the page, by the roles and names that everybody else finds them by.
import type { Locator, Page } from '@playwright/test'

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

/** Says something and sends it with Enter. */
export async function say(page: Page, words: string): Promise<void> {
  await messageBox(page).fill(words)
  await messageBox(page).press('Enter')
}

/** Opens the page and waits until the person is in. */
export async function open(page: Page, path = '/'): Promise<void> {
  await page.goto(path)
  await messageBox(page).waitFor()
}
