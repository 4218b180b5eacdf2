import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { killAll, up, type Started } from '../servers/runningUp'

describe('a first start that is killed while the caseload comes in', () => {
  it('goes on with the import at the next one', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    const data = path.join(folder, 'data')
    let second: Started | undefined
    try {
      const first = up(data)
      await first.said('reading:')
      await killAll(first.child) // as a power cut would
      second = up(data)
      await second.said('an import was cut short')
      await second.said('new facts on 60 cases')
      await second.said('ready')
      const ended = once(second.child, 'close')
      second.child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    } finally {
      if (second !== undefined) await killAll(second.child)
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a first start that is told to stop while the caseload comes in', () => {
  it('says that the import goes on at the next start, and nothing that is not so', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    const started = up(path.join(folder, 'data'))
    try {
      await started.said('reading:')
      const ended = once(started.child, 'close')
      started.child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
      expect(started.all()).toContain('the import is not over; it goes on where it was at the next start')
      expect(started.all()).not.toMatch(/imported|planning every case|ready\n$|  ready\n/)
    } finally {
      await killAll(started.child)
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
