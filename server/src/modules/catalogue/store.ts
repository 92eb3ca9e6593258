import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../kernel/db.ts';
import type { DB } from '../../kernel/db.types.ts';
import { newId } from '../../kernel/ids.ts';
import { pinyinOf } from '../../kernel/pinyin.ts';
