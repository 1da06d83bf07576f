import io.github.migratemaven.testing.ItProject

context.put('lock', new ItProject(basedir).holdRunLock('somebody-else'))
null
