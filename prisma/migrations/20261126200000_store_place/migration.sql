-- in which the days of a store begin and end (IANA), and where it sends its goods; null and empty until Shopify was asked
ALTER TABLE "Shop" ADD COLUMN "timeZone" TEXT,
ADD COLUMN "shipsTo" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
