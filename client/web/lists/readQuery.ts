import { isId } from '../../commands/isId'

type Query = Readonly<Record<string, unknown>>

/** What a query says by a name; empty where it says nothing, or the same name twice. */
export const said = (query: Query, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

/** An id that a query names; null where it names none that could be one. */
export const saidId = (query: Query, name: string): string | null => {
  const value = said(query, name).toLowerCase()
  return isId(value) ? value : null
}

/** A whole number from 1 that a query names, `most` at most; `otherwise` where it names none. */
export function saidNumber(
  query: Query,
  name: string,
  { most, otherwise }: { readonly most: number; readonly otherwise: number },
): number {
  const value = said(query, name)
  return /^[1-9]\d{0,5}$/.test(value) ? Math.min(Number(value), most) : otherwise
}

/** The path with these in its query, in order; what is empty is left out. */
export function linkTo(path: string, values: Readonly<Record<string, string | number | null>>): string {
  const query = Object.entries(values).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`],
  )
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Items of a select, that which is chosen marked. */
export const options = (
  chosen: string,
  items: readonly { readonly value: string; readonly text: string }[],
): readonly object[] => items.map((item) => ({ ...item, selected: item.value === chosen }))
