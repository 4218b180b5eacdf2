import { launchChromium } from '../tools/launchChromium'
import { openBrowser } from '../tools/openBrowser'
import { startVisit, type Visit, type VisitOptions } from '../tools/startVisit'
import { pageOf, scriptOf, servePages, type ServedPages } from './servePages'

const withScript = (name: string): string => pageOf(`<p id="said">by hand</p><script src="/${name}.js"></script>`)

describe('a visit to pages', () => {
  let pages: ServedPages
  const browser = openBrowser()
  beforeAll(async () => {
    pages = await servePages({
      '/': pageOf('<p>In order.</p>'),
      '/writes': withScript('writes'),
      '/writes.js': scriptOf("document.querySelector('#said').textContent = 'by script'"),
      '/throws': withScript('throws'),
      '/throws.js': scriptOf("throw new Error('lost the case')"),
      '/logs': withScript('logs'),
      '/logs.js': scriptOf("console.error('could not save')"),
      '/saves': withScript('saves'),
      '/saves.js': scriptOf("fetch('/gone', { method: 'POST' })"),
      '/no-script': withScript('nowhere'),
      '/no-icon': '<!doctype html><html lang="en"><title>x</title><h1>x</h1></html>',
      '/inline-style': pageOf('<p style="color: red">red</p>'),
      '/inline-script': pageOf('<script>document.title = "taken"</script>'),
      '/elsewhere': pageOf('<img alt="" src="http://pictures.example/1.png">'),
      '/broken': { status: 500, body: pageOf('<p>Broken</p>') },
      '/refused': { status: 404, body: pageOf('<p>Nothing here</p>') },
      '/asks-elsewhere': withScript('asks-elsewhere'),
      '/asks-elsewhere.js': scriptOf("fetch('http://elsewhere.example/')"),
    })
  })
  afterAll(() => pages.stop())
  const visit = (more: Partial<VisitOptions> = {}): Promise<Visit> =>
    browser.newVisit({ width: 1280, scripts: true, base: pages.base, ...more })

  it.each([true, false])('has scripts or has none: %s', async (scripts) => {
    const { page } = await visit({ scripts })
    await page.goto('/writes')
    expect(await page.locator('#said').textContent()).toBe(scripts ? 'by script' : 'by hand')
  })

  it.each([320, 1280] as const)('is %s pixels wide, in British English and London’s time', async (width) => {
    const { page } = await visit({ width })
    await page.goto('/')
    expect(
      await page.evaluate('[innerWidth, navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]'),
    ).toEqual([width, 'en-GB', 'Europe/London'])
  })

  it('shares no cookie with another', async () => {
    const [one, other] = [await visit(), await visit()]
    await one.page.context().addCookies([{ name: 'session', value: 'hers', url: pages.base }])
    expect(await other.page.context().cookies()).toEqual([])
  })

  it.each([
    ['/', []],
    ['/refused', []],
    ['/throws', ['script failed: lost the case']],
    ['/logs', ['console: could not save']],
    ['/saves', ['answered 404: POST /gone']],
    ['/no-script', ['answered 404: GET /nowhere.js']],
    ['/no-icon', ['did not load: /favicon.ico']],
    [
      '/inline-style',
      [expect.stringContaining("style violates the following Content Security Policy directive 'style-src 'self''")],
    ],
    [
      '/inline-script',
      [expect.stringContaining("script violates the following Content Security Policy directive 'script-src 'self''")],
    ],
    ['/broken', ['answered 500: GET /broken']],
  ])('to %s is told %j', async (path, problems) => {
    const { page, end } = await visit()
    await page.goto(path, { waitUntil: 'networkidle' })
    expect([...(await end())].sort()).toEqual(problems)
  })

  it.each(['/elsewhere', '/asks-elsewhere'])(
    'that would ask another machine is told so, and asks nothing: %s',
    async (path) => {
      const { page, end } = await visit()
      await page.goto(path, { waitUntil: 'networkidle' })
      const problems = await end()
      expect(problems.join('\n')).toMatch(/Content Security Policy|asked another machine/)
    },
  )

  it('forgives what the test expects, and tells what it expected and did not come', async () => {
    const { page, end } = await visit({ expected: [/could not save/, /answered 409/] })
    await page.goto('/logs')
    expect(await end()).toEqual(['expected and did not come: /answered 409/'])
  })
})

describe('the browser', () => {
  it('fails a test for a problem of its visit, though every assertion held', async () => {
    const hooks: (() => Promise<unknown>)[] = []
    const hold = (hook: unknown): void => void hooks.push(hook as () => Promise<unknown>)
    const spies = [beforeAll, afterEach, afterAll].map((hook) =>
      jest.spyOn(globalThis, hook.name as 'afterEach').mockImplementation(hold),
    )
    const browser = openBrowser()
    for (const spy of spies) spy.mockRestore()
    const [launch, look, close] = hooks
    const pages = await servePages({ '/': pageOf('<p style="color: red">red</p>') })
    await launch?.()
    const { page } = await browser.newVisit({ width: 320, scripts: false, base: pages.base })
    await page.goto('/')
    await expect(look?.()).rejects.toThrow(/The browser complained:\n {2}console: .*Content Security Policy/)
    await expect(look?.()).resolves.toBeUndefined()
    await close?.()
    await pages.stop()
  })

  it('asks no other machine, even where a page may', async () => {
    const browser = await launchChromium()
    const { page, end } = await startVisit(browser, { width: 1280, scripts: true })
    await page.goto('data:text/html,<img src="http://pictures.example/1.png">', { waitUntil: 'networkidle' })
    expect(await end()).toEqual([
      'asked another machine: http://pictures.example/1.png',
      'did not come (net::ERR_NAME_NOT_RESOLVED): GET /1.png',
    ])
    await browser.close()
  })
})
