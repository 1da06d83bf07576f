#!/bin/sh
ourtool wipe
ourtool wipe --all
npx prisma migrate dev
