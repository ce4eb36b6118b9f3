-- Of the cases that hang from something, those of several, and those that another one has taken in.
create index concurrently cases_on_segment on cases.cases (municipality, segment) where segment is not null;
create index concurrently cases_on_cabinet on cases.cases (municipality, cabinet) where cabinet is not null;
create index concurrently cases_in_switching_area on cases.cases (municipality, switching_area) where switching_area is not null;
create index concurrently cases_of_several on cases.cases (municipality, cluster_unit) where cluster_unit is not null;
create index concurrently cases_joined_into on cases.cases (municipality, joined_into) where joined_into is not null;
