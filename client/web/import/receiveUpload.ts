import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import { CENSUS, knownName } from './knownName'
import { notText } from './notText'

export interface Upload {
  readonly folder: string
  readonly source: 'ssd' | 'census'
  /** What `startImport` takes: the folder of an extract, the file of a census. */
  readonly from: string
  /** The other fields of the form. */
  readonly fields: ReadonlyMap<string, string>
}

interface Receiving {
  /** Uploads lie below it, each in a folder with a name of its own. */
  readonly uploads: string
  /** The most that all files of one may hold together. */
  readonly bytes: number
}

/** Something a person can put right. */
class NotTaken extends Error {}

/**
 * Writes the files of an upload into a folder of their own, under names that Caseclock chose: nothing that is sent says where. The folder gets its name when the
 * last byte has come; what breaks off, is too large or is nothing to import leaves nothing behind. Answers what is wrong, in words; throws where the line broke.
 */
export async function receiveUpload(
  rest: AsyncIterator<Multipart>,
  { uploads, bytes }: Receiving,
): Promise<Upload | { readonly problem: string }> {
  const folder = path.join(uploads, randomUUID())
  const half = `${folder}.part`
  await mkdir(half, { recursive: true, mode: 0o700 })
  const fields = new Map<string, string>()
  const names = new Set<string>()
  const left = { bytes }
  try {
    for (let part = await rest.next(); part.done !== true; part = await rest.next()) {
      const { value } = part
      if (value.type === 'field') fields.set(value.fieldname, String(value.value))
      else if (value.filename === '') value.file.resume()
      else await write(value, { half, names, left, most: bytes })
    }
    const source = sourceOf(names)
    await rename(half, folder)
    return { folder, source, fields, from: source === 'ssd' ? folder : path.join(folder, CENSUS) }
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (error instanceof NotTaken) return { problem: error.message }
    throw error
  }
}

interface Writing {
  readonly half: string
  readonly names: Set<string>
  readonly left: { bytes: number }
  readonly most: number
}

async function write({ filename, file }: MultipartFile, { half, names, left, most }: Writing): Promise<void> {
  const name = knownName(filename)
  try {
    if (name === undefined)
      throw new NotTaken(
        'One of these files is neither a table of an extract (ssd_person.csv and the others, by these names), nor its manifest.json, nor a census (.xml). Choose the files as they were exported.',
      )
    if (names.has(name)) throw new NotTaken(`${name} was sent twice. Choose each file once.`)
  } catch (error) {
    file.resume()
    throw error
  }
  names.add(name)
  const taken = { bytes: 0 }
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left.bytes -= chunk.length
      const problem = taken.bytes > 0 ? undefined : notText(name, chunk)
      taken.bytes += chunk.length
      if (left.bytes < 0) done(new NotTaken(tooLarge(most)))
      else if (problem !== undefined) done(new NotTaken(problem))
      else done(null, chunk)
    },
  })
  await pipeline(file, counted, createWriteStream(path.join(half, name), { flags: 'wx', mode: 0o600 }))
  if (taken.bytes === 0) throw new NotTaken(`${name} is empty. Export it again; nothing was kept.`)
}

const tooLarge = (most: number): string =>
  `These files are larger than ${String(Math.round(most / 1024 / 1024))} MB together. Put the extract into the folder of extracts on the server instead, and choose it there. Nothing was kept.`

function sourceOf(names: ReadonlySet<string>): Upload['source'] {
  if (names.size === 0) throw new NotTaken('Choose the files of an extract, or the file of a census.')
  if (!names.has(CENSUS)) return 'ssd'
  if (names.size > 1)
    throw new NotTaken('This is a census and tables of an extract at once. Import one of them, then the other.')
  return 'census'
}
