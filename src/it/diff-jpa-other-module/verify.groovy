import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def text = project.text('app/target/migrate/diff.sql')
// The generator of package-info.java: only how far it counts at once is the entities'.
assert text.contains('ALTER SEQUENCE public.all_numbers\n\tINCREMENT BY 50')
assert !text.contains('CREATE SEQUENCE') && !text.contains('CACHE')
assert text.contains('CREATE TABLE public.article (')
assert text.contains('change_count integer NOT NULL')
assert text.contains('currency_code character varying(255)')
assert text.contains('made_in smallint')
assert text.contains('authors character varying(255)[]')
assert text.contains('CREATE TABLE public.article_article (')
assert text =~ /(?s)ALTER TABLE public.book\s+ADD CONSTRAINT \S+ FOREIGN KEY \(id\) REFERENCES public.article\(id\)/
assert !project.has('domain/target/migrate/diff.sql')
