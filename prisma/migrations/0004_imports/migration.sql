-- Extracts of every day: what the last one said, which event speaks for which record, and how far a run has come.

-- The rows of the last applied extract: tables that did not change are left out of the next one.
create table upstream_row (
  tbl text not null,
  record text not null,
  child text not null,
  line integer not null,
  print text not null,
  cells jsonb,
  gone_on date,
  primary key (tbl, record)
);
create index on upstream_row (child);

-- The rows of an extract that is being taken; gone when its run has ended.
create table import_row (
  run_id uuid not null,
  tbl text not null,
  record text not null,
  child text not null,
  line integer not null,
  print text not null,
  cells jsonb,
  primary key (run_id, tbl, record)
);
create index on import_row (run_id, child);

-- An upstream record that another event speaks for: one that a person recorded, or one whose record got a new id.
create table upstream_tie (
  case_id uuid not null references case_file (id),
  record text not null,
  kind text not null,
  event_id uuid not null references chronology_event (id),
  primary key (case_id, record, kind)
);

-- A record that moved to a child of another case has an event in each of the two.
drop index chronology_event_upstream;
create unique index chronology_event_upstream on chronology_event (case_id, source_system, source_record, kind)
  where source_system is not null and supersedes is null;

-- In the order in which they began, whatever their clock says.
alter table import_run add column number bigint generated always as identity;
alter table import_run add column folder text not null default '';
alter table import_run add column options jsonb not null default '{}';
-- reading, previewing, waiting (for a person), applying, done, refused, given-up.
alter table import_run add column state text not null default 'done';
alter table import_run add column problem text;
alter table import_run add column before_id uuid references import_run (id);
alter table import_run add column tables_read jsonb not null default '{}';
alter table import_run add column preview jsonb;
create unique index import_run_one_at_a_time on import_run ((true)) where state in ('reading', 'previewing', 'waiting', 'applying');

-- The cases a run concerns.
create table import_case (
  run_id uuid not null references import_run (id),
  case_id uuid not null,
  source_id text not null,
  children text[] not null,
  previewed jsonb,
  applied_at timestamptz(3),
  new_facts integer not null,
  -- It could not be brought up to date, and was left as it was.
  not_taken boolean not null,
  primary key (run_id, case_id)
);

-- A finding belongs to a case, or to the reading of a file.
alter table import_finding add column kind text not null default 'unreadable-row';
alter table import_finding add column case_id uuid;
alter table import_finding add column reading text;
create sequence import_finding_number;
grant usage on sequence import_finding_number to caseclock_app;
create index on import_finding (case_id);
create index on import_finding (run_id, kind);

-- Going live: messages are made, and none leaves until a person has looked.
alter table authority add column sending_held boolean not null default false;
alter table authority alter column sending_held drop default;

-- What rows that were there have is no default for new ones.
alter table import_run alter column folder drop default, alter column options drop default, alter column state drop default,
  alter column tables_read drop default;
alter table import_finding alter column kind drop default;
