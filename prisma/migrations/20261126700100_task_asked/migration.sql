-- AlterTable
ALTER TABLE "RequestTask" ADD COLUMN "askedAt" TIMESTAMPTZ(3);
