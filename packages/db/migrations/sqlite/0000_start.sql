CREATE TABLE `account_emails` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`email` text NOT NULL,
	`kind` text NOT NULL,
	`stint_id` text,
	`verified_at` integer,
	`retired_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_emails_kind" CHECK("account_emails"."kind" in ('personal', 'work')),
	CONSTRAINT "account_emails_lower" CHECK("account_emails"."email" = lower("account_emails"."email")),
	CONSTRAINT "account_emails_retired_is_day" CHECK("account_emails"."retired_on" is null or "account_emails"."retired_on" is date("account_emails"."retired_on", '+0 days')),
	CONSTRAINT "account_emails_stint" CHECK("account_emails"."kind" = 'work' or "account_emails"."stint_id" is null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_emails_account` ON `account_emails` (`account_id`);--> statement-breakpoint
CREATE INDEX `account_emails_stint` ON `account_emails` (`stint_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `account_emails_live` ON `account_emails` (`email`) WHERE retired_on is null and verified_at is not null;--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`password_hash` text,
	`password_set_at` integer,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`code_hash` text,
	`sent_to` text,
	`second_fact` text,
	`expires_at` integer,
	`claimed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `claims_person` ON `claims` (`person_id`);--> statement-breakpoint
CREATE INDEX `claims_seat` ON `claims` (`seat_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`verb` text NOT NULL,
	`result` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_id` text,
	`group_id` text,
	`seat_id` text,
	`sentence` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by_id` text,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`invited_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`used_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE INDEX `invitations_by` ON `invitations` (`invited_by_id`);--> statement-breakpoint
CREATE INDEX `invitations_seat` ON `invitations` (`seat_id`);--> statement-breakpoint
CREATE INDEX `invitations_used_by` ON `invitations` (`used_by_id`);--> statement-breakpoint
CREATE TABLE `limits` (
	`key` text PRIMARY KEY NOT NULL,
	`tokens` real NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`device` text,
	`shared` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`purpose` text NOT NULL,
	`code_hash` text NOT NULL,
	`account_id` text,
	`link_id` text,
	`invitation_id` text,
	`context` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_codes_email` ON `sign_in_codes` (`email`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_expires` ON `sign_in_codes` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sign_in_codes_account` ON `sign_in_codes` (`account_id`);--> statement-breakpoint
CREATE TABLE `group_leads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`group_id` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`granted_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_leads_from_is_day" CHECK("group_leads"."started_on" is null or "group_leads"."started_on" is date("group_leads"."started_on", '+0 days')),
	CONSTRAINT "group_leads_to_is_day" CHECK("group_leads"."finished_on" is null or "group_leads"."finished_on" is date("group_leads"."finished_on", '+0 days')),
	CONSTRAINT "group_leads_in_order" CHECK("group_leads"."finished_on" is null or "group_leads"."finished_on" >= "group_leads"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_leads_person` ON `group_leads` (`person_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `group_leads_group` ON `group_leads` (`group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_leads_one_open` ON `group_leads` (`person_id`,`group_id`) WHERE finished_on is null;--> statement-breakpoint
CREATE TABLE `group_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`group_id` text NOT NULL,
	`subgroup_id` text,
	`person_id` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`outcome` text,
	`resumes_id` text,
	`seat_id` text,
	`link_id` text,
	`joined_at` integer NOT NULL,
	`voided_at` integer,
	`void_reason` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subgroup_id`) REFERENCES `subgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_memberships_void_has_reason" CHECK(("group_memberships"."voided_at" is null) = ("group_memberships"."void_reason" is null)),
	CONSTRAINT "group_memberships_from_is_day" CHECK("group_memberships"."started_on" is null or "group_memberships"."started_on" is date("group_memberships"."started_on", '+0 days')),
	CONSTRAINT "group_memberships_to_is_day" CHECK("group_memberships"."finished_on" is null or "group_memberships"."finished_on" is date("group_memberships"."finished_on", '+0 days')),
	CONSTRAINT "group_memberships_in_order" CHECK("group_memberships"."finished_on" is null or "group_memberships"."finished_on" >= "group_memberships"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `group_memberships_no` ON `group_memberships` (`no`);--> statement-breakpoint
CREATE INDEX `group_memberships_person` ON `group_memberships` (`person_id`);--> statement-breakpoint
CREATE INDEX `group_memberships_group` ON `group_memberships` (`group_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `group_memberships_subgroup` ON `group_memberships` (`subgroup_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_memberships_one_ongoing` ON `group_memberships` (`person_id`,`group_id`) WHERE finished_on is null and voided_at is null;--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`slug` text NOT NULL,
	`provider_id` text,
	`name` text NOT NULL,
	`route` text,
	`subject` text,
	`phase` text,
	`nation` text,
	`academic_year` integer NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text NOT NULL,
	`archived_at` integer,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "groups_from_is_day" CHECK("groups"."started_on" is null or "groups"."started_on" is date("groups"."started_on", '+0 days')),
	CONSTRAINT "groups_to_is_day" CHECK("groups"."finished_on" is null or "groups"."finished_on" is date("groups"."finished_on", '+0 days')),
	CONSTRAINT "groups_in_order" CHECK("groups"."finished_on" is null or "groups"."finished_on" >= "groups"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_no` ON `groups` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `groups_slug` ON `groups` (`slug`);--> statement-breakpoint
CREATE INDEX `groups_provider` ON `groups` (`provider_id`);--> statement-breakpoint
CREATE INDEX `groups_created_by` ON `groups` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`subgroup_id` text,
	`code` text NOT NULL,
	`max_uses` integer,
	`uses` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subgroup_id`) REFERENCES `subgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "links_uses" CHECK("links"."max_uses" is null or "links"."uses" <= "links"."max_uses")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `links_code` ON `links` (`code`);--> statement-breakpoint
CREATE INDEX `links_group` ON `links` (`group_id`);--> statement-breakpoint
CREATE INDEX `links_subgroup` ON `links` (`subgroup_id`);--> statement-breakpoint
CREATE INDEX `links_created_by` ON `links` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`nation` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `providers_name` ON `providers` (`name`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`subgroup_id` text,
	`full_name` text NOT NULL,
	`email` text,
	`identifier_scheme` text,
	`identifier` text,
	`started_on` text NOT NULL,
	`finished_on` text,
	`import_id` text,
	`claimed_by_id` text,
	`claimed_at` integer,
	`voided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subgroup_id`) REFERENCES `subgroups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "seats_from_is_day" CHECK("seats"."started_on" is null or "seats"."started_on" is date("seats"."started_on", '+0 days')),
	CONSTRAINT "seats_to_is_day" CHECK("seats"."finished_on" is null or "seats"."finished_on" is date("seats"."finished_on", '+0 days')),
	CONSTRAINT "seats_in_order" CHECK("seats"."finished_on" is null or "seats"."finished_on" >= "seats"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `seats_group` ON `seats` (`group_id`);--> statement-breakpoint
CREATE INDEX `seats_subgroup` ON `seats` (`subgroup_id`);--> statement-breakpoint
CREATE INDEX `seats_claimed_by` ON `seats` (`claimed_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `seats_email` ON `seats` (`group_id`,`email`) WHERE email is not null and voided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `seats_identifier` ON `seats` (`group_id`,`identifier_scheme`,`identifier`) WHERE identifier is not null and voided_at is null;--> statement-breakpoint
CREATE TABLE `subgroups` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subgroups_name` ON `subgroups` (`group_id`,`name`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`by_id` text,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`leased_until` integer,
	`finished_at` integer,
	`parked_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`) WHERE finished_at is null and parked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`) WHERE key is not null;--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor_id` text,
	`actor_kind` text NOT NULL,
	`person_id` text,
	`school_id` text,
	`refs` text NOT NULL,
	`before` text,
	`after` text,
	`correlation_id` text,
	CONSTRAINT "ledger_is_day" CHECK("ledger"."happened_on" is null or "ledger"."happened_on" is date("ledger"."happened_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_id` ON `ledger` (`id`);--> statement-breakpoint
CREATE INDEX `ledger_person` ON `ledger` (`person_id`,`seq`);--> statement-breakpoint
CREATE INDEX `ledger_school` ON `ledger` (`school_id`,`seq`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`dropped_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`);--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`about_person_id` text,
	`refs` text NOT NULL,
	`show_from` integer NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `notifications_person` ON `notifications` (`person_id`,`show_from`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audiences` (
	`person_id` text NOT NULL,
	`field` text NOT NULL,
	`level` text NOT NULL,
	PRIMARY KEY(`person_id`, `field`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audiences_level" CHECK("audiences"."level" in ('only_me', 'ties', 'groups', 'schools', 'members'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_on` text NOT NULL,
	`expected_return_on` text,
	`finished_on` text,
	`audience` text DEFAULT 'only_me' NOT NULL,
	`voided_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pauses_return_is_day" CHECK("pauses"."expected_return_on" is null or "pauses"."expected_return_on" is date("pauses"."expected_return_on", '+0 days')),
	CONSTRAINT "pauses_from_is_day" CHECK("pauses"."started_on" is null or "pauses"."started_on" is date("pauses"."started_on", '+0 days')),
	CONSTRAINT "pauses_to_is_day" CHECK("pauses"."finished_on" is null or "pauses"."finished_on" is date("pauses"."finished_on", '+0 days')),
	CONSTRAINT "pauses_in_order" CHECK("pauses"."finished_on" is null or "pauses"."finished_on" >= "pauses"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `pauses_person` ON `pauses` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pauses_one_open` ON `pauses` (`person_id`) WHERE finished_on is null and voided_at is null;--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`display_name` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`merged_into_id` text,
	`anonymised_at` integer,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "people_status" CHECK("people"."status" in ('active', 'merged', 'anonymised')),
	CONSTRAINT "people_merged" CHECK(("people"."status" = 'merged') = ("people"."merged_into_id" is not null)),
	CONSTRAINT "people_not_into_self" CHECK("people"."merged_into_id" is null or "people"."merged_into_id" <> "people"."id"),
	CONSTRAINT "people_name_length" CHECK(length("people"."display_name") between 1 and 200)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_no` ON `people` (`no`);--> statement-breakpoint
CREATE INDEX `people_merged_into` ON `people` (`merged_into_id`);--> statement-breakpoint
CREATE TABLE `person_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`scheme` text NOT NULL,
	`issuer` text DEFAULT '' NOT NULL,
	`value` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`verified_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_identifiers_trn" CHECK("person_identifiers"."scheme" <> 'trn' or length("person_identifiers"."value") = 7)
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_identifiers_person` ON `person_identifiers` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `person_identifiers_active` ON `person_identifiers` (`scheme`,`issuer`,`value`) WHERE state = 'active';--> statement-breakpoint
CREATE TABLE `person_names` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`full_name` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`hidden` integer DEFAULT false NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_names_kind" CHECK("person_names"."kind" in ('official', 'preferred', 'previous')),
	CONSTRAINT "person_names_from_is_day" CHECK("person_names"."started_on" is null or "person_names"."started_on" is date("person_names"."started_on", '+0 days')),
	CONSTRAINT "person_names_to_is_day" CHECK("person_names"."finished_on" is null or "person_names"."finished_on" is date("person_names"."finished_on", '+0 days')),
	CONSTRAINT "person_names_in_order" CHECK("person_names"."finished_on" is null or "person_names"."finished_on" >= "person_names"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_names_person` ON `person_names` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_words` (
	`word` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`word`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `person_words_person` ON `person_words` (`person_id`);--> statement-breakpoint
CREATE TABLE `profiles` (
	`person_id` text PRIMARY KEY NOT NULL,
	`pronouns` text,
	`stage` text,
	`phase` text,
	`subjects` text NOT NULL,
	`languages` text NOT NULL,
	`region` text,
	`trained_with` text,
	`nation` text,
	`ask_me_about` text,
	`help_with` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "profiles_stage" CHECK("profiles"."stage" in ('trainee', 'first_year', 'second_year', 'established', 'mentor', 'leader', 'on_break', 'returner', 'left_teaching')),
	CONSTRAINT "profiles_nation" CHECK("profiles"."nation" in ('england', 'wales', 'scotland', 'northern_ireland'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `establishment_links` (
	`from_ref` text NOT NULL,
	`to_ref` text NOT NULL,
	`link_type` text NOT NULL,
	`established_on` text,
	`first_seen_import` text NOT NULL,
	`last_seen_import` text NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`from_ref`, `to_ref`, `link_type`),
	CONSTRAINT "establishment_links_is_day" CHECK("establishment_links"."established_on" is null or "establishment_links"."established_on" is date("establishment_links"."established_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishment_links_to` ON `establishment_links` (`to_ref`);--> statement-breakpoint
CREATE TABLE `establishments` (
	`scheme` text NOT NULL,
	`ref` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`status_told` text NOT NULL,
	`type` text,
	`type_group` text,
	`phase` text,
	`la_code` text,
	`la_name` text,
	`estab_no` text,
	`opened_on` text,
	`closed_on` text,
	`reason_opened` text,
	`reason_closed` text,
	`street` text,
	`locality` text,
	`address3` text,
	`town` text,
	`county` text,
	`postcode` text,
	`website` text,
	`trust_code` text,
	`trust_name` text,
	`region` text,
	`district` text,
	`ukprn` text,
	`low_age` integer,
	`high_age` integer,
	`gender` text,
	`capacity` integer,
	`easting` integer,
	`northing` integer,
	`country` text,
	`section41` text,
	`previous_la_code` text,
	`previous_estab_no` text,
	`last_changed_on` text,
	`row_hash` text NOT NULL,
	`first_seen_import` text NOT NULL,
	`last_seen_import` text NOT NULL,
	PRIMARY KEY(`scheme`, `ref`),
	CONSTRAINT "establishments_opened_is_day" CHECK("establishments"."opened_on" is null or "establishments"."opened_on" is date("establishments"."opened_on", '+0 days')),
	CONSTRAINT "establishments_closed_is_day" CHECK("establishments"."closed_on" is null or "establishments"."closed_on" is date("establishments"."closed_on", '+0 days')),
	CONSTRAINT "establishments_changed_is_day" CHECK("establishments"."last_changed_on" is null or "establishments"."last_changed_on" is date("establishments"."last_changed_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishments_last_seen` ON `establishments` (`last_seen_import`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`ref` text,
	`raw` text,
	`outcome` text NOT NULL,
	`field` text,
	`message` text,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_rows_outcome` ON `import_rows` (`import_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text,
	`sha256` text,
	`encoding` text,
	`header` text,
	`state` text NOT NULL,
	`counts` text,
	`group_id` text,
	`by_person_id` text,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_kind` ON `imports` (`kind`,`started_at`);--> statement-breakpoint
CREATE INDEX `imports_group` ON `imports` (`group_id`);--> statement-breakpoint
CREATE INDEX `imports_by` ON `imports` (`by_person_id`);--> statement-breakpoint
CREATE TABLE `school_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_school_id` text NOT NULL,
	`to_school_id` text,
	`effective_on` text NOT NULL,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`from_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_changes_is_day" CHECK("school_changes"."effective_on" is null or "school_changes"."effective_on" is date("school_changes"."effective_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `school_changes_once` ON `school_changes` (`kind`,`from_school_id`,`to_school_id`,`effective_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `school_changes_alone_once` ON `school_changes` (`kind`,`from_school_id`,`effective_on`) WHERE to_school_id is null;--> statement-breakpoint
CREATE INDEX `school_changes_from` ON `school_changes` (`from_school_id`);--> statement-breakpoint
CREATE INDEX `school_changes_to` ON `school_changes` (`to_school_id`);--> statement-breakpoint
CREATE TABLE `school_establishments` (
	`school_id` text NOT NULL,
	`scheme` text NOT NULL,
	`ref` text NOT NULL,
	`from_on` text,
	`until_on` text,
	PRIMARY KEY(`scheme`, `ref`),
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_establishments_from_is_day" CHECK("school_establishments"."from_on" is null or "school_establishments"."from_on" is date("school_establishments"."from_on", '+0 days')),
	CONSTRAINT "school_establishments_until_is_day" CHECK("school_establishments"."until_on" is null or "school_establishments"."until_on" is date("school_establishments"."until_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `school_establishments_school` ON `school_establishments` (`school_id`);--> statement-breakpoint
CREATE TABLE `school_leads` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`school_id` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`granted_by` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "school_leads_from_is_day" CHECK("school_leads"."started_on" is null or "school_leads"."started_on" is date("school_leads"."started_on", '+0 days')),
	CONSTRAINT "school_leads_to_is_day" CHECK("school_leads"."finished_on" is null or "school_leads"."finished_on" is date("school_leads"."finished_on", '+0 days')),
	CONSTRAINT "school_leads_in_order" CHECK("school_leads"."finished_on" is null or "school_leads"."finished_on" >= "school_leads"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `school_leads_person` ON `school_leads` (`person_id`,`school_id`);--> statement-breakpoint
CREATE INDEX `school_leads_school` ON `school_leads` (`school_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `school_leads_one_open` ON `school_leads` (`person_id`,`school_id`) WHERE finished_on is null;--> statement-breakpoint
CREATE TABLE `school_words` (
	`word` text NOT NULL,
	`school_id` text NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`word`, `weight`, `school_id`),
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `school_words_school` ON `school_words` (`school_id`);--> statement-breakpoint
CREATE TABLE `schools` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`kind` text DEFAULT 'school' NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`nation` text,
	`phase` text,
	`type` text,
	`town` text,
	`county` text,
	`postcode` text,
	`la_name` text,
	`region` text,
	`opened_on` text,
	`closed_on` text,
	`proposed_by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "schools_kind" CHECK("schools"."kind" in ('school', 'pending', 'unknown', 'outside_uk', 'not_in_school')),
	CONSTRAINT "schools_status" CHECK("schools"."status" in ('open', 'closed', 'proposed_to_close', 'proposed_to_open', 'unknown')),
	CONSTRAINT "schools_opened_is_day" CHECK("schools"."opened_on" is null or "schools"."opened_on" is date("schools"."opened_on", '+0 days')),
	CONSTRAINT "schools_closed_is_day" CHECK("schools"."closed_on" is null or "schools"."closed_on" is date("schools"."closed_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `schools_no` ON `schools` (`no`);--> statement-breakpoint
CREATE INDEX `schools_proposed_by` ON `schools` (`proposed_by_id`);--> statement-breakpoint
CREATE TABLE `mentorships` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`kind` text NOT NULL,
	`mentor_stint_id` text,
	`mentee_stint_id` text,
	`started_on` text NOT NULL,
	`finished_on` text,
	`end_reason` text,
	`continues_id` text,
	`arranged_by_id` text,
	`voided_at` integer,
	`void_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`arranged_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentorships_two_people" CHECK("mentorships"."mentor_id" <> "mentorships"."mentee_id"),
	CONSTRAINT "mentorships_statutory_has_stints" CHECK(("mentorships"."kind" = 'statutory') = ("mentorships"."mentor_stint_id" is not null and "mentorships"."mentee_stint_id" is not null)),
	CONSTRAINT "mentorships_kind" CHECK("mentorships"."kind" in ('statutory', 'placement', 'informal')),
	CONSTRAINT "mentorships_from_is_day" CHECK("mentorships"."started_on" is null or "mentorships"."started_on" is date("mentorships"."started_on", '+0 days')),
	CONSTRAINT "mentorships_to_is_day" CHECK("mentorships"."finished_on" is null or "mentorships"."finished_on" is date("mentorships"."finished_on", '+0 days')),
	CONSTRAINT "mentorships_in_order" CHECK("mentorships"."finished_on" is null or "mentorships"."finished_on" >= "mentorships"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mentorships_no` ON `mentorships` (`no`);--> statement-breakpoint
CREATE INDEX `mentorships_mentor` ON `mentorships` (`mentor_id`,`mentee_id`);--> statement-breakpoint
CREATE INDEX `mentorships_mentee` ON `mentorships` (`mentee_id`,`mentor_id`);--> statement-breakpoint
CREATE INDEX `mentorships_mentor_stint` ON `mentorships` (`mentor_stint_id`);--> statement-breakpoint
CREATE INDEX `mentorships_mentee_stint` ON `mentorships` (`mentee_stint_id`);--> statement-breakpoint
CREATE INDEX `mentorships_arranged_by` ON `mentorships` (`arranged_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `mentorships_one_lead` ON `mentorships` (`mentee_stint_id`) WHERE kind = 'statutory' and finished_on is null and voided_at is null;--> statement-breakpoint
CREATE TABLE `move_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`move_id` text,
	`person_id` text NOT NULL,
	`school_id` text NOT NULL,
	`stint_id` text,
	`says` text NOT NULL,
	`day` text NOT NULL,
	`kind` text DEFAULT 'employed' NOT NULL,
	`role` text,
	`pattern` text,
	`besides` integer DEFAULT false NOT NULL,
	`by_person_id` text,
	`by_as` text NOT NULL,
	`accepted_at` integer,
	`objected_at` integer,
	`withdrawn_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "move_claims_is_day" CHECK("move_claims"."day" is null or "move_claims"."day" is date("move_claims"."day", '+0 days')),
	CONSTRAINT "move_claims_as" CHECK("move_claims"."by_as" in ('self', 'old_school', 'new_school', 'import', 'system'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `move_claims_person` ON `move_claims` (`person_id`);--> statement-breakpoint
CREATE INDEX `move_claims_move` ON `move_claims` (`move_id`);--> statement-breakpoint
CREATE INDEX `move_claims_school` ON `move_claims` (`school_id`);--> statement-breakpoint
CREATE INDEX `move_claims_stint` ON `move_claims` (`stint_id`);--> statement-breakpoint
CREATE INDEX `move_claims_by` ON `move_claims` (`by_person_id`);--> statement-breakpoint
CREATE TABLE `moves` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_stint_id` text,
	`to_stint_id` text,
	`to_school_id` text,
	`destination` text NOT NULL,
	`leave_on` text,
	`start_on` text,
	`state` text NOT NULL,
	`telling` text NOT NULL,
	`reported_by_id` text,
	`reported_as` text NOT NULL,
	`supersedes_id` text,
	`undo_until` integer,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "moves_state" CHECK("moves"."state" in ('announced', 'half_reported', 'complete', 'cancelled', 'conflict')),
	CONSTRAINT "moves_destination" CHECK("moves"."destination" in ('school', 'undecided', 'abroad', 'break', 'leaving_teaching')),
	CONSTRAINT "moves_leave_is_day" CHECK("moves"."leave_on" is null or "moves"."leave_on" is date("moves"."leave_on", '+0 days')),
	CONSTRAINT "moves_start_is_day" CHECK("moves"."start_on" is null or "moves"."start_on" is date("moves"."start_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `moves_person` ON `moves` (`person_id`);--> statement-breakpoint
CREATE INDEX `moves_to_stint` ON `moves` (`to_stint_id`);--> statement-breakpoint
CREATE INDEX `moves_to_school` ON `moves` (`to_school_id`);--> statement-breakpoint
CREATE INDEX `moves_reported_by` ON `moves` (`reported_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `moves_one_open` ON `moves` (`from_stint_id`) WHERE state in ('announced', 'half_reported');--> statement-breakpoint
CREATE TABLE `stint_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`stint_id` text NOT NULL,
	`role` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text,
	`voided_at` integer,
	FOREIGN KEY (`stint_id`) REFERENCES `stints`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stint_roles_role" CHECK("stint_roles"."role" in ('trainee', 'new_teacher', 'teacher', 'mentor', 'induction_lead', 'leader', 'support')),
	CONSTRAINT "stint_roles_from_is_day" CHECK("stint_roles"."started_on" is null or "stint_roles"."started_on" is date("stint_roles"."started_on", '+0 days')),
	CONSTRAINT "stint_roles_to_is_day" CHECK("stint_roles"."finished_on" is null or "stint_roles"."finished_on" is date("stint_roles"."finished_on", '+0 days')),
	CONSTRAINT "stint_roles_in_order" CHECK("stint_roles"."finished_on" is null or "stint_roles"."finished_on" >= "stint_roles"."started_on")
) STRICT;
--> statement-breakpoint
CREATE INDEX `stint_roles_stint` ON `stint_roles` (`stint_id`);--> statement-breakpoint
CREATE TABLE `stints` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`person_id` text NOT NULL,
	`school_id` text NOT NULL,
	`kind` text NOT NULL,
	`pattern` text,
	`started_on` text NOT NULL,
	`finished_on` text,
	`end_reason` text,
	`expected_finish_on` text,
	`continues_stint_id` text,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	`confirmed_at` integer,
	`audience` text,
	`voided_at` integer,
	`void_reason` text,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stints_kind" CHECK("stints"."kind" in ('employed', 'placement', 'supply', 'volunteer')),
	CONSTRAINT "stints_source" CHECK("stints"."source" in ('self', 'old_school', 'new_school', 'import', 'system')),
	CONSTRAINT "stints_confidence" CHECK("stints"."confidence" in ('told', 'confirmed', 'inferred')),
	CONSTRAINT "stints_expected_is_day" CHECK("stints"."expected_finish_on" is null or "stints"."expected_finish_on" is date("stints"."expected_finish_on", '+0 days')),
	CONSTRAINT "stints_void_has_reason" CHECK(("stints"."voided_at" is null) = ("stints"."void_reason" is null)),
	CONSTRAINT "stints_from_is_day" CHECK("stints"."started_on" is null or "stints"."started_on" is date("stints"."started_on", '+0 days')),
	CONSTRAINT "stints_to_is_day" CHECK("stints"."finished_on" is null or "stints"."finished_on" is date("stints"."finished_on", '+0 days')),
	CONSTRAINT "stints_in_order" CHECK("stints"."finished_on" is null or "stints"."finished_on" >= "stints"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stints_no` ON `stints` (`no`);--> statement-breakpoint
CREATE INDEX `stints_person` ON `stints` (`person_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `stints_school` ON `stints` (`school_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `stints_continues` ON `stints` (`continues_stint_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `stints_one_ongoing` ON `stints` (`person_id`,`school_id`,`kind`) WHERE finished_on is null and voided_at is null;--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`blocker_id` text NOT NULL,
	`blocked_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`blocker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`blocked_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "blocks_two_people" CHECK("blocks"."blocker_id" <> "blocks"."blocked_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `blocks_blocker` ON `blocks` (`blocker_id`,`blocked_id`);--> statement-breakpoint
CREATE INDEX `blocks_blocked` ON `blocks` (`blocked_id`,`blocker_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_one_open` ON `blocks` (`blocker_id`,`blocked_id`) WHERE lifted_at is null;--> statement-breakpoint
CREATE TABLE `connection_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`sentence` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "connection_requests_two_people" CHECK("connection_requests"."from_id" <> "connection_requests"."to_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `connection_requests_to` ON `connection_requests` (`to_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `connection_requests_one_open` ON `connection_requests` (`from_id`,`to_id`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`person_lo` text NOT NULL,
	`person_hi` text NOT NULL,
	`request_id` text,
	`started_on` text NOT NULL,
	`finished_on` text,
	`ended_by_id` text,
	`voided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_lo`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_hi`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `connection_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "connections_ordered" CHECK("connections"."person_lo" < "connections"."person_hi"),
	CONSTRAINT "connections_from_is_day" CHECK("connections"."started_on" is null or "connections"."started_on" is date("connections"."started_on", '+0 days')),
	CONSTRAINT "connections_to_is_day" CHECK("connections"."finished_on" is null or "connections"."finished_on" is date("connections"."finished_on", '+0 days')),
	CONSTRAINT "connections_in_order" CHECK("connections"."finished_on" is null or "connections"."finished_on" >= "connections"."started_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_no` ON `connections` (`no`);--> statement-breakpoint
CREATE INDEX `connections_lo` ON `connections` (`person_lo`,`person_hi`);--> statement-breakpoint
CREATE INDEX `connections_hi` ON `connections` (`person_hi`,`person_lo`);--> statement-breakpoint
CREATE INDEX `connections_request` ON `connections` (`request_id`);--> statement-breakpoint
CREATE INDEX `connections_ended_by` ON `connections` (`ended_by_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `connections_one_open` ON `connections` (`person_lo`,`person_hi`) WHERE finished_on is null and voided_at is null;--> statement-breakpoint
CREATE TABLE `tie_preferences` (
	`person_id` text NOT NULL,
	`other_id` text NOT NULL,
	`pinned` integer DEFAULT false NOT NULL,
	`muted` integer DEFAULT false NOT NULL,
	`hidden` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`person_id`, `other_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tie_preferences_two_people" CHECK("tie_preferences"."person_id" <> "tie_preferences"."other_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `tie_preferences_other` ON `tie_preferences` (`other_id`);