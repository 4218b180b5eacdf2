import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const FOLDER = path.join(__dirname, '..', 'histories')

/** The parts of an event that tests look at; a replay reads all of it. */
export interface KeptEvent {
  readonly eventType: string
  readonly workflowExecutionStartedEventAttributes?: {
    readonly workflowId: string
    readonly workflowType: { readonly name: string }
    readonly continuedExecutionRunId?: string
  }
  readonly startChildWorkflowExecutionInitiatedEventAttributes?: { readonly workflowType: { readonly name: string } }
}

/** A history as `temporal workflow show --output json` prints it. */
export interface KeptHistory {
  readonly events: readonly KeptEvent[]
}

export interface Kept {
  readonly file: string
  readonly history: KeptHistory
}

/** Every kept history. Throws when there is none: a replay of nothing proves nothing. */
export function keptHistories(folder = FOLDER): readonly Kept[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  if (files.length === 0)
    throw new Error(`No history lies in ${folder}. Bring them back from Git; \`npm run histories\` adds new ones.`)
  return files
    .sort()
    .map((file) => ({ file, history: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as KeptHistory }))
}

/** Keeps a history under the next free number, one event a line. Never writes over an old one: it proves that old runs still replay. */
export function keep(name: string, history: KeptHistory): string {
  const taken = readdirSync(FOLDER)
  let number = 1
  while (taken.includes(`${name}-${String(number)}.json`)) number += 1
  const file = `${name}-${String(number)}.json`
  const lines = history.events.map((event) => JSON.stringify(withoutMachine(event)))
  writeFileSync(path.join(FOLDER, file), `{ "events": [\n${lines.join(',\n')}\n] }\n`)
  return file
}

/** Leaves out which machine and process made it, and where its files lay. */
function withoutMachine(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(`@${os.hostname()}`, '@worker')
  if (Array.isArray(value)) return value.map(withoutMachine)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'stackTrace')
      .map(([key, inner]) => [key, withoutMachine(inner)]),
  )
}
