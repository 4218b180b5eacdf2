import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inNode } from './inNode'

describe('a lock between processes', () => {
  let folder: string
  const lock = (): string => path.join(folder, 'lock')
  /** Adds one to a number in a file, slowly: two at once would lose one. */
  const addOne = () =>
    inNode(`
      const { exclusively } = await import(tools + '/bootstrap/exclusively.mjs')
      const { readFileSync, writeFileSync } = await import('node:fs')
      const file = ${JSON.stringify(path.join(folder, 'number'))}
      await exclusively(${JSON.stringify(lock())}, async () => {
        const number = Number(readFileSync(file, 'utf8'))
        await new Promise((resolve) => setTimeout(resolve, 60))
        writeFileSync(file, String(number + 1))
      })`)
  const number = (): string => readFileSync(path.join(folder, 'number'), 'utf8')

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-lock-'))
    writeFileSync(path.join(folder, 'number'), '0')
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('lets in one at a time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => addOne().ended))
    expect(number()).toBe('5')
    expect(readdirSync(folder)).toEqual(['number'])
  })

  it('is taken over from a process that is gone, by one of those who wait', async () => {
    const gone = inNode('')
    await gone.ended
    writeFileSync(lock(), `${String(gone.pid)} left`)
    await Promise.all([addOne().ended, addOne().ended, addOne().ended])
    expect(number()).toBe('3')
    expect(readdirSync(folder)).toEqual(['number'])
  })

  it('is taken over from a holder that has not been heard of, whose process id is now somebody else’s', async () => {
    writeFileSync(lock(), `${String(process.pid)} left`)
    const longAgo = new Date('2026-01-01T00:00:00Z')
    utimesSync(lock(), longAgo, longAgo)
    await addOne().ended
    expect(number()).toBe('1')
  })

  it('is waited for while its holder lives', async () => {
    writeFileSync(lock(), `${String(process.pid)} held`)
    const waiting = addOne()
    const soon = new Promise((resolve) => setTimeout(resolve, 800, 'still waiting'))
    expect(await Promise.race([waiting.ended, soon])).toBe('still waiting')
    rmSync(lock())
    await waiting.ended
    expect(number()).toBe('1')
  })

  it('is let go when the work fails', async () => {
    const { out } = await inNode(`
      const { exclusively } = await import(tools + '/bootstrap/exclusively.mjs')
      await exclusively(${JSON.stringify(lock())}, () => Promise.reject(new Error('no room'))).catch(({ message }) => console.log(message))`)
      .ended
    expect(out).toBe('no room\n')
    expect(readdirSync(folder)).toEqual(['number'])
  })
})
