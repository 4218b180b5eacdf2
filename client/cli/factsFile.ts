import { readFileSync } from 'node:fs'
import { LocalDate } from '@js-joda/core'
import { z } from 'zod'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { EVENT_KINDS, isEventKind, payloadProblem } from '../../domain/chronology/eventKinds'
import { CommandFailed, EXIT } from './io'

const day = z.iso.date()

const factsSchema = z.object({
  format: z.literal(1),
  case: z.object({ ref: z.string().min(1), team: z.string().nullish(), liveSince: day.nullish() }),
  children: z.array(z.object({ id: z.string().min(1), bornOn: day.nullish(), expectedOn: day.nullish() })).min(1),
  events: z.array(
    z.object({
      id: z.string().min(1),
      kind: z.string(),
      on: day,
      children: z.array(z.string()).nullish(),
      data: z.record(z.string(), z.unknown()).nullish(),
      supersedes: z.string().nullish(),
      void: z.boolean().nullish(),
    }),
  ),
})

const fail = (message: string): never => {
  throw new CommandFailed(EXIT.usage, message)
}

/** Reads a facts file (contracts.md 2). What is wrong ends the command with the path, what was found and what is allowed. */
export function readFacts(file: string): CaseFacts {
  const content = readJson(file)
  const result = factsSchema.safeParse(content)
  if (!result.success) {
    const [issue] = result.error.issues
    return fail(
      `${file}, ${pathText(issue?.path ?? [])}: ${issue?.message ?? 'not valid'}. Found ${JSON.stringify(at(content, issue?.path ?? []) ?? null)}.`,
    )
  }
  const { data } = result
  const ids = new Set<string>()
  const children = data.children.map(({ id }) => id)
  const events = data.events.map((event, index): ChronologyEvent => {
    const where = `${file}, events[${String(index)}] (${event.id})`
    if (ids.has(event.id)) return fail(`${where}: the id stands twice. Give every event an id of its own.`)
    ids.add(event.id)
    if (!isEventKind(event.kind))
      return fail(`${where}: kind ${event.kind} is not known. Allowed: ${EVENT_KINDS.join(', ')}.`)
    const stranger = event.children?.find((child) => !children.includes(child))
    if (stranger !== undefined)
      return fail(
        `${where} names child ${stranger}. This case has ${children.join(' and ')}. Correct the id, or add the child first.`,
      )
    const problem = payloadProblem(event.kind, event.data ?? {})
    if (problem !== undefined) return fail(`${where}: ${problem}`)
    return {
      id: event.id,
      kind: event.kind,
      on: LocalDate.parse(event.on),
      data: event.data ?? {},
      ...(event.children == null ? {} : { children: event.children }),
      ...(event.supersedes == null ? {} : { supersedes: event.supersedes }),
      ...(event.void === true ? { void: true } : {}),
    } as ChronologyEvent
  })
  return {
    ref: data.case.ref,
    team: data.case.team ?? null,
    children: data.children.map((child) => ({
      id: child.id,
      bornOn: dayOrNull(child.bornOn),
      expectedOn: dayOrNull(child.expectedOn),
    })),
    events,
    liveSince: dayOrNull(data.case.liveSince),
  }
}

const dayOrNull = (text: string | null | undefined): LocalDate | null => (text == null ? null : LocalDate.parse(text))

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return fail(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}. Give a facts file in JSON (contracts: format 1).`,
    )
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${String(part)}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  )
