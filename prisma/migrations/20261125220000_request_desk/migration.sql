-- AlterTable
ALTER TABLE "PrivacyRequest" ADD COLUMN "region" TEXT,
ADD COLUMN "behalf" TEXT NOT NULL DEFAULT 'self',
ADD COLUMN "language" TEXT,
ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "acknowledgeBy" TIMESTAMPTZ(3),
ADD COLUMN "acknowledgedAt" TIMESTAMPTZ(3),
ADD COLUMN "verifiedBy" TEXT,
ADD COLUMN "verifiedAt" TIMESTAMPTZ(3),
ADD COLUMN "waitsFor" TEXT,
ADD COLUMN "waitsUntil" TIMESTAMPTZ(3),
ADD COLUMN "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN "pausedMs" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "appealOf" UUID,
ADD COLUMN "mergedInto" UUID;

-- until now every request came from Shopify, for merchants who looked who asks
UPDATE "PrivacyRequest" SET "createdAt" = "receivedAt", "verifiedBy" = 'shopify', "verifiedAt" = "receivedAt";

-- AlterTable
ALTER TABLE "RequestTask" ADD COLUMN "result" TEXT,
ADD COLUMN "doneBy" TEXT,
ADD COLUMN "sealedNote" BYTEA;

-- CreateTable
CREATE TABLE "RequestDecision" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "request" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "ground" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "staff" TEXT NOT NULL,
    "sealedStaff" BYTEA NOT NULL,
    "sealedReason" BYTEA,

    CONSTRAINT "RequestDecision_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "RequestAttachment" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "request" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "sealedName" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "RequestAttachment_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "RequestLink" (
    "shop" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "request" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RequestLink_pkey" PRIMARY KEY ("shop","tokenHash")
);

-- CreateIndex
CREATE INDEX "RequestDecision_shop_request_at_idx" ON "RequestDecision"("shop", "request", "at");

-- CreateIndex
CREATE INDEX "RequestAttachment_shop_request_idx" ON "RequestAttachment"("shop", "request");

-- CreateIndex
CREATE INDEX "RequestLink_shop_request_idx" ON "RequestLink"("shop", "request");

-- CreateIndex
CREATE INDEX "RequestLink_expiresAt_idx" ON "RequestLink"("expiresAt");

-- CreateIndex
CREATE INDEX "PrivacyRequest_status_waitsUntil_idx" ON "PrivacyRequest"("status", "waitsUntil");

-- CreateIndex
CREATE INDEX "PrivacyRequest_status_deadline_idx" ON "PrivacyRequest"("status", "deadline");
