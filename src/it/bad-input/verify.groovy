import groovy.json.JsonSlurper
import io.github.migratemaven.testing.ItProject

// Code, place ('' = none), and what must be said, in the order of invoker.properties.
def expected = [
    ['changelog-not-found', 'db/nothing.yaml:0', 'the changelog does not exist'],
    ['changelog-not-found', 'src/main/resources/db:0', 'is a folder'],
    ['changelog-empty', 'empty.yaml:0', 'the changelog is empty'],
    ['changelog-invalid', 'indentation.yaml:5', 'the indentation does not fit'],
    ['changelog-not-found', 'missing-include.yaml:8', 'there is no file db/nowhere.yaml'],
    ['include-cycle', 'circle.yaml:3', 'the includes go round in a circle'],
    ['duplicate-changeset', 'twice.yaml:7', 'is there twice, first at'],
    ['unknown-change', 'unknown-change.yaml:6', 'did you mean createTable?'],
    ['changelog-invalid', 'wrong-type.yaml:2', 'a value in this entry is of another kind'],
    ['document-type', 'doctype.xml:2', 'the changelog has a document type'],
    ['class-not-found', 'class.yaml:7', 'the class com.example.NoSuchChange is not on the class path'],
    ['not-utf-8', 'latin-1.sql:4', 'the file is not UTF-8'],
    ['change-invalid', 'quote.sql:7', 'a string is never closed'],
    ['unsupported-run-with', 'psql.sql:3', 'wants to be run with psql'],
    ['bad-parameter', '', 'migrate.lockTimeout has the value "abc"'],
    ['bad-parameter', '', 'migrate.lockRetries has the value "-1"'],
    ['bad-parameter', '', 'migrate.failOn has the value "foo"'],
    ['bad-parameter', '', 'migrate.environment has the value "prod"'],
    ['bad-parameter', '', 'migrate.parameters has an entry without a name and a value'],
    ['bad-parameter', '', 'which is no label expression'],
    ['bad-parameter', '', 'which is no list of contexts'],
    ['embedded-version', '', "migrate.embeddedVersion is '9'"],
    ['embedded-version', '', "migrate.embeddedVersion is 'abc'"],
    ['unsupported-url', '', 'begins with mysql:'],
    ['placeholder-without-value', 'V1__orders.sql:1', 'no value is given for the placeholder'],
    ['step-failed', 'syntax.sql:8', 'syntax error at or near'],
]
def project = new ItProject(basedir)
def log = project.log()
def paragraphs = log.readLines().findAll { it.startsWith('[ERROR] ') && it.contains('-> [Help 1]') }
assert paragraphs.size() == expected.size()

expected.eachWithIndex { row, i ->
    def (code, place, words) = row
    def folder = code == 'placeholder-without-value' ? 'flyway/target' : 'target'
    def error = new JsonSlurper().parse(new File(basedir, "$folder/${i + 1}/deploy.json"), 'UTF-8').error
    def where = error.file == null ? '' : error.file + ':' + (error.line ?: 0)
    assert error.code == code
    assert place.empty ? where.empty : where.endsWith(place)
    assert error.message.contains(words)
    assert !error.hint.empty
    // The paragraph that Maven ends with says what, where and what next, and nothing of how we found out.
    assert paragraphs[i].contains(error.message)
    assert paragraphs[i].contains(error.hint)
    assert paragraphs[i].contains(error.file ?: '')
    assert paragraphs[i].length() < 950
    assert !(paragraphs[i] =~ /[A-Za-z]Exception\b|\bat [a-z]+\./)
}
assert !(log =~ /(?m)^(\[\w+\] )?(\tat |Caused by: )/)

// Nobody touched the database but the last, which stopped at its second changeset.
assert project.database().query('SELECT id FROM databasechangelog') == ['first']
assert project.database().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1") ==
        ['databasechangelog', 'databasechangeloglock', 'first', 'migrate_run', 'migrate_step']
assert project.database().query('SELECT count(*) FROM migrate_run') == ['1']
