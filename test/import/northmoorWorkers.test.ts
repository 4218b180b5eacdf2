import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { childrenOf, isOpen, sameRecord, tally, type CountedChild } from './childrenOf'
import { NORTHMOOR, withSharedData } from '../sharedData'

withSharedData('the workers of Northmoor and whom they hold (its counts.json)', () => {
  let extract: SsdExtract
  let counts: Record<string, unknown>

  beforeAll(async () => {
    extract = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
    counts = JSON.parse(readFileSync(path.join(NORTHMOOR, 'counts.json'), 'utf8')) as Record<string, unknown>
  })

  const open = (): readonly CountedChild[] => childrenOf(extract).filter(isOpen)
  const leavers = () => new Set(extract.people.filter(({ left }) => left).map(({ id }) => id))
  const current = (child: CountedChild): readonly string[] =>
    child
      .of('worker-allocated')
      .filter((start) => !child.of('worker-ended').some((end) => sameRecord(end, start)))
      .map(({ data }) => data.person)
  const leftBehind = () =>
    open().flatMap((child) =>
      child.of('worker-ended').filter(({ on, data }) => on === extract.asAt && leavers().has(data.person)),
    )

  it.each([
    ['open_children_with_a_worker_who_left', () => leftBehind().length],
    [
      'open_children_without_allocated_worker',
      () => open().filter((child) => current(child).length === 0).length - leftBehind().length,
    ],
  ] as const)('%s', (name, found) => {
    expect(found()).toBe(counts[name])
  })

  it('professionals_in_post_by_title, and the roles they bring', () => {
    const inPost = extract.people.filter(({ left }) => !left)
    expect(tally(inPost.map(({ jobTitle }) => jobTitle))).toEqual(counts['professionals_in_post_by_title'])
    expect(tally(inPost.flatMap(({ roles }) => roles.map(({ role }) => role)))).toEqual({
      'head-of-service': 1,
      'service-manager': 1,
      'team-manager': 4,
      'front-door-manager': 1,
      'social-worker': 21,
      coordinator: 3,
      'independent-reviewing-officer': 3,
    })
    expect(extract.people.filter(({ left }) => left).flatMap(({ roles }) => roles)).toEqual([])
  })

  it('children_per_allocated_worker', () => {
    const held = Object.values(tally(open().flatMap(current)))
    expect({
      workers: held.length,
      mean: Math.round((held.reduce((sum, one) => sum + one, 0) / held.length) * 10) / 10,
      least: Math.min(...held),
      most: Math.max(...held),
      over_15: held.filter((one) => one > 15).length,
    }).toEqual(counts['children_per_allocated_worker'])
  })

  it('the very workers who left and hold cases, and the very children nobody holds', () => {
    const left = new Set(leftBehind().map(({ data }) => data.person))
    expect(extract.people.filter(({ id }) => left.has(id)).map(({ sourceId }) => sourceId)).toEqual(
      counts['workers_who_left_and_still_hold_cases'],
    )
    const nobody = open().filter(
      (child) => current(child).length === 0 && !child.of('worker-ended').some(({ on }) => on === extract.asAt),
    )
    expect(nobody.map(({ sourceId }) => sourceId).sort()).toEqual(counts['open_children_without_allocated_worker_ids'])
  })
})
