-- What readers fixed may be revised by the group, with its reason: the proposals keep every turn, the agreement says when it last changed.
alter table settlements add column revised_at text;
