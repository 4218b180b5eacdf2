import { isoDay } from '../../domain/calendar/isoDay'
import { govukDate } from '../../domain/timeline/govukDate'
import type { CasePage } from '../queries/casePage'
import { textTable } from './textTable'

/** Rows of a chronology that fit a screen or two. */
const SHOWN = 40

/** The chronology of a case as a text, newest first: an event that was corrected or taken back says so, and so does the one that did it. */
export function chronologyTable({ children, chronology }: Pick<CasePage, 'children' | 'chronology'>): string {
  const byId = new Map(chronology.map((event) => [event.id, event]))
  const forenames = new Map(children.map(({ id, forename }) => [id, forename]))
  const stands = ({ id, supersedes, voids }: CasePage['chronology'][number]): string => {
    const before = supersedes === null ? undefined : byId.get(supersedes)
    const after = chronology.filter((event) => event.supersedes === id)
    return [
      ...(before === undefined ? [] : [`${voids ? 'takes back' : 'corrects'} ${dayOf(before)}`]),
      ...after.map((event) => (event.voids ? 'taken back' : `corrected: ${dayOf(event)}`)),
    ].join('; ')
  }
  const table = textTable(
    ['On', 'Event', 'For', 'Stands', 'Id', 'Details'],
    chronology
      .slice(0, SHOWN)
      .map((event) => [
        ...[event.occurred_on, event.kind, event.children.map((id) => forenames.get(id) ?? id).join(', ')],
        ...[stands(event), event.id, JSON.stringify(event.payload)],
      ]),
  )
  const older = chronology.length - SHOWN
  return older > 0 ? `${table}… and ${String(older)} older, with --json\n` : table
}

const dayOf = ({ occurred_on }: { readonly occurred_on: string }): string => govukDate(isoDay(occurred_on))
