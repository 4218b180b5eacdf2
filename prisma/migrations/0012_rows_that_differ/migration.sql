-- Of an extract only what it says otherwise than the last one is kept while it is taken: most rows of a day are as they were.

-- came (new, or it says something else), unreadable (it stands in the file and cannot be read), moved (as it was, on another line), gone.
alter table import_row add column standing text not null default 'came'
  check (standing in ('came', 'unreadable', 'moved', 'gone'));
alter table import_row alter column standing drop default;

-- A run in the middle of an extract kept every row and none that is gone. It reads its files again; what it brought in stays.
delete from import_row i using import_run r
  where r.id = i.run_id and r.source = 'ssd' and r.state in ('reading', 'previewing', 'waiting', 'applying');
update import_run set state = 'reading', tables_read = '{}', reader = null
  where source = 'ssd' and state in ('reading', 'previewing', 'waiting', 'applying');
