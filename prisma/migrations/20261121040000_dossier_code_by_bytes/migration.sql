-- Codes are letters, digits and signs: compared byte by byte, the unique key also finds them by their beginning.
ALTER TABLE "dossier" ALTER COLUMN "code" SET DATA TYPE TEXT COLLATE "C";
