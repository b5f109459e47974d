-- CreateTable
CREATE TABLE "PolicyVersion" (
    "shop" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "regimes" TEXT[],
    "languages" TEXT[],
    "askedAgain" INTEGER NOT NULL,
    "isFollowed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("shop","number")
);

-- CreateTable
CREATE TABLE "PolicyText" (
    "shop" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "PolicyText_pkey" PRIMARY KEY ("shop","number","language")
);

-- CreateTable
CREATE TABLE "PolicyWatch" (
    "shop" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "keptHash" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "foundHash" TEXT,
    "foundBody" TEXT,

    CONSTRAINT "PolicyWatch_pkey" PRIMARY KEY ("shop")
);
