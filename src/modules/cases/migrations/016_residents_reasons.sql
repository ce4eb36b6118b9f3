-- Why something will not be done, where the desk said so.
alter table cases.cases add column closed_because text;
