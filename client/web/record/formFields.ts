import type { z } from 'zod'
import { fieldSchemas, type EventKind } from '../../../domain/chronology/eventKinds'

/** What a form leaves to a page of its own, by `kind.field`: a written document with its text and who signs it. */
const NOT_ASKED: ReadonlySet<string> = new Set(['safety-plan-agreed.document', 'safety-plan-agreed.signatories'])

/** And choices that are none of a form's, by `kind.field.option`. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['safety-plan-agreed.how.formal'])

/** The fields a kind's form asks for, in their order. */
export const formFields = (kind: EventKind): readonly (readonly [name: string, schema: z.ZodType])[] =>
  Object.entries(fieldSchemas(kind)).filter(([name]) => !NOT_ASKED.has(`${kind}.${name}`))

/** Of the choices of a field those that a form offers. */
export const offered = <Option extends string | number>(
  kind: EventKind,
  name: string,
  options: readonly Option[],
): readonly Option[] => options.filter((option) => !NOT_OFFERED.has(`${kind}.${name}.${String(option)}`))
