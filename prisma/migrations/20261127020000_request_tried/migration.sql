-- AlterTable
ALTER TABLE "PrivacyRequest" ADD COLUMN "triedAt" TIMESTAMPTZ(3);
