-- What teachers wrote to be given as hints for an activity: the number of the level, a space and the text.
ALTER TABLE ${schema}.${prefix}sources ADD COLUMN hints text[] NOT NULL DEFAULT '{}';

INSERT INTO ${schema}.${prefix}schema (version, script) VALUES (2, 'V2__hints.sql');
