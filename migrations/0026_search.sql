-- Search: what more a document brings, its words for the search in the database, what was removed, the county's words,
-- words that stand for each other, saved indexes, and questions that found nothing (kernel/search).

alter table search_document
  add column document_number text,
  add column keywords text[] not null default '{}',
  add column facets jsonb not null default '{}',
  add column clauses jsonb not null default '[]';
comment on column search_document.facets is 'Values to narrow by, by facet, beside kind, unit and year.';
comment on column search_document.clauses is 'Parts with an anchor of their own: [{anchor, heading, text}].';

create table search_text (
  kind text not null,
  object_id text not null,
  title_words tsvector not null,
  words tsvector not null,
  atoms text not null,
  facet_values text[] not null,
  day date,
  unit_id uuid,
  is_public boolean not null,
  lexicon text not null,
  constraint search_text_pk primary key (kind, object_id),
  constraint search_text_document_fk foreign key (kind, object_id)
    references search_document (kind, object_id) on delete cascade
);
comment on table search_text is 'The words of a search document, cut when it is written. Can be made again from search_document at any time.';
comment on column search_text.atoms is 'The smallest words in order between single blanks, two where a sentence ends: phrases are found in it.';
comment on column search_text.lexicon is 'The state of the county''s words it was cut with.';
create index search_text_title_words on search_text using gin (title_words);
create index search_text_words on search_text using gin (words);
create index search_text_lexicon on search_text (lexicon);

create table search_removal (
  kind text not null,
  object_id text not null,
  changed_seq bigint not null,
  constraint search_removal_pk primary key (kind, object_id)
);
comment on table search_removal is 'Documents that are gone, for indexes that still hold them.';
create index search_removal_changed on search_removal (changed_seq);

create table search_lexicon (
  singleton boolean constraint search_lexicon_pk primary key
    constraint search_lexicon_single check (singleton),
  words_state text not null,
  synonyms_state text not null
);
comment on table search_lexicon is 'One row. Each state changes with what it stands for: nodes compare it before they ask for the words.';
insert into search_lexicon values (true, '', '');

create table search_word (
  word text constraint search_word_pk primary key,
  origin text not null constraint search_word_origin check (origin in ('register', 'office')),
  added_by_name text not null,
  added_on date not null
);
comment on table search_word is 'Words of the county the shipped list does not know: names of units (register) and what the office added.';

create table search_synonym (
  id uuid constraint search_synonym_pk primary key,
  words text[] not null constraint search_synonym_several check (cardinality(words) >= 2),
  from_day date not null,
  until_day date,
  added_by_name text not null,
  ended_by_name text,
  constraint search_synonym_period check (from_day < until_day)
);
comment on table search_synonym is 'Words that stand for each other when something is searched, from a day on. Never deleted: ended.';
comment on column search_synonym.until_day is 'First day on which they no longer do.';

create table search_generation (
  id uuid constraint search_generation_pk primary key,
  lexicon text not null,
  through_seq bigint not null,
  doc_count integer not null,
  segments jsonb not null,
  made_at timestamptz not null
);
comment on table search_generation is 'Saved states of the index in memory: files of segments, and up to which change they reach. Can be made again.';

create table search_miss (
  day date not null,
  question_hash text not null,
  question text,
  times integer not null,
  constraint search_miss_pk primary key (day, question_hash)
);
comment on table search_miss is 'Questions of the public that found nothing, by day. Nothing of who asked.';
comment on column search_miss.question is 'The words, kept only when they were asked often enough to belong to nobody, and hold nothing like personal data.';
