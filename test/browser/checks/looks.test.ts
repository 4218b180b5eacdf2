import { axeProblems } from '../tools/axeProblems'
import { inPage } from '../tools/inPage'
import { openBrowser } from '../tools/openBrowser'
import { overflows } from '../tools/overflows'
import { smallTargets } from '../tools/smallTargets'
import type { Visit } from '../tools/startVisit'
import { pageOf, servePages, styleOf, type ServedPages } from './servePages'

const STYLE = `
  body { margin: 0; font: 16px sans-serif; color: #111; background: #fff }
  .wide { width: 500px } .pale { color: #ccc }
  .scrolls { overflow-x: auto } .cuts { overflow: hidden } .tight { width: 104px; white-space: nowrap; font-size: 1rem }
  .for-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
  .waits { position: absolute; left: -900px }
  .tiny a { display: inline-block; width: 18px; height: 18px; overflow: hidden; vertical-align: top }
  .apart a { margin: 10px }
  .tall { height: 60px }
  label.large { display: inline-block; padding: 15px }`

/** Each to another place: axe takes two links to the same one for one target. */
const link = (words: string): string => `<a href="/${encodeURIComponent(words)}">${words}</a>`

describe('what is looked at in a page', () => {
  let pages: ServedPages
  const browser = openBrowser()
  beforeAll(async () => {
    pages = await servePages({
      '/style.css': styleOf(STYLE),
      '/good': pageOf(
        `<p>Read ${link('the plan')} first.</p><form><label for="on">Day</label> <input id="on" name="on"></form>`,
      ),
      '/no-label': pageOf('<form><input name="on"></form>'),
      '/pale': pageOf('<p class="pale">Late</p>'),
      '/crowded': pageOf(`<p class="tiny">${link('1')}${link('2')}</p>`),
      '/apart': pageOf(`<p class="tiny apart">${link('1')}${link('2')}</p>`),
      '/hit': pageOf(`<p class="tiny">${link('1')}<button class="tall">Beside it</button></p>`),
      '/labelled': pageOf(
        '<label class="large"><input type="checkbox"> Seen</label><label class="large"><input type="checkbox"> Heard</label>',
      ),
      '/crowded-fields': pageOf('<input type="checkbox" aria-label="Seen"><input type="checkbox" aria-label="Heard">'),
      '/wide': pageOf('<div class="wide"><p class="wide">A box</p></div><p>Beside it</p>'),
      '/wide-table': pageOf(
        '<div class="scrolls" tabindex="0" role="region" aria-label="Year"><table class="wide"><tr><td>May</td></tr></table></div>',
      ),
      '/long-word': pageOf(`<p>${'Referenz'.repeat(20)}</p>`),
      '/cut': pageOf('<div class="cuts"><p class="wide">Half of it is gone</p></div>'),
      '/tight': pageOf('<p class="cuts tight"><span>Fits as it is</span></p>'),
      '/no-summary': pageOf('<main><h1>Record</h1></main>'),
      '/summary': pageOf(
        `<main><h1>Record</h1><div class="govuk-error-summary"><ul class="govuk-error-summary__list"><li><a href="#on">Enter a day</a></li>
         <li><a href="#who">Enter who</a></li><li><a href="#top">Enter why</a></li><li>Enter how</li></ul></div><input id="on" aria-label="Day"><p id="top"></p></main>`,
      ),
      '/hidden': pageOf(
        `<span class="for-readers">${'only for screen readers '.repeat(9)}</span><a class="waits" href="#x">Skip</a>`,
      ),
    })
  })
  afterAll(() => pages.stop())
  const visit = async (path: string, { scripts = true, width = 320 as const } = {}): Promise<Visit> => {
    const visited = await browser.newVisit({ width, scripts, base: pages.base })
    await visited.page.goto(path)
    return visited
  }

  describe('by axe', () => {
    it('a page in order has no problem', async () => {
      expect(await axeProblems(await visit('/good'))).toEqual([])
    })

    it('a field without a label is found, with rule, impact, selector and help', async () => {
      expect(await axeProblems(await visit('/no-label'))).toEqual([
        expect.stringMatching(/^label \(critical\) · input · Form elements must have labels · Fix /),
      ])
    })

    it.each([
      ['/pale', /^color-contrast \(serious\) · p · /],
      ['/crowded', /^target-size \(serious\) · /],
    ])('%s is found', async (path, line) => {
      expect((await axeProblems(await visit(path)))[0]).toMatch(line)
    })

    it('a second look at the same page finds the same', async () => {
      const visited = await visit('/no-label')
      const first = await axeProblems(visited)
      expect(await axeProblems(visited)).toEqual(first)
    })

    it('a page without scripts is not looked at, and not called good either', async () => {
      await expect(axeProblems(await visit('/no-label', { scripts: false }))).rejects.toThrow(
        'axe cannot run in a visit without scripts',
      )
    })
  })

  it('a summary of errors that helps nobody is found', async () => {
    const problems = async (path: string) =>
      inPage<readonly string[]>((await visit(path)).page, 'summaryProblems', { isOffered: true })
    expect(await problems('/no-summary')).toEqual(['has no summary of what is wrong'])
    expect(await problems('/summary')).toEqual([
      'the summary is not focused',
      'the summary is not announced',
      'the summary stands after the heading',
      'the title does not say that there is an error',
      '"Enter a day" is not said at its field #on',
      '"Enter who" leads to #who, which is not there',
      '"Enter why" leads to #top, which is no field and no form',
      '"Enter how" is no link',
    ])
  })

  describe.each([true, false])('at 320 pixels, scripts: %s', (scripts) => {
    it.each(['/good', '/wide-table', '/hidden'])('%s fits', async (path) => {
      expect(await overflows(await visit(path, { scripts }))).toEqual([])
    })

    it('a box that is too wide is found, the innermost to blame', async () => {
      expect(await overflows(await visit('/wide', { scripts }))).toEqual([
        'the page scrolls sideways by 180 px',
        'p.wide "A box" sticks out by 180 px',
      ])
    })

    it('a word that is too long is found', async () => {
      expect((await overflows(await visit('/long-word', { scripts })))[0]).toMatch(
        /^the page scrolls sideways by \d+ px$/,
      )
    })

    it('words cut off at the edge of a box are found', async () => {
      expect(await overflows(await visit('/cut', { scripts }))).toEqual([
        'p.wide "Half of it is gone" is cut off by 180 px',
      ])
    })

    it('words that are cut off once they are set widely or larger are found, and only then', async () => {
      const tight = await visit('/tight', { scripts })
      expect(await overflows(tight)).toEqual([])
      for (const how of ['wide', 'large']) {
        await inPage(tight.page, 'setText', how)
        expect((await overflows(tight))[0]).toMatch(/^span "Fits as it is" is cut off by \d+ px$/)
      }
      await inPage(tight.page, 'setText', null)
      expect(await overflows(tight)).toEqual([])
    })

    it.each(['/good', '/apart', '/labelled'])('%s has no target that is too small', async (path) => {
      expect(await smallTargets(await visit(path, { scripts }))).toEqual([])
    })

    it.each([
      ['/crowded', ['a "1" is 18 by 18 px', 'a "2" is 18 by 18 px']],
      ['/hit', ['a "1" is 18 by 18 px']],
      [
        '/crowded-fields',
        [expect.stringMatching(/^input "Seen" is 13 by 13 px$/), expect.stringMatching(/^input "Heard"/)],
      ],
    ])('targets too small to hit are found: %s', async (path, lines) => {
      expect(await smallTargets(await visit(path, { scripts }))).toEqual(lines)
    })
  })
})
