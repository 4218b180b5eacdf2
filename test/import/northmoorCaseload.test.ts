import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { categoryOf } from '../../activities/import/mapping/category'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { workingDaysBetween } from '../../domain/calendar/workingDays'
import { calendar, day } from '../domain/facts'
import { childrenOf, isOpen, sameRecord, tally, type CountedChild } from './childrenOf'
import { NORTHMOOR, withSharedData } from '../sharedData'

const TODAY = day('2026-11-20')

withSharedData('the caseload of Northmoor, counted from what was imported (its counts.json)', () => {
  let extract: SsdExtract
  let children: readonly CountedChild[]
  let counts: Record<string, unknown>

  beforeAll(async () => {
    extract = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
    children = childrenOf(extract)
    counts = JSON.parse(readFileSync(path.join(NORTHMOOR, 'counts.json'), 'utf8')) as Record<string, unknown>
  })

  const open = (): readonly CountedChild[] => children.filter(isOpen)

  /** Child protection plans of our own (or another authority's) with their ends. */
  const plans = (authority: 'ours' | 'other' = 'ours') =>
    children.flatMap((child) =>
      child
        .of('plan-started')
        .filter(({ data }) => data.plan === 'cpp' && data.authority === authority)
        .map((start) => {
          const end = child.of('plan-ended').find((event) => event.data.of === start.id)
          return {
            child,
            start,
            from: LocalDate.parse(start.on),
            to: end === undefined ? null : LocalDate.parse(end.on),
            category: start.data.category,
          }
        }),
    )
  const openPlans = () => plans().filter(({ to }) => to === null)
  const runningFor = (months: number): number =>
    openPlans().filter(({ from }) => from.plusMonths(months).isBefore(TODAY)).length
  const endedPlans = () => plans().flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))

  /** The last lawful day of the next review of every open plan. */
  const nextReviews = () =>
    openPlans().map(({ child, from }) => {
      const last = child
        .of('review-held')
        .map(({ on }) => LocalDate.parse(on))
        .filter((on) => !on.isBefore(from))
        .at(-1)
      return { child, due: last === undefined ? from.plusMonths(3) : last.plusMonths(6) }
    })
  const lateReviews = () => nextReviews().filter(({ due }) => due.isBefore(TODAY))

  const withoutVisit = (counted: (seen: boolean) => boolean): number =>
    openPlans().filter(({ child, from, start }) => {
      const visits = child.of('visit-made').filter(({ on, data }) => on >= start.on && counted(data.seen))
      const last = visits.at(-1)
      return workingDaysBetween(last === undefined ? from : LocalDate.parse(last.on), TODAY, calendar) > 10
    }).length

  /** Conferences held, each with the strategy discussion before it. */
  const conferences = () =>
    children.flatMap((child) =>
      child
        .of('icpc-held')
        .map((held) => ({ held, discussed: child.of('strategy-discussion').findLast(({ on }) => on <= held.on) })),
    )

  const inWords = (byCode: unknown): Record<string, number> =>
    Object.fromEntries(
      Object.entries(byCode as Record<string, number>).map(([code, count]): [string, number] => [
        categoryOf(code) ?? '',
        count,
      ]),
    )
  const median = (numbers: readonly number[]): number => {
    const sorted = [...numbers].sort((a, b) => a - b)
    const half = sorted.length / 2
    return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
  }

  it.each([
    ['open_cases_children', () => open().length],
    ['open_cases_families', () => new Set(open().map(({ family }) => family)).size],
    [
      'referrals_undecided',
      () =>
        children.flatMap((child) =>
          child
            .of('referral-received')
            .filter((referral) => !child.of('referral-decided').some((event) => sameRecord(event, referral))),
        ).length,
    ],
    [
      're_referrals_within_12_months_of_last_referral',
      () =>
        children.flatMap((child) =>
          child.of('referral-received').filter(
            ({ on }, index, all) =>
              index > 0 &&
              !LocalDate.parse(all[index - 1]!.on)
                .plusMonths(12)
                .isBefore(LocalDate.parse(on)),
          ),
        ).length,
    ],
    [
      'assessments_open',
      () =>
        children.reduce(
          (sum, child) => sum + child.of('assessment-started').length - child.of('assessment-authorised').length,
          0,
        ),
    ],
    [
      'icpcs_held_within_15_working_days',
      () =>
        conferences().filter(
          ({ held, discussed }) =>
            discussed !== undefined &&
            workingDaysBetween(LocalDate.parse(discussed.on), LocalDate.parse(held.on), calendar) <= 15,
        ).length,
    ],
    [
      'icpcs_waiting',
      () =>
        children.filter((child) => {
          const called = child.of('section-47-ended').findLast(({ data }) => data.outcome === 'conference')
          return called !== undefined && !child.of('icpc-held').some(({ on }) => on >= called.on)
        }).length,
    ],
    ['cp_plans_open', () => openPlans().length],
    ['cp_plans_open_families', () => new Set(openPlans().map(({ child }) => child.family)).size],
    [
      'cp_plans_open_second_or_later',
      () => openPlans().filter(({ start }) => (start.data.previousPlans ?? 0) > 0).length,
    ],
    ['cp_plans_other_authority_open', () => plans('other').filter(({ to }) => to === null).length],
    [
      'cp_plans_ended_median_days',
      () => median(endedPlans().map(({ from, to }) => to.toEpochDay() - from.toEpochDay())),
    ],
    [
      'cp_plans_ended_after_two_years_or_more',
      () => endedPlans().filter(({ from, to }) => !to.isBefore(from.plusYears(2))).length,
    ],
    [
      'cin_plans_open',
      () =>
        children.flatMap((child) =>
          child
            .of('plan-started')
            .filter(({ id, data }) => data.plan === 'cin' && !child.of('plan-ended').some((end) => end.data.of === id)),
        ).length,
    ],
    ['reviews_late_today', () => lateReviews().length],
    ['reviews_late_today_families', () => new Set(lateReviews().map(({ child }) => child.family)).size],
    [
      'reviews_due_in_next_30_days',
      () => nextReviews().filter(({ due }) => !due.isBefore(TODAY) && !due.isAfter(TODAY.plusDays(30))).length,
    ],
    ['cp_children_not_seen_for_more_than_10_working_days', () => withoutVisit((seen) => seen)],
    ['cp_children_not_visited_for_more_than_10_working_days', () => withoutVisit(() => true)],
    [
      'legal_statuses_open',
      () =>
        children.reduce(
          (sum, child) => sum + child.of('looked-after-started').length - child.of('looked-after-ended').length,
          0,
        ),
    ],
  ] as const)('%s', (name, found) => {
    expect(found()).toBe(counts[name])
  })

  it('cp_plans_open_past_15_18_24_months', () => {
    expect([15, 18, 24].map(runningFor)).toEqual(counts['cp_plans_open_past_15_18_24_months'])
  })

  it('cp_plans_ever_by_initial_category', () => {
    expect(tally(plans().map(({ category }) => category ?? ''))).toEqual(
      inWords(counts['cp_plans_ever_by_initial_category']),
    )
  })

  it('says why a plan ended where the rows show it', () => {
    const why = (which: 'cpp' | 'cin') =>
      tally(
        children
          .flatMap((child) => child.of('plan-ended'))
          .filter(({ data }) => data.plan === which)
          .map(({ data }) => data.reason),
      )
    expect(why('cpp')).toEqual({ review: 143, 'looked-after': 13, moved: 2 })
    expect(why('cin')).toMatchObject({ died: 1 })
    expect(
      children.flatMap((child) => child.of('review-held')).filter(({ data }) => data.outcome === 'end'),
    ).toHaveLength(143)
  })

  it('every open case has a team, and every team is one of the extract', () => {
    const known = new Set<string | null>(extract.teams.map(({ id }) => id))
    expect(
      extract.families.filter(
        ({ open, teamId }) => (open && teamId === null) || (teamId !== null && !known.has(teamId)),
      ),
    ).toEqual([])
  })

  it('every event another one names is there', () => {
    const ids = new Set(extract.families.flatMap(({ events }) => events.map(({ id }) => id)))
    const named = children.flatMap((child) => [
      ...child.of('plan-ended').map(({ data }) => data.of),
      ...child.of('section-47-ended').map(({ data }) => data.enquiry),
      ...child.of('referral-decided').map(({ data }) => data.referral),
      ...child.of('assessment-authorised').map(({ data }) => data.referral),
    ])
    expect(named.filter((id) => id === undefined || !ids.has(id))).toEqual([])
  })
})
