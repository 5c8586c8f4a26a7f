-- One connection writes: numbers appear in the order of their commits here already. The other engine had to be told (its script of the same name).
select 1;
