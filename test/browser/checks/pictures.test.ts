import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fastify from 'fastify'
import { openBrowser } from '../tools/openBrowser'
import { pageWeight } from '../tools/pageWeight'
import { screenshot } from '../tools/screenshot'
import { signInAs } from '../tools/signInAs'
import { pageOf, scriptOf, servePages, styleOf, type ServedPages } from './servePages'

const ROOT = path.join(__dirname, '..', '..', '..')
const { smallPng } = jest.requireActual<{ readonly smallPng: (png: Buffer) => Buffer }>(
  '../../../tools/screenshots/smallPng.cjs',
)

/** Width and height, as the file says. */
const sizeOf = (file: string): readonly number[] => {
  const png = readFileSync(file)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-pictures-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('pictures and weight of a page', () => {
  let pages: ServedPages
  const browser = openBrowser()
  beforeAll(async () => {
    pages = await servePages({
      '/': pageOf(
        `<p class="tall">Late by 5 months</p><input autofocus aria-label="On"><script src="/heavy.js"></script>`,
      ),
      '/style.css': styleOf(
        '.tall { height: 1500px; font-size: 40px; animation: fade 9s infinite } @keyframes fade { from { opacity: 0 } }',
      ),
      '/heavy.js': scriptOf(`/*${'x'.repeat(40_000)}*/`),
      '/long': pageOf('<p class="long"></p>'),
      '/colours': pageOf('<canvas width="300" height="300"></canvas><script src="/colours.js"></script>'),
      '/colours.js': scriptOf(
        `const paper = document.querySelector('canvas').getContext('2d')
         for (let x = 0; x < 300; x += 1) for (let y = 0; y < 300; y += 1) { paper.fillStyle = 'rgb(' + [x % 256, y % 256, 90] + ')'; paper.fillRect(x, y, 1, 1) }`,
      ),
    })
  })
  afterAll(() => pages.stop())
  const visit = async (where: string) => {
    const visited = await browser.newVisit({ width: 1280, scripts: true, base: pages.base })
    await visited.page.goto(where)
    return visited
  }

  it('are taken whole at both widths, the same bytes each time, while something moves', async () => {
    const visited = await visit('/')
    const again = path.join(folder, 'again')
    await screenshot(visited, { name: 'late', folder })
    const pictures = await screenshot(visited, { name: 'late', folder: again })
    expect(readdirSync(again)).toEqual(['late-1280.png', 'late-320.png'])
    for (const { file, bytes } of pictures) {
      expect(readFileSync(file).equals(readFileSync(path.join(folder, path.basename(file))))).toBe(true)
      expect(bytes).toBe(readFileSync(file).length)
    }
    expect(pictures.map(({ file }) => sizeOf(file)[0])).toEqual([320, 1280])
    expect(pictures.every(({ file }) => (sizeOf(file)[1] ?? 0) > 1500)).toBe(true)
    expect(visited.page.viewportSize()?.width).toBe(1280)
  })

  it.each(['/', '/colours'])('are kept small, and look the same to the browser: %s', async (where) => {
    const visited = await visit(where)
    const png = await visited.page.screenshot({ animations: 'disabled', caret: 'hide' })
    const small = smallPng(png)
    expect(small.length).toBeLessThan(png.length)
    const apart = await visited.page.evaluate<number>(`(async () => {
      const pixels = async (text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const paper = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        paper.drawImage(picture, 0, 0)
        return paper.getImageData(0, 0, picture.width, picture.height).data
      }
      const [one, other] = [await pixels('${png.toString('base64')}'), await pixels('${small.toString('base64')}')]
      if (one.length !== other.length) throw new Error('not the same size')
      return one.reduce((most, channel, at) => Math.max(most, Math.abs(channel - other[at])), 0)
    })()`)
    expect(apart).toBeLessThanOrEqual(where === '/' ? 0 : 200)
  })

  it('a page is weighed with nothing in the cache: itself, and what it loads', async () => {
    const visited = await visit('/') // has the parts in its cache by now
    const { html, assets, total, parts } = await pageWeight(visited, '/')
    expect(parts[0]?.path).toBe('/heavy.js')
    expect(parts.map((part) => part.path)).toEqual(expect.arrayContaining(['/', '/style.css']))
    expect(assets).toBeGreaterThan(40_000)
    expect(html).toBeGreaterThan(300)
    expect(html).toBeLessThan(2_000)
    expect(total).toBe(html + assets)
  })

  it('a page that is not there is not weighed', async () => {
    await expect(pageWeight(await visit('/'), '/nowhere')).rejects.toThrow('/nowhere answered 404: nothing to weigh.')
  })
})

describe('npm run screenshots', () => {
  const TOKEN = 'a-token-of-the-form'
  const server = fastify()
  let base: string
  const signInPage = pageOf(
    `<form method="post" action="/sign-in"><input type="hidden" name="_csrf" value="${TOKEN}">
     <button name="person" value="p-1">Priya Shah</button> <details><summary>Everybody</summary><button name="person" value="p-2">Sam Okafor</button></details></form>`,
  )
  beforeAll(async () => {
    server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, new URLSearchParams(body as string))
    })
    server.get('/icon.svg', (_request, reply) =>
      reply.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    )
    server.get('/style.css', (_request, reply) => reply.type('text/css').send('p { font-size: 30px }'))
    server.get('/sign-in', (_request, reply) => reply.type('text/html').send(signInPage))
    server.post<{ Body: URLSearchParams }>('/sign-in', (request, reply) => {
      if (request.body.get('_csrf') !== TOKEN) return reply.code(403).send('no token')
      return reply.header('set-cookie', `who=${request.body.get('person') ?? ''}; Path=/`).redirect('/', 303)
    })
    server.get('/', (request, reply) => {
      if (request.headers.cookie === undefined) return reply.redirect('/sign-in', 303)
      return reply.type('text/html').send(pageOf(`<p>${request.headers.cookie}</p><a href="/cases/T-1">T-1</a>`))
    })
    server.get('/cases/T-1', (request, reply) =>
      reply
        .code(request.headers.cookie === 'who=p-1' ? 200 : 404)
        .type('text/html')
        .send(pageOf('<p>The case</p>')),
    )
    base = await server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => server.close())

  const browser = openBrowser()
  it.each([
    ['Priya Shah', true, 'who=p-1'],
    ['Priya Shah', false, 'who=p-1'],
    ['Sam Okafor', true, 'who=p-2'],
    ['p-2', false, 'who=p-2'],
  ])('signs in as tests do: as %s, folded away or not, scripts: %s', async (who, scripts, cookie) => {
    const visit = await browser.newVisit({ width: 320, scripts, base })
    await signInAs(visit, who)
    expect(await visit.page.locator('main p').textContent()).toBe(cookie)
  })

  /** Runs the command over these pages. */
  const take = async (pages: readonly object[], ...more: string[]) => {
    const list = path.join(folder, 'pages.mjs')
    writeFileSync(list, `export const pages = ${JSON.stringify(pages)}`)
    const command = [
      path.join(ROOT, 'tools', 'screenshots.mjs'),
      '--pages',
      list,
      '--to',
      path.join(folder, 'to'),
      ...more,
    ]
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const code = await new Promise((resolve) => child.once('close', resolve))
    const made = existsSync(path.join(folder, 'to')) ? readdirSync(path.join(folder, 'to')) : []
    return { code, said, made }
  }

  it('takes each page at both widths, signed in as who is named, through the form with its token', async () => {
    const { code, said, made } = await take(
      [
        { name: 'sign-in', path: '/sign-in' },
        { name: 'home', who: 'Priya Shah', path: '/' },
        { name: 'case', who: 'p-1', path: '/', follow: 'a[href^="/cases/"]' },
      ],
      ...['--base', base],
    )
    expect(said).toMatch(/6 pictures, 0\.\d MB in all/)
    expect(code).toBe(0)
    expect(made).toEqual([
      'case-1280.png',
      'case-320.png',
      'home-1280.png',
      'home-320.png',
      'sign-in-1280.png',
      'sign-in-320.png',
    ])
    expect(made.map((name) => sizeOf(path.join(folder, 'to', name))[0])).toEqual([1280, 320, 1280, 320, 1280, 320])
  })

  it.each([
    [
      'a page that answers 404',
      { name: 'case', who: 'Sam Okafor', path: '/cases/T-1' },
      [],
      'case: /cases/T-1 answered 404',
    ],
    ['somebody who is not offered', { name: 'home', who: 'Nobody', path: '/' }, [], 'does not offer Nobody'],
    ['a name that is not in the list', { name: 'home', path: '/' }, ['--only', 'hoem'], 'No page is called hoem'],
  ])('refuses %s', async (_what, page, more, words) => {
    const { code, said, made } = await take([page], '--base', base, ...more)
    expect(code).toBe(1)
    expect(said).toContain(words)
    expect(made).toEqual([])
  })
})
