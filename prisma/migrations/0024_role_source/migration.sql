-- Who says that somebody holds a role: an extract, where this is empty; the claims with which they sign in; or whoever made the authority. What one of them says, the others do not change.
alter table role_grant add column source text check (source in ('claims', 'authority'));
update role_grant set source = 'authority' where id in (
  select g.id from role_grant g join person p on p.id = g.person_id where p.source_id = 'administrator' and g.role = 'administrator');
