// The task list as hosts of MCP Apps show it, in a real browser. It asks for nothing from the network: the guard of every
// test and the sandbox's own policy would tell.
import { Agent, answer, show, tell } from '../support/host.ts'
import { expect, test } from '../support/test.ts'

const RESULT = 'ui/notifications/tool-result'
const HOSTILE = '<img src=x onerror="document.body.remove()"> [x](javascript:alert(1))'

test('it shows a list, and what people wrote is text', async ({ page, anna, server, context }) => {
  const milk = { due: { date: '2026-11-20' }, priority: 'high', tags: ['home'] }
  await anna.adds('Buy milk', milk)
  await anna.adds(HOSTILE)
  const agent = await Agent.of(anna.email, server, context.request)
  const frame = await show(page, await agent.document('list_tasks'))
  await expect(frame.getByText('Waiting for the list')).toBeVisible()

  await tell(page, { method: RESULT, params: await agent.calls('list_tasks') })
  const rows = frame.getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText('#1 Buy milk')
  await expect(rows.nth(0)).toContainText('Fri, Nov 20 · high priority · #home')
  await expect(rows.nth(1)).toContainText(`#2 ${HOSTILE}`)
  await expect(frame.locator('img:not([role]), a')).toHaveCount(0)
  await page.screenshot({ path: 'results/views/widget-list.png' })

  await tell(page, { method: RESULT, params: await agent.calls('list_tasks', { limit: 1 }) })
  await expect(frame.getByText('and 1 more')).toBeVisible()
  await tell(page, { method: RESULT, params: await agent.calls('find_tasks', { text: 'nothing' }) })
  await expect(frame.getByText('Nothing here.')).toBeVisible()
})

test('it shows an overview as the host looks', async ({ page, anna, server, context }) => {
  await anna.adds('Pay the rent', { due: { date: '2026-11-20' } })
  await anna.adds('Call mum', { due: { date_time: '2026-11-30T17:00:00' } })
  const agent = await Agent.of(anna.email, server, context.request)
  const looks = { theme: 'dark', locale: 'de-DE', styles: { variables: { '--color-text-primary': 'rgb(250, 240, 230)' } } }
  const frame = await show(page, await agent.document('get_overview'), looks)
  await tell(page, { method: RESULT, params: await agent.calls('get_overview') })
  await expect(frame.getByRole('heading', { name: 'Overdue (1)' })).toBeVisible()
  await expect(frame.getByText('Fr., 20. Nov.')).toBeVisible()
  await expect(frame.getByText('Mo., 30. Nov., 17:00')).toBeVisible()
  await expect(frame.locator('body')).toHaveCSS('color', 'rgb(250, 240, 230)')
  await expect(frame.getByText('Fr., 20. Nov.')).toHaveCSS('color', 'rgb(242, 184, 181)')
  await page.screenshot({ path: 'results/views/widget-overview-dark.png' })

  await tell(page, { method: 'ui/notifications/host-context-changed', params: { theme: 'light' } })
  await expect(frame.getByText('Fr., 20. Nov.')).toHaveCSS('color', 'rgb(179, 38, 30)')
})

test('a failure is no empty list', async ({ page, anna, server, context }) => {
  const agent = await Agent.of(anna.email, server, context.request)
  const frame = await show(page, await agent.document('list_tasks'))
  await tell(page, { method: RESULT, params: await agent.calls('list_tasks', { status: 'done' }) })
  await expect(frame.getByText("Invalid status 'done'")).toBeVisible()
  await tell(page, { method: 'ui/notifications/tool-cancelled', params: {} })
  await expect(frame.getByText('the call was stopped')).toBeVisible()
  // A host that hands on the text alone.
  const { content } = await agent.calls('list_tasks')
  await tell(page, { method: RESULT, params: { content } })
  await expect(frame.getByText('Nothing here.')).toBeVisible()
})

test('it answers its host', async ({ page, anna, server, context }) => {
  const agent = await Agent.of(anna.email, server, context.request)
  await show(page, await agent.document('list_tasks'))
  await tell(page, { id: 101, method: 'ping' })
  expect(await answer(page, 101)).toMatchObject({ result: {} })
  await tell(page, { id: 102, method: 'tools/list' })
  expect(await answer(page, 102)).toMatchObject({ error: { code: -32601 } })
  await tell(page, { id: 103, method: 'ui/resource-teardown', params: {} })
  expect(await answer(page, 103)).toMatchObject({ result: {} })
})
