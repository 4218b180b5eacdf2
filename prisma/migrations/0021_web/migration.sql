-- What the pages need: who is signed in, and the council's colour.

-- One browser of one person. The key is the hash of what its cookie holds; nobody can sign in with what stands here. Times are real ones, unlike every other moment.
create table web_session (
  key bytea not null primary key,
  -- Empty until somebody has signed in.
  person_id uuid references person (id),
  data jsonb not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null
);

create index web_session_person on web_session (person_id);
create index web_session_ends on web_session (ends_at);

-- White text stands on it: dark enough for a contrast of 4.5 to 1, which the setting is checked for.
alter table authority add column colour text not null default '#1d3d5c';
alter table authority alter column colour drop default;
