export interface DemoMail {
  readonly to: string
  readonly subject: string
  /** Where it can be read. */
  readonly href: string
}

/** What a demo's page can do to the parts beside it. Given by `caseclock up`, which started them. */
export interface DemoControls {
  /** Where the inbox is. */
  readonly inbox: string
  /** The newest first. */
  newestMails(count: number): Promise<readonly DemoMail[]>
  workerRuns(): boolean
  /** Resolves when it has ended; nobody starts it again but `startWorker`. */
  stopWorker(): Promise<void>
  startWorker(): void
}
