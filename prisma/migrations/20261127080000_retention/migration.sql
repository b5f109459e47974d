-- CreateTable
CREATE TABLE "RetentionFigure" (
    "shop" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "past" INTEGER NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "lookedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetentionFigure_pkey" PRIMARY KEY ("shop","category")
);

-- CreateTable
CREATE TABLE "RetentionRun" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cutOff" TIMESTAMPTZ(3) NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "cursor" TEXT,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("shop","id")
);
