-- Which of somebody's subscriptions the news is of: once all of them have ended it is told in no mail. Absent where it was
-- laid by a version that did not know.
alter table subscriptions.news add column numbers jsonb;
