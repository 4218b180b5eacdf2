import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ImportedEvent } from '../../activities/import/imported'
import type { EventKind } from '../../domain/chronology/eventKinds'
import { censusOf, type WholeCensus } from './censusOf'
import { NORTHMOOR, withSharedData } from '../sharedData'

withSharedData('the census of Northmoor (its counts.json)', () => {
  let whole: WholeCensus
  let counts: Readonly<Record<string, unknown>>

  beforeAll(async () => {
    whole = await censusOf(path.join(NORTHMOOR, 'cin-census.xml'))
    const all = JSON.parse(readFileSync(path.join(NORTHMOOR, 'counts.json'), 'utf8')) as Record<string, unknown>
    counts = all['census'] as Record<string, unknown>
  })

  const events = (): readonly ImportedEvent[] => whole.families.flatMap((family) => family.events)
  const of = <K extends EventKind>(kind: K) =>
    events().filter((event): event is Extract<ImportedEvent, { readonly kind: K }> => event.kind === kind)
  const plans = (plan: 'cpp' | 'cin') => of('plan-started').filter(({ data }) => data.plan === plan)
  const nfa = () => of('referral-decided').filter(({ data }) => data.outcome === 'no-action')

  it('finds what counts.json says, counted from the facts', () => {
    const ended = new Set(of('plan-ended').map(({ data }) => data.of))
    expect({
      reference_date: whole.census.header.referenceDate,
      children: whole.families.length,
      cin_details: of('referral-received').length,
      referral_nfa: nfa().length,
      open_on_reference_date: of('referral-received').length - nfa().length - of('case-closed').length,
      unborn: whole.families.filter(({ children: [child] }) => child?.bornOn === null && child.expectedOn !== null)
        .length,
      assessments: of('assessment-started').length,
      cin_plans: plans('cin').length,
      section_47: of('strategy-discussion').length,
      cp_plans: plans('cpp').length,
      cp_plans_open_on_reference_date: plans('cpp').filter(({ id }) => !ended.has(id)).length,
      reviews: of('review-held').length,
    }).toEqual(counts)
  })

  it('finds every conference, and the visits, which no census has', () => {
    const text = readFileSync(path.join(NORTHMOOR, 'cin-census.xml'), 'utf8')
    const enquiries = text.match(/<Section47>[^]*?<\/Section47>/g) ?? []
    const inEnquiries = enquiries.filter((one) => one.includes('<DateOfInitialCPC>')).length
    const all = text.match(/<DateOfInitialCPC>/g)?.length ?? 0
    expect(inEnquiries).toBeGreaterThan(0)
    expect(all).toBeGreaterThan(inEnquiries)
    expect(of('icpc-held')).toHaveLength(inEnquiries)
    expect(of('transfer-in-conference-held')).toHaveLength(all - inEnquiries)
    expect(of('visit-made')).toHaveLength(0)
  })

  it('counts what it took by element, finds nothing wrong, and knows whose census it is', () => {
    expect(whole.read).toEqual({
      Child: 232,
      CINdetails: 253,
      Assessments: 164,
      CINPlanDates: 95,
      Section47: 103,
      ChildProtectionPlans: 121,
      CPPreviewDate: 175,
    })
    expect(whole.findings).toEqual([])
    expect(whole.census).toMatchObject({
      children: 232,
      header: { collection: 'CIN', year: '2026', referenceDate: '2026-03-31', authority: '999' },
    })
  })

  it('makes every child a case of its own, without a name, a team or a worker', () => {
    expect(new Set(whole.families.map(({ id }) => id)).size).toBe(232)
    expect(whole.families[0]).toMatchObject({
      sourceId: 'child-7100026',
      ref: 'N-child-7100026',
      teamId: null,
      open: true,
      children: [{ sourceId: '7100026', forename: null, surname: null, bornOn: '2017-02-23', expectedOn: null }],
    })
    expect(whole.families.filter(({ open }) => open)).toHaveLength(172)
  })

  it('gives every event an id and a record of its own, and names only events that are there', () => {
    const ids = new Set(events().map(({ id }) => id))
    expect(ids.size).toBe(events().length)
    expect(new Set(events().map(({ kind, source }) => `${kind} ${source.record}`)).size).toBe(events().length)
    const named = [
      ...of('plan-ended').map(({ data }) => data.of),
      ...of('section-47-ended').map(({ data }) => data.enquiry),
      ...of('referral-decided').map(({ data }) => data.referral),
      ...of('assessment-authorised').map(({ data }) => data.referral),
    ]
    expect(named.filter((id) => id === undefined || !ids.has(id))).toEqual([])
  })

  it('gives the same facts when it is read again', async () => {
    expect(await censusOf(path.join(NORTHMOOR, 'cin-census.xml'))).toEqual(whole)
  })
})
