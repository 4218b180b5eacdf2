import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

/** Something in the folder of extracts that may be imported. */
export interface Extract {
  readonly name: string
  readonly source: 'ssd' | 'census'
  /** Real time, epoch milliseconds: when it last changed. */
  readonly changed: number
}

/** The most that are offered. */
const MOST = 50

/**
 * The extracts in a folder, the newest first: folders, and files of a census; nothing that is a link, or hidden. A folder that is not there, or cannot be read, has none.
 */
export async function extractsIn(folder: string): Promise<readonly Extract[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const offered = entries.flatMap((entry) => {
    const isCensus = entry.isFile() && entry.name.toLowerCase().endsWith('.xml')
    if (entry.name.startsWith('.') || !(entry.isDirectory() || isCensus)) return []
    return [{ name: entry.name, source: isCensus ? ('census' as const) : ('ssd' as const) }]
  })
  const dated = await Promise.all(
    offered.map(async (one) => ({ ...one, changed: Math.floor((await lstat(path.join(folder, one.name))).mtimeMs) })),
  )
  return dated.sort((a, b) => b.changed - a.changed || (a.name < b.name ? 1 : -1)).slice(0, MOST)
}

/**
 * The extract of this name, with its path; undefined for whatever is not offered: a path, `..`, a link, something outside. One with anything in it that is not a file of
 * its own, a link for example, is none either.
 */
export async function extractNamed(folder: string, name: string): Promise<(Extract & { from: string }) | undefined> {
  const found = (await extractsIn(folder)).find((one) => one.name === name)
  if (found === undefined) return undefined
  const from = path.join(path.resolve(folder), found.name)
  if (found.source === 'census') return { ...found, from }
  const inside = await readdir(from, { withFileTypes: true })
  return inside.every((entry) => entry.isFile()) ? { ...found, from } : undefined
}
