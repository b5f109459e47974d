-- CreateTable
CREATE TABLE "PolicyPage" (
    "shop" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "shopifyId" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "keptHash" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "foundHash" TEXT,
    "foundBody" TEXT,

    CONSTRAINT "PolicyPage_pkey" PRIMARY KEY ("shop","page")
);
