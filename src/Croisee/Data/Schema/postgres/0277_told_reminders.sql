-- Who was reminded of what, and when last: a day on which no instance ran is made up for once. What waits on the day of this script counts as told.
create table told_reminders (
  what text not null,
  thing_id uuid not null,
  whom_id uuid not null,
  day date not null,
  primary key (what, thing_id, whom_id)
);
insert into told_reminders select 'voix', p.deliberation_id, p.seat_id, current_date - 1 from panel_seats p join deliberations d on d.id = p.deliberation_id where d.closed_at is null;
insert into told_reminders select 'egalite', id, group_id, current_date - 1 from deliberations where closed_at is null;
insert into told_reminders select 'motif', id, group_id, current_date - 1 from deliberations where awaits_reason;
insert into told_reminders select 'sans-lecteur', id, group_id, current_date - 1 from pairs where settled_at is null;
insert into told_reminders select 'lecteur-parti', id, service_user_seat_id, current_date - 1 from pairs where settled_at is null;
insert into told_reminders select 'lecteur-parti', id, professional_seat_id, current_date - 1 from pairs where settled_at is null;
