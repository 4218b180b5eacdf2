-- What an alert speaks of: what is late, for every child it is late for, and the drift that goes with it.
create table escalation_member (
  escalation_id uuid not null references escalation (id),
  obligation_id uuid not null references obligation (id),
  leads boolean not null,
  due_on date not null,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  primary key (escalation_id, obligation_id)
);
create index on escalation_member (obligation_id);
-- Nothing is in two open alerts.
create unique index escalation_member_in_one on escalation_member (obligation_id) where left_at is null;
insert into escalation_member (escalation_id, obligation_id, leads, due_on, joined_at, left_at)
  select id, obligation_id, true, due_on, opened_at, ended_at from escalation;

-- A promise names the day and who keeps it; more time names the day. A command answers once.
alter table escalation_entry add column until_on date;
alter table escalation_entry add column owner_id uuid references person (id);
alter table escalation_entry add column command_id uuid unique;

-- What leads an alert is one of its members, and no member is in two open alerts. An alert may hand its lead to another within one plan.
drop index escalation_one_open;
create index escalation_open on escalation (obligation_id) where state = 'open';
