-- CreateTable
CREATE TABLE "RegisterQuestion" (
    "shop" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "isSkipped" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterQuestion_pkey" PRIMARY KEY ("shop","question")
);
