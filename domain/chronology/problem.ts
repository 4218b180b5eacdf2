/** Facts that contradict each other: named, never guessed away. */
export interface Problem {
  readonly events: readonly string[]
  readonly problem: string
}
