-- Where the address and the name of a method went that was made one with another: both lead to the one that stays, and leave with it.
create table former_methods (
  reference text not null primary key,
  name_key text not null,
  method_id uuid not null references methods (id) on delete cascade,
  at timestamptz not null
);
create index former_methods_name on former_methods (name_key);
create index former_methods_method on former_methods (method_id);
