CREATE TABLE `ledger_chain` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` text,
	`payload_digest` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `row_hashes` (
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`table_name`, `row_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `person_merge_items` (
	`id` text PRIMARY KEY NOT NULL,
	`merge_id` text NOT NULL,
	`place` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`column_name` text NOT NULL,
	`old_value` text,
	`new_value` text,
	FOREIGN KEY (`merge_id`) REFERENCES `person_merges`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_merge_items_place` ON `person_merge_items` (`merge_id`,`place`);--> statement-breakpoint
CREATE INDEX `person_merge_items_row` ON `person_merge_items` (`table_name`,`row_id`,`column_name`);--> statement-breakpoint
CREATE TABLE `person_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`loser_id` text NOT NULL,
	`winner_id` text NOT NULL,
	`state` text NOT NULL,
	`asked_by_id` text,
	`asked_as` text NOT NULL,
	`reason` text,
	`asked_at` integer NOT NULL,
	`loser_agreed_at` integer,
	`winner_agreed_at` integer,
	`applied_at` integer,
	`closed_at` integer,
	`closed_by_id` text,
	FOREIGN KEY (`loser_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`winner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_merges_state" CHECK("person_merges"."state" in ('asked', 'applied', 'declined', 'withdrawn', 'undone')),
	CONSTRAINT "person_merges_as" CHECK("person_merges"."asked_as" in ('self', 'group_lead', 'operator')),
	CONSTRAINT "person_merges_two_records" CHECK("person_merges"."loser_id" <> "person_merges"."winner_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_merges_loser` ON `person_merges` (`loser_id`);--> statement-breakpoint
CREATE INDEX `person_merges_winner` ON `person_merges` (`winner_id`);--> statement-breakpoint
CREATE INDEX `person_merges_asked_by` ON `person_merges` (`asked_by_id`);--> statement-breakpoint
CREATE INDEX `person_merges_closed_by` ON `person_merges` (`closed_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_merges_one_open` ON `person_merges` (`loser_id`,`winner_id`) WHERE state = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX `person_merges_one_applied` ON `person_merges` (`loser_id`) WHERE state = 'applied';--> statement-breakpoint
CREATE TABLE `register_reviewers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`granted_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_reviewers_from_is_day" CHECK("register_reviewers"."started_on" is null or "register_reviewers"."started_on" is date("register_reviewers"."started_on", '+0 days')),
	CONSTRAINT "register_reviewers_to_is_day" CHECK("register_reviewers"."finished_on" is null or "register_reviewers"."finished_on" is date("register_reviewers"."finished_on", '+0 days')),
	CONSTRAINT "register_reviewers_in_order" CHECK("register_reviewers"."finished_on" is null or "register_reviewers"."finished_on" >= "register_reviewers"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `register_reviewers_person` ON `register_reviewers` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `register_reviewers_one_open` ON `register_reviewers` (`person_id`) WHERE finished_on is null;--> statement-breakpoint
ALTER TABLE `school_changes` ADD `why` text;--> statement-breakpoint
ALTER TABLE `school_changes` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `school_changes` ADD `decided_by_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `school_changes` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `school_changes` ADD `created_at` integer;--> statement-breakpoint
CREATE INDEX `school_changes_state` ON `school_changes` (`state`,`kind`);--> statement-breakpoint
CREATE INDEX `school_changes_decided_by` ON `school_changes` (`decided_by_id`);--> statement-breakpoint
ALTER TABLE `move_claims` ADD `school_change_id` text REFERENCES school_changes(id);--> statement-breakpoint
CREATE INDEX `move_claims_change` ON `move_claims` (`school_change_id`);