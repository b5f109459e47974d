-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Shop" (
    "shop" TEXT NOT NULL,
    "name" TEXT,
    "countryCode" TEXT,
    "scopes" TEXT[],
    "installedAt" TIMESTAMPTZ(3),
    "uninstalledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Shop_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "Session" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "DeliverySeen" (
    "shop" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "delivery" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeliverySeen_pkey" PRIMARY KEY ("shop","event")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "topic" TEXT NOT NULL,
    "eventId" TEXT,
    "webhookId" TEXT,
    "apiVersion" TEXT,
    "triggeredAt" TIMESTAMPTZ(3),
    "bytes" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),
    "keyId" TEXT,
    "sealedBody" BYTEA,
    "salt" BYTEA,
    "sealSeq" BIGINT,
    "sealIndex" INTEGER,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("shop","id","receivedAt")
) PARTITION BY RANGE ("receivedAt");

-- CreateTable
CREATE TABLE "DataSubject" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataSubject_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "SubjectIndex" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "index" BYTEA NOT NULL,
    "subject" UUID NOT NULL,

    CONSTRAINT "SubjectIndex_pkey" PRIMARY KEY ("shop","kind","index","subject")
);

-- CreateTable
CREATE TABLE "SubjectField" (
    "shop" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "SubjectField_pkey" PRIMARY KEY ("shop","subject","name")
);

-- CreateTable
CREATE TABLE "ErasedIndex" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "index" BYTEA NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ErasedIndex_pkey" PRIMARY KEY ("shop","kind","index")
);

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "subject" UUID,
    "externalId" TEXT NOT NULL,
    "delivery" UUID,
    "countryCode" TEXT,
    "law" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "sealedDetail" BYTEA,

    CONSTRAINT "PrivacyRequest_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "RequestTask" (
    "shop" TEXT NOT NULL,
    "request" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "sealedCursor" BYTEA,
    "removedSubjects" UUID[],

    CONSTRAINT "RequestTask_pkey" PRIMARY KEY ("shop","request","system")
);

-- CreateTable
CREATE TABLE "CollectedPart" (
    "shop" TEXT NOT NULL,
    "request" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "CollectedPart_pkey" PRIMARY KEY ("shop","request","section","index")
);

-- CreateTable
CREATE TABLE "Package" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "request" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT NOT NULL,
    "parts" INTEGER NOT NULL,
    "downloads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Package_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "PackagePart" (
    "shop" TEXT NOT NULL,
    "package" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "PackagePart_pkey" PRIMARY KEY ("shop","package","index")
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "reviewOn" DATE NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "sealedReason" BYTEA NOT NULL,

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "EvidenceEntry" (
    "shop" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT,
    "request" UUID,
    "body" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "EvidenceEntry_pkey" PRIMARY KEY ("shop","seq","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "EvidenceHead" (
    "shop" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceHead_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "EvidenceCheckpoint" (
    "shop" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "EvidenceCheckpoint_pkey" PRIMARY KEY ("shop","seq")
);

-- CreateTable
CREATE TABLE "ErasureCertificate" (
    "shopHash" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,

    CONSTRAINT "ErasureCertificate_pkey" PRIMARY KEY ("shopHash","id")
);

-- CreateTable
CREATE TABLE "JobProblem" (
    "shop" TEXT NOT NULL,
    "job" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "dead" BOOLEAN NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobProblem_pkey" PRIMARY KEY ("shop","job")
);

-- CreateTable
CREATE TABLE "Installation" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Delivery_shop_receivedAt_id_idx" ON "Delivery"("shop", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Delivery_keyId_idx" ON "Delivery"("keyId");

-- CreateIndex
CREATE INDEX "SubjectIndex_shop_subject_idx" ON "SubjectIndex"("shop", "subject");

-- CreateIndex
CREATE INDEX "ErasedIndex_erasedAt_idx" ON "ErasedIndex"("erasedAt");

-- CreateIndex
CREATE INDEX "PrivacyRequest_shop_deadline_id_idx" ON "PrivacyRequest"("shop", "deadline", "id");

-- CreateIndex
CREATE INDEX "PrivacyRequest_shop_status_deadline_id_idx" ON "PrivacyRequest"("shop", "status", "deadline", "id");

-- CreateIndex
CREATE INDEX "PrivacyRequest_shop_subject_idx" ON "PrivacyRequest"("shop", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "PrivacyRequest_shop_source_externalId_key" ON "PrivacyRequest"("shop", "source", "externalId");

-- CreateIndex
CREATE INDEX "RequestTask_shop_status_idx" ON "RequestTask"("shop", "status");

-- CreateIndex
CREATE INDEX "Package_shop_subject_idx" ON "Package"("shop", "subject");

-- CreateIndex
CREATE INDEX "Package_expiresAt_idx" ON "Package"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Package_shop_request_key" ON "Package"("shop", "request");

-- CreateIndex
CREATE INDEX "LegalHold_shop_subject_idx" ON "LegalHold"("shop", "subject");

-- CreateIndex
CREATE INDEX "EvidenceEntry_shop_request_idx" ON "EvidenceEntry"("shop", "request");


-- What is waiting: small indexes over large tables
CREATE INDEX "Delivery_open_idx" ON "Delivery"("shop", "status", "receivedAt") WHERE "status" <> 'done';
CREATE INDEX "Delivery_unsealed_idx" ON "Delivery"("shop", "receivedAt") WHERE "sealSeq" IS NULL;

-- Ciphertext does not compress
ALTER TABLE "CollectedPart" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
ALTER TABLE "PackagePart" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- Months are partitions, so that retention drops tables instead of rows. Anything outside them lands in the default.
CREATE TABLE "Delivery_default" PARTITION OF "Delivery" DEFAULT;
CREATE TABLE "EvidenceEntry_default" PARTITION OF "EvidenceEntry" DEFAULT;

CREATE FUNCTION candor_keep_partitions(ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month timestamp;
  child text;
  made integer := 0;
BEGIN
  FOREACH parent IN ARRAY ARRAY['Delivery', 'EvidenceEntry'] LOOP
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
