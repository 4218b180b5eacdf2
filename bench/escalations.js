'use strict'
// 1,000 matters that become late at the same moment, in the whole program with its own settings: until all alerts are written, and until all are sent, each once.
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')
const { addLateCases } = require('./lateCases')
const { ROUNDS, dist, inFolder, inSeconds, line } = require('./measure')
const { upOnce } = require('./upOnce')

const CASES = 1_000
const TODAY = '2026-11-20'
/** The report for a conference on the Tuesday after is due on this Friday: at 17:00 London it is late on every case, and its manager is told. */
const FIVE = Date.parse(`${TODAY}T17:00:00Z`)
const CONFERENCE = '2026-11-24'
/** As long before it as a first plan of every case may take. */
const BEFORE_MS = 240_000
const GIVE_UP_MS = 600_000

exports.escalations = async () => {
  const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
  const written = []
  const sent = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await inFolder(async (folder) => {
      const county = path.join(folder, 'county')
      await writeDemoCounty({ folder: county, today: TODAY, families: 1 })
      const data = path.join(folder, 'data')
      const { seen } = await upOnce(['--data', data, '--ssd', county], () => oneMorning(data))
      written.push(seen.written)
      sent.push(seen.sent)
    })
  }
  line(`${CASES} matters late at the same moment: all alerts written`, inSeconds(written), '60 s or less')
  line('and each of them sent, once', inSeconds(sent), '120 s or less')
}

/** Seconds after five, by the clock of the program, which runs as real time does. */
async function oneMorning(data) {
  const { Client, Connection } = require('@temporalio/client')
  const { openDatabase } = dist('prisma/database.js')
  const { temporalProcesses } = dist('activities/temporal/temporalProcesses.js')
  const { setClock } = dist('client/commands/setClock.js')
  const { databaseUrl, temporalAddress, inbox } = JSON.parse(readFileSync(path.join(data, 'addresses.json'), 'utf8'))
  const db = openDatabase(databaseUrl, 4)
  const connection = await Connection.connect({ address: temporalAddress })
  try {
    const processes = temporalProcesses(new Client({ connection }), () => undefined)
    await setClock({ db, processes }, { to: FIVE - BEFORE_MS, scale: 1 })
    const ids = await addLateCases(db, { count: CASES, conferenceOn: CONFERENCE })
    await processes.nudge(ids.map((id) => ({ type: 'caseTimeline', id })))
    const planned = () =>
      one(db.$queryRaw`
      select count(*)::int as n from case_file where id = any(${ids}::uuid[]) and planned_version = facts_version and next_moment = ${new Date(FIVE).toISOString()}::timestamptz`)
    const alerts = () =>
      one(db.$queryRaw`
      select count(*)::int as n from notice n join escalation e on e.id = n.escalation_id where e.case_id = any(${ids}::uuid[])`)
    while ((await planned()) < CASES) {
      if ((await alerts()) > 0)
        throw new Error(
          'Five came before every case was planned: this machine is too slow or too busy for the measurement.',
        )
      await wait(1_000)
    }
    await until(CASES, alerts)
    const mails = await until(CASES, () =>
      one(db.$queryRaw`
      select count(*)::int as n from message m where m.state = 'sent' and exists (
        select from notice n join escalation e on e.id = n.escalation_id where n.message_id = m.id and e.case_id = any(${ids}::uuid[]))`),
    )
    await eachOnce(db, { ids, inbox, mails })
    const [{ written, sent }] = await db.$queryRaw`
      select max(n.written_at) as written, max(m.sent_at) as sent
      from notice n join escalation e on e.id = n.escalation_id join message m on m.id = n.message_id where e.case_id = any(${ids}::uuid[])`
    return { written: (written.getTime() - FIVE) / 1_000, sent: (sent.getTime() - FIVE) / 1_000 }
  } finally {
    await connection.close()
    await db.$disconnect()
  }
}

const one = async (question) => (await question)[0].n

async function until(wanted, count) {
  const began = Date.now()
  let found
  while ((found = await count()) < wanted) {
    if (Date.now() - began > GIVE_UP_MS) throw new Error(`Only ${found} of ${wanted} after ten minutes.`)
    await wait(500)
  }
  return found
}

/** Throws unless the sink has the mail of every alert, and none of them twice. */
async function eachOnce(db, { ids, inbox, mails }) {
  const asked = await db.$queryRaw`
    select distinct m.mail_id from message m join notice n on n.message_id = m.id join escalation e on e.id = n.escalation_id
    where e.case_id = any(${ids}::uuid[])`
  const kept = (await (await fetch(`${inbox}/messages.json`)).json()).map(({ messageId }) => messageId)
  const times = new Map()
  for (const id of kept) times.set(id, (times.get(id) ?? 0) + 1)
  const wrong = asked.filter(({ mail_id }) => times.get(mail_id) !== 1)
  if (asked.length !== mails || wrong.length > 0)
    throw new Error(
      `${asked.length} mails were asked for and ${mails} sent; ${wrong.length} are not there exactly once.`,
    )
}
