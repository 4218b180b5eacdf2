import { z } from 'zod'

/** What a field of a fact asks for, whatever its name. */
export type FieldKind =
  | { readonly asks: 'text' | 'day' | 'number' | 'yes-no' | 'lines' }
  /** Nothing but yes. */
  | { readonly asks: 'confirmed' }
  | { readonly asks: 'one-of'; readonly options: readonly (string | number)[] }
  /** Fields within fields: such a kind has a page of its own. */
  | { readonly asks: 'parts' }

export interface FieldShape {
  readonly kind: FieldKind
  readonly optional: boolean
}

interface Unwrapped {
  readonly schema: z.ZodType
  readonly optional: boolean
}

const unwrapped = (schema: z.ZodType): Unwrapped =>
  schema instanceof z.ZodOptional
    ? { schema: schema.unwrap() as z.ZodType, optional: true }
    : { schema, optional: false }

/** Reads from a field's schema what a form asks for. Throws for a schema no form knows: a test makes every field of every kind. */
export function fieldShape(of: z.ZodType): FieldShape {
  const { schema, optional } = unwrapped(of)
  return { kind: kindOf(schema), optional }
}

function kindOf(schema: z.ZodType): FieldKind {
  if (schema instanceof z.ZodEnum) return { asks: 'one-of', options: schema.options }
  if (schema instanceof z.ZodBoolean) return { asks: 'yes-no' }
  if (schema instanceof z.ZodISODate) return { asks: 'day' }
  if (schema instanceof z.ZodString) return { asks: 'text' }
  if (schema instanceof z.ZodNumber) return { asks: 'number' }
  if (schema instanceof z.ZodObject) return { asks: 'parts' }
  if (schema instanceof z.ZodLiteral) {
    const options = [...schema.values].filter((value): value is string | number => typeof value !== 'boolean')
    return options.length === 0 ? { asks: 'confirmed' } : { asks: 'one-of', options }
  }
  if (schema instanceof z.ZodArray)
    return kindOf(schema.element as z.ZodType).asks === 'text' ? { asks: 'lines' } : { asks: 'parts' }
  if (schema instanceof z.ZodUnion) return unionOf(schema.options as readonly z.ZodType[])
  throw new Error(`No form knows a field of type ${schema.def.type}.`)
}

/** Literals one beside the other are a choice; of text and something else, text is asked for. */
function unionOf(options: readonly z.ZodType[]): FieldKind {
  const kinds = options.map(kindOf)
  const choices = kinds.flatMap((kind) => (kind.asks === 'one-of' ? kind.options : []))
  return choices.length > 0 ? { asks: 'one-of', options: choices } : { asks: 'text' }
}
