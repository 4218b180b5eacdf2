import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inNode } from './inNode'

describe('a step of the set-up', () => {
  let root: string
  const source = (name: string, text: string): void => {
    writeFileSync(path.join(root, name), text)
  }
  /** Runs a step that reads `sources`; says whether it was done. */
  const step = async (work = ''): Promise<string> => {
    const { out } = await inNode(`
      const { hashOf, unlessStamped } = await import(tools + '/bootstrap/stamp.mjs')
      const root = ${JSON.stringify(root)}
      const work = async () => { console.log('working'); ${work} }
      await unlessStamped(root + '/made/.stamp', hashOf(root, ['sources']), work).catch(({ message }) => console.log(message))`)
      .ended
    return out.trim()
  }

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'caseclock-stamp-'))
    mkdirSync(path.join(root, 'sources'))
    source('sources/a.ts', 'one')
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  it('is done once for the same sources', async () => {
    expect(await step()).toBe('working')
    expect(await step()).toBe('')
  })

  it.each([
    ['changed', 'sources/a.ts', 'two'],
    ['added', 'sources/b.ts', 'one'],
  ])('is done again when a file was %s', async (_how, name, text) => {
    await step()
    source(name, text)
    expect(await step()).toBe('working')
  })

  it('is done again when it failed or was killed half-way, though it had been done before', async () => {
    await step()
    source('sources/a.ts', 'two')
    expect(await step("throw new Error('no room')")).toBe('working\nno room')
    expect(existsSync(path.join(root, 'made', '.stamp'))).toBe(false)
    await step('process.kill(process.pid, "SIGKILL")')
    expect(await step()).toBe('working')
  })

  it('is done again when what it had made was deleted', async () => {
    await step()
    rmSync(path.join(root, 'made'), { recursive: true })
    expect(await step()).toBe('working')
  })
})
