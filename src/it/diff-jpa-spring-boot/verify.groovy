import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def text = project.text('target/names/diff.sql')
assert text.contains('CREATE TABLE public.order_line (')
assert text =~ /created_at timestamp\(6\) with time zone/
assert text =~ /(?s)CREATE TYPE public.size AS ENUM \(\s*'LARGE',\s*'SMALL'/
assert text.contains('box_size public.size')
assert text.contains('shown_as jsonb')
// The collection's table: its owner, then its property.
assert text.contains('CREATE TABLE public.order_line_colour_tags (')
// In a schema of its own that no entity has anything in.
assert !text.contains('notes')
assert project.log().contains('1 mapped classes, exported by the project\'s Hibernate, with Spring Boot\'s naming strategies.')

def configured = project.text('target/migrate/diff.sql')
assert configured.contains('CREATE SCHEMA warehouse')
assert configured.contains('CREATE TABLE warehouse.orderline (')
assert configured.contains('createdat timestamp(6) with time zone')
