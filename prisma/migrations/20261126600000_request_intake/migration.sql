-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "storefrontUrl" TEXT,
ADD COLUMN "proxyPath" TEXT;

-- AlterTable
ALTER TABLE "RequestLink" ADD COLUMN "mailbox" BYTEA;

-- AlterTable
ALTER TABLE "Package" ADD COLUMN "ownDownloads" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "RequestLink_shop_sentAt_idx" ON "RequestLink"("shop", "sentAt");

-- CreateTable
CREATE TABLE "RequestForm" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "mailbox" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "RequestForm_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "RequestForm_shop_mailbox_idx" ON "RequestForm"("shop", "mailbox");

-- CreateTable
CREATE TABLE "AttemptCount" (
    "shop" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttemptCount_pkey" PRIMARY KEY ("shop","what","who")
);

-- CreateIndex
CREATE INDEX "AttemptCount_endsAt_idx" ON "AttemptCount"("endsAt");
