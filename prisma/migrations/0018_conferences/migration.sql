-- Conferences and core groups that are due, with their paperwork; and follow-ups. Each has a process that keeps its appointments; what is due is said by the plan of its case,
-- and what is wrong with that stands on the case.

create table conference (
  id uuid not null primary key,
  case_id uuid not null references case_file (id),
  kind text not null check (kind in ('initial', 'transfer-in', 'review', 'core-group')),
  -- The day of the fact it runs from, and whether it is one held again because it was inquorate.
  trigger_on date not null,
  again boolean not null,
  due_on date not null,
  -- due; held; not-held: its ground ended.
  state text not null check (state in ('due', 'held', 'not-held')),
  booked_for date,
  -- The day on which a plan first found this booking.
  booked_seen_on date,
  held_on date,
  -- London wall time, 09:30, and the place, as the conference service gave them.
  at text,
  place text,
  -- The day that time and place were given for, and the day that the invitations were sent for: of another day they say nothing.
  arranged_for date,
  invitations_for date,
  facts_version integer not null,
  planned_version integer not null,
  next_moment timestamptz(3),
  -- It has a process, which asks next at that moment.
  taken_up boolean not null,
  sleeps_until timestamptz(3)
);
create index conference_case_id_idx on conference (case_id);
create index conference_next_moment_idx on conference (next_moment);
create index conference_stale on conference (id) where facts_version <> planned_version;

-- What of a plan a conference meets: that of each child.
create table conference_member (
  obligation_id uuid not null primary key references obligation (id),
  conference_id uuid not null references conference (id)
);
create index conference_member_conference_id_idx on conference_member (conference_id);

-- Who is invited to a conference: a person of Caseclock, or somebody of another agency, or of the family, by name.
create table conference_invitee (
  id uuid not null primary key,
  conference_id uuid not null references conference (id),
  person_id uuid references person (id),
  name text not null,
  agency text not null,
  added_by uuid not null references person (id),
  added_on date not null,
  uninvited_on date,
  reply text check (reply in ('accepted', 'declined', 'tentative')),
  replied_on date,
  -- The day that was answered.
  reply_for date,
  -- Whether this agency is asked for a report, and when it came.
  report_asked_on date,
  report_received_on date,
  attended boolean,
  absent_why text
);
create index conference_invitee_conference_id_idx on conference_invitee (conference_id);

create table follow_up (
  id uuid not null primary key,
  case_id uuid not null references case_file (id),
  obligation_id uuid not null unique references obligation (id),
  next_moment timestamptz(3),
  taken_up boolean not null,
  sleeps_until timestamptz(3)
);
create index follow_up_case_id_idx on follow_up (case_id);
create index follow_up_next_moment_idx on follow_up (next_moment);
