-- CreateTable
CREATE TABLE "PolicyAnnouncement" (
    "shop" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" TEXT,
    "told" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyAnnouncement_pkey" PRIMARY KEY ("shop","number")
);
