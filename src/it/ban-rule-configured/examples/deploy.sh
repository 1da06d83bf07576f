#!/bin/sh
npx prisma migrate reset --force
