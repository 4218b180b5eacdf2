-- The written safety plan of a family: every version of it, as it was agreed.

-- Append-only: an amendment is a version of its own.
create table safety_plan_document (
  id uuid not null primary key,
  case_id uuid not null references case_file (id),
  -- Which version of the case's written plan: 1, 2 …
  number integer not null check (number >= 1),
  -- Whom it concerns.
  children uuid[] not null,
  -- The form as it was filled in; its shape is checked when it is written.
  content jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null,
  -- The version it amends; empty for the first of a plan.
  replaces uuid references safety_plan_document (id),
  -- The fact that it was agreed, which the clocks run from.
  event_id uuid not null unique references chronology_event (id),
  command_id uuid not null unique,
  constraint safety_plan_document_number unique (case_id, number)
);

create trigger safety_plan_document_rows before update or delete on safety_plan_document for each row execute function refuse_change();
create trigger safety_plan_document_table before truncate on safety_plan_document for each statement execute function refuse_change();
revoke update, delete on safety_plan_document from caseclock_app;
