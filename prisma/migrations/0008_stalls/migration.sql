-- A stall is drift found on a day, and reads otherwise than something to do by it.
alter table obligation add column kind text not null default 'obligation' check (kind in ('obligation', 'stall'));
alter table obligation alter column kind drop default;
