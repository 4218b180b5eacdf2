import type { Finding } from '../finding'
import type { UnknownElement } from './pieceBuilder'

/** An element that is not known, told once for each name: on its first line, with the child it stands in. */
export const aboutUnknown = (file: string, { name, line, inside }: UnknownElement, id: string | null): Finding => ({
  kind: 'unknown-element',
  file,
  line,
  record: inside ? id : null,
  field: name,
  problem: `${name} is not an element this version knows. It was left alone, everything else was taken; a newer version may read it.`,
  taken: 'warning',
})
