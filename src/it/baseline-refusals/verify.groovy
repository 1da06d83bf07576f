import groovy.json.JsonSlurper
import io.github.migratemaven.testing.ItProject

def error = { name -> new JsonSlurper().parse(new File(basedir, "target/$name/baseline.json"), 'UTF-8').error }
assert error('empty').code == 'baseline-differs'
assert error('differs').code == 'baseline-differs'
assert error('differs').message.contains('public.orders.id')
assert error('unknown').code == 'bad-parameter'
assert error('unknown').message.contains('sqitch')
assert new ItProject(basedir).database().query("SELECT to_regclass('databasechangelog') IS NULL") == ['t']
