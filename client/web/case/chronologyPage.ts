import { isEventKind } from '../../../domain/chronology/eventKinds'
import { evidenceWords } from '../../../domain/timeline/eventWords'
import { isId } from '../../commands/isId'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { namesOf } from '../../queries/supervision/caseRecord'
import { caseChronology, type CaseChronology } from '../../queries/web/case/chronologyPart'
import { file, show } from '../app/answer'
import { forCase } from '../app/forCase'
import { momentWords } from '../app/momentWords'
import { page, type Asked } from '../app/page'
import { caseAddress } from './caseAddress'
import { childNames } from './childNames'
import { chronologyCsv } from './chronologyCsv'
import { chronologyLine, type ChronologyLine } from './chronologyLines'
import { idsIn } from './eventDetails'

/** Lines of a page, and of a file. */
const PAGE = 100
const FILE = 10_000

interface Filter {
  readonly kind?: string
  readonly child?: string
  readonly number: number
}

const filterOf = ({ kind, child, page: number }: Asked['query']): Filter => ({
  ...(typeof kind === 'string' && isEventKind(kind) ? { kind } : {}),
  ...(typeof child === 'string' && isId(child) ? { child } : {}),
  number: typeof number === 'string' && /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 1,
})

const read = async (
  { db }: Asked,
  about: ReadableCase,
  filter: Filter & { readonly size: number },
): Promise<{ readonly found: CaseChronology; readonly lines: readonly ChronologyLine[] }> => {
  const { number, size, ...which } = filter
  const found = await caseChronology(db, { caseId: about.id, ...which, limit: size, offset: (number - 1) * size })
  const names = childNames(found.children)
  const people = await namesOf(
    db,
    found.rows.flatMap(({ payload }) => idsIn(payload)),
  )
  return { found, lines: found.rows.map((row) => chronologyLine(row, { ref: about.ref, names, people })) }
}

/** `/cases/:ref/chronology`: everything that was recorded, newest first, with what was put right; it prints. */
export const CHRONOLOGY_PAGE = page({
  method: 'GET',
  path: '/cases/:ref/chronology',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref/chronology', async (asked, about) => {
    const filter = filterOf(asked.query)
    const { found, lines } = await read(asked, about, { ...filter, size: PAGE })
    return show('case/chronologyPage.njk', {
      ref: about.ref,
      caseHref: caseAddress(about.ref),
      lines,
      count: countWords(found.count),
      ...filtersShown(found, filter),
      ...pagesShown(about.ref, filter, found.count),
      csvHref: `${caseAddress(about.ref, 'chronology.csv')}${queryOf({ ...filter, number: 1 })}`,
      printed: `Printed for ${asked.reader.name}, ${momentWords(asked.now)}. It names children: keep it safe.`,
      filterAction: caseAddress(about.ref, 'chronology'),
    })
  }),
})

/** The same as a file. */
export const CHRONOLOGY_FILE = page({
  method: 'GET',
  path: '/cases/:ref/chronology.csv',
  needs: 'see-own-work',
  answer: forCase('/cases/:ref/chronology.csv', async (asked, about) => {
    const { lines } = await read(asked, about, { ...filterOf(asked.query), number: 1, size: FILE })
    return file('text/csv; charset=utf-8', chronologyCsv(lines), { name: 'chronology.csv' })
  }),
})

const countWords = (count: number): string =>
  count === 0
    ? 'Nothing is recorded that fits.'
    : count === 1
      ? '1 line, newest first.'
      : `${String(count)} lines, newest first.`

function filtersShown({ kinds, children }: CaseChronology, filter: Filter) {
  const any = { value: '', selected: false }
  return {
    kinds: [
      { ...any, text: 'Everything' },
      ...kinds.map(({ kind, count }) => ({
        value: kind,
        text: `${isEventKind(kind) ? evidenceWords(kind) : kind} (${String(count)})`,
        selected: kind === filter.kind,
      })),
    ],
    forChildren: [
      { ...any, text: 'All children' },
      ...[...childNames(children)].map(([value, text]) => ({ value, text, selected: value === filter.child })),
    ],
  }
}

function queryOf({ kind, child, number }: Filter): string {
  const asked = new URLSearchParams({
    ...(kind === undefined ? {} : { kind }),
    ...(child === undefined ? {} : { child }),
    ...(number === 1 ? {} : { page: String(number) }),
  }).toString()
  return asked === '' ? '' : `?${asked}`
}

function pagesShown(ref: string, filter: Filter, count: number) {
  const link = (number: number): string => `${caseAddress(ref, 'chronology')}${queryOf({ ...filter, number })}`
  return {
    newerHref: filter.number > 1 ? link(filter.number - 1) : null,
    olderHref: filter.number * PAGE < count ? link(filter.number + 1) : null,
  }
}
