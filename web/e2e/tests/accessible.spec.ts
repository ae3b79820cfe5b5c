// axe-core in every view, in both themes, on a desk and in a hand; and a picture of each for people to look at.
import { AxeBuilder } from '@axe-core/playwright'
import { list, log, messageBox, open, ready, say } from '../support/places.ts'
import type { Person } from '../support/person.ts'
import { expect, type Page, test } from '../support/test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface View {
  name: string
  /** Goes there. */
  show: (page: Page, anna: Person) => Promise<unknown>
}

const VIEWS: View[] = [
  {
    name: 'signing-in',
    show: async page => {
      await page.context().clearCookies()
      await page.goto('/')
      await page.getByRole('textbox', { name: 'Password' }).waitFor()
    },
  },
  {
    name: 'signing-up-with-an-error',
    show: async (page, anna) => {
      await page.context().clearCookies()
      await page.goto('/')
      await page.getByRole('button', { name: 'New here? Create an account' }).click()
      await page.getByRole('textbox', { name: 'E-mail address' }).fill(anna.email)
      await page.getByRole('textbox', { name: 'Password' }).fill('long enough')
      await page.getByRole('button', { name: 'Create account' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'empty', show: page => open(page) },
  {
    name: 'conversation',
    show: async (page, anna) => {
      await fill(anna)
      const { conversation_id } = await anna.says('buy milk, and pay the rent tomorrow #home p1')
      await anna.says('done with the milk', conversation_id)
      await anna.says('what is on my list?', conversation_id)
      await open(page, `/c/${conversation_id}`)
      await log(page).getByRole('button', { name: 'Undo: Buy milk' }).last().waitFor()
    },
  },
  {
    name: 'question',
    show: async (page, anna) => {
      await fill(anna)
      await open(page)
      await say(page, 'delete the meeting')
      await log(page).getByRole('region', { name: 'Choose an answer' }).waitFor()
    },
  },
  {
    name: 'confirmation',
    show: async (page, anna) => {
      await fill(anna)
      await open(page)
      await say(page, 'delete all tasks')
      await log(page).getByRole('region', { name: 'Please confirm' }).waitFor()
    },
  },
  {
    name: 'chips',
    show: async page => {
      await open(page)
      await messageBox(page).fill('call the dentist tomorrow at 5 #health p1')
      await page.getByRole('button', { name: /literally/ }).first().waitFor()
    },
  },
  {
    name: 'tasks',
    show: async (page, anna) => {
      await fill(anna)
      await open(page)
      await toTasks(page)
      await expect(list(page)).toContainText('Prepare the talk')
    },
  },
  {
    name: 'task-open',
    show: async (page, anna) => {
      await fill(anna)
      await open(page)
      await toTasks(page)
      await list(page).getByRole('button', { name: /^Prepare the talk/ }).click()
      await list(page).getByRole('textbox', { name: 'Title' }).waitFor()
    },
  },
  { name: 'settings', show: page => page.goto('/settings').then(() => page.getByRole('heading', { name: 'Settings' }).waitFor()) },
  {
    name: 'keys',
    show: async page => {
      await open(page)
      await ready(page)
      await messageBox(page).evaluate(box => box.blur())
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'finder',
    show: async (page, anna) => {
      await anna.says('add buy milk')
      await open(page)
      await ready(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
    },
  },
  { name: 'nothing-here', show: page => page.goto('/nowhere').then(() => page.getByText('There is nothing here').waitFor()) },
]

/** A list as people have them. */
async function fill(anna: Person) {
  await anna.adds('Water the plants', { due: { date: '2026-11-25' } })
  await anna.adds('Team meeting', { due: { date_time: '2026-11-27T14:00', timezone: 'Europe/Berlin' }, tags: ['work'] })
  await anna.adds('Budget meeting', { due: { date: '2026-12-01' }, tags: ['work'] })
  await anna.adds('Prepare the talk', { priority: 'high', description: 'Twenty minutes, with pictures.', tags: ['work'] })
  await anna.adds('Read the book that has been lying on the table since last winter, at least the first chapters')
}

/** On a phone the list is behind its tab. */
async function toTasks(page: Page) {
  const tab = page.getByRole('navigation', { name: 'Tasktalk' }).getByRole('button', { name: 'Tasks' })
  if (await tab.isVisible()) await tab.click()
}

const SCREENS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const { name, show } of VIEWS) {
    test(`${name}, ${screen}`, async ({ page, anna }, info) => {
      await page.setViewportSize(viewport)
      await show(page, anna)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.screenshot({ path: `results/views/${name}-${screen}-${colorScheme}.png` })
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
        const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `  ${node.html}`).join('\n')}`)
        expect(told, `${colorScheme}: what axe-core found`).toEqual([])
      }
      expect(info.errors).toEqual([])
    })
  }
}
