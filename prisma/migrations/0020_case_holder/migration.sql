-- Who holds each child of a case today, so that lists and pages ask one index instead of every fact. Kept by whoever adds a fact and by every plan; the first plan of each
-- case after this migration fills it, for that the number of the engine rises.
create table case_holder (
  case_id uuid not null references case_file (id),
  child_id uuid not null references child (id),
  role text not null check (role in ('allocated-worker', 'chair')),
  -- As the facts name them: no reference, for a fact may name somebody whom no import has brought yet.
  person_id uuid not null,
  primary key (case_id, child_id, role)
);
create index case_holder_person_id_idx on case_holder (person_id, case_id);

-- The cases of a team.
create index case_file_team_id_idx on case_file (team_id);
