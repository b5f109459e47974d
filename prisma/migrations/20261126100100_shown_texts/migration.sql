-- CreateTable
CREATE TABLE "ShippedText" (
    "hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShippedText_pkey" PRIMARY KEY ("hash")
);

DELETE FROM "ConsentWording" WHERE "kind" <> 'settings';
ALTER TABLE "ConsentWording" DROP COLUMN "kind";
