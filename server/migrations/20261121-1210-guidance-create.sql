create schema guidance;
comment on schema guidance is 'Finding the right item and one''s own list of materials (搜索与情形引导)';

create table guidance.phrase (
  item_key text not null,
  ordinal integer not null,
  kind text not null,
  text text not null,
  letters text not null,
  initials text not null,
  pinyin text not null,
  words tsvector not null,
  constraint phrase_pkey primary key (item_key, ordinal),
  constraint phrase_item foreign key (item_key) references catalogue.item (key),
  constraint phrase_kind check (kind in ('name', 'plain', 'main', 'synonym'))
);
create index phrase_by_words on guidance.phrase using gin (words);
comment on table guidance.phrase is 'One way of naming a distinct item, cut into single and double characters and spelt in pinyin (检索词)';

create table guidance.synonym (
  word text not null,
  version integer not null,
  shown text not null,
  means text[] not null,
  initials text not null,
  pinyin text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  ended_at timestamptz,
  constraint synonym_pkey primary key (word),
  constraint synonym_word_form check (word <> '' and length(word) <= 40),
  constraint synonym_means_something check (cardinality(means) between 1 and 10)
);
comment on table guidance.synonym is 'A word people use and the official words it stands for, kept by item administrators (同义词)';

create table guidance.search_miss (
  area_code integer not null,
  day_on date not null,
  words text not null,
  times integer not null,
  constraint search_miss_pkey primary key (area_code, day_on, words),
  constraint search_miss_times check (times > 0)
);
comment on table guidance.search_miss is 'What was searched for and not found, by day; words with digits in them are not kept (搜索未命中)';
