import { keyboard } from '../tools/keyboard'
import { openBrowser } from '../tools/openBrowser'
import { tabTo } from '../tools/tabTo'
import { pageOf, scriptOf, servePages, styleOf, type ServedPages } from './servePages'

const STYLE = `
  :focus { outline: none }
  a:focus, button:focus { outline: 3px solid #0b0c0c }
  .unseen:focus { outline: none }
  .filled:focus { outline: none; background: #fd0 }
  input[type=radio] { opacity: 0 }
  input[type=radio] + label::before { content: ""; border: 2px solid }
  input[type=radio]:focus + label::before { box-shadow: 0 0 0 4px #fd0 }
  .bar { position: fixed; inset: 0 0 auto 0; height: 300px; background: #eee }
  .first { position: absolute; left: -900px } .first:focus { left: 0 }`

const THREE = '<a href="/1">One</a> <button>Two</button> <a href="/3">Three</a>'
const kept = (script: string) => scriptOf(`const [one, two, three] = document.querySelectorAll('a, button'); ${script}`)

describe('a page by the Tab key alone', () => {
  let pages: ServedPages
  const browser = openBrowser()
  beforeAll(async () => {
    pages = await servePages({
      '/style.css': styleOf(STYLE),
      '/three': pageOf(THREE),
      '/one': pageOf('<a href="/1">One</a>'),
      '/nothing': pageOf('<p>Nothing to press</p>'),
      '/skip': pageOf(`<a class="first" href="#main">Skip to main content</a>${THREE}`),
      '/looks': pageOf(
        `<a class="unseen" href="/1">Unseen</a> <button class="filled">Filled</button>
         <input type="radio" name="how" id="a"><label for="a">By post</label> <input type="radio" name="how" id="b"><label for="b">By hand</label>`,
      ),
      '/covered': pageOf(`<div class="bar">A bar</div>${THREE}`),
      '/holds': pageOf(`${THREE}<script src="/holds.js"></script>`),
      '/holds.js': kept("two.addEventListener('keydown', (event) => event.preventDefault())"),
      '/circle': pageOf(`${THREE}<a href="/4">Four</a><script src="/circle.js"></script>`),
      '/circle.js': kept("three.addEventListener('keydown', (event) => { event.preventDefault(); two.focus() })"),
      '/start': pageOf(`${THREE}<script src="/start.js"></script>`),
      '/start.js': kept("two.addEventListener('keydown', (event) => { event.preventDefault(); one.focus() })"),
      '/drops': pageOf(`${THREE}<script src="/drops.js"></script>`),
      '/drops.js': kept("two.addEventListener('focus', () => { two.blur(); three.remove() })"),
    })
  })
  afterAll(() => pages.stop())
  const tab = async (path: string, scripts = true) => {
    const visit = await browser.newVisit({ width: 1280, scripts, base: pages.base })
    await visit.page.goto(path)
    return keyboard(visit)
  }
  const names = ({ stops }: Awaited<ReturnType<typeof tab>>): string[] => stops.map(({ what }) => what)

  it.each([true, false])('is gone through in order, scripts: %s', async (scripts) => {
    const order = await tab('/three', scripts)
    expect(names(order)).toEqual(['link "One"', 'button "Two"', 'link "Three"'])
    expect(order.stops.every(({ visible, covered }) => visible && !covered)).toBe(true)
    expect(order.trap).toBeUndefined()
  })

  it.each([
    ['/one', ['link "One"']],
    ['/nothing', []],
    ['/skip', ['link "Skip to main content"', 'link "One"', 'button "Two"', 'link "Three"']],
  ])('is no trap: %s', async (path, stops) => {
    const order = await tab(path)
    expect(names(order)).toEqual(stops)
    expect(order.trap).toBeUndefined()
    expect(order.stops.filter(({ covered }) => covered)).toEqual([])
  })

  it('tells what does not show that it is focused; of radio buttons one is a stop, and its label may show it', async () => {
    const { stops, trap } = await tab('/looks')
    expect(stops.map(({ what, visible }) => [what, visible])).toEqual([
      ['link "Unseen"', false],
      ['button "Filled"', true],
      ['radio "By post"', true],
    ])
    expect(trap).toBeUndefined()
  })

  it('tells what is focused beneath something else', async () => {
    const { stops } = await tab('/covered')
    expect(stops.map(({ covered }) => covered)).toEqual([true, true, true])
  })

  it.each([
    ['/holds', 'from button "Two" Tab stays there; it never came to a "Three"'],
    ['/circle', 'from link "Three" Tab goes back to button "Two"; it never came to a "Four"'],
    ['/start', 'from button "Two" Tab goes back to link "One"; it never came to a "Three"'],
  ])('finds a trap: %s', async (path, trap) => {
    expect((await tab(path)).trap).toBe(trap)
  })

  it.each([
    ['/three', 'Three', 'reached'],
    ['/looks', 'Filled', 'link "Unseen" does not show that it is focused'],
    ['/covered', 'Three', 'link "One" lies beneath something'],
    ['/holds', 'Three', 'never came to'],
  ])('is gone through to what is looked for, and no further than can be followed: %s', async (path, name, outcome) => {
    const visit = await browser.newVisit({ width: 1280, scripts: true, base: pages.base })
    await visit.page.goto(path)
    const said = await tabTo(visit, visit.page.getByText(name, { exact: true })).then(
      () => 'reached',
      (error: unknown) => String(error),
    )
    expect(said).toContain(outcome)
  })

  it('finds what Tab leaves the page before', async () => {
    expect((await tab('/drops')).trap).toBe('after link "One" Tab leaves the page; it never came to button "Two"')
  })
})
