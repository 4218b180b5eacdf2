-- Mail that did not arrive is a task for a person, and the ladder goes on to the next.

-- One for each message that was refused for good, given up, lost without an answer, or came back.
create table delivery_task (
  message_id uuid not null primary key references message (id),
  recipient_id uuid not null references person (id),
  opened_at timestamptz(3) not null,
  why text not null check (why in ('refused', 'gave-up', 'unknown', 'bounced', 'no-address')),
  detail text not null,
  -- Where the mail went: the reader is known to be unreachable there until a person has seen to it. Empty: they had none.
  address text,
  -- When a digest about it was made for the administrators.
  told_at timestamptz(3),
  done_at timestamptz(3),
  done_by uuid references person (id),
  -- How the reader was told instead.
  how text check (how in ('telephone', 'in-person', 'letter', 'another-address', 'not-needed')),
  command_id uuid unique,
  check ((done_at is null) = (done_by is null) and (done_at is null) = (how is null) and (done_at is null) = (command_id is null))
);
create index delivery_task_open on delivery_task (recipient_id) where done_at is null;

-- The address a message was last handed to the mail server for: a bounce is about that one, whatever the reader has by then.
alter table message add column sent_to text;
-- When its escalation took note that the mail did not arrive, and went on to the next person.
alter table notice add column undelivered_at timestamptz(3);

-- What had been given up before is a task as well.
insert into delivery_task (message_id, recipient_id, opened_at, why, detail, address)
  select m.id, m.recipient_id, m.created_at, 'gave-up', coalesce(m.problem, ''), p.email
  from message m join person p on p.id = m.recipient_id where m.state = 'failed';
