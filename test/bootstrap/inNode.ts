import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const TOOLS = path.join(__dirname, '..', '..', 'tools')

/** Runs lines that import from the set-up scripts, which are modules without a build, in a Node of their own. `tools` is their folder's address. */
export function inNode(
  lines: string,
  env: NodeJS.ProcessEnv = process.env,
): { readonly pid: number; kill(signal: NodeJS.Signals): void; readonly ended: Promise<Ended> } {
  const code = `const tools = ${JSON.stringify(pathToFileURL(TOOLS).href)}\n${lines}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  // Not at its exit: what it wrote last may still be on its way then.
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (exitCode) => {
      resolve({ code: exitCode, out, err })
    }),
  )
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), ended }
}
