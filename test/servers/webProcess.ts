import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const PROGRAM = path.join(__dirname, '..', '..', 'bin', 'caseclock.js')

export interface WebProcess {
  readonly address: string
  /** Its log. */
  readonly said: () => string
  stop(): Promise<void>
}

/** `caseclock web` as a process of its own, from the built files: openid-client is an ES module, which Jest's sandbox cannot load. */
export async function webProcess(environment: Record<string, string>): Promise<WebProcess> {
  const child = spawn(process.execPath, [PROGRAM, 'web', '--port', '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close')
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)])
  const address = /^web (http:\S+)\n$/.exec(String((first as [Buffer] | undefined)?.[0]))?.[1]
  if (address === undefined) throw new Error(`caseclock web did not start: ${said}`)
  return {
    address,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
