CREATE TABLE `kept_apart` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`other_id` text NOT NULL,
	`why` text NOT NULL,
	`created_at` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kept_apart_why" CHECK("kept_apart"."why" in ('dispute', 'family', 'assesses_me'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `kept_apart_person` ON `kept_apart` (`person_id`,`other_id`);--> statement-breakpoint
CREATE INDEX `kept_apart_other` ON `kept_apart` (`other_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `mentor_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`start_minute` integer NOT NULL,
	`end_minute` integer NOT NULL,
	`way` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentor_hours_way" CHECK("mentor_hours"."way" in ('online', 'phone', 'in_person')),
	CONSTRAINT "mentor_hours_weekday" CHECK("mentor_hours"."weekday" between 1 and 7),
	CONSTRAINT "mentor_hours_in_order" CHECK("mentor_hours"."start_minute" >= 0 and "mentor_hours"."start_minute" < "mentor_hours"."end_minute" and "mentor_hours"."end_minute" <= 1440)
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentor_hours_person` ON `mentor_hours` (`person_id`);--> statement-breakpoint
CREATE TABLE `mentor_offers` (
	`person_id` text PRIMARY KEY NOT NULL,
	`topics` text NOT NULL,
	`phases` text NOT NULL,
	`subjects` text NOT NULL,
	`ways` text NOT NULL,
	`note` text,
	`outside_my_school` integer DEFAULT false NOT NULL,
	`notice_hours` integer DEFAULT 24 NOT NULL,
	`paused_until` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentor_offers_pause_is_day" CHECK("mentor_offers"."paused_until" is null or "mentor_offers"."paused_until" is date("mentor_offers"."paused_until", '+0 days')),
	CONSTRAINT "mentor_offers_notice" CHECK("mentor_offers"."notice_hours" between 0 and 336)
) STRICT;
--> statement-breakpoint
CREATE TABLE `mentor_places` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit` text NOT NULL,
	`places` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentor_places_unit" CHECK("mentor_places"."unit" in ('question', 'call', 'half_term', 'year')),
	CONSTRAINT "mentor_places_some" CHECK("mentor_places"."places" between 0 and 20)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_places_one` ON `mentor_places` (`person_id`,`unit`);--> statement-breakpoint
CREATE TABLE `mentoring_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`rank` integer NOT NULL,
	`state` text NOT NULL,
	`asked_at` integer,
	`remind_on` text,
	`due_on` text,
	`reminded_at` integer,
	`answered_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `mentoring_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentoring_asks_state" CHECK("mentoring_asks"."state" in ('next', 'asked', 'question', 'passed', 'declined', 'accepted', 'closed')),
	CONSTRAINT "mentoring_asks_remind_is_day" CHECK("mentoring_asks"."remind_on" is null or "mentoring_asks"."remind_on" is date("mentoring_asks"."remind_on", '+0 days')),
	CONSTRAINT "mentoring_asks_due_is_day" CHECK("mentoring_asks"."due_on" is null or "mentoring_asks"."due_on" is date("mentoring_asks"."due_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentoring_asks_request` ON `mentoring_asks` (`request_id`,`rank`);--> statement-breakpoint
CREATE INDEX `mentoring_asks_mentor` ON `mentoring_asks` (`mentor_id`,`state`);--> statement-breakpoint
CREATE INDEX `mentoring_asks_due` ON `mentoring_asks` (`due_on`) WHERE state in ('asked', 'question');--> statement-breakpoint
CREATE UNIQUE INDEX `mentoring_asks_one_yes` ON `mentoring_asks` (`request_id`) WHERE state = 'accepted';--> statement-breakpoint
CREATE TABLE `mentoring_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`asker_id` text NOT NULL,
	`unit` text NOT NULL,
	`need` text NOT NULL,
	`topics` text NOT NULL,
	`ways` text NOT NULL,
	`soon` text NOT NULL,
	`outside_my_school` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`listed_at` integer,
	`list_due_on` text,
	`list_round` integer DEFAULT 0 NOT NULL,
	`mentorship_id` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`asker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentoring_requests_unit" CHECK("mentoring_requests"."unit" in ('question', 'call', 'half_term', 'year')),
	CONSTRAINT "mentoring_requests_state" CHECK("mentoring_requests"."state" in ('open', 'accepted', 'withdrawn', 'unanswered')),
	CONSTRAINT "mentoring_requests_due_is_day" CHECK("mentoring_requests"."list_due_on" is null or "mentoring_requests"."list_due_on" is date("mentoring_requests"."list_due_on", '+0 days')),
	CONSTRAINT "mentoring_requests_accepted" CHECK(("mentoring_requests"."state" = 'accepted') = ("mentoring_requests"."mentorship_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentoring_requests_asker` ON `mentoring_requests` (`asker_id`,`state`);--> statement-breakpoint
CREATE INDEX `mentoring_requests_listed` ON `mentoring_requests` (`listed_at`) WHERE state = 'open' and listed_at is not null;--> statement-breakpoint
CREATE INDEX `mentoring_requests_mentorship` ON `mentoring_requests` (`mentorship_id`);--> statement-breakpoint
CREATE TABLE `mentoring_words` (
	`id` text PRIMARY KEY NOT NULL,
	`ask_id` text NOT NULL,
	`by` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ask_id`) REFERENCES `mentoring_asks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentoring_words_by" CHECK("mentoring_words"."by" in ('mentor', 'mentee'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mentoring_words_ask` ON `mentoring_words` (`ask_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `letter_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`act` text NOT NULL,
	`input` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `letter_links_person` ON `letter_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `letter_links_expires` ON `letter_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`pace` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_choices_pace" CHECK("notice_choices"."pace" in ('now', 'daily', 'weekly', 'off'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `quiet_hours` (
	`person_id` text PRIMARY KEY NOT NULL,
	`is_on` integer DEFAULT true NOT NULL,
	`start_minute` integer DEFAULT 1080 NOT NULL,
	`end_minute` integer DEFAULT 420 NOT NULL,
	`weekends` integer DEFAULT true NOT NULL,
	`holidays` integer DEFAULT true NOT NULL,
	`digest_minute` integer DEFAULT 450 NOT NULL,
	`digest_day` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quiet_hours_minutes" CHECK("quiet_hours"."start_minute" between 0 and 1439 and "quiet_hours"."end_minute" between 0 and 1439),
	CONSTRAINT "quiet_hours_digest" CHECK("quiet_hours"."digest_minute" between 0 and 1439 and "quiet_hours"."digest_day" between 1 and 7)
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_fixes` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`does` text NOT NULL,
	`why` text,
	`reason` text,
	`by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`lifted_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_fixes_does" CHECK("programme_fixes"."does" in ('bar', 'lock'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_fixes_programme` ON `programme_fixes` (`programme_id`);--> statement-breakpoint
CREATE INDEX `programme_fixes_mentee` ON `programme_fixes` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `programme_fixes_mentor` ON `programme_fixes` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `programme_fixes_by` ON `programme_fixes` (`by_id`);--> statement-breakpoint
CREATE TABLE `programme_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`mentor_id` text,
	`choice` integer,
	`reasons` text NOT NULL,
	`is_locked` integer DEFAULT false NOT NULL,
	`override` text,
	`overridden_by_id` text,
	`mentorship_id` text,
	FOREIGN KEY (`run_id`) REFERENCES `programme_runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`overridden_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_pairs_mentee` ON `programme_pairs` (`run_id`,`mentee_id`);--> statement-breakpoint
CREATE INDEX `programme_pairs_of_mentee` ON `programme_pairs` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `programme_pairs_mentor` ON `programme_pairs` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `programme_pairs_overridden_by` ON `programme_pairs` (`overridden_by_id`);--> statement-breakpoint
CREATE INDEX `programme_pairs_mentorship` ON `programme_pairs` (`mentorship_id`);--> statement-breakpoint
CREATE TABLE `programme_people` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`person_id` text NOT NULL,
	`side` text NOT NULL,
	`places` integer DEFAULT 1 NOT NULL,
	`subject` text,
	`department` text,
	`town` text,
	`added_by_id` text,
	`created_at` integer NOT NULL,
	`joined_at` integer,
	`left_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_people_side" CHECK("programme_people"."side" in ('mentor', 'mentee')),
	CONSTRAINT "programme_people_places" CHECK("programme_people"."places" between 0 and 20)
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_people_programme` ON `programme_people` (`programme_id`,`side`);--> statement-breakpoint
CREATE INDEX `programme_people_person` ON `programme_people` (`person_id`,`programme_id`);--> statement-breakpoint
CREATE INDEX `programme_people_added_by` ON `programme_people` (`added_by_id`);--> statement-breakpoint
CREATE TABLE `programme_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`no` integer NOT NULL,
	`rules` text NOT NULL,
	`weights` text NOT NULL,
	`figures` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_runs_no` ON `programme_runs` (`programme_id`,`no`);--> statement-breakpoint
CREATE INDEX `programme_runs_created_by` ON `programme_runs` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `programme_wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`person_id` text NOT NULL,
	`other_id` text NOT NULL,
	`rank` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_wishes_rank" CHECK("programme_wishes"."rank" between 1 and 20)
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_wishes_person` ON `programme_wishes` (`programme_id`,`person_id`,`rank`);--> statement-breakpoint
CREATE INDEX `programme_wishes_of` ON `programme_wishes` (`person_id`);--> statement-breakpoint
CREATE INDEX `programme_wishes_other` ON `programme_wishes` (`other_id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`group_id` text,
	`school_id` text,
	`unit` text NOT NULL,
	`state` text DEFAULT 'gathering' NOT NULL,
	`wishes_until` text,
	`starts_on` text,
	`rules` text NOT NULL,
	`weights` text NOT NULL,
	`created_by_id` text NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`published_run_id` text,
	`published_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programmes_state" CHECK("programmes"."state" in ('gathering', 'wishes', 'matching', 'published', 'closed')),
	CONSTRAINT "programmes_unit" CHECK("programmes"."unit" in ('question', 'call', 'half_term', 'year')),
	CONSTRAINT "programmes_of_one" CHECK(("programmes"."group_id" is null) <> ("programmes"."school_id" is null)),
	CONSTRAINT "programmes_until_is_day" CHECK("programmes"."wishes_until" is null or "programmes"."wishes_until" is date("programmes"."wishes_until", '+0 days')),
	CONSTRAINT "programmes_starts_is_day" CHECK("programmes"."starts_on" is null or "programmes"."starts_on" is date("programmes"."starts_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `programmes_group` ON `programmes` (`group_id`);--> statement-breakpoint
CREATE INDEX `programmes_school` ON `programmes` (`school_id`);--> statement-breakpoint
CREATE INDEX `programmes_created_by` ON `programmes` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`mentorship_id` text PRIMARY KEY NOT NULL,
	`unit` text,
	`request_id` text,
	`programme_id` text,
	`rhythm` text DEFAULT 'fortnightly' NOT NULL,
	`aims` text,
	`stopping` text,
	`expected_finish_on` text,
	`mentor_agreed_at` integer,
	`mentee_agreed_at` integer,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `mentoring_requests`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreements_rhythm" CHECK("agreements"."rhythm" in ('weekly', 'fortnightly', 'monthly', 'half_termly')),
	CONSTRAINT "agreements_finish_is_day" CHECK("agreements"."expected_finish_on" is null or "agreements"."expected_finish_on" is date("agreements"."expected_finish_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreements_request` ON `agreements` (`request_id`);--> statement-breakpoint
CREATE INDEX `agreements_programme` ON `agreements` (`programme_id`);--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`useful` integer,
	`often` integer,
	`going` integer,
	`line` text,
	`wants` text,
	`answered_at` integer,
	`skipped_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_ins_by" CHECK("check_ins"."by" in ('mentor', 'mentee')),
	CONSTRAINT "check_ins_kind" CHECK("check_ins"."kind" in ('first_meeting', 'three_weeks', 'half_term')),
	CONSTRAINT "check_ins_due_is_day" CHECK("check_ins"."due_on" is null or "check_ins"."due_on" is date("check_ins"."due_on", '+0 days')),
	CONSTRAINT "check_ins_taps" CHECK(coalesce("check_ins"."useful", 1) between 1 and 3 and coalesce("check_ins"."often", 1) between 1 and 3 and coalesce("check_ins"."going", 1) between 1 and 3)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `check_ins_once` ON `check_ins` (`mentorship_id`,`by`,`kind`,`due_on`);--> statement-breakpoint
CREATE TABLE `endings` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`by` text NOT NULL,
	`sentence` text NOT NULL,
	`thanks` text,
	`reason` text,
	`ask_again_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "endings_by" CHECK("endings"."by" in ('mentor', 'mentee')),
	CONSTRAINT "endings_again_is_day" CHECK("endings"."ask_again_on" is null or "endings"."ask_again_on" is date("endings"."ask_again_on", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `endings_one` ON `endings` (`mentorship_id`,`by`);--> statement-breakpoint
CREATE TABLE `goal_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`whose` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goal_steps_whose" CHECK("goal_steps"."whose" in ('mentor', 'mentee'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goal_steps_one_next` ON `goal_steps` (`goal_id`) WHERE done_at is null and dropped_at is null;--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`by` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`dropped_at` integer,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "goals_by" CHECK("goals"."by" in ('mentor', 'mentee'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `goals_mentorship` ON `goals` (`mentorship_id`);--> statement-breakpoint
CREATE TABLE `handover_words` (
	`id` text PRIMARY KEY NOT NULL,
	`handover_id` text NOT NULL,
	`by` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `handover_words_handover` ON `handover_words` (`handover_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`next_mentorship_id` text,
	`text` text NOT NULL,
	`approved_at` integer,
	`open_until` text,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`next_mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handovers_until_is_day" CHECK("handovers"."open_until" is null or "handovers"."open_until" is date("handovers"."open_until", '+0 days'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_one` ON `handovers` (`mentorship_id`);--> statement-breakpoint
CREATE INDEX `handovers_next` ON `handovers` (`next_mentorship_id`);--> statement-breakpoint
CREATE TABLE `meeting_times` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_times_meeting` ON `meeting_times` (`meeting_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`way` text NOT NULL,
	`place` text,
	`proposed_by` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`hoped_for` text,
	`mentor_said` text,
	`mentee_said` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_state" CHECK("meetings"."state" in ('proposed', 'booked', 'cancelled', 'happened', 'missed')),
	CONSTRAINT "meetings_way" CHECK("meetings"."way" in ('online', 'phone', 'in_person')),
	CONSTRAINT "meetings_in_order" CHECK("meetings"."ends_at" is null or "meetings"."ends_at" > "meetings"."starts_at"),
	CONSTRAINT "meetings_proposed" CHECK(("meetings"."starts_at" is null) = ("meetings"."ends_at" is null)),
	CONSTRAINT "meetings_has_time" CHECK("meetings"."starts_at" is not null or "meetings"."state" in ('proposed', 'cancelled'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `meetings_mentorship` ON `meetings` (`mentorship_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_when` ON `meetings` (`starts_at`) WHERE state = 'booked';--> statement-breakpoint
CREATE TABLE `nudges` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`to` text NOT NULL,
	`why` text NOT NULL,
	`by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nudges_to" CHECK("nudges"."to" in ('mentor', 'mentee'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `nudges_mentorship` ON `nudges` (`mentorship_id`,`to`,`created_at`);--> statement-breakpoint
CREATE INDEX `nudges_by` ON `nudges` (`by_id`);--> statement-breakpoint
CREATE TABLE `space_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`mentorship_id` text NOT NULL,
	`meeting_id` text,
	`by` text NOT NULL,
	`is_private` integer NOT NULL,
	`text` text NOT NULL,
	`rev` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`mentorship_id`) REFERENCES `mentorships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "space_notes_by" CHECK("space_notes"."by" in ('mentor', 'mentee'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `space_notes_mentorship` ON `space_notes` (`mentorship_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `space_notes_meeting` ON `space_notes` (`meeting_id`);--> statement-breakpoint
ALTER TABLE `mails` ADD `line` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `href` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `calendar` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `about_person_id` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `held_at` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `bundled_in` text;--> statement-breakpoint
CREATE INDEX `mails_about` ON `mails` (`about_person_id`);--> statement-breakpoint
CREATE INDEX `mails_held` ON `mails` (`person_id`,`held_at`) WHERE held_at is not null and bundled_in is null;--> statement-breakpoint
CREATE INDEX `mails_bundled` ON `mails` (`bundled_in`) WHERE bundled_in is not null;