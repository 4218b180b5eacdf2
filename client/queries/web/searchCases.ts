import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** One word that was typed, in small letters. */
export interface SearchWord {
  /** As the start of a reference, for `like`: only itself. */
  readonly reference: string
  /** As the starts of words of a name, for `to_tsquery`: letters and numbers only. */
  readonly names: string
}

/** A case that was found. Children's names are here for who may open it, and nowhere else on a list. */
export interface FoundCase {
  readonly ref: string
  readonly open: boolean
  readonly team: string | null
  readonly children: readonly string[]
  readonly workers: readonly string[]
}

export const MOST_FOUND = 50

/** The cases a reader may open in which each word is the start of the reference, of a word of a child's name, or of one of a worker's; one more than is shown tells that there are more. */
export const searchCases = (db: Database, reader: Reader, words: readonly SearchWord[]): Promise<FoundCase[]> =>
  db.$queryRaw<FoundCase[]>`
    with found as (${Prisma.join(words.map(casesWith), ' intersect ')})
    select c.ref, c.open, t.name as team,
      array(select k.forename || ' ' || k.surname from child k where k.case_id = c.id order by k.born_on, k.id) as children,
      array(select distinct p.name from case_holder h join person p on p.id = h.person_id where h.case_id = c.id and h.role = 'allocated-worker' order by 1) as workers
    from (select c.id, c.ref, c.open, c.team_id from found f join case_file c on c.id = f.id where ${readableCases(reader)}
      order by c.open desc, c.ref limit ${MOST_FOUND + 1}) c left join team t on t.id = c.team_id order by c.open desc, c.ref`

/** Each way by an index of its own. */
const casesWith = ({ reference, names }: SearchWord): Prisma.Sql => Prisma.sql`(
  select id from case_file where lower(ref) like ${`${reference}%`}
  union select case_id from child
    where name_words(forename || ' ' || surname) @@ to_tsquery('simple', ${names})
  union select h.case_id from person p join case_holder h on h.person_id = p.id and h.role = 'allocated-worker'
    where name_words(p.name) @@ to_tsquery('simple', ${names}))`

/** The reference as it is written, of a case the reader may open, from one typed in any letters; undefined where there is none. */
export async function exactReference(db: Database, reader: Reader, typed: string): Promise<string | undefined> {
  const [row] = await db.$queryRaw<{ ref: string }[]>`
    select c.ref from case_file c where lower(c.ref) like ${likeText(typed)} and ${readableCases(reader)} limit 2`
  return row?.ref
}

/** Only itself: nothing in it stands for anything else. */
const likeText = (typed: string): string => typed.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)
