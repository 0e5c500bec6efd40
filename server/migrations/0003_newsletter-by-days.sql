ALTER TABLE "sign_ups" RENAME COLUMN "received_at" TO "received_on";--> statement-breakpoint
ALTER TABLE "sign_ups" ALTER COLUMN "received_on" TYPE date USING ("received_on" at time zone 'utc')::date;--> statement-breakpoint
ALTER TABLE "subscribers" RENAME COLUMN "confirmed_at" TO "confirmed_on";--> statement-breakpoint
ALTER TABLE "subscribers" ALTER COLUMN "confirmed_on" DROP DEFAULT, ALTER COLUMN "confirmed_on" TYPE date USING ("confirmed_on" at time zone 'utc')::date, ALTER COLUMN "confirmed_on" SET DEFAULT (now() at time zone 'utc')::date;--> statement-breakpoint
ALTER TABLE "unsubscribe_tokens" RENAME COLUMN "made_at" TO "made_on";--> statement-breakpoint
ALTER TABLE "unsubscribe_tokens" ALTER COLUMN "made_on" DROP DEFAULT, ALTER COLUMN "made_on" TYPE date USING ("made_on" at time zone 'utc')::date, ALTER COLUMN "made_on" SET DEFAULT (now() at time zone 'utc')::date;--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "made_at" TO "made_on";--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "sent_at" TO "sent_on";--> statement-breakpoint
ALTER TABLE "mails" RENAME COLUMN "failed_at" TO "failed_on";--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "made_on" DROP DEFAULT, ALTER COLUMN "made_on" TYPE date USING ("made_on" at time zone 'utc')::date, ALTER COLUMN "made_on" SET DEFAULT (now() at time zone 'utc')::date, ALTER COLUMN "sent_on" TYPE date USING ("sent_on" at time zone 'utc')::date, ALTER COLUMN "failed_on" TYPE date USING ("failed_on" at time zone 'utc')::date, ALTER COLUMN "due_at" SET DEFAULT date_trunc('day', now(), 'utc');--> statement-breakpoint
UPDATE "mails" SET "due_at" = date_trunc('day', "due_at", 'utc');
