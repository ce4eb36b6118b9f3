-- The one question to the reporter, as the journal has it: moments and ids; its words are in the vault.
alter table cases.cases add column question jsonb;
