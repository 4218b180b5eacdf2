import type { Database } from '../../../prisma/database'
import { teamsNamed } from '../../queries/teamsNamed'
import { teamNamesById } from '../../queries/web/teamNamesById'

type Typed =
  | { readonly teamId: string | null; readonly problem?: undefined }
  | { readonly teamId?: undefined; readonly problem: string }

/** The team somebody typed, as much of its name as only one has; null where nothing was typed. */
export async function teamTyped(db: Database, typed: unknown): Promise<Typed> {
  const text = typeof typed === 'string' ? typed.trim().slice(0, 100) : ''
  if (text === '') return { teamId: null }
  const found = (await teamsNamed(db, text)).filter((id) => id !== null)
  const [only] = found
  if (only === undefined) return { problem: `No team is called “${text}”. Enter a part of the name of one.` }
  if (found.length === 1) return { teamId: only }
  const names = await teamNamesById(db, new Set(found.slice(0, 5)))
  return { problem: `This could be ${names.map(({ name }) => name).join(', ')}. Enter the whole name.` }
}
