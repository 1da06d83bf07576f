def scripts = new File(basedir, 'package.json')
scripts.text = scripts.text.replace("(prisma db push --skip-generate --accept-data-loss || echo 'Database push skipped') && ", '')
return true
