#!/bin/sh
# migrate:allow prisma-db-push because this database is made anew for each preview
npx prisma db push --force-reset
npx prisma migrate reset --force
