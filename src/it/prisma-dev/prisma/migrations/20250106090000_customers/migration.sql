CREATE TABLE "customer" (
    "id" SERIAL NOT NULL,
    "mail" TEXT NOT NULL,
    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);
INSERT INTO "customer" ("mail") SELECT n || '@example.org' FROM generate_series(1, 3000) n;
