-- The least that would mend a gap, found when the year is planned: null where nothing would, or where its month is over.
alter table supervision_gap add column remedy jsonb;
