-- CreateTable
CREATE TABLE "RegisterFact" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "isRemoved" BOOLEAN NOT NULL,
    "body" TEXT,
    "sealedBody" BYTEA,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterFact_pkey" PRIMARY KEY ("shop","id")
);
