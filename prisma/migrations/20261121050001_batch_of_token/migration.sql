-- Which token sent a batch. Null for files.
ALTER TABLE "import_batch" ADD COLUMN "api_token_id" INTEGER;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_api_token_id_fkey" FOREIGN KEY ("api_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;
