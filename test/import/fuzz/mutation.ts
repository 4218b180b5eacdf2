import fc from 'fast-check'
import { SSD_TABLE_NAMES, type SsdTable } from '../../../activities/import/ssdTables'

/** One harm done to the bytes of a file. Places are taken modulo its length, so that every one of them is somewhere. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly by: number }
  | { readonly kind: 'cut-off' | 'cut-out'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: string; readonly times: number }
  | { readonly kind: 'swap-cells'; readonly at: number; readonly with: number }
  | { readonly kind: 'fill-cell'; readonly at: number; readonly text: string }
  | { readonly kind: 'repeat-line' | 'drop-line' | 'move-line'; readonly at: number; readonly to: number }

/** A file of an extract and what happens to it. */
export interface Harm {
  readonly table: SsdTable
  readonly mutations: readonly Mutation[]
}

const place = fc.nat({ max: 1_000_000 })
/** Bytes as Latin-1 text: what separates cells and rows, what is no UTF-8, what databases do not take, marks of other encodings. */
const bytes = fc.constantFrom(
  ...[
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\u00e9',
    '\u0092',
    '\u00ff\u00fe',
    '\u00ef\u00bb\u00bf',
    '\ufffd',
    'x',
    '\u001f',
    '=',
    '\t',
    ' ',
  ],
)
/** What could stand in a cell: ids of the example, days, flags, numbers that spreadsheets wrote. */
const text = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '100',
      '101',
      '102',
      '999',
      'r1',
      'r2',
      'p1',
      'p2',
      'p3',
      'n1',
      '10',
      '11',
      '12',
      '2',
      'child-102',
      '500',
      '501',
    ],
  ),
  fc.constantFrom(
    ...[
      '2026-02-30',
      '2026-03-02',
      '1999-12-31',
      '0000-01-01',
      '9999-12-31',
      '2025-09-01',
      '2026-11-20 23:59:59',
      '20/11/2026',
    ],
  ),
  fc.constantFrom(
    ...[
      'Y',
      'N',
      'Yes',
      'NEG',
      'XXX',
      'RC5',
      '7.1E+06',
      '{"CP_CONFERENCE_FLAG":"Y"}',
      'null',
      '[]',
      '__proto__',
      'Leavers',
      '=1+1',
    ],
  ),
  fc.constantFrom(...['Allocated Case Worker', 'Recovery Worker', 'C1', 'x'.repeat(150_000), '\u{1f600}'.repeat(60)]),
)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, by: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constantFrom('cut-off', 'cut-out'), at: place, length: fc.nat({ max: 40 }) }),
  fc.record({ kind: fc.constant('insert'), at: place, bytes, times: fc.constantFrom(1, 1, 1, 2, 300, 20_000) }),
  fc.record({ kind: fc.constant('swap-cells'), at: place, with: place }),
  fc.record({ kind: fc.constant('fill-cell'), at: place, text }),
  fc.record({ kind: fc.constantFrom('repeat-line', 'drop-line', 'move-line'), at: place, to: place }),
)

export const harm: fc.Arbitrary<Harm> = fc.record({
  table: fc.constantFrom(...SSD_TABLE_NAMES),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
})
