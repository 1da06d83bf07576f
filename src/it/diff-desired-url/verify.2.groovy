import io.github.migratemaven.testing.ItProject

def project = new ItProject(basedir)
assert project.report('diff').steps == []
assert project.log() =~ /The changelog produces .*\/diff-desired-url: no difference\./
null
