import { readFileSync } from 'node:fs'
import { CommandFailed, EXIT } from './io'

/** What a file of JSON holds. One that cannot be read ends the command. */
export function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const because = error instanceof Error ? error.message : 'unknown'
    throw new CommandFailed(EXIT.usage, `${file} cannot be read: ${because}. Give ${what}.`)
  }
}

/** `events[3].data.for` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${String(part)}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )

/** What stands at a path, as it is shown to a person: `Found "2026-02-30".`; nothing when nothing stands there. */
export function foundText(content: unknown, path: readonly PropertyKey[]): string {
  const found = valueAt(content, path)
  return found === undefined ? 'Nothing stands there.' : `Found ${JSON.stringify(found)}.`
}

export const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[part] : undefined,
    content,
  )
