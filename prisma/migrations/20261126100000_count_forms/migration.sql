-- A yes to a question and what was merely not refused are counted apart. Until now the place tells which it was.
ALTER TABLE "ConsentCount" ADD COLUMN "form" TEXT NOT NULL DEFAULT 'consent';

UPDATE "ConsentCount" SET "form" = 'opt-out'
  WHERE left("region", 2) IN ('US', 'JP', 'NZ') OR ("region" LIKE 'CA-%' AND "region" <> 'CA-QC');

ALTER TABLE "ConsentCount" ALTER COLUMN "form" DROP DEFAULT;
ALTER TABLE "ConsentCount" DROP CONSTRAINT "ConsentCount_pkey";
ALTER TABLE "ConsentCount" ADD CONSTRAINT "ConsentCount_pkey"
  PRIMARY KEY ("shop", "day", "region", "language", "device", "source", "form", "variant", "isFirst");
