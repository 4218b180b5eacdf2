import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isAlive, lockDataFolder } from '../../client/up/dataFolderLock'

describe('one running Caseclock per data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('a second one beside a running one is told which process runs', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    writeFileSync(path.join(folder, 'running.pid'), String(other.pid))
    expect(() => lockDataFolder(folder)).toThrow(`already running on ${folder} (process ${String(other.pid)})`)
    const ended = once(other, 'exit')
    other.kill('SIGKILL')
    await ended
    expect(isAlive(other.pid ?? 0)).toBe(false)
    lockDataFolder(folder)()
  })

  it('a killed one that nobody has taken note of yet does not run', async () => {
    // The shell starts a child, kills it, and never asks after it: it stays as a zombie while the shell lives.
    const shell = spawn('bash', ['-c', 'sleep 60 & kill -9 $!; echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [said] = (await once(shell.stdout, 'data')) as [Buffer]
    const zombie = Number(said.toString())
    while (isAlive(zombie)) await new Promise((resolve) => setImmediate(resolve))
    expect(isAlive(zombie)).toBe(false)
    expect(isAlive(shell.pid ?? 0)).toBe(true)
    const ended = once(shell, 'exit')
    shell.kill('SIGKILL')
    await ended
  })
})
