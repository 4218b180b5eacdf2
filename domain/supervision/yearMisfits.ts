import { hiddenCharacter } from '../hiddenCharacter'
import { govukDate } from '../timeline/govukDate'
import { placeKey, placeWords } from './place'
import { sessionId, type Session } from './session'
import { teamsTogether } from './teamsTogether'
import { MOST_SESSIONS } from './weights'
import type { Team, TeamCase, YearInput } from './yearInput'

/** What keeps an input from being planned: where it stands, and what to do. */
export interface Misfit {
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/** All that is wrong with an input whose parts have the right shape. None: it can be planned. */
export function yearMisfits(input: YearInput): readonly Misfit[] {
  const { teams, existing } = input
  return [
    ...namedTwice(teams, ({ id }) => id, 'this team').map((misfit) => under(['teams'], misfit)),
    ...teams.flatMap((team, index) => teamMisfits(team).map((misfit) => under(['teams', index], misfit))),
    ...twoTeamsAtOnce(teams),
    ...tooManyTogether(teams),
    ...existingMisfits(existing).map((misfit) => under(['existing'], misfit)),
  ]
}

const under = (path: Misfit['path'], misfit: Misfit): Misfit => ({ ...misfit, path: [...path, ...misfit.path] })

function teamMisfits({ id, pattern, oneOffs, cases }: Team): readonly Misfit[] {
  return [
    ...hidden(id, ['id']),
    ...pattern.flatMap(({ nth }, index) =>
      nth.flatMap((number, at) =>
        nth.indexOf(number) === at
          ? []
          : [{ path: ['pattern', index, 'nth', at], problem: `${String(number)} stands twice. Keep one.` }],
      ),
    ),
    ...meetsTwice(pattern),
    ...oneOffs.flatMap(({ on, at }, index) =>
      oneOffs.findIndex((other) => other.at === at && other.on.equals(on)) === index
        ? []
        : [{ path: ['oneOffs', index], problem: `there is a one-off on ${govukDate(on)} at ${at} already. Keep one.` }],
    ),
    ...namedTwice(cases, ({ ref }) => ref, 'this case').map((misfit) => under(['cases'], misfit)),
    ...cases.flatMap((one, index) => caseMisfits(one).map((misfit) => under(['cases', index], misfit))),
  ]
}

const caseMisfits = ({ ref, openFrom, openTo }: TeamCase): readonly Misfit[] => [
  ...hidden(ref, ['ref']),
  ...(openTo?.isBefore(openFrom) === true
    ? [
        {
          path: ['openTo'],
          problem: `the case would close before it opens, on ${govukDate(openFrom)}. Correct one of the two days.`,
        },
      ]
    : []),
]

/** Two sessions of a team at one time would have one name, and the same people. */
function meetsTwice(pattern: Team['pattern']): readonly Misfit[] {
  return pattern.flatMap(({ weekday, nth, at }, index) => {
    const others = pattern.slice(0, index).filter((other) => other.weekday === weekday && other.at === at)
    const twice = nth.find((number) => others.some((other) => other.nth.includes(number)))
    if (twice === undefined) return []
    const place = placeWords(placeKey({ weekday, nth: twice }))
    return [
      {
        path: ['pattern', index],
        problem: `the team meets on ${place} at ${at} already. Give one of the two another time, or leave it out.`,
      },
    ]
  })
}

/** A case has one team at a time: the days of one end before those of the next begin. */
function twoTeamsAtOnce(teams: readonly Team[]): readonly Misfit[] {
  const stays = new Map<string, { readonly team: string; readonly one: TeamCase; readonly path: Misfit['path'] }[]>()
  for (const [at, { id: team, cases }] of teams.entries())
    for (const [index, one] of cases.entries()) {
      const known = stays.get(one.ref)
      const stay = { team, one, path: ['teams', at, 'cases', index, 'openFrom'] }
      if (known === undefined) stays.set(one.ref, [stay])
      else known.push(stay)
    }
  return [...stays.values()]
    .filter((all) => all.length > 1)
    .flatMap((all) => {
      const ordered = [...all].sort((a, b) => a.one.openFrom.compareTo(b.one.openFrom))
      return ordered.slice(1).flatMap((stay, index) => {
        const before = ordered[index]
        const isOver = before?.one.openTo?.isBefore(stay.one.openFrom) === true
        if (before === undefined || isOver || before.team === stay.team) return []
        const problem = `${stay.one.ref} is in ${before.team} on that day too, and a case has one team at a time. End it there on the day before, or leave it out.`
        return [{ path: stay.path, problem }]
      })
    })
}

/** How many sessions the planner can weigh against each other (weights.ts). */
const tooManyTogether = (teams: readonly Team[]): readonly Misfit[] =>
  teamsTogether(teams).flatMap((group) => {
    const sessions = group.reduce(
      (sum, { pattern, oneOffs }) => sum + oneOffs.length + pattern.reduce((all, { nth }) => all + nth.length, 0),
      0,
    )
    const names = group.map(({ id }) => id).join(', ')
    return sessions <= MOST_SESSIONS
      ? []
      : [
          {
            path: ['teams'],
            problem: `${names} share cases and have up to ${String(sessions)} sessions in a month: more than ${String(MOST_SESSIONS)} cannot be planned together. Plan them apart.`,
          },
        ]
  })

function existingMisfits(existing: readonly Session[]): readonly Misfit[] {
  return [
    ...namedTwice(existing, ({ team, on, at }) => sessionId(team, on, at), 'this session'),
    ...existing.flatMap(({ id, team, cases }, index) =>
      [
        ...hidden(id, ['id']),
        ...hidden(team, ['team']),
        ...namedTwice(cases, (ref) => ref, 'this case').map((misfit) => under(['cases'], misfit)),
        ...cases.flatMap((ref, at) => hidden(ref, ['cases', at])),
      ].map((misfit) => under([index], misfit)),
    ),
  ]
}

function namedTwice<T>(all: readonly T[], nameOf: (one: T) => string, what: string): readonly Misfit[] {
  const seen = new Set<string>()
  return all.flatMap((one, index) => {
    const name = nameOf(one)
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ path: [index], problem: `${what} stands twice. Keep one.` }]
  })
}

function hidden(text: string, path: Misfit['path']): readonly Misfit[] {
  const found = hiddenCharacter(text)
  return found === undefined ? [] : [{ path, problem: `write it without the character that does not show (${found}).` }]
}
