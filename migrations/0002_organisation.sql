-- The register of units, their names, collective phrases, officers and roles.

create table jurisdiction (
  id uuid constraint jurisdiction_pk primary key,
  code text not null constraint jurisdiction_code_unique unique,
  name text not null,
  level text not null constraint jurisdiction_level
    check (level in ('province', 'city', 'county', 'district', 'countyCity')),
  parent_name text,
  tree_version integer not null,
  created_at timestamptz not null
);
comment on table jurisdiction is 'A government whose platform this is; one deployment may hold several.';
comment on column jurisdiction.tree_version is 'Counts changes of the unit tree: whoever keeps reaches of units compares it. Its row is the lock of the register.';

create table unit (
  id uuid constraint unit_pk primary key,
  jurisdiction_id uuid not null constraint unit_jurisdiction_fk references jurisdiction (id),
  parent_id uuid constraint unit_parent_fk references unit (id),
  code text not null,
  kind text not null constraint unit_kind check (kind in ('government', 'leadingGroup', 'department', 'partyOffice',
    'branch', 'institution', 'publicEnterprise', 'town', 'street', 'village', 'community')),
  name text not null,
  short_name text not null,
  position integer not null,
  active_from date,
  active_until date,
  created_at timestamptz not null,
  constraint unit_code_unique unique (jurisdiction_id, code),
  constraint unit_position_unique unique (jurisdiction_id, position)
);
comment on table unit is 'A body with duties. Never deleted: older documents still name it.';
comment on column unit.name is 'Full official name, 望澜县发展和改革局.';
comment on column unit.short_name is 'The name plans print, 县发改局.';
comment on column unit.position is 'Customary order within the jurisdiction.';
comment on column unit.active_until is 'First day on which the unit is no longer active; null while it is.';
create unique index unit_name_unique on unit (jurisdiction_id, name) where active_until is null;
create index unit_parent on unit (parent_id);

create table unit_alias (
  id uuid constraint unit_alias_pk primary key,
  jurisdiction_id uuid not null constraint unit_alias_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint unit_alias_unit_fk references unit (id),
  name text not null,
  kind text not null constraint unit_alias_kind check (kind in ('shortForm', 'doubleName', 'formerName', 'remembered')),
  valid_from date,
  valid_until date,
  created_at timestamptz not null,
  constraint unit_alias_period check (valid_from < valid_until)
);
comment on table unit_alias is 'Another name of a unit: short form, further official name, former name, or one a person matched by hand.';
comment on column unit_alias.valid_until is 'First day on which the name is no longer in use; it still matches documents of its time.';
create unique index unit_alias_in_use on unit_alias (jurisdiction_id, name) where valid_until is null;
create index unit_alias_unit on unit_alias (unit_id);

create table collective_unit (
  id uuid constraint collective_unit_pk primary key,
  jurisdiction_id uuid not null constraint collective_unit_jurisdiction_fk references jurisdiction (id),
  phrase text not null,
  aliases text[] not null,
  kinds text[] not null,
  depends_on_task boolean not null,
  created_at timestamptz not null,
  constraint collective_unit_phrase_unique unique (jurisdiction_id, phrase)
);
comment on table collective_unit is 'A phrase that stands for several units, 各镇（街道）.';
comment on column collective_unit.kinds is 'Every active unit of these kinds belongs to it, besides the listed members.';
comment on column collective_unit.depends_on_task is 'The matter at hand decides who is meant (政策起草单位): a person decides for each task.';

create table collective_member (
  collective_id uuid not null constraint collective_member_collective_fk references collective_unit (id),
  unit_id uuid not null constraint collective_member_unit_fk references unit (id),
  constraint collective_member_pk primary key (collective_id, unit_id)
);
comment on table collective_member is 'Units listed one by one for a collective phrase.';
create index collective_member_unit on collective_member (unit_id);

create table officer (
  id uuid constraint officer_pk primary key,
  jurisdiction_id uuid not null constraint officer_jurisdiction_fk references jurisdiction (id),
  unit_id uuid not null constraint officer_unit_fk references unit (id),
  name text not null,
  position text not null,
  liaison boolean not null,
  active_until date,
  created_at timestamptz not null
);
comment on table officer is 'A person who works in a unit. Accounts are kept elsewhere; an officer may have none.';
comment on column officer.liaison is 'Filed by the unit as its 政务公开联络员.';
create index officer_unit on officer (unit_id, id);
create index officer_list on officer (jurisdiction_id, id);

create table role_grant (
  id uuid constraint role_grant_pk primary key,
  officer_id uuid not null constraint role_grant_officer_fk references officer (id),
  unit_id uuid not null constraint role_grant_unit_fk references unit (id),
  role text not null constraint role_grant_role check (role in ('clerk', 'reviewer', 'secrecyReviewer', 'unitLeader',
    'supervisor', 'legalOffice', 'systemAdministrator', 'securityAdministrator', 'auditor')),
  granted_at timestamptz not null,
  revoked_at timestamptz
);
comment on table role_grant is 'A role an officer holds in a unit; it reaches that unit and those below it.';
create unique index role_grant_in_force on role_grant (officer_id, unit_id, role) where revoked_at is null;
create index role_grant_role_holders on role_grant (role) where revoked_at is null;
