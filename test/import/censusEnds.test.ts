import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { extract, known, NOTHING, row, rowId } from './reconcileCase'

const RECEIVED = { kind: 'referral-received', on: '2025-06-02' } as const
const DECIDED = { kind: 'referral-decided' } as const
const decision = (of: string, on: string) =>
  row({
    ...DECIDED,
    record: of,
    on,
    data: { outcome: 'no-action', referral: rowId(of, RECEIVED.kind) },
  })
const CENSUS = known(
  NOTHING,
  extract([row({ ...RECEIVED, record: '7/1' }), decision('7/1', '2025-06-02')], {}, 'census'),
)

describe('a census does not give the day on which nothing was done on a referral', () => {
  it('the decision of the live extract on the same referral is the same, however much later, and no disagreement', () => {
    const { append, ties, findings } = reconcileFacts(
      CENSUS,
      extract([row({ ...RECEIVED, record: 'ssd_cin_episodes/5' }), decision('ssd_cin_episodes/5', '2025-08-20')]),
    )
    expect(
      append.filter(({ kind }) => kind === DECIDED.kind).map(({ on, supersedes, data }) => ({ on, supersedes, data })),
    ).toEqual([
      {
        on: '2025-08-20',
        supersedes: rowId('7/1', DECIDED.kind),
        data: { outcome: 'no-action', referral: rowId('7/1', RECEIVED.kind) },
      },
    ])
    expect(ties.map(({ kind, eventId }) => [kind, eventId])).toContainEqual([DECIDED.kind, rowId('7/1', DECIDED.kind)])
    expect(findings).toEqual([])
  })

  it('one on another referral is another decision', () => {
    const { append } = reconcileFacts(
      CENSUS,
      extract([
        row({ ...RECEIVED, record: 'ssd_cin_episodes/6', on: '2025-09-01' }),
        decision('ssd_cin_episodes/6', '2025-09-20'),
      ]),
    )
    expect(append.map(({ kind, supersedes }) => [kind, supersedes])).toEqual([
      [RECEIVED.kind, null],
      [DECIDED.kind, null],
    ])
  })
})
