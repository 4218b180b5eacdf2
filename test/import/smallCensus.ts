import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** An element: its name, and its text or what stands in it. */
export type El = readonly [name: string, content: string | readonly El[]]

export const HEADER: El = [
  'Header',
  [
    [
      'CollectionDetails',
      [
        ['Collection', 'CIN'],
        ['Year', '2026'],
        ['ReferenceDate', '2026-03-31'],
      ],
    ],
    ['Source', [['LEA', '999']]],
  ],
]

/** A child with these `CINdetails`. */
export const childEl = (id: string, details: readonly El[], identifiers: readonly El[] = []): El => [
  'Child',
  [
    [
      'ChildIdentifiers',
      [['LAchildID', id], ['PersonBirthDate', '2019-04-02'], ['GenderCurrent', '1'], ...identifiers],
    ],
    ['ChildCharacteristics', [['Ethnicity', 'WBRI']]],
    ...details,
  ],
]

export const message = (children: readonly El[]): El => ['Message', [HEADER, ['Children', children]]]

export const xmlOf = ([name, content]: El): string => {
  const inside = typeof content === 'string' ? content : `\n${content.map((one) => `${xmlOf(one)}\n`).join('')}`
  return `<${name}>${inside}</${name}>`
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Where census files of a test are written; gone after it. */
export interface CensusFolder {
  write(content: string | Buffer): string
  /** The line of that number in what was written last, from 1. */
  line(number: number): string
  readonly folder: string
  remove(): void
}

export function censusFolder(): CensusFolder {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-census-'))
  return {
    folder,
    write: (content) => {
      const file = path.join(folder, 'census.xml')
      writeFileSync(file, content)
      return file
    },
    line: (number) => readFileSync(path.join(folder, 'census.xml'), 'utf8').split('\n')[number - 1] ?? '',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
