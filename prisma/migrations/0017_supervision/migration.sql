-- Group case supervision: the year of a team, its sessions, and everything one session needs from invitation to minutes.

-- What a coordinator has set for a team, once; and the row of the process that keeps its year.
create table supervision_year (
  team_id uuid not null primary key references team (id),
  -- [{ "weekday": "tuesday", "nth": [1, 3], "at": "09:30", "minutes": 180 }]
  pattern jsonb not null,
  minutes_per_case integer not null check (minutes_per_case between 1 and 480),
  closed_dates date[] not null,
  room text not null,
  -- Who chairs; empty: the team manager.
  chair_id uuid references person (id),
  -- Who is invited beside the chair, the coordinator and those who hold a role in the team.
  invited uuid[] not null,
  facts_version integer not null,
  planned_version integer not null,
  -- The rules and the cases it was planned from; and the pattern, so that a changed one moves its sessions.
  planned_print text not null,
  planned_pattern jsonb,
  planned_at timestamptz(3),
  next_moment timestamptz(3),
  problem text
);

create table session (
  id uuid not null primary key,
  team_id uuid not null references team (id),
  on_day date not null,
  -- London wall time, 09:30.
  at text not null check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 1 and 1440),
  capacity integer not null,
  room text not null,
  chair_id uuid references person (id),
  origin text not null check (origin in ('pattern', 'added')),
  -- Where the pattern has it, 2027-03-02T09:30, when somebody has moved it.
  pattern_slot text,
  state text not null check (state in ('planned', 'cancelled', 'held', 'not-held')),
  state_why text,
  -- Who cancelled it; empty: the calendar or the pattern.
  cancelled_by uuid references person (id),
  -- Rises whenever day, time, length, room or state change: the SEQUENCE of its invitations.
  revision integer not null,
  diarised_on date not null,
  recorded_on date,
  -- Every tenth that a team holds is looked at again.
  sampled boolean not null,
  papers_out_at timestamptz(3),
  minutes_out_at timestamptz(3),
  checked_at timestamptz(3),
  checked_by uuid references person (id),
  checked_words text,
  facts_version integer not null,
  planned_version integer not null,
  next_moment timestamptz(3),
  problem text,
  -- A team has one session at a time. Looked at when all has been written: a series that moves may pass through its own places.
  constraint session_one_at_a_time exclude using btree (team_id with =, on_day with =, at with =) where (state <> 'cancelled') deferrable initially deferred
);
create index session_next_moment_idx on session (next_moment);
create index session_team_id_on_day_idx on session (team_id, on_day);

-- When a case was with a team that holds group supervision: an extract carries no transfer in.
create table supervision_stay (
  case_id uuid not null references case_file (id),
  from_on date not null,
  -- The last day; empty while it goes on.
  to_on date,
  primary key (case_id, from_on)
);

-- Which case is discussed in which session.
create table session_case (
  session_id uuid not null references session (id),
  case_id uuid not null references case_file (id),
  placed_on date not null,
  -- Empty until the session was held.
  discussed boolean,
  why_not text,
  -- It was left over, and the year has been planned since: where it went has been told.
  placed_anew boolean not null,
  primary key (session_id, case_id)
);
create index session_case_case_id_idx on session_case (case_id);

-- What of a year became otherwise, and why. notice_id: the daily mail that tells it.
create table supervision_change (
  id uuid not null primary key,
  team_id uuid not null references team (id),
  case_id uuid not null references case_file (id),
  -- 2027-03
  month text not null,
  change text not null check (change in ('joined', 'moved', 'left')),
  from_session uuid references session (id),
  from_day date,
  to_session uuid references session (id),
  to_day date,
  why text not null,
  at timestamptz(3) not null,
  notice_id uuid
);
create index supervision_change_team_id_at_idx on supervision_change (team_id, at);
create index supervision_change_notice_id_idx on supervision_change (notice_id);

-- A case that is open in a month and in no session of it.
create table supervision_gap (
  id uuid not null primary key,
  team_id uuid not null references team (id),
  case_id uuid not null references case_file (id),
  month text not null,
  why text not null,
  raised_at timestamptz(3) not null,
  notice_id uuid,
  closed_at timestamptz(3)
);
create unique index supervision_gap_open on supervision_gap (team_id, case_id, month) where closed_at is null;
create index supervision_gap_team_id_idx on supervision_gap (team_id);
create index supervision_gap_notice_id_idx on supervision_gap (notice_id);

-- Who is invited to a session, what they answered, and whether they were there.
create table attendance (
  session_id uuid not null references session (id),
  person_id uuid not null references person (id),
  -- social-worker, team-manager … : as what they are invited.
  role text not null,
  invited_on date not null,
  -- Not invited any longer.
  uninvited_on date,
  -- How often they have been invited anew: each has an invitation of its own.
  times integer not null,
  reply text check (reply in ('accepted', 'declined', 'tentative')),
  replied_on date,
  reply_how text check (reply_how in ('mail', 'link', 'command')),
  -- The revision of the invitation that was answered, and when the answer was written: an older one is not taken.
  reply_revision integer,
  reply_stamped_at timestamptz(3),
  -- Why they cannot come, and who comes in their place.
  exception_reason text,
  cover_id uuid references person (id),
  exception_asked_on date,
  decided_by uuid references person (id),
  decided_on date,
  approved boolean,
  attended boolean,
  primary key (session_id, person_id)
);
create index attendance_person_id_idx on attendance (person_id);

-- What a case's worker writes for a session, and its review.
create table summary (
  session_id uuid not null references session (id),
  case_id uuid not null references case_file (id),
  text text not null,
  written_by uuid not null references person (id),
  written_at timestamptz(3) not null,
  reviewed_by uuid references person (id),
  reviewed_at timestamptz(3),
  review_words text,
  primary key (session_id, case_id)
);

-- Append-only: the minutes of a session, line by line as they are typed; decisions are lines too.
create table minute (
  id uuid not null primary key,
  session_id uuid not null references session (id),
  case_id uuid not null references case_file (id),
  -- Which of the prompts it answers; decision: what was decided.
  prompt text not null,
  text text not null,
  written_by uuid not null references person (id),
  at timestamptz(3) not null,
  command_id uuid not null unique
);
create index minute_session_id_idx on minute (session_id);

-- One message to one person about a year or a session. key: what is told to whom, so that nothing is told twice.
create table supervision_notice (
  id uuid not null primary key,
  key text not null unique,
  team_id uuid not null references team (id),
  session_id uuid references session (id),
  -- What of the session it is about: a case, a person, or nothing else.
  subject uuid,
  step text not null,
  tell text not null,
  to_role text not null,
  recipient_id uuid not null references person (id),
  why text not null,
  lane text not null check (lane in ('digest', 'at-once', 'invitation')),
  revision integer not null,
  due_on date not null,
  send_on date not null,
  written_at timestamptz(3) not null,
  message_id uuid references message (id),
  withdrawn_at timestamptz(3),
  withdrawn_why text
);
create index supervision_notice_session_id_idx on supervision_notice (session_id);
create index supervision_notice_message_id_idx on supervision_notice (message_id);
create index supervision_notice_waiting on supervision_notice (recipient_id, send_on)
  where lane = 'digest' and message_id is null and withdrawn_at is null;

-- The calendar that goes with an invitation, kept as it was sent.
alter table message add column calendar text;

-- The address of somebody's calendar: only a hash of its secret is kept.
create table feed_token (
  id uuid not null primary key,
  person_id uuid not null references person (id),
  hash bytea not null unique,
  made_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index feed_token_person_id_idx on feed_token (person_id);

create trigger minute_rows before update or delete on minute for each row execute function refuse_change();
create trigger minute_table before truncate on minute for each statement execute function refuse_change();
revoke update, delete on minute from caseclock_app;
