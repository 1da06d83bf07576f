#!/usr/bin/env python3
"""The same history for every tool: work.py COUNT FOLDER writes it for Liquibase (and us), Flyway and psql.

Ten changes make a table of a shop and then change it: create, add columns, index, constrain, comment, fill.
"""
import pathlib
import sys


def change(number):
    table, kind = f"shop_{number // 10:04d}", number % 10
    if kind == 0:
        return f"CREATE TABLE {table} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);"
    if kind in (1, 3, 6):
        return f"ALTER TABLE {table} ADD COLUMN amount_{kind} integer;"
    if kind in (2, 4):
        return f"CREATE INDEX {table}_by_amount_{kind} ON {table} (amount_{kind - 1});"
    if kind in (5, 7):
        name = f"{table}_positive_{kind}"
        return (
            f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (amount_{kind - 2 if kind == 5 else 6} > 0) NOT VALID;\n"
            f"ALTER TABLE {table} VALIDATE CONSTRAINT {name};"
        )
    if kind == 8:
        return f"COMMENT ON TABLE {table} IS 'shop {number // 10}';"
    return f"INSERT INTO {table} (title) VALUES ('first of {number}');"


def write(count, folder):
    folder = pathlib.Path(folder)
    changes, flyway = folder / "liquibase" / "changes", folder / "flyway"
    for place in (changes, flyway):
        place.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        sql, name = change(number) + "\n", f"{number:06d}"
        (changes / f"{name}.sql").write_text(f"--liquibase formatted sql\n--changeset bench:{name}\n{sql}")
        (flyway / f"V{name}__change.sql").write_text(sql)
    (folder / "liquibase" / "changelog.yaml").write_text(
        "databaseChangeLog:\n- includeAll:\n    path: changes/\n    relativeToChangelogFile: true\n"
    )
    with open(folder / "psql.sql", "w") as psql:
        psql.write("CREATE TABLE done (id text PRIMARY KEY);\n")
        for number in range(count):
            psql.write(f"BEGIN;\n{change(number)}\nINSERT INTO done VALUES ('{number}');\nCOMMIT;\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
