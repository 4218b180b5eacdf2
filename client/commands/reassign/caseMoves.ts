/** What of one case goes from one person to another. */
export interface CaseMoves {
  readonly ref: string
  /** Children whose worker, and whose reviewing officer, changes. */
  readonly worked: number
  readonly chaired: number
  /** What is open on these children: to be done by the new worker. Dates are ISO text. */
  readonly obligations: readonly { readonly title: string; readonly dueOn: string; readonly subject: string }[]
  /** What has been written and has not left: told to somebody else. */
  readonly notices: readonly {
    readonly title: string
    readonly step: string
    readonly sendOn: string
    /** Whom it goes to, by name: not always the new worker, where that one is away. */
    readonly to: string
  }[]
  /** Open alerts about these obligations. */
  readonly escalations: readonly { readonly id: string; readonly title: string }[]
  /** Group supervision sessions: there are none yet. */
  readonly sessions: readonly never[]
}

/** A case that cannot change hands, and what to do. */
export interface CaseRefused {
  readonly ref: string
  readonly refused: string
}
