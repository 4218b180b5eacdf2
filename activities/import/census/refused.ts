import path from 'node:path'
import { ExtractRefused } from '../finding'

/** A census nothing can be taken from: file, line, what is wrong and what to do. */
export const refused = (file: string, line: number | null, problem: string, todo: string): ExtractRefused =>
  new ExtractRefused(
    `${path.basename(file)}${line === null ? '' : `, line ${line}`}: ${problem}. ${todo}; nothing was imported.`,
  )
