// Answers that take their time: they come piece by piece, stop when told, and survive a server that falls over.
import { chat, log, messageBox, open, say, task } from '../support/places.ts'
import { Model } from '../support/model.ts'
import { expect, test as base } from '../support/test.ts'

const test = base.extend<{ model: Model; host: string }>({
  model: async ({}, use) => {
    const model = new Model()
    await use(model)
    await model.stop()
  },
  host: async ({ model }, use) => use(await model.start()),
  settings: async ({ host }, use) =>
    use({ OPENAI_BASE_URL: `http://${host}/v1`, OUTBOUND_ALLOWED: host, MODEL_CONSENT: 'given' }),
})

const QUESTION = 'what should I do first today?'

test('an answer appears as it is given', async ({ page, anna, model }) => {
  await anna.adds('Call mum')
  await open(page)
  await say(page, QUESTION)
  const answer = await model.asked()
  await expect(log(page)).toContainText('Answering')
  answer.says('Begin with the call. ')
  await expect(log(page)).toContainText('Begin with the call.')
  await expect(chat(page).getByRole('button', { name: 'Stop' })).toBeVisible()
  answer.says('Then take a break. ')
  answer.ends()
  await expect(log(page)).toContainText('Then take a break.')
  await expect(chat(page).getByRole('button', { name: 'Send' })).toBeVisible()
})

test('Esc stops an answer, and what was said of it stays', async ({ page, anna, model }) => {
  await anna.adds('Call mum')
  await open(page)
  await say(page, QUESTION)
  const answer = await model.asked()
  answer.says('Begin with the call. ')
  await expect(log(page)).toContainText('Begin with the call.')
  await messageBox(page).press('Escape')
  await expect(chat(page).getByRole('button', { name: 'Send' })).toBeVisible()
  await expect(log(page)).toContainText('Begin with the call.')
  // The next message is answered as if nothing had been.
  await say(page, 'add buy milk')
  await expect(task(page, 'Buy milk')).toBeVisible()
})

test('an answer goes on after the page was loaded again', async ({ page, anna, model }) => {
  await anna.adds('Call mum')
  await open(page)
  await say(page, QUESTION)
  const answer = await model.asked()
  answer.says('Begin with the call. ')
  await expect(log(page)).toContainText('Begin with the call.')
  await page.reload()
  await expect(log(page)).toContainText('Begin with the call.')
  answer.says('Then take a break. ')
  answer.ends()
  await expect(log(page)).toContainText('Then take a break.')
})

test('a server that falls over during an answer: the page says so, and goes on when it is back', async ({
  page,
  server,
  anna,
  model,
}) => {
  test.slow()
  await anna.adds('Call mum')
  await open(page)
  await say(page, QUESTION)
  const answer = await model.asked()
  answer.says('Begin with the call. ')
  await expect(log(page)).toContainText('Begin with the call.')

  await server.kill()
  await expect(log(page)).toContainText('The connection was lost')
  // It comes back while another instance could still be answering, and gives that up when it may.
  await server.begin('2026-11-27T09:00:40Z')
  await expect(log(page)).toContainText('got no answer', { timeout: 60_000 })
  await expect(log(page).getByText(QUESTION)).toHaveCount(1)

  // Nothing is lost or done twice, and the conversation goes on, in step with the list.
  await say(page, 'add buy milk')
  await expect(task(page, 'Buy milk')).toBeVisible()
  await anna.adds('From a script')
  await expect(task(page, 'From a script')).toBeVisible()
  expect(await anna.titles()).toEqual(['Call mum', 'Buy milk', 'From a script'])
})

test('without a server nothing that was typed is lost', async ({ page, server, anna }) => {
  await anna.adds('Call mum')
  await open(page)
  await server.kill()
  await say(page, 'add buy milk')
  await expect(log(page)).toContainText('add buy milk')
  await server.begin()
  await expect(task(page, 'Buy milk')).toBeVisible({ timeout: 60_000 })
  expect((await anna.titles()).filter(title => title === 'Buy milk')).toHaveLength(1)
})
