-- An extract says that somebody left, or holds a role no longer, as of days before what waits for them was planned: the moment at which it said so is what a plan is older than.
alter table person add column moved_at timestamptz(3);
