// When Tasktalk asks: an answer is a click, or words; nothing is changed before.
import { answered, list, log, open, say, task } from '../support/places.ts'
import { expect, test } from '../support/test.ts'

test('a question is answered with a click', async ({ page, anna }) => {
  await anna.adds('Team meeting')
  await anna.adds('Budget meeting')
  await open(page)
  await say(page, 'delete the meeting task')
  const question = log(page).getByRole('region', { name: 'Choose an answer' })
  await expect(question.getByRole('button')).toHaveText(['#1 Team meeting', '#2 Budget meeting', 'None of these'])
  await expect(list(page).getByRole('checkbox')).toHaveCount(2)

  await question.getByRole('button', { name: /Budget meeting/ }).click()
  await expect(task(page, 'Budget meeting')).not.toBeVisible()
  await expect(task(page, 'Team meeting')).toBeVisible()
  await expect(question).not.toBeVisible()
  expect(await anna.titles()).toEqual(['Team meeting'])
})

test('a question is answered in words', async ({ page, anna }) => {
  await anna.adds('Team meeting')
  await anna.adds('Budget meeting')
  await open(page)
  await say(page, 'delete the meeting task')
  await expect(log(page).getByRole('region', { name: 'Choose an answer' })).toBeVisible()
  await say(page, 'the budget one')
  await expect(task(page, 'Budget meeting')).not.toBeVisible()
  expect(await anna.titles()).toEqual(['Team meeting'])
})

test('deleting many is confirmed first, bound to exactly those, and undone at once', async ({ page, anna }) => {
  for (const title of ['Buy milk', 'Buy bread', 'Buy eggs']) await anna.adds(title)
  await open(page)
  await say(page, 'delete all tasks')
  const card = log(page).getByRole('region', { name: 'Please confirm' })
  await expect(card).toBeVisible()
  await expect(list(page).getByRole('checkbox')).toHaveCount(3)

  // What comes meanwhile is not what was asked about.
  await anna.adds('Call mum')
  await expect(task(page, 'Call mum')).toBeVisible()
  await card.getByRole('button').first().click()
  await expect(list(page).getByRole('checkbox')).toHaveCount(1)
  await expect(task(page, 'Call mum')).toBeVisible()

  // Until then some of what was done may not be there yet.
  await answered(page)
  await log(page).getByRole('button', { name: 'Undo all' }).click()
  await expect(list(page).getByRole('checkbox')).toHaveCount(4)
  // It says so, and the other way is open.
  await expect(log(page)).toContainText('3 changes taken back')
  await expect(log(page).getByRole('button', { name: 'Undo all' })).toHaveCount(0)
  await log(page).getByRole('button', { name: 'Redo all' }).click()
  await expect(list(page).getByRole('checkbox')).toHaveCount(1)
})

test('a confirmation that is declined changes nothing', async ({ page, anna }) => {
  for (const title of ['Buy milk', 'Buy bread']) await anna.adds(title)
  await open(page)
  await say(page, 'delete all tasks')
  const card = log(page).getByRole('region', { name: 'Please confirm' })
  await card.getByRole('button').last().click()
  await expect(card).not.toBeVisible()
  await answered(page)
  await expect(list(page).getByRole('checkbox')).toHaveCount(2)
  expect(await anna.titles()).toHaveLength(2)
})

test('a change of many tasks is asked for once, and says to which day', async ({ page, anna }) => {
  for (let number = 1; number <= 12; number++) {
    await anna.adds(`Errand ${number}`, { due: { date: '2026-11-27' } })
  }
  await open(page)
  await say(page, 'push everything due today to tomorrow')
  await expect(log(page).getByRole('region', { name: 'Please confirm' })).toContainText('Sat 28 Nov 2026')
  await expect(log(page).getByText('Change 12 tasks?')).toHaveCount(1)
})
