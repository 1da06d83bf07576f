import io.github.migratemaven.testing.ItProject

assert new ItProject(basedir).report('dev').applied*.id == ['orders', 'demo']
