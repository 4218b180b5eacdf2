-- Team and open as the source of the case gave them, where facts recorded since say otherwise: { "team": id or null, "open": bool }. A fact taken
-- back gives them back. Empty while the facts move nothing.
alter table case_file add column given jsonb;

-- The first revision of the due date since the matter was met, or fell away, and opened again: what was told under an earlier one is history.
-- Empty for a matter that never opened again after somebody had been told.
alter table obligation add column reopened_revision integer;
