import type { PersonInPost } from '../../queries/web/peopleInPost'

interface Choice {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
}

/** Whom a visitor of the demo can be: first one of each kind who has most to see, then everybody by team. */
export interface WhomToBe {
  readonly first: readonly (Choice & { readonly what: string })[]
  readonly teams: readonly { readonly name: string; readonly people: readonly Choice[] }[]
}

const KINDS = [
  { job: /^social worker/i, what: 'what is due on my cases, and why' },
  { job: /^team manager/i, what: 'what has stalled, and who has been told' },
  { job: /coordinator/i, what: 'a year of group supervision' },
  { job: /^service manager/i, what: 'what reaches further up' },
  { job: /administrator/i, what: 'imports, people, rules' },
] as const

export function whomToBe(people: readonly PersonInPost[]): WhomToBe {
  const first = KINDS.flatMap(({ job, what }) => {
    const found = people.find(({ jobTitle }) => job.test(jobTitle))
    return found === undefined ? [] : [{ id: found.id, name: found.name, jobTitle: found.jobTitle, what }]
  })
  const names = [...new Set(people.map(({ team }) => team ?? 'The whole authority'))]
  const teams = names.map((name) => ({
    name,
    people: people
      .filter(({ team }) => (team ?? 'The whole authority') === name)
      .map(({ id, name: who, jobTitle }) => ({ id, name: who, jobTitle })),
  }))
  return { first, teams }
}
