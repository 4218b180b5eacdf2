-- Roles that an administrator gave by hand: what no extract and no claim brings, police officers above all.
alter table role_grant drop constraint role_grant_source_check;
alter table role_grant add constraint role_grant_source_check check (source in ('claims', 'authority', 'administrator'));
