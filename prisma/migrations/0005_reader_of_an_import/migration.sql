-- Which worker reads the tables of a run now. One that was paused and comes back writes no more rows beside the one that took over.
alter table import_run add column reader uuid;
