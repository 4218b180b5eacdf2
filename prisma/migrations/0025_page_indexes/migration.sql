-- What is open on a case: every home and list asks for it, and of a hundred obligations of a case seven are. With what it is, so that the earliest of each case is found in the index alone.
create index obligation_open on obligation (case_id, due_on) include (kind) where state = 'open';
-- Who reads is asked with every request.
create index role_grant_person_id_idx on role_grant (person_id);
-- A reader's calendar has what they are invited to.
create index conference_invitee_person_id_idx on conference_invitee (person_id);
-- Which cases have a safety plan or a caution: a few among all facts.
create index chronology_event_police on chronology_event (case_id) where kind in ('safety-plan-agreed', 'caution-given');
