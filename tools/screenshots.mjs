#!/usr/bin/env node
// Takes the pictures in docs/screenshots/ (`npm run screenshots`). Options: --base URL of a running demo (else it starts one), --to FOLDER,
// --pages FILE, --only NAME (may be given again), --all: every page there is, not only the main ones, to be looked at in another FOLDER.
// Refuses when all pictures that are kept are too much for a repository.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from './bootstrap/findChromium.mjs'
import { say, SetupFailed, step } from './bootstrap/step.mjs'
import { others } from './screenshots/allPages.mjs'
import picture from './screenshots/picture.cjs'
import signingIn from './screenshots/signIn.cjs'
import { startDemo } from './screenshots/startDemo.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const KEPT = path.join(root, 'docs', 'screenshots')
const MOST_BYTES = 5_000_000

const { values: options } = parseArgs({
  options: {
    base: { type: 'string' },
    to: { type: 'string', default: KEPT },
    all: { type: 'boolean', default: false },
    pages: { type: 'string', default: path.join(root, 'tools', 'screenshots', 'pages.mjs') },
    only: { type: 'string', multiple: true },
  },
})

async function main() {
  if (options.all && path.resolve(options.to) === KEPT)
    throw new SetupFailed('Pictures of all pages are looked at, not kept: say where they go with --to FOLDER.')
  const pages = await listed()
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
  sum({ isKept: path.resolve(options.to) === KEPT })
}

async function listed() {
  const { pages } = await import(pathToFileURL(path.resolve(options.pages)).href)
  return options.all ? [...pages, ...others] : pages
}

/** One window for each person, signed in once. */
async function takeAll(browser, baseURL, wanted) {
  const people = groupByWho(wanted)
  const missing = []
  for (const [who, theirs] of people) {
    const context = await browser.newContext({
      baseURL,
      deviceScaleFactor: 1,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    if (who !== undefined) await signingIn.signIn(page, who)
    for (const one of theirs)
      await take(page, one).catch((error) => missing.push(`${one.name}: ${error.message.split('\n')[0]}`))
    await context.close()
  }
  if (missing.length > 0) throw new SetupFailed(`No picture was taken of\n${missing.join('\n')}`)
}

const groupByWho = (wanted) =>
  wanted.reduce((people, page) => people.set(page.who, [...(people.get(page.who) ?? []), page]), new Map())

async function take(page, { name, path: where, follow = [], act, print = false, status = 200 }) {
  await page.emulateMedia({ media: print ? 'print' : 'screen' })
  let at
  for (const width of picture.WIDTHS) {
    await page.setViewportSize({ width, height: 800 }) // before it loads: a script may look at it
    if (act === undefined || at === undefined) {
      at = (await page.goto(where, { waitUntil: 'networkidle' })).status()
      for (const link of [follow].flat()) at = await arrive(page, () => page.locator(link).first().click())
      if (act !== undefined) at = (await arrive(page, () => act(page))) ?? at
      if (at !== status) throw new Error(`${where} answered ${at}`)
    }
    const { file, bytes } = await picture.takePicture(page, { name, width, folder: options.to })
    say(`${path.basename(file)}: ${Math.ceil(bytes / 1000)} kB`)
  }
}

/** Does something on a page; the status of the page it leads to, if it leads to one. */
async function arrive(page, act) {
  let status
  const heard = (answer) => {
    if (answer.request().isNavigationRequest() && answer.status() !== 303) status = answer.status()
  }
  page.on('response', heard)
  await act()
  await page.waitForLoadState('networkidle')
  page.off('response', heard)
  return status
}

/** How many there are, and how large they are in all: what is kept may be so large and no larger. */
function sum({ isKept }) {
  const files = readdirSync(options.to).map((name) => ({ name, bytes: statSync(path.join(options.to, name)).size }))
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  say(`${files.length} pictures, ${(all / 1_000_000).toFixed(1)} MB in all`)
  if (!isKept || all <= MOST_BYTES) return
  const largest = files.sort((a, b) => b.bytes - a.bytes).slice(0, 3)
  throw new SetupFailed(
    `More than ${MOST_BYTES / 1_000_000} MB. The largest: ${largest.map(({ name }) => name).join(', ')}.`,
  )
}

main().catch((error) => {
  process.stderr.write(`screenshots: ${error instanceof SetupFailed ? error.message : (error.stack ?? error)}\n`)
  process.exitCode = 1
})
