import path from 'node:path'
import { run } from './step.mjs'

/** Long enough for a slow line; where releases cannot be reached at all it fails at once. */
const PATIENCE_MS = 180_000

/** Gets the program through the SDK, which knows where its releases are. Answers why it could not, or undefined. */
export async function downloadTemporal(root, file, version) {
  const script = path.join(root, 'tools', 'bootstrap', 'download.cjs')
  const from = Date.now()
  const { code, said } = await run(process.execPath, [script, file, version], { cwd: root, timeoutMs: PATIENCE_MS })
  if (code === 0) return undefined
  if (Date.now() - from >= PATIENCE_MS) return `not finished after ${PATIENCE_MS / 1000} seconds`
  return said.trim().split('\n').at(-1)?.slice(0, 200) || 'it ended without a word'
}
