import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inNode } from '../bootstrap/inNode'

const TOOL = pathToFileURL(path.join(__dirname, '..', '..', 'tools', 'screenshots', 'startDemo.mjs')).href

describe('the demo that pictures are taken of', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'caseclock-demo-'))
    mkdirSync(path.join(root, 'bin'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })
  /** Starts a stand-in for Caseclock made of these lines, and stops it when it is ready. */
  const start = (lines: string) => {
    writeFileSync(
      path.join(root, 'bin', 'caseclock.js'),
      `const note = (text) => require('node:fs').appendFileSync(${JSON.stringify(path.join(root, 'log'))}, text + '\\n')
       note(process.argv.slice(2, 5).join(' ')); note(process.argv[5])
       process.on('SIGTERM', () => { note('stopped'); process.exit(0) })
       ${lines}`,
    )
    return inNode(`const { startDemo } = await import(${JSON.stringify(TOOL)})
      try { const { base, stop } = await startDemo(${JSON.stringify(root)}, { limitMs: 3000 }); console.log(base); await stop() }
      catch (error) { console.log(error.message.split('\\n')[0]) }`).ended
  }
  const log = (): string[] => readFileSync(path.join(root, 'log'), 'utf8').trim().split('\n')
  const STAYS = 'setInterval(() => {}, 1000)'

  it('is started in a folder of its own, asked for its address when ready, stopped and cleared away', async () => {
    const { out } = await start(`console.log('Pages        http://127.0.0.1:4711/\\nready'); ${STAYS}`)
    expect(out).toBe('http://127.0.0.1:4711\n')
    const [words, folder = '', end] = log()
    expect([words, end]).toEqual(['up --demo --data', 'stopped'])
    expect(existsSync(path.dirname(folder))).toBe(false)
  })

  it.each([
    ['ended', 'process.exit(3)', 'The demo ended before it was ready:'],
    ['late', `console.log('Pages http://127.0.0.1:4711'); ${STAYS}`, 'The demo was not ready after 3 s:'],
    ['without pages', `console.log('ready'); ${STAYS}`, 'The demo printed no line "Pages  http://…":'],
  ])('is refused, and stopped, when it is %s', async (_how, lines, problem) => {
    expect((await start(lines)).out.trim()).toBe(problem)
    expect(existsSync(path.dirname(log()[1] ?? ''))).toBe(false)
  })
})
