-- For its planner PostgreSQL copies values of a column into a table of statistics, where they outlive their rows.
ALTER TABLE "submissions" ALTER COLUMN "fields" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "sign_ups" ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "subscribers" ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "address" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0;
