// The list beside the conversation, used with a mouse.
import { list, open, row, task } from '../support/places.ts'
import { expect, type Page, test } from '../support/test.ts'

const add = (page: Page) => list(page).getByRole('textbox', { name: 'Add a task' })
const filter = (page: Page, name: string) =>
  list(page).getByRole('navigation', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${name}`) })
const title = (page: Page, name: string) => list(page).getByRole('button', { name: new RegExp(`^${name}`) })

test('a task is added with what was recognised, and a wrong guess is left in its title', async ({ page, anna }) => {
  await open(page)
  await add(page).fill('call mum tomorrow at 5pm p1 #family')
  const recognised = list(page).getByRole('group', { name: 'Recognised in what you typed' })
  await expect(recognised.getByRole('button', { name: /^Due: Tomorrow/ })).toBeVisible()
  await expect(recognised.getByRole('button', { name: 'Priority: High' })).toBeVisible()
  await recognised.getByRole('button', { name: /^Tag: / }).click()
  await add(page).press('Enter')
  const line = list(page).getByRole('listitem').filter({ hasText: /call mum/i })
  await expect(line).toContainText('#family')
  await expect(line).toContainText('High')
  await expect(add(page)).toHaveValue('')
  const [added] = await anna.titles()
  expect(added).toMatch(/call mum #family/i)
})

test('a task is edited where it stands', async ({ page, anna }) => {
  await anna.adds('Prepare the talk')
  await open(page)
  await title(page, 'Prepare the talk').click()
  await list(page).getByRole('textbox', { name: 'Notes' }).fill('Twenty minutes')
  await list(page).getByRole('button', { name: 'Tomorrow', exact: true }).click()
  await list(page).getByText('High', { exact: true }).click()
  await expect(list(page).getByRole('radio', { name: 'High' })).toBeChecked()
  await list(page).getByLabel('Add a tag').fill('work')
  await list(page).getByLabel('Add a tag').press('Enter')
  await list(page).getByRole('button', { name: 'Close', exact: true }).click()
  const line = row(page, 'Prepare the talk')
  await expect(line).toContainText('#work')
  await expect(line).toContainText('High')
  await expect(list(page).getByRole('region', { name: /^Tomorrow/ })).toContainText('Prepare the talk')
  // The page shows a change before the server has it.
  await expect.poll(() => anna.titles('?tag=work&priority=high')).toEqual(['Prepare the talk'])
  await page.reload()
  await expect(row(page, 'Prepare the talk')).toContainText('#work')
})

test('the filters show what they say, and only that', async ({ page, anna }) => {
  await anna.adds('Water the plants', { due: { date: '2026-11-25' } })
  await anna.adds('Team meeting', { due: { date_time: '2026-11-27T14:00', timezone: 'Europe/Berlin' } })
  await anna.adds('Pay the rent', { due: { date: '2026-12-01' } })
  await anna.adds('Call mum')
  await open(page)
  const shown = () => list(page).getByRole('checkbox').evaluateAll(boxes => boxes.map(box => box.getAttribute('aria-label')))
  for (const [name, titles] of [
    ['Overdue', ['Water the plants']],
    ['Upcoming', ['Pay the rent']],
    ['All', ['Water the plants', 'Team meeting', 'Pay the rent', 'Call mum']],
  ] as const) {
    await filter(page, name).click()
    await expect.poll(shown, { message: name }).toEqual(titles)
  }
  await filter(page, 'Today').click()
  await expect(task(page, 'Team meeting')).toBeVisible()
  await expect(task(page, 'Pay the rent')).not.toBeVisible()

  await filter(page, 'All').click()
  // A click and not `check`, which looks again afterwards: the task leaves this view soon.
  await task(page, 'Call mum').click()
  await filter(page, 'Done').click()
  await expect.poll(shown).toEqual(['Call mum'])
  await expect(task(page, 'Call mum')).toBeChecked()
})

test('words are searched', async ({ page, anna }) => {
  await anna.adds('Call mum')
  await anna.adds('Pay the rent')
  await open(page)
  await list(page).getByRole('button', { name: 'Search tasks' }).click()
  await list(page).getByRole('searchbox', { name: 'Search tasks' }).fill('ren')
  await expect(task(page, 'Pay the rent')).toBeVisible()
  await expect(task(page, 'Call mum')).not.toBeVisible()
})

test('what was deleted is undone at once, or comes back from the trash', async ({ page, anna }) => {
  await anna.adds('Call mum')
  await open(page)
  await title(page, 'Call mum').click()
  const trash = async () => {
    await list(page).getByRole('button', { name: 'Delete' }).click()
    await expect(task(page, 'Call mum')).not.toBeVisible()
  }
  await trash()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(task(page, 'Call mum')).toBeVisible()

  await trash()
  await list(page).getByRole('button', { name: 'Sort and more' }).click()
  await page.getByRole('menuitem', { name: 'Trash' }).or(page.getByRole('menuitemradio', { name: 'Trash' })).click()
  await list(page).getByRole('button', { name: 'Restore' }).click()
  await filter(page, 'All').click()
  await expect(task(page, 'Call mum')).toBeVisible()
  await expect.poll(() => anna.titles()).toEqual(['Call mum'])
})

test('a list of many is shown as one scrolls', async ({ page, anna }) => {
  for (let number = 1; number <= 120; number++) await anna.adds(`Task number ${number}`)
  await open(page)
  await expect(list(page)).toContainText('120 tasks')
  await expect(task(page, 'Task number 1')).toBeVisible()
  await task(page, 'Task number 1').hover()
  await expect(async () => {
    await page.mouse.wheel(0, 5_000)
    await expect(task(page, 'Task number 120')).toBeInViewport({ timeout: 500 })
  }).toPass()
})
