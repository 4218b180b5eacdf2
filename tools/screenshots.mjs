#!/usr/bin/env node
// Takes the pictures in docs/screenshots/ (`npm run screenshots`). Options: --base URL of a running demo (else it starts one), --to FOLDER,
// --pages FILE, --only NAME (may be given again). Refuses when all pictures together are too much for a repository.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from './bootstrap/findChromium.mjs'
import { say, SetupFailed, step } from './bootstrap/step.mjs'
import picture from './screenshots/picture.cjs'
import signingIn from './screenshots/signIn.cjs'
import { startDemo } from './screenshots/startDemo.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const MOST_BYTES = 5_000_000

const { values: options } = parseArgs({
  options: {
    base: { type: 'string' },
    to: { type: 'string', default: path.join(root, 'docs', 'screenshots') },
    pages: { type: 'string', default: path.join(root, 'tools', 'screenshots', 'pages.mjs') },
    only: { type: 'string', multiple: true },
  },
})

async function main() {
  const { pages } = await import(pathToFileURL(path.resolve(options.pages)).href)
  const wanted = pages.filter(({ name }) => options.only?.includes(name) ?? true)
  const unknown = (options.only ?? []).filter((name) => !pages.some((page) => page.name === name))
  if (unknown.length > 0) throw new SetupFailed(`No page is called ${unknown.join(', ')}: see ${options.pages}.`)
  const { CASECLOCK_CHROMIUM: executablePath, CASECLOCK_NO_CHROMIUM: problem } = await findChromium()
  if (executablePath === undefined)
    throw new SetupFailed(problem ?? 'Pictures need a browser: unset CASECLOCK_WITHOUT_BROWSER.')
  const demo = options.base === undefined ? await step('starting a demo', () => startDemo(root)) : undefined
  try {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath, args: [...sandbox, '--disable-dev-shm-usage'] })
    try {
      await takeAll(browser, options.base ?? demo.base, wanted)
    } finally {
      await browser.close()
    }
  } finally {
    await demo?.stop()
  }
  refuseTooMuch()
}

/** One window for each person, signed in once. */
async function takeAll(browser, baseURL, wanted) {
  const people = groupByWho(wanted)
  for (const [who, theirs] of people) {
    const context = await browser.newContext({
      baseURL,
      deviceScaleFactor: 1,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    if (who !== undefined) await signingIn.signIn(page, who)
    for (const one of theirs) await take(page, one)
    await context.close()
  }
}

const groupByWho = (wanted) =>
  wanted.reduce((people, page) => people.set(page.who, [...(people.get(page.who) ?? []), page]), new Map())

async function take(page, { name, path: where, follow }) {
  for (const width of picture.WIDTHS) {
    await page.setViewportSize({ width, height: 800 }) // before it loads: a script may look at it
    const answer = await page.goto(where, { waitUntil: 'networkidle' })
    if (answer.status() !== 200)
      throw new SetupFailed(`${name}: ${where} answered ${answer.status()}. No picture is taken of that.`)
    if (follow !== undefined) {
      await page.locator(follow).first().click()
      await page.waitForLoadState('networkidle')
    }
    const { file, bytes } = await picture.takePicture(page, { name, width, folder: options.to })
    say(`${path.basename(file)}: ${Math.ceil(bytes / 1000)} kB`)
  }
}

function refuseTooMuch() {
  const files = readdirSync(options.to).map((name) => ({ name, bytes: statSync(path.join(options.to, name)).size }))
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  say(`${files.length} pictures, ${(all / 1_000_000).toFixed(1)} MB in all`)
  if (all <= MOST_BYTES) return
  const largest = files.sort((a, b) => b.bytes - a.bytes).slice(0, 3)
  throw new SetupFailed(
    `More than ${MOST_BYTES / 1_000_000} MB. The largest: ${largest.map(({ name }) => name).join(', ')}.`,
  )
}

main().catch((error) => {
  process.stderr.write(`screenshots: ${error instanceof SetupFailed ? error.message : (error.stack ?? error)}\n`)
  process.exitCode = 1
})
