-- Promises of somebody who has left are looked for by who was to keep them.
create index escalation_entry_owner_id_idx on escalation_entry (owner_id);
