import { findPerson, type KnownAs } from '../../queries/findPerson'
import type { Database } from '../../../prisma/database'

export type Typed =
  { readonly person: KnownAs; readonly problem?: undefined } | { readonly person?: undefined; readonly problem: string }

/** Whom somebody typed: a staff number, or as much of a name as only one person has. */
export async function personTyped(db: Database, typed: unknown, what: string): Promise<Typed> {
  const text = typeof typed === 'string' ? typed.trim().slice(0, 100) : ''
  if (text === '') return { problem: `${what}: enter a name or a staff number.` }
  const found = await findPerson(db, text)
  const [only] = found
  if (only === undefined) return { problem: `${what}: nobody is called “${text}”. Enter a name or a staff number.` }
  if (found.length === 1) return { person: only }
  const named = found.slice(0, 5).map(({ name, job_title: job }) => `${name} (${job})`)
  return { problem: `${what}: this could be ${named.join(', ')}. Enter the whole name, or the staff number.` }
}
