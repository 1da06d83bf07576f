CREATE OR REPLACE VIEW first_part AS SELECT id, '${reader}' AS reader FROM part_1;
