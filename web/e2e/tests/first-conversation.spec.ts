// The first minutes of a new person: an account, something said, something changed, something taken back.
import { answered, list, log, messageBox, row, say, task } from '../support/places.ts'
import { PASSWORD } from '../support/person.ts'
import { expect, type Page, test } from '../support/test.ts'

async function signUp(page: Page) {
  await page.getByRole('button', { name: 'New here? Create an account' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('anna@example.com')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await messageBox(page).waitFor()
}

test('from signing up to undo, and everything is there after a reload', async ({ page }) => {
  await page.goto('/')
  await signUp(page)

  await say(page, 'buy milk, and pay the rent tomorrow #home p1')
  await expect(task(page, 'Buy milk')).not.toBeChecked()
  await expect(row(page, 'Pay the rent')).toContainText('#home')
  await expect(row(page, 'Pay the rent')).toContainText('High')
  await expect(log(page)).toContainText('Pay the rent')
  await expect(messageBox(page)).toHaveValue('')

  await say(page, 'done with the milk')
  await expect(task(page, 'Buy milk')).not.toBeVisible()

  await answered(page)
  await log(page).getByRole('button', { name: 'Undo: Buy milk' }).last().click()
  await expect(task(page, 'Buy milk')).not.toBeChecked()
  await expect(log(page).getByRole('button', { name: 'Redo: Buy milk' })).toBeVisible()

  await page.reload()
  await expect(log(page)).toContainText('done with the milk')
  await expect(task(page, 'Buy milk')).not.toBeChecked()
  await expect(list(page)).toContainText('Pay the rent')
})

test('the first account takes over what was said in the terminal before', async ({ page, server }) => {
  await server.run('add call mum')
  await page.goto('/')
  await signUp(page)
  await expect(task(page, 'Call mum')).not.toBeChecked()
})

test('a wrong password is told, and the right one lets in', async ({ page, anna }) => {
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(anna.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('something else')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(messageBox(page)).toBeVisible()
})

test('each example of an empty conversation does something', async ({ page, anna }) => {
  await page.goto('/')
  const examples = page.getByRole('main').getByRole('listitem').getByRole('button')
  await expect(examples).toHaveCount(3)
  const said = await examples.allTextContents()
  for (const words of said) {
    const { response } = await anna.says(words.trim())
    expect(response, words).not.toMatch(/nothing|🤔|sorry/i)
  }
  await examples.first().click()
  await expect(log(page).getByRole('button', { name: /^Undo: / })).toBeVisible()
  await expect(log(page)).toContainText(said[0] ?? '')
})
