'use strict'
// What an imported county has not had yet: a year of group supervision in each team, four months of it held, and what people were told of each alert. Written straight into the tables, for pages only read it.

const YEARS = `insert into supervision_year (team_id, pattern, minutes_per_case, closed_dates, room, invited, facts_version, planned_version, planned_print, planned_pattern, planned_at)
  select distinct team_id, '[{"weekday":"tuesday","nth":[1,2,3,4],"at":"09:30","minutes":210}]'::jsonb, 20, '{}'::date[], 'Room 1', '{}'::uuid[], 1, 1, '', null::jsonb, to_timestamp(0)
  from case_file where open and team_id is not null`

/** Ten cases a session, each case once a month, from four months ago to eleven ahead. Ids by content, so that the tables below agree. */
const PLACES = `create temp table place on commit drop as
  select md5('session' || team_id || on_day)::uuid as session_id, team_id, case_id, on_day, month from (
    select c.id as case_id, c.team_id, to_char(m, 'YYYY-MM') as month,
      m::date + (((row_number() over (partition by c.team_id, m order by c.ref) - 1) / 10) % 28)::int as on_day
    from case_file c cross join generate_series($1::date - interval '4 months', $1::date + interval '11 months', interval '1 month') m where c.open and c.team_id is not null) x`

const SESSIONS = `insert into session (id, team_id, on_day, at, minutes, capacity, room, origin, state, revision, diarised_on, recorded_on, sampled, papers_out_at, minutes_out_at, facts_version, planned_version)
  select distinct session_id, team_id, on_day, '09:30', 210, 10, 'Room 1', 'pattern', case when on_day < $1::date then 'held' else 'planned' end, 1, on_day - 60, case when on_day < $1::date then on_day end,
    false, case when on_day < $1::date then on_day - 5 end, case when on_day < $1::date then on_day + 3 end, 1, 1 from place`

const IN_THEM = [
  `insert into session_case (session_id, case_id, placed_on, discussed, placed_anew)
     select session_id, case_id, on_day - 40, case when on_day < $1::date then get_byte(uuid_send(case_id), 3) <> 7 end, false from place`,
  `insert into attendance (session_id, person_id, role, invited_on, times, reply, attended)
     select s.id, p.id, 'social-worker', s.on_day - 40, 1, case when get_byte(uuid_send(p.id), 2) < 200 then 'accepted' end, case when s.state = 'held' then true end
     from session s join person p on p.team_id = s.team_id where p.left_on is null`,
  `insert into summary (session_id, case_id, text, written_by, written_at)
     select x.session_id, x.case_id, 'A summary.', min(h.person_id::text)::uuid, x.on_day - 7 from place x join case_holder h on h.case_id = x.case_id and h.role = 'allocated-worker'
     where x.on_day < $1::date + 10 group by x.session_id, x.case_id, x.on_day`,
  `insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, booked_for, due_revision, state, ended_on, late_on, late_unit, policy, explanation, kind)
     select md5('gcs' || case_id || month)::uuid, case_id, 'gcs-month', case_id::text, month, '', 'Group case supervision', date_trunc('month', on_day), date_trunc('month', on_day) + interval '1 month - 1 day',
       date_trunc('month', on_day) + interval '1 month - 1 day', case when on_day >= $1::date then on_day end, 1, case when on_day < $1::date then 'met' else 'open' end, case when on_day < $1::date then on_day end,
       date_trunc('month', on_day) + interval '1 month', 'calendar-days', 'england-family-safeguarding@1', '["Every month"]'::jsonb, 'obligation' from place where month <= to_char($1::date + interval '1 month', 'YYYY-MM')`,
  `insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
     select md5('discussed' || x.case_id || x.month)::uuid, x.case_id, c.facts_version, 10000 + extract(month from x.on_day)::int, 'discussed-in-supervision', x.on_day, x.on_day, '{}', jsonb_build_object('session', x.session_id), false,
       md5('discussed' || x.case_id || x.month)::uuid
     from place x join session_case y on y.session_id = x.session_id and y.case_id = x.case_id and y.discussed join case_file c on c.id = x.case_id`,
  // A third of the teams have a case without a place, and what would mend it.
  `insert into supervision_gap (id, team_id, case_id, month, why, raised_at, remedy)
     select md5('gap' || team_id)::uuid, team_id, (array_agg(id order by ref))[1], to_char($1::date + interval '2 months', 'YYYY-MM'), 'Every session is full.', to_timestamp(0),
       jsonb_build_object('moreMinutes', null, 'extraSession', jsonb_build_object('first', date_trunc('month', $1::date + interval '2 months')::date,
         'last', (date_trunc('month', $1::date + interval '3 months') - interval '1 day')::date, 'whole', true))
     from case_file where open and team_id is not null group by team_id having get_byte(uuid_send(team_id), 3) < 85`,
  `insert into escalation_entry (escalation_id, number, entry, rung, person_id, at, reason)
     select e.id, n, case n when 0 then 'opened' when 1 then 'told' else 'acknowledged' end, case n when 0 then null else 1 end, m.id, e.opened_at, ''
     from escalation e join case_file c on c.id = e.case_id join lateral (select p.id from person p where p.team_id = c.team_id and p.job_title = 'Team Manager' order by p.id limit 1) m on true,
       generate_series(0, 2) n where n < 2 or get_byte(uuid_send(e.id), 15) < 100`,
  `insert into person (id, source_id, name, job_title) values (md5('police')::uuid, 'bench-police', 'Police Officer', 'Police Officer')`,
  `insert into role_grant (id, person_id, role, team_id, from_on) select md5('police grant')::uuid, md5('police')::uuid, 'police-officer', team_id, $1::date - 1 from role_grant where role = 'head-of-service' limit 1`,
]

/** `today`: ISO. Does nothing where there are sessions. */
exports.supervise = async function supervise(url, today) {
  const { Client } = require('pg')
  const db = new Client({ connectionString: url })
  await db.connect()
  try {
    const { rows } = await db.query('select from session limit 1')
    if (rows.length > 0) return
    await db.query('begin')
    await db.query(YEARS)
    const month = `${today.slice(0, 7)}-01`
    await db.query({ text: PLACES.replaceAll('$1', `'${month}'`) })
    for (const text of [SESSIONS, ...IN_THEM]) await db.query(text.replaceAll('$1', `'${today}'`))
    await db.query('commit')
    await db.query('vacuum (analyze)')
  } finally {
    await db.end()
  }
}
