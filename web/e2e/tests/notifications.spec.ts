// What the system is told of a reminder, and when; and where a click on that leads.
import { list, open } from '../support/places.ts'
import { expect, type Page, test } from '../support/test.ts'

/** Until its time has come. */
const A_MOMENT = { timeout: 40_000 }

interface Told {
  title: string
  tag?: string
  click?: () => void
}
type Recording = Window & { told: Told[]; looksElsewhere: boolean }

/** A headless browser has no place to show one, so what would be shown is recorded; and whether somebody looks is up to the test. */
async function record(page: Page) {
  await page.addInitScript(() => {
    const recording = window as unknown as Recording
    recording.told = []
    recording.looksElsewhere = true
    Object.defineProperty(document, 'visibilityState', {
      get: () => (recording.looksElsewhere ? 'hidden' : 'visible'),
    })
    window.Notification = class {
      static readonly permission = 'granted'
      static readonly requestPermission = async () => 'granted'
      onclick: (() => void) | null = null
      constructor(title: string, options: NotificationOptions) {
        recording.told.push({ title, tag: options.tag ?? '', click: () => this.onclick?.() })
      }
      close() {}
    } as unknown as typeof Notification
  })
}

const told = (page: Page) =>
  page.evaluate(() => (window as unknown as Recording).told.map(({ title }) => title))
const look = (page: Page, elsewhere: boolean) =>
  page.evaluate(away => {
    Object.assign(window, { looksElsewhere: away })
  }, elsewhere)
const card = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Reminders' }).getByRole('article').filter({ hasText: title })
const dueIn = (second: string) => ({ date_time: `2026-11-27T10:00:${second}`, timezone: 'Europe/Berlin' })
const editor = (page: Page) => list(page).getByRole('textbox', { name: 'Notes' })

test.use({ clock: '2026-11-27T08:59:50Z' })

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('the system is told what is due while nobody looks, and not what one sees', async ({ page, anna }) => {
    await record(page)
    await open(page)
    await anna.adds('Call mum', { due: dueIn('05') })
    await anna.adds('Take the bread out', { due: dueIn('30') })
    await expect.poll(() => told(page), A_MOMENT).toEqual(['Call mum'])
    await expect(card(page, 'Call mum')).toBeVisible()

    await look(page, false)
    await expect(card(page, 'Take the bread out')).toBeVisible(A_MOMENT)
    expect(await told(page)).toEqual(['Call mum'])
  })

  test('a click on it brings the task forward', async ({ page, anna }) => {
    for (let number = 1; number <= 50; number++) await anna.adds(`Old task ${number}`, { due: { date: '2026-11-20' } })
    await record(page)
    await open(page)
    await anna.adds('Call mum', { due: dueIn('10') })
    // The list shows something else meanwhile.
    await list(page).getByRole('button', { name: 'Search tasks' }).click()
    await list(page).getByRole('searchbox', { name: 'Search tasks' }).fill('old')
    await expect.poll(() => told(page), A_MOMENT).toEqual(['Call mum'])
    await page.evaluate(() => (window as unknown as Recording).told[0]?.click?.())
    await expect(editor(page)).toBeVisible()
    await expect(editor(page)).toBeInViewport()
    await expect(list(page).getByRole('textbox', { name: 'Title' })).toHaveValue('Call mum')
    await page.screenshot({ path: 'results/views/notification-clicked.png' })
  })
})

test.describe('with a service worker', () => {
  /** What the system does when a notification is clicked; a script can't make the event itself. */
  async function click(page: Page, task: number) {
    const [worker] = page.context().serviceWorkers()
    if (!worker) throw new Error('there is no service worker')
    await worker.evaluate(async id => {
      const done: Promise<unknown>[] = []
      const event = Object.assign(new Event('notificationclick'), {
        notification: { data: { task: id }, close() {} },
        waitUntil: (work: Promise<unknown>) => void done.push(work),
      })
      self.dispatchEvent(event)
      // It may come to the front only on a real click.
      await Promise.allSettled(done)
    }, task)
  }

  test('a click on its notification brings the task forward, on a phone too', async ({ page, anna }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const { id } = await anna.adds('Call mum', { due: { date: '2026-11-30' } })
    await open(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect(editor(page)).not.toBeVisible()
    await click(page, id)
    await expect(editor(page)).toBeInViewport()
  })

  test('when no page is open, the one that is opened shows the task', async ({ page, anna }) => {
    const { id } = await anna.adds('Call mum')
    await open(page, `/?task=${id}`)
    await expect(editor(page)).toBeVisible()
    expect(new URL(page.url()).search).toBe('')
  })
})
