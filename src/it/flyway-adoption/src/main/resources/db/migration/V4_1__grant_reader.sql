GRANT SELECT ON part_1 TO ${reader};
