-- CreateTable
CREATE TABLE "MailMessage" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request" UUID,
    "subject" UUID,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT,
    "wording" TEXT,
    "version" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "sealedContent" BYTEA,

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "MailTemplate" (
    "shop" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "heading" TEXT,
    "body" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "staff" TEXT NOT NULL,

    CONSTRAINT "MailTemplate_pkey" PRIMARY KEY ("shop","template","language","version")
);

-- CreateTable
CREATE TABLE "MailSettings" (
    "shop" TEXT NOT NULL,
    "senderName" TEXT,
    "sealedContact" BYTEA,
    "storeName" TEXT,
    "timeZone" TEXT,
    "sealedStoreContact" BYTEA,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailSettings_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE UNIQUE INDEX "MailMessage_shop_key_key" ON "MailMessage"("shop", "key");

-- CreateIndex
CREATE INDEX "MailMessage_shop_request_idx" ON "MailMessage"("shop", "request");

-- CreateIndex
CREATE INDEX "MailMessage_shop_subject_idx" ON "MailMessage"("shop", "subject");

-- CreateIndex
CREATE INDEX "MailMessage_shop_createdAt_id_idx" ON "MailMessage"("shop", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MailMessage_status_idx" ON "MailMessage"("status");

-- CreateIndex
CREATE INDEX "MailMessage_id_idx" ON "MailMessage"("id");
