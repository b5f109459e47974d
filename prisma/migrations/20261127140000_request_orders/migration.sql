-- AlterTable
ALTER TABLE "PrivacyRequest" ADD COLUMN     "hasOrdered" BOOLEAN,
ADD COLUMN     "lastOrderOn" DATE;
