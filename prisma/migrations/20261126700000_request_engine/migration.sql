-- AlterTable
ALTER TABLE "PrivacyRequest" ADD COLUMN "startedAt" TIMESTAMPTZ(3),
ADD COLUMN "packingAt" TIMESTAMPTZ(3),
ADD COLUMN "certifiedAt" TIMESTAMPTZ(3),
ADD COLUMN "sealedRest" BYTEA;

-- AlterTable
ALTER TABLE "RequestTask" ADD COLUMN "triedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Package" ADD COLUMN "systems" TEXT[];

UPDATE "PrivacyRequest" SET "startedAt" = "receivedAt" WHERE "verifiedAt" IS NOT NULL;

-- CreateIndex
CREATE INDEX "PrivacyRequest_certifiedAt_closedAt_idx" ON "PrivacyRequest"("certifiedAt", "closedAt");

-- CreateIndex
CREATE INDEX "RequestTask_status_nextTryAt_idx" ON "RequestTask"("status", "nextTryAt");
