import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
def error = project.report('diff').error
assert error.code == 'schema-differs'
assert error.message.contains('create-index-orders-total-idx')
