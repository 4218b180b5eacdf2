-- What is odd about the facts of a case, as its last plan found it: [{ "events": [id], "problem": "…" }]. Empty before the first plan.
alter table case_file add column fact_problems jsonb;

-- The application works as caseclock_app, whoever signs in: it reads and writes, and has no right to change what is append-only.
do $$ begin
  create role caseclock_app nologin;
exception
  when duplicate_object or unique_violation then null; -- another database of the same server made it
  when insufficient_privilege then
    if not exists (select from pg_roles where rolname = 'caseclock_app') then
      raise exception 'This login may not make the role caseclock_app. As an administrator run: create role caseclock_app nologin; grant caseclock_app to %;', current_user;
    end if;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'caseclock_app', 'member') then
    execute format('grant caseclock_app to %I', current_user);
  end if;
end $$;
grant usage on schema public to caseclock_app;
grant select, insert, update, delete on all tables in schema public to caseclock_app;
alter default privileges in schema public grant select, insert, update, delete on tables to caseclock_app;
revoke all on _prisma_migrations from caseclock_app;
revoke update, delete on chronology_event, audit_event, escalation_entry, delivery_attempt from caseclock_app;
