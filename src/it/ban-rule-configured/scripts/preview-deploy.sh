#!/bin/sh
npx prisma db push --accept-data-loss
