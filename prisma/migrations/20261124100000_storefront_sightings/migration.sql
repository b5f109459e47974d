-- CreateTable
CREATE TABLE "StoreService" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "needs" INTEGER,
    "isUsed" BOOLEAN NOT NULL,
    "own" TEXT,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoreService_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "SightingCount" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "allowed" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SightingCount_pkey" PRIMARY KEY ("shop","day","region","phase","allowed","kind","name")
);

-- CreateIndex
CREATE INDEX "SightingCount_day_idx" ON "SightingCount"("day");

-- CreateTable
CREATE TABLE "StorefrontExam" (
    "shop" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "holdsMarkup" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "StorefrontExam_pkey" PRIMARY KEY ("shop")
);
