import { LocalDate } from '@js-joda/core'
import { digestRows, type NoticeAbout } from '../../activities/mail/digestRows'
import { calendar } from '../domain/facts'

const notice = (ref: string, change: object = {}): NoticeAbout => ({
  id: ref,
  case_id: ref,
  ref,
  title: 'Visit',
  step: 'due-2wd',
  due_on: '2026-11-25',
  send_on: '2026-11-23',
  kind: 'obligation',
  late_unit: 'working-days',
  explanation: ['Visited on 11 November 2026'],
  escalation_id: null,
  ...change,
})
const rowsOf = (notices: readonly NoticeAbout[], unclear = new Map<string, unknown>()) =>
  digestRows(notices, { today: LocalDate.parse('2026-11-23'), calendar, caseLink: (ref) => `/cases/${ref}`, unclear })

describe('the rows of a digest', () => {
  it.each([
    ['an explanation that is none', { explanation: null }],
    ['a date that is none', { due_on: 'soon' }],
    ['a title that is missing', { title: null }],
  ])('%s costs that case its row, and no other', (_what, change) => {
    const { rows, unclear, wordless } = rowsOf([notice('N-1'), notice('N-2', change), notice('N-3')])
    expect([...wordless]).toEqual([['N-2', expect.any(Error)]])
    expect(rows.map(({ caseRef }) => caseRef)).toEqual(['N-1', 'N-3'])
    expect(unclear).toEqual([{ caseRef: 'N-2', link: '/cases/N-2' }])
  })

  it.each([
    ['book-6w', 'Visited on 11 November 2026; nothing is booked by the last lawful day'],
    ['due-2wd', 'Visited on 11 November 2026'],
  ])('told at %s it says: %s', (step, reason) => {
    expect(rowsOf([notice('N-1', { step })]).rows.map((row) => row.reason)).toEqual([reason])
  })

  it('a case that could not be planned is named once, however many notices it has', () => {
    const said = rowsOf([notice('N-1'), notice('N-1', { id: '2' })], new Map([['N-1', new Error()]]))
    expect(said).toEqual({ rows: [], unclear: [{ caseRef: 'N-1', link: '/cases/N-1' }], wordless: new Map() })
  })
})
