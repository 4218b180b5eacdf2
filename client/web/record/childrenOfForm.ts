import type { Recordable } from '../../queries/web/recordable'
import type { Form } from './readFields'

/** Which children a form has ticked, as a fact names them: none where all are; undefined where no child is ticked of those there are. Who is not of the case is passed over. */
export function childrenIn(form: Form, { children }: Pick<Recordable, 'children'>): readonly string[] | undefined {
  if (children.length < 2) return []
  const ticked = new Set([form['child']].flat())
  const chosen = children.filter(({ id }) => ticked.has(id)).map(({ id }) => id)
  if (chosen.length === 0) return undefined
  return chosen.length === children.length ? [] : chosen
}

/** Which to tick first: those named, all where none of the case is. */
export function chosenChildren(
  { children }: Pick<Recordable, 'children'>,
  named: readonly string[],
): readonly string[] {
  const chosen = children.filter(({ id }) => named.includes(id)).map(({ id }) => id)
  return chosen.length === 0 ? children.map(({ id }) => id) : chosen
}
