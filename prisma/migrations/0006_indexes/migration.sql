-- What is asked for each reader, and while a case is locked, is found without reading a whole table.

-- Whether a command has been answered before: asked while its case is locked.
create index on audit_event (command_id);
-- How many mails a reader had on a day: asked for every digest.
create index on message (recipient_id, lane, day);
-- What waits for the next digest of a reader: few rows of a table that grows for ever.
create index notice_waiting_for_digest on notice (recipient_id, id)
  where lane = 'digest' and message_id is null and withdrawn_at is null;
