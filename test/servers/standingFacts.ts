import { canonical } from '../../domain/canonical'
import { chains } from '../../activities/import/reconcile/recorded'
import { factsOfCase } from '../../activities/import/run/factsOfCase'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import type { Database } from '../../prisma/database'

/** Every fact an import wrote that stands, as `record kind day children data`; a day that no row tells is left out, since it is that of the first extract that showed it. */
export async function standingFacts(db: Database, noDay: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const cases = await db.$queryRaw<{ id: string }[]>`select id from case_file`
  const found = new Set<string>()
  for (const { id } of cases) {
    const { recorded } = await factsOfCase(db, id)
    for (const { first, last, stands } of chains(recorded).values()) {
      const name = `${first.source?.record ?? ''} ${last.kind}`
      if (stands) found.add(said(name, noDay.has(name) ? '(first seen)' : last.on, last.children, last.data))
    }
  }
  return found
}

/** The same for a whole extract that nobody has imported. */
export async function factsOfExtract(
  folder: string,
  today: string,
): Promise<{ readonly facts: ReadonlySet<string>; readonly noDay: ReadonlySet<string> }> {
  const { families } = await readSsdExtract(folder, today)
  const events = families.flatMap((family) => family.events)
  const noDay = new Set(events.flatMap((one) => (one.firstSeen === true ? [`${one.source.record} ${one.kind}`] : [])))
  return {
    noDay,
    facts: new Set(
      events.map(({ source, kind, on, children, data }) => {
        const name = `${source.record} ${kind}`
        return said(name, noDay.has(name) ? '(first seen)' : on, children, data)
      }),
    ),
  }
}

const said = (name: string, on: string, children: readonly string[], data: unknown): string =>
  `${name} ${on} ${children.join(',')} ${canonical(data)}`
