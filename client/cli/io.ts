/** Where a command writes: data to `out`, messages to `err`. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Exit codes of contracts.md 1. */
export const EXIT = { done: 0, problems: 1, usage: 2, away: 3, refused: 4 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What a command throws to end with a sentence and a code. */
export class CommandFailed extends Error {
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}
