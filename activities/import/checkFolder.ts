import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { ExtractRefused } from './finding'
import { SSD_TABLE_NAMES } from './ssdTables'

const manifestSchema = z.object({
  as_at: z.iso.date(),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), sha256: z.string(), included: z.boolean() })),
})

export interface CheckedFolder {
  /** The day the extract was taken, ISO. */
  readonly asAt: string
}

/**
 * Whether a folder is an extract that can be read whole: every table there, each file as its manifest says. `fallbackDay` is the extract's
 * day when it has no manifest. Throws ExtractRefused with file, reason and what to do, before anything is taken.
 */
export async function checkFolder(folder: string, fallbackDay: string): Promise<CheckedFolder> {
  if (!existsSync(folder))
    throw new ExtractRefused(
      `There is no folder ${folder}. Give the folder that holds ssd_person.csv and the other tables.`,
    )
  const names = await readdir(folder)
  if (!names.some((name) => name.startsWith('ssd_'))) {
    throw new ExtractRefused(
      `${folder} is no extract: it holds no ssd_….csv file. Give the folder that holds ssd_person.csv and the other tables.`,
    )
  }
  const manifest = names.includes('manifest.json') ? await readManifest(folder) : undefined
  for (const table of SSD_TABLE_NAMES) {
    const file = `${table}.csv`
    const entry = manifest?.tables[table]
    if (!names.includes(file)) {
      throw new ExtractRefused(
        `${file} is missing from ${folder}. Export all ${String(SSD_TABLE_NAMES.length)} tables; nothing was imported.`,
      )
    }
    if (entry?.included === true && (await sha256(path.join(folder, file))) !== entry.sha256) {
      throw new ExtractRefused(
        `${file} is not the file its manifest.json describes (the checksum differs). It was cut short or changed: copy it again; nothing was imported.`,
      )
    }
  }
  return { asAt: manifest?.as_at ?? fallbackDay }
}

async function readManifest(folder: string): Promise<z.infer<typeof manifestSchema>> {
  let content: unknown
  try {
    content = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'))
  } catch (error) {
    throw new ExtractRefused(
      `manifest.json cannot be read (${error instanceof Error ? error.message : 'unknown'}). Copy it again, or remove it.`,
    )
  }
  const result = manifestSchema.safeParse(content)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new ExtractRefused(
    `manifest.json, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}. Copy it again, or remove it.`,
  )
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
