-- Up to which of its facts each case was looked at for work that was still a leaver's. By person alone it missed a case that came back to them without a word about them: reopened,
-- or the next worker's allocation taken back. What was seen before is looked at once more, which changes nothing.
drop table leaver_seen;
create table leaver_seen (
  person_id uuid not null references person (id),
  case_id uuid not null references case_file (id),
  left_on date not null,
  -- Null where it could not be done yet.
  facts_version integer,
  -- The first day of a fact that lies ahead.
  again_on date,
  failed integer not null,
  problem text,
  primary key (person_id, case_id)
);
