-- The guards: what no code path may do, held by the database itself. One idempotent file; every trigger
-- is dropped and made again after each migration, and the store refuses to open when one is missing.

-- 0. While two records become one (or are parted), and only then, what its list of changes says may be rewritten:
-- each change is written down first, one column of one row, from one value to another.
drop view if exists merge_says;
create view merge_says as
  select i.table_name, i.row_id, i.column_name, i.old_value as was, i.new_value as becomes
  from person_merge_items i join person_merges p on p.id = i.merge_id
  where p.state = 'applied' and p.applied_at is null
  union all
  select i.table_name, i.row_id, i.column_name, i.new_value, i.old_value
  from person_merge_items i join person_merges p on p.id = i.merge_id
  where p.state = 'undone' and p.closed_at is null;
drop view if exists merges_under_way;
create view merges_under_way as
  select id, loser_id, winner_id from person_merges
  where (state = 'applied' and applied_at is null) or (state = 'undone' and closed_at is null);

-- 1. History is closed, voided or linked; never deleted.
create trigger people_never_deleted before delete on people
begin select raise(abort, 'people is history: close or void the row, never delete it'); end;
create trigger person_names_never_deleted before delete on person_names
begin select raise(abort, 'person_names is history: close or void the row, never delete it'); end;
create trigger person_identifiers_never_deleted before delete on person_identifiers
begin select raise(abort, 'person_identifiers is history: close or void the row, never delete it'); end;
create trigger pauses_never_deleted before delete on pauses
begin select raise(abort, 'pauses is history: close or void the row, never delete it'); end;
create trigger stints_never_deleted before delete on stints
begin select raise(abort, 'stints is history: close or void the row, never delete it'); end;
create trigger stint_roles_never_deleted before delete on stint_roles
begin select raise(abort, 'stint_roles is history: close or void the row, never delete it'); end;
create trigger moves_never_deleted before delete on moves
begin select raise(abort, 'moves is history: close or void the row, never delete it'); end;
create trigger move_claims_never_deleted before delete on move_claims
begin select raise(abort, 'move_claims is history: close or void the row, never delete it'); end;
create trigger mentorships_never_deleted before delete on mentorships
begin select raise(abort, 'mentorships is history: close or void the row, never delete it'); end;
create trigger groups_never_deleted before delete on groups
begin select raise(abort, 'groups is history: close or void the row, never delete it'); end;
create trigger group_memberships_never_deleted before delete on group_memberships
begin select raise(abort, 'group_memberships is history: close or void the row, never delete it'); end;
create trigger seats_never_deleted before delete on seats
begin select raise(abort, 'seats is history: close or void the row, never delete it'); end;
create trigger connections_never_deleted before delete on connections
begin select raise(abort, 'connections is history: close or void the row, never delete it'); end;
create trigger connection_requests_never_deleted before delete on connection_requests
begin select raise(abort, 'connection_requests is history: close or void the row, never delete it'); end;
create trigger blocks_never_deleted before delete on blocks
begin select raise(abort, 'blocks is history: close or void the row, never delete it'); end;
create trigger ledger_never_deleted before delete on ledger
begin select raise(abort, 'ledger is history: close or void the row, never delete it'); end;
create trigger person_merges_never_deleted before delete on person_merges
begin select raise(abort, 'person_merges is history: close or void the row, never delete it'); end;
create trigger person_merge_items_never_deleted before delete on person_merge_items
begin select raise(abort, 'person_merge_items is history: close or void the row, never delete it'); end;
create trigger erasures_never_deleted before delete on erasures
begin select raise(abort, 'erasures is history: close or void the row, never delete it'); end;
create trigger schools_never_deleted before delete on schools
begin select raise(abort, 'schools is history: close or void the row, never delete it'); end;
create trigger establishments_never_deleted before delete on establishments
begin select raise(abort, 'establishments is history: close or void the row, never delete it'); end;
create trigger school_establishments_never_deleted before delete on school_establishments
begin select raise(abort, 'school_establishments is history: close or void the row, never delete it'); end;
create trigger establishment_links_never_deleted before delete on establishment_links
begin select raise(abort, 'establishment_links is history: close or void the row, never delete it'); end;
create trigger school_changes_never_deleted before delete on school_changes
begin select raise(abort, 'school_changes is history: close or void the row, never delete it'); end;
create trigger school_leads_never_deleted before delete on school_leads
begin select raise(abort, 'school_leads is history: close or void the row, never delete it'); end;
create trigger register_reviewers_never_deleted before delete on register_reviewers
begin select raise(abort, 'register_reviewers is history: close or void the row, never delete it'); end;
create trigger school_decisions_never_deleted before delete on school_decisions
begin select raise(abort, 'school_decisions is history: close or void the row, never delete it'); end;
create trigger group_leads_never_deleted before delete on group_leads
begin select raise(abort, 'group_leads is history: close or void the row, never delete it'); end;
create trigger kept_apart_never_deleted before delete on kept_apart
begin select raise(abort, 'kept_apart is history: close or void the row, never delete it'); end;
create trigger mentoring_requests_never_deleted before delete on mentoring_requests
begin select raise(abort, 'mentoring_requests is history: close or void the row, never delete it'); end;
create trigger mentoring_asks_never_deleted before delete on mentoring_asks
begin select raise(abort, 'mentoring_asks is history: close or void the row, never delete it'); end;
create trigger mentoring_words_never_deleted before delete on mentoring_words
begin select raise(abort, 'mentoring_words is history: close or void the row, never delete it'); end;
create trigger goals_never_deleted before delete on goals
begin select raise(abort, 'goals is history: close or void the row, never delete it'); end;
create trigger goal_steps_never_deleted before delete on goal_steps
begin select raise(abort, 'goal_steps is history: close or void the row, never delete it'); end;
create trigger meetings_never_deleted before delete on meetings
begin select raise(abort, 'meetings is history: close or void the row, never delete it'); end;
create trigger space_notes_never_deleted before delete on space_notes
begin select raise(abort, 'space_notes is history: close or void the row, never delete it'); end;
create trigger check_ins_never_deleted before delete on check_ins
begin select raise(abort, 'check_ins is history: close or void the row, never delete it'); end;
create trigger endings_never_deleted before delete on endings
begin select raise(abort, 'endings is history: close or void the row, never delete it'); end;
create trigger handovers_never_deleted before delete on handovers
begin select raise(abort, 'handovers is history: close or void the row, never delete it'); end;
create trigger handover_words_never_deleted before delete on handover_words
begin select raise(abort, 'handover_words is history: close or void the row, never delete it'); end;
create trigger agreements_never_deleted before delete on agreements
begin select raise(abort, 'agreements is history: close or void the row, never delete it'); end;
create trigger nudges_never_deleted before delete on nudges
begin select raise(abort, 'nudges is history: close or void the row, never delete it'); end;
create trigger programmes_never_deleted before delete on programmes
begin select raise(abort, 'programmes is history: close or void the row, never delete it'); end;
create trigger programme_people_never_deleted before delete on programme_people
begin select raise(abort, 'programme_people is history: close or void the row, never delete it'); end;
create trigger programme_fixes_never_deleted before delete on programme_fixes
begin select raise(abort, 'programme_fixes is history: close or void the row, never delete it'); end;
create trigger programme_runs_never_deleted before delete on programme_runs
begin select raise(abort, 'programme_runs is history: close or void the row, never delete it'); end;
create trigger programme_pairs_never_deleted before delete on programme_pairs
begin select raise(abort, 'programme_pairs is history: close or void the row, never delete it'); end;

-- 2. What a row says happened is not rewritten: a wrong row is voided and a right one written.
create trigger people_not_rewritten before update of id, no, created_at on people
when new.id is not old.id or new.no is not old.no or new.created_at is not old.created_at
begin select raise(abort, 'people is history: void the row and write the right one'); end;
create trigger person_names_not_rewritten before update of id, person_id, kind, started_on, source on person_names
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'person_names' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.kind is not old.kind and not exists (select 1 from merge_says m where m.table_name = 'person_names' and m.row_id = old.id and m.column_name = 'kind'
    and m.was = json_quote(old.kind) and m.becomes = json_quote(new.kind)))
  or new.started_on is not old.started_on or new.source is not old.source
begin select raise(abort, 'person_names is history: void the row and write the right one'); end;
create trigger person_identifiers_not_rewritten before update of id, person_id, scheme, issuer on person_identifiers
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'person_identifiers' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or new.scheme is not old.scheme or new.issuer is not old.issuer
begin select raise(abort, 'person_identifiers is history: void the row and write the right one'); end;
create trigger pauses_not_rewritten before update of id, person_id, started_on on pauses
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'pauses' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'pauses' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
begin select raise(abort, 'pauses is history: void the row and write the right one'); end;
create trigger stints_not_rewritten before update of id, no, person_id, school_id, kind, started_on, source, created_at on stints
when new.id is not old.id or new.no is not old.no
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'stints' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or new.school_id is not old.school_id or new.kind is not old.kind
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'stints' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.source is not old.source or new.created_at is not old.created_at
begin select raise(abort, 'stints is history: void the row and write the right one'); end;
create trigger stint_roles_not_rewritten before update of id, stint_id, role, started_on on stint_roles
when new.id is not old.id
  or (new.stint_id is not old.stint_id and not exists (select 1 from merge_says m where m.table_name = 'stint_roles' and m.row_id = old.id and m.column_name = 'stint_id'
    and m.was = json_quote(old.stint_id) and m.becomes = json_quote(new.stint_id)))
  or new.role is not old.role
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'stint_roles' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
begin select raise(abort, 'stint_roles is history: void the row and write the right one'); end;
create trigger moves_not_rewritten before update of id, person_id, from_stint_id, reported_as, created_at on moves
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'moves' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.from_stint_id is not old.from_stint_id and not exists (select 1 from merge_says m where m.table_name = 'moves' and m.row_id = old.id and m.column_name = 'from_stint_id'
    and m.was = json_quote(old.from_stint_id) and m.becomes = json_quote(new.from_stint_id)))
  or new.reported_as is not old.reported_as or new.created_at is not old.created_at
begin select raise(abort, 'moves is history: void the row and write the right one'); end;
create trigger move_claims_not_rewritten before update of id, person_id, school_id, says, day, by_as, by_person_id, created_at on move_claims
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'move_claims' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or new.school_id is not old.school_id or new.says is not old.says or new.day is not old.day or new.by_as is not old.by_as
  or (new.by_person_id is not old.by_person_id and not exists (select 1 from merge_says m where m.table_name = 'move_claims' and m.row_id = old.id and m.column_name = 'by_person_id'
    and m.was = json_quote(old.by_person_id) and m.becomes = json_quote(new.by_person_id)))
  or new.created_at is not old.created_at
begin select raise(abort, 'move_claims is history: void the row and write the right one'); end;
create trigger mentorships_not_rewritten before update of id, no, mentor_id, mentee_id, kind, started_on, created_at on mentorships
when new.id is not old.id or new.no is not old.no
  or (new.mentor_id is not old.mentor_id and not exists (select 1 from merge_says m where m.table_name = 'mentorships' and m.row_id = old.id and m.column_name = 'mentor_id'
    and m.was = json_quote(old.mentor_id) and m.becomes = json_quote(new.mentor_id)))
  or (new.mentee_id is not old.mentee_id and not exists (select 1 from merge_says m where m.table_name = 'mentorships' and m.row_id = old.id and m.column_name = 'mentee_id'
    and m.was = json_quote(old.mentee_id) and m.becomes = json_quote(new.mentee_id)))
  or (new.kind is not old.kind and not exists (select 1 from merge_says m where m.table_name = 'mentorships' and m.row_id = old.id and m.column_name = 'kind'
    and m.was = json_quote(old.kind) and m.becomes = json_quote(new.kind)))
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'mentorships' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.created_at is not old.created_at
begin select raise(abort, 'mentorships is history: void the row and write the right one'); end;
create trigger groups_not_rewritten before update of id, no, slug, created_at on groups
when new.id is not old.id or new.no is not old.no or new.slug is not old.slug or new.created_at is not old.created_at
begin select raise(abort, 'groups is history: void the row and write the right one'); end;
create trigger group_memberships_not_rewritten before update of id, no, group_id, person_id, started_on, joined_at on group_memberships
when new.id is not old.id or new.no is not old.no or new.group_id is not old.group_id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'group_memberships' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'group_memberships' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.joined_at is not old.joined_at
begin select raise(abort, 'group_memberships is history: void the row and write the right one'); end;
create trigger connections_not_rewritten before update of id, no, person_lo, person_hi, started_on, created_at on connections
when new.id is not old.id or new.no is not old.no
  or (new.person_lo is not old.person_lo and not exists (select 1 from merge_says m where m.table_name = 'connections' and m.row_id = old.id and m.column_name = 'person_lo'
    and m.was = json_quote(old.person_lo) and m.becomes = json_quote(new.person_lo)))
  or (new.person_hi is not old.person_hi and not exists (select 1 from merge_says m where m.table_name = 'connections' and m.row_id = old.id and m.column_name = 'person_hi'
    and m.was = json_quote(old.person_hi) and m.becomes = json_quote(new.person_hi)))
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'connections' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.created_at is not old.created_at
begin select raise(abort, 'connections is history: void the row and write the right one'); end;
create trigger connection_requests_not_rewritten before update of id, from_id, to_id, created_at on connection_requests
when new.id is not old.id
  or (new.from_id is not old.from_id and not exists (select 1 from merge_says m where m.table_name = 'connection_requests' and m.row_id = old.id and m.column_name = 'from_id'
    and m.was = json_quote(old.from_id) and m.becomes = json_quote(new.from_id)))
  or (new.to_id is not old.to_id and not exists (select 1 from merge_says m where m.table_name = 'connection_requests' and m.row_id = old.id and m.column_name = 'to_id'
    and m.was = json_quote(old.to_id) and m.becomes = json_quote(new.to_id)))
  or new.created_at is not old.created_at
begin select raise(abort, 'connection_requests is history: void the row and write the right one'); end;
create trigger blocks_not_rewritten before update of id, blocker_id, blocked_id, created_at on blocks
when new.id is not old.id
  or (new.blocker_id is not old.blocker_id and not exists (select 1 from merge_says m where m.table_name = 'blocks' and m.row_id = old.id and m.column_name = 'blocker_id'
    and m.was = json_quote(old.blocker_id) and m.becomes = json_quote(new.blocker_id)))
  or (new.blocked_id is not old.blocked_id and not exists (select 1 from merge_says m where m.table_name = 'blocks' and m.row_id = old.id and m.column_name = 'blocked_id'
    and m.was = json_quote(old.blocked_id) and m.becomes = json_quote(new.blocked_id)))
  or new.created_at is not old.created_at
begin select raise(abort, 'blocks is history: void the row and write the right one'); end;
create trigger school_leads_not_rewritten before update of id, person_id, school_id, started_on, granted_by on school_leads
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'school_leads' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or new.school_id is not old.school_id
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'school_leads' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.granted_by is not old.granted_by
begin select raise(abort, 'school_leads is history: void the row and write the right one'); end;
create trigger register_reviewers_not_rewritten before update of id, person_id, started_on, granted_by on register_reviewers
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'register_reviewers' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'register_reviewers' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.granted_by is not old.granted_by
begin select raise(abort, 'register_reviewers is history: void the row and write the right one'); end;
create trigger school_decisions_not_rewritten before update of id, school_id, outcome, to_school_id, rewrites, decided_by_id, decided_at on school_decisions
when new.id is not old.id or new.school_id is not old.school_id or new.outcome is not old.outcome or new.to_school_id is not old.to_school_id or new.rewrites is not old.rewrites or new.decided_by_id is not old.decided_by_id or new.decided_at is not old.decided_at
begin select raise(abort, 'school_decisions is history: void the row and write the right one'); end;
create trigger group_leads_not_rewritten before update of id, person_id, group_id, started_on, granted_by on group_leads
when new.id is not old.id
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'group_leads' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or new.group_id is not old.group_id
  or (new.started_on is not old.started_on and not exists (select 1 from merge_says m where m.table_name = 'group_leads' and m.row_id = old.id and m.column_name = 'started_on'
    and m.was = json_quote(old.started_on) and m.becomes = json_quote(new.started_on)))
  or new.granted_by is not old.granted_by
begin select raise(abort, 'group_leads is history: void the row and write the right one'); end;
create trigger schools_not_rewritten before update of id, no, created_at on schools
when new.id is not old.id or new.no is not old.no or new.created_at is not old.created_at
begin select raise(abort, 'schools is history: void the row and write the right one'); end;
create trigger establishments_not_rewritten before update of scheme, ref, first_seen_import on establishments
when new.scheme is not old.scheme or new.ref is not old.ref or new.first_seen_import is not old.first_seen_import
begin select raise(abort, 'establishments is history: void the row and write the right one'); end;
create trigger school_establishments_not_rewritten before update of scheme, ref on school_establishments
when new.scheme is not old.scheme or new.ref is not old.ref
begin select raise(abort, 'school_establishments is history: void the row and write the right one'); end;
create trigger school_changes_not_rewritten before update of id, kind, from_school_id, effective_on on school_changes
when new.id is not old.id or new.kind is not old.kind or new.from_school_id is not old.from_school_id or new.effective_on is not old.effective_on
begin select raise(abort, 'school_changes is history: void the row and write the right one'); end;
create trigger kept_apart_not_rewritten before update of id, why, created_at, person_id, other_id on kept_apart
when new.id is not old.id or new.why is not old.why or new.created_at is not old.created_at
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'kept_apart' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.other_id is not old.other_id and not exists (select 1 from merge_says m where m.table_name = 'kept_apart' and m.row_id = old.id and m.column_name = 'other_id'
    and m.was = json_quote(old.other_id) and m.becomes = json_quote(new.other_id)))
begin select raise(abort, 'kept_apart is history: void the row and write the right one'); end;
create trigger mentoring_requests_not_rewritten before update of id, unit, created_at, asker_id on mentoring_requests
when new.id is not old.id or new.unit is not old.unit or new.created_at is not old.created_at
  or (new.asker_id is not old.asker_id and not exists (select 1 from merge_says m where m.table_name = 'mentoring_requests' and m.row_id = old.id and m.column_name = 'asker_id'
    and m.was = json_quote(old.asker_id) and m.becomes = json_quote(new.asker_id)))
begin select raise(abort, 'mentoring_requests is history: void the row and write the right one'); end;
create trigger mentoring_asks_not_rewritten before update of id, request_id, created_at, mentor_id on mentoring_asks
when new.id is not old.id or new.request_id is not old.request_id or new.created_at is not old.created_at
  or (new.mentor_id is not old.mentor_id and not exists (select 1 from merge_says m where m.table_name = 'mentoring_asks' and m.row_id = old.id and m.column_name = 'mentor_id'
    and m.was = json_quote(old.mentor_id) and m.becomes = json_quote(new.mentor_id)))
begin select raise(abort, 'mentoring_asks is history: void the row and write the right one'); end;
create trigger mentoring_words_not_rewritten before update of id, ask_id, by, created_at on mentoring_words
when new.id is not old.id or new.ask_id is not old.ask_id or new.by is not old.by or new.created_at is not old.created_at
begin select raise(abort, 'mentoring_words is history: void the row and write the right one'); end;
create trigger goals_not_rewritten before update of id, mentorship_id, by, created_at on goals
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.by is not old.by or new.created_at is not old.created_at
begin select raise(abort, 'goals is history: void the row and write the right one'); end;
create trigger goal_steps_not_rewritten before update of id, goal_id, whose, created_at on goal_steps
when new.id is not old.id or new.goal_id is not old.goal_id or new.whose is not old.whose or new.created_at is not old.created_at
begin select raise(abort, 'goal_steps is history: void the row and write the right one'); end;
create trigger meetings_not_rewritten before update of id, mentorship_id, proposed_by, created_at on meetings
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.proposed_by is not old.proposed_by or new.created_at is not old.created_at
begin select raise(abort, 'meetings is history: void the row and write the right one'); end;
create trigger space_notes_not_rewritten before update of id, mentorship_id, meeting_id, by, is_private, created_at on space_notes
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.meeting_id is not old.meeting_id or new.by is not old.by or new.is_private is not old.is_private or new.created_at is not old.created_at
begin select raise(abort, 'space_notes is history: void the row and write the right one'); end;
create trigger check_ins_not_rewritten before update of id, mentorship_id, by, kind, due_on, created_at on check_ins
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.by is not old.by or new.kind is not old.kind or new.due_on is not old.due_on or new.created_at is not old.created_at
begin select raise(abort, 'check_ins is history: void the row and write the right one'); end;
create trigger endings_not_rewritten before update of id, mentorship_id, by, created_at on endings
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.by is not old.by or new.created_at is not old.created_at
begin select raise(abort, 'endings is history: void the row and write the right one'); end;
create trigger handovers_not_rewritten before update of id, mentorship_id, created_at on handovers
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new.created_at is not old.created_at
begin select raise(abort, 'handovers is history: void the row and write the right one'); end;
create trigger handover_words_not_rewritten before update of id, handover_id, by, created_at on handover_words
when new.id is not old.id or new.handover_id is not old.handover_id or new.by is not old.by or new.created_at is not old.created_at
begin select raise(abort, 'handover_words is history: void the row and write the right one'); end;
create trigger agreements_not_rewritten before update of mentorship_id, created_at on agreements
when new.mentorship_id is not old.mentorship_id or new.created_at is not old.created_at
begin select raise(abort, 'agreements is history: void the row and write the right one'); end;
create trigger nudges_not_rewritten before update of id, mentorship_id, "to", why, created_at, by_id on nudges
when new.id is not old.id or new.mentorship_id is not old.mentorship_id or new."to" is not old."to" or new.why is not old.why or new.created_at is not old.created_at
  or (new.by_id is not old.by_id and not exists (select 1 from merge_says m where m.table_name = 'nudges' and m.row_id = old.id and m.column_name = 'by_id'
    and m.was = json_quote(old.by_id) and m.becomes = json_quote(new.by_id)))
begin select raise(abort, 'nudges is history: void the row and write the right one'); end;
create trigger programmes_not_rewritten before update of id, group_id, school_id, created_at, created_by_id on programmes
when new.id is not old.id or new.group_id is not old.group_id or new.school_id is not old.school_id or new.created_at is not old.created_at
  or (new.created_by_id is not old.created_by_id and not exists (select 1 from merge_says m where m.table_name = 'programmes' and m.row_id = old.id and m.column_name = 'created_by_id'
    and m.was = json_quote(old.created_by_id) and m.becomes = json_quote(new.created_by_id)))
begin select raise(abort, 'programmes is history: void the row and write the right one'); end;
create trigger programme_people_not_rewritten before update of id, programme_id, side, created_at, person_id, added_by_id on programme_people
when new.id is not old.id or new.programme_id is not old.programme_id or new.side is not old.side or new.created_at is not old.created_at
  or (new.person_id is not old.person_id and not exists (select 1 from merge_says m where m.table_name = 'programme_people' and m.row_id = old.id and m.column_name = 'person_id'
    and m.was = json_quote(old.person_id) and m.becomes = json_quote(new.person_id)))
  or (new.added_by_id is not old.added_by_id and not exists (select 1 from merge_says m where m.table_name = 'programme_people' and m.row_id = old.id and m.column_name = 'added_by_id'
    and m.was = json_quote(old.added_by_id) and m.becomes = json_quote(new.added_by_id)))
begin select raise(abort, 'programme_people is history: void the row and write the right one'); end;
create trigger programme_fixes_not_rewritten before update of id, programme_id, does, created_at, mentee_id, mentor_id, by_id on programme_fixes
when new.id is not old.id or new.programme_id is not old.programme_id or new.does is not old.does or new.created_at is not old.created_at
  or (new.mentee_id is not old.mentee_id and not exists (select 1 from merge_says m where m.table_name = 'programme_fixes' and m.row_id = old.id and m.column_name = 'mentee_id'
    and m.was = json_quote(old.mentee_id) and m.becomes = json_quote(new.mentee_id)))
  or (new.mentor_id is not old.mentor_id and not exists (select 1 from merge_says m where m.table_name = 'programme_fixes' and m.row_id = old.id and m.column_name = 'mentor_id'
    and m.was = json_quote(old.mentor_id) and m.becomes = json_quote(new.mentor_id)))
  or (new.by_id is not old.by_id and not exists (select 1 from merge_says m where m.table_name = 'programme_fixes' and m.row_id = old.id and m.column_name = 'by_id'
    and m.was = json_quote(old.by_id) and m.becomes = json_quote(new.by_id)))
begin select raise(abort, 'programme_fixes is history: void the row and write the right one'); end;
create trigger programme_runs_not_rewritten before update of id, programme_id, no, created_at, created_by_id on programme_runs
when new.id is not old.id or new.programme_id is not old.programme_id or new.no is not old.no or new.created_at is not old.created_at
  or (new.created_by_id is not old.created_by_id and not exists (select 1 from merge_says m where m.table_name = 'programme_runs' and m.row_id = old.id and m.column_name = 'created_by_id'
    and m.was = json_quote(old.created_by_id) and m.becomes = json_quote(new.created_by_id)))
begin select raise(abort, 'programme_runs is history: void the row and write the right one'); end;
create trigger programme_pairs_not_rewritten before update of id, run_id, mentee_id on programme_pairs
when new.id is not old.id or new.run_id is not old.run_id
  or (new.mentee_id is not old.mentee_id and not exists (select 1 from merge_says m where m.table_name = 'programme_pairs' and m.row_id = old.id and m.column_name = 'mentee_id'
    and m.was = json_quote(old.mentee_id) and m.becomes = json_quote(new.mentee_id)))
begin select raise(abort, 'programme_pairs is history: void the row and write the right one'); end;

-- 3. A voided row stays voided, as it was.
create trigger stints_stays_voided before update of voided_at on stints
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'stints' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in stints stays voided'); end;
create trigger stint_roles_stays_voided before update of voided_at on stint_roles
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'stint_roles' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in stint_roles stays voided'); end;
create trigger pauses_stays_voided before update of voided_at on pauses
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'pauses' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in pauses stays voided'); end;
create trigger mentorships_stays_voided before update of voided_at on mentorships
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'mentorships' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in mentorships stays voided'); end;
create trigger group_memberships_stays_voided before update of voided_at on group_memberships
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'group_memberships' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in group_memberships stays voided'); end;
create trigger connections_stays_voided before update of voided_at on connections
when old.voided_at is not null and new.voided_at is not old.voided_at
  and not exists (select 1 from merge_says m where m.table_name = 'connections' and m.row_id = old.id and m.column_name = 'voided_at'
    and m.was = json_quote(old.voided_at) and m.becomes = json_quote(new.voided_at))
begin select raise(abort, 'a voided row in connections stays voided'); end;

-- 4. The ledger is append-only, in order, without gaps. Only a recorded redaction may null a payload.
create trigger ledger_append_only before update on ledger
when new.seq is not old.seq or new.id is not old.id or new.type is not old.type
  or new.happened_on is not old.happened_on or new.recorded_at is not old.recorded_at
  or new.actor_id is not old.actor_id or new.actor_kind is not old.actor_kind
  or new.person_id is not old.person_id or new.school_id is not old.school_id
  or new.refs is not old.refs or new.correlation_id is not old.correlation_id
  or new.before is not null or new.after is not null
  or not exists (select 1 from erasures e where e.table_name = 'ledger' and e.row_id = old.id)
begin select raise(abort, 'the ledger is append-only'); end;
create trigger ledger_in_order before insert on ledger
when new.seq <> coalesce((select max(seq) from ledger), 0) + 1
begin select raise(abort, 'a ledger entry takes the next number'); end;
create trigger erasures_append_only before update on erasures
begin select raise(abort, 'an erasure is never edited'); end;

-- 5. Spans of one person in one context never overlap. Days are inclusive, so touching days overlap.
create trigger stints_no_overlap_insert before insert on stints
when new.voided_at is null and exists (
  select 1 from stints s where s.person_id = new.person_id and s.school_id = new.school_id and s.kind = new.kind and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'stints overlap: these days are already covered'); end;
create trigger stints_no_overlap_update before update of person_id, started_on, finished_on, voided_at on stints
when new.voided_at is null and exists (
  select 1 from stints s where s.person_id = new.person_id and s.school_id = new.school_id and s.kind = new.kind and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'stints overlap: these days are already covered'); end;
create trigger group_memberships_no_overlap_insert before insert on group_memberships
when new.voided_at is null and exists (
  select 1 from group_memberships s where s.person_id = new.person_id and s.group_id = new.group_id and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'group_memberships overlap: these days are already covered'); end;
create trigger group_memberships_no_overlap_update before update of person_id, started_on, finished_on, voided_at on group_memberships
when new.voided_at is null and exists (
  select 1 from group_memberships s where s.person_id = new.person_id and s.group_id = new.group_id and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'group_memberships overlap: these days are already covered'); end;
create trigger connections_no_overlap_insert before insert on connections
when new.voided_at is null and exists (
  select 1 from connections s where s.person_lo = new.person_lo and s.person_hi = new.person_hi and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'connections overlap: these days are already covered'); end;
create trigger connections_no_overlap_update before update of person_lo, person_hi, started_on, finished_on, voided_at on connections
when new.voided_at is null and exists (
  select 1 from connections s where s.person_lo = new.person_lo and s.person_hi = new.person_hi and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where u.loser_id in (new.person_lo, new.person_hi) or u.winner_id in (new.person_lo, new.person_hi))
begin select raise(abort, 'connections overlap: these days are already covered'); end;
create trigger pauses_no_overlap_insert before insert on pauses
when new.voided_at is null and exists (
  select 1 from pauses s where s.person_id = new.person_id and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'pauses overlap: these days are already covered'); end;
create trigger pauses_no_overlap_update before update of person_id, started_on, finished_on, voided_at on pauses
when new.voided_at is null and exists (
  select 1 from pauses s where s.person_id = new.person_id and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'pauses overlap: these days are already covered'); end;
create trigger stint_roles_no_overlap_insert before insert on stint_roles
when new.voided_at is null and exists (
  select 1 from stint_roles s where s.stint_id = new.stint_id and s.role = new.role and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'stint_roles overlap: these days are already covered'); end;
create trigger stint_roles_no_overlap_update before update of stint_id, started_on, finished_on, voided_at on stint_roles
when new.voided_at is null and exists (
  select 1 from stint_roles s where s.stint_id = new.stint_id and s.role = new.role and s.id <> new.id and s.voided_at is null
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where (select s.person_id from stints s where s.id = new.stint_id) in (u.loser_id, u.winner_id))
begin select raise(abort, 'stint_roles overlap: these days are already covered'); end;
create trigger school_leads_no_overlap_insert before insert on school_leads
when exists (
  select 1 from school_leads s where s.person_id = new.person_id and s.school_id = new.school_id and s.id <> new.id
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'school_leads overlap: these days are already covered'); end;
create trigger school_leads_no_overlap_update before update of person_id, started_on, finished_on on school_leads
when exists (
  select 1 from school_leads s where s.person_id = new.person_id and s.school_id = new.school_id and s.id <> new.id
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'school_leads overlap: these days are already covered'); end;
create trigger group_leads_no_overlap_insert before insert on group_leads
when exists (
  select 1 from group_leads s where s.person_id = new.person_id and s.group_id = new.group_id and s.id <> new.id
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'group_leads overlap: these days are already covered'); end;
create trigger group_leads_no_overlap_update before update of person_id, started_on, finished_on on group_leads
when exists (
  select 1 from group_leads s where s.person_id = new.person_id and s.group_id = new.group_id and s.id <> new.id
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'group_leads overlap: these days are already covered'); end;
create trigger mentorships_no_overlap_insert before insert on mentorships
when new.voided_at is null and new.kind = 'statutory' and exists (
  select 1 from mentorships s where s.mentee_stint_id = new.mentee_stint_id and s.kind = 'statutory'
  and s.voided_at is null and s.id <> new.id
  and s.started_on <= coalesce(new.finished_on, '9999-12-31')
  and new.started_on <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'mentorships overlap: one statutory mentor at a time in a stay'); end;

-- 6. A role lies inside its stint, seen from both sides.
create trigger stint_roles_inside_insert before insert on stint_roles
when new.voided_at is null and not exists (
  select 1 from stints s where s.id = new.stint_id and s.voided_at is null
  and s.started_on <= new.started_on
  and coalesce(new.finished_on, '9999-12-31') <= coalesce(s.finished_on, '9999-12-31'))
begin select raise(abort, 'stint_roles lie inside their stint'); end;
create trigger stint_roles_inside_update before update of stint_id, started_on, finished_on on stint_roles
when new.voided_at is null and not exists (
  select 1 from stints s where s.id = new.stint_id and s.voided_at is null
  and s.started_on <= new.started_on
  and coalesce(new.finished_on, '9999-12-31') <= coalesce(s.finished_on, '9999-12-31'))
  and not exists (select 1 from merges_under_way u where (select s.person_id from stints s where s.id = new.stint_id) in (u.loser_id, u.winner_id))
begin select raise(abort, 'stint_roles lie inside their stint'); end;
create trigger stints_cover_roles before update of started_on, finished_on, voided_at on stints
when exists (
  select 1 from stint_roles r where r.stint_id = new.id and r.voided_at is null
  and (new.voided_at is not null
    or r.started_on < new.started_on or coalesce(r.finished_on, '9999-12-31') > coalesce(new.finished_on, '9999-12-31')))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'stints cover their roles: close or void the roles first'); end;

-- 7. A statutory mentorship lies inside both people's stints, at one school, and belongs to those people.
create trigger mentorships_inside_insert before insert on mentorships
when new.kind = 'statutory' and new.voided_at is null and ((
  select count(*) from stints s where s.voided_at is null
  and ((s.id = new.mentor_stint_id and s.person_id = new.mentor_id)
    or (s.id = new.mentee_stint_id and s.person_id = new.mentee_id))
  and s.started_on <= new.started_on
  and coalesce(new.finished_on, '9999-12-31') <= coalesce(s.finished_on, '9999-12-31')) <> 2
  or (select count(distinct school_id) from stints where id in (new.mentor_stint_id, new.mentee_stint_id)) <> 1)
begin select raise(abort, 'a statutory mentorship lies inside both stints at one school'); end;
create trigger mentorships_inside_update before update of started_on, finished_on, mentor_stint_id, mentee_stint_id on mentorships
when new.kind = 'statutory' and new.voided_at is null and ((
  select count(*) from stints s where s.voided_at is null
  and ((s.id = new.mentor_stint_id and s.person_id = new.mentor_id)
    or (s.id = new.mentee_stint_id and s.person_id = new.mentee_id))
  and s.started_on <= new.started_on
  and coalesce(new.finished_on, '9999-12-31') <= coalesce(s.finished_on, '9999-12-31')) <> 2
  or (select count(distinct school_id) from stints where id in (new.mentor_stint_id, new.mentee_stint_id)) <> 1)
  and not exists (select 1 from merges_under_way u where u.loser_id in (new.mentor_id, new.mentee_id) or u.winner_id in (new.mentor_id, new.mentee_id))
begin select raise(abort, 'a statutory mentorship lies inside both stints at one school'); end;
create trigger stints_cover_mentorships before update of started_on, finished_on, voided_at on stints
when exists (
  select 1 from mentorships m where (m.mentor_stint_id = new.id or m.mentee_stint_id = new.id)
  and m.kind = 'statutory' and m.voided_at is null
  and (new.voided_at is not null
    or m.started_on < new.started_on
    or coalesce(m.finished_on, '9999-12-31') > coalesce(new.finished_on, '9999-12-31')))
  and not exists (select 1 from merges_under_way u where new.person_id in (u.loser_id, u.winner_id))
begin select raise(abort, 'stints cover their statutory mentorships: close or void those first'); end;

-- 8. Numbers that registers give have their register's shape.
create trigger person_identifiers_digits before insert on person_identifiers
when new.scheme = 'trn' and new.value not glob '[0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
begin select raise(abort, 'a TRN is seven digits'); end;

-- 9. A block once lifted stays lifted; keeping somebody out again is a new row.
create trigger blocks_stay_lifted before update of lifted_at on blocks
when old.lifted_at is not null and new.lifted_at is not old.lifted_at
  and not exists (select 1 from merge_says m where m.table_name = 'blocks' and m.row_id = old.id and m.column_name = 'lifted_at'
    and m.was = json_quote(old.lifted_at) and m.becomes = json_quote(new.lifted_at))
begin select raise(abort, 'a lifted block stays lifted: write a new one'); end;

-- 10. The seals of history are made anew with their rows, and the ledger's chain is only ever lengthened.
create trigger row_hashes_kept before delete on row_hashes
begin select raise(abort, 'a seal stays with its row'); end;
create trigger ledger_chain_kept before delete on ledger_chain
begin select raise(abort, 'the chain of the ledger is never shortened'); end;
create trigger ledger_chain_append_only before update on ledger_chain
when new.seq is not old.seq or new.payload_digest is not old.payload_digest or new.hash is not old.hash
  or (new.salt is not null and new.salt is not old.salt)
begin select raise(abort, 'the chain of the ledger is append-only'); end;

-- 11. A merge of two records says who, why and when once; what it changes is listed while it is under way and kept.
create trigger person_merges_not_rewritten before update on person_merges
when new.id is not old.id or new.loser_id is not old.loser_id or new.winner_id is not old.winner_id
  or new.asked_by_id is not old.asked_by_id or new.asked_as is not old.asked_as or new.asked_at is not old.asked_at
  or (old.applied_at is not null and new.applied_at is not old.applied_at)
  or (old.closed_at is not null and (new.closed_at is not old.closed_at or new.state is not old.state))
  or (old.state = 'applied' and new.state not in ('applied', 'undone'))
  or (old.state not in ('asked', 'applied') and new.state is not old.state)
begin select raise(abort, 'person_merges is history: what was decided stays'); end;
create trigger person_merge_items_under_way before insert on person_merge_items
when not exists (select 1 from merges_under_way u where u.id = new.merge_id)
begin select raise(abort, 'a merge lists its changes while it is under way'); end;
create trigger person_merge_items_not_rewritten before update on person_merge_items
when new.id is not old.id or new.merge_id is not old.merge_id or new.place is not old.place
  or new.table_name is not old.table_name or new.row_id is not old.row_id or new.column_name is not old.column_name
  or new.old_value is not null or new.new_value is not null
  or not exists (select 1 from erasures e where e.table_name = 'person_merge_items' and e.row_id = old.id)
begin select raise(abort, 'the list of what a merge changed is append-only'); end;

-- 12. While a merge is under way spans of its two records may overlap for a moment; when it ends they do not.
create trigger merges_end_apart_stints before update of applied_at, closed_at on person_merges
when exists (select 1 from stints a join stints b on b.person_id = a.person_id and b.school_id = a.school_id and b.kind = a.kind and b.id > a.id
  where a.person_id in (new.loser_id, new.winner_id) and a.voided_at is null and b.voided_at is null
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with stints that overlap'); end;
create trigger merges_end_apart_group_memberships before update of applied_at, closed_at on person_merges
when exists (select 1 from group_memberships a join group_memberships b on b.person_id = a.person_id and b.group_id = a.group_id and b.id > a.id
  where a.person_id in (new.loser_id, new.winner_id) and a.voided_at is null and b.voided_at is null
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with group_memberships that overlap'); end;
create trigger merges_end_apart_pauses before update of applied_at, closed_at on person_merges
when exists (select 1 from pauses a join pauses b on b.person_id = a.person_id and b.id > a.id
  where a.person_id in (new.loser_id, new.winner_id) and a.voided_at is null and b.voided_at is null
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with pauses that overlap'); end;
create trigger merges_end_apart_school_leads before update of applied_at, closed_at on person_merges
when exists (select 1 from school_leads a join school_leads b on b.person_id = a.person_id and b.school_id = a.school_id and b.id > a.id
  where a.person_id in (new.loser_id, new.winner_id)
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with school_leads that overlap'); end;
create trigger merges_end_apart_group_leads before update of applied_at, closed_at on person_merges
when exists (select 1 from group_leads a join group_leads b on b.person_id = a.person_id and b.group_id = a.group_id and b.id > a.id
  where a.person_id in (new.loser_id, new.winner_id)
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with group_leads that overlap'); end;
create trigger merges_end_apart_connections before update of applied_at, closed_at on person_merges
when exists (select 1 from connections a join connections b on b.person_lo = a.person_lo and b.person_hi = a.person_hi and b.id > a.id
  where (a.person_lo in (new.loser_id, new.winner_id) or a.person_hi in (new.loser_id, new.winner_id)) and a.voided_at is null and b.voided_at is null
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with connections that overlap'); end;
create trigger merges_end_apart_stint_roles before update of applied_at, closed_at on person_merges
when exists (select 1 from stints s join stint_roles a on a.stint_id = s.id
  join stint_roles b on b.stint_id = a.stint_id and b.role = a.role and b.id > a.id
  where s.person_id in (new.loser_id, new.winner_id) and a.voided_at is null and b.voided_at is null
  and a.started_on <= coalesce(b.finished_on, '9999-12-31') and b.started_on <= coalesce(a.finished_on, '9999-12-31'))
begin select raise(abort, 'two records became one with stint_roles that overlap'); end;
create trigger merges_end_with_roles_inside before update of applied_at, closed_at on person_merges
when exists (select 1 from stints s join stint_roles r on r.stint_id = s.id and r.voided_at is null
  where s.person_id in (new.loser_id, new.winner_id) and (s.voided_at is not null or r.started_on < s.started_on
    or coalesce(r.finished_on, '9999-12-31') > coalesce(s.finished_on, '9999-12-31')))
begin select raise(abort, 'two records became one with stint_roles outside their stint'); end;
create trigger merges_end_with_mentorships_inside before update of applied_at, closed_at on person_merges
when exists (select 1 from mentorships m
  left join stints a on a.id = m.mentor_stint_id and a.person_id = m.mentor_id and a.voided_at is null
    and a.started_on <= m.started_on and coalesce(m.finished_on, '9999-12-31') <= coalesce(a.finished_on, '9999-12-31')
  left join stints b on b.id = m.mentee_stint_id and b.person_id = m.mentee_id and b.voided_at is null
    and b.started_on <= m.started_on and coalesce(m.finished_on, '9999-12-31') <= coalesce(b.finished_on, '9999-12-31')
  where m.kind = 'statutory' and m.voided_at is null and a.school_id is not b.school_id
  and (m.mentor_id in (new.loser_id, new.winner_id) or m.mentee_id in (new.loser_id, new.winner_id)))
begin select raise(abort, 'two records became one with a statutory mentorship outside its stints'); end;
