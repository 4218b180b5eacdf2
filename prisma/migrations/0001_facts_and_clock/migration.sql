-- The first schema: facts, the plans made from them, what was told, and the clock. See prisma/schema.prisma.

create table authority (
  id integer not null primary key,
  name text not null,
  demo boolean not null,
  scale double precision not null,
  offset_ms bigint not null,
  mail_domain text not null,
  emergency_line text not null
);

create table team (
  id uuid not null primary key,
  source_id text not null,
  name text not null,
  parent_id uuid,
  unique (source_id)
);

create table person (
  id uuid not null primary key,
  source_id text not null,
  name text not null,
  job_title text not null,
  email text,
  team_id uuid,
  left_on date,
  unique (source_id)
);

create table role_grant (
  id uuid not null primary key,
  person_id uuid not null,
  role text not null,
  team_id uuid,
  from_on date not null,
  to_on date
);

create table case_file (
  id uuid not null primary key,
  ref text not null,
  source_id text,
  team_id uuid,
  open boolean not null,
  live_since date,
  facts_version integer not null,
  planned_version integer not null,
  rules_version text not null,
  planned_at timestamptz(3),
  next_moment timestamptz(3),
  problem text,
  unique (ref),
  unique (source_id)
);
create index on case_file (next_moment);

create table child (
  id uuid not null primary key,
  case_id uuid not null,
  source_id text,
  forename text not null,
  surname text not null,
  born_on date,
  expected_on date,
  unique (source_id)
);
create index on child (case_id);

create table chronology_event (
  id uuid not null primary key,
  case_id uuid not null,
  facts_version integer not null,
  position integer not null,
  kind text not null,
  occurred_on date not null,
  recorded_at timestamptz(3) not null,
  actor_id uuid,
  source_system text,
  source_record text,
  children uuid[] not null,
  payload jsonb not null,
  supersedes uuid,
  voids boolean not null,
  command_id uuid not null,
  unique (command_id, case_id, position),
  unique (case_id, facts_version, position)
);

create table obligation (
  id uuid not null primary key,
  case_id uuid not null,
  rule text not null,
  subject text not null,
  trigger text not null,
  part text not null,
  title text not null,
  trigger_on date not null,
  due_on date not null,
  limit_on date not null,
  booked_for date,
  due_revision integer not null,
  state text not null,
  ended_by text,
  ended_on date,
  late_on date,
  late_unit text not null,
  policy text not null,
  explanation jsonb not null,
  unique (case_id, rule, subject, trigger, part)
);
create index on obligation (state, due_on);

create table notice (
  id uuid not null primary key,
  case_id uuid not null,
  obligation_id uuid not null,
  due_revision integer not null,
  step text not null,
  role text not null,
  recipient_id uuid not null,
  why text not null,
  lane text not null,
  due_on date not null,
  send_on date not null,
  written_at timestamptz(3) not null,
  escalation_id uuid,
  message_id uuid,
  withdrawn_at timestamptz(3),
  withdrawn_why text,
  unique (obligation_id, due_revision, step, recipient_id)
);
create index on notice (case_id);
create index on notice (lane, send_on);
create index on notice (message_id);

create table message (
  id uuid not null primary key,
  mail_id text not null,
  recipient_id uuid not null,
  lane text not null,
  day date not null,
  state text not null,
  created_at timestamptz(3) not null,
  subject text,
  text text,
  html text,
  sent_at timestamptz(3),
  next_moment timestamptz(3),
  first_try_at timestamptz(3),
  last_try_at timestamptz(3),
  problem text,
  unique (mail_id)
);
create index on message (state);

create table delivery_attempt (
  message_id uuid not null,
  number integer not null,
  at timestamptz(3) not null,
  outcome text not null,
  detail text not null,
  primary key (message_id, number)
);

create table escalation (
  id uuid not null primary key,
  case_id uuid not null,
  obligation_id uuid not null,
  due_on date not null,
  state text not null,
  opened_at timestamptz(3) not null,
  ended_at timestamptz(3),
  taken_up boolean not null,
  next_moment timestamptz(3),
  problem text
);
create index on escalation (obligation_id);
create index on escalation (case_id);

create table escalation_entry (
  escalation_id uuid not null,
  number integer not null,
  entry text not null,
  rung integer,
  person_id uuid,
  at timestamptz(3) not null,
  reason text not null,
  primary key (escalation_id, number)
);

create table process (
  id text not null primary key,
  next_moment timestamptz(3),
  problem text,
  asked_at timestamptz(3),
  waits_since timestamptz(3),
  report jsonb
);

create table import_run (
  id uuid not null primary key,
  source text not null,
  as_at date not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  counts jsonb not null
);

create table import_finding (
  run_id uuid not null,
  number integer not null,
  file text not null,
  line integer,
  record text,
  field text,
  problem text not null,
  taken text not null,
  primary key (run_id, number)
);

create table audit_event (
  id uuid not null primary key,
  at timestamptz(3) not null,
  actor_id uuid,
  action text not null,
  case_id uuid,
  command_id uuid not null,
  detail jsonb not null
);
create index on audit_event (case_id);

-- One open escalation for one matter; one message of one upstream record for one event.
create unique index escalation_one_open on escalation (obligation_id) where state = 'open';
create unique index chronology_event_upstream on chronology_event (source_system, source_record, kind)
  where source_system is not null and supersedes is null;
alter table authority add constraint authority_one_row check (id = 1);
-- Only a database made as a demo may move its clock.
alter table authority add constraint authority_real_clock check (demo or (scale = 1 and offset_ms = 0));

alter table child add foreign key (case_id) references case_file (id);
alter table chronology_event add foreign key (case_id) references case_file (id);
alter table obligation add foreign key (case_id) references case_file (id);
alter table notice add foreign key (obligation_id) references obligation (id);
alter table notice add foreign key (recipient_id) references person (id);
alter table notice add foreign key (message_id) references message (id);
alter table delivery_attempt add foreign key (message_id) references message (id);
alter table escalation add foreign key (obligation_id) references obligation (id);
alter table escalation_entry add foreign key (escalation_id) references escalation (id);
alter table role_grant add foreign key (person_id) references person (id);
alter table import_finding add foreign key (run_id) references import_run (id);

-- Chronology, audit and the logs of what was told are append-only: a correction is a new row that supersedes.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused. Record a correction that supersedes the row instead.', tg_table_name, tg_op
    using errcode = 'CC001';
end $$;

do $$
declare log text;
begin
  foreach log in array array['chronology_event', 'audit_event', 'escalation_entry', 'delivery_attempt'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', log || '_rows', log);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', log || '_table', log);
  end loop;
end $$;
