import type { PaperFrame } from './paperFrame'

/** What the template of a safety plan is given: words only. An empty text is a place to write in. */
export interface SafetyPlanSheet extends PaperFrame {
  readonly rights: readonly string[]
  readonly concerns: readonly string[]
  readonly children: readonly { readonly name: string; readonly born: string }[]
  readonly parents: readonly { readonly who: string; readonly name: string }[]
  readonly address: string
  readonly domains: readonly {
    readonly heading: string
    readonly title: string
    readonly rows: readonly SheetLine[]
  }[]
  readonly support: readonly string[]
  readonly dates: readonly { readonly label: string; readonly words: string }[]
  readonly next: readonly string[]
  readonly laws: readonly string[]
  readonly phones: readonly { readonly label: string; readonly words: string }[]
  readonly signatures: readonly { readonly who: string; readonly name: string; readonly on: string }[]
}

export interface SheetLine {
  readonly line: string
  readonly who: string
  readonly agency: string
  readonly frequency: string
  readonly achieve: string
  readonly by: string
}
