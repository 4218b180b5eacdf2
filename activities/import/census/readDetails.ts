import { contentOf, distinct, within, type CensusElement } from './censusElement'
import { takeRecord, type ChildReading } from './childReading'
import type { CensusRecord, Draft } from './draft'
import { enquiry, transferIn } from './mapping/conference'
import { needPlan, type WhyEnded } from './mapping/plan'
import { assessment, isOpenReferral, referral } from './mapping/referral'
import { recordReader } from './recordReader'

interface Around {
  readonly whyEnded: WhyEnded
  readonly makesPlan: (day: string) => boolean
  readonly reading: ChildReading
}

/** One `CINdetails` without its child protection plans. What stands in it is taken also when the referral itself cannot be. */
export function readDetails(
  details: CensusElement,
  { whyEnded, makesPlan, reading }: Around,
): { readonly events: readonly Draft[]; readonly open: boolean } {
  const whole = contentOf(details)
  const recordOf = (element: CensusElement): CensusRecord => ({
    read: recordReader(element, reading.asAt),
    content: `${contentOf(element)} ${whole}`,
  })
  const each = (name: string, map: (record: CensusRecord) => readonly Draft[]): readonly Draft[] =>
    distinct(within(details, name)).flatMap((element) => takeRecord(reading, name, () => map(recordOf(element))) ?? [])
  const own = recordOf(details)
  const received = takeRecord(reading, 'CINdetails', () => referral(own))
  return {
    open: received !== undefined && isOpenReferral(received),
    events: [
      ...(received ?? []),
      ...each('Assessments', (record) => assessment(record, received?.[0])),
      ...each('Section47', (record) => enquiry(record, makesPlan)),
      ...(takeRecord(reading, null, () => transferIn(own, received?.[0].on, makesPlan)) ?? []),
      ...each('CINPlanDates', (record) => needPlan(record, whyEnded)),
    ],
  }
}
