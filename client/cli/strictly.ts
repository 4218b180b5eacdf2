import { z } from 'zod'

/** An object of a person's file. A key nobody knows is refused: a slip of the pen would otherwise leave a fact out and nobody would notice. */
export const strictly = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `not known here. Known: ${Object.keys(shape).join(', ')}. Correct the name or leave it out`
        : undefined,
  })
