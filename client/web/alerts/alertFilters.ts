import type { LocalDate } from '@js-joda/core'
import { ROLES } from '../../../domain/access/role'
import type { Reached } from '../../../domain/escalation/rungWords'
import { readDay } from '../../commands/readDay'
import { LISTS, type ListName } from '../../queries/alertLists'

/** Which alerts are asked for; what cannot be read is left out, never an error. */
export interface AlertFilters {
  readonly list: ListName
  readonly reached: Reached | null
  /** A team by id, `none` for cases without one; null for all. */
  readonly team: string | null
  /** Days on which they were opened, both included; null where the list is of those open now. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

const KNOWN: readonly Reached[] = [...ROLES, 'nobody']
/** How far back lists look that are not of what is open now, unless told. */
const MONTHS = 3

export function alertFilters(query: Readonly<Record<string, unknown>>, today: LocalDate): AlertFilters {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const list = LISTS.find((one) => one === text('list')) ?? 'open'
  const from = readDay(text('from')) ?? (list === 'open' ? null : today.minusMonths(MONTHS))
  return {
    ...{ list, from, to: readDay(text('to')) ?? null },
    reached: KNOWN.find((one) => one === text('told-to')) ?? null,
    team: text('team') === '' ? null : text('team').slice(0, 40).toLowerCase(),
  }
}

/** The address of a list: the filters, some of them other than they are. */
export function alertsHref(
  filters: AlertFilters,
  change: Partial<AlertFilters> & { readonly csv?: boolean; readonly page?: number } = {},
): string {
  const { list, reached, team, from, to, page = 1, csv = false } = { ...filters, ...change }
  const asked = [
    ['list', list === 'open' ? null : list],
    ['told-to', reached],
    ['team', team],
    ['from', from],
    ['to', to],
    ['page', page === 1 ? null : page],
    ['format', csv ? 'csv' : null],
  ] as const
  const words = new URLSearchParams(
    asked.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as [string, string]])),
  )
  return words.size === 0 ? '/escalations' : `/escalations?${words.toString()}`
}
