-- Which of somebody's subscriptions the news is of: once all of them have ended it is told in no mail. Absent where it was
-- laid by a version that did not know.
alter table subscriptions.news add column numbers jsonb;
-- Whether there is anybody to whom a case was promised that is not to be seen any more.
create index subscriptions_followed on subscriptions.subscriptions (municipality, case_id)
  where channel = 'mail' and case_id is not null;
