// Finding what is not on the screen: in the trash, and by a tag of tasks that are far down the list.
import { list, open, task } from '../support/places.ts'
import { expect, type Page, test } from '../support/test.ts'

const more = async (page: Page, item: string) => {
  await list(page).getByRole('button', { name: 'Sort and more' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('the trash is searched on the server', async ({ page, anna }) => {
  // More than a page of newer ones hides it.
  const old = await anna.adds('Water the plants')
  await anna.deletes(old.id)
  for (let number = 1; number <= 130; number++) {
    const { id } = await anna.adds(`Old task ${number}`)
    await anna.deletes(id)
  }
  await open(page)
  await more(page, 'Trash')
  await expect(list(page)).toContainText('Old task 130')
  await list(page).getByRole('button', { name: 'Search tasks' }).click()
  await list(page).getByRole('searchbox', { name: 'Search tasks' }).fill('plants')
  const found = list(page).getByRole('listitem')
  await expect(found).toHaveText([/Water the plants/])
  await page.screenshot({ path: 'results/views/trash-search.png' })
  await found.getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => anna.titles()).toEqual(['Water the plants'])
})

test('the tag menu has the tags of all tasks, and says which is shown', async ({ page, anna }) => {
  for (let number = 1; number <= 130; number++) {
    const day = String((number % 28) + 1).padStart(2, '0')
    await anna.adds(`Task number ${number}`, { due: { date: `2026-12-${day}` }, tags: ['work'] })
  }
  await anna.adds('Someday, see Lisbon', { tags: ['travel'] })
  await open(page)
  await expect(task(page, 'Someday, see Lisbon')).toHaveCount(0)
  const tags = list(page).getByRole('button', { name: 'Filter by tag' })
  await tags.click()
  await expect(page.getByRole('menuitemradio')).toHaveText(['travel', 'work'])
  await page.getByRole('menuitemradio', { name: 'travel' }).click()
  await expect(task(page, 'Someday, see Lisbon')).toBeVisible()
  await expect(list(page)).toContainText('1 task')
  await tags.click()
  await expect(page.getByRole('menuitemradio', { name: 'travel' })).toBeChecked()
  await page.screenshot({ path: 'results/views/tag-menu.png' })
  await page.keyboard.press('Escape')

  // A tag that comes through another door is there, too.
  await anna.adds('Feed the cat', { tags: ['home'] })
  await expect(async () => {
    await tags.click()
    const names = await page.getByRole('menuitemradio').allTextContents()
    await page.keyboard.press('Escape')
    expect(names).toEqual(['home', 'travel', 'work'])
  }).toPass()
})
