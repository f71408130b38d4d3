CREATE TABLE `school_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`outcome` text NOT NULL,
	`to_school_id` text,
	`why` text,
	`rewrites` text NOT NULL,
	`decided_by_id` text,
	`decided_at` integer NOT NULL,
	`undone_by_id` text,
	`undone_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_decisions_outcome" CHECK("school_decisions"."outcome" in ('listed', 'own', 'not_a_school')),
	CONSTRAINT "school_decisions_names_school" CHECK(("school_decisions"."outcome" = 'listed') = ("school_decisions"."to_school_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `school_decisions_one_standing` ON `school_decisions` (`school_id`) WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX `school_decisions_to` ON `school_decisions` (`to_school_id`);--> statement-breakpoint
CREATE INDEX `school_decisions_decided_by` ON `school_decisions` (`decided_by_id`);--> statement-breakpoint
CREATE INDEX `school_decisions_undone_by` ON `school_decisions` (`undone_by_id`);