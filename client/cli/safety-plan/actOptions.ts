/** What every command that changes a safety plan takes. */
export interface ActOptions {
  readonly as: string
  readonly on?: string
  readonly commandId?: string
  readonly json?: boolean
  readonly data: string
}

/** What every command that shows one takes. */
export interface ReadOptions {
  readonly as: string
  readonly json?: boolean
  readonly data: string
}
