-- The rules and the calendar that are in force are facts: who put them in force, when, and from which day.

-- Versions of the rules beside the built-in pack, which has always been in force.
create table policy_version (
  id uuid not null primary key,
  -- In the order in which they were activated: of two from one day the later one counts.
  number bigint generated always as identity,
  name text not null,
  -- The whole pack, as it was checked: a later program with another built-in pack changes no date of it.
  document jsonb not null,
  -- The council's own file, with who approved it; empty for a whole pack.
  overlay jsonb,
  in_force_from date not null,
  applies_to_open_work boolean not null,
  activated_by uuid not null references person (id),
  activated_at timestamptz(3) not null,
  command_id uuid not null unique
);

-- Bank holidays that were proclaimed for one year only, beside those that come with the program.
create table calendar_day (
  id uuid not null primary key,
  on_day date not null unique,
  title text not null,
  added_by uuid not null references person (id),
  added_at timestamptz(3) not null,
  command_id uuid not null unique
);

do $$
declare log text;
begin
  foreach log in array array['policy_version', 'calendar_day'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', log || '_rows', log);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', log || '_table', log);
  end loop;
end $$;
revoke update, delete on policy_version, calendar_day from caseclock_app;

-- Why the due date is another than under the rules or the calendar before; empty while it never moved because of them.
alter table obligation add column moved_because text;
-- The pack an obligation follows, without the calendar that stood behind it.
update obligation set policy = split_part(policy, ' ', 1) where policy like '% %';
