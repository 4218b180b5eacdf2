import { z } from 'zod'
import type { DuePlace } from '../../queries/web/dueLines'

const PLACE = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})~([^~]{1,100})~(.+)$/

/** The place of a line as `next` says it. A reference comes last: nobody knows what is in it. */
export const placeText = ({ due_on, id, rule, ref }: DuePlace): string => [due_on, id, rule, ref].join('~')

/** The same back; undefined for what no answer said. */
export function placeOf(text: string): DuePlace | undefined {
  const [, due_on, id, rule, ref] = PLACE.exec(text) ?? []
  if (due_on === undefined || id === undefined || rule === undefined || ref === undefined) return undefined
  return z.iso.date().safeParse(due_on).success ? { due_on, id, rule, ref } : undefined
}
