-- when staff are to be reminded next; null when they are not
ALTER TABLE "PrivacyRequest" ADD COLUMN "remindAt" TIMESTAMPTZ(3);
-- sections that are not given
ALTER TABLE "RequestDecision" ADD COLUMN "withheld" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- requests that run already are looked at at once, and set theirs
UPDATE "PrivacyRequest" SET "remindAt" = "receivedAt" WHERE "closedAt" IS NULL;

-- CreateTable
CREATE TABLE "StaffReminder" (
    "shop" TEXT NOT NULL,
    "request" UUID NOT NULL,
    "reminder" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffReminder_pkey" PRIMARY KEY ("shop","request","reminder","deadline")
);

-- CreateIndex
CREATE INDEX "PrivacyRequest_remindAt_idx" ON "PrivacyRequest"("remindAt");
-- CreateIndex
CREATE INDEX "PrivacyRequest_pausedAt_idx" ON "PrivacyRequest"("pausedAt");
-- CreateIndex
CREATE INDEX "LegalHold_releasedAt_reviewOn_idx" ON "LegalHold"("releasedAt", "reviewOn");
