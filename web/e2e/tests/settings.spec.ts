// Settings that change what one sees and who may come in.
import { ITS_OWN } from '../support/person.ts'
import { list, messageBox, open } from '../support/places.ts'
import { expect, test } from '../support/test.ts'

test('language and theme are chosen, and stay', async ({ page, anna }) => {
  expect(anna.email).toBeTruthy()
  await page.goto('/settings')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('combobox', { name: 'Language' }).or(page.getByRole('radio', { name: 'Deutsch' })).first().waitFor()
  const language = page.getByRole('combobox', { name: 'Language' })
  if (await language.count()) await language.selectOption({ label: 'Deutsch' })
  else await page.getByText('Deutsch', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toBeVisible()
})

test('a token for a script is shown once, works, and is revoked', async ({ page, anna, server }) => {
  await anna.adds('Call mum')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'New token' }).click()
  await page.getByRole('textbox', { name: 'What it is for' }).fill('backup script')
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = await page.getByRole('textbox', { name: 'Token', exact: true }).inputValue()
  const headers = { authorization: `Bearer ${token}`, ...ITS_OWN }
  const seen = await page.request.get(`${server.url}/api/me/tasks`, { headers })
  expect((await seen.json()).count).toBe(1)
  await page.getByRole('button', { name: 'I have copied it' }).click()

  await page.getByRole('button', { name: 'Revoke “backup script”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText('No tokens yet.')).toBeVisible()
  const refused = await page.request.get(`${server.url}/api/me/tasks`, { headers })
  expect(refused.status()).toBe(401)
})

test('signing out leaves nothing behind', async ({ page, anna }) => {
  await anna.adds('Call mum')
  await open(page)
  await expect(list(page)).toContainText('Call mum')
  await messageBox(page).fill('something half written')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map(async name => (await window.caches.open(name)).keys()))
    const addresses = caches.flat().map(request => new URL(request.url).pathname)
    return { storage: JSON.stringify({ ...localStorage, ...sessionStorage }), addresses }
  })
  expect(kept.storage).not.toContain('half written')
  expect(kept.addresses.filter(address => address.startsWith('/api/'))).toEqual([])
})

test('everything is exported', async ({ page, anna }) => {
  await anna.adds('Call mum')
  await anna.says('add buy milk')
  await page.goto('/settings')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export everything' }).click()
  const stream = await (await download).createReadStream()
  let text = ''
  for await (const chunk of stream) text += chunk
  const exported = JSON.stringify(JSON.parse(text))
  for (const part of ['Call mum', 'Buy milk', 'add buy milk', anna.email]) expect(exported).toContain(part)
})

test('an account is deleted, after its address was typed', async ({ page, anna }) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Delete my account …' }).click()
  const dialog = page.getByRole('dialog')
  const final = dialog.getByRole('button', { name: 'Delete for good' })
  await expect(final).toBeDisabled()
  await dialog.getByRole('textbox').fill(anna.email)
  await final.click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(anna.titles()).rejects.toThrow('401')
})
