-- Nobody reads who keyed a paper the second time, nor on which day a device last sent: what is not read is not kept.
alter table paper_entries drop column checked_by_id;
alter table offline_devices drop column last_on;
