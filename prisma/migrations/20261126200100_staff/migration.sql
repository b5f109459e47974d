-- CreateTable
CREATE TABLE "StaffMember" (
    "shop" TEXT NOT NULL,
    "staff" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "isAccountOwner" BOOLEAN NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "learnedAt" TIMESTAMPTZ(3),
    "sealedFacts" BYTEA NOT NULL,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("shop","staff")
);

-- CreateTable
CREATE TABLE "DeskRules" (
    "shop" TEXT NOT NULL,
    "fourEyes" BOOLEAN NOT NULL,

    CONSTRAINT "DeskRules_pkey" PRIMARY KEY ("shop")
);
