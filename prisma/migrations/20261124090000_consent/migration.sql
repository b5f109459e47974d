-- CreateTable
CREATE TABLE "ConsentSeen" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConsentSeen_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "ConsentRecord" (
    "shop" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "id" UUID NOT NULL,
    "previous" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "clockAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3) NOT NULL,
    "form" TEXT NOT NULL,
    "allowed" SMALLINT NOT NULL,
    "offered" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "region" TEXT,
    "regionSource" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "signal" BOOLEAN NOT NULL,
    "noTrack" BOOLEAN NOT NULL,
    "policy" INTEGER NOT NULL,
    "policyHash" TEXT NOT NULL,
    "settingsHash" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "customerIndex" BYTEA,
    "sealedIp" BYTEA,
    "salt" BYTEA,
    "sealSeq" BIGINT,
    "sealIndex" INTEGER,

    CONSTRAINT "ConsentRecord_pkey" PRIMARY KEY ("shop","receivedAt","id")
) PARTITION BY RANGE ("receivedAt");

-- CreateTable
CREATE TABLE "ConsentCount" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "region" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "isFirst" BOOLEAN NOT NULL,
    "choices" INTEGER NOT NULL,
    "signals" INTEGER NOT NULL,
    "preferencesOffered" INTEGER NOT NULL,
    "preferencesAllowed" INTEGER NOT NULL,
    "analyticsOffered" INTEGER NOT NULL,
    "analyticsAllowed" INTEGER NOT NULL,
    "marketingOffered" INTEGER NOT NULL,
    "marketingAllowed" INTEGER NOT NULL,
    "saleOffered" INTEGER NOT NULL,
    "saleAllowed" INTEGER NOT NULL,

    CONSTRAINT "ConsentCount_pkey" PRIMARY KEY ("shop","day","region","language","device","source","variant","isFirst")
);

-- CreateTable
CREATE TABLE "ConsentSettings" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decisions" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedVersion" INTEGER,
    "publishedHash" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "drift" TEXT,

    CONSTRAINT "ConsentSettings_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "ConsentWording" (
    "shop" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConsentWording_pkey" PRIMARY KEY ("shop","hash")
);

-- CreateTable
CREATE TABLE "SealedHashes" (
    "shop" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "SealedHashes_pkey" PRIMARY KEY ("shop","seq")
);

-- What is waiting, and what few records have: small indexes over a large table
CREATE INDEX "ConsentRecord_unsealed_idx" ON "ConsentRecord"("shop", "receivedAt") WHERE "sealSeq" IS NULL;
CREATE INDEX "ConsentRecord_previous_idx" ON "ConsentRecord"("shop", "previous") WHERE "previous" IS NOT NULL;
CREATE INDEX "ConsentRecord_customer_idx" ON "ConsentRecord"("shop", "customerIndex") WHERE "customerIndex" IS NOT NULL;

CREATE INDEX "ConsentSeen_gone_idx" ON "ConsentSeen"("goneAt") WHERE "goneAt" IS NOT NULL;

-- Every commit of the door raises some counters: room for the new row beside the old one
ALTER TABLE "ConsentCount" SET (fillfactor = 50);
-- Hashes do not compress
ALTER TABLE "SealedHashes" ALTER COLUMN "hashes" SET STORAGE EXTERNAL;

CREATE TABLE "ConsentRecord_default" PARTITION OF "ConsentRecord" DEFAULT;

CREATE OR REPLACE FUNCTION candor_keep_partitions(ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month timestamp;
  child text;
  made integer := 0;
BEGIN
  FOREACH parent IN ARRAY ARRAY['Delivery', 'EvidenceEntry', 'ConsentRecord'] LOOP
    FOR step IN 0..ahead LOOP
      month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => step);
      child := parent || to_char(month, '_YYYY_MM');
      IF to_regclass(format('%I', child)) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          child, parent, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        made := made + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;

SELECT candor_keep_partitions(3);
