'use strict'

/** Signs in on the demo's page as somebody it offers, by name or id: presses their button, unfolding the list it is in. Its form brings the token. Works without scripts. */
async function signIn(page, who) {
  await page.goto('/sign-in')
  const exactly = new RegExp(`^\\s*${who.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`)
  const button = page
    .locator('button[name="person"]')
    .filter({ hasText: exactly })
    .or(page.locator(`button[name="person"][value=${JSON.stringify(who)}]`))
    .first()
  if ((await button.count()) === 0) throw new Error(`The sign-in page at ${page.url()} does not offer ${who}.`)
  if (!(await button.isVisible())) await page.locator('details', { has: button }).last().locator('summary').click()
  await button.click()
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
}

module.exports = { signIn }
