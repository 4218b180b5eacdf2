import type { Finding } from '../../../activities/import/finding'
import type { ImportedEvent } from '../../../activities/import/imported'
import type { SsdExtract } from '../../../activities/import/ssdExtract'

type Parts = Readonly<Record<string, unknown>>
interface Thing {
  /** What it is called: `plan-started`, `child`. */
  readonly name: string
  readonly id: string
  readonly parts: Parts
}

/** Everything that differs between two imports of nearly the same extract, each once, in order of the alphabet. */
export function effectsBetween(before: SsdExtract, after: SsdExtract): readonly string[] {
  const effects = new Set<string>()
  const was = things(before)
  const is = things(after)
  for (const name of new Set([...was, ...is].map((thing) => thing.name))) {
    for (const [a, b] of pairs(named(was, name), named(is, name))) {
      if (a === undefined || b === undefined) effects.add(name)
      else for (const part of differing(a.parts, b.parts)) effects.add(`${name} ${part}`)
    }
  }
  for (const finding of onlyIn(before.findings, after.findings)) effects.add(finding)
  for (const finding of onlyIn(after.findings, before.findings)) effects.add(finding)
  return [...effects].sort()
}

const things = ({ teams, people, families }: SsdExtract): readonly Thing[] => [
  ...teams.map((team) => ({ name: 'team', id: team.id, parts: { ...team } })),
  ...people.map((person) => ({ name: 'person', id: person.id, parts: { ...person } })),
  ...families.flatMap(({ events, ...family }): Thing[] => [
    {
      name: 'case',
      id: family.id,
      parts: { ...family, children: family.children.map(({ id }) => id) },
    },
    ...family.children.map((child) => ({ name: 'child', id: child.id, parts: { ...child } })),
    ...events.map(eventThing),
  ]),
]

/** The event's own id follows from its record and kind, so it is no part of its own. */
const eventThing = ({ kind, on, children, data, source }: ImportedEvent): Thing => ({
  name: kind,
  id: source.record,
  parts: { ...data, on, child: children, record: source.record },
})

const named = (all: readonly Thing[], name: string): readonly Thing[] => all.filter((thing) => thing.name === name)

/** The same id makes a pair; what is left over is paired in order, for it may be the same thing under a new id. */
function pairs(was: readonly Thing[], is: readonly Thing[]): (readonly [Thing | undefined, Thing | undefined])[] {
  const lost = was.filter(({ id }) => !is.some((other) => other.id === id))
  const made = is.filter(({ id }) => !was.some((other) => other.id === id))
  const kept = was.filter((thing) => !lost.includes(thing))
  const longest = Math.max(lost.length, made.length)
  return [
    ...kept.map((thing) => [thing, is.find(({ id }) => id === thing.id)] as const),
    ...Array.from({ length: longest }, (_, index) => [lost[index], made[index]] as const),
  ]
}

const differing = (a: Parts, b: Parts): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]),
  )

function onlyIn(some: readonly Finding[], others: readonly Finding[]): readonly string[] {
  const known = new Set(others.map((finding) => JSON.stringify(finding)))
  return some
    .filter((finding) => !known.has(JSON.stringify(finding)))
    .map(({ taken, file, field }) => `${taken} ${file.replace(/csv$/, '')}${field ?? ''}`)
}
