import type { Advanced } from '../activities/import/run/advanceRun'

/** What a worker says to the importing process: take this run on for so many real milliseconds. */
export interface ImporterAsk {
  readonly runId: string
  readonly forMs: number
}

/** What it answers: how far the run is, or what went wrong. */
export type ImporterAnswer =
  | { readonly state: Advanced }
  | { readonly failed: { readonly name: string; readonly message: string; readonly code?: string } }
