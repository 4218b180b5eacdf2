import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

/** Runs the built program to its end. */
async function run(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

describe('what the program cannot have', () => {
  it('a port that is taken: it says so, stops all it had started, and ends with 3', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
    chmodSync(folder, 0o755) // as root, Postgres runs as another user
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    try {
      const data = path.join(folder, 'data')
      const { code, said } = await run(['up', '--demo', '--data', data, '--port', String(port)])
      expect(said).toContain(`could not listen on port ${String(port)}`)
      expect(said).toContain('Choose another with --port.')
      expect(code).toBe(3)
      expect(existsSync(path.join(data, 'postgres', 'postmaster.pid'))).toBe(false)
    } finally {
      holder.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('a database that is away: one sentence, and 3', async () => {
    const away = { DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/none', TEMPORAL_ADDRESS: '127.0.0.1:1' }
    expect(await run(['due'], away)).toEqual({
      code: 3,
      said: 'caseclock: The database cannot be reached. Check that it runs; nothing was changed.\n',
    })
  })
})
