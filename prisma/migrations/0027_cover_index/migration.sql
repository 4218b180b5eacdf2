-- Whose place somebody takes in a session: asked on the page of every reader, of people who take nobody's too.
create index attendance_cover_id_idx on attendance (cover_id);
