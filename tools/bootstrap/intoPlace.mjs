import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a program under another name in the same folder, and gives it its own only when it works: a half-made one is never used.
 * `make` and `problemWith` get the other name and answer a problem or undefined. Only the holder of the folder's lock may call this.
 */
export async function intoPlace(file, make, problemWith) {
  const folder = path.dirname(file)
  const partial = `${file}.partial-${process.pid}`
  clearPartials(folder, path.basename(file))
  try {
    const problem = await make(partial)
    if (problem !== undefined) return problem
    chmodSync(partial, 0o755)
    const fault = await problemWith(partial)
    if (fault !== undefined) return fault
    renameSync(partial, file)
    return undefined
  } finally {
    clearPartials(folder, path.basename(file))
  }
}

/** What earlier attempts left that were killed. */
function clearPartials(folder, name) {
  for (const found of readdirSync(folder))
    if (found.startsWith(`${name}.partial-`)) rmSync(path.join(folder, found), { recursive: true, force: true })
}
