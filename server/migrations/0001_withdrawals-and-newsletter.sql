CREATE TABLE "confirmation_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"sign_up_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "newsletter_issues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_ids" text NOT NULL,
	"subject" text NOT NULL,
	"items" json NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "newsletter_issues_item_ids_unique" UNIQUE("item_ids")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sign_up_id" uuid,
	"subscriber_id" uuid,
	"issue_id" uuid,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	CONSTRAINT "mails_once_for_a_sign_up" UNIQUE("sign_up_id"),
	CONSTRAINT "mails_once_for_a_subscriber" UNIQUE("issue_id","subscriber_id")
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"withdraw_hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"email" text,
	"name" text,
	"subscriber_id" uuid
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"name" text,
	"confirmed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscribers_address_unique" UNIQUE("address")
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"subscriber_id" uuid NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announced_withdrawals" (
	"id" uuid NOT NULL,
	"withdraw_hash" text NOT NULL,
	"announced_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "announced_withdrawals_id_withdraw_hash_pk" PRIMARY KEY("id","withdraw_hash")
);
--> statement-breakpoint
CREATE TABLE "withdrawn" (
	"id" uuid PRIMARY KEY NOT NULL,
	"withdrawn_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "confirmation_tokens" ADD CONSTRAINT "confirmation_tokens_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_issue_id_newsletter_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."newsletter_issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_tokens" ADD CONSTRAINT "unsubscribe_tokens_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmation_tokens_by_sign_up" ON "confirmation_tokens" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "mails_by_due_time" ON "mails" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "mails_by_subscriber" ON "mails" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "sign_ups_by_subscriber" ON "sign_ups" USING btree ("subscriber_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_tokens_by_subscriber" ON "unsubscribe_tokens" USING btree ("subscriber_id");--> statement-breakpoint
INSERT INTO "sign_ups" ("id", "withdraw_hash", "body_hash", "received_at", "email", "name")
SELECT "id", "withdraw_hash", "body_hash", "received_at", "fields"->>'email', "fields"->>'name' FROM "submissions" WHERE "feature" = 'newsletter';--> statement-breakpoint
INSERT INTO "mails" ("sign_up_id") SELECT "id" FROM "sign_ups";--> statement-breakpoint
DELETE FROM "submissions" WHERE "feature" = 'newsletter';
