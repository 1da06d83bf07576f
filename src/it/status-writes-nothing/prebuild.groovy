import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
context.put('catalogue', project.catalogue())
