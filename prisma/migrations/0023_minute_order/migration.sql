-- The order in which the lines of a session were written. Two can have the same moment, and an id is a name and no order. The session is locked while a line is written, so whoever
-- has seen a line has seen all of its session before it.
alter table minute add column number bigint generated always as identity;
