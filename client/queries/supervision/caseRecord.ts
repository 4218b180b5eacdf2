import type { LocalDate } from '@js-joda/core'
import { holdersOf } from '../../../activities/people/holdersOf'
import { loadFacts } from '../../../activities/planning/loadFacts'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { knownOn } from '../../../domain/chronology/knownOn'
import { lastDiscussion } from '../../../domain/supervision/summary/lastDiscussion'
import { summaryDraft, type SummaryDraft } from '../../../domain/supervision/summary/summaryDraft'
import { titled } from '../../../domain/supervision/summary/titled'
import { timeline } from '../../../domain/timeline/timeline'
import type { Database } from '../../../prisma/database'

interface About {
  readonly id: string
  readonly ref: string
  readonly teamId: string | null
  readonly liveSince: string | null
}

/** What the record says of a case since its last discussion, with owners of actions by name, and who holds it. */
export async function caseRecord(
  db: Database,
  { id, ref, teamId, liveSince }: About,
  today: LocalDate,
): Promise<{ readonly draft: SummaryDraft; readonly worker: string | null }> {
  const { policy, calendar } = await rulesInForce()(db, today)
  const facts = knownOn(await loadFacts(db, { id, ref, team_id: teamId, live_since: liveSince }), today)
  const { obligations } = timeline(facts, policy, calendar)
  const lastOn = lastDiscussion(facts, today)?.on ?? null
  const draft = summaryDraft(facts, titled(obligations, policy), { lastOn, today, calendar })
  const [worker] = holdersOf(facts, today).allocatedWorker
  const owners = draft.lastDecisions.lines.map(({ owner }) => owner)
  const names = await namesOf(db, [...owners, ...(worker === undefined ? [] : [worker])])
  const nameIn = (text: string): string => [...names].reduce((words, [one, name]) => words.replaceAll(one, name), text)
  return {
    worker: worker === undefined ? null : (names.get(worker) ?? null),
    draft: {
      ...draft,
      lastDecisions: {
        ...draft.lastDecisions,
        lines: draft.lastDecisions.lines.map((line) => ({
          ...line,
          owner: nameIn(line.owner),
          sentence: nameIn(line.sentence),
        })),
      },
      prompts: draft.prompts.map((prompt) => ({
        ...prompt,
        links: prompt.links.map((link) => ({
          ...link,
          lines: link.lines.map((line) => ({ ...line, sentence: nameIn(line.sentence) })),
        })),
      })),
    },
  }
}

/** People by id, as actions keep who does them. */
export async function namesOf(db: Database, texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select id::text, name from person where id::text = any(${[...new Set(texts)]})`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
