-- CreateTable
CREATE TABLE "Processor" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    "vendor" TEXT,
    "acts" TEXT[],
    "settings" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "cause" TEXT,
    "sealedContact" BYTEA,
    "sealedCredentials" BYTEA,

    CONSTRAINT "Processor_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "ProcessorErrand" (
    "shop" TEXT NOT NULL,
    "request" UUID NOT NULL,
    "processor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" UUID,
    "askedAt" TIMESTAMPTZ(3),
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT,
    "tokenHash" BYTEA,
    "tokenUntil" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "sealedAnswer" BYTEA,
    "sealedFile" BYTEA,

    CONSTRAINT "ProcessorErrand_pkey" PRIMARY KEY ("shop","request","processor")
);

-- CreateIndex
CREATE INDEX "ProcessorErrand_shop_subject_idx" ON "ProcessorErrand"("shop", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessorErrand_shop_tokenHash_key" ON "ProcessorErrand"("shop", "tokenHash");

