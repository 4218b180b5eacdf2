import { draft, type CensusRecord, type Draft } from '../draft'

type MakesPlan = (day: string) => boolean

const HELD = 'DateOfInitialCPC'

/**
 * `Section47`: the enquiry starts with its strategy discussion. Its end is not in a census. One that needed no conference counts as ended
 * on its own day, as a referral counts as decided on its own; one with a conference is answered by that. A conference made a plan when one
 * of the child's plans starts that day.
 */
export function enquiry(record: CensusRecord, makesPlan: MakesPlan): readonly Draft[] {
  const { read } = record
  const started = read.day('S47ActualStartDate')
  const held = read.dayOrNull(HELD, started)
  const strategy = draft(record, {
    kind: 'strategy-discussion',
    on: started,
    data: { opensSection47: true },
    field: 'S47ActualStartDate',
  })
  if (held !== null)
    return [
      strategy,
      draft(record, { kind: 'icpc-held', on: held, data: { outcome: outcomeOn(held, makesPlan) }, field: HELD }),
    ]
  if (read.yesNo('ICPCnotRequired') !== true) return [strategy]
  const ended = draft(record, {
    kind: 'section-47-ended',
    on: started,
    data: { outcome: 'no-conference' },
    field: 'ICPCnotRequired',
    names: { field: 'enquiry', draft: strategy },
    day: 'assumed',
  })
  return [strategy, ended]
}

/**
 * `DateOfInitialCPC` directly in `CINdetails`: a transfer-in conference, which has no enquiry to stand in. Notice of it came with the
 * referral. `received`: the day of the referral, undefined when it could not be taken.
 */
export function transferIn(record: CensusRecord, received: string | undefined, makesPlan: MakesPlan): readonly Draft[] {
  const held = record.read.dayOrNull(HELD, received)
  if (held === null) return []
  const conference = draft(record, {
    kind: 'transfer-in-conference-held',
    on: held,
    data: { outcome: outcomeOn(held, makesPlan) },
    field: HELD,
  })
  if (received === undefined) return [conference]
  return [draft(record, { kind: 'transfer-in-notified', on: received, data: {}, field: HELD }), conference]
}

const outcomeOn = (day: string, makesPlan: MakesPlan): 'plan' | 'no-plan' => (makesPlan(day) ? 'plan' : 'no-plan')
