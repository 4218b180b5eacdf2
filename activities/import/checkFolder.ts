import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { ExtractRefused } from './finding'
import { reasonOf } from './reasonOf'
import { SSD_TABLE_NAMES, type SsdTable } from './ssdTables'

const MANIFEST = 'manifest.json'
const GIVE = 'Give the folder that holds ssd_person.csv and the other tables.'

const manifestSchema = z.object({
  as_at: z.iso.date(),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), sha256: z.string(), included: z.boolean() })),
})

type Manifest = z.infer<typeof manifestSchema>

export interface CheckedFolder {
  /** The day the extract was taken, ISO. */
  readonly asAt: string
  /** Tables that are not there because nothing changed in them, as the manifest says. */
  readonly leftOut: readonly SsdTable[]
  /** SHA-256 of each table on that day, left out or not; empty without a manifest. */
  readonly hashes: TableHashes
}

export type TableHashes = Readonly<Partial<Record<SsdTable, string>>>

/**
 * Whether a folder is an extract that can be read whole: every table there or left out by its manifest, each file as the manifest says.
 * `fallbackDay` is the extract's day when it has no manifest. Throws ExtractRefused with file, reason and what to do, before anything is taken.
 */
export async function checkFolder(folder: string, fallbackDay: string): Promise<CheckedFolder> {
  const names = await namesIn(folder)
  const manifest = names.includes(MANIFEST) ? await readManifest(folder) : undefined
  if (manifest === undefined && !names.some((name) => name.startsWith('ssd_') && name.endsWith('.csv'))) {
    throw new ExtractRefused(`${folder} is no extract: it holds no ssd_….csv file. ${GIVE}`)
  }
  const leftOut: SsdTable[] = []
  for (const table of SSD_TABLE_NAMES) {
    const file = `${table}.csv`
    const entry = manifest?.tables[table]
    if (entry?.included === false) {
      leftOut.push(table)
      continue
    }
    if (!names.includes(file)) throw missing(file, folder)
    if (entry?.included === true && (await sha256(folder, file)) !== entry.sha256) {
      throw new ExtractRefused(
        `${file} is not the file its ${MANIFEST} describes (the checksum differs). It was cut short or changed: copy it again; nothing was imported.`,
      )
    }
  }
  return { asAt: manifest?.as_at ?? fallbackDay, leftOut, hashes: hashesOf(manifest) }
}

const hashesOf = (manifest: Manifest | undefined): TableHashes =>
  Object.fromEntries(
    SSD_TABLE_NAMES.flatMap((table) => {
      const sha = manifest?.tables[table]?.sha256
      return sha === undefined ? [] : [[table, sha]]
    }),
  )

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (!existsSync(folder)) throw new ExtractRefused(`There is no folder ${folder}. ${GIVE}`)
    throw new ExtractRefused(`${folder} cannot be read as a folder (${reasonOf(error)}). ${GIVE}`)
  }
}

function missing(file: string, folder: string): ExtractRefused {
  return new ExtractRefused(
    `${file} is missing from ${folder}. Export all ${String(SSD_TABLE_NAMES.length)} tables; nothing was imported.`,
  )
}

async function readManifest(folder: string): Promise<Manifest> {
  let content: unknown
  try {
    content = JSON.parse((await readFile(path.join(folder, MANIFEST), 'utf8')).replace(/^\ufeff/, ''))
  } catch (error) {
    throw new ExtractRefused(`${MANIFEST} cannot be read (${reasonOf(error)}). Copy it again, or remove it.`)
  }
  const result = manifestSchema.safeParse(content)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') ?? ''
  throw new ExtractRefused(`${MANIFEST}, ${field}: ${issue?.message ?? 'not valid'}. Copy it again, or remove it.`)
}

async function sha256(folder: string, file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path.join(folder, file)), hash)
  } catch (error) {
    throw new ExtractRefused(`${file} cannot be read (${reasonOf(error)}). Copy it again; nothing was imported.`)
  }
  return hash.digest('hex')
}
