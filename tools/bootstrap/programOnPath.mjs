import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** The first program of this name on PATH, or undefined. Relative folders are not searched: they mean another program in another folder. */
export const programOnPath = (name, env = process.env) =>
  (env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, name))
    .find(isProgram)

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
