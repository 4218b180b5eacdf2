import { always } from '../../domain/policy/policySchedule'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { stableId } from '../../activities/import/stableId'
import type { ImportedFamily } from '../../activities/import/imported'
import { payloadProblem } from '../../domain/chronology/eventKinds'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import type { Obligation } from '../../domain/timeline/obligation'
import { standing } from '../../domain/timeline/standing'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day } from '../domain/facts'
import { tally } from './childrenOf'
import { NORTHMOOR, withSharedData } from '../sharedData'

const TODAY = day('2026-11-20')

/** Our words for the council's codes. */
const CODES: Readonly<Record<string, string>> = {
  neglect: 'NEG',
  'emotional abuse': 'EMO',
  'physical abuse': 'PHY',
  'sexual abuse': 'SAB',
  multiple: 'MUL',
}

interface Counts {
  readonly rows: Record<string, number>
  readonly [name: string]: unknown
}

const factsOf = (family: ImportedFamily) => ({
  ref: family.ref,
  team: family.teamId,
  children: family.children.map(({ id, bornOn, expectedOn }) => ({
    id,
    bornOn: dayOrNull(bornOn),
    expectedOn: dayOrNull(expectedOn),
  })),
  events: family.events.map((event) => ({ ...event, on: LocalDate.parse(event.on) })),
  liveSince: TODAY,
})
const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : LocalDate.parse(text))

withSharedData('Northmoor, an imaginary county: what a correct import finds (its counts.json)', () => {
  let extract: SsdExtract
  let counts: Counts
  let obligations: readonly { readonly one: Obligation; readonly state: string }[]

  beforeAll(async () => {
    extract = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
    counts = JSON.parse(readFileSync(path.join(NORTHMOOR, 'counts.json'), 'utf8')) as Counts
    obligations = extract.families
      .flatMap((family) => timeline(factsOf(family), always(englandFamilySafeguarding1), calendar).obligations)
      .map((one) => ({ one, state: standing(one, TODAY, calendar).state }))
  })

  const events = (kind: string, test: (data: Record<string, unknown>) => boolean = () => true): number =>
    extract.families
      .flatMap((family) => family.events)
      .filter((event) => event.kind === kind && test(event.data as Record<string, unknown>)).length
  const recordsOf = (kind: string): readonly string[] =>
    extract.families
      .flatMap((family) => family.events)
      .filter((event) => event.kind === kind)
      .map(({ source }) => source.record)
  const rules = (state: string, ...names: string[]): number =>
    obligations.filter(({ one, state: is }) => names.includes(one.rule) && is === state).length

  it('takes every row and finds nothing wrong', () => {
    expect(extract.findings).toEqual([])
    expect(extract.read).toEqual(counts.rows)
    expect(extract.asAt).toBe('2026-11-20')
  })

  it('finds families, children, people and teams', () => {
    expect(extract.families).toHaveLength(counts['families'] as number)
    expect(extract.families.filter(({ open }) => open)).toHaveLength(counts['open_cases_families'] as number)
    const children = extract.families.flatMap((family) => family.children)
    expect(children).toHaveLength(counts['children'] as number)
    expect(children.filter(({ expectedOn }) => expectedOn !== null)).toHaveLength(counts['unborn_children'] as number)
    const sizes = counts['families_by_size'] as Record<string, number>
    for (const [size, families] of Object.entries(sizes))
      expect(extract.families.filter((family) => family.children.length === Number(size))).toHaveLength(families)
    expect(extract.people).toHaveLength(counts['professionals'] as number)
    expect(extract.people.filter(({ left }) => left)).toHaveLength(counts['professionals_left'] as number)
    expect(extract.teams).toHaveLength(9)
  })

  it.each([
    ['referrals', () => events('referral-received')],
    ['referrals_no_further_action', () => events('referral-decided', ({ outcome }) => outcome === 'no-action')],
    ['icpcs_held', () => events('icpc-held')],
    ['icpcs_that_made_a_plan', () => events('icpc-held', ({ outcome }) => outcome === 'plan')],
    ['transfer_in_conferences_held', () => events('transfer-in-conference-held')],
    ['section_47_enquiries', () => events('strategy-discussion')],
    ['section_47_enquiries_open', () => events('strategy-discussion') - events('section-47-ended')],
    ['assessments_authorised', () => events('assessment-authorised')],
    ['assessments_authorised_within_45_working_days', () => rules('met', 'assessment')],
    ['assessments_open_past_45_working_days', () => rules('overdue', 'assessment')],
    ['icpcs_waiting_past_target', () => rules('overdue', 'strategy-to-icpc')],
    ['cp_plans_ever', () => events('plan-started', ({ plan, authority }) => plan === 'cpp' && authority === 'ours')],
    ['cp_plans_ended', () => events('plan-ended', ({ plan }) => plan === 'cpp')],
    [
      'cp_plans_second_or_later',
      () =>
        events(
          'plan-started',
          ({ plan, previousPlans, authority }) =>
            plan === 'cpp' && authority === 'ours' && (previousPlans as number) > 0,
        ),
    ],
    ['reviews_held', () => events('review-held')],
    ['reviews_held_on_time', () => rules('met', 'review-first', 'review-next')],
    [
      'reviews_open',
      () => ['upcoming', 'due', 'overdue'].reduce((sum, state) => sum + rules(state, 'review-first', 'review-next'), 0),
    ],
    ['reviews_late_today', () => rules('overdue', 'review-first', 'review-next')],
  ] as const)('%s', (name, found) => {
    expect(found()).toBe(counts[name])
  })

  it('finds the category of abuse each plan began with, and the one that open plans have now', () => {
    const ours = extract.families
      .flatMap((family) => family.events)
      .filter((event) => event.kind === 'plan-started')
      .filter(({ data: { plan, authority } }) => plan === 'cpp' && authority === 'ours')
    expect(tally(ours.map(({ data: { category } }) => CODES[category ?? ''] ?? ''))).toEqual(
      counts['cp_plans_ever_by_initial_category'],
    )
    const ended = new Set(recordsOf('plan-ended'))
    const open = ours.filter(({ source }) => !ended.has(source.record))
    const changed = new Map(
      extract.families
        .flatMap((family) => family.events)
        .filter((event) => event.kind === 'category-changed')
        .map(({ source, data }) => [source.record, data.category]),
    )
    const latest = open.map(({ source, data }) => changed.get(source.record) ?? data.category ?? '')
    expect(tally(latest.map((category) => CODES[category] ?? category))).toEqual(
      counts['cp_plans_open_by_latest_category'],
    )
  })

  it('a category that changed keeps the day of the first extract that shows it, or that of the plan end', () => {
    const all = extract.families.flatMap((family) => family.events)
    const changed = all.filter(({ kind }) => kind === 'category-changed')
    const endOf = new Map(all.filter(({ kind }) => kind === 'plan-ended').map((end) => [end.source.record, end.on]))
    expect(changed).not.toEqual([])
    for (const { on, source, firstSeen } of changed)
      expect({ on, firstSeen }).toEqual({ on: endOf.get(source.record) ?? extract.asAt, firstSeen: true })
  })

  it('finds the very reviews that are late today', () => {
    const rows = readFileSync(path.join(NORTHMOOR, 'ssd', 'ssd_cp_reviews.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
    const ids = counts['reviews_late_today_ids'] as string[]
    const children = rows
      .filter(([id]) => ids.includes(id ?? ''))
      .map((cells) => stableId('child', 'ssd', cells[2] ?? ''))
    const late = obligations
      .filter(({ one, state }) => one.rule.startsWith('review-') && state === 'overdue')
      .map(({ one }) => one.subject)
    expect(late.sort()).toEqual(children.sort())
  })

  it('the last lawful day of every open review is the one the council wrote', () => {
    const rows = readFileSync(path.join(NORTHMOOR, 'ssd', 'ssd_cp_reviews.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    const theirs = rows
      .filter((cells) => cells[8] === '')
      .map((cells) => `${stableId('child', 'ssd', cells[2] ?? '')} ${cells[6] ?? ''}`)
    const ours = obligations
      .filter(({ one, state }) => one.rule.startsWith('review-') && ['upcoming', 'due', 'overdue'].includes(state))
      .map(({ one }) => `${one.subject} ${one.limitOn.toString()}`)
    expect(ours.sort()).toEqual(theirs.sort())
  })

  it('"not seen 27" counts 3 unborn children; the visit rule gives 24', () => {
    expect(rules('overdue', 'visit')).toBe(24)
  })

  it('every event has the payload its kind asks for, and every id is its own', () => {
    const all = extract.families.flatMap((family) => family.events)
    expect(all.map(({ kind, data }) => payloadProblem(kind, data)).filter((problem) => problem !== undefined)).toEqual(
      [],
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('the same extract gives the same bytes', async () => {
    const again = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
    expect(JSON.stringify(again)).toBe(JSON.stringify(extract))
  })
})
