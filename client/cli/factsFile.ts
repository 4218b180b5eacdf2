import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { z } from 'zod'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { EVENT_KINDS, isEventKind, payloadIssue } from '../../domain/chronology/eventKinds'
import { aboutFile } from './aboutFile'
import { CommandFailed, EXIT } from './io'
import { foundText, pathText, readJson, valueAt } from './jsonFile'
import { strictly } from './strictly'

const day = z.iso.date('not a day that exists; write it like 2026-03-02')
const id = z.string().min(1)

const factsSchema = strictly({
  format: z.literal(1),
  case: strictly({ ref: z.string().min(1), team: z.string().nullish(), liveSince: day.nullish() }),
  children: z.array(strictly({ id, bornOn: day.nullish(), expectedOn: day.nullish() })).min(1),
  events: z.array(
    strictly({
      id,
      kind: z.string(),
      on: day,
      children: z.array(z.string()).nullish(),
      data: z.record(z.string(), z.unknown()).nullish(),
      supersedes: z.string().nullish(),
      void: z.boolean().nullish(),
    }),
  ),
})

type FactsFile = z.infer<typeof factsSchema>

/** Reads a facts file (contracts.md 2). What is wrong ends the command with the path, the event's id, what was found and what is allowed. */
export const readFacts = (file: string): CaseFacts => aboutFile(file, () => factsIn(file))

function factsIn(file: string): CaseFacts {
  const content = readJson(file, 'a facts file in JSON (format 1)')
  const refuse: Refuse = (path, problem) => {
    const event = path[0] === 'events' ? valueAt(content, [...path.slice(0, 2), 'id']) : undefined
    const named = typeof event === 'string' ? ` (event ${event})` : ''
    throw new CommandFailed(EXIT.usage, `${file}, ${pathText(path)}${named}: ${problem} ${foundText(content, path)}`)
  }
  const result = factsSchema.safeParse(content)
  if (!result.success) {
    const [issue] = result.error.issues
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    return refuse([...(issue?.path ?? []), ...unknown], `${issue?.message ?? 'not valid'}.`)
  }
  const { data } = result
  const children = data.children.map((child) => child.id)
  const twice = children.findIndex((child, index) => children.indexOf(child) !== index)
  if (twice >= 0)
    return refuse(['children', twice, 'id'], 'this child stands twice. Give every child an id of its own.')
  return {
    ref: data.case.ref,
    team: data.case.team ?? null,
    children: data.children.map((child) => ({
      id: child.id,
      bornOn: dayOrNull(child.bornOn),
      expectedOn: dayOrNull(child.expectedOn),
    })),
    events: readEvents(data, children, refuse),
    liveSince: dayOrNull(data.case.liveSince),
  }
}

type Refuse = (path: readonly PropertyKey[], problem: string) => never

function readEvents({ events }: FactsFile, children: readonly string[], refuse: Refuse): readonly ChronologyEvent[] {
  const ids = new Set<string>()
  return events.map((event, index): ChronologyEvent => {
    const at = ['events', index] as const
    if (ids.has(event.id)) return refuse([...at, 'id'], 'this id stands twice. Give every event an id of its own.')
    ids.add(event.id)
    if (!isEventKind(event.kind))
      return refuse([...at, 'kind'], `this kind is not known. Allowed: ${EVENT_KINDS.join(', ')}.`)
    const stranger = event.children?.findIndex((child) => !children.includes(child)) ?? -1
    if (stranger >= 0) {
      const todo = `this case has ${children.join(' and ')}. Correct the id, or add the child first.`
      return refuse([...at, 'children', stranger], todo)
    }
    const issue = payloadIssue(event.kind, event.data ?? {})
    if (issue !== undefined) return refuse([...at, 'data', ...issue.path], issue.problem)
    // The payload has just passed its kind's schema; the compiler cannot follow which.
    return {
      id: event.id,
      kind: event.kind,
      on: isoDay(event.on),
      data: event.data ?? {},
      ...(event.children == null ? {} : { children: event.children }),
      ...(event.supersedes == null ? {} : { supersedes: event.supersedes }),
      ...(event.void === true ? { void: true } : {}),
    } as ChronologyEvent
  })
}

const dayOrNull = (text: string | null | undefined): LocalDate | null => (text == null ? null : isoDay(text))
