import type { Finding } from './finding'

/** As somebody with the files open would meet them: by file, then line, then field. */
export const inFileOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || byText(a.field ?? '', b.field ?? ''),
  )

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
