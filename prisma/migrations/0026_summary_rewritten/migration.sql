-- When a summary was last written anew, empty where it never was. `written_at` stays the first time: whether a summary came in time is asked of that.
alter table summary add column rewritten_at timestamptz(3);
