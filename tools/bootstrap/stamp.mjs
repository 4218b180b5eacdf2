import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The hash of files and of all files below folders, by name and content. */
export function hashOf(root, names) {
  const hash = createHash('sha256')
  const add = (name) => {
    const file = path.join(root, name)
    if (!existsSync(file)) return
    if (statSync(file).isDirectory()) {
      for (const inner of readdirSync(file).sort())
        if (inner !== 'generated' && inner !== 'node_modules') add(path.join(name, inner))
    } else hash.update(name).update('\0').update(readFileSync(file)).update('\0')
  }
  for (const name of names) add(name)
  return hash.digest('hex')
}

/** Does work unless its stamp says that it was done, whole, for the same input. A step that fails or is killed leaves no stamp. */
export async function unlessStamped(stampFile, hash, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return false
  rmSync(stampFile, { force: true })
  await work()
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
  return true
}
