def log = new File(basedir, 'build.log').text
assert log.contains('deploy.sh:3 → ourtool wipe --all')
assert log.contains('It empties the database.')
assert log.contains('deploy.sh:4 → prisma migrate dev')
assert log.contains('Nothing is found that this exception allows (<exception> 2 of the configuration)')
assert !log.contains('examples/deploy.sh')
assert !log.contains('preview-deploy.sh')
return null
