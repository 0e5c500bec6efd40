CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"feature" text NOT NULL,
	"schema" integer NOT NULL,
	"policy" integer NOT NULL,
	"withdraw_hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"fields" json NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "submissions_by_time" ON "submissions" USING btree ("received_at","id");