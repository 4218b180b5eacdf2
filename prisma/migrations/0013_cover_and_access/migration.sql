-- Who is away, and who stands for them; which cases not everybody may open; whose leaving has been seen to.

-- Somebody is away on these days, both included. Nobody named: whoever is next is asked instead.
create table cover (
  id uuid not null primary key,
  person_id uuid not null references person (id),
  cover_id uuid references person (id),
  from_on date not null,
  -- Empty: until it is ended; for sickness only.
  to_on date,
  reason text not null check (reason in ('leave', 'sickness', 'other')),
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null,
  command_id uuid not null unique,
  -- Ended before its last day, at this moment.
  ended_by uuid references person (id),
  ended_at timestamptz(3),
  constraint cover_not_for_oneself check (cover_id <> person_id),
  constraint cover_days check (to_on >= from_on),
  constraint cover_open_ended check (to_on is not null or reason = 'sickness'),
  constraint cover_ended check ((ended_by is null) = (ended_at is null))
);
create index on cover (person_id);
create index on cover (cover_id);

-- While a case has a row that was not lifted, only who has been given access may open it.
create table case_restriction (
  id uuid not null primary key,
  case_id uuid not null references case_file (id),
  reason text not null,
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null,
  command_id uuid not null unique,
  lifted_by uuid references person (id),
  lifted_at timestamptz(3),
  lifted_why text
);
create unique index case_restriction_one on case_restriction (case_id) where lifted_at is null;

-- Who may open a case while it is restricted, on which days, both included.
create table case_access (
  id uuid not null primary key,
  case_id uuid not null references case_file (id),
  person_id uuid not null references person (id),
  from_on date not null,
  to_on date,
  reason text not null,
  granted_by uuid not null references person (id),
  granted_at timestamptz(3) not null,
  command_id uuid not null unique,
  revoked_by uuid references person (id),
  revoked_at timestamptz(3),
  revoked_why text,
  constraint case_access_days check (to_on >= from_on)
);
create index on case_access (case_id);
create index on case_access (person_id);

-- When the cases of somebody who left on that day were last looked through, for work that was still theirs.
create table leaver_seen (
  person_id uuid not null primary key references person (id),
  left_on date not null,
  seen_at timestamptz(3) not null
);

-- The cases somebody holds or held.
create index chronology_event_person on chronology_event ((payload ->> 'person'), case_id)
  where kind in ('worker-allocated', 'worker-ended', 'chair-allocated');
