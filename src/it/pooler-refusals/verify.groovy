import io.github.migratemaven.testing.ItProject

context.pooler.close()
def project = new ItProject(basedir)
['reset', 'reset-allowed', 'rollback', 'rollback-allowed', 'deploy'].each { folder ->
    def error = project.json("target/${folder}/${folder - '-allowed'}.json").error
    assert error.code == 'pooler'
    assert error.hint.contains('DIRECT_URL')
    // Only a deploy can go without.
    assert error.hint.contains('allowPooler') == (folder == 'deploy')
}
assert project.catalogue() == context.before
assert project.database().query('SELECT total FROM orders') == ['100']
assert project.database().query('SELECT goal FROM migrate_run') == ['deploy']
assert project.database().query('SELECT id FROM databasechangelog') == ['orders']
null
