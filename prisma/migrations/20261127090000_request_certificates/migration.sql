-- CreateTable
CREATE TABLE "RequestCertificate" (
    "shop" TEXT NOT NULL,
    "request" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RequestCertificate_pkey" PRIMARY KEY ("shop","request")
);
